package chancery.engine;

import chancery.casefile.InvalidInput;
import chancery.path.StepId;
import chancery.procedure.explanation.Script;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
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

/** What is done in the instances of one case: tasks completed, messages and signals handed in, conditions met,
 * timers fired. */
final class CaseWork {
    private static final Pattern CONDITION = Pattern.compile("\\$\\{\\s*(\\w+)\\s*==\\s*'([^']*)'\\s*}");

    private final RepositoryService repository;
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final InstanceTree tree;

    CaseWork(ProcessEngine engine) {
        this.repository = engine.getRepositoryService();
        this.runtime = engine.getRuntimeService();
        this.tasks = engine.getTaskService();
        this.management = engine.getManagementService();
        this.tree = new InstanceTree(engine.getHistoryService());
    }

    /** Does what a script commands, wherever in the case's instances it is waited for. */
    void carryOut(String instance, Script.Command command) {
        Map<String, Object> decisions = new HashMap<>(command.decisions());
        switch (command.kind()) {
            case TASK -> complete(instance, command.node(), decisions);
            case MESSAGE -> arrive(instance, command.node(), decisions);
            case TIMER -> {
                Job due = management
                        .createJobQuery()
                        .processInstanceIds(Set.copyOf(tree.of(instance)))
                        .activityId(command.node())
                        .singleResult();
                runtime.setVariables(due.getProcessInstanceId(), decisions);
                management.executeJob(due.getId());
            }
            default -> throw new IllegalArgumentException("Nothing to command at " + command.node());
        }
    }

    private void arrive(String instance, String node, Map<String, Object> decisions) {
        EventSubscription waiting = subscriptions(instance).stream()
                .filter(subscription -> subscription.getActivityId().equals(node))
                .findFirst()
                .orElseThrow(() -> notThere(instance, node));
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
            runtime.createMessageCorrelation(waiting.getEventName())
                    .processInstanceId(waiting.getProcessInstanceId())
                    .setVariables(decisions)
                    .correlate();
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
        Matcher matcher = CONDITION.matcher(condition.strip());
        if (!matcher.matches()) {
            throw new InvalidInput("The engine cannot be told that the condition \"" + condition.strip() + "\" of \""
                    + waiting.getActivityId() + "\" is met, and nothing was kept; write ${variable == 'value'}.");
        }
        return Map.of(matcher.group(1), matcher.group(2));
    }

    /** Completes the open tasks of a node, several where several take part. */
    void complete(String instance, String node, Map<String, Object> variables) {
        List<Task> open = tasks(instance).stream()
                .filter(task -> task.getTaskDefinitionKey().equals(node))
                .toList();
        if (open.isEmpty()) {
            throw notThere(instance, node);
        }
        open.forEach(task -> tasks.complete(task.getId(), variables));
    }

    private static IllegalStateException notThere(String instance, String node) {
        return new IllegalStateException("Instance " + instance + " does not wait at " + node);
    }

    /** Keeps timers of a case from firing by themselves. */
    void suspendTimers(String instance) {
        tree.of(instance).forEach(management::suspendJobByProcessInstanceId);
    }

    /** The engine must stand where the path says; anything else is a fault, and nothing of it is kept. */
    void checkWaiting(String instance, Deployed installed, Script script) {
        Set<String> found =
                tasks(instance).stream().map(Task::getTaskDefinitionKey).collect(Collectors.toSet());
        Set<String> expected =
                script.waitsAt().stream().map(StepId::value).collect(Collectors.toCollection(HashSet::new));
        Set<String> events = subscriptions(instance).stream()
                .map(EventSubscription::getActivityId)
                .collect(Collectors.toSet());
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

    private List<Task> tasks(String instance) {
        return tasks.createTaskQuery()
                .processInstanceIdIn(tree.of(instance).toArray(String[]::new))
                .list();
    }

    private List<EventSubscription> subscriptions(String instance) {
        List<EventSubscription> found = new ArrayList<>();
        tree.of(instance)
                .forEach(each -> found.addAll(runtime.createEventSubscriptionQuery()
                        .processInstanceId(each)
                        .list()));
        return found;
    }
}
