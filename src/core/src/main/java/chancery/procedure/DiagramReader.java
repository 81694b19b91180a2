package chancery.procedure;

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
import chancery.procedure.Behaviour.Choice;
import chancery.procedure.Behaviour.Firing;
import chancery.procedure.Behaviour.Kind;
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
import org.camunda.bpm.model.bpmn.instance.Activity;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CatchEvent;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.EventBasedGateway;
import org.camunda.bpm.model.bpmn.instance.EventDefinition;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Gateway;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.IntermediateThrowEvent;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.LoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.MessageEventDefinition;
import org.camunda.bpm.model.bpmn.instance.MultiInstanceLoopCharacteristics;
import org.camunda.bpm.model.bpmn.instance.ParallelGateway;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.ReceiveTask;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.ServiceTask;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.TimerEventDefinition;
import org.camunda.bpm.model.bpmn.instance.Transaction;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.jspecify.annotations.Nullable;

/**
 * Reads a BPMN diagram: its steps, and its behaviour as a net.
 *
 * <p>A node is a transition, and the place before it holds the token that has reached it; exclusive merges fall
 * together with what follows them. A task with boundary events has a second place for "begun"; a non-interrupting
 * boundary event can happen once each time the task is begun. An embedded subprocess is followed into and must end with
 * one token. A flow that leads back to a node on the way from the first start event closes a loop. Event subprocesses belong to the engine and are no part of the net.
 */
final class DiagramReader {
    private static final int MAX_NODES = 1_000;
    private static final Pattern CONDITION = Pattern.compile("\\$\\{\\s*(\\w+)\\s*==\\s*'([^']*)'\\s*}");
    private static final Pattern PARTICIPANTS =
            Pattern.compile("\\$\\{\\s*names\\.in\\(\\s*execution\\s*,\\s*'(\\w+)'\\s*\\)\\s*}");

    private final String file;
    private final DiagramFile diagram;
    private final Process process;
    private final Map<String, OfficeId> officeOfNode = new HashMap<>();
    private final Map<StepId, ProcedureStep> steps = new HashMap<>();
    private final List<FlowNode> nodes = new ArrayList<>();

