package chancery.procedure.diagram;

import chancery.procedure.diagram.Element.Kind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The messages between the pools of a diagram. A second process is followed if a message of a followed one begins it;
 * what comes from or goes to any other pool lies outside.
 */
public final class MessageFlows {
    private final List<Element> processes = new ArrayList<>();
    private final Map<Element, List<Element>> sentBy = new HashMap<>();
    private final Map<Element, List<Element>> takenBy = new HashMap<>();

    private MessageFlows() {}

    /**
     * The messages of a diagram.
     *
     * @throws chancery.casefile.InvalidInput if one leads from what sends none, or to what takes none
     */
    static MessageFlows of(DiagramFile diagram) {
        MessageFlows messages = new MessageFlows();
        messages.processes.add(diagram.process());
        List<Element> between = diagram.elements(Kind.MESSAGE_FLOW::equals).stream()
                .filter(flow -> process(flow.source()).isPresent()
                        && process(flow.target()).isPresent())
                .toList();
        while (between.stream().anyMatch(messages::begins)) {
            between.stream()
                    .filter(messages::begins)
                    .findFirst()
                    .ifPresent(flow ->
                            messages.processes.add(process(flow.target()).orElseThrow()));
        }
        between.stream().filter(messages::isFollowed).forEach(messages::enter);
        return messages;
    }

    /** The message flows out of a node that lead to a node of another pool. */
    public static List<Element> from(Element node) {
        return node.diagram().elements(Kind.MESSAGE_FLOW::equals).stream()
                .filter(flow ->
                        flow.source().equals(node) && flow.target().kind().isFlowNode())
                .toList();
    }

    private static Optional<Element> process(Element node) {
        return node.is(Kind.PROCESS)
                ? Optional.of(node)
                : node.parent().filter(parent -> node.kind().isFlowNode()).flatMap(MessageFlows::process);
    }

    private boolean follows(Element node) {
        return process(node).filter(processes::contains).isPresent();
    }

    private boolean isFollowed(Element flow) {
        return follows(flow.source()) && follows(flow.target());
    }

    private boolean begins(Element flow) {
        return follows(flow.source())
                && !follows(flow.target())
                && flow.target().is(Kind.START_EVENT);
    }

    private void enter(Element flow) {
        Element source = flow.source();
        Element target = flow.target();
        if (!source.kind().isTask() && !source.is(Kind.INTERMEDIATE_THROW_EVENT) && !source.is(Kind.END_EVENT)) {
            throw flow.refused(
                    "message flow \"" + flow.id() + "\" comes from \"" + source.id() + "\", which sends no message",
                    "draw it from a task, a throwing event or an end event");
        }
        boolean takes = target.is(Kind.RECEIVE_TASK)
                || (target.kind().isCatchEvent() && target.hasDefinition(Kind.MESSAGE_EVENT_DEFINITION));
        if (!takes) {
            throw flow.refused(
                    "message flow \"" + flow.id() + "\" leads to \"" + target.id() + "\", which takes no message",
                    "lead it to a receive task, or to an event that waits for a message");
        }
        if (target.is(Kind.START_EVENT)
                && target.parent().filter(processes.get(0)::equals).isPresent()) {
            throw flow.refused(
                    "message flow \"" + flow.id() + "\" would begin \""
                            + processes.get(0).id() + "\" once more",
                    "lead it to an event on the way");
        }
        sentBy.computeIfAbsent(source, none -> new ArrayList<>()).add(flow);
        takenBy.computeIfAbsent(target, none -> new ArrayList<>()).add(flow);
    }

    /** The processes that are followed, the diagram's own first. */
    List<Element> processes() {
        return List.copyOf(processes);
    }

    /** The messages that a node sends to pools that are followed. */
    List<Element> sentBy(Element node) {
        return sentBy.getOrDefault(node, List.of());
    }

    /** The messages of pools that are followed for which a node waits; any one is enough. */
    List<Element> takenBy(Element node) {
        return takenBy.getOrDefault(node, List.of());
    }
}
