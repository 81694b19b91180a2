package chancery.engine;

import chancery.engine.task.Diagram;
import chancery.procedure.explanation.Script;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/**
 * A deployed diagram: what its pools are begun by, and who does what in it one after the other.
 *
 * @param definition the id of the procedure's own process definition
 * @param hasParts whether a case of it may have more than one instance: for a call, or for another pool
 * @param beginnings start events that a message begins, by id
 * @param bodies for each node of a subprocess through which several go one after the other, the subprocess
 * @param oneByOne the activities that several do, one after the other
 * @param notRun the nodes of pools that the engine does not run
 */
record Deployed(
        String definition,
        boolean hasParts,
        Map<String, Beginning> beginnings,
        Map<String, String> bodies,
        Set<String> oneByOne,
        Set<String> notRun) {

    /** How a message begins a process. */
    record Beginning(String definition, String message) {}

    /**
     * What was deployed.
     *
     * @param definitions the ids of the definitions by that of their process
     */
    static Deployed of(
            String procedure,
            BpmnModelInstance model,
            Collection<BpmnModelInstance> models,
            Map<String, String> definitions) {
        Map<String, Beginning> beginnings = new HashMap<>();
        for (StartEvent start : model.getModelElementsByType(StartEvent.class)) {
            String definition = definitions.get(Diagram.process(start).getId());
            if (definition == null || !(start.getParentElement() instanceof Process)) {
                continue;
            }
            start.getEventDefinitions().stream()
                    .filter(MessageEventDefinition.class::isInstance)
                    .map(message ->
                            ((MessageEventDefinition) message).getMessage().getName())
                    .forEach(name -> beginnings.put(start.getId(), new Beginning(definition, name)));
        }
        Set<String> notRun = new HashSet<>();
        model.getModelElementsByType(FlowNode.class).stream()
                .filter(node -> !Diagram.process(node).isExecutable())
                .forEach(node -> notRun.add(node.getId()));
        Map<String, String> bodies = new HashMap<>();
        Set<String> oneByOne = new HashSet<>();
        models.stream()
                .flatMap(each -> each.getModelElementsByType(Activity.class).stream())
                .filter(Deployed::isSequential)
                .forEach(activity -> {
                    oneByOne.add(activity.getId());
                    if (activity instanceof SubProcess body) {
                        body.getFlowElements().forEach(node -> bodies.put(node.getId(), body.getId()));
                    }
                });
        return new Deployed(
                Objects.requireNonNull(definitions.get(procedure)),
                definitions.size() > 1,
                beginnings,
                bodies,
                oneByOne,
                notRun);
    }

    private static boolean isSequential(Activity activity) {
        return activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics several
                && several.isSequential();
    }

    /**
     * Takes the next commands out of those that are open: one, or where several go through a subprocess one after the
     * other all that are carried out in it, since each goes through the whole of it before the next begins.
     */
    List<Script.Command> nextOf(List<Script.Command> open) {
        Script.Command first = open.remove(0);
        List<Script.Command> next = new ArrayList<>(List.of(first));
        String body = bodies.get(first.node());
        Set<String> passed = new HashSet<>(Set.of(first.node()));
        for (Iterator<Script.Command> rest = open.iterator(); body != null && rest.hasNext(); ) {
            Script.Command command = rest.next();
            if (body.equals(bodies.get(command.node()))) {
                if (!passed.add(command.node())) {
                    break; // another round
                }
                next.add(command);
                rest.remove();
            }
        }
        return next;
    }
}
