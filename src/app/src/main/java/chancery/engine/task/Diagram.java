package chancery.engine.task;

import chancery.office.OfficeId;
import chancery.path.StepId;
import chancery.procedure.Procedure;
import chancery.procedure.diagram.FurtherDisposition;
import chancery.procedure.diagram.ProcedureStep;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.ConditionalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.SignalEventDefinition;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFormData;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaFormField;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaProperties;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaValue;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/**
 * A deployed diagram, as far as live work asks it something that its {@link Procedure} does not tell.
 *
 * @param entries start events by id, if its process is the procedure's own
 * @param messages what each message event waits for, by the event's id
 * @param choices the choices that a task's form asks for: field id, and the values it takes
 * @param awaited the step that each timer waits for, by the timer event's id
 * @param isFollowedLive whether live work can follow it: all that happens does so in one instance, on messages and timers
 * @param answers the variable that each business rule task sets, by the task's id
 */
public record Diagram(
        Procedure procedure,
        Map<String, Entry> entries,
        Map<String, Message> messages,
        Map<StepId, Map<String, List<String>>> choices,
        Map<String, Awaited> awaited,
        boolean isFollowedLive,
        Map<String, String> answers) {

    /** A start event; without a message it is the plain start. */
    public record Entry(String label, OfficeId office, Optional<String> message) {}

    /** A message event. */
    public record Message(String name, String label, OfficeId office) {}

    /** What a timer waits for: the step, and what the timer is called. */
    public record Awaited(StepId step, String timer) {}

    public static Diagram of(Procedure procedure, BpmnModelInstance model) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        Map<String, Message> messages = new LinkedHashMap<>();
        Map<String, Awaited> awaited = new HashMap<>();
        for (CatchEvent event : model.getModelElementsByType(CatchEvent.class)) {
            if (!process(event).isExecutable()) {
                continue; // of a pool that the engine does not run
            }
            Optional<String> message = message(event);
            if (event instanceof StartEvent && event.getParentElement() instanceof Process process) {
                if (!process.getId().equals(procedure.id())) {
                    continue; // of a called diagram or another pool, where no case begins
                }
                entries.put(event.getId(), new Entry(label(event), office(model, event), message));
            } else {
                message.ifPresent(
                        name -> messages.put(event.getId(), new Message(name, label(event), office(model, event))));
            }
            if (isTimer(event)) {
                waitedFor(procedure, event)
                        .ifPresent(step -> awaited.put(event.getId(), new Awaited(step, label(event))));
            }
        }
        Map<StepId, Map<String, List<String>>> choices = new HashMap<>();
        model.getModelElementsByType(UserTask.class)
                .forEach(task -> choices.put(new StepId(task.getId()), choices(task)));
        Map<String, String> answers = new HashMap<>();
        model.getModelElementsByType(BusinessRuleTask.class)
                .forEach(task -> answers.put(task.getId(), task.getCamundaResultVariable()));
        return new Diagram(procedure, entries, messages, choices, awaited, isFollowedLive(procedure, model), answers);
    }

    private static boolean isFollowedLive(Procedure procedure, BpmnModelInstance model) {
        boolean ofMessagesAndTimers = model.getModelElementsByType(CatchEvent.class).stream()
                .flatMap(event -> event.getEventDefinitions().stream())
                .noneMatch(definition -> definition instanceof SignalEventDefinition
                        || definition instanceof ConditionalEventDefinition);
        boolean ofOnePool = model.getModelElementsByType(Process.class).stream()
                        .filter(Process::isExecutable)
                        .count()
                == 1;
        return ofMessagesAndTimers
                && ofOnePool
                && procedure.files().keySet().stream()
                                .filter(file -> file.endsWith(".bpmn"))
                                .count()
                        == 1;
    }

    /** The process in which an element stands. */
    public static Process process(ModelElementInstance element) {
        return element instanceof Process process ? process : process(element.getParentElement());
    }

    /** The step of a node: one on the way, or the further disposition beside it. */
    public Optional<ProcedureStep> step(String node) {
        StepId id = new StepId(node);
        FurtherDisposition disposition = procedure.disposition();
        return disposition != null && disposition.step().id().equals(id)
                ? Optional.of(disposition.step())
                : Optional.ofNullable(procedure.steps().get(id));
    }

    /** Whether a gateway asks for the variable, or the poll for its vote, so that nothing goes on without it. */
    boolean mustChoose(String variable) {
        return variable.equals(Poll.VOTE) || decides(variable);
    }

    /** Whether a gateway asks for the variable, or for what a decision table makes of it. */
    public boolean decides(String variable) {
        return isAsked(variable)
                || procedure.tables().stream()
                        .anyMatch(table -> table.input().equals(variable) && isAsked(table.output()));
    }

    private boolean isAsked(String variable) {
        return procedure.behaviour().firings().stream()
                .flatMap(firing -> firing.choices().stream())
                .anyMatch(choice -> choice.variable().equals(variable));
    }

    private static String label(FlowNode node) {
        return node.getName() == null ? node.getId() : node.getName();
    }

    private static Optional<String> message(CatchEvent event) {
        return event.getEventDefinitions().stream()
                .filter(MessageEventDefinition.class::isInstance)
                .map(definition ->
                        ((MessageEventDefinition) definition).getMessage().getName())
                .findFirst();
    }

    private static boolean isTimer(CatchEvent event) {
        return event.getEventDefinitions().stream().anyMatch(TimerEventDefinition.class::isInstance);
    }

    /** For a boundary timer its task; for one behind an event-based gateway the step beside it. */
    private static Optional<StepId> waitedFor(Procedure procedure, CatchEvent timer) {
        if (timer instanceof BoundaryEvent boundary) {
            return Optional.of(new StepId(boundary.getAttachedTo().getId()));
        }
        if (timer instanceof IntermediateCatchEvent) {
            return timer.getIncoming().stream()
                    .map(SequenceFlow::getSource)
                    .filter(EventBasedGateway.class::isInstance)
                    .flatMap(gateway -> gateway.getOutgoing().stream())
                    .map(flow -> new StepId(flow.getTarget().getId()))
                    .filter(procedure.steps()::containsKey)
                    .findFirst();
        }
        return Optional.empty();
    }

    /** The node's own office, or that of the lane; for what lies in an event subprocess, that of the subprocess. */
    private static OfficeId office(BpmnModelInstance model, FlowNode node) {
        Optional<OfficeId> own = officeOf(node);
        if (own.isPresent()) {
            return own.get();
        }
        Set<FlowNode> around = node.getParentElement() instanceof FlowNode scope ? Set.of(node, scope) : Set.of(node);
        return model.getModelElementsByType(Lane.class).stream()
                .filter(lane -> lane.getFlowNodeRefs().stream().anyMatch(around::contains))
                .flatMap(lane -> officeOf(lane).stream())
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(node.getId() + " lies in no office's lane"));
    }

    private static Optional<OfficeId> officeOf(BaseElement element) {
        return Optional.ofNullable(element.getExtensionElements()).stream()
                .flatMap(extensions ->
                        extensions.getElementsQuery().filterByType(CamundaProperties.class).list().stream())
                .flatMap(properties -> properties.getCamundaProperties().stream())
                .filter(property -> "office".equals(property.getCamundaName()))
                .map(property -> new OfficeId(property.getCamundaValue()))
                .findFirst();
    }

    private static Map<String, List<String>> choices(UserTask task) {
        Map<String, List<String>> choices = new LinkedHashMap<>();
        if (task.getExtensionElements() != null) {
            for (CamundaFormData form : task.getExtensionElements()
                    .getElementsQuery()
                    .filterByType(CamundaFormData.class)
                    .list()) {
                for (CamundaFormField field : form.getCamundaFormFields()) {
                    if ("enum".equals(field.getCamundaType())) {
                        choices.put(
                                field.getCamundaId(),
                                new ArrayList<>(field.getCamundaValues().stream()
                                        .map(CamundaValue::getCamundaId)
                                        .collect(Collectors.toList())));
                    }
                }
            }
        }
        return choices;
    }
}
