package chancery.procedure.diagram;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * In what order nodes follow each other, and which flows turn back: a flow that leads back to a node on the way from the
 * first start event closes a loop.
 */
final class NodeOrder {
    private final List<Element> nodes;
    private final CallTree calls;
    private final MessageFlows messages;
    private final List<Element> order = new ArrayList<>();
    private final Set<String> loopFlows = new HashSet<>();

    /** An edge of the diagram: a sequence or message flow, a link, or what leads into, out of and off an activity. */
    private record Edge(@Nullable String flow, Element target) {}

    private NodeOrder(List<Element> nodes, CallTree calls, MessageFlows messages) {
        this.messages = messages;
        this.nodes = nodes;
        this.calls = calls;
    }

    /**
     * The order of the nodes that can be reached from some starts. The first start is the regular one: a later one, in
     * the middle of a loop, must not turn the loop round.
     *
     * @param nodes all nodes of the diagram and of those that it calls
     */
    static NodeOrder from(List<Element> starts, List<Element> nodes, CallTree calls, MessageFlows messages) {
        NodeOrder order = new NodeOrder(nodes, calls, messages);
        Set<String> done = new HashSet<>();
        starts.forEach(start -> order.visit(start, new HashSet<>(), done));
        Collections.reverse(order.order);
        return order;
    }

    /** The nodes, each before those to which it leads unless a loop does. */
    List<Element> inOrder() {
        return order;
    }

    /** Whether a flow, or an event that throws a link, leads back to a node on the way to it. */
    boolean closesLoop(Element flow) {
        return loopFlows.contains(flow.id());
    }

    /** Depth first, the normal way last, so that the reversed order of leaving lists it first. */
    private void visit(Element node, Set<String> open, Set<String> done) {
        if (!done.add(node.id())) {
            return;
        }
        open.add(node.id());
        List<Edge> edges = edges(node);
        for (int i = edges.size() - 1; i >= 0; i--) {
            Edge edge = edges.get(i);
            if (open.contains(edge.target().id())) {
                loopFlows.add(String.valueOf(edge.flow()));
            } else {
                visit(edge.target(), open, done);
            }
        }
        open.remove(node.id());
        order.add(node);
    }

    private List<Edge> edges(Element node) {
        List<Edge> edges = new ArrayList<>();
        calls.beginnings(node).forEach(start -> edges.add(new Edge(null, start)));
        if (!edges.isEmpty()) {
            return edges;
        }
        node.outgoing().forEach(flow -> edges.add(new Edge(flow.id(), flow.target())));
        LinkEvents.target(node).ifPresent(target -> edges.add(new Edge(node.id(), target)));
        messages.sentBy(node).forEach(flow -> edges.add(new Edge(flow.id(), flow.target())));
        calls.ended(node)
                .ifPresent(sub -> sub.outgoing().forEach(flow -> edges.add(new Edge(flow.id(), flow.target()))));
        node.boundaryEvents().forEach(boundary -> edges.add(new Edge(null, boundary)));
        return edges;
    }

    /** The natural loop of a flow back to a head: what reaches the flow without passing the head. */
    Set<String> body(Element from, Element head) {
        Map<String, List<Element>> before = new HashMap<>();
        nodes.forEach(node -> edges(node)
                .forEach(edge -> before.computeIfAbsent(edge.target().id(), unknown -> new ArrayList<>())
                        .add(node)));
        Set<String> behindHead = behind(head);
        Set<String> body = new HashSet<>(Set.of(head.id()));
        Deque<Element> back = new ArrayDeque<>(List.of(from));
        while (!back.isEmpty()) {
            Element node = back.remove();
            if (behindHead.contains(node.id()) && body.add(node.id())) {
                back.addAll(before.getOrDefault(node.id(), List.of()));
            }
        }
        return body;
    }

    /** A node and all that can be reached from it. */
    private Set<String> behind(Element first) {
        Set<String> behind = new HashSet<>();
        Deque<Element> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            Element node = open.remove();
            if (behind.add(node.id())) {
                edges(node).forEach(edge -> open.add(edge.target()));
            }
        }
        return behind;
    }
}
