package chancery.reading.zone;

import chancery.reading.particular.DayFinder;
import chancery.reading.particular.DayFinder.Day;
import chancery.reading.particular.PrintedNumber;
import chancery.reading.text.Tokens;
import chancery.reading.zone.DivideIntoZones.Part;
import chancery.reading.zone.DivideIntoZones.Seen;
import chancery.reading.zone.ZoneWords.Cue;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Which zone a cell opens, and which goes on with it. */
final class OpenZone {
    /** So many characters make no other column. */
    static final int INDENT = 6;

    private static final int SHORT = 8;
    private static final int FEW = 14;

    private final Tokens tokens;
    private final ZoneWords words;
    private final DayFinder days;
    private final Shapes shapes;
    private final List<Cell> cells;

    OpenZone(Tokens tokens, ZoneWords words, DayFinder days, Shapes shapes, List<Cell> cells) {
        this.tokens = tokens;
        this.words = words;
        this.days = days;
        this.shapes = shapes;
        this.cells = cells;
    }

    /**
     * A zone that a cell opens.
     *
     * @param weak whether it may as well go on with a list above it
     * @param restarts whether behind the signatures another document begins with it
     */
    record Opening(ZoneKind kind, boolean weak, boolean restarts, String because) {
        static Opening by(ZoneKind kind, String because) {
            return new Opening(kind, false, false, because);
        }

        static Opening weakly(ZoneKind kind, String because) {
            return new Opening(kind, true, false, because);
        }
    }

    /** What a cell opens; {@code null} if it opens nothing. */
    @Nullable
    Opening at(int at, Part part, Seen seen, @Nullable ZoneKind above) {
        Cell cell = cells.get(at);
        Opening opening = anywhere(at, cell, part);
        if (opening == null && part != Part.HEAD) {
            opening = behindText(at, cell, part, seen, above);
        }
        if (opening == null && part == Part.HEAD) {
            opening = head(at, cell, seen, above);
        }
        return opening;
    }

    // ---- in every part

    private @Nullable Opening anywhere(int at, Cell cell, Part part) {
        boolean prose = shapes.isProse(cell);
        String text = cell.text(tokens);
        if (text.matches("[-–— ]*\\d{1,3}[-–— ]*") && (text.length() > 3 || startsBlock(at))
                || text.contains("____")
                || Shapes.isSeal(text)) {
            return Opening.by(ZoneKind.OTHER, "the number of a page, or a blank to be filled");
        }
        if (isDistribution(cell)) {
            return Opening.by(ZoneKind.DISTRIBUTION, "words that begin a list of copies");
        }
        if (cell.words() <= FEW * 2 && words.begins(Cue.ARCHIVE, tokens, cell.from(), cell.to()) && hasFigure(cell)) {
            return Opening.by(ZoneKind.ARCHIVE, "an archive and a number");
        }
        if ((part != Part.BODY || startsBlock(at)) && SecrecyLine.covers(tokens, cell.from(), cell.to(), words)) {
            return new Opening(ZoneKind.SECRECY, false, startsBlock(at), "words of secrecy, precedence or copies");
        }
        if (shapes.begins(Cue.ANNEX, cell) && cell.words() <= FEW && part != Part.BODY) {
            return Opening.by(ZoneKind.ANNEX, "it says to what it belongs");
        }
        if (shapes.begins(Cue.AUTHENTICATION, cell) && (part == Part.HEAD ? !prose : !prose || cell.words() <= FEW)) {
            return Opening.by(ZoneKind.AUTHENTICATION, "words of certifying");
        }
        if (shapes.begins(Cue.VISA, cell)
                && (!prose || tokens.between(cell.from(), cell.to()).contains(":"))) {
            return Opening.by(ZoneKind.VISA, "words of agreement");
        }
        if (isStamp(at)) {
            return Opening.by(ZoneKind.STAMP, "it says received, incoming or sent");
        }
        if (words.begins(Cue.SALUTATION, tokens, cell.from(), cell.to()) && cell.words() <= SHORT) {
            return Opening.by(ZoneKind.SALUTATION, "words of greeting");
        }
        return null;
    }

