package chancery.register;

import chancery.office.Direction;
import chancery.office.OfficeId;
import java.time.LocalDate;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A series of registry numbers: who gives them out, to what, and how they are written. A number of it is written
 * prefix, digits, suffix; leading zeros do not count, so that {@code 0404s} is number 404 of the suffix {@code s}.
 *
 * @param prefix may end in zeros (a leading zero marks secret papers), but not in another digit
 * @param suffix does not begin with a digit
 * @param reset when it begins again
 * @param first the number that it begins with
 * @param from first day on which numbers are given out, {@code null} for ever since
 * @param until first day on which they no longer are, {@code null} for ever after
 * @param complete whether every number of it is claimed to be entered, so that a missing one is a gap
 * @param source where the series is known from, or {@code assumed}
 */
public record NumberSeries(
        SeriesId id,
        OfficeId office,
        Direction direction,
        String prefix,
        String suffix,
        Reset reset,
        long first,
        @Nullable LocalDate from,
        @Nullable LocalDate until,
        boolean complete,
        String source) {
    /** Longer numbers are no numbers of a register. */
    private static final int MOST_DIGITS = 18;

    public NumberSeries {
        if (prefix.replaceFirst("0+$", "").matches(".*\\d$")) {
            throw new IllegalArgumentException(
                    "the prefix \"" + prefix + "\" ends in a digit, which could not be told from the number");
        }
        if (suffix.matches("\\d.*")) {
            throw new IllegalArgumentException(
                    "the suffix \"" + suffix + "\" begins with a digit, which could not be told from the number");
        }
        if (first < 0) {
            throw new IllegalArgumentException("a series begins with 0 or more, not with " + first);
        }
        if (from != null && until != null && !from.isBefore(until)) {
            throw new IllegalArgumentException("a series that begins on " + from + " cannot cease on " + until);
        }
    }

    /** A number as it is written. */
    public String text(long number) {
        return text(number, Numeral.ARABIC);
    }

    /** A number as it is written with a kind of numeral. */
    public String text(long number, Numeral numeral) {
        return prefix + numeral.written(number) + suffix;
    }

    /** The number that a text writes, if it is written as those of this series are. */
    public Optional<Long> valueOf(String text) {
        if (!text.startsWith(prefix) || !text.endsWith(suffix) || text.length() <= prefix.length() + suffix.length()) {
            return Optional.empty();
        }
        String digits = text.substring(prefix.length(), text.length() - suffix.length());
        return digits.matches("[0-9]{1," + MOST_DIGITS + "}") ? Optional.of(Long.valueOf(digits)) : Optional.empty();
    }

    /** Whether a text has what marks the numbers of this series, a prefix or a suffix, whoever wrote it. */
    public boolean hasFormOf(String text) {
        return !(prefix + suffix).isEmpty() && valueOf(text).isPresent();
    }

    /** The period in which a number lies that was given out between two days. */
    public Period periodOf(@Nullable LocalDate earliest, @Nullable LocalDate latest) {
        return reset == Reset.NEVER ? Period.WHOLE : Period.between(earliest, latest);
    }

    /** Whether the series can have given out a number between two days; an open or unknown end speaks for it. */
    public boolean isValid(@Nullable LocalDate earliest, @Nullable LocalDate latest) {
        return (until == null || earliest == null || earliest.isBefore(until))
                && (from == null || latest == null || !latest.isBefore(from));
    }

    /**
     * Whether one written number could belong to both: same office and direction, valid at one time, and a text that
     * both read as a number.
     */
    public boolean overlaps(NumberSeries other) {
        return office.equals(other.office)
                && direction == other.direction
                && isValid(other.from, other.until == null ? null : other.until.minusDays(1))
                && (sharesTexts(other) || other.sharesTexts(this));
    }

    /**
     * Whether this, having the shorter prefix, can write what the other writes. The rest of the other's prefix is then
     * read as digits and the beginning of this suffix: {@code 27/} and {@code /449} share 27/449.
     */
    private boolean sharesTexts(NumberSeries other) {
        if (!other.prefix.startsWith(prefix)) {
            return false;
        }
        Matcher rest = Pattern.compile("([0-9]*)(.*)").matcher(other.prefix.substring(prefix.length()));
        if (!rest.matches() || rest.group(2).isEmpty()) {
            return suffix.equals(other.suffix);
        }
        return !rest.group(1).isEmpty()
                && Pattern.matches(Pattern.quote(rest.group(2)) + "[0-9]+" + Pattern.quote(other.suffix), suffix);
    }

    /** Whether both are one series, whatever is said of its source and completeness. */
    public boolean isSameAs(NumberSeries other) {
        return equals(new NumberSeries(
                other.id,
                other.office,
                other.direction,
                other.prefix,
                other.suffix,
                other.reset,
                other.first,
                other.from,
                other.until,
                complete,
                source));
    }

    /** What the series is, in words: {@code department, outgoing, 1/dv, yearly}. */
    public String inWords() {
        return office + ", " + direction.word() + ", " + text(first) + ", " + reset.word()
                + (from == null ? "" : ", from " + from) + (until == null ? "" : ", until " + until);
    }
}
