package chancery.reading.zone;

import chancery.reading.particular.DayFinder;
import chancery.reading.text.Tokens;
import chancery.reading.zone.DivideIntoZones.Part;
import chancery.reading.zone.DivideIntoZones.Seen;
import chancery.reading.zone.ZoneWords.Cue;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which zone a cell opens, and which goes on with it. */
final class OpenZone {
    private final Tokens tokens;
    private final ZoneWords words;
    private final DayFinder days;
    private final Shapes shapes;
    private final Surroundings around;
    private final InAnyPart inAnyPart;
    private final BehindText behindText;
    private final InHead inHead;

    OpenZone(Surroundings around) {
        this.tokens = around.tokens();
        this.words = around.words();
        this.days = around.days();
        this.shapes = around.shapes();
        this.around = around;
        this.inAnyPart = new InAnyPart(around);
        this.behindText = new BehindText(around);
        this.inHead = new InHead(around);
    }

    /** What a cell opens; {@code null} if it opens nothing. */
    @Nullable
    Opening at(int at, Part part, Seen seen, @Nullable ZoneKind above) {
        if (around.cells().get(at).words() > Surroundings.LONGEST) {
            return null;
        }
        Opening opening = inAnyPart.at(at, part);
        if (opening == null && part != Part.HEAD) {
            opening = behindText.at(at, part, seen, above);
        }
        if (opening == null && part == Part.HEAD) {
            opening = inHead.at(at, seen, above);
        }
        return opening;
    }

    /** Whether a zone holds many lines of a list. */
    boolean isMany(ZoneKind kind) {
        return Set.of(ZoneKind.STAMP, ZoneKind.DISTRIBUTION, ZoneKind.VISA, ZoneKind.HEADING, ZoneKind.SENDER)
                .contains(kind);
    }

    /** Whether a cell that opens nothing goes on with the zone above it in the same block. */
    boolean goesOn(ZoneKind kind, Cell above, Cell cell) {
        String text = cell.text(tokens);
        String before = above.text(tokens);
        return switch (kind) {
            case ADDRESSEE -> !shapes.isProse(cell) || cell.words() <= Surroundings.FEW && !text.endsWith(".");
            case LETTERHEAD -> !shapes.isProse(cell) && cell.words() <= Surroundings.FEW;
            case HEADING, STAMP, SENDER ->
                !shapes.isProse(cell) || cell.words() <= Surroundings.FEW && !text.endsWith(".");
            case DISTRIBUTION, VISA -> cell.words() <= Surroundings.FEW && !text.endsWith("!");
            case AUTHENTICATION -> before.endsWith(":") || text.length() < 40 && Shapes.isNamed(text);
            case NOTE -> !around.isNoteEnding(before);
            case SIGNATURE ->
                !Shapes.endsNamed(before) && !Shapes.isNamed(before)
                        || before.endsWith(",") && !shapes.isProse(cell) && !around.hasFigure(cell)
                        || isForAnother(cell);
            case CLOSING -> Character.isLowerCase(text.codePointAt(0)) && cell.words() <= Surroundings.FEW;
            case TYPIST -> Shapes.isTypist(text) || words.begins(Cue.TYPIST, tokens, cell.from(), cell.to());
            case DATELINE -> around.isDateline(cell) && days.in(before).isEmpty();
            case ENCLOSURE -> before.endsWith(":") || text.matches("^[-–—*\\d].*");
            case SUBJECT -> cell.column() > above.column() || Character.isLowerCase(text.codePointAt(0));
            case BODY -> true;
            case OTHER -> true;
            default -> false;
        };
    }

    private boolean isForAnother(Cell cell) {
        return List.of("for", "за", "für").contains(tokens.folded(cell.from())) && cell.words() <= Surroundings.SHORT;
    }

    /** Whether a zone goes on behind a blank line. */
    boolean goesOnBehindBlank(ZoneKind kind, Cell last, Cell next) {
        String text = last.text(tokens);
        if (kind == ZoneKind.ADDRESSEE) {
            return Shapes.isCapitals(text)
                    && Shapes.isCapitals(next.text(tokens))
                    && shapes.hasPost(next)
                    && !around.hasFigure(next);
        }
        return kind == ZoneKind.DISTRIBUTION
                && text.endsWith(":")
                && next.text(tokens).matches("(?:№|No\\.? ?)?\\d.*");
    }
}
