package chancery.reading.zone;

import chancery.document.MarkKind;
import chancery.reading.particular.DayFinder;
import chancery.reading.text.Tokens;
import chancery.reading.zone.Zone.Span;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Divides a page into zones, by layout and by the words that open them.
 *
 * <p>A page has a head, a text and a foot, and after an annex begins anew. In each part a cell, which is a line or a
 * column of one, opens a zone or goes on with the one above it in its block and column. What follows the signatures and
 * opens nothing was written on the paper later.
 *
 * <p>Example: {@code МИД СССР   Секретно, экз. 1} above {@code Отдел печати} is a letterhead of two lines, and beside it
 * the secrecy.
 */
public final class DivideIntoZones {
    private static final Map<MarkKind, ZoneKind> OF_MARKS = Map.of(
            MarkKind.CLASSIFICATION, ZoneKind.SECRECY,
            MarkKind.COPY_NUMBER, ZoneKind.SECRECY,
            MarkKind.PRECEDENCE, ZoneKind.SECRECY,
            MarkKind.HEADING, ZoneKind.HEADING,
            MarkKind.SIGNATURE, ZoneKind.SIGNATURE,
            MarkKind.AUTHENTICATION, ZoneKind.AUTHENTICATION,
            MarkKind.DISTRIBUTION_LIST, ZoneKind.DISTRIBUTION,
            MarkKind.TYPIST_MARK, ZoneKind.TYPIST,
            MarkKind.VISA, ZoneKind.VISA,
            MarkKind.STAMP, ZoneKind.STAMP);

    /** What a line of a list of names may look like. */
    private static final Set<ZoneKind> IN_LISTS = EnumSet.of(
            ZoneKind.INITIALS,
            ZoneKind.SIGNATURE,
            ZoneKind.DATELINE,
            ZoneKind.VISA,
            ZoneKind.ADDRESSEE,
            ZoneKind.REGISTRATION);

    private static final Set<ZoneKind> SIGNS_A_NOTE =
            EnumSet.of(ZoneKind.INITIALS, ZoneKind.SIGNATURE, ZoneKind.DATELINE);

    /** {@code 1. Approve the draft}, {@code а) Поручить}: an item of a decision. */
    private static final Pattern ITEM =
            Pattern.compile("^(?:\\d{1,2}|\\p{Ll}|[IVX]{1,4})[.)] +\\p{Lu}\\p{Ll}+ \\S+ \\S+");

    /** Longest line that is a note by its words alone. */
    private static final int NOTE = 25;

    private final Tokens tokens;
    private final Surroundings around;
    private final OpenZone open;
    private final List<Cell> cells;
    private final Regions regions;
    private final Map<Integer, MarkKind> lines;
    private final Predicate<Span> notes;
    private final List<Zone> zones;
    private final List<Growing> growing = new ArrayList<>();
    private Part part = Part.HEAD;
    private int document;
    private int block = -1;
    private int inRegion = -1;
    private final Shapes shapes;
    private final Seen seen = new Seen();

    private DivideIntoZones(
            Tokens tokens,
            ZoneWords words,
            DayFinder days,
            Regions regions,
            Map<Integer, MarkKind> lines,
            Predicate<Span> notes) {
        this.tokens = tokens;
        this.regions = regions;
        this.lines = lines;
        this.notes = notes;
        Brackets brackets = new Brackets(tokens, words);
        this.zones = new ArrayList<>(brackets.zones());
        this.cells = new Page(tokens, words, brackets.covered()).cells();
        this.shapes = new Shapes(tokens, words);
        this.around = new Surroundings(tokens, words, days, shapes, cells);
        this.open = new OpenZone(around);
    }

    /** The part of a document. */
    enum Part {
        HEAD,
        BODY,
        FOOT
    }

    /** What stood above in this document. */
    static final class Seen {
        boolean letterhead;
        boolean annex;
        boolean addressee;
        boolean signature;

        @Nullable
        ZoneKind last;
    }

    /** A zone that later lines may go on with. */
    private static final class Growing {
        final ZoneKind kind;
        final boolean byPlace;
        final String because;
        final int document;
        final List<Cell> cells = new ArrayList<>();

        Growing(ZoneKind kind, boolean byPlace, String because, int document) {
            this.kind = kind;
            this.byPlace = byPlace;
            this.because = because;
            this.document = document;
        }

        Cell last() {
            return cells.get(cells.size() - 1);
        }
    }

    /**
     * Divides a page.
     *
     * @param regions what the source says of its lines
     * @param lines the marks that forms of words found, each by the first token of a line or a column
     * @param notes whether a line is worded as notes on a paper are
     * @return the zones in order, which together cover every word outside of brackets that hold no zone
     */
    public static List<Zone> of(
            Tokens tokens,
            ZoneWords words,
            DayFinder days,
            Regions regions,
            Map<Integer, MarkKind> lines,
            Predicate<Span> notes) {
        DivideIntoZones division = new DivideIntoZones(tokens, words, days, regions, lines, notes);
        division.divide();
        return division.zones.stream()
                .sorted(Comparator.comparingInt(Zone::from))
                .toList();
    }

