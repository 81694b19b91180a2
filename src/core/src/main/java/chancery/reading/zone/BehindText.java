package chancery.reading.zone;

import chancery.reading.particular.DayFinder;
import chancery.reading.particular.DayFinder.Day;
import chancery.reading.particular.PrintedNumber;
import chancery.reading.text.Tokens;
import chancery.reading.zone.DivideIntoZones.Part;
import chancery.reading.zone.DivideIntoZones.Seen;
import chancery.reading.zone.ZoneWords.Cue;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What a cell opens in the text or below it. */
final class BehindText {
    private final Tokens tokens;
    private final ZoneWords words;
    private final DayFinder days;
    private final Shapes shapes;
    private final List<Cell> cells;
    private final Surroundings around;

    BehindText(Surroundings around) {
        this.around = around;
        this.tokens = around.tokens();
        this.words = around.words();
        this.days = around.days();
        this.shapes = around.shapes();
        this.cells = around.cells();
    }

    /** What it opens; {@code null} if nothing. */
    @Nullable
    Opening at(int at, Part part, Seen seen, @Nullable ZoneKind above) {
        Cell cell = cells.get(at);
        String text = cell.text(tokens);
        boolean prose = shapes.isProse(cell);
        if (cell.words() <= Surroundings.FEW
                && text.endsWith(":")
                && (shapes.begins(Cue.SIGNED, cell)
                        || words.begins(Cue.TO, tokens, cell.from(), cell.to()) && shapes.hasPost(cell))
                && around.signatureBelow(at)) {
            return Opening.by(ZoneKind.SIGNATURE, "it says for whom somebody signs");
        }
        if (around.startsBlock(at) && isCapitalAddress(at) && !around.nameBelow(at) && !around.sealBeside(at)) {
            return new Opening(
                    ZoneKind.ADDRESSEE,
                    false,
                    true,
                    true,
                    "a place and a post in capitals, to which an enclosure goes");
        }
        if (part == Part.FOOT
                && shapes.hasOffice(cell)
                && cell.words() <= Surroundings.SHORT
                && at + 1 < cells.size()
                && cells.get(at + 1).block() == cell.block()
                && around.isDateline(cells.get(at + 1))) {
            return Opening.by(ZoneKind.DATELINE, "an office above a day");
        }
        boolean addressed = words.at(Cue.TO, tokens, cell.from(), cell.to()) - cell.from() >= 2;
        if (part == Part.FOOT && addressed && around.startsBlock(at) && !seen.addressee && !around.isNoteEnding(at)) {
            return Opening.by(ZoneKind.ADDRESSEE, "words of address below the signature");
        }
        if (part == Part.FOOT && !seen.addressee && around.startsBlock(at) && isAddressBelow(at)) {
            return Opening.byPlace(
                    ZoneKind.ADDRESSEE, "offices and places in lines that end in commas, below the signature");
        }
        if (part == Part.FOOT && text.matches("\\p{Lu}[^,]{2,40}, Esq(?:uire|r)?\\b.*")) {
            return Opening.byPlace(ZoneKind.ADDRESSEE, "somebody's name and rank below the signature");
        }
        if (isUnitVisa(text)) {
            return Opening.by(ZoneKind.VISA, "a unit, a name and a day");
        }
        if (isEnclosure(cell)) {
            return Opening.by(ZoneKind.ENCLOSURE, "words of enclosing");
        }
        if (words.begins(Cue.CLOSING, tokens, cell.from(), cell.to()) && cell.words() <= Surroundings.FEW) {
            return Opening.by(ZoneKind.CLOSING, "words of courtesy");
        }
        if (words.begins(Cue.TYPIST, tokens, shapes.afterBracket(cell), cell.to())
                && cell.words() <= Surroundings.FEW * 2) {
            return Opening.by(ZoneKind.TYPIST, "words of typing");
        }
        if (part == Part.FOOT && Shapes.isTypist(text)) {
            return Opening.byPlace(ZoneKind.TYPIST, "initials and a stroke or a figure at the foot");
        }
        if (around.isDateline(cell)
                && (part == Part.FOOT || days.in(text).get(0).stated())) {
            return Opening.by(ZoneKind.DATELINE, "a day");
        }
        ZoneKind signed = prose ? null : signature(at, part, seen, above);
        if (signed != null) {
            return isToldSigned(cell, seen, above)
                    ? Opening.by(signed, "words of signing, or somebody's post, or words of courtesy above")
                    : Opening.byPlace(signed, "a name as clerks print signatures");
        }
        if (part == Part.FOOT && around.startsBlock(at)) {
            if (shapes.begins(Cue.TITLE, cell) && cell.words() <= Surroundings.FEW && !around.isNoteEnding(at)) {
                return new Opening(ZoneKind.HEADING, false, true, false, "a kind of paper");
            }
        }
        if (part == Part.FOOT && !prose && around.isNumberByDay(at)) {
            return Opening.by(ZoneKind.REGISTRATION, "a number by a day");
        }
        boolean numbered = part == Part.FOOT
                && !prose
                && NumberLine.in(tokens, cell.from(), cell.to(), words, days)
                        .filter(NumberLine::announced)
                        .isPresent();
        if (numbered) {
            return Opening.weakly(ZoneKind.REGISTRATION, "a number");
        }
        return null;
    }

