package chancery.engine;

import chancery.path.StepId;
import chancery.procedure.explanation.Script;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.EventSubscription;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;

/** What is done in the instances of one case: tasks completed, messages handed in, timers fired. */
final class CaseWork {
    private final RuntimeService runtime;
    private final TaskService tasks;
    private final ManagementService management;
    private final InstanceTree tree;

    CaseWork(ProcessEngine engine) {
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
        runtime.createMessageCorrelation(waiting.getEventName())
                .processInstanceId(waiting.getProcessInstanceId())
                .setVariables(decisions)
                .correlate();
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
    void checkWaiting(String instance, Script script) {
        Set<String> found =
                tasks(instance).stream().map(Task::getTaskDefinitionKey).collect(Collectors.toSet());
        Set<String> expected =
                script.waitsAt().stream().map(StepId::value).collect(Collectors.toCollection(HashSet::new));
        Set<String> events = subscriptions(instance).stream()
                .map(EventSubscription::getActivityId)
                .collect(Collectors.toSet());
        expected.removeIf(step -> !found.contains(step) && events.contains(step));
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