    /** The lines of a page outside of brackets with a zone of their own, each column by itself. */
    public static List<Span> lines(Tokens tokens, ZoneWords words) {
        return new Page(tokens, words, new Brackets(tokens, words).covered())
                .cells().stream().map(cell -> new Span(cell.from(), cell.to())).toList();
    }

    private void divide() {
        for (int at = 0; at < cells.size(); at++) {
            Cell cell = cells.get(at);
            if (cell.block() != block) {
                endBlock(at);
            }
            place(at, cell);
        }
        endBlock(cells.size());
        growing.forEach(this::close);
    }

    /** With a block its zones end, but those that a blank line does not end. */
    private void endBlock(int next) {
        block = next < cells.size() ? cells.get(next).block() : -1;
        growing.removeIf(zone -> {
            boolean goesOn = next < cells.size() && open.goesOnBehindBlank(zone.kind, zone.last(), cells.get(next));
            if (!goesOn) {
                close(zone);
            }
            return !goesOn;
        });
    }

    private void close(Growing zone) {
        zones.add(new Zone(
                zone.kind,
                zone.cells.stream()
                        .map(cell -> new Span(cell.from(), cell.to()))
                        .toList(),
                true,
                zone.document,
                zone.byPlace,
                zone.because));
    }

    private void place(int at, Cell cell) {
        MarkKind line = lines.get(cell.from());
        if (line != null) {
            ZoneKind kind = OF_MARKS.getOrDefault(line, part == Part.HEAD ? ZoneKind.REGISTRATION : ZoneKind.NOTE);
            if (kind == ZoneKind.SIGNATURE) {
                seen.signature = true;
                part = Part.FOOT;
            }
            begin(kind, cell, "a form of words");
            growing.remove(growing.size() - 1);
            zones.add(new Zone(
                    kind, List.of(new Span(cell.from(), cell.to())), true, document, false, "a form of words"));
            return;
        }
        Optional<Regions.Region> told = regions.of(cell.from());
        if (told.isPresent()) {
            inRegion(told.get(), cell);
            return;
        }
        Growing above = above(cell);
        Opening opening = open.at(at, part, seen, above == null ? null : above.kind);
        if (above != null && goesOn(above, opening, cell)) {
            above.cells.add(cell);
            return;
        }
        Growing beside = beside(cell);
        if (beside != null
                && opening != null
                && beside.kind == ZoneKind.HEADING
                && opening.kind() == ZoneKind.LETTERHEAD) {
            beside.cells.add(cell);
            seen.letterhead = true;
            return;
        }
        if (beside != null
                && opening != null
                && beside.kind == ZoneKind.SIGNATURE
                && opening.kind() == ZoneKind.SIGNATURE
                && !around.hasName(beside.last())
                && !shapes.hasPost(cell)) {
            beside.cells.add(cell);
            return;
        }
        if (beside != null
                && beside.kind == ZoneKind.NOTE
                && (opening == null || SIGNS_A_NOTE.contains(opening.kind()))
                && !around.isNoteEnding(beside.last().text(tokens))
                && !notes.test(new Span(cell.from(), cell.to()))) {
            beside.cells.add(cell);
            return;
        }
        if (opening == null) {
            plain(at, cell);
            return;
        }
        if (opening.kind() == ZoneKind.ANNEX || part != Part.HEAD && opening.restarts()) {
            document++;
            part = Part.HEAD;
            seen.letterhead = false;
            seen.addressee = false;
            seen.signature = false;
            seen.annex = true;
        }
        begin(opening.kind(), cell, opening.byPlace(), opening.because());
        advance(opening.kind());
    }

    /** A line of a region that says what it is goes on with the line above it in the region, whatever it looks like. */
    private void inRegion(Regions.Region region, Cell cell) {
        if (growing.isEmpty() || region.number() != inRegion) {
            begin(region.kind(), cell, "the source says so");
            advance(region.kind());
        } else {
            growing.get(growing.size() - 1).cells.add(cell);
        }
        inRegion = region.number();
    }

    /** Whether a cell goes on with the zone above it, although it might open one. */
    private boolean goesOn(Growing above, @Nullable Opening opening, Cell cell) {
        if (opening == null || opening.weak() && open.isMany(above.kind)) {
            return open.goesOn(above.kind, above.last(), cell);
        }
        return switch (above.kind) {
            case STAMP ->
                opening.kind() == ZoneKind.STAMP
                        && !(shapes.hasOffice(cell) && above.cells.stream().anyMatch(around::hasFigure));
            case AUTHENTICATION -> opening.kind() == ZoneKind.SIGNATURE && open.goesOn(above.kind, above.last(), cell);
            case SIGNATURE -> opening.kind() == ZoneKind.SIGNATURE && open.goesOn(above.kind, above.last(), cell);
            case NOTE -> SIGNS_A_NOTE.contains(opening.kind()) && open.goesOn(above.kind, above.last(), cell);
            case TYPIST, DATELINE -> opening.kind() == above.kind && open.goesOn(above.kind, above.last(), cell);
            case VISA, DISTRIBUTION -> IN_LISTS.contains(opening.kind()) && open.goesOn(above.kind, above.last(), cell);
            default -> false;
        };
    }

