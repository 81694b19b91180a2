package chancery.reading.correction;

import chancery.casefile.Dossier;
import chancery.casefile.InvalidInput;
import chancery.casefile.Suggestion;
import chancery.document.Document;
import chancery.document.DocumentId;
import chancery.document.Mark;
import chancery.document.MarkId;
import chancery.document.Place;
import chancery.office.Words;
import chancery.reading.correction.Correction.Verdict;
import chancery.reading.found.FoundAct;
import chancery.reading.found.Passage;
import chancery.reading.found.ReadDocument;
import chancery.reading.found.ReadZone;
import chancery.reading.found.Unread;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Applies corrections to what was read. A mark is told by its id and its words, or by its place where the zones around it
 * were corrected and gave it another id; words that do not stand where the corrections have them are refused.
 */
public final class ApplyCorrections {
    private final ReadDocument document;
    private final Corrections corrections;
    private final List<Mark> marks;
    private final CorrectedActs acts;
    private final Set<MarkId> corrected = new HashSet<>();

    private ApplyCorrections(ReadDocument document, Corrections corrections) {
        this.document = document;
        this.corrections = corrections;
        this.marks = new ArrayList<>(document.dossier().marks());
        this.acts = new CorrectedActs(document.acts());
    }

    /**
     * The document as corrected.
     *
     * @param document read with its text, and with its zones as corrected
     * @throws InvalidInput at the first correction that does not fit the document
     */
    public static ReadDocument to(ReadDocument document, Corrections corrections) {
        ApplyCorrections apply = new ApplyCorrections(document, corrections);
        corrections.marks().forEach(apply::apply);
        Dossier dossier = document.dossier();
        return apply.document(
                apply.acts.all(),
                new Dossier(
                        dossier.id(),
                        dossier.title(),
                        dossier.procedure(),
                        dossier.procedureLine(),
                        dossier.entry(),
                        dossier.entryLine(),
                        dossier.constructed(),
                        dossier.simulate(),
                        dossier.documents(),
                        apply.marks,
                        dossier.expectations(),
                        dossier.file(),
                        dossier.hash()));
    }

    /**
     * The document as it was read where its zones are corrected, of which it says by whom; its marks as they were read.
     *
     * @throws InvalidInput at the first zone that does not fit the document
     */
    public static ReadDocument ofZones(ReadDocument document, Corrections corrections) {
        ApplyCorrections apply = new ApplyCorrections(document, corrections);
        corrections.zones().forEach(zone -> apply.check(zone.places(), zone.text(), zone.at()));
        return apply.document(document.acts(), document.dossier());
    }

    private ReadDocument document(List<FoundAct> found, Dossier dossier) {
        boolean asRead = dossier.equals(document.dossier());
        return new ReadDocument(
                document.source(),
                document.id(),
                document.kind(),
                document.classification(),
                document.captions(),
                document.archivalReference(),
                found,
                document.negative(),
                dossier,
                document.unread().stream()
                        .filter(sentence -> asRead || isStillUnread(sentence))
                        .toList(),
                document.setAside(),
                document.sentences(),
                document.passages(),
                document.zones().stream().map(this::corrected).toList(),
                document.remarks());
    }

    private void apply(Correction correction) {
        Place place = correction.place();
        if (place != null
                && (correction.verdict() == Verdict.ADD || !words(place).isEmpty())) {
            check(List.of(place), correction.text(), correction.at());
        }
        if (correction.verdict() == Verdict.ADD) {
            add(correction);
            return;
        }
        Optional<Mark> found = read(correction);
        if (found.isEmpty()) {
            isGone(correction);
            return;
        }
        Mark mark = found.get();
        if (!corrected.add(mark.id())) {
            throw refused(correction.at(), "mark \"" + mark.id() + "\" is corrected twice", "keep one of the two");
        }
        CorrectedMark said = new CorrectedMark(corrections, correction);
        int at = marks.indexOf(mark);
        if (correction.verdict() == Verdict.REJECT && !correction.keep()) {
            marks.remove(at);
            marks.replaceAll(other -> CorrectedMark.without(other, mark.id()));
            acts.replace(mark, null);
        } else {
            Mark now = said.of(mark);
            marks.set(at, now);
            acts.replace(mark, now);
        }
    }

    /** The mark of which a correction speaks: of its id and words, or else of its place and words. */
    private Optional<Mark> read(Correction correction) {
        MarkId id = Objects.requireNonNull(correction.mark());
        Optional<Mark> byId = document.dossier().mark(id).filter(mark -> says(mark, correction));
        return byId.isPresent()
                ? byId
                : document.dossier().marks().stream()
                        .filter(mark -> correction.place() != null
                                && correction.place().equals(mark.place())
                                && says(mark, correction))
                        .findFirst();
    }

