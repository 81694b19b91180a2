package chancery.reading.letter;

import chancery.document.date.DateWords;
import chancery.document.date.HistoricalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A date as editors write it in words, in English, German or French: {@code [1877?]} is {@code 1877?}, {@code um 1880}
 * is {@code 1880~}, {@code [vor dem 3. Mai 1877]} is {@code [..1877-05-03]}, {@code zwischen 1877 und 1879} is
 * {@code 1877/1879}.
 *
 * @param supplied whether square brackets say that it does not stand on the paper
 */
record EditorialDate(HistoricalDate date, boolean supplied) {
    private static final String ENGLISH =
            "January February March April May June July August September October November" + " December";
    private static final List<String> OTHERS = List.of(
            "januar februar märz april mai juni juli august september oktober november dezember",
            "jänner feber maerz april mai juni juli august september october november december",
            "janvier février mars avril mai juin juillet août septembre octobre novembre décembre");
    private static final Map<String, String> MONTHS = months();

    private static final Pattern BEGINNING = Pattern.compile("(?iu)^(?:"
            + "(?<weekday>(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|sonnabend"
            + "|(?:mon|tues|wednes|thurs|fri|satur|sun)day|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche),? "
            + "|(?<around>um|gegen|etwa|circa|ca\\.|around|about|vers|environ) "
            + "|(?<before>vor|before|avant)(?: dem| the| le)? "
            + "|(?<after>nach|after|après)(?: dem| the| le)? "
            + "|(?<doubt>wohl|vermutlich|wahrscheinlich|probably|perhaps|presumably|probablement) )");
    private static final Pattern BETWEEN = Pattern.compile(
            "(?iu)^(?:zwischen|between|entre)(?: dem| the| le)? (?<a>.+?) (?:und|and|et)(?: dem| the| le)? (?<b>.+)$"
                    + "|^(?:from |von |du )?(?<c>.+?) (?:bis|to|au|–|-) (?<d>.+)$");

    private static final Pattern AROUND =
            Pattern.compile("(?iu)^\\W*(?:um|gegen|etwa|circa|ca?\\.|around|about|vers|environ)(?= )");
    private static final String PLAIN = "(?:\\d{4}(?:-\\d{2}){0,2}|\\.\\.)(?:/(?:\\d{4}(?:-\\d{2}){0,2}|\\.\\.))?";

    private static Map<String, String> months() {
        Map<String, String> months = new HashMap<>();
        String[] english = ENGLISH.split(" ", -1);
        for (String others : OTHERS) {
            String[] names = others.split(" ", -1);
            for (int at = 0; at < names.length; at++) {
                months.put(names[at], english[at]);
            }
        }
        return months;
    }

    /** Whether the words begin in square brackets: no more than a place or a time may follow. */
    static boolean isSupplied(String text) {
        return text.matches("(?s)\\[.*\\]\\.?|\\[[^\\]]*\\d{4}[^\\]]*\\].*");
    }

    /** A date of which the words say, by a question mark or a word such as "um", that it is not sure. */
    static HistoricalDate doubted(HistoricalDate date, String text) {
        boolean uncertain = text.contains("?");
        boolean around = AROUND.matcher(text).find();
        if (!uncertain && !around || !date.edtf().matches(PLAIN)) {
            return date;
        }
        String doubt = uncertain ? around ? "%" : "?" : "~";
        return HistoricalDate.parse(date.edtf().replaceAll("(?<=\\d)(?=/|$)", doubt));
    }

    /** Reads words; empty if they are no date. */
    static Optional<EditorialDate> read(String text) {
        boolean supplied = isSupplied(text);
        String plain = text.replaceAll("[\\[\\]]", "").replaceAll("\\s+", " ").strip();
        return date(plain).map(date -> new EditorialDate(date, supplied));
    }

    private static Optional<HistoricalDate> date(String text) {
        Matcher between = BETWEEN.matcher(text);
        if (between.matches()) {
            boolean named = between.group("a") != null;
            Optional<HistoricalDate> first = single(between.group(named ? "a" : "c"));
            Optional<HistoricalDate> last = single(between.group(named ? "b" : "d"));
            return first.isPresent() && last.isPresent()
                    ? parsed(first.get().edtf() + "/" + last.get().edtf())
                    : Optional.empty();
        }
        return single(text);
    }

    private static Optional<HistoricalDate> single(String text) {
        String rest = text;
        String before = "";
        String doubt = "";
        for (Matcher word = BEGINNING.matcher(rest); word.find(); word = BEGINNING.matcher(rest)) {
            before += word.group("around") != null
                    ? "circa "
                    : word.group("before") != null ? "before " : word.group("after") != null ? "after " : "";
            doubt = word.group("doubt") != null ? "?" : doubt;
            rest = rest.substring(word.end());
        }
        String english = Pattern.compile("\\p{L}+")
                .matcher(rest)
                .replaceAll(word -> MONTHS.getOrDefault(word.group().toLowerCase(Locale.ROOT), word.group()));
        return DateWords.read(before + english + (english.endsWith("?") ? "" : doubt));
    }

    private static Optional<HistoricalDate> parsed(String edtf) {
        try {
            return Optional.of(HistoricalDate.parse(edtf));
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
