package chancery.procedure.diagram;

import chancery.casefile.InvalidInput;
import chancery.procedure.diagram.Element.Kind;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * An inclusive gateway that splits, and the one that joins its ways again. An inclusive join waits for what may still
 * come (BPMN 2.0, 13.4.3); what may come is plain where the two stand as a pair: each way out of the split leads to one
 * way into the join, and nothing else does.
 *
 * @param joinedBy for each flow out of the split, the flow into the join to which it leads
 */
record InclusiveBlock(Map<Element, Element> joinedBy) {
    private static final int MOST_WAYS = 6;

    /**
     * The block that a gateway opens.
     *
     * @throws InvalidInput if there is no such join, or more ways than can be told apart
     */
    static InclusiveBlock of(Element split) {
        if (split.outgoing().size() > MOST_WAYS) {
            throw refused(split, "has " + split.outgoing().size() + " ways out", "draw at most " + MOST_WAYS);
        }
        return block(split, Set.of());
    }

    private static InvalidInput refused(Element gateway, String what, String todo) {
        return gateway.refused("inclusive gateway \"" + gateway.id() + "\" " + what, todo);
    }

    /** The gateway that joins the ways. */
    Element join() {
        return joinedBy.values().iterator().next().target();
    }

    private static boolean isSplit(Element node) {
        return node.is(Kind.INCLUSIVE_GATEWAY) && node.outgoing().size() > 1;
    }

    /** Whether a node is an inclusive gateway that only joins. */
    static boolean isJoin(Element node) {
        return node.is(Kind.INCLUSIVE_GATEWAY)
                && !isSplit(node)
                && node.incoming().size() > 1;
    }

    private static InclusiveBlock block(Element split, Set<Element> around) {
        Set<Element> within = new HashSet<>(around);
        within.add(split);
        Map<Element, Element> joinedBy = new LinkedHashMap<>();
        for (Element way : split.outgoing()) {
            List<Element> reached = List.copyOf(reached(way, within));
            if (reached.size() != 1) {
                throw unpaired(split);
            }
            joinedBy.put(way, reached.get(0));
        }
        InclusiveBlock block = new InclusiveBlock(joinedBy);
        if (!Set.copyOf(joinedBy.values()).equals(Set.copyOf(block.join().incoming()))
                || Set.copyOf(joinedBy.values()).size() != joinedBy.size()) {
            throw unpaired(split);
        }
        return block;
    }

    /** The flows into inclusive joins that a flow reaches first; blocks on the way are stepped over. */
    private static Set<Element> reached(Element first, Set<Element> within) {
        Set<Element> reached = new LinkedHashSet<>();
        Set<Element> seen = new HashSet<>();
        Deque<Element> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            Element flow = open.remove();
            Element node = flow.target();
            if (!seen.add(flow)) {
                continue;
            }
            if (within.contains(node)) {
                throw unpaired(node);
            }
            if (isJoin(node)) {
                reached.add(flow);
            } else if (isSplit(node)) {
                open.addAll(block(node, within).join().outgoing());
            } else {
                open.addAll(node.outgoing());
                node.boundaryEvents().forEach(event -> open.addAll(event.outgoing()));
            }
        }
        return reached;
    }

    private static InvalidInput unpaired(Element split) {
        return refused(
                split,
                "has no inclusive gateway of its own in which all its ways meet again",
                "lead each way out of it into one inclusive gateway that joins them, and nothing else there");
    }
}
