package chancery.document;

/** Identifier of a mark within its case, such as {@code incoming-stamp}. */
public record MarkId(String value) {
    public MarkId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("MarkId must not be blank.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
