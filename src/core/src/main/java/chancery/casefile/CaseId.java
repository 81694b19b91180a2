package chancery.casefile;

/** Identifier of a case, which is also the name of its file: {@code su-1955-83M}. */
public record CaseId(String value) {
    public CaseId {
        if (!value.matches("[A-Za-z0-9][A-Za-z0-9._-]{0,99}")) {
            throw new IllegalArgumentException(
                    "\"" + value
                            + "\" is no case id: up to 100 letters, digits, dots, dashes and underscores, the first a letter or digit");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
