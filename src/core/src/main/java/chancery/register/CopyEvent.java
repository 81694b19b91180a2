package chancery.register;

import chancery.office.Words;

/** What happens to a copy. */
public enum CopyEvent {
    SENT,
    RETURNED,
    BURNED;

    /** As tables write it. */
    public String word() {
        return Words.of(this);
    }
}
