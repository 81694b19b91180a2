package chancery.engine.live;

import chancery.audit.ActBook;
import chancery.casefile.CaseId;
import chancery.document.Form;
import chancery.engine.task.Clerks;
import chancery.engine.task.Diagram;
import chancery.engine.task.Particular;
import chancery.engine.task.Particulars;
import chancery.engine.task.Poll;
import chancery.engine.task.Variables;
import chancery.ledger.LedgerEntry.Event;
import chancery.ledger.LedgerEntry.Instance;
import chancery.ledger.LedgerEntry.RecordedAct;
import chancery.office.Direction;
import chancery.procedure.diagram.ProcedureStep;
import chancery.register.Copy;
import chancery.register.Numeral;
import chancery.register.Refused;
import chancery.register.Registration;
import chancery.registry.CopyBook;
import chancery.registry.Registers;
import java.time.Clock;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.jspecify.annotations.Nullable;

/**
 * Records live work: takes the particulars of an act out of its form, refuses what is missing or wrong, draws numbers,
 * enters copies and writes the act to the ledger. All of it stands or falls with the engine's transaction.
 */
public final class LiveActs {
    /** The document that a step is about when its diagram does not say which. */
    static final String MATTER = "matter";

    /** The variable that holds how long an extract may be kept, for the diagram's timer. */
    private static final String RETURN_PERIOD = "returnPeriod";

    /** The variable that holds when the control card falls due, for the diagram's timer. */
    private static final String CONTROL_CARD = "controlCardDue";

    private final ActBook book;
    /** The answer of a form that a later answer of somebody else does not undo. */
    static final String REFUSED = "refused";

    private final LiveCases cases;
    private final Registers registers;
    private final CopyBook copies;
    private final Clerks clerks;
    private final Clock clock;

    public LiveActs(ActBook book, LiveCases cases, Registers registers, CopyBook copies, Clerks clerks, Clock clock) {
        this.book = book;
        this.registers = registers;
        this.copies = copies;
        this.cases = cases;
        this.clerks = clerks;
        this.clock = clock;
    }

    /** Whether an instance is worked on in the system; one that stands for documents carries their case file's hash. */
    static boolean isLive(DelegateExecution execution) {
        return !execution.hasVariable(Variables.CASE_HASH);
    }

    /** Who acts now. */
    String clerk() {
        return clerks.current();
    }

    /** Forgets what an earlier round has chosen, so that it cannot pass for a choice of this one. */
    static void clearChoices(DelegateExecution execution, Diagram diagram, ProcedureStep step) {
        if (execution.getVariable("loopCounter") instanceof Integer before && before > 0) {
            return; // not the first of several who are asked
        }
        Map<String, List<String>> choices = diagram.choices().getOrDefault(step.id(), Map.of());
        choices.keySet().stream().filter(execution::hasVariable).forEach(execution::removeVariable);
        choices.keySet().forEach(choice -> execution.removeVariable(refusalOf(choice)));
        if (choices.containsKey(Poll.VOTE)) {
            execution.removeVariable(Poll.VOTES);
        }
    }

