package chancery.procedure.diagram;

import chancery.casefile.InvalidInput;
import chancery.path.StepId;
import chancery.procedure.net.Behaviour;
import chancery.procedure.net.Behaviour.Choice;
import chancery.procedure.net.Behaviour.Firing;
import chancery.procedure.net.Behaviour.Kind;
import chancery.procedure.net.Net;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Reads the behaviour of a diagram as a net.
 *
 * <p>A node is a transition, and the place before it holds the token that has reached it; exclusive merges fall
 * together with what follows them. A task with boundary events has a second place for "begun"; a non-interrupting
 * boundary event can happen once each time the task is begun. An embedded subprocess and a called diagram are followed into
 * and must end with one token. What is done by several is done once:
 * its step tells that several took part. A message from one pool to another lies on a place of its own until it is taken.
 */
final class NetReader {
    private static final String YES = "yes";
    private static final String NO = "no";

    private final CallTree calls;
    private final MessageFlows messages;
    private final NodeOrder order;
    private final Set<StepId> steps;
    private final Map<String, Integer> places = new HashMap<>();
    private final List<Net.Transition> transitions = new ArrayList<>();
    private final List<Firing> firings = new ArrayList<>();
    private final Set<Element> joins = new HashSet<>();
    private final Map<Integer, Set<String>> loops = new LinkedHashMap<>();

    private NetReader(CallTree calls, MessageFlows messages, NodeOrder order, Set<StepId> steps) {
        this.messages = messages;
        this.calls = calls;
        this.order = order;
        this.steps = steps;
    }

    /**
     * The behaviour of the nodes in their order, begun at any of some starts.
     *
     * @param steps the nodes that are steps
     */
    static Behaviour behaviour(
            CallTree calls, MessageFlows messages, NodeOrder order, Set<StepId> steps, List<Element> starts) {
        NetReader net = new NetReader(calls, messages, order, steps);
        order.inOrder().forEach(net::readTransitions);
        order.inOrder().stream()
                .filter(node -> InclusiveBlock.isJoin(node) && !net.joins.contains(node))
                .findFirst()
                .ifPresent(node -> {
                    throw node.refused(
                            "inclusive gateway \"" + node.id() + "\" joins ways that no inclusive gateway split",
                            "join them with the kind of gateway that split them");
                });
        Map<String, Integer> entries = new LinkedHashMap<>();
        starts.forEach(start -> entries.put(start.id(), net.place(start)));
        return new Behaviour(new Net(net.places.size(), net.transitions), List.copyOf(net.firings), entries, net.loops);
    }

    private int place(String name) {
        return places.computeIfAbsent(name, unknown -> places.size());
    }

    /** The place of tokens that have reached a node. */
    private int place(Element node) {
        return place("at " + node.id());
    }

    /** The place to which a flow carries its token. */
    private int placeOn(Element flow) {
        Element target = flow.target();
        if (awaitsAll(target)) {
            return place("on " + flow.id());
        }
        if (isMerge(target)) {
            Element onward = target.outgoing().get(0);
            if (!order.closesLoop(onward)) {
                return placeOn(onward);
            }
        }
        return place(target);
    }

    /** Whether a node waits for a token on each flow into it; an inclusive join gets an empty one where no way was taken. */
    private static boolean awaitsAll(Element node) {
        return node.incoming().size() > 1 && (node.is(Element.Kind.PARALLEL_GATEWAY) || InclusiveBlock.isJoin(node));
    }

    private static boolean isMerge(Element node) {
        return node.is(Element.Kind.EXCLUSIVE_GATEWAY) && node.outgoing().size() == 1;
    }

    /** The place of a message that was sent and is not yet taken. */
    private int message(Element flow) {
        return place("message " + flow.id());
    }

    private BitSet after(Element node) {
        BitSet produced = new BitSet();
        messages.sentBy(node).forEach(flow -> produced.set(message(flow)));
        node.outgoing().forEach(flow -> produced.set(placeOn(flow)));
        return produced;
    }