    private boolean isDistribution(Cell cell) {
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

    /** A stretch of short lines of which one says received, incoming or sent; it begins with its office. */
    private boolean isStamp(int at) {
        Cell cell = cells.get(at);
        if (shapes.isProse(cell) || cell.words() > FEW) {
            return false;
        }
        if (isReceipt(cell)) {
            return true;
        }
        Cell next = at + 1 < cells.size() ? cells.get(at + 1) : null;
        return shapes.hasOffice(cell)
                && next != null
                && next.block() == cell.block()
                && Math.abs(next.column() - cell.column()) <= INDENT
                && !shapes.isProse(next)
                && (isReceipt(next) || !hasFigure(cell) && isStamp(at + 1));
    }

    private boolean isReceipt(Cell cell) {
        boolean said = words.begins(Cue.INCOMING, tokens, cell.from(), cell.to())
                || words.within(Cue.RECEIVED, tokens, cell.from(), cell.to())
                || words.begins(Cue.SENT, tokens, cell.from(), cell.to());
        int at = cells.indexOf(cell);
        Cell next = at + 1 < cells.size() ? cells.get(at + 1) : cell;
        boolean figure = hasFigure(cell)
                || next.block() == cell.block() && !days.in(next.text(tokens)).isEmpty();
        return said && figure && cell.words() <= FEW;
    }

    // ---- behind the text

    private @Nullable Opening behindText(int at, Cell cell, Part part, Seen seen, @Nullable ZoneKind above) {
        if (startsBlock(at) && isCapitalAddress(at) && !nameBelow(at) && !sealBeside(at)) {
            return new Opening(
                    ZoneKind.ADDRESSEE, false, true, "a place and a post in capitals, to which an enclosure goes");
        }
        String text = cell.text(tokens);
        boolean prose = shapes.isProse(cell);
        if (part == Part.FOOT
                && shapes.hasOffice(cell)
                && cell.words() <= SHORT
                && at + 1 < cells.size()
                && cells.get(at + 1).block() == cell.block()
                && isDateline(cells.get(at + 1))) {
            return Opening.by(ZoneKind.DATELINE, "an office above a day");
        }
        boolean addressed = words.at(Cue.TO, tokens, cell.from(), cell.to()) - cell.from() >= 2;
        if (part == Part.FOOT && addressed && startsBlock(at) && !seen.addressee && !isNoteEnding(at)) {
            return Opening.by(ZoneKind.ADDRESSEE, "words of address below the signature");
        }
        if (isUnitVisa(text)) {
            return Opening.by(ZoneKind.VISA, "a unit, a name and a day");
        }
        if (isEnclosure(cell)) {
            return Opening.by(ZoneKind.ENCLOSURE, "words of enclosing");
        }
        if (words.begins(Cue.CLOSING, tokens, cell.from(), cell.to()) && cell.words() <= FEW) {
            return Opening.by(ZoneKind.CLOSING, "words of courtesy");
        }
        if (words.begins(Cue.TYPIST, tokens, shapes.afterBracket(cell), cell.to()) && cell.words() <= FEW * 2) {
            return Opening.by(ZoneKind.TYPIST, "words of typing");
        }
        if (part == Part.FOOT && Shapes.isTypist(text)) {
            return Opening.by(ZoneKind.TYPIST, "initials and a stroke or a figure at the foot");
        }
        if (isDateline(cell) && (part == Part.FOOT || days.in(text).get(0).stated())) {
            return Opening.by(ZoneKind.DATELINE, "a day");
        }
        ZoneKind signed = prose ? null : signature(at, part, seen, above);
        if (signed != null) {
            return Opening.by(signed, "a name as clerks print signatures");
        }
        if (part == Part.FOOT && startsBlock(at)) {
            if (shapes.begins(Cue.TITLE, cell) && cell.words() <= FEW && !isNoteEnding(at)) {
                return new Opening(ZoneKind.HEADING, false, true, "a kind of paper");
            }
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
            if (cell.words() > SHORT || !Shapes.isCapitals(cell.text(tokens)) || hasFigure(cell)) {
                return false;
            }
            boolean addressed = words.begins(Cue.TO, tokens, cell.from(), cell.to()) || next > at || !hasName(cell);
            if (addressed && shapes.hasPost(cell)) {
                return true;
            }
        }
        return false;
    }

    /** Whether a line begins with whom it addresses. */
    boolean addresses(Cell cell) {
        int to = words.at(Cue.TO, tokens, cell.from(), cell.to());
        return words.begins(Cue.PERSON, tokens, cell.from(), cell.to())
                || to > cell.from() && words.begins(Cue.PERSON, tokens, to, cell.to());
    }

    private boolean isEnclosure(Cell cell) {
        int begin = shapes.afterBracket(cell);
        int counted = PrintedNumber.count(tokens, begin, cell.to()).isPresent() ? begin + 1 : begin;
        int behind = words.at(Cue.ENCLOSURE, tokens, counted, cell.to());
        return behind > counted
                && cell.words() <= FEW * 2
                && (behind == cell.to()
                        || !Character.isLowerCase(tokens.at(behind).codePointAt(0)));
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
        if (said && cell.words() <= FEW + SHORT && !isNoteEnding(text)) {
            return ZoneKind.SIGNATURE;
        }
        if (isInitialsAndDay(text)) {
            return ZoneKind.INITIALS;
        }
        if (isNoteEnding(text) || cell.words() > FEW) {
            return null;
        }
        if (Shapes.isNamed(text) || shapes.hasPost(cell) && Shapes.endsNamed(text)) {
            return ZoneKind.SIGNATURE;
        }
        boolean alone = alone(at);
        if (Shapes.isInitials(text) && alone) {
            return ZoneKind.INITIALS;
        }
        boolean strokes = text.matches("[/(].*[/)]") && Shapes.endsNamed(text.replaceAll(",.*", ""));
        boolean last = at + 1 == cells.size()
                || cells.get(at + 1).block() != cell.block()
                || !shapes.isProse(cells.get(at + 1));
        boolean typed = Shapes.isPlainName(text)
                && last
                && !shapes.hasPost(cell)
                && !shapes.hasOffice(cell)
                && (seen.last == ZoneKind.CLOSING
                        || alone && !seen.signature && part == Part.BODY
                        || above == ZoneKind.CLOSING);
        if (strokes || typed) {
            return ZoneKind.SIGNATURE;
        }
        boolean post = shapes.begins(Cue.POST, cell) && !seen.signature;
        return post && (nameBelow(at) || sealBeside(at)) ? ZoneKind.SIGNATURE : null;
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
                                "\\p{Lu}{1,3}\\p{Ll}? ?[IVX\\d]{1,4}(?: i\\.\\s?[VA]\\.)? \\p{Lu}\\p{L}{1,12}\\.?\\s*");
    }

