package chancery.reading.text;

import java.text.Normalizer;
import java.util.Arrays;
import java.util.Locale;

/**
 * A text cut into words and single punctuation characters, each with its place. Letters, digits, combining characters
 * and what joins them within a word (apostrophes, hyphens and dashes between letters or digits, a full stop within an
 * abbreviation such as {@code p.m.} or {@code U.S.}, a colon within a clock time) stay together, and so do letters of a
 * word that is set in spaced letters. Linear in the text.
 */
public final class Tokens {
    /** So many letters that stand apart are one word. */
    private static final int SPACED = 4;

    private final String text;
    private final int[] starts;
    private final int[] ends;
    private final String[] folded;

    private Tokens(String text, int[] starts, int[] ends) {
        this.text = text;
        this.starts = starts;
        this.ends = ends;
        this.folded = new String[starts.length];
    }

    /** Cuts a text. */
    public static Tokens of(String text) {
        int[] starts = new int[text.length()];
        int[] ends = new int[text.length()];
        int count = 0;
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (isBlank(c)) {
                at++;
                continue;
            }
            int spaced = endOfSpaced(text, at);
            int end = spaced > at ? spaced : isWordPart(c) ? endOfWord(text, at) : at + 1;
            starts[count] = at;
            ends[count++] = end;
            at = end;
        }
        return new Tokens(text, Arrays.copyOf(starts, count), Arrays.copyOf(ends, count));
    }

    /** White space, the no-break space, and what only directs or joins writing, such as a right-to-left mark. */
    private static boolean isBlank(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c) || Character.getType(c) == Character.FORMAT;
    }

    private static int endOfWord(String text, int start) {
        int at = start;
        while (at < text.length() && (isWordPart(text.charAt(at)) || joins(text, start, at))) {
            at++;
        }
        return at;
    }

    /** The end of a word whose letters stand apart, {@code S E C R E T}; where it begins if there is none. */
    private static int endOfSpaced(String text, int start) {
        boolean begins = start == 0 || text.charAt(start - 1) == '\n' || isBlank(text.charAt(start - 1));
        int at = start;
        int letters = 0;
        while (begins
                && at < text.length()
                && Character.isLetter(text.charAt(at))
                && (at + 1 == text.length() || !isWordPart(text.charAt(at + 1)))) {
            letters++;
            boolean goesOn = at + 2 < text.length() && text.charAt(at + 1) == ' ';
            if (!goesOn || !Character.isLetter(text.charAt(at + 2))) {
                return letters >= SPACED ? at + 1 : start;
            }
            at += 2;
        }
        return letters >= SPACED ? at - 1 : start;
    }

    private static boolean isWordPart(char c) {
        return Character.isLetterOrDigit(c)
                || Character.getType(c) == Character.NON_SPACING_MARK
                || Character.isSurrogate(c)
                || c == '№';
    }

    /** Whether the character belongs to the word around it. */
    private static boolean joins(String text, int start, int at) {
        char c = text.charAt(at);
        boolean between = at + 1 < text.length() && isWordPart(text.charAt(at + 1));
        return switch (c) {
            case '\'', '’', '-', '–', '/', '_' -> between;
            case ':' -> between && Character.isDigit(text.charAt(at - 1)) && Character.isDigit(text.charAt(at + 1));
            case '.' -> between && !startsSentence(text, start, at) || endsAbbreviation(text, start, at);
            default -> between && Character.getType(c) == Character.FORMAT;
        };
    }

    /** A full stop that a missing blank glues to the next sentence: {@code Secret.On}. */
    private static boolean startsSentence(String text, int start, int at) {
        return at - start > 3
                && Character.isLowerCase(text.charAt(at - 1))
                && Character.isUpperCase(text.charAt(at + 1));
    }

    /** The last full stop of {@code p.m.} or {@code U.S.}, or that of an initial. */
    private static boolean endsAbbreviation(String text, int start, int at) {
        boolean single = at - start == 1 && Character.isUpperCase(text.charAt(start));
        return single || at - start >= 2 && text.charAt(at - 2) == '.';
    }

    public String text() {
        return text;
    }

    public int size() {
        return starts.length;
    }

    /** The token as written. */
    public String at(int index) {
        return text.substring(starts[index], ends[index]);
    }

    /** The token in lower case, so that words compare. */
    public String folded(int index) {
        String known = folded[index];
        if (known == null) {
            known = fold(starts[index], ends[index]);
            folded[index] = known;
        }
        return known;
    }

    /** Lower case, apostrophes and dashes alike, letters and their accents composed, without what directs writing. */
    private String fold(int start, int end) {
        if (end - start == 1 && !Character.isLetterOrDigit(text.charAt(start))) {
            return text.charAt(start) == '’' ? "'" : text.substring(start, end);
        }
        if (end - start > SPACED && text.charAt(start + 1) == ' ') {
            return composed(text.substring(start, end).replace(" ", ""));
        }
        char[] letters = new char[end - start];
        for (int at = start; at < end; at++) {
            char c = text.charAt(at);
            if (c > 0x7f && c != '’' && c != '–') {
                return composed(text.substring(start, end));
            }
            letters[at - start] = c == '’' ? '\'' : c == '–' ? '-' : Character.toLowerCase(c);
        }
        return new String(letters);
    }

    private static String composed(String word) {
        return Normalizer.normalize(word, Normalizer.Form.NFC)
                .codePoints()
                .filter(c -> Character.getType(c) != Character.FORMAT)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString()
                .toLowerCase(Locale.ROOT)
                .replace('’', '\'')
                .replace('–', '-');
    }

    public boolean is(int index, String word) {
        return index >= 0 && index < size() && folded(index).equals(word);
    }

    /** Whether the token is the first on its line. */
    public boolean beginsLine(int index) {
        if (index == 0) {
            return true;
        }
        for (int at = ends[index - 1]; at < starts[index]; at++) {
            if (text.charAt(at) == '\n') {
                return true;
            }
        }
        return false;
    }

    /** Whether a line without any token stands before the token. */
    public boolean afterBlankLine(int index) {
        return index == 0
                || text.substring(ends[index - 1], starts[index])
                                .chars()
                                .filter(c -> c == '\n')
                                .count()
                        > 1;
    }

    /** Where the token begins in the text. */
    public int start(int index) {
        return starts[index];
    }

    /** Where the token ends in the text, exclusive. */
    public int end(int index) {
        return ends[index];
    }

    /** The text of the tokens {@code from} (inclusive) to {@code to} (exclusive), as written. */
    public String between(int from, int to) {
        return from >= to ? "" : text.substring(starts[from], ends[to - 1]);
    }
}
