package chancery.document.date;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The months of the Qing, 1644 to 1911, that its almanac began on another day, or numbered otherwise, than modern
 * astronomy (ICU 77.1) computes: the calendar office predicted new moons and solar terms less exactly, and intercalated
 * by its own predictions. In 43 months the first day differs; around ten leap months the numbers do too.
 *
 * <p>Found by comparing every month that ICU computes with the tables of 6tail's lunar calendar (1.7.7), which follow the
 * printed almanacs. Worked example: the first day of 1795, Qianlong 60, was 21 January; ICU calls that day the first of a
 * leap month 12 of the year before.
 */
final class AlmanacDifferences {
    private static final Pattern LINE = Pattern.compile("(\\d{4})-(\\d{2})(L?) (\\S+)");

    /** Year and month, and when it began; {@code none} if the almanac had no such month. */
    private static final Map<ChineseMonth, Optional<LocalDate>> BEGINS = """
            1649-04 1649-05-11
            1651-01L none
            1651-02 1651-02-20
            1651-02L 1651-03-21
            1661-07L 1661-08-25
            1661-08 1661-09-23
            1661-08L none
            1662-01 1662-02-18
            1673-10 1673-11-09
            1675-11 1675-12-17
            1687-02 1687-03-13
            1694-05L 1694-06-22
            1704-10 1704-10-29
            1708-02 1708-02-21
            1720-06 1720-07-05
            1720-08 1720-09-02
            1737-05 1737-05-29
            1739-07 1739-08-04
            1759-03 1759-03-28
            1760-06 1760-07-12
            1763-08 1763-09-07
            1772-08 1772-08-28
            1777-05 1777-06-05
            1778-03 1778-03-28
            1779-06 1779-07-13
            1780-07 1780-07-31
            1787-05 1787-06-15
            1789-05L 1789-06-23
            1789-06 1789-07-22
            1789-06L none
            1794-12L none
            1795-01 1795-01-21
            1795-02 1795-02-19
            1795-02L 1795-03-21
            1796-05 1796-06-05
            1798-06 1798-07-13
            1800-04L 1800-05-24
            1800-05 1800-06-22
            1800-05L none
            1804-04 1804-05-09
            1804-07 1804-08-05
            1805-06L 1805-07-26
            1805-07 1805-08-24
            1805-07L none
            1808-01 1808-01-28
            1813-11L none
            1813-12 1813-12-23
            1814-01 1814-01-21
            1814-02 1814-02-20
            1814-02L 1814-03-22
            1815-05 1815-06-07
            1821-06 1821-06-29
            1827-05L 1827-06-24
            1827-06 1827-07-24
            1827-06L none
            1831-03 1831-04-12
            1889-12L none
            1890-01 1890-01-21
            1890-02 1890-02-19
            1890-02L 1890-03-21
            1896-01 1896-02-13
            1897-07 1897-07-29
            """.lines()
            .map(AlmanacDifferences::matched)
            .collect(Collectors.toUnmodifiableMap(
                    line -> new ChineseMonth(
                            Integer.parseInt(line.group(1)),
                            Integer.parseInt(line.group(2)),
                            !line.group(3).isEmpty()),
                    line -> Optional.of(line.group(4))
                            .filter(day -> !day.equals("none"))
                            .map(LocalDate::parse)));

    private AlmanacDifferences() {}

    private static Matcher matched(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            throw new IllegalStateException("no month of the almanac: " + line);
        }
        return parts;
    }

    /** When a month began by the almanac; by the computation where the two agree. */
    static Optional<LocalDate> begins(ChineseMonth month, Function<ChineseMonth, Optional<LocalDate>> computed) {
        return BEGINS.containsKey(month) ? BEGINS.get(month) : computed.apply(month);
    }
}
