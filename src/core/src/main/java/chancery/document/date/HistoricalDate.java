package chancery.document.date;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A date as historians write it, and what it says in days: EDTF (ISO 8601-2:2019, annex A; Library of Congress,
 * <i>Extended Date/Time Format Specification</i>, 2019), levels 0 to 2 without exponents and significant digits.
 *
 * <p>Examples: {@code 1955-01-17}, {@code 1955-01}, {@code 195X}, {@code 1955-XX-17}, {@code 1955~}, {@code 1955-01-?17}
 * (only the day is uncertain), {@code 1955-21} (spring), {@code 1955-33} (first quarter), {@code 1955-01-17/1955-02},
 * {@code ../1955}, {@code [1955-01-17, 1955-01-19]} (one of them), <code>{1955-01-17, 1955-01-19}</code> (all of them).
 * The calendar is the proleptic Gregorian one; seasons are those of the northern hemisphere, unless the southern one is
 * named, winter beginning in December of its year. A set extends from its first day to its last.
 *
 * <p>Qualifiers ({@code ?} uncertain, {@code ~} approximate, {@code %} both) mark doubt; they do not widen the days that
 * the date states, but those that it binds to. One in the year leaves nothing sure, one in the month the year, one in
 * the day the month. To the right of a part it applies to everything to its left too: {@code 1955-01-17?} binds to
 * nothing, {@code 1955-01-?17} to January 1955, {@code 1955-?01-17} to 1955.
 *
 * <p>A clock time may stop at the minute, {@code 1950-10-14T03:15}, and may stand at the ends of an interval: ISO 8601
 * allows both where EDTF does not, and seconds that nobody wrote down would be invented. It is kept as written and says
 * no more than its day: two clocks may stand at different places, so they order nothing; the order within a day is
 * stated between marks. With an offset from universal time the day may be that of the place or the universal one, so
 * that a telegram of one in the morning at Taipei may come in at Washington on the day before.
 *
 * @param edtf as written
 * @param earliest first day it may be, {@code null} if open
 * @param latest last day it may be, {@code null} if open
 * @param surelyFrom first day that it binds to, doubt allowed for; {@code null} if it binds to none
 * @param surelyUntil last day that it binds to, doubt allowed for; {@code null} if it binds to none
 */
public record HistoricalDate(
        String edtf,
        @Nullable LocalDate earliest,
        @Nullable LocalDate latest,
        @Nullable LocalDate surelyFrom,
        @Nullable LocalDate surelyUntil) {
    private static final Pattern DOUBT = Pattern.compile("[?~%]");
    private static final Pattern CLOCK =
            Pattern.compile("-?\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}(:\\d{2})?(?<zone>Z|[+-]\\d{2}(:\\d{2})?)?");
    private static final Duration LARGEST_OFFSET = Duration.ofHours(14);
    private static final int LONGEST = 4000;

    /**
     * Reads EDTF.
     *
     * @throws IllegalArgumentException saying what is wrong with the text
     */
    public static HistoricalDate parse(String edtf) {
        if (edtf.length() > LONGEST) {
            throw new IllegalArgumentException("the date has " + edtf.length() + " characters; write at most " + LONGEST
                    + ", perhaps as a span from first to last");
        }
        Extent extent = extent(edtf);
        return new HistoricalDate(
                edtf,
                extent.stated().first(),
                extent.stated().last(),
                extent.sure().first(),
                extent.sure().last());
    }

    /** Whether any part of it is marked as uncertain or approximate. */
    public boolean isDoubtful() {
        return DOUBT.matcher(edtf).find();
    }

    /** Whether both, as stated, may be one and the same day. */
    public boolean overlaps(HistoricalDate other) {
        return !isBefore(other) && !other.isBefore(this);
    }

    /** Whether this, as stated, certainly lies before the other. */
    public boolean isBefore(HistoricalDate other) {
        return new Days(earliest, latest).isBefore(new Days(other.earliest, other.latest));
    }

    /** Whether this lies before the other even if all that is in doubt is wrong. */
    public boolean surelyBefore(HistoricalDate other) {
        return new Days(surelyFrom, surelyUntil).isBefore(new Days(other.surelyFrom, other.surelyUntil));
    }

    private static Extent extent(String edtf) {
        if (EdtfSet.isOne(edtf)) {
            return EdtfSet.read(edtf);
        }
        int slash = edtf.indexOf('/');
        if (slash < 0) {
            Extent extent = single(edtf);
            if (edtf.chars().noneMatch(Character::isDigit)) {
                throw new IllegalArgumentException("\"" + edtf + "\" says nothing; leave it out");
            }
            return extent;
        }
        if (edtf.indexOf('/', slash + 1) >= 0) {
            throw notEdtf(edtf);
        }
        Extent begin = end(edtf.substring(0, slash));
        Extent end = end(edtf.substring(slash + 1));
        if (end.stated().isBefore(begin.stated())) {
            throw new IllegalArgumentException("the interval \"" + edtf + "\" ends before it begins; turn it round");
        }
        Extent whole = begin.until(end);
        if (whole.stated().equals(Days.ANY)) {
            throw new IllegalArgumentException(
                    "the interval \"" + edtf + "\" has neither beginning nor end; leave it out");
        }
        return whole;
    }

    /** One end of an interval: a date, open ({@code ..}) or unknown (empty). */
    private static Extent end(String text) {
        return text.isEmpty() || text.equals("..") ? Extent.certain(Days.ANY) : single(text);
    }

    private static Extent single(String text) {
        Matcher clock = CLOCK.matcher(text);
        return clock.matches()
                ? Extent.certain(ofClock(text, clock.group("zone") != null))
                : EdtfDate.read(text).orElseThrow(() -> notEdtf(text));
    }

    /** The refusal of a text that has not the form of a date; says in EDTF what it means in words. */
    static IllegalArgumentException notEdtf(String text) {
        String meant =
                DateWords.read(text).map(date -> "; this may be " + date.edtf()).orElse("");
        return new IllegalArgumentException("\"" + text
                + "\" is not an EDTF date; write for example 1955-01-17, 1955-01, 195X, 1955~ or 1955-01/1955-03"
                + meant);
    }

    private static Days ofClock(String text, boolean zoned) {
        try {
            if (!zoned) {
                return Days.of(LocalDateTime.parse(text).toLocalDate());
            }
            OffsetDateTime moment = OffsetDateTime.parse(text.replaceFirst("([+-]\\d{2})$", "$1:00"));
            if (Math.abs(moment.getOffset().getTotalSeconds()) > LARGEST_OFFSET.toSeconds()) {
                throw new IllegalArgumentException("\"" + text
                        + "\" is more than 14:00 off universal time, which no place on earth is; check the offset");
            }
            LocalDate universal = moment.withOffsetSameInstant(ZoneOffset.UTC).toLocalDate();
            return Days.of(moment.toLocalDate()).hull(Days.of(universal));
        } catch (DateTimeException impossible) {
            throw new IllegalArgumentException(
                    "\"" + text + "\" is no moment of the calendar; check day, clock and offset", impossible);
        }
    }
}
