package chancery.engine.live;

import chancery.audit.ActBook;
import chancery.casefile.Dossier;
import chancery.engine.task.Clerks;
import chancery.engine.task.Diagram;
import chancery.engine.task.Particular;
import chancery.engine.task.Variables;
import chancery.ledger.LedgerEntry;
import chancery.ledger.LedgerEntry.Event;
import chancery.office.OfficeId;
import chancery.procedure.Procedure;
import chancery.procedure.diagram.ProcedureStep;
import chancery.procedure.live.LiveWork;
import chancery.register.Refused;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.form.FormException;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.transaction.support.TransactionTemplate;

/** Live work in Camunda: tasks are done in Tasklist; here cases are begun, messages handed in, deadlines watched. */
public final class CamundaLiveWork implements LiveWork {
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final HistoryService history;
    private final TransactionTemplate transaction;
    private final ActRecorder recorder;
    private final ActBook book;
    private final LiveCases cases;
    private final Clerks clerks;
    private final Clock clock;

    public CamundaLiveWork(
            ProcessEngine engine,
            TransactionTemplate transaction,
            ActRecorder recorder,
            ActBook book,
            LiveCases cases,
            Clerks clerks,
            Clock clock) {
        this.runtime = engine.getRuntimeService();
        this.tasks = engine.getTaskService();
        this.management = engine.getManagementService();
        this.history = engine.getHistoryService();
        this.transaction = transaction;
        this.recorder = recorder;
        this.book = book;
        this.cases = cases;
        this.clerks = clerks;
        this.clock = clock;
    }

    @Override
    public List<Entrance> entrances() {
        return recorder.diagrams().values().stream()
                .filter(Diagram::isFollowedLive)
                .sorted(Comparator.comparing(diagram -> diagram.procedure().id()))
                .flatMap(diagram -> diagram.entries().entrySet().stream()
                        .map(entry -> new Entrance(
                                diagram.procedure().id(),
                                diagram.procedure().title(),
                                entry.getKey(),
                                entry.getValue().label(),
                                entry.getValue().office())))
                .toList();
    }

    @Override
    public List<LiveCase> cases() {
        return cases.all().stream().map(this::told).toList();
    }

    @Override
    public Optional<LiveCase> find(String caseId) {
        return cases.find(caseId).map(this::told);
    }

    private LiveCase told(LiveCases.Entry entry) {
        HistoricProcessInstance instance = history.createHistoricProcessInstanceQuery()
                .processInstanceId(entry.instanceId())
                .singleResult();
        Date ended = instance == null ? null : instance.getEndTime();
        Diagram diagram = instance == null ? null : recorder.diagrams().get(instance.getProcessDefinitionId());
        return new LiveCase(
                entry.caseId(),
                entry.title(),
                entry.instanceId(),
                entry.procedure(),
                entry.begun(),
                ended == null ? null : ended.toInstant(),
                diagram == null ? List.of() : standings(entry, diagram),
                diagram == null ? List.of() : messages(entry, diagram));
    }

    private List<Standing> standings(LiveCases.Entry entry, Diagram diagram) {
        return tasks.createTaskQuery().processInstanceId(entry.instanceId()).list().stream()
                .map(Task::getTaskDefinitionKey)
                .distinct()
                .sorted()
                .map(diagram::step)
                .flatMap(Optional::stream)
                .map(step -> new Standing(
                        step.id(), step.label(), step.office(), officeName(diagram.procedure(), step.office())))
                .toList();
    }

    private List<Message> messages(LiveCases.Entry entry, Diagram diagram) {
        return subscriptions(entry.instanceId()).stream()
                .map(EventSubscription::getActivityId)
                .distinct()
                .sorted()
                .flatMap(event -> Optional.ofNullable(diagram.messages().get(event))
                        .map(message -> new Message(
                                message.name(),
                                message.label(),
                                message.office(),
                                officeName(diagram.procedure(), message.office()),
                                diagram.step(event).map(Particular::form).orElse(List.of())))
                        .stream())
                .toList();
    }

    private List<EventSubscription> subscriptions(String instanceId) {
        return runtime.createEventSubscriptionQuery()
                .processInstanceId(instanceId)
                .eventType("message")
                .list();
    }

