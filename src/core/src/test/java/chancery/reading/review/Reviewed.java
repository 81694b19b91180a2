package chancery.reading.review;

import chancery.casefile.CaseId;
import chancery.casefile.Dossier;
import chancery.document.Attestation;
import chancery.document.Certainty;
import chancery.document.Document;
import chancery.document.DocumentId;
import chancery.document.Form;
import chancery.document.Layer;
import chancery.document.Mark;
import chancery.document.MarkId;
import chancery.document.MarkKind;
import chancery.document.Place;
import chancery.document.Reading;
import chancery.document.ReadingId;
import chancery.document.Transmission;
import chancery.document.date.HistoricalDate;
import chancery.office.Act;
import chancery.office.Agent;
import chancery.reading.found.Passage;
import chancery.reading.found.ReadDocument;
import chancery.reading.found.Unread;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A document that was read, made up for a review. */
final class Reviewed {
    private static final DocumentId PAPER = new DocumentId("paper");

    private final String title;
    private final List<Passage> passages = new ArrayList<>();
    private final List<Mark> marks = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();

    private Reviewed(String title) {
        this.title = title;
    }

    static Reviewed titled(String title) {
        return new Reviewed(title);
    }

    Reviewed passage(@Nullable String element, String kind, String text) {
        passages.add(new Passage(element, kind, text));
        return this;
    }

    /** A mark on certain words of the last passage, of which it takes the first. */
    Reviewed attested(Act act, String words, String... agents) {
        return mark(words, placed(words), null, reading("only", true, Certainty.CERTAIN, null, act, agents));
    }

    Reviewed presumed(Act act, String words, String because, String... agents) {
        return mark(words, placed(words), null, reading("only", true, Certainty.PROBABLE, because, act, agents));
    }

    Reviewed descriptive(String words) {
        return mark(
                words,
                placed(words),
                null,
                new Reading(new ReadingId("only"), true, null, Certainty.CERTAIN, null, Optional.empty()));
    }

    Reviewed mark(String words, @Nullable Place place, @Nullable String date, Reading... readings) {
        marks.add(new Mark(
                new MarkId("mark-" + (marks.size() + 1)),
                PAPER,
                MarkKind.CLAUSE,
                Layer.ORIGINAL,
                words,
                place,
                null,
                date == null ? null : HistoricalDate.parse(date),
                null,
                List.of(),
                List.of(),
                null,
                List.of(readings),
                0));
        return this;
    }

    Reviewed unread(String sentence, String because) {
        unread.add(new Unread(sentence, placed(sentence), because));
        return this;
    }

    static Reading reading(
            String id, boolean preferred, Certainty certainty, @Nullable String because, Act act, String... agents) {
        return new Reading(
                new ReadingId(id),
                preferred,
                null,
                certainty,
                because,
                Optional.of(new Attestation(
                        act,
                        null,
                        null,
                        PAPER,
                        null,
                        Arrays.stream(agents)
                                .map(name -> new Agent(name, null, null))
                                .toList(),
                        Map.of())));
    }

    private Place placed(String words) {
        Passage last = passages.get(passages.size() - 1);
        int from = last.text().indexOf(words);
        return new Place(last.element(), from, from + words.length());
    }

    ReadDocument document() {
        Dossier dossier = new Dossier(
                new CaseId("volume-d1"),
                title,
                null,
                0,
                null,
                0,
                true,
                false,
                List.of(new Document(PAPER, Form.PAPER, title, Transmission.ORIGINAL, null, List.of())),
                marks,
                List.of(),
                "volume",
                "");
        return new ReadDocument(
                "volume",
                "d1",
                "paper",
                "Secret",
                List.of("Limited Distribution"),
                null,
                List.of(),
                List.of("not sent"),
                dossier,
                unread,
                List.of(),
                marks.size() + unread.size(),
                passages,
                List.of(),
                List.of());
    }
}
