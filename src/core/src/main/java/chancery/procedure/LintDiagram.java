package chancery.procedure;

import chancery.casefile.InvalidInput;
import chancery.procedure.Finding.Severity;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.EndEvent;
import org.camunda.bpm.model.bpmn.instance.ExclusiveGateway;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.SubProcess;
import org.camunda.bpm.model.bpmn.instance.Task;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Checks a diagram against the house's rules, one method a rule. */
final class LintDiagram {
    private static final Pattern EDITOR_ID = Pattern.compile("\\w+_(?=[0-9a-z]*[0-9])[0-9a-z]{7}");
    private static final Pattern CONDITION = Pattern.compile("\\$\\{\\s*(\\w+)\\s*==\\s*'([^']*)'\\s*}");

    private final DiagramFile diagram;
    private final List<Finding> findings = new ArrayList<>();

    private LintDiagram(DiagramFile diagram) {
        this.diagram = diagram;
    }

    /** What is to be said of a diagram, in order of its rules. */
    static List<Finding> check(String file, byte[] bpmn) {
        try {
            LintDiagram lint = new LintDiagram(DiagramFile.read(file, bpmn));
            lint.checkAll();
            return lint.findings;
        } catch (InvalidInput refused) {
            return List.of(Finding.of(refused, file));
        }
    }

    private void checkAll() {
        Process process = diagram.process();
        idsAreWrittenByHand();
        processIsCalledLikeItsFile(process);
        historyIsKept(process);
        List<FlowNode> nodes = List.copyOf(diagram.model().getModelElementsByType(FlowNode.class));
        List<InvalidInput> loose =
                nodes.stream().map(diagram::loose).flatMap(Optional::stream).toList();
        loose.forEach(each -> findings.add(Finding.of(each, diagram.name())));
        if (loose.isEmpty()) {
            nodes.forEach(this::stepSaysWhatItIs);
            nodes.stream().filter(UserTask.class::isInstance).forEach(task -> taskIsOfItsOffice((UserTask) task));
            nodesLieOnTheWay(process);
            nodes.forEach(this::choicesAreDistinct);
            nodes.forEach(this::nothingIsChosenAtOnce);
            findings.addAll(new LintLayout(diagram).findings());
            pathsCanFollow();
        }
    }

    /** Ids are contracts: an editor's random ones change with every copy. */
    private void idsAreWrittenByHand() {
        diagram.model().getModelElementsByType(BaseElement.class).stream()
                .map(BaseElement::getId)
                .filter(id -> id != null && EDITOR_ID.matcher(id).matches())
                .forEach(id -> error(
                        id, "\"" + id + "\" is an editor's id", "write one by hand that says what the element is"));
    }

    private void processIsCalledLikeItsFile(Process process) {
        String fileName = diagram.name().replaceFirst(".*[/\\\\]", "").replaceFirst("\\.bpmn$", "");
        if (!fileName.equals(process.getId())) {
            error(
                    process.getId(),
                    "the process is called \"" + process.getId() + "\" and its file \"" + fileName + ".bpmn\"",
                    "call both alike");
        }
    }

    private void historyIsKept(Process process) {
        if (process.getCamundaHistoryTimeToLiveString() == null) {
            error(
                    process.getId(),
                    "process \"" + process.getId() + "\" has no historyTimeToLive",
                    "set camunda:historyTimeToLive=\"P36500D\", since the engine refuses a process without it");
        }
    }

    private void stepSaysWhatItIs(FlowNode node) {
        boolean hasAct = DiagramFile.property(node, "act").isPresent();
        if (node instanceof Task && !(node instanceof BusinessRuleTask) && !hasAct) {
            lacks(node, "act", "so that marks can attest it");
        }
        if (hasAct && DiagramFile.property(node, "phase").isEmpty()) {
            lacks(node, "phase", "so that it can be compared with steps of other procedures");
        }
        if ((hasAct || node instanceof Task)
                && DiagramFile.property(node, "source").isEmpty()) {
            lacks(node, "source", "or write \"assumed\"");
        }
        if (hasAct && officeOf(node).isEmpty() && laneOf(node).isEmpty()) {
            error(
                    node.getId(),
                    "step \"" + node.getId() + "\" lies in no lane with an office",
                    "draw it into a lane that has the extension property \"office\"");
        }
    }

    private void lacks(FlowNode node, String property, String why) {
        error(
                node.getId(),
                "step \"" + node.getId() + "\" has no " + property,
                "add the extension property \"" + property + "\", " + why);
    }

    private void taskIsOfItsOffice(UserTask task) {
        String groups = task.getCamundaCandidateGroups();
        officeOf(task).filter(office -> !office.equals(groups)).ifPresent(office -> {
            error(
                    task.getId(),
                    "\"" + task.getId() + "\" lies with office \"" + office + "\" and is offered to "
                            + (groups == null ? "nobody" : "\"" + groups + "\""),
                    "set camunda:candidateGroups=\"" + office + "\"");
        });
    }

    private Optional<String> officeOf(FlowNode node) {
        return DiagramFile.property(node, "office")
                .or(() -> laneOf(node).flatMap(lane -> DiagramFile.property(lane, "office")));
    }

