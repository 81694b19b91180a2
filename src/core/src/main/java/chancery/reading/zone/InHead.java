package chancery.reading.zone;

import chancery.reading.particular.DayFinder;
import chancery.reading.text.Tokens;
import chancery.reading.zone.DivideIntoZones.Seen;
import chancery.reading.zone.ZoneWords.Cue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** What a cell opens above the text. */
final class InHead {
    /** The small words of a line that names somebody, and to whom. */
    private static final Set<String> PARTICLES = Set.of(
            "to", "the", "of", "in", "at", "and", "an", "den", "die", "das", "von", "und", "à", "au", "de", "du", "la",
            "le", "des", "en");

    /** From this column on a line stands on the right. */
    private static final int FAR_RIGHT = 20;

    private final Tokens tokens;
    private final ZoneWords words;
    private final DayFinder days;
    private final Shapes shapes;
    private final List<Cell> cells;
    private final Surroundings around;
    private final boolean addressLabelled;

    InHead(Surroundings around) {
        this.around = around;
        this.tokens = around.tokens();
        this.words = around.words();
        this.days = around.days();
        this.shapes = around.shapes();
        this.cells = around.cells();
        this.addressLabelled = around.isAddressLabelled();
    }

    /** What it opens; {@code null} if nothing. */
    @Nullable
    Opening at(int at, Seen seen, @Nullable ZoneKind above) {
        Cell cell = cells.get(at);
        boolean prose = shapes.isProse(cell);
        boolean sentence = prose && cell.words() > Surroundings.FEW && ".!".contains(tokens.at(cell.to() - 1));
        if (words.begins(Cue.SUBJECT, tokens, cell.from(), cell.to()) && !sentence) {
            return Opening.by(ZoneKind.SUBJECT, "words that lead to a subject, or to who is in charge");
        }
        boolean titled = cell.words() <= Surroundings.FEW * 2
                && (shapes.begins(Cue.TITLE, cell)
                        || Shapes.isCapitals(cell.text(tokens))
                                && words.begins(Cue.TITLE, tokens, cell.to() - 1, cell.to()));
        if (words.begins(Cue.FROM, tokens, cell.from(), cell.to()) && !prose && !titled) {
            return leadsToSomebody(cell)
                    ? Opening.by(ZoneKind.ADDRESSEE, "it says from whom and to whom")
                    : Opening.by(ZoneKind.SENDER, "it says from whom");
        }
        if (!seen.addressee && isOneToAnother(cell)) {
            return Opening.byPlace(ZoneKind.ADDRESSEE, "it names somebody, and to whom");
        }
        if (around.isDateline(cell)) {
            return Opening.weakly(ZoneKind.DATELINE, "a day");
        }
        if (around.isNumberByDay(at)) {
            return Opening.by(ZoneKind.REGISTRATION, "a number by a day");
        }
        if (isClock(at)) {
            return Opening.by(ZoneKind.OTHER, "a clock time beside a day");
        }
        Optional<NumberLine> number = NumberLine.in(tokens, cell.from(), cell.to(), words, days)
                .filter(line -> line.announced() || above != ZoneKind.ADDRESSEE && above != ZoneKind.HEADING);
        if (number.isPresent()) {
            return new Opening(
                    ZoneKind.REGISTRATION,
                    above == ZoneKind.SENDER || !number.get().announced(),
                    false,
                    false,
                    "a number");
        }
        if (above == ZoneKind.ADDRESSEE
                || (above == ZoneKind.OTHER || above == ZoneKind.SUBJECT) && cell.column() > Surroundings.INDENT) {
            return null;
        }
        if (titled) {
            return Opening.by(ZoneKind.HEADING, "a kind of paper");
        }
        boolean headed = !seen.letterhead
                && !seen.annex
                && around.startsBlock(at)
                && cell.words() <= Surroundings.FEW
                && words.within(Cue.OFFICE, tokens, cell.from(), Math.min(cell.to(), cell.from() + Surroundings.SHORT))
                && Character.isLetter(
                        cell.text(tokens).codePointBefore(cell.text(tokens).length()));
        if (prose && headed) {
            return Opening.by(ZoneKind.LETTERHEAD, "the first office of the page");
        }
        if (isAddress(cell) && (!prose || around.startsBlock(at) && !".,:;".contains(tokens.at(cell.to() - 1)))
                || isTelexAddress(at)) {
            return Opening.by(ZoneKind.ADDRESSEE, "words of address");
        }
        if (prose || cell.words() > Surroundings.FEW || above == ZoneKind.HEADING || above == ZoneKind.LETTERHEAD) {
            return null;
        }
        Opening opening = unannounced(at, cell, seen);
        if (opening != null || !isBeforeSalutation(at, seen)) {
            return opening;
        }
        return seen.last == null && cell.column() > FAR_RIGHT
                ? Opening.byPlace(ZoneKind.DATELINE, "it stands on the right above the salutation")
                : Opening.byPlace(ZoneKind.ADDRESSEE, "it stands between the day and the salutation");
    }

