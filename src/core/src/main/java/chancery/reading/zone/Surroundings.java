package chancery.reading.zone;

import chancery.reading.particular.DayFinder;
import chancery.reading.particular.DayFinder.Day;
import chancery.reading.particular.PrintedNumber;
import chancery.reading.text.Tokens;
import chancery.reading.zone.ZoneWords.Cue;
import java.util.List;

/**
 * A page as cells, and what stands around each: above it, below it, beside it.
 *
 * @param cells in order
 */
record Surroundings(Tokens tokens, ZoneWords words, DayFinder days, Shapes shapes, List<Cell> cells) {
    /** So many characters make no other column. */
    static final int INDENT = 6;

    /** So many words make a short line. */
    static final int SHORT = 8;

    /** More words than these are no line of a head or a foot. */
    static final int FEW = 14;

    /** A line of more words is running text, whatever it says. */
    static final int LONGEST = 150;

    /** So many characters at the end of a line tell whether it ends in a name or a day. */
    private static final int END = 300;

    /** Whether lines of a head – a day, a number, words of secrecy – follow before the next running text. */
    boolean isAboveHead(int at) {
        for (int next = at + 1; next < Math.min(cells.size(), at + 12) && !shapes.isProse(cells.get(next)); next++) {
            Cell cell = cells.get(next);
            if (isDateline(cell)
                    || SecrecyLine.covers(tokens, cell.from(), cell.to(), words)
                    || cell.block() > cells.get(at).block() && isNumberByDay(next)) {
                return cell.block() > cells.get(at).block();
            }
        }
        return false;
    }

    /** Whether a label such as {@code TO:} says further below to whom the paper goes. */
    boolean isAddressLabelled() {
        return cells.stream().anyMatch(cell -> {
            int behind = words.at(Cue.TO, tokens, cell.from(), cell.to());
            return behind > cell.from() && (tokens.is(behind - 1, ":") || behind < cell.to() && tokens.is(behind, ":"));
        });
    }

    /** Whether a number stands alone on a line directly above or below a day, as registries write them. */
    boolean isNumberByDay(int at) {
        Cell cell = cells.get(at);
        boolean number = cell.words() <= SHORT
                && days.in(cell.text(tokens)).isEmpty()
                && NumberLine.in(tokens, cell.from(), cell.to(), words, days, 1).isPresent();
        return number && (isDayBeside(cell, at - 1) || isDayBeside(cell, at + 1));
    }

    private boolean isDayBeside(Cell cell, int at) {
        return at >= 0
                && at < cells.size()
                && cells.get(at).block() == cell.block()
                && Math.abs(cells.get(at).row() - cell.row()) <= 1
                && isDateline(cells.get(at));
    }

    /** Whether a cell is the first of its stretch of lines. */
    boolean startsBlock(int at) {
        return at == 0 || cells.get(at - 1).block() != cells.get(at).block();
    }

    boolean hasName(Cell cell) {
        return Shapes.endsNamed(cell.text(tokens)) || Shapes.isNamed(cell.text(tokens));
    }

    boolean hasFigure(Cell cell) {
        return tokens.between(cell.from(), cell.to()).chars().anyMatch(Character::isDigit);
    }

    /** A day, and beside it at most a place. */
    boolean isDateline(Cell cell) {
        if (cell.words() > 2 * FEW) {
            return false;
        }
        String text = cell.text(tokens);
        List<Day> found = days.in(text);
        if (found.isEmpty() || found.size() > 1) {
            return false;
        }
        Day day = found.get(0);
        String rest = (text.substring(0, day.from()) + text.substring(day.to()))
                .replaceAll("(?i)(?:^|(?<=[ ,]))(?:den|am|le|the|г|гор|от|dated|date|datum)\\.?(?=[ ,:]|$)", "")
                .replaceAll("[.,:;\"«»()]", " ")
                .replaceFirst("^(?:D-?)?\\d{2,5} (?=\\p{Lu})", "")
                .strip();
        return rest.matches("(?:\\p{Lu}[\\p{L}.’'-]*(?:,? +(?:\\p{Lu}[\\p{L}.’'-]*|\\p{Lu}{0,2} ?\\d{1,2})){0,4})?")
                && !Shapes.isInitials(rest)
                && (rest.isEmpty() || day.stated() && day.from() > 0);
    }

    /** Whether a name stands on the next line, by itself or behind a word that says signed. */
    boolean signatureBelow(int at) {
        if (at + 1 >= cells.size()) {
            return false;
        }
        Cell next = cells.get(at + 1);
        String text = next.text(tokens);
        return Shapes.isNamed(text)
                || Shapes.isPlainName(text)
                || Shapes.isNameAndPost(text)
                || words.begins(Cue.SIGNED, tokens, shapes.afterBracket(next), next.to())
                || nameBelow(at);
    }

