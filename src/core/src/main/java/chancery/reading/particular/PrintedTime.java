package chancery.reading.particular;

import chancery.reading.text.Tokens;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * A clock time in a text.
 *
 * @param clock {@code HH:mm}
 * @param end the token behind it
 */
public record PrintedTime(String clock, int end) {
    private static final Pattern CLOCK = Pattern.compile("[:.]");
    private static final Set<String> HOURS = Set.of("hours", "hour", "hrs", "h", "час", "часа", "часов", "ч");
    private static final Set<String> MINUTES = Set.of("minutes", "minute", "min", "m", "минут", "минуты", "мин", "м");

    /** The time that begins with a token. */
    public static Optional<PrintedTime> at(Tokens tokens, int from, int limit) {
        if (from >= limit) {
            return Optional.empty();
        }
        String[] parts = CLOCK.split(tokens.at(from), 3);
        if (parts.length == 2) {
            int end = from + 1;
            return time(parts[0], parts[1], end < limit && HOURS.contains(tokens.folded(end)) ? end + 1 : end);
        }
        int hour = afterUnit(tokens, from + 1, limit, HOURS);
        int minute = hour < limit ? afterUnit(tokens, hour + 1, limit, MINUTES) : hour;
        return hour == from + 1 || minute <= hour + 1
                ? Optional.empty()
                : time(tokens.at(from), tokens.at(hour), minute);
    }

    private static int afterUnit(Tokens tokens, int at, int limit, Set<String> units) {
        if (at >= limit || !units.contains(tokens.folded(at))) {
            return at;
        }
        return at + 1 < limit && tokens.is(at + 1, ".") ? at + 2 : at + 1;
    }

    private static Optional<PrintedTime> time(String hour, String minute, int end) {
        int hours = PrintedDate.digits(hour, 2);
        int minutes = minute.length() == 2 ? PrintedDate.digits(minute, 2) : -1;
        return hours < 0 || hours > 23 || minutes < 0 || minutes > 59
                ? Optional.empty()
                : Optional.of(new PrintedTime(String.format("%02d:%02d", hours, minutes), end));
    }
}
