package chancery.procedure.diagram;

import chancery.casefile.InvalidInput;
import chancery.procedure.diagram.Element.Kind;
import chancery.procedure.diagram.Finding.Severity;
import chancery.procedure.net.Soundness;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Checks a diagram against the house's rules, one method a rule. */
public final class LintDiagram {
    private static final Pattern EDITOR_ID = Pattern.compile("\\w+_(?=[0-9a-z]*[0-9])[0-9a-z]{7}");

    private final DiagramFile diagram;
    private final Function<String, byte[]> bytesOf;
    private final List<Finding> findings = new ArrayList<>();

    private LintDiagram(DiagramFile diagram, Function<String, byte[]> bytesOf) {
        this.diagram = diagram;
        this.bytesOf = bytesOf;
    }

    /**
     * What is to be said of a diagram, in order of its rules.
     *
     * @param bytesOf gives the bytes of a file that lies beside the diagram, by its name
     */
    public static List<Finding> check(String file, byte[] bpmn, Function<String, byte[]> bytesOf) {
        try {
            LintDiagram lint = new LintDiagram(DiagramFile.read(file, bpmn), bytesOf);
            new BpmnSchema().check(file, bpmn);
            lint.findings.addAll(LintCode.check(file, bpmn));
            lint.checkAll();
            return lint.findings;
        } catch (InvalidInput refused) {
            return List.of(Finding.of(refused, file));
        }
    }

    private void checkAll() {
        Element process = diagram.process();
        idsAreWrittenByHand();
        processIsCalledLikeItsFile(process);
        List<Element> executable = diagram.elements(Kind.PROCESS::equals).stream()
                .filter(each -> each.flag("isExecutable", false))
                .toList();
        executable.forEach(this::historyIsKept);
        List<Element> nodes = diagram.elements(Kind::isFlowNode);
        List<InvalidInput> loose =
                nodes.stream().map(diagram::loose).flatMap(Optional::stream).toList();
        loose.forEach(each -> findings.add(Finding.of(each, diagram.name())));
        if (loose.isEmpty()) {
            nodes.forEach(this::stepSaysWhatItIs);
            nodes.stream().filter(node -> node.is(Kind.USER_TASK)).forEach(this::taskIsOfItsOffice);
            executable.forEach(this::nodesLieOnTheWay);
            nodes.forEach(this::choicesAreDistinct);
            nodes.forEach(this::nothingIsChosenAtOnce);
            nodes.stream().filter(node -> node.is(Kind.CALL_ACTIVITY)).forEach(this::callHandsAllOver);
            findings.addAll(new LintLayout(diagram).findings());
            pathsCanFollow();
        }
    }

    /** Ids are contracts: an editor's random ones change with every copy. */
    private void idsAreWrittenByHand() {
        diagram.elements().stream()
                .filter(Element::isSemantic)
                .map(Element::id)
                .filter(id -> EDITOR_ID.matcher(id).matches())
                .forEach(id -> error(
                        id, "\"" + id + "\" is an editor's id", "write one by hand that says what the element is"));
    }

    private void processIsCalledLikeItsFile(Element process) {
        String fileName = diagram.name().replaceFirst(".*[/\\\\]", "").replaceFirst("\\.bpmn$", "");
        if (!fileName.equals(process.id())) {
            error(
                    process.id(),
                    "the process is called \"" + process.id() + "\" and its file \"" + fileName + ".bpmn\"",
                    "call both alike");
        }
    }

    private void historyIsKept(Element process) {
        if (process.camunda("historyTimeToLive").isEmpty()) {
            error(
                    process.id(),
                    "process \"" + process.id() + "\" has no historyTimeToLive",
                    "set camunda:historyTimeToLive=\"P36500D\", since the engine refuses a process without it");
        }
    }

