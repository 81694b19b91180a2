package chancery.document.date;

import java.util.List;
import java.util.Map;

/** The names of the months from January, in lower case, as English, Russian, German and French papers write them. */
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

    /** As behind the number of a day: English, Russian in the genitive and the nominative, German, French. */
    private static final List<List<String>> LANGUAGES = List.of(
            ENGLISH,
            names("января февраля марта апреля мая июня июля августа сентября октября ноября декабря"),
            names("январь февраль март апрель май июнь июль август сентябрь октябрь ноябрь декабрь"),
            names("januar februar märz april mai juni juli august september oktober november dezember"),
            names("janvier février mars avril mai juin juillet août septembre octobre novembre décembre"));

    /** What none of these begins with. */
    private static final Map<String, Integer> OTHERS = Map.ofEntries(
            Map.entry("jänner", 1),
            Map.entry("feber", 2),
            Map.entry("maerz", 3),
            Map.entry("juny", 6),
            Map.entry("septbr", 9),
            Map.entry("octbr", 10),
            Map.entry("oktbr", 10),
            Map.entry("novbr", 11),
            Map.entry("decbr", 12),
            Map.entry("dezbr", 12),
            Map.entry("xbr", 12));

    private static final List<String> ROMAN =
            List.of("i", "ii", "iii", "iv", "v", "vi", "vii", "viii", "ix", "x", "xi", "xii");

    private MonthNames() {}

    private static List<String> names(String words) {
        return List.of(words.split(" ", -1));
    }

    /** The month from 1 that a word in lower case names, or of whose name it is the first three letters or more; else 0. */
    public static int month(String word) {
        if (word.length() < 3) {
            return 0;
        }
        for (List<String> language : LANGUAGES) {
            for (int month = 0; month < language.size(); month++) {
                if (language.get(month).startsWith(word)) {
                    return month + 1;
                }
            }
        }
        return OTHERS.getOrDefault(word, 0);
    }

    /** The month from 1 of a Roman figure in lower case; 0 if it is none. */
    public static int roman(String figure) {
        return ROMAN.indexOf(figure) + 1;
    }
}