    /** Whether a cell begins a short stretch behind a day or a number, and a salutation follows. */
    private boolean isBeforeSalutation(int at, Seen seen) {
        boolean placed = seen.last != null || cells.get(at).column() > FAR_RIGHT;
        if (seen.addressee || !placed || !around.startsBlock(at) || around.hasFigure(cells.get(at))) {
            return false;
        }
        int next = at;
        while (next < cells.size()
                && next - at < 5
                && cells.get(next).block() == cells.get(at).block()
                && !shapes.isProse(cells.get(next))) {
            next++;
        }
        return next < cells.size()
                && next > at
                && cells.get(next).block() != cells.get(at).block()
                && (words.begins(
                                Cue.SALUTATION,
                                tokens,
                                cells.get(next).from(),
                                cells.get(next).to())
                        || tokens.is(cells.get(next - 1).to() - 1, ":"));
    }

    /** {@code FROM ANKARA TO FOREIGN OFFICE}. */
    private boolean leadsToSomebody(Cell cell) {
        return words.within(Cue.TO, tokens, cell.from() + 2, cell.to() - 1);
    }

    /** {@code Crosbie to Wexcombe}, as editors head letters: names, a word of address, names, and no stop. */
    private boolean isOneToAnother(Cell cell) {
        return cell.words() <= Surroundings.FEW
                && cell.text(tokens)
                        .replaceFirst("[.,]?\\s*[—–-]*\\s*\\([^)]*\\)$", "")
                        .matches(
                                "\\p{Lu}[^,;:!?]*\\p{L} (?:to|an|à|au) (?:the |den |die |das )?\\p{Lu}[^,;:!?]*[\\p{L}.]")
                && IntStream.range(cell.from(), cell.to())
                        .filter(token -> Character.isLowerCase(tokens.at(token).codePointAt(0)))
                        .allMatch(token -> PARTICLES.contains(tokens.at(token)));
    }

    /** Digits of a clock that follow a day on the same line. */
    private boolean isClock(int at) {
        Cell cell = cells.get(at);
        return at > 0
                && cells.get(at - 1).row() == cell.row()
                && !days.in(cells.get(at - 1).text(tokens)).isEmpty()
                && cell.text(tokens).matches("\\d{1,2}[.:]?\\d{2}(?: ?\\p{L}{1,5}\\.?)?");
    }

    /** {@code an bonn aa}: a word of address and few others, alone. */
    private boolean isTelexAddress(int at) {
        Cell cell = cells.get(at);
        Cell next = at + 1 < cells.size() ? cells.get(at + 1) : null;
        boolean alone =
                around.startsBlock(at) && (next == null || next.block() != cell.block() || around.isDistribution(next));
        return alone
                && cell.words() <= Surroundings.SHORT
                && words.begins(Cue.TO, tokens, cell.from(), cell.to())
                && !".:!?".contains(tokens.at(cell.to() - 1));
    }

    private boolean isAddress(Cell cell) {
        int behind = words.at(Cue.TO, tokens, cell.from(), cell.to());
        boolean person = words.begins(Cue.PERSON, tokens, cell.from(), cell.to());
        if (behind > cell.from() && !person) {
            boolean colon = tokens.is(behind - 1, ":") || behind < cell.to() && tokens.is(behind, ":");
            int near = Math.min(cell.to(), behind + 3);
            boolean told = words.within(Cue.OFFICE, tokens, behind, near)
                    || words.within(Cue.POST, tokens, behind, near)
                    || words.within(Cue.PERSON, tokens, behind, near);
            return colon
                    || cell.words() <= Surroundings.FEW
                            && (told || behind == cell.to() || Shapes.isCapitals(tokens.at(cell.from())));
        }
        return person && cell.words() <= Surroundings.FEW + Surroundings.SHORT && !".".equals(tokens.at(cell.to() - 1));
    }

    /** An office or a post that no word announces: first the letterhead, then the addressee. */
    private @Nullable Opening unannounced(int at, Cell cell, Seen seen) {
        boolean office = shapes.hasOffice(cell);
        boolean post = shapes.hasPost(cell);
        if (!office && !post && !around.belowIsOffice(at)) {
            return null;
        }
        boolean first = !seen.letterhead && !seen.addressee && !seen.annex;
        boolean toPost = post && !office && Shapes.isCapitals(cell.text(tokens).replaceAll("\\d", ""));
        boolean lonePlace = !office && !post && Shapes.isCapitals(cell.text(tokens));
        boolean paired = words.within(Cue.PERSON, tokens, cell.from(), cell.to());
        if (office && !seen.addressee && addressLabelled) {
            return Opening.by(ZoneKind.LETTERHEAD, "an office, and a label below says to whom the paper goes");
        }
        if (first && !paired && !(lonePlace && seen.last != null && around.postBelow(at))) {
            return Opening.by(ZoneKind.LETTERHEAD, "the first office of the page");
        }
        boolean mayFollow = !seen.addressee && (office || toPost || lonePlace || paired || post);
        return mayFollow
                ? Opening.byPlace(ZoneKind.ADDRESSEE, "an office or a post behind the letterhead, before the text")
                : null;
    }
}
