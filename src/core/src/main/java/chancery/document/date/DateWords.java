package chancery.document.date;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Dates as people write them, of which the words themselves tell the calendar.
 *
 * <p>Examples: {@code 17 February 1755}, {@code February 17, 1755}, {@code 18.I.1955}; {@code 11 February 1675/6} (Julian,
 * see {@link WrittenDate}); {@code 光緒26年閏8月7日}; {@code 18 brumaire an VIII}; {@code 6983 year of the world, September};
 * {@code c. 1955} as {@code 1955~}, {@code [1955?]} as {@code 1955?}, {@code [ca. 1955?]} as {@code 1955%}. Square
 * brackets say that an editor supplied the date, which makes it neither uncertain nor another.
 *
 * <p>{@code after 1955} is {@code [1955..]}, {@code before 1955} is {@code [..1955]}: whether the year itself is left out,
 * the words do not say, and the wider reading contradicts nothing. {@code 18.01.55} is {@code XX55-01-18}, since its
 * century is not known.
 */
public final class DateWords {
    private static final Pattern WORDS = Pattern.compile(
            "(?:(?<bound>after|before) )?(?<around>(?:c|ca)(?:\\. ?| )|circa |about )?(?<date>.+?)(?<doubt> ?\\?)?",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern SHORT_YEAR =
            Pattern.compile("(?<day>\\d{1,2}\\. ?[\\p{L}\\d]{1,9}\\. ?)(?<year>\\d{2})");
    private static final int LONGEST = 100;

    private DateWords() {}

    /** The first and the last date, in EDTF, of what the words leave open; the same if they leave nothing open. */
    private record Ends(String first, String last) {
        static Ends of(Days days) {
            return new Ends(String.valueOf(days.first()), String.valueOf(days.last()));
        }
    }

    /** Reads a date in words; empty if it is none, or no day of its calendar. */
    public static Optional<HistoricalDate> read(String text) {
        if (text.length() > LONGEST) {
            return Optional.empty();
        }
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKC)
                .replaceAll("\\s+", " ")
                .strip()
                .replaceFirst("^\\[([^\\[\\]]+)\\]$", "$1");
        Matcher words = WORDS.matcher(plain);
        if (!words.matches()) {
            return Optional.empty();
        }
        boolean uncertain = words.group("doubt") != null;
        String doubt = words.group("around") == null ? uncertain ? "?" : "" : uncertain ? "%" : "~";
        try {
            return ends(words.group("date"))
                    .map(ends -> edtf(words.group("bound"), ends.first + doubt, ends.last + doubt))
                    .map(HistoricalDate::parse);
        } catch (IllegalArgumentException noSuchDay) {
            return Optional.empty();
        }
    }

    private static String edtf(@Nullable String bound, String first, String last) {
        if (bound == null) {
            return first.equals(last) ? first : "[" + first + ".." + last + "]";
        }
        return bound.equalsIgnoreCase("after") ? "[" + first + "..]" : "[.." + last + "]";
    }

    private static Optional<Ends> ends(String text) {
        Matcher brief = SHORT_YEAR.matcher(text);
        if (brief.matches()) {
            return DateParts.read(brief.group("day") + "00" + brief.group("year"))
                    .map(parts -> parts.edtf().replaceFirst("00", "XX"))
                    .map(edtf -> new Ends(edtf, edtf));
        }
        Optional<DateParts> parts = DateParts.read(text);
        if (parts.isPresent() && !parts.get().dual()) {
            return parts.map(DateParts::edtf).map(edtf -> new Ends(edtf, edtf));
        }
        return Stream.of(
                        WrittenCalendar.JULIAN,
                        WrittenCalendar.CHINESE,
                        WrittenCalendar.FRENCH_REPUBLICAN,
                        WrittenCalendar.BYZANTINE)
                .filter(calendar -> calendar != WrittenCalendar.BYZANTINE || WrittenDate.isOfTheWorld(text))
                .map(calendar -> WrittenDate.days(calendar, text))
                .flatMap(Optional::stream)
                .findFirst()
                .map(Ends::of);
    }
}