    /** A case was begun; its id is the business key. */
    void begun(DelegateExecution execution, Diagram diagram) {
        if (!diagram.isFollowedLive()) {
            throw new Refused(
                    "Procedure " + diagram.procedure().id()
                            + " is of several diagrams or pools, or waits for signals or"
                            + " conditions, which live work does not follow; only its cases of the past can be run. Nothing was begun.");
        }
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
        execution.setVariable(Variables.CASE, id);
        execution.setVariable(Variables.LIVE, true);
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
        if (step.isShared()) {
            letRefusalStand(execution, particulars);
        }
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
        String number = draw(execution, entry, step, particulars, agent);
        enterCopies(execution, entry, step, particulars, agent, today);
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
                        number,
                        today.toString(),
                        today,
                        today,
                        "live",
                        false,
                        "",
                        "done in the system" + (clerk.equals(agent) ? "" : ", recorded by " + clerk),
                        particulars.json()));
    }

    /** The next number of the series that a registration draws from; {@code null} for any other act. */
    private @Nullable String draw(
            DelegateExecution execution,
            LiveCases.Entry entry,
            ProcedureStep step,
            Particulars particulars,
            String agent) {
        if (step.series() == null) {
            return null;
        }
        Numeral numeral = Optional.ofNullable((String) execution.getVariable("numeral"))
                .filter(written -> step.direction() == Direction.INTERNAL)
                .flatMap(Numeral::of)
                .orElse(Numeral.ARABIC);
        Registration registration = Registration.in(entry.caseId(), entry.instanceId())
                .of(document(step), particulars.of(Particular.SUBJECT).orElse(entry.title()))
                .with(particulars.of(Particular.CORRESPONDENT).orElse(null))
                .registeredBy(agent);
        return registers.draw(step.series(), registration, numeral).text();
    }

    /** Enters in the copy ledger what was sent, has come back or was burned. */
    private void enterCopies(
            DelegateExecution execution,
            LiveCases.Entry entry,
            ProcedureStep step,
            Particulars particulars,
            String agent,
            LocalDate today) {
        CopyBook.Copied copied = new CopyBook.Copied(entry.caseId(), entry.instanceId(), document(step));
        switch (step.act()) {
            case COPY -> {
                List<String> recipients = particulars.list(Particular.RECIPIENTS);
                int stated = particulars.number(Particular.STATED).orElse(recipients.size());
                if (recipients.size() > stated) {
                    throw new Refused("\"" + step.label() + "\" is not recorded: " + recipients.size()
                            + " recipients are named for " + stated
                            + " copies; correct the list or the number. Nothing was changed.");
                }
                LocalDate dueBack = dueBack(execution, step, today);
                int before = (int) copies.of(entry.caseId()).stream()
                        .filter(copy -> copy.document().equals(copied.document()))
                        .count();
                List<CopyBook.Sending> sendings = new ArrayList<>();
                for (int i = 0; i < recipients.size(); i++) {
                    sendings.add(new CopyBook.Sending(before + i + 1, before + stated, recipients.get(i), dueBack));
                }
                copies.sent(copied, sendings, agent);
            }
            case RETURN ->
                chosen(entry, copied, particulars).forEach(number -> copies.returned(copied, number, agent, null));
            case DESTROY ->
                chosen(entry, copied, particulars)
                        .forEach(number -> copies.burned(
                                copied,
                                number,
                                particulars.of(Particular.ACT_OF_BURNING).orElse(""),
                                agent,
                                null));
            default -> {
                // no copies move
            }
        }
    }

    /** Extracts come back within the period that the decision table has given; other copies are not asked back. */
    private static @Nullable LocalDate dueBack(DelegateExecution execution, ProcedureStep step, LocalDate today) {
        return step.documents().contains(Form.EXTRACT) && execution.getVariable(RETURN_PERIOD) instanceof String period
                ? today.plus(Period.parse(period))
                : null;
    }

    /** The numbers that a form names; all copies that are out if it names none. */
    private List<Integer> chosen(LiveCases.Entry entry, CopyBook.Copied copied, Particulars particulars) {
        List<String> named = particulars.list(Particular.COPY_NUMBERS);
        named.stream().filter(number -> !number.matches("\\d{1,4}")).findFirst().ifPresent(wrong -> {
            throw new Refused("\"" + wrong + "\" is no number of a copy; expected numbers separated by semicolons."
                    + " Nothing was changed.");
        });
        return named.isEmpty()
                ? copies.of(entry.caseId()).stream()
                        .filter(copy -> copy.document().equals(copied.document()) && copy.isOut())
                        .map(Copy::number)
                        .toList()
                : named.stream().map(Integer::valueOf).toList();
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

    /** Where several are asked, one refusal stands, whoever grants after it. */
    private static void letRefusalStand(DelegateExecution execution, Particulars particulars) {
        particulars.choices().forEach((choice, value) -> {
            if (value.equals(REFUSED)) {
                execution.setVariable(refusalOf(choice), true);
            } else if (execution.hasVariable(refusalOf(choice))) {
                execution.setVariable(choice, REFUSED);
            }
        });
    }

    private static String refusalOf(String choice) {
        return choice + "Refused";
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