    /** A correction may move the ends of a mark, so that one mark's words need only hold the other's. */
    private boolean says(Mark mark, Correction correction) {
        Place place = correction.place();
        Place read = mark.place();
        return folded(mark.reading()).equals(correction.text())
                || place != null
                        && read != null
                        && Objects.equals(place.element(), read.element())
                        && place.from() < read.to()
                        && read.from() < place.to();
    }

    /** What was read where a zone was corrected may be read no more; what was said of it holds all the same. */
    private void isGone(Correction correction) {
        MarkId id = Objects.requireNonNull(correction.mark());
        Place place = correction.place();
        boolean rezoned = place != null && corrections.zones().stream().anyMatch(zone -> zone.holds(place));
        if (rezoned && correction.verdict() == Verdict.CORRECT) {
            add(correction);
        } else if (!rezoned || correction.verdict() == Verdict.ACCEPT) {
            Optional<Mark> other = document.dossier().mark(id);
            throw refused(
                    correction.at(),
                    other.map(mark -> "mark \"" + id + "\" reads \"" + folded(mark.reading()) + "\", not \""
                                    + correction.text() + "\"")
                            .orElse("the case has no mark \"" + id + "\""),
                    other.isPresent() || rezoned
                            ? "review the page again that \"read --review\" writes of this source"
                            : Suggestion.expected(
                                    id.value(),
                                    document.dossier().marks().stream()
                                            .map(mark -> mark.id().value())
                                            .toList()));
        }
    }

    private void add(Correction correction) {
        List<DocumentId> known =
                document.dossier().documents().stream().map(Document::id).toList();
        DocumentId on = correction.on() == null ? known.get(0) : correction.on();
        if (!known.contains(on)) {
            throw refused(
                    correction.at(),
                    "\"on\" names document \"" + on + "\", which the case does not have",
                    Suggestion.expected(
                            on.value(), known.stream().map(DocumentId::value).toList()));
        }
        Mark added = new CorrectedMark(corrections, correction).added(freeId(), on);
        marks.add(behind(Objects.requireNonNull(correction.place())), added);
        corrected.add(added.id());
        acts.add(added);
    }

    private MarkId freeId() {
        int number = 1;
        while (isTaken(new MarkId("added-" + number))) {
            number++;
        }
        return new MarkId("added-" + number);
    }

    private boolean isTaken(MarkId id) {
        return marks.stream().anyMatch(mark -> mark.id().equals(id));
    }

    /** Behind the last mark of the same passage that begins before it; at the end if there is none. */
    private int behind(Place place) {
        int behind = marks.size();
        for (int at = 0; at < marks.size(); at++) {
            Place other = marks.get(at).place();
            if (other != null && Objects.equals(other.element(), place.element()) && other.from() > place.from()) {
                behind = Math.min(behind, at);
            }
        }
        return behind;
    }

    private boolean isStillUnread(Unread sentence) {
        return corrections.marks().stream()
                .filter(correction -> correction.verdict() == Verdict.ADD)
                .map(correction -> Objects.requireNonNull(correction.place()))
                .noneMatch(place ->
                        Objects.equals(place.element(), sentence.place().element())
                                && place.from() < sentence.place().to()
                                && sentence.place().from() < place.to());
    }

    private ReadZone corrected(ReadZone zone) {
        return corrections.zones().stream()
                .filter(said -> said.holds(zone.places().get(0)))
                .findFirst()
                .map(said -> new ReadZone(
                        Words.of(said.kind()),
                        zone.places(),
                        corrections.told("corrected by " + corrections.by(), null)))
                .orElse(zone);
    }

    // ---- words at places

    private void check(List<Place> places, String text, int at) {
        String here = places.stream().map(this::words).collect(Collectors.joining(" "));
        if (!folded(here).equals(folded(text))) {
            throw refused(
                    at,
                    "at " + places.stream().map(Place::written).collect(Collectors.joining(", ")) + " stands \""
                            + folded(here) + "\", not \"" + folded(text) + "\"",
                    "the corrections are of another text: review the page that \"read --review\" writes of this one");
        }
    }

    /** The words at a place; none where it stands in no passage, or has no extent, as that of an attribute. */
    private String words(Place place) {
        Passage passage = document.passages().stream()
                .filter(each -> Objects.equals(each.element(), place.element())
                        && place.to() <= each.text().length())
                .findFirst()
                .orElse(null);
        return passage == null ? "" : passage.text().substring(place.from(), place.to());
    }

    private static String folded(String words) {
        return words.strip().replaceAll("\\s+", " ");
    }

    private InvalidInput refused(int line, String found, String expected) {
        return InvalidInput.at(corrections.file(), line, found, expected);
    }
}
