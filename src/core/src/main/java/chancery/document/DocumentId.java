package chancery.document;

/** Identifier of a document within its case, such as {@code note}. */
public record DocumentId(String value) {
    public DocumentId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("DocumentId must not be blank.");
        }
    }

    @Override
    public String toString() {
        return value;
    }
}
