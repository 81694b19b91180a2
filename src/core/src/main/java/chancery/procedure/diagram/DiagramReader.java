package chancery.procedure.diagram;

import chancery.casefile.InvalidInput;
import chancery.casefile.Suggestion;
import chancery.document.Form;
import chancery.office.Act;
import chancery.office.Direction;
import chancery.office.OfficeId;
import chancery.office.Phase;
import chancery.office.Way;
import chancery.office.Words;
import chancery.path.StepId;
import chancery.procedure.net.Behaviour;
import chancery.procedure.net.Behaviour.Choice;
import chancery.procedure.net.Behaviour.Firing;
import chancery.procedure.net.Behaviour.Kind;
import chancery.procedure.net.Net;
import chancery.register.SeriesId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Reads a BPMN diagram: its steps, and its behaviour as a net.
 *
 * <p>A node is a transition, and the place before it holds the token that has reached it; exclusive merges fall
 * together with what follows them. A task with boundary events has a second place for "begun"; a non-interrupting
 * boundary event can happen once each time the task is begun. An embedded subprocess is followed into and must end with
 * one token. A flow that leads back to a node on the way from the first start event closes a loop. Event subprocesses belong to the engine and are no part of the net.
 */
public final class DiagramReader {
    private static final int MAX_NODES = 1_000;
    private static final Pattern CONDITION = Pattern.compile("\\$\\{\\s*(\\w+)\\s*==\\s*'([^']*)'\\s*}");
    private static final Pattern PARTICIPANTS =
            Pattern.compile("\\$\\{\\s*names\\.in\\(\\s*execution\\s*,\\s*'(\\w+)'\\s*\\)\\s*}");

    private final String file;
    private final DiagramFile diagram;
    private final Element process;
    private final Map<String, OfficeId> officeOfNode = new HashMap<>();
    private final Map<StepId, ProcedureStep> steps = new HashMap<>();
    private final List<Element> nodes = new ArrayList<>();

    private final Map<String, Integer> places = new HashMap<>();
    private final List<Net.Transition> transitions = new ArrayList<>();
    private final List<Firing> firings = new ArrayList<>();
    private final Set<String> loopFlows = new LinkedHashSet<>();
    private final Map<Integer, Set<String>> loops = new LinkedHashMap<>();
    private final List<Element> order = new ArrayList<>();

    private DiagramReader(DiagramFile diagram) {
        this.file = diagram.name();
        this.diagram = diagram;
        this.process = diagram.process();
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
        for (Element lane : diagram.elements(Element.Kind.LANE::equals)) {
            OfficeId office = lane.property("office")
                    .map(OfficeId::new)
                    .orElseThrow(() -> InvalidInput.at(
                            file,
                            lineOf(lane),
                            "lane \"" + lane.id() + "\" has no office",
                            "add the extension property \"office\""));
            lane.texts("flowNodeRef").forEach(node -> officeOfNode.put(node, office));
        }
        collect(process);
        if (nodes.size() > MAX_NODES) {
            throw InvalidInput.at(file, 0, "the diagram has more than " + MAX_NODES + " nodes", "split it");
        }
        nodes.forEach(this::readStep);
        walk();
        order.forEach(this::readTransitions);
        Map<String, Integer> entries = new LinkedHashMap<>();
        process.children(Element.Kind.START_EVENT).forEach(start -> entries.put(start.id(), place(start)));
        Map<StepId, ProcedureStep> ordered = new LinkedHashMap<>();
        order.stream()
                .map(node -> new StepId(node.id()))
                .filter(steps::containsKey)
                .forEach(id -> ordered.put(id, known(id)));
        return new Diagram(
                process.id(),
                ordered,
                nodes.stream()
                        .filter(node -> node.is(Element.Kind.BUSINESS_RULE_TASK))
                        .flatMap(node -> node.camunda("decisionRef").stream())
                        .distinct()
                        .toList(),
                new Behaviour(new Net(places.size(), transitions), List.copyOf(firings), entries, loops),
                disposition());
    }