    /** {@code PEKING}, {@code TO THE SOVIET AMBASSADOR}: capitals that name a post, or a place above one. */
    private boolean isCapitalAddress(int at) {
        for (int next = at; next < Math.min(cells.size(), at + 3); next++) {
            Cell cell = cells.get(next);
            if (cell.words() > Surroundings.SHORT || !Shapes.isCapitals(cell.text(tokens)) || around.hasFigure(cell)) {
                return false;
            }
            boolean addressed =
                    words.begins(Cue.TO, tokens, cell.from(), cell.to()) || next > at || !around.hasName(cell);
            if (addressed && shapes.hasPost(cell)) {
                return true;
            }
        }
        return false;
    }

    /** {@code The Chancery, / British Embassy, / Beirut.} */
    private boolean isAddressBelow(int at) {
        Cell cell = cells.get(at);
        boolean more = at + 1 < cells.size()
                && cells.get(at + 1).block() == cell.block()
                && !shapes.isProse(cells.get(at + 1));
        return more
                && cell.words() <= Surroundings.SHORT
                && tokens.is(cell.to() - 1, ",")
                && !around.hasFigure(cell)
                && (shapes.hasOffice(cell) || shapes.hasPost(cell) || shapes.hasOffice(cells.get(at + 1)));
    }

    private boolean isEnclosure(Cell cell) {
        int begin = shapes.afterBracket(cell);
        int counted = PrintedNumber.count(tokens, begin, cell.to()).isPresent() ? begin + 1 : begin;
        int behind = words.at(Cue.ENCLOSURE, tokens, counted, cell.to());
        return behind > counted
                && cell.words() <= Surroundings.FEW * 2
                && (behind == cell.to()
                        || !Character.isLowerCase(tokens.at(behind).codePointAt(0)));
    }

    /** Whether words say that somebody signs: of signing, of courtesy above, or what he is. */
    private boolean isToldSigned(Cell cell, Seen seen, @Nullable ZoneKind above) {
        int begin = shapes.afterBracket(cell);
        return words.begins(Cue.SIGNED, tokens, begin, cell.to())
                || words.begins(Cue.INITIALED, tokens, begin, cell.to())
                || words.within(Cue.SIGNED_BEHIND, tokens, cell.from() + 1, cell.to())
                || Shapes.isMarkedSigned(cell.text(tokens))
                || shapes.hasPost(cell)
                || above == ZoneKind.CLOSING
                || seen.last == ZoneKind.CLOSING;
    }