    private final Map<String, Integer> places = new HashMap<>();
    private final List<Net.Transition> transitions = new ArrayList<>();
    private final List<Firing> firings = new ArrayList<>();
    private final Set<String> loopFlows = new LinkedHashSet<>();
    private final Map<Integer, Set<String>> loops = new LinkedHashMap<>();
    private final List<FlowNode> order = new ArrayList<>();

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
    record Diagram(
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
    static Diagram read(String file, byte[] bpmn) {
        return read(DiagramFile.read(file, bpmn));
    }

    /**
     * Reads a diagram that is already parsed.
     *
     * @throws InvalidInput as {@link #read(String, byte[])}
     */
    static Diagram read(DiagramFile diagram) {
        return new DiagramReader(diagram).diagram();
    }

    private Diagram diagram() {
        for (Lane lane : process.getModelInstance().getModelElementsByType(Lane.class)) {
            OfficeId office = DiagramFile.property(lane, "office")
                    .map(OfficeId::new)
                    .orElseThrow(() -> InvalidInput.at(
                            file,
                            lineOf(lane),
                            "lane \"" + lane.getId() + "\" has no office",
                            "add the extension property \"office\""));
            lane.getFlowNodeRefs().forEach(node -> officeOfNode.put(node.getId(), office));
        }
        collect(process.getChildElementsByType(FlowNode.class).stream().toList());
        if (nodes.size() > MAX_NODES) {
            throw InvalidInput.at(file, 0, "the diagram has more than " + MAX_NODES + " nodes", "split it");
        }
        nodes.forEach(this::readStep);
        walk();
        order.forEach(this::readTransitions);
        Map<String, Integer> entries = new LinkedHashMap<>();
        process.getChildElementsByType(StartEvent.class).forEach(start -> entries.put(start.getId(), place(start)));
        Map<StepId, ProcedureStep> ordered = new LinkedHashMap<>();
        order.stream()
                .map(node -> new StepId(node.getId()))
                .filter(steps::containsKey)
                .forEach(id -> ordered.put(id, known(id)));
        return new Diagram(
                process.getId(),
                ordered,
                nodes.stream()
                        .filter(BusinessRuleTask.class::isInstance)
                        .map(node -> ((BusinessRuleTask) node).getCamundaDecisionRef())
                        .filter(decision -> decision != null)
                        .distinct()
                        .toList(),
                new Behaviour(new Net(places.size(), transitions), List.copyOf(firings), entries, loops),
                disposition());
    }

    /** The event subprocess that a message starts at any time and that performs one further act. */
    private @Nullable FurtherDisposition disposition() {
        for (SubProcess sub : process.getChildElementsByType(SubProcess.class)) {
            List<UserTask> tasks = List.copyOf(sub.getChildElementsByType(UserTask.class));
            List<MessageEventDefinition> messages = innerStart(sub).stream()
                    .flatMap(start -> definitionsOf(start).stream())
                    .filter(MessageEventDefinition.class::isInstance)
                    .map(MessageEventDefinition.class::cast)
                    .toList();
            if (sub.triggeredByEvent() && tasks.size() == 1 && messages.size() == 1) {
                readStep(tasks.get(0));
                return new FurtherDisposition(
                        messages.get(0).getMessage().getName(),
                        known(new StepId(tasks.get(0).getId())));
            }
        }
        return null;
    }

    private ProcedureStep known(StepId id) {
        return Optional.ofNullable(steps.get(id)).orElseThrow();
    }

    // ---- which nodes there are, and which paths can follow ----

    private void collect(List<FlowNode> scope) {
        for (FlowNode node : scope) {
            diagram.refuseLoose(node);
            if (node instanceof SubProcess sub) {
                if (sub.triggeredByEvent()) {
                    continue;
                }
                if (sub instanceof Transaction
                        || sub.getLoopCharacteristics() != null
                        || !boundaries(sub).isEmpty()) {
                    throw refused(sub, "a subprocess that is repeated, a transaction, or has boundary events");
                }
                collect(sub.getChildElementsByType(FlowNode.class).stream().toList());
            } else if (!isFollowed(node)) {
                throw refused(node, DiagramFile.kind(node));
            }
            nodes.add(node);
        }
    }

    private static boolean isFollowed(FlowNode node) {
        if (node instanceof CatchEvent event) {
            return definitionsOf(event).stream()
                    .allMatch(d -> d instanceof MessageEventDefinition
                            || (d instanceof TimerEventDefinition && !(node instanceof StartEvent)));
        }
        if (node instanceof EndEvent end) {
            return end.getEventDefinitions().stream().allMatch(d -> d instanceof MessageEventDefinition);
        }
        if (node instanceof IntermediateThrowEvent event) {
            return event.getEventDefinitions().stream().allMatch(d -> d instanceof MessageEventDefinition);
        }
        if (node instanceof Task task) {
            LoopCharacteristics loop = task.getLoopCharacteristics();
            return !task.getElementType().getTypeName().equals("scriptTask")
                    && (loop == null || (loop instanceof MultiInstanceLoopCharacteristics && node instanceof UserTask));
        }
        return node instanceof ExclusiveGateway || node instanceof ParallelGateway || node instanceof EventBasedGateway;
    }

    private static List<EventDefinition> definitionsOf(CatchEvent event) {
        return List.copyOf(event.getEventDefinitions());
    }

    private InvalidInput refused(FlowNode node, String what) {
        return InvalidInput.at(
                file,
                lineOf(node),
                "\"" + node.getId() + "\" is " + what + ", which paths cannot follow",
                "use tasks, message and timer events, exclusive, parallel and event-based gateways, plain embedded subprocesses");
    }

    private int lineOf(BaseElement element) {
        return diagram.lineOf(element.getId());
    }

    // ---- steps ----

    private void readStep(FlowNode node) {
        Optional<String> act = DiagramFile.property(node, "act");
        if (act.isEmpty()) {
            if (node instanceof UserTask) {
                throw InvalidInput.at(
                        file,
                        lineOf(node),
                        "\"" + node.getId() + "\" has no act",
                        "add the extension property \"act\"");
            }
            return;
        }
        StepId id = new StepId(node.getId());
        OfficeId office = DiagramFile.property(node, "office")
                .map(OfficeId::new)
                .or(() -> Optional.ofNullable(officeOfNode.get(node.getId())))
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
        Phase phase = DiagramFile.property(node, "phase")
                .map(word -> oneOf(
                        node,
                        "phase",
                        word,
                        Phase.of(word),
                        Arrays.stream(Phase.values()).map(Phase::word).toList()))
                .orElse(read.usualPhase());
        Direction direction = DiagramFile.property(node, "direction")
                .map(word -> oneOf(node, "direction", word, Direction.of(word), Words.keys(Direction.class)))
                .orElse(null);
        Set<Form> documents = DiagramFile.property(node, "document").stream()
                .flatMap(words -> Arrays.stream(words.split(",", -1)))
                .map(String::strip)
                .map(word -> oneOf(node, "document", word, Form.of(word), Form.words()))
                .collect(Collectors.toSet());
        steps.put(
                id,
                new ProcedureStep(
                        id,
                        label(node),
                        read,
                        phase,
                        direction,
                        office,
                        documents,
                        DiagramFile.property(node, "way")
                                .map(word -> oneOf(node, "way", word, Way.of(word), Words.keys(Way.class)))
                                .orElse(null),
                        DiagramFile.property(node, "source").orElse("assumed"),
                        DiagramFile.property(node, "step").orElse(null),
                        participants(node),
                        series(node, read)));
    }

    private @Nullable SeriesId series(FlowNode node, Act act) {
        String series = DiagramFile.property(node, "series").orElse(null);
        if (series == null) {
            return null;
        }
        if (act != Act.REGISTER) {
            throw InvalidInput.at(
                    file,
                    lineOf(node),
                    "\"" + node.getId() + "\" draws from series \"" + series + "\", but its act is " + act.word(),
                    "take the property \"series\" out, or make the act register");
        }
        try {
            return new SeriesId(series);
        } catch (IllegalArgumentException refused) {
            throw InvalidInput.at(file, lineOf(node), "\"" + node.getId() + "\": " + refused.getMessage() + ".");
        }
    }

    private static String label(FlowNode node) {
        return Optional.ofNullable(node.getName()).orElse(node.getId()).replaceAll("\\s+", " ");
    }

    private ProcedureStep.@Nullable Participants participants(FlowNode node) {
        if (!(node instanceof Activity activity)
                || !(activity.getLoopCharacteristics() instanceof MultiInstanceLoopCharacteristics several)) {
            return null;
        }
        Matcher collection = PARTICIPANTS.matcher(
                Optional.ofNullable(several.getCamundaCollection()).orElse(""));
        String each = several.getCamundaElementVariable();
        if (!collection.matches() || each == null) {
            throw InvalidInput.at(
                    file,
                    lineOf(node),
                    "\"" + node.getId() + "\" is done by several, but does not say by whom",
                    "set camunda:collection=\"${names.in(execution, 'variable')}\" and camunda:elementVariable");
        }
        return new ProcedureStep.Participants(collection.group(1), each);
    }

    private <T> T oneOf(FlowNode node, String key, String word, Optional<T> found, List<String> known) {
        return found.orElseThrow(() -> InvalidInput.at(
                file,
                lineOf(node),
                "\"" + node.getId() + "\" has " + key + " \"" + word + "\"",
                Suggestion.expected(word, known)));
    }

    // ---- the order of nodes, and the flows that close loops ----

    /** An edge of the diagram: a sequence flow, or what leads into, out of and off an activity. */
    private record Edge(@Nullable String flow, FlowNode target) {}

    private void walk() {
        List<StartEvent> starts =
                process.getChildElementsByType(StartEvent.class).stream().toList();
        if (starts.isEmpty()) {
            throw InvalidInput.at(file, 0, "process \"" + process.getId() + "\" has no start event", "draw one");
        }
        // the first start is the regular one: a later one, in the middle of a loop, must not turn the loop round
        Set<String> done = new HashSet<>();
        starts.forEach(start -> visit(start, new HashSet<>(), done));
        java.util.Collections.reverse(order);
    }

    /** Depth first, the normal way last, so that the reversed order of leaving lists it first. */
    private void visit(FlowNode node, Set<String> open, Set<String> done) {
        if (!done.add(node.getId())) {
            return;
        }
        open.add(node.getId());
        List<Edge> edges = edges(node);
        for (int i = edges.size() - 1; i >= 0; i--) {
            Edge edge = edges.get(i);
            if (open.contains(edge.target().getId())) {
                loopFlows.add(String.valueOf(edge.flow()));
            } else {
                visit(edge.target(), open, done);
            }
        }
        open.remove(node.getId());
        order.add(node);
    }

    private List<Edge> edges(FlowNode node) {
        List<Edge> edges = new ArrayList<>();
        if (node instanceof SubProcess sub) {
            innerStart(sub).forEach(start -> edges.add(new Edge(null, start)));
            return edges;
        }
        node.getOutgoing().forEach(flow -> edges.add(new Edge(flow.getId(), flow.getTarget())));
        if (node instanceof EndEvent && node.getParentElement() instanceof SubProcess sub) {
            sub.getOutgoing().forEach(flow -> edges.add(new Edge(flow.getId(), flow.getTarget())));
        }
        boundaries(node).forEach(boundary -> edges.add(new Edge(null, boundary)));
        return edges;
    }

    private static List<StartEvent> innerStart(SubProcess sub) {
        return List.copyOf(sub.getChildElementsByType(StartEvent.class));
    }

    private static List<BoundaryEvent> boundaries(FlowNode node) {
        return node.getParentElement().getChildElementsByType(BoundaryEvent.class).stream()
                .filter(boundary -> boundary.getAttachedTo().getId().equals(node.getId()))
                .toList();
    }

    // ---- the net ----

    private int place(String name) {
        return places.computeIfAbsent(name, unknown -> places.size());
    }

    /** The place of tokens that have reached a node. */
    private int place(FlowNode node) {
        return place("at " + node.getId());
    }

    /** The place to which a flow carries its token. */
    private int place(SequenceFlow flow) {
        FlowNode target = flow.getTarget();
        if (target instanceof ParallelGateway && target.getIncoming().size() > 1) {
            return place("on " + flow.getId());
        }
        if (target instanceof ExclusiveGateway && target.getOutgoing().size() == 1) {
            SequenceFlow onward = target.getOutgoing().iterator().next();
            if (!loopFlows.contains(onward.getId())) {
                return place(onward);
            }
        }
        return place(target);
    }

    private BitSet after(FlowNode node) {
        BitSet produced = new BitSet();
        node.getOutgoing().forEach(flow -> produced.set(place(flow)));
        return produced;
    }

    private void readTransitions(FlowNode node) {
        if (node instanceof ExclusiveGateway && node.getOutgoing().size() == 1) {
            SequenceFlow onward = node.getOutgoing().iterator().next();
            if (loopFlows.contains(onward.getId())) {
                add(
                        node,
                        Kind.AUTOMATIC,
                        Net.placesOf(place(node)),
                        Net.placesOf(place(onward)),
                        null,
                        List.of(onward));
            }
        } else if (node instanceof ExclusiveGateway) {
            node.getOutgoing().forEach(flow -> readChoice(node, flow));
        } else if (node instanceof EventBasedGateway) {
            return; // the events behind it take its token themselves
        } else if (node instanceof ParallelGateway && node.getIncoming().size() > 1) {
            BitSet consumed = new BitSet();
            node.getIncoming().forEach(flow -> consumed.set(place(flow)));
            add(node, Kind.AUTOMATIC, consumed, after(node), null, node.getOutgoing());
        } else if (node instanceof SubProcess sub) {
            BitSet begun = new BitSet();
            innerStart(sub).forEach(start -> begun.set(place(start)));
            add(node, Kind.AUTOMATIC, Net.placesOf(place(node)), begun, null, List.of());
        } else if (node instanceof EndEvent && node.getParentElement() instanceof SubProcess sub) {
            add(node, Kind.AUTOMATIC, Net.placesOf(place(node)), after(sub), null, sub.getOutgoing());
        } else if (node instanceof BoundaryEvent boundary) {
            readBoundary(boundary);
        } else {
            readPlain(node);
        }
    }

    private void readChoice(FlowNode gateway, SequenceFlow flow) {
        String condition = Optional.ofNullable(flow.getConditionExpression())
                .map(expression -> expression.getTextContent().strip())
                .orElse("");
        Matcher matcher = CONDITION.matcher(condition);
        if (!matcher.matches()) {
            throw InvalidInput.at(
                    file,
                    lineOf(flow),
                    "flow \"" + flow.getId() + "\" out of \"" + gateway.getId() + "\" has the condition \"" + condition
                            + "\"",
                    "write ${variable == 'value'}, so that evidence can decide it");
        }
        add(
                gateway,
                Kind.CHOICE,
                Net.placesOf(place(gateway)),
                Net.placesOf(place(flow)),
                new Choice(matcher.group(1), matcher.group(2)),
                List.of(flow));
    }

    private void readPlain(FlowNode node) {
        int before = node.getIncoming().stream()
                .map(SequenceFlow::getSource)
                .filter(EventBasedGateway.class::isInstance)
                .findFirst()
                .map(this::place)
                .orElseGet(() -> place(node));
        List<BoundaryEvent> boundaries = boundaries(node);
        if (!boundaries.isEmpty()) {
            int begun = place("begun " + node.getId());
            BitSet produced = Net.placesOf(begun);
            boundaries.forEach(boundary -> produced.set(place("armed " + boundary.getId())));
            add(node, Kind.AUTOMATIC, Net.placesOf(before), produced, null, List.of());
            before = begun;
        }
        add(node, kind(node), Net.placesOf(before), after(node), null, node.getOutgoing());
    }

    private void readBoundary(BoundaryEvent boundary) {
        int begun = place("begun " + boundary.getAttachedTo().getId());
        BitSet produced = after(boundary);
        if (!boundary.cancelActivity()) {
            produced.set(begun);
        }
        add(
                boundary,
                kind(boundary),
                Net.placesOf(begun, place("armed " + boundary.getId())),
                produced,
                null,
                boundary.getOutgoing());
    }

    private static Kind kind(FlowNode node) {
        if (node instanceof BusinessRuleTask || node instanceof ServiceTask || node instanceof Gateway) {
            return Kind.AUTOMATIC;
        }
        if (node instanceof BoundaryEvent || node instanceof IntermediateCatchEvent) {
            boolean timer = definitionsOf((CatchEvent) node).stream().anyMatch(TimerEventDefinition.class::isInstance);
            return timer ? Kind.TIMER : Kind.MESSAGE;
        }
        if (node instanceof ReceiveTask) {
            return Kind.MESSAGE;
        }
        return node instanceof UserTask ? Kind.TASK : Kind.AUTOMATIC;
    }

    private void add(
            FlowNode node,
            Kind kind,
            BitSet consumes,
            BitSet produces,
            @Nullable Choice choice,
            java.util.Collection<SequenceFlow> flows) {
        int index = transitions.size();
        // a task with boundary events has two transitions; the step happens with the second, when it is completed
        StepId id = new StepId(node.getId());
        boolean begins = kind == Kind.AUTOMATIC && !boundaries(node).isEmpty();
        StepId step = steps.containsKey(id) && !begins ? id : null;
        List<SequenceFlow> closing =
                flows.stream().filter(flow -> loopFlows.contains(flow.getId())).toList();
        String name = choice == null ? node.getId() : flows.iterator().next().getId();
        transitions.add(new Net.Transition(name, step == null ? null : step.value(), consumes, produces));
        firings.add(new Firing(
                index,
                node.getId(),
                kind,
                step,
                choice,
                !closing.isEmpty(),
                node instanceof BoundaryEvent,
                node instanceof EndEvent && !(node.getParentElement() instanceof SubProcess)));
        closing.forEach(flow -> loops.put(index, body(node, flow.getTarget())));
    }

    /** The natural loop of a flow back to a head: what reaches the flow without passing the head. */
    private Set<String> body(FlowNode from, FlowNode head) {
        Map<String, List<FlowNode>> before = new HashMap<>();
        nodes.forEach(node -> edges(node)
                .forEach(edge -> before.computeIfAbsent(edge.target().getId(), unknown -> new ArrayList<>())
                        .add(node)));
        Set<String> behindHead = behind(head);
        Set<String> body = new HashSet<>(Set.of(head.getId()));
        Deque<FlowNode> back = new ArrayDeque<>(List.of(from));
        while (!back.isEmpty()) {
            FlowNode node = back.remove();
            if (behindHead.contains(node.getId()) && body.add(node.getId())) {
                back.addAll(before.getOrDefault(node.getId(), List.of()));
            }
        }
        return body;
    }

    /** A node and all that can be reached from it. */
    private Set<String> behind(FlowNode first) {
        Set<String> behind = new HashSet<>();
        Deque<FlowNode> open = new ArrayDeque<>(List.of(first));
        while (!open.isEmpty()) {
            FlowNode node = open.remove();
            if (behind.add(node.getId())) {
                edges(node).forEach(edge -> open.add(edge.target()));
            }
        }
        return behind;
    }
}