    /** The event subprocess that a message starts at any time and that performs one further act. */
    private @Nullable FurtherDisposition disposition() {
        for (Element sub : process.children(Element.Kind.SUB_PROCESS)) {
            List<Element> tasks = sub.children(Element.Kind.USER_TASK);
            List<String> messages = innerStart(sub).stream()
                    .flatMap(start -> start.eventDefinitions().stream())
                    .flatMap(definition -> definition.message().stream())
                    .toList();
            if (sub.isEventSubProcess() && tasks.size() == 1 && messages.size() == 1) {
                diagram.refuseLoose(tasks.get(0));
                readStep(tasks.get(0));
                return new FurtherDisposition(
                        messages.get(0), known(new StepId(tasks.get(0).id())));
            }
        }
        return null;
    }

    private ProcedureStep known(StepId id) {
        return Optional.ofNullable(steps.get(id)).orElseThrow();
    }

    // ---- which nodes there are, and which paths can follow ----

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
            case EXCLUSIVE_GATEWAY, PARALLEL_GATEWAY, EVENT_BASED_GATEWAY -> true;
            default -> false;
        };
    }

    private InvalidInput refused(Element node, String what) {
        return InvalidInput.at(
                file,
                lineOf(node),
                "\"" + node.id() + "\" is " + what + ", which paths cannot follow",
                "use tasks, message and timer events, exclusive, parallel and event-based gateways, plain embedded subprocesses");
    }

    private int lineOf(Element element) {
        return diagram.lineOf(element.id());
    }

    // ---- steps ----

    private void readStep(Element node) {
        Optional<String> act = node.property("act");
        if (act.isEmpty()) {
            if (node.is(Element.Kind.USER_TASK)) {
                throw InvalidInput.at(
                        file, lineOf(node), "\"" + node.id() + "\" has no act", "add the extension property \"act\"");
            }
            return;
        }
        StepId id = new StepId(node.id());
        OfficeId office = node.property("office")
                .map(OfficeId::new)
                .or(() -> Optional.ofNullable(officeOfNode.get(node.id())))
                .orElseThrow(() -> InvalidInput.at(
                        file,
                        lineOf(node),
                        "\"" + id + "\" lies in no lane with an office",
                        "draw it into a lane that has the extension property \"office\""));
        Act read = oneOf(
                node,
                "act",
                act.get(),
                Act.of(act.get()),
                Arrays.stream(Act.values()).map(Act::word).toList());
        Phase phase = node.property("phase")
                .map(word -> oneOf(
                        node,
                        "phase",
                        word,
                        Phase.of(word),
                        Arrays.stream(Phase.values()).map(Phase::word).toList()))
                .orElse(read.usualPhase());
        Direction direction = node.property("direction")
                .map(word -> oneOf(node, "direction", word, Direction.of(word), Words.keys(Direction.class)))
                .orElse(null);
        Set<Form> documents = node.property("document").stream()
                .flatMap(words -> Arrays.stream(words.split(",", -1)))
                .map(String::strip)
                .map(word -> oneOf(node, "document", word, Form.of(word), Form.words()))
                .collect(Collectors.toSet());
        steps.put(
                id,
                new ProcedureStep(
                        id,
                        node.label(),
                        read,
                        phase,
                        direction,
                        office,
                        documents,
                        node.property("way")
                                .map(word -> oneOf(node, "way", word, Way.of(word), Words.keys(Way.class)))
                                .orElse(null),
                        node.property("source").orElse("assumed"),
                        node.property("step").orElse(null),
                        participants(node),
                        series(node, read)));
    }

    private @Nullable SeriesId series(Element node, Act act) {
        String series = node.property("series").orElse(null);
        if (series == null) {
            return null;
        }
        if (act != Act.REGISTER) {
            throw InvalidInput.at(
                    file,
                    lineOf(node),
                    "\"" + node.id() + "\" draws from series \"" + series + "\", but its act is " + act.word(),
                    "take the property \"series\" out, or make the act register");
        }
        try {
            return new SeriesId(series);
        } catch (IllegalArgumentException refused) {
            throw InvalidInput.at(file, lineOf(node), "\"" + node.id() + "\": " + refused.getMessage() + ".");
        }
    }

    private ProcedureStep.@Nullable Participants participants(Element node) {
        if (!node.isShared()) {
            return null;
        }
        Element several = node.loop().orElseThrow();
        Matcher collection = PARTICIPANTS.matcher(several.camunda("collection").orElse(""));
        String each = several.camunda("elementVariable").orElse("");
        if (!collection.matches() || each.isEmpty()) {
            throw InvalidInput.at(
                    file,
                    lineOf(node),
                    "\"" + node.id() + "\" is done by several, but does not say by whom",
                    "set camunda:collection=\"${names.in(execution, 'variable')}\" and camunda:elementVariable");
        }
        return new ProcedureStep.Participants(collection.group(1), each);
    }

    private <T> T oneOf(Element node, String key, String word, Optional<T> found, List<String> known) {
        return found.orElseThrow(() -> InvalidInput.at(
                file,
                lineOf(node),
                "\"" + node.id() + "\" has " + key + " \"" + word + "\"",
                Suggestion.expected(word, known)));
    }

    // ---- the order of nodes, and the flows that close loops ----

    /** An edge of the diagram: a sequence flow, or what leads into, out of and off an activity. */
    private record Edge(@Nullable String flow, Element target) {}

    private void walk() {
        List<Element> starts = process.children(Element.Kind.START_EVENT);
        if (starts.isEmpty()) {
            throw InvalidInput.at(file, 0, "process \"" + process.id() + "\" has no start event", "draw one");
        }
        // the first start is the regular one: a later one, in the middle of a loop, must not turn the loop round
        Set<String> done = new HashSet<>();
        starts.forEach(start -> visit(start, new HashSet<>(), done));
        java.util.Collections.reverse(order);
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
        if (node.kind().isSubProcess()) {
            innerStart(node).forEach(start -> edges.add(new Edge(null, start)));
            return edges;
        }
        node.outgoing().forEach(flow -> edges.add(new Edge(flow.id(), flow.target())));
        node.endedSubProcess()
                .ifPresent(sub -> sub.outgoing().forEach(flow -> edges.add(new Edge(flow.id(), flow.target()))));
        node.boundaryEvents().forEach(boundary -> edges.add(new Edge(null, boundary)));
        return edges;
    }

    private static List<Element> innerStart(Element sub) {
        return sub.children(Element.Kind.START_EVENT);
    }

    // ---- the net ----

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
        if (target.is(Element.Kind.PARALLEL_GATEWAY) && target.incoming().size() > 1) {
            return place("on " + flow.id());
        }
        if (isMerge(target)) {
            Element onward = target.outgoing().get(0);
            if (!loopFlows.contains(onward.id())) {
                return placeOn(onward);
            }
        }
        return place(target);
    }

    private static boolean isMerge(Element node) {
        return node.is(Element.Kind.EXCLUSIVE_GATEWAY) && node.outgoing().size() == 1;
    }

    private BitSet after(Element node) {
        BitSet produced = new BitSet();
        node.outgoing().forEach(flow -> produced.set(placeOn(flow)));
        return produced;
    }

    private void readTransitions(Element node) {
        Optional<Element> ended = node.endedSubProcess();
        if (isMerge(node)) {
            Element onward = node.outgoing().get(0);
            if (loopFlows.contains(onward.id())) {
                add(
                        node,
                        Kind.AUTOMATIC,
                        Net.placesOf(place(node)),
                        Net.placesOf(placeOn(onward)),
                        null,
                        List.of(onward));
            }
        } else if (node.is(Element.Kind.EXCLUSIVE_GATEWAY)) {
            node.outgoing().forEach(flow -> readChoice(node, flow));
        } else if (node.is(Element.Kind.EVENT_BASED_GATEWAY)) {
            return; // the events behind it take its token themselves
        } else if (node.is(Element.Kind.PARALLEL_GATEWAY) && node.incoming().size() > 1) {
            BitSet consumed = new BitSet();
            node.incoming().forEach(flow -> consumed.set(placeOn(flow)));
            add(node, Kind.AUTOMATIC, consumed, after(node), null, node.outgoing());
        } else if (node.kind().isSubProcess()) {
            BitSet begun = new BitSet();
            innerStart(node).forEach(start -> begun.set(place(start)));
            add(node, Kind.AUTOMATIC, Net.placesOf(place(node)), begun, null, List.of());
        } else if (ended.isPresent()) {
            Element sub = ended.get();
            add(node, Kind.AUTOMATIC, Net.placesOf(place(node)), after(sub), null, sub.outgoing());
        } else if (node.is(Element.Kind.BOUNDARY_EVENT)) {
            readBoundary(node);
        } else {
            readPlain(node);
        }
    }

    private void readChoice(Element gateway, Element flow) {
        String condition = flow.condition();
        Matcher matcher = CONDITION.matcher(condition);
        if (!matcher.matches()) {
            throw InvalidInput.at(
                    file,
                    lineOf(flow),
                    "flow \"" + flow.id() + "\" out of \"" + gateway.id() + "\" has the condition \"" + condition
                            + "\"",
                    "write ${variable == 'value'}, so that evidence can decide it");
        }
        add(
                gateway,
                Kind.CHOICE,
                Net.placesOf(place(gateway)),
                Net.placesOf(placeOn(flow)),
                new Choice(gateway.label(), matcher.group(1), matcher.group(2)),
                List.of(flow));
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
            add(node, Kind.AUTOMATIC, Net.placesOf(before), produced, null, List.of());
            before = begun;
        }
        add(node, kind(node), Net.placesOf(before), after(node), null, node.outgoing());
    }

    private void readBoundary(Element boundary) {
        int begun = place("begun " + boundary.attachedTo().orElseThrow().id());
        BitSet produced = after(boundary);
        if (!boundary.flag("cancelActivity", true)) {
            produced.set(begun);
        }
        add(
                boundary,
                kind(boundary),
                Net.placesOf(begun, place("armed " + boundary.id())),
                produced,
                null,
                boundary.outgoing());
    }

    private static Kind kind(Element node) {
        return switch (node.kind()) {
            case BOUNDARY_EVENT, INTERMEDIATE_CATCH_EVENT ->
                node.hasDefinition(Element.Kind.TIMER_EVENT_DEFINITION) ? Kind.TIMER : Kind.MESSAGE;
            case RECEIVE_TASK -> Kind.MESSAGE;
            case USER_TASK -> Kind.TASK;
            default -> Kind.AUTOMATIC;
        };
    }

    private void add(
            Element node, Kind kind, BitSet consumes, BitSet produces, @Nullable Choice choice, List<Element> flows) {
        int index = transitions.size();
        // a task with boundary events has two transitions; the step happens with the second, when it is completed
        StepId id = new StepId(node.id());
        boolean begins = kind == Kind.AUTOMATIC && !node.boundaryEvents().isEmpty();
        StepId step = steps.containsKey(id) && !begins ? id : null;
        List<Element> closing =
                flows.stream().filter(flow -> loopFlows.contains(flow.id())).toList();
        String name = choice == null ? node.id() : flows.get(0).id();
        transitions.add(new Net.Transition(name, step == null ? null : step.value(), consumes, produces));
        firings.add(new Firing(
                index,
                node.id(),
                kind,
                step,
                choice,
                !closing.isEmpty(),
                node.is(Element.Kind.BOUNDARY_EVENT),
                node.is(Element.Kind.END_EVENT) && node.endedSubProcess().isEmpty()));
        closing.forEach(flow -> loops.put(index, body(node, flow.target())));
    }

    /** The natural loop of a flow back to a head: what reaches the flow without passing the head. */
    private Set<String> body(Element from, Element head) {
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
