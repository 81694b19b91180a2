package chancery.procedure.explanation;

import chancery.document.Mark;
import chancery.document.date.HistoricalDate;
import chancery.office.Act;
import chancery.path.Contradiction;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;

/** Two dates that deny the order of the acts they date, and what each way out of it would need. None is picked. */
final class DateConflict {
    /** Days by which the Julian calendar was behind the Gregorian, from the 16th to the 20th century. */
    private static final long LEAST_CALENDAR = 10;

    private static final long MOST_CALENDAR = 13;

    private DateConflict() {}

    /**
     * Tells a conflict.
     *
     * @param earlier the mark of the act that came first by its nature or place, but is dated later
     * @param later the mark of the act that came after it, but is dated earlier
     */
    static Contradiction between(
            Mark earlier, Act act, HistoricalDate date, Mark later, Act laterAct, HistoricalDate laterDate) {
        return new Contradiction(
                later.id(),
                later.reading(),
                "\"" + laterAct.word() + "\" is dated " + laterDate.edtf() + ", but \"" + act.word()
                        + "\", which comes before it, is dated " + date.edtf() + " (mark " + earlier.id() + "); "
                        + waysOut(date, laterDate) + "; none of these is taken, and both dates stand");
    }

    private static String waysOut(HistoricalDate date, HistoricalDate laterDate) {
        LocalDate first = date.earliest();
        LocalDate last = laterDate.latest();
        if (first == null || last == null) {
            return "one of the two is wrong";
        }
        long days = ChronoUnit.DAYS.between(last, first);
        StringBuilder ways = new StringBuilder("one of the two is wrong by ")
                .append(days)
                .append(days == 1 ? " day" : " days")
                .append(" or more");
        if (differInOneDigit(first, last)) {
            ways.append(", or a digit is misread");
        }
        if (days >= LEAST_CALENDAR && days <= MOST_CALENDAR) {
            ways.append(", or they are of two calendars");
        }
        return ways.append(", or the act was done in another round").toString();
    }

    private static boolean differInOneDigit(LocalDate one, LocalDate other) {
        String a = one.toString();
        String b = other.toString();
        int differing = 0;
        for (int i = 0; i < Math.min(a.length(), b.length()); i++) {
            differing += a.charAt(i) == b.charAt(i) ? 0 : 1;
        }
        return a.length() == b.length() && differing == 1;
    }
}
