package chancery.document;

/** State of transmission in which a document survives; {@link #LOST} when only other papers speak of it. */
public enum Transmission {
    DRAFT,
    FAIR_COPY,
    ORIGINAL,
    COPY,
    CERTIFIED_COPY,
    LOST
}
