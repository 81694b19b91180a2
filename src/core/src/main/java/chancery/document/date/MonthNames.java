package chancery.document.date;

import java.util.List;

/** The names of the months from January, in lower case, as English and Russian papers write them. */
public final class MonthNames {
    public static final List<String> ENGLISH = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december");

    /** In the genitive, as behind the number of a day. */
    private static final List<String> RUSSIAN = List.of(
            "января",
            "февраля",
            "марта",
            "апреля",
            "мая",
            "июня",
            "июля",
            "августа",
            "сентября",
            "октября",
            "ноября",
            "декабря");

    private static final List<String> ROMAN =
            List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii");

    private MonthNames() {}

    /** The month from 1 that a word in lower case names, or of whose name it is the first three letters or more; else 0. */
    public static int month(String word) {
        return Math.max(month(word, ENGLISH), month(word, RUSSIAN));
    }

    /** The month from 1 of a Roman figure in lower case; 0 if it is none. */
    public static int roman(String figure) {
        return ROMAN.indexOf(figure) + 1;
    }

    private static int month(String word, List<String> months) {
        if (word.length() < 3) {
            return 0;
        }
        String stem = word.equals("май") ? "мая" : word;
        return (int) (months.stream()
                                .takeWhile(month -> !month.startsWith(stem))
                                .count()
                        + 1)
                % (months.size() + 1);
    }
}
