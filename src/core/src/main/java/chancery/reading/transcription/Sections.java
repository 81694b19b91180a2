package chancery.reading.transcription;

import chancery.document.DocumentId;
import chancery.document.MarkKind;
import chancery.reading.form.FindForms;
import chancery.reading.form.FormOfWords;
import chancery.reading.form.FormOfWords.NamedDocument;
import chancery.reading.form.FormOfWords.Zone;
import chancery.reading.form.FoundForm;
import chancery.reading.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** The documents of a transcription, each a stretch of it: the paper, and its enclosures. */
final class Sections {
    /** Marks that may stand above the heading of an enclosure and belong to it. */
    private static final Set<MarkKind> ABOVE_HEADING =
            EnumSet.of(MarkKind.CLASSIFICATION, MarkKind.COPY_NUMBER, MarkKind.HEADING, MarkKind.PRECEDENCE);

    private static final Set<Zone> BY_LINE = EnumSet.of(Zone.LINE, Zone.PAGE);
    private static final Set<MarkKind> HEAD =
            EnumSet.of(MarkKind.HEADING, MarkKind.REGISTRY_NUMBER, MarkKind.SIGNATURE);

    /** A line of running text that is no part of a header: so many words, or it ends as a sentence does. */
    private static final int PROSE = 12;

    private final Tokens tokens;
    private final List<Piece> pieces = new ArrayList<>();
    private final List<Section> all = new ArrayList<>();
    private final NavigableMap<Integer, Section> byToken = new TreeMap<>();

    Sections(Tokens tokens, FindForms.Found found) {
        this.tokens = tokens;
        arrange(found);
        divide();
    }

    /** The paper itself. */
    Section main() {
        return all.get(0);
    }

    /** All, the paper first. */
    List<Section> all() {
        return all;
    }

    /** The forms found and the lines of running text, in order. */
    List<Piece> pieces() {
        return pieces;
    }

    private void arrange(FindForms.Found found) {
        List<Piece> unordered = new ArrayList<>();
        found.forms().forEach(form -> unordered.add(new Piece(form.from(), form.to(), form, 0)));
        found.running().forEach(line -> unordered.add(new Piece(line.from(), line.to(), null, 0)));
        int run = 0;
        for (Piece piece :
                unordered.stream().sorted(Comparator.comparingInt(Piece::from)).toList()) {
            run += piece.form() == null ? 1 : 0;
            pieces.add(new Piece(piece.from(), piece.to(), piece.form(), run));
        }
    }

    /** An opening names the paper if no text stands before it; behind a text it begins an enclosure. */
    private void divide() {
        Section current = new Section(0);
        all.add(current);
        boolean text = false;
        for (int at = 0; at < pieces.size(); at++) {
            Piece piece = pieces.get(at);
            NamedDocument opened =
                    piece.form() == null ? null : piece.form().form().opens();
            if (piece.form() == null) {
                text |= isProse(piece);
            } else if (opened != null && text) {
                current = new Section(beginning(at));
                all.add(current);
                current.named = opened;
                text = false;
            } else if (opened != null && current.named == null) {
                current.named = opened;
            }
        }
        Map<String, Integer> used = new HashMap<>();
        for (Section section : all) {
            NamedDocument named = section.named;
            if (named != null) {
                section.id = new DocumentId(numbered(named.id(), used));
                section.state = named.state();
            }
            byToken.put(section.from, section);
        }
        for (Piece piece : pieces) {
            if (piece.form() != null && isOfHead(piece.form().form())) {
                on(piece.from()).line(piece, piece.form());
            }
        }
    }

    private static boolean isOfHead(FormOfWords form) {
        return form.zone() == Zone.LINE
                || form.zone() == Zone.PAGE && form.kind() != null && HEAD.contains(form.kind());
    }

    private boolean isProse(Piece line) {
        return line.to() - line.from() > PROSE || ".!?".contains(tokens.at(line.to() - 1));
    }

    /** Where an enclosure begins: with the classification and the like directly above its heading. */
    private int beginning(int heading) {
        int at = heading;
        while (at > 0) {
            FoundForm above = pieces.get(at - 1).form();
            MarkKind kind = above == null || !BY_LINE.contains(above.form().zone())
                    ? null
                    : above.form().kind();
            if (kind == null || !ABOVE_HEADING.contains(kind)) {
                break;
            }
            at--;
        }
        return pieces.get(at).from();
    }

    static String numbered(String id, Map<String, Integer> used) {
        int count = used.merge(id, 1, Integer::sum);
        return count == 1 ? id : id + "-" + count;
    }

    Section on(int token) {
        return byToken.floorEntry(token).getValue();
    }
}
