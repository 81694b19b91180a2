package chancery.reading.zone;

import chancery.reading.particular.PrintedDate;
import chancery.reading.text.Tokens;
import chancery.reading.zone.Zone.Span;
import chancery.reading.zone.ZoneWords.Cue;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;

/**
 * Square brackets in which a transcriber put a stamp or handwriting, or announced one. A bracket that holds the
 * announcement alone announces what follows, up to the next blank line or bracket; one that never closes ends at its
 * line, a stamp at the blank line behind it.
 */
final class Brackets {
    /** The upper or lower edge of a frame. */
    private static final Pattern RULE = Pattern.compile("[+┌└╔╚|][-–—=_─═+\\s]{3,}[+┐┘╗╝|]?");

    private static final int LONGEST = 200;
    private static final int LABEL = 9;
    private static final int SHORT = 6;

    private final Tokens tokens;
    private final ZoneWords words;
    private final List<Zone> zones = new ArrayList<>();
    private final BitSet covered = new BitSet();

    Brackets(Tokens tokens, ZoneWords words) {
        this.tokens = tokens;
        this.words = words;
        boxes();
        int at = 0;
        while (at < tokens.size()) {
            at = covered.get(at)
                    ? at + 1
                    : tokens.is(at, "[") && !tokens.is(at + 1, "[") && !tokens.is(at - 1, "[") ? bracket(at) : at + 1;
        }
    }

    List<Zone> zones() {
        return zones;
    }

    BitSet covered() {
        return covered;
    }

    /** Stamps that a transcriber framed with lines, one above and one below. */
    private void boxes() {
        int open = -1;
        for (int at = 0; at < tokens.size(); at = endOfLine(at)) {
            boolean rule = RULE.matcher(tokens.between(at, endOfLine(at))).matches();
            if (rule && open < 0) {
                open = at;
            } else if (rule) {
                box(open, at);
                open = -1;
            } else if (open >= 0 && !tokens.is(at, "|") && !tokens.is(at, "│") && !tokens.is(at, "║")) {
                open = -1;
            }
        }
    }

    private void box(int open, int close) {
        List<Span> lines = new ArrayList<>();
        for (int at = endOfLine(open); at < close; at = endOfLine(at)) {
            int from = at + 1;
            int to = endOfLine(at);
            while (to > from && "|│║".contains(tokens.at(to - 1))) {
                to--;
            }
            if (from < to) {
                lines.add(new Span(from, to));
            }
        }
        if (!lines.isEmpty()) {
            zones.add(new Zone(ZoneKind.STAMP, lines, true, 0, false, "the transcriber framed it"));
            covered.set(open, endOfLine(close));
        }
    }

    private int bracket(int from) {
        int close = closing(from);
        int inner = close < 0 ? endOfLine(from) : close;
        boolean hand = announced(Cue.HAND, from, inner);
        boolean stamp = !hand && (announced(Cue.STAMP, from, inner) || isReceipt(from, inner));
        boolean own = tokens.beginsLine(from) || hand || announced(Cue.STAMP, from, inner);
        if (!own
                || !hand && !stamp
                || Shapes.isSeal(tokens.between(from, inner + 1 > tokens.size() ? inner : inner + 1))) {
            return from + 1;
        }
        int label = endOfLabel(from, inner);
        boolean empty = close >= 0 && (label >= close || tokens.is(close - 1, ":"));
        int begin = label;
        int end = inner;
        int behind = close < 0 ? inner : close + 1;
        if (empty || close >= 0 && label == from + 1 && hand && goesOn(close + 1)) {
            begin = empty ? close + 1 : from;
            end = endOfNote(close + 1);
            behind = end;
        } else if (close < 0 && stamp) {
            end = endOfStamp(from + 1);
            behind = end;
        }
        if (begin >= end) {
            return from + 1;
        }
        zones.add(new Zone(
                stamp ? ZoneKind.STAMP : ZoneKind.NOTE,
                List.of(new Span(begin, end)),
                close >= 0,
                0,
                false,
                hand || stamp && announced(Cue.STAMP, from, inner)
                        ? "the transcriber says so: " + tokens.between(from, Math.min(label, inner))
                        : "it says received or incoming"));
        covered.set(from, behind);
        return behind;
    }

    private boolean announced(Cue cue, int from, int to) {
        return words.within(cue, tokens, from + 1, Math.min(to, from + LABEL));
    }

    private boolean isReceipt(int from, int to) {
        return words.within(Cue.RECEIVED, tokens, from, to) || words.within(Cue.INCOMING, tokens, from, to);
    }

    private boolean goesOn(int at) {
        return at < tokens.size() && !tokens.beginsLine(at);
    }

    private int closing(int from) {
        int depth = 0;
        for (int at = from; at < Math.min(tokens.size(), from + LONGEST); at++) {
            depth += tokens.is(at, "[") ? 1 : tokens.is(at, "]") ? -1 : 0;
            if (depth == 0) {
                return at;
            }
        }
        return -1;
    }

    private int endOfLabel(int from, int inner) {
        for (int at = from + 1; at < Math.min(inner, from + LABEL + 3) && !tokens.beginsLine(at); at++) {
            if (tokens.is(at, ":")) {
                return at + 1;
            }
        }
        return from + 1;
    }

    private int endOfLine(int from) {
        int at = from + 1;
        while (at < tokens.size() && !tokens.beginsLine(at)) {
            at++;
        }
        return at;
    }

    /** As {@link #endOfNote}, but over blank lines as long as short lines with figures follow and none was a day. */
    private int endOfStamp(int from) {
        int end = endOfNote(from);
        while (end < tokens.size()
                && !tokens.is(end, "[")
                && endOfLine(end) - end <= SHORT
                && hasFigure(end)
                && !hasYear(from, end)) {
            end = endOfNote(end);
        }
        return end;
    }

    private boolean hasFigure(int line) {
        return IntStream.range(line, endOfLine(line))
                .anyMatch(at -> tokens.at(at).chars().anyMatch(Character::isDigit));
    }

    private boolean hasYear(int from, int to) {
        return IntStream.range(from, to)
                .anyMatch(at -> PrintedDate.at(tokens, at, to).isPresent());
    }

    /** The next blank line, or the next bracket that begins a line. */
    private int endOfNote(int from) {
        int at = from + 1;
        while (at < tokens.size() && !tokens.afterBlankLine(at) && !(tokens.beginsLine(at) && tokens.is(at, "["))) {
            at++;
        }
        return Math.min(at, tokens.size());
    }
}
