package chancery.document.date;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * A day, month or year of the Qing by reign era: {@code Guangxu 26-08L-07}, or as papers have it, {@code 光緒26年閏8月7日},
 * {@code 光緒二十六年閏八月初七}, {@code 光緒元年正月}.
 */
final class ReignDate {
    private static final String DIGITS = "〇一二三四五六七八九";
    private static final String NUMBER = "\\d{1,2}|[一二三四五六七八九]?十[一二三四五六七八九]?|[一二三四五六七八九]";
    private static final List<Pattern> FORMS = Stream.of(
                    "(?<era>\\p{L}+) (?<year>\\d{1,2})-(?<month>\\d{2})(?<leap>L?)-(?<day>\\d{2})",
                    "(?:大?[清淸])?(?<era>\\p{IsHan}{2}) ?(?<year>元|" + NUMBER + ") ?年"
                            + "(?: ?(?<leap>[閏闰]?) ?(?<month>正|冬|[臘腊]|" + NUMBER + ") ?月"
                            + "(?: ?初?(?<day>" + NUMBER + ") ?[日號号]?)?)?")
            .map(Pattern::compile)
            .toList();

    private ReignDate() {}

    /**
     * Reads the days.
     *
     * @return empty if the text has not the form
     * @throws IllegalArgumentException if the Qing had no such day, saying what it had
     */
    static Optional<Days> read(String text) {
        String plain = text.replace("廿", "二十").replace("卅", "三十");
        return FORMS.stream()
                .map(form -> form.matcher(plain))
                .filter(Matcher::matches)
                .findFirst()
                .map(parts -> days(parts, text));
    }

    private static Days days(Matcher parts, String text) {
        String name = parts.group("era");
        ReignEra era = ReignEra.of(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "the Qing has no reign era \"" + name + "\"; expected one of: " + ReignEra.names()));
        int year = number(parts.group("year"));
        int begins = era.begins(year);
        if (parts.group("month") == null) {
            return new Days(newYear(begins), newYear(begins + 1).minusDays(1));
        }
        ChineseMonth month = new ChineseMonth(
                begins, number(parts.group("month")), !parts.group("leap").isEmpty());
        LocalDate first = firstDay(month, name + " " + year);
        if (parts.group("day") == null) {
            return new Days(first, first.plusDays(month.length() - 1L));
        }
        int day = number(parts.group("day"));
        WrittenCalendar.CHINESE.refuseDayBeyond(month.length(), day, text);
        return Days.of(first.plusDays(day - 1L));
    }

    private static LocalDate newYear(int year) {
        return new ChineseMonth(year, 1, false).begins().orElseThrow();
    }

    private static LocalDate firstDay(ChineseMonth month, String year) {
        if (month.number() < 1 || month.number() > 12) {
            throw new IllegalArgumentException(
                    year + " has no month " + month.number() + "; a year has the months 01 to 12: check the month");
        }
        return month.begins()
                .orElseThrow(() -> new IllegalArgumentException(year + " has no leap month " + month.number() + "; "
                        + leapMonths(month.year()) + ": check year and month"));
    }

    private static String leapMonths(int year) {
        String found = IntStream.rangeClosed(1, 12)
                .filter(month -> new ChineseMonth(year, month, true).begins().isPresent())
                .mapToObj(month -> String.format("%02dL", month))
                .collect(Collectors.joining());
        return found.isEmpty() ? "that year has none" : "that of the year is " + found;
    }

    /** A number up to 99 in figures or characters; the first year and month and the last two months have their own. */
    private static int number(String written) {
        return switch (written) {
            case "元", "正" -> 1;
            case "冬" -> 11;
            case "臘", "腊" -> 12;
            default -> {
                int ten = written.indexOf('十');
                if (Character.isDigit(written.charAt(0))) {
                    yield Integer.parseInt(written);
                }
                if (ten < 0) {
                    yield DIGITS.indexOf(written);
                }
                int tens = ten == 0 ? 1 : DIGITS.indexOf(written.charAt(0));
                yield 10 * tens + Math.max(0, DIGITS.indexOf(written.substring(ten + 1)));
            }
        };
    }
}
