package chancery.engine.live;

import chancery.casefile.CaseId;
import chancery.casefile.Dossier;
import chancery.document.Attestation;
import chancery.document.Certainty;
import chancery.document.Copies;
import chancery.document.Document;
import chancery.document.DocumentId;
import chancery.document.Form;
import chancery.document.Layer;
import chancery.document.Mark;
import chancery.document.MarkId;
import chancery.document.MarkKind;
import chancery.document.Reading;
import chancery.document.ReadingId;
import chancery.document.Transmission;
import chancery.document.date.HistoricalDate;
import chancery.engine.task.Diagram;
import chancery.engine.task.Particular;
import chancery.engine.task.Particulars;
import chancery.engine.task.Poll;
import chancery.ledger.LedgerEntry;
import chancery.ledger.LedgerEntry.Event;
import chancery.ledger.LedgerEntry.RecordedAct;
import chancery.office.Act;
import chancery.office.Agent;
import chancery.office.Direction;
import chancery.office.OfficeId;
import chancery.path.StepId;
import chancery.procedure.diagram.ProcedureStep;
import chancery.register.RegistryNumber;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A live case told as a dossier: each recorded act becomes a mark that attests it, dated by the day of its record and
 * placed after the act recorded before it. It shows the choices that were made before it. So a live case reads, and is compared, like any other.
 */
final class LiveDossier {
    private LiveDossier() {}

    static Dossier of(LiveCases.Entry entry, String startEvent, Diagram diagram, List<LedgerEntry> lines) {
        Map<DocumentId, Document> documents = new LinkedHashMap<>();
        List<Mark> marks = new ArrayList<>();
        Choices chosen = new Choices();
        @Nullable MarkId before = null;
        for (LedgerEntry line : lines) {
            RecordedAct act = line.act();
            if (act == null || line.event() != Event.ACT) {
                continue;
            }
            ProcedureStep step = diagram.step(act.step()).orElseThrow();
            Document document = document(entry, step);
            documents.putIfAbsent(document.id(), document);
            Mark mark = mark(line.number(), act, step, chosen.before(act, diagram), document.id(), before);
            marks.add(mark);
            before = mark.id();
        }
        if (documents.isEmpty()) {
            Document matter = matter(entry);
            documents.put(matter.id(), matter);
        }
        return new Dossier(
                new CaseId(entry.caseId()),
                entry.title(),
                entry.procedure(),
                0,
                startEvent,
                0,
                false,
                false,
                List.copyOf(documents.values()),
                marks,
                List.of(),
                entry.caseId(),
                "");
    }

    /** The choices of gateways as they stood, act by act. */
    private static final class Choices {
        private final Map<String, String> made = new TreeMap<>();
        private List<String> votes = List.of();
        private String last = "";

        /** What had been chosen before an act, without what its own form chooses anew; then its own choices stand. */
        Map<String, String> before(RecordedAct act, Diagram diagram) {
            Map<String, List<String>> own = diagram.choices().getOrDefault(new StepId(act.step()), Map.of());
            if (own.containsKey(Poll.VOTE) && !last.equals(act.step())) {
                votes = List.of();
                made.remove(Poll.RESULT);
            }
            Set<String> refused = last.equals(act.step()) ? refused(own.keySet()) : Set.of();
            made.keySet().removeAll(own.keySet());
            Map<String, String> before = Map.copyOf(made);
            Map<String, String> chosen = Particulars.parse(act.particulars()).choices();
            chosen.entrySet().stream()
                    .filter(choice -> diagram.decides(choice.getKey()))
                    .forEach(choice -> made.put(
                            choice.getKey(), refused.contains(choice.getKey()) ? LiveActs.REFUSED : choice.getValue()));
            String vote = chosen.get(Poll.VOTE);
            if (vote != null) {
                votes = Stream.concat(votes.stream(), Stream.of(vote)).toList();
                made.put(Poll.RESULT, Poll.result(votes));
                before = without(before, Poll.RESULT);
            }
            last = act.step();
            return before;
        }

