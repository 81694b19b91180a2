package chancery.reading.zone;

/** What a stretch of a page is for. */
public enum ZoneKind {
    /** The office that writes. */
    LETTERHEAD,
    /** What an office stamped on the paper: received, sent, indexed. */
    STAMP,
    /** Classification, precedence, number of the copy, state of the paper. */
    SECRECY,
    /** A number with its date. */
    REGISTRATION,
    /** A date by itself, or a place and a date. */
    DATELINE,
    /** What kind of paper it is, and of what. */
    HEADING,
    ADDRESSEE,
    /** Who writes, where a line says so. */
    SENDER,
    /** What it is about, or who is in charge of it. */
    SUBJECT,
    SALUTATION,
    BODY,
    /** A line that says what is enclosed. */
    ENCLOSURE,
    CLOSING,
    SIGNATURE,
    /** A signature by initials alone. */
    INITIALS,
    AUTHENTICATION,
    DISTRIBUTION,
    /** Typist's and drafter's initials at the foot. */
    TYPIST,
    /** Who agreed, in a list of its own. */
    VISA,
    /** A decision of a superior, a minute, a remark: written on the paper later. */
    NOTE,
    /** An annex that says to what it belongs, after which another document begins. */
    ANNEX,
    /** Where the paper lies. */
    ARCHIVE,
    /** A line of the head or the foot that is none of these. */
    OTHER
}
