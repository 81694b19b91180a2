package chancery.reading.text;

/** Text gathered piece by piece, white space folded to single blanks, none at its ends. Linear. */
public final class FoldedText {
    private final StringBuilder text = new StringBuilder();
    private boolean blank;

    public void append(char[] characters, int from, int length) {
        int end = from + length;
        int at = from;
        while (at < end) {
            if (isBlank(characters[at])) {
                blank = true;
                at++;
                continue;
            }
            int start = at;
            while (at < end && !isBlank(characters[at])) {
                at++;
            }
            if (blank && text.length() > 0) {
                text.append(' ');
            }
            blank = false;
            text.append(characters, start, at - start);
        }
    }

    private static boolean isBlank(char c) {
        return c <= ' ' || c == '\u0085' || c == '\u00a0' || c == '\u2028' || c == '\u2029';
    }

    /** A line break, or the end of a paragraph, which parts words. */
    public void part() {
        blank = true;
    }

    public boolean isEmpty() {
        return text.length() == 0;
    }

    /** How many characters were gathered. */
    public int length() {
        return text.length();
    }

    /** What was gathered behind the first characters of that number. */
    public String since(int length) {
        return text.substring(Math.min(length, text.length())).strip();
    }

    /** What was gathered; begins anew. */
    public String take() {
        String taken = text.toString();
        text.setLength(0);
        blank = false;
        return taken;
    }
}
