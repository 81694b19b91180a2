package chancery.document.date;

import java.util.Locale;

/** The calendar in which a date stands on the paper. */
public enum WrittenCalendar {
    GREGORIAN,
    JULIAN,
    CHINESE;

    /** The calendar by its name. */
    public String word() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT);
    }
}
