package chancery.document;

/** Identifier of one of the competing readings of a mark; the same id on several marks is one reading of the case. */
public record ReadingId(String value) {
    public ReadingId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("ReadingId must not be blank.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
