package chancery.register;

import chancery.office.Words;

/** When a number series begins again with its first number. */
public enum Reset {
    NEVER,
    YEARLY;

    /** The word that files and tables write, such as {@code yearly}. */
    public String word() {
        return Words.of(this);
    }
}
