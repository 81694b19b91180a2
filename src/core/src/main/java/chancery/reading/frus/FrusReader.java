package chancery.reading.frus;

import chancery.document.Place;
import chancery.office.Act;
import chancery.reading.found.FoundAct;
import chancery.reading.found.Unread;
import chancery.reading.frus.FrusDocument.Note;
import chancery.reading.frus.FrusReader.Negative;
import chancery.reading.particular.Clocks;
import chancery.reading.routing.RoutingGrammar;
import chancery.reading.routing.RoutingWords;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes acts of a FRUS document: of its heading and dateline, its printed signature, its source note, the footnotes that
 * speak of it, and the beginning and end of its text. What a heading or a verb proves is said in the
 * words of the edition; who is meant where the note leaves it out is taken from the heading.
 */
public final class FrusReader {
    /** Of acts on one day, the order in which they come. */
    private static final List<Act> ORDER = List.of(
            Act.CONSIDER,
            Act.REQUEST,
            Act.ASSIGN,
            Act.DRAFT,
            Act.TYPE,
            Act.AMEND,
            Act.CLEAR,
            Act.REJECT,
            Act.APPROVE,
            Act.SIGN,
            Act.INITIAL,
            Act.SUBMIT,
            Act.DISPATCH,
            Act.ENCLOSE,
            Act.REPEAT,
            Act.POUCH,
            Act.RECEIVE,
            Act.FORWARD,
            Act.COPY,
            Act.DELIVER,
            Act.SEE);

    private final RoutingWords words;
    private final RoutingGrammar grammar;
    private final Clocks clocks;

    /** The day of the document that was read last. */
    private @Nullable LocalDate before;

    public FrusReader(RoutingWords words) {
        this.words = words;
        this.grammar = new RoutingGrammar(words);
        this.clocks = new Clocks(words.clocks());
    }

    /** What a document tells, before a case file is made of it. */
    public record Account(
            FrusHeading heading,
            @Nullable SourceNote note,
            List<FoundAct> acts,
            List<Negative> negatives,
            List<Unread> unread,
            List<Unread> setAside,
            int sentences,
            @Nullable LocalDate day,
            @Nullable ZoneId zone) {}

    /**
     * What a document says did not happen or is not known.
     *
     * @param says in a short phrase
     */
    public record Negative(String says, String reading, Place place) {}

    /** Reads a document; those of a volume in their order, since one without a day is near the one before it. */
    public Account read(FrusDocument document) {
        Note source = document.notes().stream().filter(Note::source).findFirst().orElse(null);
        FrusHeading heading = FrusHeading.read(
                document.head(),
                source == null ? null : source.passage(),
                document.opening(),
                document.labels(),
                words);
        SourceNote note =
                source == null ? null : SourceNote.read(source.passage().text(), words);
        Dateline dateline = Dateline.of(document, clocks, before);
        before = dateline.near();
        Findings findings = new Findings();
        if (!heading.isEditorial()) {
            NoteReader notes =
                    new NoteReader(words, grammar, heading, new NoteActs(words, heading, dateline, findings), findings);
            if (source != null && note != null) {
                notes.sourceNote(note, source.passage());
            }
            notes.footnotes(document, note);
            new SignatureActs(words, document, heading, findings).read();
            new HeadingActs(words, document, heading, dateline, findings).read();
            new BodyActs(words, document, heading, findings).read();
        }
        return new Account(
                heading,
                note,
                findings.acts.stream()
                        .sorted(Comparator.comparingInt(FrusReader::rank))
                        .toList(),
                List.copyOf(findings.negatives),
                List.copyOf(findings.unread),
                List.copyOf(findings.setAside),
                findings.sentences,
                dateline.day(),
                dateline.zone());
    }

    private static int rank(FoundAct act) {
        int rank = ORDER.indexOf(act.act());
        return rank < 0 ? ORDER.size() : rank;
    }
}