    private String officeName(Procedure procedure, OfficeId office) {
        return procedure.officeName(office, LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC));
    }

    @Override
    public String begin(String clerk, String procedure, String entry, String caseId, String title) {
        Map.Entry<String, Diagram> known = recorder.diagrams().entrySet().stream()
                .filter(diagram -> diagram.getValue().procedure().id().equals(procedure)
                        && !diagram.getValue().entries().isEmpty())
                .findFirst()
                .orElseThrow(() -> new Refused("There is no procedure \"" + procedure + "\"; expected one of: "
                        + recorder.diagrams().values().stream()
                                .map(diagram -> diagram.procedure().id())
                                .sorted()
                                .collect(Collectors.joining(", "))
                        + ". Nothing was begun."));
        Map<String, Diagram.Entry> entries = known.getValue().entries();
        Diagram.Entry start = entries.get(entry);
        if (start == null) {
            throw new Refused("Procedure " + procedure + " cannot be entered at \"" + entry + "\"; expected one of: "
                    + String.join(", ", entries.keySet()) + ". Nothing was begun.");
        }
        checkOffice(clerk, start.office(), known.getValue().procedure(), "begin a case at \"" + start.label() + "\"");
        Map<String, Object> variables = title.isBlank() ? Map.of() : Map.of(Variables.TITLE, title.strip());
        return by(
                clerk,
                () -> start.message()
                        .map(message -> runtime.createMessageCorrelation(message)
                                .processDefinitionId(known.getKey())
                                .processInstanceBusinessKey(caseId)
                                .setVariables(variables)
                                .correlateStartMessage()
                                .getProcessInstanceId())
                        .orElseGet(() -> runtime.createProcessInstanceById(known.getKey())
                                .businessKey(caseId)
                                .setVariables(variables)
                                .execute()
                                .getProcessInstanceId()));
    }

    @Override
    public void handIn(String clerk, String caseId, String message, Map<String, String> particulars) {
        LiveCases.Entry entry =
                cases.find(caseId).orElseThrow(() -> new Refused("There is no live case \"" + caseId + "\"."));
        LiveCase standing = told(entry);
        Message awaited = standing.awaits().stream()
                .filter(known -> known.name().equals(message))
                .findFirst()
                .orElseThrow(() -> notAwaited(standing, message));
        Set<String> asked = awaited.fields().stream().map(Field::id).collect(Collectors.toSet());
        particulars.keySet().stream()
                .filter(given -> !asked.contains(given))
                .findFirst()
                .ifPresent(unknown -> {
                    throw new Refused("\"" + awaited.label() + "\" does not ask for \"" + unknown + "\""
                            + (asked.isEmpty()
                                    ? ""
                                    : "; it asks for: " + String.join(", ", new java.util.TreeSet<>(asked)))
                            + ". Nothing was changed.");
                });
        OfficeId office = awaited.office();
        recorder.diagrams().values().stream()
                .filter(diagram -> diagram.procedure().id().equals(entry.procedure()))
                .findFirst()
                .ifPresent(diagram ->
                        checkOffice(clerk, office, diagram.procedure(), "hand in \"" + awaited.label() + "\""));
        try {
            by(clerk, () -> {
                runtime.createMessageCorrelation(message)
                        .processInstanceId(entry.instanceId())
                        .setVariables(new HashMap<>(particulars))
                        .correlate();
                return entry.instanceId();
            });
        } catch (MismatchingMessageCorrelationException late) {
            // handed in by somebody else since it was looked at
            throw notAwaited(told(entry), message);
        }
    }

    private static Refused notAwaited(LiveCase standing, String message) {
        return new Refused("Case " + standing.id() + " does not wait for \"" + message + "\" now. It "
                + (standing.standsAt().isEmpty()
                        ? "has no open step"
                        : "stands at "
                                + standing.standsAt().stream()
                                        .map(Standing::label)
                                        .collect(Collectors.joining(", ")))
                + "; it can take: "
                + standing.awaits().stream().map(Message::name).collect(Collectors.joining(", "))
                + ". Nothing was changed.");
    }

    private void checkOffice(String clerk, OfficeId office, Procedure procedure, String what) {
        if (!clerks.mayActFor(clerk, office)) {
            throw new Refused("\"" + clerk + "\" may not " + what + ": that is for " + officeName(procedure, office)
                    + " (" + office + "). Nothing was changed.");
        }
    }

    /**
     * Does one act in one transaction; after a conflict with somebody else's it is tried once more.
     *
     * @throws Refused if that too comes to nothing
     */
    private String by(String clerk, Supplier<String> work) {
        try {
            return once(clerk, work);
        } catch (RuntimeException failed) {
            if (!Conflict.isIn(failed)) {
                throw failed;
            }
        }
        try {
            return once(clerk, work);
        } catch (RuntimeException failed) {
            throw Conflict.isIn(failed) ? new Refused(Conflict.WORDS) : failed;
        }
    }

    private String once(String clerk, Supplier<String> work) {
        String[] instance = new String[1];
        try {
            transaction.executeWithoutResult(status -> clerks.actingAs(clerk, () -> instance[0] = work.get()));
        } catch (ProcessEngineException failed) {
            throw refusalIn(failed).orElseThrow(() -> failed);
        }
        return instance[0];
    }

    private static Optional<Refused> refusalIn(@Nullable Throwable failure) {
        if (failure == null) {
            return Optional.empty();
        }
        return failure instanceof FormException || failure instanceof Refused
                ? Optional.of(new Refused(String.valueOf(failure.getMessage())))
                : refusalIn(failure.getCause());
    }

    @Override
    public List<Deadline> deadlines() {
        Map<String, Deadline> owed = new LinkedHashMap<>();
        for (LiveCases.Entry entry : cases.all()) {
            HistoricProcessInstance instance = history.createHistoricProcessInstanceQuery()
                    .processInstanceId(entry.instanceId())
                    .unfinished()
                    .singleResult();
            Diagram diagram = instance == null ? null : recorder.diagrams().get(instance.getProcessDefinitionId());
            if (diagram != null) {
                fallen(entry, diagram).forEach(deadline -> owed.put(key(deadline), deadline));
                running(entry, diagram).forEach(deadline -> owed.putIfAbsent(key(deadline), deadline));
            }
        }
        return owed.values().stream()
                .sorted(Comparator.comparing(Deadline::due)
                        .thenComparing(Deadline::caseId)
                        .thenComparing(deadline -> deadline.step().value()))
                .toList();
    }

    private static String key(Deadline deadline) {
        return deadline.caseId() + " " + deadline.step();
    }

    /** What timers have told to be overdue, and has not been done since. */
    private List<Deadline> fallen(LiveCases.Entry entry, Diagram diagram) {
        Map<String, LedgerEntry> due = new LinkedHashMap<>();
        for (LedgerEntry line : book.ofInstance(entry.instanceId())) {
            LedgerEntry.RecordedAct act = line.act();
            if (act != null && line.event() == Event.DUE) {
                due.putIfAbsent(act.step(), line);
            } else if (act != null) {
                due.remove(act.step());
            }
        }
        Set<String> open = tasks.createTaskQuery().processInstanceId(entry.instanceId()).list().stream()
                .map(Task::getTaskDefinitionKey)
                .collect(Collectors.toSet());
        List<Deadline> fallen = new ArrayList<>();
        due.forEach((node, line) -> diagram.step(node)
                .filter(step -> open.contains(node) || diagram.messages().containsKey(node))
                .ifPresent(step ->
                        fallen.add(deadline(entry, diagram, step, reminder(diagram, node), line.recordedAt()))));
        return fallen;
    }

    private static String reminder(Diagram diagram, String step) {
        return diagram.awaited().values().stream()
                .filter(awaited -> awaited.step().value().equals(step))
                .map(Diagram.Awaited::timer)
                .findFirst()
                .orElse("");
    }

    /** What timers still watch. */
    private List<Deadline> running(LiveCases.Entry entry, Diagram diagram) {
        List<Deadline> running = new ArrayList<>();
        for (Job job : management
                .createJobQuery()
                .processInstanceId(entry.instanceId())
                .timers()
                .active()
                .list()) {
            String timer = management
                    .createJobDefinitionQuery()
                    .jobDefinitionId(job.getJobDefinitionId())
                    .singleResult()
                    .getActivityId();
            Diagram.Awaited awaited = diagram.awaited().get(timer);
            if (awaited != null) {
                diagram.step(awaited.step().value())
                        .ifPresent(step -> running.add(deadline(
                                entry,
                                diagram,
                                step,
                                awaited.timer(),
                                job.getDuedate().toInstant())));
            }
        }
        return running;
    }

    private Deadline deadline(
            LiveCases.Entry entry, Diagram diagram, ProcedureStep step, String reminder, Instant due) {
        return new Deadline(
                entry.caseId(),
                entry.title(),
                step.id(),
                step.label(),
                step.office(),
                officeName(diagram.procedure(), step.office()),
                reminder,
                due,
                due.isBefore(clock.instant()));
    }

    @Override
    public boolean isOfOffice(String user) {
        return clerks.isOfOffice(user);
    }

    @Override
    public Predicate<OfficeId> officesOf(String user) {
        return clerks.officesOf(user);
    }

    @Override
    public Clerk clerk(String user) {
        return clerks.clerk(user);
    }

    @Override
    public Dossier dossier(String caseId) {
        LiveCases.Entry entry = cases.find(caseId)
                .orElseThrow(() -> new Refused("There is no live case \"" + caseId + "\""
                        + (cases.isTaken(caseId)
                                ? ": it was told of by documents, in its case file; audit show " + caseId
                                        + " tells what the ledger holds of it."
                                : ".")));
        HistoricProcessInstance instance = history.createHistoricProcessInstanceQuery()
                .processInstanceId(entry.instanceId())
                .singleResult();
        if (instance == null) {
            throw new Refused("The engine holds case " + caseId
                    + " no more, since somebody has deleted its history; the ledger does: audit show " + caseId + ".");
        }
        Diagram diagram = Optional.ofNullable(recorder.diagrams().get(instance.getProcessDefinitionId()))
                .orElseThrow(() -> new Refused("Case " + caseId + " runs on a diagram of " + entry.procedure()
                        + " that is no longer the one in use (version " + entry.procedureVersion() + ")."));
        return LiveDossier.of(entry, instance.getStartActivityId(), diagram, book.ofInstance(entry.instanceId()));
    }
}
