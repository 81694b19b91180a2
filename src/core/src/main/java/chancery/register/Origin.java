package chancery.register;

import chancery.office.Words;

/** Whence an entry comes. */
public enum Origin {
    /** Given out by this system. */
    LIVE,
    /** Read on a historical document. */
    OBSERVED,
    /** Read once, but the case file that said so has been replaced: such an entry counts no more. */
    WITHDRAWN;

    /** As tables write it. */
    public String word() {
        return Words.of(this);
    }
}
