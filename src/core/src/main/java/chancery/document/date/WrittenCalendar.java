package chancery.document.date;

import java.util.Locale;

/** The calendar in which a date stands on the paper. */
public enum WrittenCalendar {
    GREGORIAN("year, month and day, such as 1755-02-17 or 17 February 1755"),
    JULIAN("year, month and day, such as 1755-02-17, 17 February 1755 or 11 February 1675/6"),
    CHINESE("reign era, year, month and day, such as Qianlong 41-03-07, in a leap month Guangxu 26-08L-07,"
            + " or as the paper has it, such as 光緒二十六年閏八月初七"),
    FRENCH_REPUBLICAN("day, month and year, such as 18 brumaire an VIII or 2e jour complémentaire an III"),
    BYZANTINE("year of the world, month and day, such as 6983-09-17, 17 September 6983"
            + " or 6983 year of the world, September");

    private final String form;

    WrittenCalendar(String form) {
        this.form = form;
    }

    /** The calendar by its name: {@code French republican}. */
    public String word() {
        return name().charAt(0) + name().substring(1).toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** How its dates are written here. */
    String form() {
        return form;
    }

    /** Refuses a day that a month of so many days has not. */
    void refuseDayBeyond(int length, int day, String text) {
        if (day < 1 || day > length) {
            throw new IllegalArgumentException("\"" + text + "\" is no day of the " + word()
                    + " calendar; that month has the days 01 to " + length + ": check the day");
        }
    }
}
