package chancery.reading.frus;

import chancery.reading.particular.Clocks;
import java.time.LocalDate;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * When a paper was received of which only the clock is told: presumably on the day of sending, if the clocks of both
 * places allow it.
 *
 * @param date {@code null} if not even the day of sending can be presumed
 * @param ambiguous whether the clocks do not allow that day, or cannot be asked
 * @param because how the day was found; {@code null} if it is told
 */
record Receipt(
        @Nullable String date, boolean ambiguous, @Nullable String because) {
    /**
     * @param clock a time, or two with a stroke between them
     * @param washington the zone of the Department, to which telegrams go; {@code null}: that of sending
     */
    static Receipt at(String clock, Dateline sent, @Nullable ZoneId washington) {
        LocalDate day = sent.day();
        if (day == null) {
            return new Receipt(null, true, "the note gives no day, and that of sending cannot be checked");
        }
        String time = sent.time();
        ZoneId zone = sent.zone();
        if (time == null || time.indexOf('/') >= 0 || zone == null) {
            return new Receipt(day + "?", true, "no day is given; that of sending, whose clock is not known");
        }
        String first = clock.indexOf('/') < 0 ? clock : clock.substring(0, clock.indexOf('/'));
        Clocks.Arrival arrival = Clocks.arrival(day, time, zone, first, washington == null ? zone : washington);
        return arrival.sameDay()
                ? new Receipt(
                        day + "?",
                        false,
                        "no day is given; that of sending, which the clocks allow: " + arrival.because())
                : new Receipt(
                        null,
                        true,
                        "no day is given, and the clocks do not allow that of sending: " + arrival.because());
    }
}
