package chancery.document.date;

import java.text.Normalizer;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A day, month or year of the French republic: {@code 18 brumaire an VIII}, {@code 18 Brumaire, year 8},
 * {@code 2e jour complémentaire an III}, {@code an IX}.
 *
 * <p>Twelve months of thirty days, then five complementary days, six of them in the years III, VII and XI, so that the
 * year I began on 22 September 1792 and every other on the autumnal equinox at Paris. The calendar ended with 10 nivôse
 * XIV, 31 December 1805; the dates of the Commune of 1871 are not read. Source: decree of 4 frimaire II (24 November
 * 1793), and the concordances printed since. Worked example: 18 brumaire VIII is 9 November 1799.
 */
final class RepublicanDate {
    private static final List<String> MONTHS = List.of(
            "vendemiaire",
            "brumaire",
            "frimaire",
            "nivose",
            "pluviose",
            "ventose",
            "germinal",
            "floreal",
            "prairial",
            "messidor",
            "thermidor",
            "fructidor");

    private static final List<String> YEARS =
            List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii", "xiii", "xiv");

    private static final int MONTH = 30;
    private static final LocalDate BEGIN = LocalDate.of(1792, 9, 22);
    private static final LocalDate END = LocalDate.of(1805, 12, 31);

    private static final String YEAR = "(?<year>\\d{1,2}|[ivx]{1,4})";
    private static final String ORDINAL = "(?:er|e|eme|st|nd|d|rd|th)?";
    private static final List<Pattern> FORMS = Stream.of(
                    "(?:(?:le )?(?<day>\\d{1,2})" + ORDINAL + " )?(?<month>" + String.join("|", MONTHS) + "),?"
                            + " (?:(?:de )?(?:l'an|an|year) )?" + YEAR,
                    "(?:(?:le )?(?<day>\\d)" + ORDINAL + " )?(?:jours? )?(?<month>complementa(?:ire|ry)s?)(?: days?)?,?"
                            + " (?:(?:de )?(?:l'an|an|year) )?" + YEAR,
                    "(?<day>)(?<month>)(?:l')?an " + YEAR)
            .map(Pattern::compile)
            .toList();

    private RepublicanDate() {}

    /**
     * Reads the days.
     *
     * @return empty if the text has not the form
     * @throws IllegalArgumentException if the calendar had no such day, saying what it had
     */
    static Optional<Days> read(String text) {
        String folded = Normalizer.normalize(text, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replace('’', '\'')
                .toLowerCase(Locale.ROOT);
        return FORMS.stream()
                .map(form -> form.matcher(folded))
                .filter(Matcher::matches)
                .findFirst()
                .map(parts -> days(parts, text));
    }

    private static Days days(Matcher parts, String text) {
        int year = year(parts.group("year"));
        if (year < 1 || year > YEARS.size()) {
            throw new IllegalArgumentException("\"" + text
                    + "\" is no day of the French republican calendar; it has the years I to XIV: check the year");
        }
        LocalDate begins = BEGIN.plusDays(365L * (year - 1) + year / 4); // 4, 8, 12 follow a year of 366 days
        int complementary = year % 4 == 3 ? 6 : 5;
        String month = parts.group("month");
        if (month.isEmpty()) {
            return days(begins, 12 * MONTH + complementary, text);
        }
        int before = MONTHS.indexOf(month);
        LocalDate first = begins.plusDays((long) MONTH * (before < 0 ? MONTHS.size() : before));
        int length = before < 0 ? complementary : MONTH;
        String day = parts.group("day");
        if (day == null) {
            return days(first, length, text);
        }
        int number = Integer.parseInt(day);
        WrittenCalendar.FRENCH_REPUBLICAN.refuseDayBeyond(length, number, text);
        return days(first.plusDays(number - 1L), 1, text);
    }

    /** So many days from the first; what would come after the end of the calendar is left out. */
    private static Days days(LocalDate first, int length, String text) {
        if (first.isAfter(END)) {
            throw new IllegalArgumentException("\"" + text
                    + "\" is no day of the French republican calendar; it ended with 10 nivôse XIV: check the date");
        }
        LocalDate last = first.plusDays(length - 1L);
        return new Days(first, last.isAfter(END) ? END : last);
    }

    private static int year(String written) {
        return Character.isDigit(written.charAt(0)) ? Integer.parseInt(written) : YEARS.indexOf(written) + 1;
    }
}
