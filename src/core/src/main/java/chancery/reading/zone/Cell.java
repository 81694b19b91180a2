package chancery.reading.zone;

import chancery.reading.text.Tokens;

/**
 * What stands on a line between its ends, or between them and a wide gap, as where two columns share a line.
 *
 * @param from its first token
 * @param to the token behind its last
 * @param row its line, from 0
 * @param column how many characters stand before it on the line
 * @param block which stretch of lines without a blank line between them it belongs to, from 0
 */
record Cell(int from, int to, int row, int column, int block) {
    /** Its words, white space folded. */
    String text(Tokens tokens) {
        return tokens.between(from, to).replaceAll("\\s+", " ");
    }

    int words() {
        return to - from;
    }
}
