package chancery.procedure.drawing;

import chancery.path.EvidenceStatus;
import chancery.path.Path;
import chancery.path.Step;
import chancery.procedure.diagram.CallTree;
import chancery.procedure.diagram.DiagramFile;
import chancery.procedure.diagram.Element;
import chancery.procedure.diagram.Element.Kind;
import chancery.procedure.diagram.LinkEvents;
import chancery.procedure.diagram.MessageFlows;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The way of a paper through a diagram: between each step and those that came directly before it, the shortest way that
 * passes no other step. Ties go to the flow that the diagram lists first. Into the first step it is drawn only where one
 * start alone can have led there.
 *
 * @param flows the sequence flows passed, each with the status of the step to which it leads, or possible where it comes
 *     from a possible one; where several lead over a flow, the surest
 * @param nodes the gateways, events and call activities passed; a call activity if a step of what it calls is taken
 */
record Route(Map<String, EvidenceStatus> flows, Set<String> nodes) {

    private record Arrival(
            Element node, @Nullable Arrival from, @Nullable Element by) {}

    /** The way of a path. */
    static Route of(Path path, CallTree calls) {
        DiagramFile diagram = calls.diagram();
        Set<String> steps = new HashSet<>();
        diagram.elements(Kind::isFlowNode).stream()
                .filter(node -> node.property("act").isPresent())
                .forEach(node -> steps.add(node.id()));
        Route route = new Route(new HashMap<>(), new HashSet<>());
        path.taken().forEach(step -> route.lead(step, path, calls, steps));
        return route;
    }

    private void lead(Step step, Path path, CallTree calls, Set<String> steps) {
        Element target = calls.shown(step.key().id().value()).orElse(null);
        if (target == null) {
            return;
        }
        if (target.is(Kind.CALL_ACTIVITY)) {
            nodes.add(target.id());
        }
        List<Step> before = step.after().stream()
                .flatMap(key -> path.step(key).stream())
                .filter(Step::isTaken)
                .toList();
        if (before.isEmpty()) {
            Set<String> untaken = new HashSet<>(steps);
            path.taken().forEach(taken -> untaken.remove(taken.key().id().value()));
            List<Element> starts = calls.diagram().process().children(Kind.START_EVENT).stream()
                    .filter(start -> way(start, target, untaken) != null)
                    .toList();
            if (starts.size() == 1) {
                take(way(starts.get(0), target, steps), step.status());
            }
            return;
        }
        for (Step earlier : before) {
            calls.shown(earlier.key().id().value())
                    .filter(source -> !source.equals(target) || !source.is(Kind.CALL_ACTIVITY))
                    .ifPresent(source -> take(
                            way(source, target, steps),
                            earlier.status() == EvidenceStatus.POSSIBLE ? EvidenceStatus.POSSIBLE : step.status()));
        }
    }

    private void take(@Nullable Arrival last, EvidenceStatus status) {
        for (Arrival arrival = last; arrival != null; arrival = arrival.from()) {
            if (arrival.by() != null) {
                flows.merge(arrival.by().id(), status, (a, b) -> a.compareTo(b) <= 0 ? a : b);
            }
            if (!arrival.equals(last)) {
                nodes.add(arrival.node().id());
            }
        }
    }

    /** The shortest way to a node, backwards from its end; {@code null} if there is none. */
    private static @Nullable Arrival way(Element source, Element target, Set<String> steps) {
        Deque<Arrival> open = new ArrayDeque<>(List.of(new Arrival(source, null, null)));
        Set<Element> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Arrival arrival = open.remove();
            if (arrival.node().equals(target) && arrival.from() != null) {
                return arrival;
            }
            if (seen.add(arrival.node())) {
                open.addAll(next(
                        arrival,
                        !arrival.node().equals(source)
                                && steps.contains(arrival.node().id())));
            }
        }
        return null;
    }

    /** Where a paper goes from a node; past a step that it only reached, it goes by the events on that step's border. */
    private static List<Arrival> next(Arrival arrival, boolean onlyReached) {
        Element node = arrival.node();
        List<Arrival> next = new ArrayList<>();
        if (!onlyReached) {
            if (node.kind().isSubProcess()) {
                node.children(Kind.START_EVENT).forEach(start -> next.add(new Arrival(start, arrival, null)));
            } else {
                node.outgoing().forEach(flow -> next.add(new Arrival(flow.target(), arrival, flow)));
            }
            LinkEvents.target(node).ifPresent(target -> next.add(new Arrival(target, arrival, null)));
            MessageFlows.from(node).forEach(flow -> next.add(new Arrival(flow.target(), arrival, flow)));
            node.endedSubProcess()
                    .ifPresent(sub ->
                            sub.outgoing().forEach(flow -> next.add(new Arrival(flow.target(), arrival, flow))));
        }
        node.boundaryEvents().forEach(boundary -> next.add(new Arrival(boundary, arrival, null)));
        return next;
    }
}