    private void readTransitions(Element node) {
        Optional<Element> ended = calls.ended(node);
        List<Element> beginnings = calls.beginnings(node);
        if (isMerge(node)) {
            Element onward = node.outgoing().get(0);
            if (order.closesLoop(onward)) {
                add(
                        node,
                        Kind.AUTOMATIC,
                        Net.placesOf(place(node)),
                        Net.placesOf(placeOn(onward)),
                        List.of(),
                        List.of(onward));
            }
        } else if (node.is(Element.Kind.EXCLUSIVE_GATEWAY)) {
            node.outgoing().forEach(flow -> readChoice(node, flow));
        } else if (node.is(Element.Kind.INCLUSIVE_GATEWAY) && node.outgoing().size() > 1) {
            readInclusiveSplit(node);
        } else if (node.is(Element.Kind.EVENT_BASED_GATEWAY)) {
            return; // the events behind it take its token themselves
        } else if (awaitsAll(node)) {
            BitSet consumed = new BitSet();
            node.incoming().forEach(flow -> consumed.set(placeOn(flow)));
            add(node, Kind.AUTOMATIC, consumed, after(node), List.of(), node.outgoing());
        } else if (!beginnings.isEmpty()) {
            BitSet begun = new BitSet();
            beginnings.forEach(start -> begun.set(place(start)));
            add(node, Kind.AUTOMATIC, Net.placesOf(place(node)), begun, List.of(), List.of());
        } else if (ended.isPresent()) {
            Element sub = ended.get();
            BitSet produced = after(sub);
            produced.or(after(node));
            add(node, Kind.AUTOMATIC, Net.placesOf(place(node)), produced, List.of(), sub.outgoing());
        } else if (node.is(Element.Kind.BOUNDARY_EVENT)) {
            readBoundary(node);
        } else {
            readPlain(node);
        }
    }

    private void readChoice(Element gateway, Element flow) {
        Condition condition = Condition.of(flow.condition())
                .orElseThrow(
                        () -> refused(gateway, flow, "write ${variable == 'value'}, so that evidence can decide it"));
        add(
                gateway,
                Kind.CHOICE,
                Net.placesOf(place(gateway)),
                Net.placesOf(placeOn(flow)),
                List.of(new Choice(gateway.label(), condition.variable(), condition.value())),
                List.of(flow));
    }

    private static InvalidInput refused(Element gateway, Element flow, String todo) {
        return flow.refused(
                "flow \"" + flow.id() + "\" out of \"" + gateway.id() + "\" has the condition \"" + flow.condition()
                        + "\"",
                todo);
    }

    /**
     * One transition for each set of ways that may be taken together. Where a way is not taken, the join behind it gets
     * its token at once.
     */
    private void readInclusiveSplit(Element gateway) {
        InclusiveBlock block = InclusiveBlock.of(gateway);
        joins.add(block.join());
        Optional<Element> otherwise = gateway.attribute("default").flatMap(gateway.diagram()::element);
        List<Element> asked = gateway.outgoing().stream()
                .filter(flow -> otherwise.filter(flow::equals).isEmpty())
                .toList();
        for (int taken = otherwise.isPresent() ? 0 : 1; taken < 1 << asked.size(); taken++) {
            BitSet ways = BitSet.valueOf(new long[] {taken});
            List<Choice> choices = new ArrayList<>();
            List<Element> flows = new ArrayList<>();
            for (int i = 0; i < asked.size(); i++) {
                choices.add(new Choice(gateway.label(), askedBy(gateway, asked.get(i)), ways.get(i) ? YES : NO));
                if (ways.get(i)) {
                    flows.add(asked.get(i));
                }
            }
            if (flows.isEmpty()) {
                otherwise.ifPresent(flows::add);
            }
            BitSet produced = new BitSet();
            block.joinedBy()
                    .forEach((flow, intoJoin) ->
                            produced.set(flows.contains(flow) ? placeOn(flow) : place("on " + intoJoin.id())));
            add(gateway, Kind.CHOICE, Net.placesOf(place(gateway)), produced, choices, flows);
        }
    }

