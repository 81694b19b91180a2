package chancery.reading.zone;

import chancery.reading.text.Tokens;
import chancery.reading.zone.ZoneWords.Cue;
import java.util.Locale;
import java.util.regex.Pattern;

/** What lines look like, whatever they say: names, initials, prose. */
final class Shapes {
    /** Forenames as clerks shorten them. */
    private static final String SHORTENED =
            "(?i:Wm|Chas|Geo|Thos|Jas|Jno|Robt|Saml|Edw|Hy|Jos|Benj|Alex|Fredk|Ferd|Joh|Friedr|Wilh|Chr)\\.?";

    private static final String INITIALS = "(?:" + SHORTENED + "|\\p{Lu}\\p{Ll}?\\.)(?:[ -]?\\p{Lu}\\p{Ll}?\\.){0,3}";
    private static final String PARTICLE = "(?:(?:von|zu|van|de|du|le|la|v\\.) ){0,2}";
    private static final String SURNAME = PARTICLE + "[\\p{Lu}][\\p{L}'’]+(?:-\\p{Lu}\\p{L}+)?";

    /** {@code A. B. Petrov}, {@code Petrov A. B.}, {@code [[A.]] Petrov}. */
    private static final Pattern NAMED = Pattern.compile("\\[{0,2}(?:Dr\\. |Mr\\. |Miss )?(?:" + INITIALS + "[ \\]]*"
            + SURNAME + "|" + SURNAME + " " + INITIALS + ")\\]{0,2}");

    private static final Pattern ENDS_NAMED = Pattern.compile(".*?[\\s(/]" + NAMED.pattern());

    private static final Pattern NAMED_ONCE_OR_TWICE =
            Pattern.compile("(?:" + NAMED.pattern() + ")(?:,? +(?:" + NAMED.pattern() + "))?");

    /** One to three names written out: {@code John Foster Dulles}, {@code LOGINOV}. */
    private static final Pattern PLAIN = Pattern.compile(
            "(?:Dr\\. |Graf |Fürst |Frhr\\. |Freiherr )?" + SURNAME + "(?: (?:\\p{Lu}\\. )?" + SURNAME + "){0,2}");

    private static final Pattern ONLY_INITIALS = Pattern.compile("(?:\\p{Lu}\\. ?){2,4}|\\p{Lu}{2,3}");
    private static final Pattern TYPIST = Pattern.compile(
            "[\\p{Lu}/]{2,8}:[\\p{L}.]{2,20}[/:]\\p{L}{1,4}(?: .{1,14})?|\\d{1,4}[/-]\\p{Lu}{1,4}\\.? \\d{1,2} экз.*|\\p{L}{1,5}[/:-][\\p{L}\\d]{1,5}(?:[/:]\\p{L}{1,4})?(?: .{1,14})?|\\p{Ll}{2,3}[ -]?\\d{1,4}");
    private static final Pattern SEAL =
            Pattern.compile("\\[(?:печать|seal|signature|подпись|siegel|unterschrift|l\\.s\\.)[^\\]]*\\]|L\\. ?S\\.");
    /** What stands for a signature in a copy, before or behind the name. */
    private static final Pattern STANDS_FOR = Pattern.compile(
            "(?iu)/-/|\\(-\\)|\\[(?:signature|signed|подпись|unterschrift|podpis)[^\\]]*\\]|\\(подпись\\)|^п/п(?=\\s)");

    private static final Pattern EDGES = Pattern.compile("^[\\[(/\"„«*_ ]+|[\\])/\"“»*_, ]+$");

    private static final int LONG = 9;
    private static final int SENTENCE = 3;

    private final Tokens tokens;
    private final ZoneWords words;

    /** Whether the whole page is in capitals, as teleprinters write. */
    private final boolean inCapitals;

    Shapes(Tokens tokens, ZoneWords words) {
        this.tokens = tokens;
        this.words = words;
        long letters = tokens.text().chars().filter(Character::isLetter).count();
        long small = tokens.text().chars().filter(Character::isLowerCase).count();
        this.inCapitals = small * 5 < letters;
    }

