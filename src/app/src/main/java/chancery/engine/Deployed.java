package chancery.engine;

import chancery.engine.task.Diagram;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;

/**
 * A deployed diagram: what its pools are begun by.
 *
 * @param definition the id of the procedure's own process definition
 * @param beginnings start events that a message begins, by id
 * @param notRun the nodes of pools that the engine does not run
 */
record Deployed(String definition, Map<String, Beginning> beginnings, Set<String> notRun) {

    /** How a message begins a process. */
    record Beginning(String definition, String message) {}

    /**
     * What was deployed.
     *
     * @param definitions the ids of the definitions by that of their process
     */
    static Deployed of(String procedure, BpmnModelInstance model, Map<String, String> definitions) {
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
        return new Deployed(Objects.requireNonNull(definitions.get(procedure)), beginnings, notRun);
    }
}
