package chancery.procedure.diagram;

import chancery.casefile.InvalidInput;
import chancery.path.StepId;
import chancery.procedure.net.Behaviour;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads a BPMN diagram: its steps, and its behaviour as a net. Event subprocesses belong to the engine and are no
 * part of the net.
 */
public final class DiagramReader {
    private static final int MAX_NODES = 1_000;

    private final String file;
    private final DiagramFile diagram;
    private final Element process;
    private final StepReader stepReader;
    private final Map<StepId, ProcedureStep> steps = new HashMap<>();
    private final List<Element> nodes = new ArrayList<>();

    private DiagramReader(DiagramFile diagram) {
        this.file = diagram.name();
        this.diagram = diagram;
        this.process = diagram.process();
        this.stepReader = new StepReader(diagram);
    }

    /**
     * What a diagram says.
     *
     * @param decisions the ids of the decision tables it asks
     */
    public record Diagram(
            String processId,
            Map<StepId, ProcedureStep> steps,
            List<String> decisions,
            Behaviour behaviour,
            @Nullable FurtherDisposition disposition) {}

    /**
     * Reads a diagram.
     *
     * @throws InvalidInput if it is not executable BPMN, or has an element that paths cannot follow
     */
    public static Diagram read(String file, byte[] bpmn) {
        return read(DiagramFile.read(file, bpmn));
    }

    /**
     * Reads a diagram that is already parsed.
     *
     * @throws InvalidInput as {@link #read(String, byte[])}
     */
    public static Diagram read(DiagramFile diagram) {
        return new DiagramReader(diagram).diagram();
    }

    private Diagram diagram() {
        collect(process);
        if (nodes.size() > MAX_NODES) {
            throw InvalidInput.at(file, 0, "the diagram has more than " + MAX_NODES + " nodes", "split it");
        }
        nodes.forEach(node -> stepReader.step(node).ifPresent(step -> steps.put(step.id(), step)));
        List<Element> starts = process.children(Element.Kind.START_EVENT);
        if (starts.isEmpty()) {
            throw InvalidInput.at(file, 0, "process \"" + process.id() + "\" has no start event", "draw one");
        }
        NodeOrder order = NodeOrder.from(starts, nodes);
        Behaviour behaviour = NetReader.behaviour(diagram, order, steps.keySet(), starts);
        Map<StepId, ProcedureStep> ordered = new LinkedHashMap<>();
        for (Element node : order.inOrder()) {
            ProcedureStep step = steps.get(new StepId(node.id()));
            if (step != null) {
                ordered.put(step.id(), step);
            }
        }
        return new Diagram(
                process.id(),
                ordered,
                nodes.stream()
                        .filter(node -> node.is(Element.Kind.BUSINESS_RULE_TASK))
                        .flatMap(node -> node.camunda("decisionRef").stream())
                        .distinct()
                        .toList(),
                behaviour,
                disposition());
    }

    /** The event subprocess that a message starts at any time and that performs one further act. */
    private @Nullable FurtherDisposition disposition() {
        for (Element sub : process.children(Element.Kind.SUB_PROCESS)) {
            List<Element> tasks = sub.children(Element.Kind.USER_TASK);
            List<String> messages = sub.children(Element.Kind.START_EVENT).stream()
                    .flatMap(start -> start.eventDefinitions().stream())
                    .flatMap(definition -> definition.message().stream())
                    .toList();
            if (sub.isEventSubProcess() && tasks.size() == 1 && messages.size() == 1) {
                diagram.refuseLoose(tasks.get(0));
                return new FurtherDisposition(
                        messages.get(0), stepReader.step(tasks.get(0)).orElseThrow());
            }
        }
        return null;
    }

    private void collect(Element scope) {
        for (Element node : scope.children(Element.Kind::isFlowNode)) {
            diagram.refuseLoose(node);
            if (node.kind().isSubProcess()) {
                if (node.isEventSubProcess()) {
                    continue;
                }
                if (!node.is(Element.Kind.SUB_PROCESS)
                        || node.loop().isPresent()
                        || !node.boundaryEvents().isEmpty()) {
                    throw refused(node, "a subprocess that is repeated, a transaction, or has boundary events");
                }
                collect(node);
            } else if (!isFollowed(node)) {
                throw refused(node, node.described());
            }
            nodes.add(node);
        }
    }

    private static boolean isFollowed(Element node) {
        return switch (node.kind()) {
            case INTERMEDIATE_CATCH_EVENT, BOUNDARY_EVENT ->
                node.eventDefinitions().stream()
                        .allMatch(definition -> definition.is(Element.Kind.MESSAGE_EVENT_DEFINITION)
                                || definition.is(Element.Kind.TIMER_EVENT_DEFINITION));
            case START_EVENT, END_EVENT, INTERMEDIATE_THROW_EVENT ->
                node.eventDefinitions().stream()
                        .allMatch(definition -> definition.is(Element.Kind.MESSAGE_EVENT_DEFINITION));
            case USER_TASK -> node.loop().isEmpty() || node.isShared();
            case TASK, SERVICE_TASK, SEND_TASK, RECEIVE_TASK, MANUAL_TASK, BUSINESS_RULE_TASK ->
                node.loop().isEmpty();
            case EXCLUSIVE_GATEWAY, INCLUSIVE_GATEWAY, PARALLEL_GATEWAY, EVENT_BASED_GATEWAY -> true;
            default -> false;
        };
    }

    private InvalidInput refused(Element node, String what) {
        return InvalidInput.at(
                file,
                lineOf(node),
                "\"" + node.id() + "\" is " + what + ", which paths cannot follow",
                "use tasks, message and timer events, exclusive, inclusive, parallel and event-based gateways, plain embedded subprocesses");
    }

    private int lineOf(Element element) {
        return diagram.lineOf(element.id());
    }
}
