package chancery.procedure.diagram;

import chancery.casefile.InvalidInput;
import chancery.path.StepId;
import chancery.procedure.net.Behaviour;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a BPMN diagram: its steps, and its behaviour as a net. Event subprocesses belong to the engine and are no
 * part of the net.
 */
public final class DiagramReader {
    private static final int MAX_NODES = 1_000;

    private static final Set<Element.Kind> CAUGHT = Set.of(
            Element.Kind.MESSAGE_EVENT_DEFINITION,
            Element.Kind.TIMER_EVENT_DEFINITION,
            Element.Kind.SIGNAL_EVENT_DEFINITION,
            Element.Kind.CONDITIONAL_EVENT_DEFINITION);
    private static final Set<Element.Kind> THROWN = Set.of(
            Element.Kind.MESSAGE_EVENT_DEFINITION,
            Element.Kind.SIGNAL_EVENT_DEFINITION,
            Element.Kind.ESCALATION_EVENT_DEFINITION);

    private final CallTree calls;
    private final Element process;
    private final Map<StepId, ProcedureStep> steps = new HashMap<>();
    private final List<Element> nodes = new ArrayList<>();

    private DiagramReader(CallTree calls) {
        this.calls = calls;
        this.process = calls.diagram().process();
    }

    /**
     * What a diagram says.
     *
     * @param calls the diagram, and those that it calls
     * @param decisions the ids of the decision tables it asks
     */
    public record Diagram(
            CallTree calls,
            Map<StepId, ProcedureStep> steps,
            List<String> decisions,
            Behaviour behaviour,
            @Nullable FurtherDisposition disposition) {}

    /**
     * Reads a diagram and those that it calls.
     *
     * @param bytesOf gives the bytes of a file that lies beside the diagram, by its name
     * @throws InvalidInput if one of them is not executable BPMN, or has an element that paths cannot follow
     */
    public static Diagram read(String file, byte[] bpmn, Function<String, byte[]> bytesOf) {
        return read(CallTree.of(DiagramFile.read(file, bpmn), bytesOf));
    }

    /** Reads diagrams that are already parsed. */
    static Diagram read(CallTree calls) {
        return new DiagramReader(calls).diagram();
    }

    private Diagram diagram() {
        MessageFlows messages = MessageFlows.of(process.diagram());
        messages.processes().forEach(this::collect);
        if (nodes.size() > MAX_NODES) {
            throw InvalidInput.at(
                    calls.diagram().name(), 0, "the diagram has more than " + MAX_NODES + " nodes", "split it");
        }
        Map<DiagramFile, StepReader> readers =
                calls.diagrams().stream().collect(Collectors.toMap(diagram -> diagram, StepReader::new));
        nodes.forEach(node -> reader(readers, node).step(node).ifPresent(step -> steps.put(step.id(), step)));
        List<Element> starts = process.children(Element.Kind.START_EVENT);
        if (starts.isEmpty()) {
            throw InvalidInput.at(
                    calls.diagram().name(), 0, "process \"" + process.id() + "\" has no start event", "draw one");
        }
        NodeOrder order = NodeOrder.from(starts, nodes, calls, messages);
        Behaviour behaviour = NetReader.behaviour(calls, messages, order, steps.keySet(), starts);
        Map<StepId, ProcedureStep> ordered = new LinkedHashMap<>();
        for (Element node : order.inOrder()) {
            ProcedureStep step = steps.get(new StepId(node.id()));
            if (step != null) {
                ordered.put(step.id(), step);
            }
        }
        return new Diagram(
                calls,
                ordered,
                nodes.stream()
                        .filter(node -> node.is(Element.Kind.BUSINESS_RULE_TASK))
                        .flatMap(node -> node.camunda("decisionRef").stream())
                        .distinct()
                        .toList(),
                behaviour,
                disposition(reader(readers, process)));
    }

    private static StepReader reader(Map<DiagramFile, StepReader> readers, Element element) {
        return Optional.ofNullable(readers.get(element.diagram())).orElseThrow();
    }

    /** The event subprocess that a message starts at any time and that performs one further act. */
    private @Nullable FurtherDisposition disposition(StepReader stepReader) {
        for (Element sub : process.children(Element.Kind.SUB_PROCESS)) {
            List<Element> tasks = sub.children(Element.Kind.USER_TASK);
            List<String> messages = sub.children(Element.Kind.START_EVENT).stream()
                    .flatMap(start -> start.eventDefinitions().stream())
                    .flatMap(definition -> definition.message().stream())
                    .toList();
            if (sub.isEventSubProcess() && tasks.size() == 1 && messages.size() == 1) {
                process.diagram().refuseLoose(tasks.get(0));
                return new FurtherDisposition(
                        messages.get(0), stepReader.step(tasks.get(0)).orElseThrow());
            }
        }
        return null;
    }

    private void collect(Element scope) {
        for (Element node : scope.children(Element.Kind::isFlowNode)) {
            node.diagram().refuseLoose(node);
            LinkEvents.refuseLoose(node);
            if (node.is(Element.Kind.CALL_ACTIVITY)) {
                if (node.loop().isPresent() || !node.boundaryEvents().isEmpty()) {
                    throw refused(node, "a call activity that is repeated or has boundary events");
                }
                if (node.property("act").isPresent()) {
                    throw node.refused(
                            "call activity \"" + node.id()
                                    + "\" has an act, but its steps are those of the called diagram",
                            "take the property \"act\" out");
                }
                calls.called(node).ifPresent(this::collect);
            } else if (node.kind().isSubProcess()) {
                if (node.isEventSubProcess()) {
                    continue;
                }
                if (!node.is(Element.Kind.SUB_PROCESS)
                        || (node.loop().isPresent() && !node.isShared())
                        || !node.boundaryEvents().isEmpty()) {
                    throw refused(
                            node, "a subprocess that is repeated in a loop, a transaction, or has boundary events");
                }
                collect(node);
            } else if (!isFollowed(node)) {
                throw refused(node, node.described());
            }
            nodes.add(node);
        }
    }

    private static boolean hasOnly(Element event, Set<Element.Kind> definitions) {
        return event.eventDefinitions().stream().map(Element::kind).allMatch(definitions::contains);
    }

    private static boolean isFollowed(Element node) {
        return switch (node.kind()) {
            case INTERMEDIATE_CATCH_EVENT -> hasOnly(node, CAUGHT) || LinkEvents.isLink(node);
            case BOUNDARY_EVENT -> hasOnly(node, CAUGHT);
            case INTERMEDIATE_THROW_EVENT -> hasOnly(node, THROWN) || LinkEvents.isLink(node);
            case END_EVENT -> hasOnly(node, THROWN);
            case START_EVENT -> hasOnly(node, Set.of(Element.Kind.MESSAGE_EVENT_DEFINITION));
            case TASK, USER_TASK, SERVICE_TASK, SEND_TASK, RECEIVE_TASK, MANUAL_TASK, BUSINESS_RULE_TASK ->
                node.loop().isEmpty() || node.isShared();
            case EXCLUSIVE_GATEWAY, INCLUSIVE_GATEWAY, PARALLEL_GATEWAY, EVENT_BASED_GATEWAY -> true;
            default -> false;
        };
    }

    private static InvalidInput refused(Element node, String what) {
        return node.refused(
                "\"" + node.id() + "\" is " + what + ", which paths cannot follow",
                "use tasks, message, timer, signal, conditional and link events, exclusive, inclusive, parallel and event-based gateways, plain embedded subprocesses, call activities");
    }
}
