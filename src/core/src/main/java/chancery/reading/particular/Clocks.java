package chancery.reading.particular;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Puts the clocks of two places on one line. Times are never subtracted as printed; the zone of a place is data, its
 * offset on a day that of the tz database.
 */
public final class Clocks {
    private final Map<String, ZoneId> zones;

    public Clocks(Map<String, ZoneId> zones) {
        this.zones = zones;
    }

    /** The zone of the place that a text begins with, such as {@code Taipei, January 13, 1955}. */
    public Optional<ZoneId> zoneOf(String text) {
        String bare = text.startsWith("[") ? text.substring(1) : text;
        return zones.entrySet().stream()
                .filter(clock -> bare.startsWith(clock.getKey()))
                .max((a, b) -> Integer.compare(a.getKey().length(), b.getKey().length()))
                .map(Map.Entry::getValue);
    }

    /** A moment by the clock of a place; midnight {@code 24:00} ends the day. */
    static ZonedDateTime moment(LocalDate day, String clock, ZoneId zone) {
        if (isUniversal(clock)) {
            return moment(day, clock.substring(0, clock.length() - 1), ZoneOffset.UTC);
        }
        return clock.equals("24:00")
                ? day.plusDays(1).atStartOfDay(zone)
                : ZonedDateTime.of(day, LocalTime.parse(clock), zone);
    }

    /**
     * Whether something can have come in on its day of sending.
     *
     * @return the reason, both clocks on one line
     */
    public static Arrival arrival(LocalDate day, String sent, ZoneId from, String received, ZoneId at) {
        ZonedDateTime sending = moment(day, sent, from);
        ZonedDateTime receipt = moment(day, received, at);
        String line = sent + " " + place(from) + " (" + sending.getOffset() + ") is "
                + told(sending.withZoneSameInstant(at), day) + " " + place(at) + " (" + receipt.getOffset() + ")";
        return new Arrival(!receipt.isBefore(sending), line);
    }

    /**
     * @param sameDay whether the clocks allow the day of sending
     * @param because both clocks on one line
     */
    public record Arrival(boolean sameDay, String because) {}

    private static String told(ZonedDateTime moment, LocalDate day) {
        String clock = String.format(Locale.ROOT, "%02d:%02d", moment.getHour(), moment.getMinute());
        return moment.toLocalDate().equals(day) ? clock : clock + " of " + moment.toLocalDate();
    }

    private static String place(ZoneId zone) {
        return zone.getId();
    }

    /** Whether a clock shows universal time: {@code 11:31Z}. */
    private static boolean isUniversal(String clock) {
        return clock.endsWith("Z");
    }

    /** A day with its clock and the offset of its zone, EDTF; without zone or clock as much as is known. */
    public static String written(LocalDate day, @Nullable String clock, @Nullable ZoneId zone) {
        if (clock == null || clock.indexOf('/') >= 0) {
            return day.toString();
        }
        if (isUniversal(clock)) {
            return day + "T" + clock;
        }
        if (zone == null) {
            return clock.equals("24:00") ? day.toString() : day + "T" + clock;
        }
        ZonedDateTime moment = moment(day, clock, zone);
        return moment.toLocalDateTime()
                + (moment.getOffset().getTotalSeconds() == 0
                        ? "Z"
                        : moment.getOffset().getId());
    }
}
