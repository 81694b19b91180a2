package chancery.document;

/** How sure a reading or an attribution is, surest first. */
public enum Certainty {
    CERTAIN,
    PROBABLE,
    POSSIBLE,
    DOUBTFUL
}