    private boolean alone(int at) {
        Cell cell = cells.get(at);
        boolean before = at > 0 && cells.get(at - 1).block() == cell.block();
        return !before;
    }

    /** Whether a name stands on one of the next two lines, below what somebody is. */
    private boolean nameBelow(int at) {
        for (int next = at + 1; next < Math.min(cells.size(), at + 3); next++) {
            Cell cell = cells.get(next);
            if (cell.block() != cells.get(at).block()) {
                return false;
            }
            String text = cell.text(tokens);
            boolean named = Shapes.isNamed(text)
                    || words.begins(Cue.SIGNED, tokens, shapes.afterBracket(cell), cell.to())
                    || text.matches("[/(].*[/)]");
            if (named) {
                return true;
            }
        }
        return false;
    }

    private boolean sealBeside(int at) {
        return at + 1 < cells.size()
                && cells.get(at + 1).row() == cells.get(at).row()
                && (Shapes.isSeal(cells.get(at + 1).text(tokens))
                        || Shapes.isNamed(cells.get(at + 1).text(tokens)));
    }

    // ---- in the head

    private @Nullable Opening head(int at, Cell cell, Seen seen, @Nullable ZoneKind above) {
        boolean prose = shapes.isProse(cell);
        if (words.begins(Cue.SUBJECT, tokens, cell.from(), cell.to())) {
            return Opening.by(ZoneKind.OTHER, "a subject, or who is in charge");
        }
        boolean titled = cell.words() <= FEW * 2
                && (shapes.begins(Cue.TITLE, cell)
                        || Shapes.isCapitals(cell.text(tokens))
                                && words.begins(Cue.TITLE, tokens, cell.to() - 1, cell.to()));
        if (words.begins(Cue.FROM, tokens, cell.from(), cell.to()) && !prose && !titled) {
            return Opening.by(ZoneKind.SENDER, "it says from whom");
        }
        if (isDateline(cell)) {
            return Opening.weakly(ZoneKind.DATELINE, "a day");
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
                    "a number");
        }
        if (above == ZoneKind.ADDRESSEE || above == ZoneKind.OTHER && cell.column() > INDENT) {
            return null;
        }
        if (titled) {
            return Opening.by(ZoneKind.HEADING, "a kind of paper");
        }
        boolean headed = !seen.letterhead
                && !seen.annex
                && startsBlock(at)
                && cell.words() <= FEW
                && words.within(Cue.OFFICE, tokens, cell.from(), Math.min(cell.to(), cell.from() + SHORT))
                && Character.isLetter(
                        cell.text(tokens).codePointBefore(cell.text(tokens).length()));
        if (prose && headed) {
            return Opening.by(ZoneKind.LETTERHEAD, "the first office of the page");
        }
        if (isAddress(cell) && (!prose || startsBlock(at) && !".,:;".contains(tokens.at(cell.to() - 1)))
                || isTelexAddress(at)) {
            return Opening.by(ZoneKind.ADDRESSEE, "words of address");
        }
        if (prose || cell.words() > FEW || above == ZoneKind.HEADING || above == ZoneKind.LETTERHEAD) {
            return null;
        }
        return unannounced(at, cell, seen);
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
        boolean alone = startsBlock(at) && (next == null || next.block() != cell.block() || isDistribution(next));
        return alone
                && cell.words() <= SHORT
                && words.begins(Cue.TO, tokens, cell.from(), cell.to())
                && !".:!?".contains(tokens.at(cell.to() - 1));
    }

    private boolean isAddress(Cell cell) {
        int behind = words.at(Cue.TO, tokens, cell.from(), cell.to());
        if (behind > cell.from()) {
            boolean colon = tokens.is(behind - 1, ":") || behind < cell.to() && tokens.is(behind, ":");
            int near = Math.min(cell.to(), behind + 3);
            boolean told = words.within(Cue.OFFICE, tokens, behind, near)
                    || words.within(Cue.POST, tokens, behind, near)
                    || words.within(Cue.PERSON, tokens, behind, near);
            return colon
                    || cell.words() <= FEW
                            && (told || behind == cell.to() || Shapes.isCapitals(tokens.at(cell.from())));
        }
        return words.begins(Cue.PERSON, tokens, cell.from(), cell.to())
                && cell.words() <= FEW + SHORT
                && !".".equals(tokens.at(cell.to() - 1));
    }

    /** An office or a post that no word announces: first the letterhead, then the addressee. */
    private @Nullable Opening unannounced(int at, Cell cell, Seen seen) {
        boolean office = shapes.hasOffice(cell);
        boolean post = shapes.hasPost(cell);
        if (!office && !post && !belowIsOffice(at)) {
            return null;
        }
        boolean first = !seen.letterhead && !seen.addressee && !seen.annex;
        boolean toPost = post && !office && Shapes.isCapitals(cell.text(tokens).replaceAll("\\d", ""));
        boolean lonePlace = !office && !post && Shapes.isCapitals(cell.text(tokens));
        boolean paired = words.within(Cue.PERSON, tokens, cell.from(), cell.to());
        if (first && !paired && !(lonePlace && seen.last != null && postBelow(at))) {
            return Opening.by(ZoneKind.LETTERHEAD, "the first office of the page");
        }
        boolean mayFollow = !seen.addressee && (office || toPost || lonePlace || paired || post);
        return mayFollow
                ? Opening.by(ZoneKind.ADDRESSEE, "an office or a post behind the letterhead, before the text")
                : null;
    }

    private boolean belowIsOffice(int at) {
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

    private boolean postBelow(int at) {
        return at + 1 < cells.size() && shapes.hasPost(cells.get(at + 1));
    }

    /** A day, and beside it at most a place. */
    private boolean isDateline(Cell cell) {
        String text = cell.text(tokens);
        List<Day> found = days.in(text);
        if (found.isEmpty() || found.size() > 1) {
            return false;
        }
        Day day = found.get(0);
        String rest = (text.substring(0, day.from()) + text.substring(day.to()))
                .replaceAll("(?:^|(?<=[ ,]))(?:den|am|le|the|г|от|dated|date)\\.?(?=[ ,:]|$)", "")
                .replaceAll("[.,:;\"«»()]", " ")
                .strip();
        return rest.matches("(?:\\p{Lu}[\\p{L}.-]*(?:,? \\p{Lu}[\\p{L}.-]*){0,2})?")
                && !Shapes.isInitials(rest)
                && (rest.isEmpty() || day.stated() && day.from() > 0);
    }

    // ---- what goes on

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
            case ADDRESSEE -> !shapes.isProse(cell) || cell.words() <= FEW && !text.endsWith(".");
            case LETTERHEAD -> !shapes.isProse(cell) && cell.words() <= FEW;
            case HEADING, STAMP, SENDER -> !shapes.isProse(cell) || cell.words() <= FEW && !text.endsWith(".");
            case DISTRIBUTION, VISA -> cell.words() <= FEW && !text.endsWith("!");
            case AUTHENTICATION -> before.endsWith(":") || text.length() < 40 && Shapes.isNamed(text);
            case NOTE -> !isNoteEnding(before);
            case SIGNATURE -> !Shapes.endsNamed(before) && !Shapes.isNamed(before) || isForAnother(cell);
            case TYPIST -> Shapes.isTypist(text) || words.begins(Cue.TYPIST, tokens, cell.from(), cell.to());
            case DATELINE -> isDateline(cell) && days.in(before).isEmpty();
            case ENCLOSURE -> before.endsWith(":") || text.matches("^[-–—*\\d].*");
            case BODY -> true;
            case OTHER -> true;
            default -> false;
        };
    }

    private boolean isForAnother(Cell cell) {
        return List.of("for", "за", "für").contains(tokens.folded(cell.from())) && cell.words() <= SHORT;
    }

    /** Whether a zone goes on behind a blank line. */
    boolean goesOnBehindBlank(ZoneKind kind, Cell last, Cell next) {
        String text = last.text(tokens);
        if (kind == ZoneKind.ADDRESSEE) {
            return Shapes.isCapitals(text)
                    && Shapes.isCapitals(next.text(tokens))
                    && shapes.hasPost(next)
                    && !hasFigure(next);
        }
        return kind == ZoneKind.DISTRIBUTION
                && text.endsWith(":")
                && next.text(tokens).matches("(?:№|No\\.? ?)?\\d.*");
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

    private boolean isNoteEnding(String text) {
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

    /** Whether the text begins with a few words alone in their block, such as {@code Докладываю:}. */
    boolean isLonelyOpening(int at) {
        Cell cell = cells.get(at);
        return cell.text(tokens).endsWith(":")
                && cell.words() <= 4
                && alone(at)
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

    private boolean startsBlock(int at) {
        return at == 0 || cells.get(at - 1).block() != cells.get(at).block();
    }

    boolean hasName(Cell cell) {
        return Shapes.endsNamed(cell.text(tokens)) || Shapes.isNamed(cell.text(tokens));
    }

    boolean hasFigure(Cell cell) {
        return tokens.between(cell.from(), cell.to()).chars().anyMatch(Character::isDigit);
    }
}