    /** The zone that the cell before it on its line belongs to. */
    private @Nullable Growing beside(Cell cell) {
        return growing.stream()
                .filter(zone -> zone.last().row() == cell.row() && zone.last().to() == cell.from())
                .findFirst()
                .orElse(null);
    }

    private void advance(ZoneKind kind) {
        seen.last = kind;
        switch (kind) {
            case LETTERHEAD -> seen.letterhead = true;
            case ADDRESSEE -> seen.addressee = true;
            case SIGNATURE, INITIALS -> {
                seen.signature = true;
                part = Part.FOOT;
            }
            case BODY -> part = Part.BODY;
            case CLOSING, AUTHENTICATION, TYPIST -> part = Part.FOOT;
            case DISTRIBUTION, VISA, ENCLOSURE -> part = part == Part.HEAD ? part : Part.FOOT;
            default -> {}
        }
    }

    /** A cell that opens nothing: text, or behind the signatures a note. */
    private void plain(int at, Cell cell) {
        boolean prose = shapes.isProse(cell);
        if (part == Part.HEAD
                && seen.last != null
                && ITEM.matcher(cell.text(tokens)).find()) {
            begin(ZoneKind.BODY, cell, "an item of a list, which the text is");
            advance(ZoneKind.BODY);
            return;
        }
        if (part == Part.HEAD && (prose ? around.isSubject(at) : !around.isLonelyOpening(at))) {
            begin(ZoneKind.OTHER, cell, "a line of the head that nothing tells");
            return;
        }
        boolean first = seen.last == null || cell.text(tokens).matches("(?s)[\\[(].*[\\])]\\.?");
        if (part == Part.HEAD && prose && first && around.isAboveHead(at)) {
            begin(ZoneKind.OTHER, cell, "a line of the head that nothing tells");
            return;
        }
        String text = cell.text(tokens);
        if (part == Part.FOOT && prose && text.startsWith("(") && text.endsWith(")") && !around.isNoteEnding(at)) {
            begin(ZoneKind.BODY, cell, "a sentence in brackets");
            return;
        }
        boolean foot = part == Part.FOOT && seen.signature;
        if (around.isNoteEnding(at) && (foot || around.endsInDay(at))
                || foot
                        && (around.addresses(cell)
                                || notes.test(new Span(cell.from(), cell.to())) && cell.words() <= NOTE)) {
            begin(ZoneKind.NOTE, cell, "it is worded as notes are, or ends in a name or a day");
            seen.last = ZoneKind.NOTE;
            return;
        }
        if (foot && !prose) {
            begin(ZoneKind.OTHER, cell, "a line of the foot that nothing tells");
            return;
        }
        begin(ZoneKind.BODY, cell, "running text");
        advance(ZoneKind.BODY);
    }

    private void begin(ZoneKind kind, Cell cell, String because) {
        begin(kind, cell, false, because);
    }

    private void begin(ZoneKind kind, Cell cell, boolean byPlace, String because) {
        growing.removeIf(zone -> {
            boolean ends = zone.last().row() == cell.row()
                    ? false
                    : Math.abs(zone.cells.get(0).column() - cell.column()) <= Surroundings.INDENT
                            || kind == ZoneKind.BODY;
            if (ends) {
                close(zone);
            }
            return ends;
        });
        Growing zone = new Growing(kind, byPlace, because, document);
        zone.cells.add(cell);
        growing.add(zone);
    }

    /** The zone above a cell, in its column; of the column before it where its own has none. */
    private @Nullable Growing above(Cell cell) {
        Growing nearest = null;
        for (Growing zone : growing) {
            if (zone.last().row() < cell.row()
                    && zone.cells.get(0).column() <= cell.column() + Surroundings.INDENT
                    && (nearest == null
                            || nearest.cells.get(0).column() < zone.cells.get(0).column()
                            || nearest.last().row() < zone.last().row()
                                    && nearest.cells.get(0).column()
                                            == zone.cells.get(0).column())) {
                nearest = zone;
            }
        }
        return nearest == null ? signatureAbove(cell) : nearest;
    }

    /** A signature on the line above that ends in a comma goes on wherever the next line begins. */
    private @Nullable Growing signatureAbove(Cell cell) {
        return growing.stream()
                .filter(zone -> zone.kind == ZoneKind.SIGNATURE
                        && zone.last().row() == cell.row() - 1
                        && tokens.is(zone.last().to() - 1, ","))
                .findFirst()
                .orElse(null);
    }
}
