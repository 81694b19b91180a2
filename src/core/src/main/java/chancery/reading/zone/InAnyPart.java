package chancery.reading.zone;

import chancery.reading.particular.DayFinder;
import chancery.reading.text.Tokens;
import chancery.reading.zone.DivideIntoZones.Part;
import chancery.reading.zone.ZoneWords.Cue;
import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a cell opens wherever on the page it stands. */
final class InAnyPart {
    private final Tokens tokens;
    private final ZoneWords words;
    private final DayFinder days;
    private final Shapes shapes;
    private final List<Cell> cells;
    private final Surroundings around;
    private final BitSet editorsNotes;

    InAnyPart(Surroundings around) {
        this.around = around;
        this.tokens = around.tokens();
        this.words = around.words();
        this.days = around.days();
        this.shapes = around.shapes();
        this.cells = around.cells();
        this.editorsNotes = EditorsNotes.of(tokens, cells);
    }

    /** What it opens; {@code null} if nothing. */
    @Nullable
    Opening at(int at, Part part) {
        Cell cell = cells.get(at);
        boolean prose = shapes.isProse(cell);
        String text = cell.text(tokens);
        if (text.matches("[-–— ]*\\d{1,3}[-–— ]*") && (text.length() > 3 || around.startsBlock(at))
                || text.contains("____")
                || text.matches("[-–—_=*.oO0P ]{5,}\\d{0,8}")
                || Shapes.isSeal(text)) {
            return Opening.by(ZoneKind.OTHER, "the number of a page, or a blank to be filled");
        }
        if (editorsNotes.get(at)) {
            return Opening.by(ZoneKind.OTHER, "a note of the editor");
        }
        if (around.isDistribution(cell)) {
            return Opening.by(ZoneKind.DISTRIBUTION, "words that begin a list of copies");
        }
        if (cell.words() <= Surroundings.FEW * 2
                && words.begins(Cue.ARCHIVE, tokens, cell.from(), cell.to())
                && around.hasFigure(cell)) {
            return Opening.by(ZoneKind.ARCHIVE, "an archive and a number");
        }
        if ((part != Part.BODY || around.startsBlock(at))
                && SecrecyLine.covers(tokens, cell.from(), cell.to(), words)) {
            return new Opening(
                    ZoneKind.SECRECY, false, around.startsBlock(at), false, "words of secrecy, precedence or copies");
        }
        if (shapes.begins(Cue.ANNEX, cell) && cell.words() <= Surroundings.FEW && part != Part.BODY) {
            return Opening.by(ZoneKind.ANNEX, "it says to what it belongs");
        }
        if (shapes.begins(Cue.AUTHENTICATION, cell)
                && (part == Part.HEAD ? !prose : !prose || cell.words() <= Surroundings.FEW)) {
            return Opening.by(ZoneKind.AUTHENTICATION, "words of certifying");
        }
        if (shapes.begins(Cue.VISA, cell)
                && (!prose || tokens.between(cell.from(), cell.to()).contains(":"))) {
            return Opening.by(ZoneKind.VISA, "words of agreement");
        }
        if (text.chars().filter(c -> c == '|').count() >= 2 && around.hasFigure(cell)) {
            return Opening.byPlace(ZoneKind.STAMP, "its parts are set apart by strokes");
        }
        if (isStamp(at)) {
            return Opening.by(ZoneKind.STAMP, "it says received, incoming or sent");
        }
        if (words.begins(Cue.SALUTATION, tokens, cell.from(), cell.to()) && cell.words() <= Surroundings.SHORT) {
            return Opening.by(ZoneKind.SALUTATION, "words of greeting");
        }
        return null;
    }

    /** A stretch of short lines of which one says received, incoming or sent; it begins with its office. */
    private boolean isStamp(int at) {
        Cell cell = cells.get(at);
        if (shapes.isProse(cell) || cell.words() > Surroundings.FEW) {
            return false;
        }
        if (isReceipt(at)) {
            return true;
        }
        Cell next = at + 1 < cells.size() ? cells.get(at + 1) : null;
        return shapes.hasOffice(cell)
                && next != null
                && next.block() == cell.block()
                && Math.abs(next.column() - cell.column()) <= Surroundings.INDENT
                && !shapes.isProse(next)
                && (isReceipt(at + 1) || !around.hasFigure(cell) && isStamp(at + 1));
    }

    private boolean isReceipt(int at) {
        Cell cell = cells.get(at);
        boolean said = words.begins(Cue.INCOMING, tokens, cell.from(), cell.to())
                || words.within(Cue.RECEIVED, tokens, cell.from(), cell.to())
                || words.begins(Cue.SENT, tokens, cell.from(), cell.to());
        Cell next = at + 1 < cells.size() ? cells.get(at + 1) : cell;
        boolean figure = around.hasFigure(cell)
                || next.block() == cell.block() && !days.in(next.text(tokens)).isEmpty();
        return said
                && figure
                && cell.words() <= Surroundings.FEW
                && !cell.text(tokens).contains(";");
    }
}
