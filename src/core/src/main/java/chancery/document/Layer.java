package chancery.document;

/** Whether a mark stood on the original and was copied along, or was added on the copy that is read. */
public enum Layer {
    ORIGINAL,
    COPY;

    /** The layer in words. */
    public String word() {
        return this == ORIGINAL ? "carried over from the original" : "added on this copy";
    }
}
