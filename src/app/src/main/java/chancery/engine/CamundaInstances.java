package chancery.engine;

import chancery.path.StepId;
import chancery.procedure.live.Instances;
import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ActivityTypes;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.jspecify.annotations.Nullable;

/** Reads Camunda's history, which keeps what Cockpit no longer shows, together with the run book. */
final class CamundaInstances implements Instances {
    /** What encloses the place where an instance stands, but is not that place. */
    private static final Set<String> ENCLOSING =
            Set.of(ActivityTypes.SUB_PROCESS, ActivityTypes.CALL_ACTIVITY, ActivityTypes.MULTI_INSTANCE_BODY);

    private final HistoryService history;
    private final RepositoryService repository;
    private final RunBook runs;
    private final InstanceTree tree;

    CamundaInstances(ProcessEngine engine, RunBook runs) {
        this.history = engine.getHistoryService();
        this.repository = engine.getRepositoryService();
        this.runs = runs;
        this.tree = new InstanceTree(history);
    }

    @Override
    public Optional<ProcedureInstance> find(String instanceId) {
        return Optional.ofNullable(history.createHistoricProcessInstanceQuery()
                        .processInstanceId(instanceId)
                        .singleResult())
                .map(found -> instance(found, entryOf(found)));
    }

    @Override
    public List<StepId> waitsAt(String instanceId) {
        return tree.of(instanceId).stream()
                .flatMap(each ->
                        history
                                .createHistoricActivityInstanceQuery()
                                .processInstanceId(each)
                                .unfinished()
                                .list()
                                .stream())
                .filter(activity -> !ENCLOSING.contains(activity.getActivityType()))
                .map(HistoricActivityInstance::getActivityId)
                .distinct()
                .sorted()
                .map(StepId::new)
                .toList();
    }

    @Override
    public Optional<String> path(String instanceId) {
        return runs.path(instanceId);
    }

    @Override
    public Optional<Definition> definition(String definitionId) {
        return Optional.ofNullable(repository
                        .createProcessDefinitionQuery()
                        .processDefinitionId(definitionId)
                        .singleResult())
                .map(CamundaInstances::definition);
    }

    @Override
    public List<Definition> definitions() {
        return repository
                .createProcessDefinitionQuery()
                .orderByProcessDefinitionKey()
                .asc()
                .orderByProcessDefinitionVersion()
                .desc()
                .list()
                .stream()
                .map(CamundaInstances::definition)
                .toList();
    }

    @Override
    public List<ProcedureInstance> of(Definition definition) {
        Map<String, RunBook.Entry> entries = new HashMap<>();
        runs.entriesOf(definition.procedure()).forEach(entry -> entries.put(entry.instanceId(), entry));
        return history.createHistoricProcessInstanceQuery().processDefinitionId(definition.id()).list().stream()
                .map(found -> instance(
                        found, Optional.ofNullable(entries.get(found.getId())).orElseGet(() -> entryOf(found))))
                .sorted(Comparator.comparing(ProcedureInstance::caseId)
                        .thenComparing(ProcedureInstance::kind)
                        .thenComparing(ProcedureInstance::started)
                        .thenComparing(ProcedureInstance::id))
                .toList();
    }

    @Override
    public void paths(String procedure, PathReader reader) {
        runs.paths(procedure, reader::read);
    }

    /** What the run book knows of the case that an instance takes part in; {@code null} for live work. */
    private RunBook.@Nullable Entry entryOf(HistoricProcessInstance found) {
        return runs.entry(found.getId()).or(() -> runs.entry(tree.top(found))).orElse(null);
    }

    private static Definition definition(ProcessDefinition found) {
        String name = found.getName();
        return new Definition(found.getId(), found.getKey(), name == null ? found.getKey() : name, found.getVersion());
    }

    private static ProcedureInstance instance(HistoricProcessInstance found, RunBook.@Nullable Entry entry) {
        Date ended = found.getEndTime();
        return new ProcedureInstance(
                found.getId(),
                found.getBusinessKey(),
                found.getProcessDefinitionId(),
                found.getProcessDefinitionKey(),
                entry == null ? null : entry.procedureVersion(),
                entry == null ? liveCase(found) : entry.caseId(),
                kind(entry),
                state(found, entry),
                found.getStartTime().toInstant(),
                ended == null ? null : Instant.ofEpochMilli(ended.getTime()));
    }

    private static String liveCase(HistoricProcessInstance found) {
        String key = found.getBusinessKey();
        return key == null ? found.getId() : key;
    }

    private static Kind kind(RunBook.@Nullable Entry entry) {
        if (entry == null) {
            return Kind.LIVE;
        }
        return entry.simulated() ? Kind.SIMULATED : Kind.ARCHIVED;
    }

    private static State state(HistoricProcessInstance found, RunBook.@Nullable Entry entry) {
        if (entry != null && entry.isSuperseded()) {
            return State.SUPERSEDED;
        }
        return switch (found.getState()) {
            case HistoricProcessInstance.STATE_COMPLETED -> State.FINISHED;
            case HistoricProcessInstance.STATE_EXTERNALLY_TERMINATED,
                    HistoricProcessInstance.STATE_INTERNALLY_TERMINATED -> State.ENDED;
            default -> State.RUNNING;
        };
    }
}