    private Optional<Lane> laneOf(FlowNode node) {
        return diagram.model().getModelElementsByType(Lane.class).stream()
                .filter(lane -> lane.getFlowNodeRefs().contains(node))
                .findFirst();
    }

    /** Every node is reached from a start of its scope and leads to one of its ends. */
    private void nodesLieOnTheWay(ModelElementInstance scope) {
        Collection<FlowNode> nodes = scope.getChildElementsByType(FlowNode.class);
        Map<FlowNode, Set<FlowNode>> after = new HashMap<>();
        Map<FlowNode, Set<FlowNode>> before = new HashMap<>();
        for (FlowNode node : nodes) {
            node.getOutgoing().forEach(flow -> join(after, before, node, flow.getTarget()));
            if (node instanceof BoundaryEvent boundary) {
                join(after, before, boundary.getAttachedTo(), boundary);
            }
        }
        Set<FlowNode> reached = closure(after, nodes, StartEvent.class);
        Set<FlowNode> ending = closure(before, nodes, EndEvent.class);
        for (FlowNode node : nodes) {
            if (node instanceof SubProcess sub) {
                nodesLieOnTheWay(sub);
                if (sub.triggeredByEvent()) {
                    continue;
                }
            }
            if (!reached.contains(node)) {
                error(
                        node.getId(),
                        "nothing leads from a start to \"" + node.getId() + "\"",
                        "draw the flow that leads there, or take it out");
            } else if (!ending.contains(node)) {
                error(
                        node.getId(),
                        "\"" + node.getId() + "\" is stuck: no end can be reached from it",
                        "draw the flow that leads on, or an end event");
            }
        }
    }

    private static void join(
            Map<FlowNode, Set<FlowNode>> after, Map<FlowNode, Set<FlowNode>> before, FlowNode from, FlowNode to) {
        after.computeIfAbsent(from, unknown -> new HashSet<>()).add(to);
        before.computeIfAbsent(to, unknown -> new HashSet<>()).add(from);
    }

    private static Set<FlowNode> closure(
            Map<FlowNode, Set<FlowNode>> edges, Collection<FlowNode> nodes, Class<? extends FlowNode> first) {
        Deque<FlowNode> open =
                new ArrayDeque<>(nodes.stream().filter(first::isInstance).toList());
        Set<FlowNode> seen = new HashSet<>();
        while (!open.isEmpty()) {
            FlowNode node = open.remove();
            if (seen.add(node)) {
                open.addAll(edges.getOrDefault(node, Set.of()));
            }
        }
        return seen;
    }

    /** Evidence decides a choice, so every way out says which value of which variable it is. */
    private void choicesAreDistinct(FlowNode node) {
        if (!isChoice(node)) {
            return;
        }
        Map<String, SequenceFlow> byCondition = new LinkedHashMap<>();
        Set<String> variables = new HashSet<>();
        for (SequenceFlow flow : node.getOutgoing()) {
            Matcher condition = CONDITION.matcher(conditionOf(flow));
            if (!condition.matches()) {
                error(
                        flow.getId(),
                        "flow \"" + flow.getId() + "\" out of \"" + node.getId() + "\" has the condition \""
                                + conditionOf(flow) + "\"",
                        "write ${variable == 'value'}, so that evidence can decide it");
                continue;
            }
            variables.add(condition.group(1));
            SequenceFlow twin = byCondition.putIfAbsent(condition.group(1) + " " + condition.group(2), flow);
            if (twin != null) {
                error(
                        flow.getId(),
                        "flows \"" + twin.getId() + "\" and \"" + flow.getId() + "\" out of \"" + node.getId()
                                + "\" have the same condition " + conditionOf(flow),
                        "give each its own value");
            }
        }
        if (variables.size() > 1) {
            warn(
                    node.getId(),
                    "\"" + node.getId() + "\" asks for several variables: "
                            + String.join(", ", new java.util.TreeSet<>(variables)),
                    "let one variable decide, so that exactly one way is open");
        }
    }

    private static String conditionOf(SequenceFlow flow) {
        return Optional.ofNullable(flow.getConditionExpression())
                .map(expression -> expression.getTextContent().strip())
                .orElse("");
    }

    private static boolean isChoice(FlowNode node) {
        return node instanceof ExclusiveGateway && node.getOutgoing().size() > 1;
    }

    /** A start that leads straight into a choice leaves the engine nowhere to wait for the evidence. */
    private void nothingIsChosenAtOnce(FlowNode node) {
        if (!(node instanceof StartEvent)) {
            return;
        }
        FlowNode next = node;
        Set<FlowNode> seen = new HashSet<>();
        while (seen.add(next) && next.getOutgoing().size() == 1 && (next == node || next instanceof ExclusiveGateway)) {
            next = next.getOutgoing().iterator().next().getTarget();
        }
        if (isChoice(next)) {
            error(
                    next.getId(),
                    "the choice \"" + next.getId() + "\" follows at once on start \"" + node.getId()
                            + "\", so nothing can wait for what decides it",
                    "draw a user task before it");
        }
    }

    /** Whatever the reader of diagrams refuses and no rule above has said already of the same line. */
    private void pathsCanFollow() {
        try {
            LintBehaviour.check(DiagramReader.read(diagram).behaviour())
                    .forEach((id, wrong) -> error(id, wrong, LintBehaviour.REMEDY));
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