    private @Nullable ZoneKind signature(int at, Part part, Seen seen, @Nullable ZoneKind above) {
        Cell cell = cells.get(at);
        String text = cell.text(tokens);
        if (words.begins(Cue.INITIALED, tokens, shapes.afterBracket(cell), cell.to())) {
            return ZoneKind.INITIALS;
        }
        int begin = shapes.afterBracket(cell);
        boolean said = words.begins(Cue.SIGNED, tokens, begin, cell.to())
                || words.within(Cue.SIGNED_BEHIND, tokens, cell.from() + 1, cell.to());
        said |= Shapes.isMarkedSigned(text);
        if (said && cell.words() <= Surroundings.FEW + Surroundings.SHORT && !around.isNoteEnding(text)) {
            return ZoneKind.SIGNATURE;
        }
        if (isInitialsAndDay(text)) {
            return ZoneKind.INITIALS;
        }
        if (around.isNoteEnding(text) || cell.words() > Surroundings.FEW) {
            return null;
        }
        if (above == ZoneKind.CLOSING
                && cell.words() <= Surroundings.SHORT
                && !text.endsWith(",")
                && startsCapital(cell)) {
            return ZoneKind.SIGNATURE;
        }
        if (!seen.signature && Shapes.isNameAndPost(text)) {
            return ZoneKind.SIGNATURE;
        }
        if (Shapes.isNamed(text) || shapes.hasPost(cell) && Shapes.endsNamed(text)) {
            return ZoneKind.SIGNATURE;
        }
        boolean alone = around.startsBlock(at);
        if (Shapes.isInitials(text) && alone) {
            return ZoneKind.INITIALS;
        }
        boolean first = !seen.signature
                && part == Part.BODY
                && (alone || endsSentence(at - 1))
                && !SecrecyLine.covers(tokens, cell.from(), cell.to(), words);
        if (first && isPostAndName(cell)) {
            return ZoneKind.SIGNATURE;
        }
        boolean strokes = text.matches("[/(].*[/)]") && Shapes.endsNamed(text.replaceAll(",.*", ""));
        boolean last = at + 1 == cells.size()
                || cells.get(at + 1).block() != cell.block()
                || !shapes.isProse(cells.get(at + 1));
        boolean typed = Shapes.isPlainName(withoutDay(text))
                && last
                && !shapes.hasPost(cell)
                && !shapes.hasOffice(cell)
                && (seen.last == ZoneKind.CLOSING || first || above == ZoneKind.CLOSING);
        if (strokes || typed) {
            return ZoneKind.SIGNATURE;
        }
        int article = List.of("der", "die", "the", "le").contains(tokens.folded(begin)) ? begin + 1 : begin;
        boolean post = words.begins(Cue.POST, tokens, article, cell.to()) && !seen.signature;
        return post && (around.nameBelow(at) || around.sealBeside(at)) ? ZoneKind.SIGNATURE : null;
    }

    private boolean startsCapital(Cell cell) {
        return Character.isUpperCase(tokens.at(shapes.afterBracket(cell)).codePointAt(0));
    }

    /** Whether a cell ends as sentences do, so that what follows may be set apart from the text without a blank line. */
    private boolean endsSentence(int at) {
        Cell cell = cells.get(at);
        return shapes.isProse(cell) && ".!?".contains(tokens.at(cell.to() - 1));
    }

    /** {@code [Ambassador] Qiu Weimin}: what somebody is, and his name. */
    private boolean isPostAndName(Cell cell) {
        int begin = shapes.afterBracket(cell);
        int behind = words.at(Cue.POST, tokens, begin, cell.to());
        while (behind > begin && behind < cell.to() && "]),.".contains(tokens.at(behind))) {
            behind++;
        }
        return behind > begin
                && behind < cell.to()
                && cell.words() <= Surroundings.SHORT
                && Shapes.isPlainName(tokens.between(behind, cell.to()));
    }

    private String withoutDay(String text) {
        List<Day> found = days.in(text);
        return found.size() == 1 && found.get(0).from() == 0
                ? text.substring(found.get(0).to())
                        .replaceFirst("^\\s*г\\.", "")
                        .strip()
                : text;
    }

    /** {@code L.O. Nov. 19}, {@code Ke 8/3}: at most two words of four letters and a day. */
    private boolean isInitialsAndDay(String text) {
        List<Day> found = days.in(text);
        if (found.size() != 1 || found.get(0).stated()) {
            return false;
        }
        Day day = found.get(0);
        String rest = (text.substring(0, day.from()) + text.substring(day.to())).strip();
        return rest.matches("(?:\\p{Lu}\\p{L}{0,2}\\.?-?){1,3}");
    }

    /** {@code Z 3 Bor. 9.3.}: a unit, a name and a day. */
    private boolean isUnitVisa(String text) {
        List<Day> found = days.in(text);
        return found.size() == 1
                && !found.get(0).stated()
                && text.substring(0, found.get(0).from())
                        .matches(
                                "\\p{Lu}{1,3}\\p{Ll}{0,2}\\.? ?[IVX\\d]{1,4}:?(?: i\\.\\s?[VA]\\.)? \\p{Lu}\\p{L}{1,12}\\.?\\s*");
    }
}
