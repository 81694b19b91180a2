package chancery.engine;

import chancery.audit.ActBook;
import chancery.audit.LedgerEntry.Event;
import chancery.audit.LedgerEntry.Instance;
import chancery.audit.LedgerEntry.RecordedAct;
import chancery.casefile.CaseId;
import chancery.document.Form;
import chancery.procedure.LiveWork.Refused;
import chancery.procedure.ProcedureStep;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;

/**
 * Records live work: takes the particulars of an act out of its form, refuses what is missing or wrong, draws numbers,
 * enters copies and writes the act to the ledger. All of it stands or falls with the engine's transaction.
 */
final class LiveActs {
    /** The document that a step is about when its diagram does not say which. */
    static final String MATTER = "matter";

    /** The variable that holds when the control card falls due, for the diagram's timer. */
    private static final String CONTROL_CARD = "controlCardDue";

    private final ActBook book;
    private final LiveCases cases;
    private final Clerks clerks;
    private final Clock clock;

    LiveActs(ActBook book, LiveCases cases, Clerks clerks, Clock clock) {
        this.book = book;
        this.cases = cases;
        this.clerks = clerks;
        this.clock = clock;
    }

    /** Whether an instance is worked on in the system; one that stands for documents carries their case file's hash. */
    static boolean isLive(DelegateExecution execution) {
        return !execution.hasVariable(Variables.CASE_HASH);
    }

    /** Forgets what an earlier round has chosen, so that it cannot pass for a choice of this one. */
    static void clearChoices(DelegateExecution execution, Diagram diagram, ProcedureStep step) {
        Map<String, List<String>> choices = diagram.choices().getOrDefault(step.id(), Map.of());
        choices.keySet().stream().filter(execution::hasVariable).forEach(execution::removeVariable);
        if (choices.containsKey(Poll.VOTE)) {
            execution.removeVariable(Poll.VOTES);
        }
    }

    /** A case was begun; its id is the business key. */
    void begun(DelegateExecution execution, Diagram diagram) {
        String id = Optional.ofNullable(execution.getProcessBusinessKey())
                .filter(key -> !key.isBlank())
                .orElse(execution.getProcessInstanceId());
        try {
            new CaseId(id);
        } catch (IllegalArgumentException refused) {
            throw new Refused(refused.getMessage() + ". Nothing was begun.");
        }
        if (cases.isTaken(id)) {
            throw new Refused("There is a case " + id + " already; choose another id. Nothing was begun.");
        }
        String title = Optional.ofNullable((String) execution.getVariable(Variables.TITLE))
                .filter(text -> !text.isBlank())
                .orElse(id);
        execution.setVariable(Variables.TITLE, title);
        LiveCases.Entry entry = new LiveCases.Entry(
                id,
                execution.getProcessInstanceId(),
                diagram.procedure().id(),
                diagram.procedure().version(),
                title,
                clock.instant());
        cases.enter(entry);
        book.append(Event.BEGUN, instance(entry));
    }

    /** A timer went off: what it waits for is overdue from now on. */
    void fellDue(DelegateExecution execution, Diagram diagram, Diagram.Awaited awaited) {
        ProcedureStep step = diagram.procedure().step(awaited.step());
        book.append(
                Event.DUE, instance(entry(execution)), ActsInProgress.plain(step, 1, null, "overdue", awaited.timer()));
    }

    /** A step was done. */
    void done(DelegateExecution execution, Diagram diagram, ProcedureStep step) {
        LiveCases.Entry entry = entry(execution);
        Particulars particulars = Particulars.takenFrom(execution, diagram, step);
        vote(execution, particulars);
        particulars
                .of(Particular.DEADLINE)
                .ifPresent(day -> execution.setVariable(
                        CONTROL_CARD,
                        Date.from(LocalDate.parse(day)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant())));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        String clerk = clerks.current();
        String agent = particulars.of(Particular.AGENT).orElse(clerk);
        book.append(
                Event.ACT,
                instance(entry),
                new RecordedAct(
                        step.id().value(),
                        book.timesDone(entry.instanceId(), step.id().value()) + 1,
                        step.act().word(),
                        step.phase().word(),
                        step.direction() == null ? null : step.direction().word(),
                        step.office().value(),
                        agent,
                        particulars.of(Particular.ON_BEHALF_OF).orElse(null),
                        document(step),
                        null,
                        today.toString(),
                        today,
                        today,
                        "live",
                        false,
                        "",
                        "done in the system" + (clerk.equals(agent) ? "" : ", recorded by " + clerk),
                        particulars.json()));
    }

    private static void vote(DelegateExecution execution, Particulars particulars) {
        String vote = particulars.choices().get(Poll.VOTE);
        if (vote != null) {
            List<String> votes = Poll.with(execution.getVariable(Poll.VOTES), vote);
            execution.setVariable(Poll.VOTES, String.join(" ", votes));
            execution.setVariable(Poll.RESULT, Poll.result(votes));
            execution.removeVariable(Poll.VOTE);
        }
    }

    /** The id, in a live dossier, of the document that a step is about. */
    static String document(ProcedureStep step) {
        return step.documents().stream()
                .sorted()
                .findFirst()
                .map(LiveActs::documentId)
                .orElse(MATTER);
    }

    static String documentId(Form form) {
        return form.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private LiveCases.Entry entry(DelegateExecution execution) {
        return cases.ofInstance(execution.getProcessInstanceId())
                .orElseThrow(() -> new IllegalStateException(
                        "Instance " + execution.getProcessInstanceId() + " was begun by nobody that we know of"));
    }

    private static Instance instance(LiveCases.Entry entry) {
        return new Instance(
                entry.caseId(), entry.instanceId(), entry.procedure(), entry.procedureVersion(), null, false);
    }
}
