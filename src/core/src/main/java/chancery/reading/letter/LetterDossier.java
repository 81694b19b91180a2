package chancery.reading.letter;

import chancery.casefile.CaseId;
import chancery.casefile.Dossier;
import chancery.document.Attestation;
import chancery.document.Certainty;
import chancery.document.Document;
import chancery.document.DocumentId;
import chancery.document.Doubt;
import chancery.document.Edition;
import chancery.document.Form;
import chancery.document.Layer;
import chancery.document.Locality;
import chancery.document.Mark;
import chancery.document.MarkId;
import chancery.document.MarkKind;
import chancery.document.Reading;
import chancery.document.ReadingId;
import chancery.document.Related;
import chancery.document.Transmission;
import chancery.document.Witness;
import chancery.document.date.HistoricalDate;
import chancery.office.Act;
import chancery.reading.found.FoundAct;
import chancery.reading.letter.Action.Type;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Makes acts and a case file of the actions of a letter: one document, and a mark for each action. */
final class LetterDossier {
    private static final DocumentId LETTER = new DocumentId("letter");
    private static final ReadingId ONLY = new ReadingId("only");

    private final String id;
    private final List<Action> actions;

    LetterDossier(String id, List<Action> actions) {
        this.id = id;
        this.actions = actions;
    }

    FoundAct act(Action action) {
        String date = action.date() == null ? null : action.date().edtf();
        int clock = date == null || date.indexOf('/') >= 0 ? -1 : date.indexOf('T');
        List<Doubt> doubts = doubts(action);
        return new FoundAct(
                action.type().act,
                action.names(),
                List.of(),
                action.type() == Type.SENT ? addressees() : List.of(),
                date == null || clock < 0 ? date : date.substring(0, clock),
                date == null || clock < 0 ? null : date.substring(clock + 1, clock + 6),
                !doubts.isEmpty(),
                action.type().qualifier,
                false,
                MarkKind.HEADING,
                action.words(),
                action.place(),
                Action.because(doubts));
    }

    /** Who received it, or where, if nobody is named. */
    private List<String> addressees() {
        return received()
                .flatMap(action -> action.agents().isEmpty()
                        ? action.places().stream().map(Locality::name)
                        : action.names().stream())
                .toList();
    }

    private Stream<Action> received() {
        return actions.stream().filter(action -> action.type() == Type.RECEIVED);
    }

    /** The doubts about an action; a letter was sent to somebody no more surely than that one is named. */
    private List<Doubt> doubts(Action action) {
        Stream<Doubt> ofAddressee = action.type() == Type.SENT
                ? received()
                        .flatMap(received -> received.doubts().stream())
                        .filter(doubt -> doubt.of() == Doubt.Part.AGENT)
                : Stream.of();
        return Stream.concat(action.doubts().stream(), ofAddressee).toList();
    }

    /**
     * The case file.
     *
     * @param caseId if the source says it
     * @param title if the source says it
     * @param witness where the letter is described
     */
    Dossier dossier(
            String source,
            @Nullable CaseId caseId,
            @Nullable String title,
            String witness,
            @Nullable Edition edition,
            List<Related> context) {
        String called = title == null ? title() : title;
        Document letter = new Document(
                LETTER, Form.LETTER, called, Transmission.ORIGINAL, new Witness(witness, null), List.of(), edition);
        Map<Act, Integer> counted = new HashMap<>();
        List<Mark> marks = actions.stream()
                .map(action -> mark(action, counted.merge(action.type().act, 1, Integer::sum)))
                .toList();
        return new Dossier(
                caseId == null ? CaseId.nearest(source + "-" + id) : caseId,
                called,
                null,
                0,
                null,
                0,
                false,
                false,
                List.of(letter),
                marks,
                List.of(),
                context,
                source,
                "");
    }

    /** {@code Letter from Anna Adler to Boris Brandt, 1810-05-01}, as far as that is known. */
    private String title() {
        Optional<Action> sent =
                actions.stream().filter(action -> action.type() == Type.SENT).findFirst();
        List<String> from = sent.map(Action::names).orElse(List.of());
        List<String> to = addressees();
        HistoricalDate date = sent.map(Action::date).orElse(null);
        return "Letter"
                + (from.isEmpty() ? "" : " from " + String.join(", ", from))
                + (to.isEmpty() ? "" : " to " + String.join(", ", to))
                + (date == null ? "" : ", " + date.edtf());
    }

    private Mark mark(Action action, int number) {
        List<Doubt> doubts = doubts(action);
        Act act = action.type().act;
        Certainty certainty =
                doubts.stream().map(Doubt::certainty).max(Certainty::compareTo).orElse(Certainty.CERTAIN);
        Attestation attestation =
                new Attestation(act, null, null, LETTER, null, action.agents(), action.places(), Map.of());
        return new Mark(
                new MarkId(number == 1 ? act.word() : act.word() + "-" + number),
                LETTER,
                MarkKind.HEADING,
                Layer.ORIGINAL,
                action.words(),
                action.place(),
                null,
                action.date(),
                action.written(),
                List.of(),
                List.of(),
                null,
                List.of(new Reading(ONLY, true, null, certainty, Action.because(doubts), Optional.of(attestation))),
                action.doubts(),
                0);
    }
}