    private void stepSaysWhatItIs(Element node) {
        boolean hasAct = node.property("act").isPresent();
        if (node.kind().isTask() && !node.is(Kind.BUSINESS_RULE_TASK) && !hasAct) {
            lacks(node, "act", "so that marks can attest it");
        }
        if (hasAct && node.property("phase").isEmpty()) {
            lacks(node, "phase", "so that it can be compared with steps of other procedures");
        }
        if ((hasAct || node.kind().isTask()) && node.property("source").isEmpty()) {
            lacks(node, "source", "or write \"assumed\"");
        }
        if (hasAct && officeOf(node).isEmpty() && laneOf(node).isEmpty()) {
            error(
                    node.id(),
                    "step \"" + node.id() + "\" lies in no lane with an office",
                    "draw it into a lane that has the extension property \"office\"");
        }
    }

    private void lacks(Element node, String property, String why) {
        error(
                node.id(),
                "step \"" + node.id() + "\" has no " + property,
                "add the extension property \"" + property + "\", " + why);
    }

    private void taskIsOfItsOffice(Element task) {
        String groups = task.camunda("candidateGroups").orElse("");
        officeOf(task).filter(office -> !office.equals(groups)).ifPresent(office -> {
            error(
                    task.id(),
                    "\"" + task.id() + "\" lies with office \"" + office + "\" and is offered to "
                            + (groups.isEmpty() ? "nobody" : "\"" + groups + "\""),
                    "set camunda:candidateGroups=\"" + office + "\"");
        });
    }

    private Optional<String> officeOf(Element node) {
        return node.property("office").or(() -> laneOf(node).flatMap(lane -> lane.property("office")));
    }

    private Optional<Element> laneOf(Element node) {
        return diagram.elements(Kind.LANE::equals).stream()
                .filter(lane -> lane.texts("flowNodeRef").anyMatch(node.id()::equals))
                .findFirst();
    }

    /** Every node is reached from a start of its scope and leads to one of its ends. */
    private void nodesLieOnTheWay(Element scope) {
        List<Element> nodes = scope.children(Kind::isFlowNode);
        Map<Element, Set<Element>> after = new HashMap<>();
        Map<Element, Set<Element>> before = new HashMap<>();
        for (Element node : nodes) {
            node.outgoing().forEach(flow -> join(after, before, node, flow.target()));
            LinkEvents.target(node).ifPresent(target -> join(after, before, node, target));
            node.attachedTo().ifPresent(activity -> join(after, before, activity, node));
        }
        Set<Element> reached = closure(after, nodes, Kind.START_EVENT);
        Set<Element> ending = closure(before, nodes, Kind.END_EVENT);
        for (Element node : nodes) {
            if (node.kind().isSubProcess()) {
                nodesLieOnTheWay(node);
                if (node.isEventSubProcess()) {
                    continue;
                }
            }
            if (!reached.contains(node)) {
                error(
                        node.id(),
                        "nothing leads from a start to \"" + node.id() + "\"",
                        "draw the flow that leads there, or take it out");
            } else if (!ending.contains(node)) {
                error(
                        node.id(),
                        "\"" + node.id() + "\" is stuck: no end can be reached from it",
                        "draw the flow that leads on, or an end event");
            }
        }
    }

    private static void join(
            Map<Element, Set<Element>> after, Map<Element, Set<Element>> before, Element from, Element to) {
        after.computeIfAbsent(from, unknown -> new HashSet<>()).add(to);
        before.computeIfAbsent(to, unknown -> new HashSet<>()).add(from);
    }

    private static Set<Element> closure(Map<Element, Set<Element>> edges, List<Element> nodes, Kind first) {
        Deque<Element> open =
                new ArrayDeque<>(nodes.stream().filter(node -> node.is(first)).toList());
        Set<Element> seen = new HashSet<>();
        while (!open.isEmpty()) {
            Element node = open.remove();
            if (seen.add(node)) {
                open.addAll(edges.getOrDefault(node, Set.of()));
            }
        }
        return seen;
    }