    /** Whether a name stands on one of the next two lines, below what somebody is. */
    boolean nameBelow(int at) {
        for (int next = at + 1; next < Math.min(cells.size(), at + 3); next++) {
            Cell cell = cells.get(next);
            if (cell.block() > cells.get(at).block() + 1 || shapes.isProse(cell)) {
                return false;
            }
            String text = cell.text(tokens);
            boolean named = Shapes.isNamed(text)
                    || text.matches("(?:\\p{Lu}\\p{L}{0,2}\\. ?){1,2}\\d{1,2}[./].*")
                    || words.begins(Cue.SIGNED, tokens, shapes.afterBracket(cell), cell.to())
                    || text.matches("[/(].*[/)]");
            if (named) {
                return true;
            }
        }
        return false;
    }

    boolean sealBeside(int at) {
        return at + 1 < cells.size()
                && cells.get(at + 1).row() == cells.get(at).row()
                && (Shapes.isSeal(cells.get(at + 1).text(tokens))
                        || Shapes.isNamed(cells.get(at + 1).text(tokens)));
    }

    /** Whether a cell, or the paragraph that it ends, closes with a name and a day as minutes and orders do. */
    boolean isNoteEnding(int at) {
        Cell cell = cells.get(at);
        int last = at;
        while (last + 1 < cells.size()
                && cells.get(last + 1).block() == cell.block()
                && !isNoteEnding(cells.get(last).text(tokens))
                && last - at < 6) {
            last++;
        }
        return isNoteEnding(cells.get(last).text(tokens)) && !isDateline(cells.get(last));
    }

    boolean isNoteEnding(String line) {
        String text = line.length() > END ? line.substring(line.length() - END) : line;
        List<Day> found = days.in(text);
        if (found.isEmpty()) {
            return text.matches(".*\\p{Ll}{4}[.!?] \\p{Lu}[\\p{L}.]+\\.?") && text.length() < 200;
        }
        Day day = found.get(found.size() - 1);
        boolean ends = text.length() - day.to() <= 2;
        String before = text.substring(0, day.from()).strip();
        boolean named = before.matches("(?s).*(?:(?:^|[\\s.(])\\p{Lu}[\\p{L}'.-]*[,.]?|\\])");
        String behind = text.substring(day.to()).strip();
        boolean nameBehind = behind.matches("(?:г\\.)?[. ]{0,2}(?:\\p{Lu}[\\p{L}.]* ?){1,3}(?:m/p\\.?)?");
        return ends && named && !day.stated()
                || nameBehind && before.length() > 8
                || ends && named && before.length() > 20;
    }

    /** Whether the paragraph that a cell begins ends in a day. */
    boolean endsInDay(int at) {
        int last = at;
        while (last + 1 < cells.size()
                && cells.get(last + 1).block() == cells.get(at).block()
                && last - at < 6) {
            if (!days.in(cells.get(last).text(tokens)).isEmpty()) {
                return true;
            }
            last++;
        }
        return !days.in(cells.get(last).text(tokens)).isEmpty();
    }

    /** Whether the text begins with a few words alone in their block, such as {@code Докладываю:}. */
    boolean isLonelyOpening(int at) {
        Cell cell = cells.get(at);
        return cell.text(tokens).endsWith(":")
                && cell.words() <= 4
                && startsBlock(at)
                && (at + 1 == cells.size() || cells.get(at + 1).block() != cell.block());
    }

    /** A long line of the head that is no sentence, alone, above other lines of the head. */
    boolean isSubject(int at) {
        Cell cell = cells.get(at);
        Cell next = at + 1 < cells.size() ? cells.get(at + 1) : null;
        return startsBlock(at)
                && cell.words() <= FEW * 2
                && Character.isLetterOrDigit(tokens.at(cell.to() - 1).charAt(0))
                && next != null
                && next.block() != cell.block()
                && !shapes.isProse(next);
    }

    /** Whether a line begins with whom it addresses. */
    boolean addresses(Cell cell) {
        int to = words.at(Cue.TO, tokens, cell.from(), cell.to());
        return words.begins(Cue.PERSON, tokens, cell.from(), cell.to())
                || to > cell.from() && words.begins(Cue.PERSON, tokens, to, cell.to());
    }

    boolean isDistribution(Cell cell) {
        int begin = shapes.afterBracket(cell);
        int counted = PrintedNumber.count(tokens, begin, cell.to()).isPresent() ? begin + 1 : begin;
        int behind = words.at(Cue.DISTRIBUTION, tokens, counted, cell.to());
        if (behind == counted) {
            return false;
        }
        boolean colon = tokens.is(behind - 1, ":") || behind < cell.to() && tokens.is(behind, ":");
        if (!colon && counted == begin && SecrecyLine.covers(tokens, cell.from(), cell.to(), words)) {
            return false;
        }
        return colon || counted > begin || (!shapes.isProse(cell) || cell.words() <= SHORT) && cell.words() <= FEW;
    }

    boolean belowIsOffice(int at) {
        Cell cell = cells.get(at);
        Cell next = at + 1 < cells.size() ? cells.get(at + 1) : null;
        return next != null
                && next.block() == cell.block()
                && Math.abs(next.column() - cell.column()) <= INDENT
                && cell.words() <= 4
                && Shapes.isCapitals(cell.text(tokens))
                && !shapes.isProse(next)
                && (shapes.hasOffice(next) || shapes.hasPost(next));
    }

    boolean postBelow(int at) {
        return at + 1 < cells.size() && shapes.hasPost(cells.get(at + 1));
    }
}