    private static String askedBy(Element gateway, Element flow) {
        return Condition.of(flow.condition())
                .filter(condition -> condition.value().equals(YES))
                .map(Condition::variable)
                .orElseThrow(() -> refused(
                        gateway,
                        flow,
                        "write ${variable == 'yes'} with a variable of its own, so that evidence can decide it"));
    }

    private void readPlain(Element node) {
        int before = node.incoming().stream()
                .map(Element::source)
                .filter(source -> source.is(Element.Kind.EVENT_BASED_GATEWAY))
                .findFirst()
                .map(this::place)
                .orElseGet(() -> place(node));
        List<Element> boundaries = node.boundaryEvents();
        if (!boundaries.isEmpty()) {
            int begun = place("begun " + node.id());
            BitSet produced = Net.placesOf(begun);
            boundaries.forEach(boundary -> produced.set(place("armed " + boundary.id())));
            add(node, Kind.AUTOMATIC, Net.placesOf(before), produced, List.of(), List.of());
            before = begun;
        }
        Optional<Element> linked = LinkEvents.target(node);
        if (linked.isPresent()) {
            add(
                    node,
                    Kind.AUTOMATIC,
                    Net.placesOf(before),
                    Net.placesOf(place(linked.get())),
                    List.of(),
                    List.of(node));
        } else {
            await(node, Net.placesOf(before), after(node));
        }
    }

    private void readBoundary(Element boundary) {
        int begun = place("begun " + boundary.attachedTo().orElseThrow().id());
        BitSet produced = after(boundary);
        if (!boundary.flag("cancelActivity", true)) {
            produced.set(begun);
        }
        await(boundary, Net.placesOf(begun, place("armed " + boundary.id())), produced);
    }

    /** What a node does once its message has come, if it waits for one from another pool; a message may begin its pool. */
    private void await(Element node, BitSet before, BitSet after) {
        List<Element> taken = messages.takenBy(node);
        if (taken.isEmpty()) {
            add(node, kind(node), before, after, List.of(), node.outgoing());
        }
        for (Element flow : taken) {
            BitSet consumed = node.is(Element.Kind.START_EVENT) ? new BitSet() : (BitSet) before.clone();
            consumed.set(message(flow));
            Kind kind = node.is(Element.Kind.START_EVENT) ? Kind.MESSAGE : kind(node);
            add(node, kind, consumed, after, List.of(), node.outgoing());
        }
    }

    private static Kind kind(Element node) {
        return switch (node.kind()) {
            case BOUNDARY_EVENT, INTERMEDIATE_CATCH_EVENT -> {
                if (LinkEvents.isLink(node)) {
                    yield Kind.AUTOMATIC;
                }
                yield node.hasDefinition(Element.Kind.TIMER_EVENT_DEFINITION) ? Kind.TIMER : Kind.MESSAGE;
            }
            case RECEIVE_TASK -> Kind.MESSAGE;
            case USER_TASK -> Kind.TASK;
            default -> Kind.AUTOMATIC;
        };
    }

    private void add(
            Element node, Kind kind, BitSet consumes, BitSet produces, List<Choice> choices, List<Element> flows) {
        int index = transitions.size();
        // a task with boundary events has two transitions; the step happens with the second, when it is completed
        StepId id = new StepId(node.id());
        boolean begins = kind == Kind.AUTOMATIC && !node.boundaryEvents().isEmpty();
        StepId step = steps.contains(id) && !begins ? id : null;
        List<Element> closing =
                flows.stream().filter(flow -> order.closesLoop(flow)).toList();
        String name =
                choices.isEmpty() ? node.id() : flows.stream().map(Element::id).collect(Collectors.joining("+"));
        transitions.add(new Net.Transition(name, step == null ? null : step.value(), consumes, produces));
        firings.add(new Firing(
                index,
                node.id(),
                kind,
                step,
                choices,
                !closing.isEmpty(),
                node.is(Element.Kind.BOUNDARY_EVENT),
                node.is(Element.Kind.END_EVENT)
                        && calls.ended(node).isEmpty()
                        && messages.sentBy(node).isEmpty()));
        closing.forEach(flow ->
                loops.put(index, order.body(node, LinkEvents.target(flow).orElseGet(flow::target))));
    }
}