    /** Evidence decides a choice, so every way out says which value of which variable it is. */
    private void choicesAreDistinct(Element node) {
        if (!node.is(Kind.EXCLUSIVE_GATEWAY) || !isChoice(node)) {
            return;
        }
        Map<Condition, Element> byCondition = new LinkedHashMap<>();
        Set<String> variables = new HashSet<>();
        for (Element flow : node.outgoing()) {
            Optional<Condition> condition = Condition.of(flow.condition());
            if (condition.isEmpty()) {
                error(
                        flow.id(),
                        "flow \"" + flow.id() + "\" out of \"" + node.id() + "\" has the condition \""
                                + flow.condition() + "\"",
                        "write ${variable == 'value'}, so that evidence can decide it");
                continue;
            }
            variables.add(condition.get().variable());
            Element twin = byCondition.putIfAbsent(condition.get(), flow);
            if (twin != null) {
                error(
                        flow.id(),
                        "flows \"" + twin.id() + "\" and \"" + flow.id() + "\" out of \"" + node.id()
                                + "\" have the same condition " + flow.condition(),
                        "give each its own value");
            }
        }
        if (variables.size() > 1) {
            warn(
                    node.id(),
                    "\"" + node.id() + "\" asks for several variables: "
                            + String.join(", ", new java.util.TreeSet<>(variables)),
                    "let one variable decide, so that exactly one way is open");
        }
    }

    private static boolean isChoice(Element node) {
        return (node.is(Kind.EXCLUSIVE_GATEWAY) || node.is(Kind.INCLUSIVE_GATEWAY))
                && node.outgoing().size() > 1;
    }

    /** A start that leads straight into a choice leaves the engine nowhere to wait for the evidence. */
    private void nothingIsChosenAtOnce(Element node) {
        if (!node.is(Kind.START_EVENT)) {
            return;
        }
        Element next = node;
        Set<Element> seen = new HashSet<>();
        while (seen.add(next)
                && next.outgoing().size() == 1
                && (next.equals(node) || next.is(Kind.EXCLUSIVE_GATEWAY))) {
            next = next.outgoing().get(0).target();
        }
        if (isChoice(next)) {
            error(
                    next.id(),
                    "the choice \"" + next.id() + "\" follows at once on start \"" + node.id()
                            + "\", so nothing can wait for what decides it",
                    "draw a user task before it");
        }
    }

    /** Evidence decides gateways on both sides of a call, and a case keeps the version of what it calls. */
    private void callHandsAllOver(Element call) {
        callHas(
                call,
                call.camunda("calledElementBinding")
                        .filter("deployment"::equals)
                        .isPresent(),
                "calls whatever version is the latest",
                "set camunda:calledElementBinding=\"deployment\"");
        callHas(
                call,
                call.passes("in", "businessKey", "#{execution.processBusinessKey}"),
                "does not pass the business key",
                "add <camunda:in businessKey=\"#{execution.processBusinessKey}\" />");
        callHas(
                call,
                call.passes("in", "variables", "all"),
                "does not pass its variables",
                "add <camunda:in variables=\"all\" />");
        callHas(
                call,
                call.passes("out", "variables", "all"),
                "does not take variables back",
                "add <camunda:out variables=\"all\" />");
    }

    private void callHas(Element call, boolean has, String lack, String todo) {
        if (!has) {
            error(call.id(), "call activity \"" + call.id() + "\" " + lack, todo);
        }
    }

    /** Whatever the reader of diagrams refuses and no rule above has said already of the same line. */
    private void pathsCanFollow() {
        try {
            DiagramReader.Diagram drawn = DiagramReader.read(CallTree.of(diagram, bytesOf));
            Soundness.check(drawn.behaviour())
                    .forEach((id, wrong) -> findings.add(
                            Finding.of(drawn.calls().refused(id, wrong, Soundness.REMEDY), diagram.name())));
        } catch (InvalidInput refused) {
            Finding finding = Finding.of(refused, diagram.name());
            Predicate<Finding> same =
                    known -> known.severity() == Severity.ERROR && known.line() == finding.line() && known.line() > 0;
            if (findings.stream().noneMatch(same)) {
                findings.add(finding);
            }
        }
    }

    private void error(String id, String found, String todo) {
        add(id, Severity.ERROR, found, todo);
    }

    private void warn(String id, String found, String todo) {
        add(id, Severity.WARNING, found, todo);
    }

    private void add(String id, Severity severity, String found, String todo) {
        findings.add(new Finding(diagram.name(), diagram.lineOf(id), severity, found + "; " + todo + "."));
    }
}
