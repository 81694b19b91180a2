package chancery.reading.zone;

import chancery.reading.particular.PrintedNumber;
import chancery.reading.text.Tokens;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Set;

/** A page cut into cells: lines, or the columns of a line that a wide gap parts. */
final class Page {
    /** So many blanks part two columns. */
    private static final int GAP = 3;

    private static final int TAB = 4;

    /** What ticks the option before it. */
    private static final Set<String> TICKS = Set.of("✓", "✔", "☑", "√");

    private final Tokens tokens;
    private final ZoneWords words;
    private final List<Cell> cells = new ArrayList<>();

    /** Where the line ends that was asked about last; lines are gone through in order, each once. */
    private int lineEnd;

    /** Cuts a page; what stands in brackets with a zone of their own is left out. */
    Page(Tokens tokens, ZoneWords words, BitSet bracketed) {
        this.tokens = tokens;
        this.words = words;
        int row = -1;
        int block = -1;
        int at = 0;
        while (at < tokens.size()) {
            if (tokens.beginsLine(at)) {
                row++;
                block += tokens.afterBlankLine(at) ? 1 : 0;
            }
            int end = at + 1;
            while (end < tokens.size() && !tokens.beginsLine(end) && !parts(at, end) && !bracketed.get(end)) {
                end++;
            }
            if (!bracketed.get(at)) {
                cells.add(new Cell(at, end, row, column(at), block));
            }
            at = end;
        }
    }

    List<Cell> cells() {
        return cells;
    }

    /** Whether a new column begins with a token, and not what a label such as {@code TO:} announces. */
    private boolean parts(int from, int at) {
        String gap = tokens.text().substring(tokens.end(at - 1), tokens.start(at));
        int width = gap.chars().map(c -> c == '\t' ? TAB : 1).sum();
        if (behindStop(at) && SecrecyLine.covers(tokens, at, endOfLine(at), words)) {
            return true;
        }
        if (isNumberBehindSecrecy(from, at)) {
            return true;
        }
        boolean lastWord = width >= GAP - 1 && precedenceEndsLine(at);
        return (width >= GAP || lastWord)
                && !TICKS.contains(tokens.at(at))
                && !tokens.is(at - 1, ":")
                && !tokens.is(at, "}")
                && !tokens.is(at - 1, "}")
                && !isLabel(from, at);
    }

    /** Whether a word begins behind a full stop, as secrecy may behind a number: {@code D. n° 31. Confidentiel.} */
    private boolean behindStop(int at) {
        return tokens.is(at - 1, ".") && Character.isUpperCase(tokens.at(at).codePointAt(0));
    }

    /** {@code CONFIDENTIAL ACCRA 2213}: what follows words of secrecy and ends in figures. */
    private boolean isNumberBehindSecrecy(int from, int at) {
        int end = endOfLine(at);
        return end - at <= 4
                && SecrecyLine.covers(tokens, from, at, words)
                && !SecrecyLine.covers(tokens, from, end, words)
                && Character.isLetter(tokens.at(at).codePointAt(0))
                && PrintedNumber.count(tokens, end - 1, end).isPresent();
    }

    private int endOfLine(int at) {
        if (at >= lineEnd) {
            lineEnd = at + 1;
            while (lineEnd < tokens.size() && !tokens.beginsLine(lineEnd)) {
                lineEnd++;
            }
        }
        return lineEnd;
    }

    private boolean precedenceEndsLine(int at) {
        int behind = words.at(ZoneWords.Cue.PRECEDENCE, tokens, at, tokens.size());
        return behind > at && (behind == tokens.size() || tokens.beginsLine(behind));
    }

    private boolean isLabel(int from, int to) {
        return words.at(ZoneWords.Cue.FROM, tokens, from, to) == to
                || words.at(ZoneWords.Cue.TO, tokens, from, to) == to
                || words.at(ZoneWords.Cue.INITIALED, tokens, from, to) == to;
    }

    private int column(int at) {
        return tokens.start(at) - tokens.text().lastIndexOf('\n', tokens.start(at)) - 1;
    }
}