        /** What one of several has refused, so that it stays so. */
        private Set<String> refused(Set<String> choices) {
            return choices.stream()
                    .filter(choice -> LiveActs.REFUSED.equals(made.get(choice)))
                    .collect(Collectors.toSet());
        }

        private static Map<String, String> without(Map<String, String> choices, String variable) {
            return choices.entrySet().stream()
                    .filter(choice -> !choice.getKey().equals(variable))
                    .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
        }
    }

    private static Document document(LiveCases.Entry entry, ProcedureStep step) {
        return step.documents().stream()
                .sorted()
                .findFirst()
                .map(form -> new Document(
                        new DocumentId(LiveActs.documentId(form)),
                        form,
                        form.word() + " in case " + entry.caseId(),
                        Transmission.ORIGINAL,
                        null,
                        List.of()))
                .orElseGet(() -> matter(entry));
    }

    private static Document matter(LiveCases.Entry entry) {
        return new Document(
                new DocumentId(LiveActs.MATTER), Form.PAPER, entry.title(), Transmission.ORIGINAL, null, List.of());
    }

    private static Mark mark(
            long number,
            RecordedAct act,
            ProcedureStep step,
            Map<String, String> shown,
            DocumentId on,
            @Nullable MarkId before) {
        Particulars particulars = Particulars.parse(act.particulars());
        Attestation attestation = new Attestation(
                Act.of(act.act()).orElseThrow(),
                act.direction() == null
                        ? null
                        : Direction.valueOf(act.direction().toUpperCase(Locale.ROOT)),
                new OfficeId(act.office()),
                on,
                act.registryNumber() == null ? null : new RegistryNumber(act.registryNumber(), null),
                act.agent() == null ? List.of() : List.of(new Agent(act.agent(), null, act.onBehalfOf())),
                shown);
        return new Mark(
                new MarkId("entry-" + number),
                on,
                kind(attestation.act()),
                Layer.ORIGINAL,
                reading(act, step, particulars),
                null,
                null,
                act.date() == null ? null : HistoricalDate.parse(act.date()),
                null,
                List.of(),
                before == null ? List.of() : List.of(before),
                copies(particulars),
                List.of(new Reading(
                        new ReadingId("only"), true, null, Certainty.CERTAIN, null, Optional.of(attestation))),
                0);
    }

    /** What the record says, since there is no paper. */
    private static String reading(RecordedAct act, ProcedureStep step, Particulars particulars) {
        String given = Stream.concat(particulars.choices().entrySet().stream(), particulars.given().entrySet().stream())
                .filter(particular -> !particular.getKey().equals(Particular.AGENT.id()))
                .map(particular -> particular.getKey() + ": " + particular.getValue())
                .collect(Collectors.joining("; "));
        String number = act.registryNumber() == null ? "" : " No " + act.registryNumber();
        return step.label() + number + (given.isEmpty() ? "" : "; " + given);
    }

    private static @Nullable Copies copies(Particulars particulars) {
        List<Copies.Recipient> recipients = particulars.list(Particular.RECIPIENTS).stream()
                .map(name -> new Copies.Recipient(name, 1))
                .toList();
        Integer stated = particulars.number(Particular.STATED).orElse(null);
        return recipients.isEmpty() && stated == null ? null : new Copies(null, stated, recipients);
    }

    private static MarkKind kind(Act act) {
        return switch (act) {
            case REGISTER -> MarkKind.REGISTRY_NUMBER;
            case SIGN -> MarkKind.SIGNATURE;
            case INITIAL -> MarkKind.INITIALS;
            case CLEAR -> MarkKind.VISA;
            case AUTHENTICATE -> MarkKind.AUTHENTICATION;
            case ROUTE -> MarkKind.DISPOSITION;
            case COPY -> MarkKind.DISTRIBUTION_LIST;
            case TYPE -> MarkKind.TYPIST_MARK;
            case SEE -> MarkKind.SEEN;
            default -> MarkKind.ANNOTATION;
        };
    }
}
