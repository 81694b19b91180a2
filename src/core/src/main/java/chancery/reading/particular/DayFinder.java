package chancery.reading.particular;

import chancery.document.date.MonthNames;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Days as clerks write them, in English, Russian, German and French: {@code 16.III}, {@code 15/II-56 г.}, {@code 2nd Nov.
 * 1928}, {@code den 8. März 1971}, {@code 1974 JUN 20}. Where the year is missing it is that of the paper; a day more than
 * half a year before the paper's is of the year after. {@code 6/7} is the 6th of July, but on an American paper, which
 * writes {@code June 7, 1961} elsewhere, June 7.
 */
public final class DayFinder {
    private static final int HALF_A_YEAR = 183;
    private static final int CENTURY = 100;
    private static final int MILLENNIUM = 1000;

    private static final String DAY = "(?<!\\d)[«\"“„]?(?<d>\\d{1,2})(?:st|nd|rd|th)?[»\"”“]?";
    private static final String YEAR = "(?<y>\\d{4}|\\d{2,3})(?!\\d)(?: ?(?:г\\.|года|р\\.))?";
    private static final String NAME = "(?<m>\\p{L}{3,9})\\.?";
    private static final String ROMAN = "(?<m>X{0,1}V?I{1,3}|I?[VX]|XI{0,2})";

    private static final List<Pattern> SHAPES = List.of(
            Pattern.compile("(?<!\\d)(?<y>[12]\\d{3})\\s+" + NAME + "\\s+(?<d>\\d{1,2})(?!\\d)"),
            Pattern.compile(DAY + "\\.?\\s*(?:of |ten |de )?" + NAME + ",?\\s+" + YEAR),
            Pattern.compile("(?<!\\p{L})" + NAME + "\\s+(?<d>\\d{1,2})(?:st|nd|rd|th)?,?\\s+" + YEAR),
            Pattern.compile("(?<!\\d)(?<d>\\d{2})\\d{4}Z? " + NAME + " (?<y>\\d{2}|\\d{4})(?!\\d)"),
            Pattern.compile("(?<!\\d)(?<y>[12]\\d{3})-(?<m>\\d{2})-(?<d>\\d{2})(?!\\d)"),
            Pattern.compile(DAY + "\\s?[./-]\\s?(?<m>\\d{1,2})\\s?[./-]\\s?" + YEAR),
            Pattern.compile(DAY + "\\s?[./ -]\\s?" + ROMAN + "\\s?[./ -]\\s?" + YEAR),
            Pattern.compile("(?<!\\d)(?<d>\\d{1,2})\\.?(?:st|nd|rd|th)?\\s+" + NAME),
            Pattern.compile("(?<!\\p{L})" + NAME + "\\s+(?<d>\\d{1,2})(?:st|nd|rd|th)?(?![\\d:])"),
            Pattern.compile("(?<![\\d./-])(?<d>\\d{1,2})\\s?[./-]\\s?" + ROMAN + "(?![\\p{L}\\d])"),
            Pattern.compile("(?<![\\d./-])(?<d>\\d{1,2})/(?<m>x?v?i{1,3}|i?[vx]|xi{0,2})(?![\\p{L}\\d])"),
            Pattern.compile("(?<![\\d./-])(?<d>\\d{1,2}) (?<m>I{2,3}|I[VX]|VI{1,3}|XI{1,2})(?![\\p{L}\\d.])"),
            Pattern.compile("(?<![\\d./-])(?<d>\\d{1,2})(?<sep>[./])(?<m>\\d{1,2})(?:[./](?!\\d))?(?![\\d./-])"));

    private static final Pattern YEARS = Pattern.compile("(?<!\\d)(1[5-9]\\d\\d|20\\d\\d)(?!\\d)");
    private static final Pattern AMERICAN =
            Pattern.compile("(?<!\\p{L})\\p{Lu}\\p{L}{2,8} \\d{1,2}, ?[12]\\d{3}|[12]\\d{3} \\p{Lu}{3} \\d{1,2}");

    private final int year;
    private final boolean american;
    private final @Nullable LocalDate first;

    /** A finder that knows the years and the habits of one paper. */
    public DayFinder(String paper) {
        Matcher years = YEARS.matcher(paper);
        this.year = years.find() ? Integer.parseInt(years.group()) : 0;
        this.american = AMERICAN.matcher(paper).find();
        this.first = scan(paper, null).stream()
                .filter(Day::stated)
                .findFirst()
                .map(Day::day)
                .orElse(null);
    }

    /**
     * A day in a text.
     *
     * @param from its first character
     * @param to the character behind its last
     * @param stated whether its year stands beside it
     */
    public record Day(int from, int to, LocalDate day, boolean stated) {}

    /** The days of a text, in order; those that overlap an earlier or longer one are left out. */
    public List<Day> in(String text) {
        return scan(text, first);
    }

    private List<Day> scan(String text, @Nullable LocalDate paper) {
        List<Day> found = new ArrayList<>();
        for (Pattern shape : SHAPES) {
            Matcher match = shape.matcher(text);
            int at = 0;
            while (match.find(at)) {
                at = match.start() + 1;
                Day day = day(match, paper);
                if (day != null
                        && found.stream().noneMatch(other -> other.from() < day.to() && day.from() < other.to())) {
                    found.add(day);
                    at = day.to();
                }
                if (at >= text.length()) {
                    break;
                }
            }
        }
        found.sort(Comparator.comparingInt(Day::from));
        return found;
    }

    private @Nullable Day day(Matcher match, @Nullable LocalDate paper) {
        int day = Integer.parseInt(match.group("d"));
        OptionalInt month = month(match.group("m"));
        if (month.isEmpty()) {
            return null;
        }
        boolean stated = match.pattern().pattern().contains("(?<y>");
        boolean swaps = !stated && american && match.group().indexOf('/') > 0;
        int first = swaps ? month.getAsInt() : day;
        int second = swaps ? day : month.getAsInt();
        if (second > 12 && first <= 12) {
            int other = first;
            first = second;
            second = other;
        }
        try {
            LocalDate date =
                    stated ? LocalDate.of(year(match.group("y")), second, first) : beside(second, first, paper);
            return new Day(match.start(), match.end(), date, stated);
        } catch (DateTimeException noSuchDay) {
            return null;
        }
    }

    /** The day of the paper's year, or of the year after where it would lie long before the paper. */
    private LocalDate beside(int month, int day, @Nullable LocalDate paper) {
        if (paper == null) {
            return LocalDate.of(year == 0 ? CENTURY : year, month, day);
        }
        LocalDate date = LocalDate.of(paper.getYear(), month, day);
        return date.isBefore(paper.minusDays(HALF_A_YEAR)) ? date.plusYears(1) : date;
    }

    private int year(String figures) {
        int number = Integer.parseInt(figures);
        int known = year == 0 ? 1900 : year;
        return switch (figures.length()) {
            case 2 -> known / CENTURY * CENTURY + number;
            case 3 -> known / MILLENNIUM * MILLENNIUM + number;
            default -> number;
        };
    }

    private static OptionalInt month(String word) {
        String folded = word.toLowerCase(Locale.ROOT);
        if (Character.isDigit(folded.charAt(0))) {
            int month = Integer.parseInt(folded);
            return month < 1 || month > 31 ? OptionalInt.empty() : OptionalInt.of(month);
        }
        int roman = MonthNames.roman(folded);
        if (roman > 0) {
            return OptionalInt.of(roman);
        }
        int month = MonthNames.month(folded);
        return month == 0 ? OptionalInt.empty() : OptionalInt.of(month);
    }
}