    /** Without the brackets and strokes around it. */
    static String bare(String text) {
        return EDGES.matcher(STANDS_FOR.matcher(text).replaceAll(" ").strip())
                .replaceAll("")
                .replaceAll("(?<=\\p{L}{3})\\.$", "")
                .strip();
    }

    /** Whether a text is a name with initials, or two of them, alone. */
    static boolean isNamed(String text) {
        return NAMED_ONCE_OR_TWICE.matcher(bare(text)).matches();
    }

    /** Whether a text is a name, and behind a comma what its bearer is: {@code S. COBB, Colonel, Commanding.} */
    static boolean isNameAndPost(String text) {
        int comma = text.indexOf(',');
        return comma > 0
                && text.length() < 80
                && (isNamed(text.substring(0, comma)) || isPlainName(text.substring(0, comma)))
                && text.substring(comma + 1)
                        .matches("(?:[ ,]+(?:\\p{Lu}[\\p{L}.'’-]*|of|the|and|der|des|für)){1,8}[.,]?");
    }

    /** Whether something stands for a signature. */
    static boolean isMarkedSigned(String text) {
        return STANDS_FOR.matcher(text).find() && !isSeal(text);
    }

    /** Whether a text ends in a name with initials. */
    static boolean endsNamed(String text) {
        return ENDS_NAMED.matcher(" " + bare(text)).matches();
    }

    /** Whether a text may be a name written out; what a page calls an office or a place may look so too. */
    static boolean isPlainName(String text) {
        return PLAIN.matcher(bare(text)).matches();
    }

    static boolean isInitials(String text) {
        return ONLY_INITIALS.matcher(bare(text)).matches();
    }

    static boolean isTypist(String text) {
        return TYPIST.matcher(text.strip()).matches();
    }

    static boolean isSeal(String text) {
        return SEAL.matcher(text.strip().toLowerCase(Locale.ROOT)).matches();
    }

    static boolean isCapitals(String text) {
        return text.chars().anyMatch(Character::isLetter) && text.equals(text.toUpperCase(Locale.ROOT));
    }

    /** Whether a cell is running text: long, or a sentence. */
    boolean isProse(Cell cell) {
        String text = cell.text(tokens);
        long small = java.util.stream.IntStream.range(cell.from(), cell.to())
                .filter(at -> Character.isLowerCase(tokens.at(at).codePointAt(0)))
                .count();
        if (inCapitals) {
            return cell.words() >= LONG && !text.matches("(?:[^ ]* ){0,40}\\p{Lu}+-\\d+.*");
        }
        if (cell.words() >= 2 * LONG && small * 5 >= cell.words() && ".!?:".contains(tokens.at(cell.to() - 1))) {
            return true;
        }
        boolean ends = ".?:".indexOf(text.charAt(text.length() - 1)) >= 0;
        boolean sentence = text.endsWith(".") && text.matches("(?s).* \\p{Ll}+\\.") && small * 6 >= cell.words();
        return (small * 3 >= cell.words() || sentence)
                && (cell.words() >= LONG || ends && cell.words() >= SENTENCE + 1);
    }

    /** Whether a cell is what somebody is, without his name or with it. */
    boolean hasPost(Cell cell) {
        return words.within(Cue.POST, tokens, cell.from(), cell.to());
    }

    boolean hasOffice(Cell cell) {
        return words.within(Cue.OFFICE, tokens, cell.from(), cell.to());
    }

    boolean begins(Cue cue, Cell cell) {
        return words.begins(cue, tokens, afterBracket(cell), cell.to());
    }

    /** The first token of a cell behind an opening bracket or a dash. */
    int afterBracket(Cell cell) {
        int at = cell.from();
        while (at < cell.to() - 1 && "[(-–—*/«\"".contains(tokens.at(at))) {
            at++;
        }
        return at;
    }
}
