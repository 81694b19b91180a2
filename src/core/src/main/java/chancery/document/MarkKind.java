package chancery.document;

/** What a mark is, as a thing on the paper. A {@link #CLAUSE} is a sentence of the text that says an act happened. */
public enum MarkKind {
    STAMP,
    REGISTRY_NUMBER,
    SIGNATURE,
    INITIALS,
    VISA,
    SEEN,
    RECEIPT_STAMP,
    ANNOTATION,
    DISPOSITION,
    CLASSIFICATION,
    COPY_NUMBER,
    DISTRIBUTION_LIST,
    AUTHENTICATION,
    PRECEDENCE,
    CIPHER_HEADER,
    SOURCE_NOTE,
    TYPIST_MARK,
    PROTOCOL_ITEM,
    HEADING,
    CLAUSE
}
