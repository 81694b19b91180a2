package chancery.procedure.explanation;

import chancery.procedure.explanation.StateSpace.State;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * The best explanations, as a graph: each way from a start node to a node at which one ends is one of them.
 *
 * @param starts the start nodes, by entry
 * @param ends the nodes at which one ends
 */
record Explanations(Map<String, Explanations.Node> starts, List<Explanations.Node> ends) {

    /** A state in the graph of explanations, and what leads out of it. */
    static final class Node {
        private final State state;
        final List<Edge> edges = new ArrayList<>();

        Node(State state) {
            this.state = state;
        }

        State state() {
            return state;
        }

        long explained() {
            return state.explained();
        }
    }

    /**
     * A transition fired.
     *
     * @param round rounds begun, before it, of the loops that the node lies in
     * @param marks the marks assigned to it
     */
    record Edge(Node to, int transition, int round, long marks) {}

    /** What of a searched graph lies on a way from a start to one of the ends; takes all else out of it. */
    static Explanations between(Map<String, Node> starts, List<Node> ends, Collection<Node> nodes) {
        ends.forEach(end -> end.edges.clear());
        Map<Node, List<Node>> before = new HashMap<>();
        nodes.forEach(node -> node.edges.forEach(edge ->
                before.computeIfAbsent(edge.to(), unknown -> new ArrayList<>()).add(node)));
        Set<Node> best = new HashSet<>();
        Deque<Node> back = new ArrayDeque<>(ends);
        while (!back.isEmpty()) {
            Node node = back.remove();
            if (best.add(node)) {
                back.addAll(before.getOrDefault(node, List.of()));
            }
        }
        nodes.forEach(node -> node.edges.removeIf(edge -> !best.contains(edge.to())));
        starts.values().removeIf(start -> !best.contains(start));
        return new Explanations(starts, ends);
    }
}
