package chancery.procedure.drawing;

import chancery.path.EvidenceStatus;
import chancery.path.Step;
import org.jspecify.annotations.Nullable;

/** How a status looks: by colour and by line, since either alone may be lost in print or to an eye. */
record Look(String fill, String line, double width, String dashes, String ink) {
    static final String INK = "#212121";
    /** What is there, but not on the way. */
    static final String PALE = "#8a8a8a";
    /** The way of the paper. */
    static final String TAKEN = "#1b5e20";
    /** Where the paper waits. */
    static final String WAITS = "#0d47a1";

    /** A task that is no step, on the way. */
    static final Look PASSED = new Look("#ffffff", TAKEN, 1.6, "none", INK);

    static Look of(@Nullable Step step) {
        if (step == null) {
            return of(EvidenceStatus.NOT_EVIDENCED);
        }
        return of(step.status());
    }

    static Look of(EvidenceStatus status) {
        return switch (status) {
            case EVIDENCED -> new Look("#81c784", TAKEN, 2.4, "none", INK);
            case INFERRED -> new Look("#e8f5e9", TAKEN, 1.8, "7 4", INK);
            case PRESUMED -> new Look("#f8fcf8", "#66986a", 1.3, "11 7", "#4d4d4d");
            case POSSIBLE -> new Look("#fff9c4", "#7a5c00", 2.2, "1.5 4", INK);
            case CONTRADICTED -> new Look("#ffcdd2", "#b71c1c", 3.2, "none", INK);
            case NOT_EVIDENCED -> new Look("#ffffff", PALE, 1.2, "none", "#6b6b6b");
        };
    }
}
