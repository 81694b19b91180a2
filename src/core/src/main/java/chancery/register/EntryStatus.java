package chancery.register;

import chancery.office.Words;

/** What became of a number. */
public enum EntryStatus {
    ISSUED,
    RESERVED,
    VOID,
    LOST,
    NOT_SEEN;

    /** The status as tables and pages write it, such as {@code not seen}. */
    public String word() {
        return Words.of(this);
    }
}
