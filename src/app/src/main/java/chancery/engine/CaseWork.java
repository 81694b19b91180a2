package chancery.engine;

import chancery.casefile.InvalidInput;
import chancery.path.StepId;
import chancery.procedure.diagram.Condition;
import chancery.procedure.explanation.Script;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.event.EventType;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ConditionalEventDefinition;

/** What is done in the instances of one case: tasks completed, messages and signals handed in, conditions met, timers fired. */
final class CaseWork {
    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final InstanceTree tree;
    private final Deployed installed;
    private final String instance;

    /**
     * The work on a case.
     *
     * @param installed the diagram that it runs by
     * @param instance the id of its own instance
     */
    CaseWork(ProcessEngine engine, Deployed installed, String instance) {
        this.repository = engine.getRepositoryService();
        this.runtime = engine.getRuntimeService();
        this.tasks = engine.getTaskService();
        this.management = engine.getManagementService();
        this.tree = new InstanceTree(engine.getHistoryService());
        this.installed = installed;
        this.instance = instance;
    }

    private List<String> instances() {
        return installed.hasParts() ? tree.of(instance) : List.of(instance);
    }

    /** Does what a script commands, wherever in the case's instances it is waited for. */
    void carryOut(Script.Command command) {
        Map<String, Object> decisions = new HashMap<>(command.decisions());
        switch (command.kind()) {
            case TASK -> complete(command.node(), decisions);
            case MESSAGE -> arrive(command.node(), decisions);
            case TIMER -> due(command.node(), decisions);
            default -> throw new IllegalArgumentException("Nothing to command at " + command.node());
        }
    }

    private void due(String node, Map<String, Object> decisions) {
        List<Job> due = instances().stream()
                .flatMap(each -> management.createJobQuery().processInstanceId(each).activityId(node).list().stream())
                .toList();
        atLeastOne(due, node).forEach(job -> {
            runtime.setVariables(job.getProcessInstanceId(), decisions);
            management.executeJob(job.getId());
        });
    }

    private void arrive(String node, Map<String, Object> decisions) {
        List<EventSubscription> waiting = waiting(node);
        int times = inSequence(node, atLeastOne(waiting, node).get(0).getExecutionId());
        for (int i = 0; i < times; i++) {
            waiting(node).forEach(each -> arrive(each, decisions));
        }
    }

    private List<EventSubscription> waiting(String node) {
        return subscriptions().stream()
                .filter(subscription -> subscription.getActivityId().equals(node))
                .toList();
    }

    private void arrive(EventSubscription waiting, Map<String, Object> decisions) {
        String kind = waiting.getEventType();
        if (kind.equals(EventType.SIGNAL.name())) {
            runtime.createSignalEvent(waiting.getEventName())
                    .executionId(waiting.getExecutionId())
                    .setVariables(decisions)
                    .send();
        } else if (kind.equals(EventType.CONDITONAL.name())) {
            Map<String, Object> met = condition(waiting);
            runtime.setVariables(waiting.getProcessInstanceId(), decisions);
            runtime.setVariables(waiting.getProcessInstanceId(), met);
        } else {
            runtime.messageEventReceived(waiting.getEventName(), waiting.getExecutionId(), decisions);
        }
    }

    /** The variable and value for which an event waits. */
    private Map<String, Object> condition(EventSubscription waiting) {
        ProcessInstance instance = runtime.createProcessInstanceQuery()
                .processInstanceId(waiting.getProcessInstanceId())
                .singleResult();
        CatchEvent event = repository
                .getBpmnModelInstance(instance.getProcessDefinitionId())
                .getModelElementById(waiting.getActivityId());
        String condition = event.getEventDefinitions().stream()
                .filter(ConditionalEventDefinition.class::isInstance)
                .map(definition ->
                        ((ConditionalEventDefinition) definition).getCondition().getTextContent())
                .findFirst()
                .orElse("");
        return Condition.of(condition.strip())
                .map(met -> Map.<String, Object>of(met.variable(), met.value()))
                .orElseThrow(
                        () -> new InvalidInput("The engine cannot be told that the condition \"" + condition.strip()
                                + "\" of \"" + waiting.getActivityId()
                                + "\" is met, and nothing was kept; write ${variable == 'value'}."));
    }

    /** Completes the open tasks of a node, several where several take part. */
    void complete(String node, Map<String, Object> variables) {
        int times = inSequence(node, atLeastOne(open(node), node).get(0).getExecutionId());
        for (int i = 0; i < times; i++) {
            open(node).forEach(task -> tasks.complete(task.getId(), variables));
        }
    }

    private List<Task> open(String node) {
        return tasks().stream()
                .filter(task -> task.getTaskDefinitionKey().equals(node))
                .toList();
    }

    private <T> List<T> atLeastOne(List<T> found, String node) {
        if (found.isEmpty()) {
            throw new IllegalStateException("Instance " + instance + " does not wait at " + node);
        }
        return found;
    }

    /** How many do, one after the other, what waits at a node; 1 where one does, or several at once. */
    private int inSequence(String node, String execution) {
        return installed.oneByOne().contains(node) ? howMany(execution) : 1;
    }

    private int howMany(String execution) {
        return runtime.getVariable(execution, "nrOfInstances") instanceof Integer count ? count : 1;
    }

    /** How many go, one after the other, through the subprocess in which a node waits; 1 if it does not wait there. */
    int rounds(String node) {
        return Stream.concat(
                        open(node).stream().map(Task::getExecutionId),
                        waiting(node).stream().map(EventSubscription::getExecutionId))
                .findFirst()
                .map(this::howMany)
                .orElse(1);
    }

    /** Whether a task or event of a node is waited for. */
    boolean waitsAt(String node) {
        return !open(node).isEmpty() || !waiting(node).isEmpty();
    }

    /** Keeps timers of a case from firing by themselves. */
    void suspendTimers() {
        instances().forEach(management::suspendJobByProcessInstanceId);
    }

    /** The engine must stand where the path says; anything else is a fault, and nothing of it is kept. */
    void checkWaiting(Script script) {
        Set<String> found = tasks().stream().map(Task::getTaskDefinitionKey).collect(Collectors.toSet());
        Set<String> expected =
                script.waitsAt().stream().map(StepId::value).collect(Collectors.toCollection(HashSet::new));
        Set<String> events =
                subscriptions().stream().map(EventSubscription::getActivityId).collect(Collectors.toSet());
        // a message begins a pool that is not there yet, and a pool that the engine does not run waits nowhere
        expected.removeIf(step -> !found.contains(step)
                && (events.contains(step)
                        || installed.beginnings().containsKey(step)
                        || installed.notRun().contains(step)));
        if (!found.equals(expected)) {
            throw new IllegalStateException(
                    "The engine waits at " + found + ", the path at " + expected + "; nothing was kept");
        }
    }

    private List<Task> tasks() {
        return tasks.createTaskQuery()
                .processInstanceIdIn(instances().toArray(String[]::new))
                .list();
    }

    private List<EventSubscription> subscriptions() {
        List<EventSubscription> found = new ArrayList<>();
        instances()
                .forEach(each -> found.addAll(runtime.createEventSubscriptionQuery()
                        .processInstanceId(each)
                        .list()));
        return found;
    }
}
