package chancery.reading.zone;

import chancery.reading.text.Tokens;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The notes that an editor put below a text: blocks at the end of a page that begin with a sign which stands above behind
 * a word, {@code ¹ Corrected}, {@code [1] See}, {@code 1) With the files}. They are no part of the paper.
 */
final class EditorsNotes {
    private static final Pattern SIGN = Pattern.compile(
            "^(?:(?<raised>[¹²³⁰⁴-⁹ᵃ-ᶻ†‡]+)|(?<bracket>[\\[(]\\d{1,3}[\\])]|\\d{1,2}\\)|\\*\\)?)|(?<figure>\\d{1,2}))\\s+\\p{L}");
    private static final int NEAR_THE_EDGE = 8;

    private EditorsNotes() {}

    /** Which cells, by their number, belong to such notes. */
    static BitSet of(Tokens tokens, List<Cell> cells) {
        BitSet notes = new BitSet();
        int end = cells.size();
        while (end > 0) {
            int begin = end - 1;
            while (begin > 0
                    && cells.get(begin - 1).block() == cells.get(end - 1).block()) {
                begin--;
            }
            int first = firstNote(tokens, cells, begin, end);
            if (first == end) {
                return notes;
            }
            notes.set(first, end);
            end = first == begin ? begin : 0;
        }
        return notes;
    }

    /** The first cell of a block from which on it holds notes; the end of the block if it holds none. */
    private static int firstNote(Tokens tokens, List<Cell> cells, int begin, int end) {
        for (int at = begin; at < end; at++) {
            Cell cell = cells.get(at);
            Matcher sign = SIGN.matcher(cell.text(tokens));
            if (cell.column() <= NEAR_THE_EDGE && sign.find() && standsAbove(tokens, cell, sign)) {
                return at;
            }
        }
        return end;
    }

    private static boolean standsAbove(Tokens tokens, Cell cell, Matcher sign) {
        if (sign.group("raised") != null) {
            return true;
        }
        String above = tokens.text().substring(0, tokens.start(cell.from()));
        String bracket = sign.group("bracket");
        return bracket != null
                ? Pattern.compile("[\\p{L}.,;\\d»\")] ?" + Pattern.quote(bracket))
                        .matcher(above)
                        .find()
                : Pattern.compile("\\p{L}" + sign.group("figure") + "(?![\\d\\p{L}])")
                        .matcher(above)
                        .find();
    }
}
