package chancery.procedure;

import chancery.procedure.Finding.Severity;
import chancery.procedure.Layout.Box;
import chancery.procedure.Layout.Edge;
import chancery.procedure.Layout.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BoundaryEvent;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.Lane;
import org.camunda.bpm.model.bpmn.instance.MessageFlow;
import org.camunda.bpm.model.bpmn.instance.Participant;
import org.camunda.bpm.model.bpmn.instance.SequenceFlow;
import org.camunda.bpm.model.xml.instance.ModelElementInstance;

/** Checks that a diagram can be read as it is drawn, one method a rule. */
final class LintLayout {
    private static final int MANY_CROSSINGS = 5;

    private final DiagramFile diagram;
    private final Layout layout;
    private final List<Shape> nodes;
    private final List<Finding> findings = new ArrayList<>();

    LintLayout(DiagramFile diagram) {
        this.diagram = diagram;
        this.layout = Layout.of(diagram);
        this.nodes = layout.shapes().values().stream()
                .filter(shape -> shape.element() instanceof FlowNode)
                .toList();
    }

    List<Finding> findings() {
        everythingIsDrawn();
        nodesLieApart();
        linesRunAroundNodes();
        linesHardlyCross();
        labelsLieBesideNodes();
        return findings;
    }

    private void everythingIsDrawn() {
        Stream.of(FlowNode.class, Lane.class, Participant.class, SequenceFlow.class, MessageFlow.class)
                .flatMap(type -> diagram.model().getModelElementsByType(type).stream())
                .map(BaseElement.class::cast)
                .map(BaseElement::getId)
                .filter(Objects::nonNull)
                .filter(id -> !layout.shapes().containsKey(id) && !isLine(id))
                .forEach(id ->
                        add(id, Severity.ERROR, "\"" + id + "\" is not drawn", "give it a BPMNShape or BPMNEdge"));
    }

    private boolean isLine(String id) {
        Edge edge = layout.edges().get(id);
        return edge != null && edge.points().size() > 1;
    }

    private void nodesLieApart() {
        for (int i = 0; i < nodes.size(); i++) {
            for (int j = i + 1; j < nodes.size(); j++) {
                Shape one = nodes.get(i);
                Shape other = nodes.get(j);
                boolean meantTo = one.element() instanceof BoundaryEvent
                        || other.element() instanceof BoundaryEvent
                        || contains(one, other)
                        || contains(other, one);
                if (!meantTo && one.box().overlaps(other.box())) {
                    add(
                            other.id(),
                            Severity.ERROR,
                            "\"" + one.id() + "\" and \"" + other.id() + "\" lie on each other",
                            "move them apart");
                }
            }
        }
    }

    private void linesRunAroundNodes() {
        for (Edge edge : layout.edges().values()) {
            for (Shape node : nodes) {
                if (!touches(edge, node) && edge.runsThrough(node)) {
                    add(
                            edge.id(),
                            Severity.ERROR,
                            "flow \"" + edge.id() + "\" runs through \"" + node.id() + "\"",
                            "lead it around");
                }
            }
        }
    }

    /** Whether a line begins or ends at a node, at an event on its border, or inside it. */
    private static boolean touches(Edge edge, Shape node) {
        return ends(edge)
                .anyMatch(end -> end.equals(node.element())
                        || isInside(end, node.element())
                        || (end instanceof BoundaryEvent boundary
                                && node.element().equals(boundary.getAttachedTo())));
    }

    private static Stream<ModelElementInstance> ends(Edge edge) {
        if (edge.element() instanceof SequenceFlow flow) {
            return Stream.of(flow.getSource(), flow.getTarget());
        }
        return edge.element() instanceof MessageFlow flow
                ? Stream.of(flow.getSource(), flow.getTarget())
                : Stream.empty();
    }

    private static boolean contains(Shape outer, Shape inner) {
        return isInside(inner.element(), outer.element());
    }

    private static boolean isInside(ModelElementInstance inner, ModelElementInstance outer) {
        ModelElementInstance parent = inner.getParentElement();
        return parent != null && (parent.equals(outer) || isInside(parent, outer));
    }

    private void linesHardlyCross() {
        List<Edge> edges = List.copyOf(layout.edges().values());
        List<String> crossing = new ArrayList<>();
        int crossings = 0;
        for (int i = 0; i < edges.size(); i++) {
            for (int j = i + 1; j < edges.size(); j++) {
                int between = edges.get(i).crossings(edges.get(j));
                crossings += between;
                if (between > 0) {
                    crossing.add(edges.get(i).id() + " and " + edges.get(j).id());
                }
            }
        }
        if (crossings > 0) {
            findings.add(new Finding(
                    diagram.name(),
                    diagram.lineOf(diagram.process().getId()),
                    crossings > MANY_CROSSINGS ? Severity.WARNING : Severity.NOTE,
                    crossings + (crossings == 1 ? " crossing: " : " crossings: ") + String.join(", ", crossing)
                            + "; lead lines around each other where that is easy."));
        }
    }

    private void labelsLieBesideNodes() {
        Stream.concat(
                        layout.shapes().values().stream().map(shape -> new Label(shape.id(), shape.label())),
                        layout.edges().values().stream().map(edge -> new Label(edge.id(), edge.label())))
                .forEach(label -> nodes.stream()
                        .filter(node -> label.lies(node))
                        .forEach(node -> add(
                                label.id,
                                Severity.WARNING,
                                "the label of \"" + label.id + "\" lies on \"" + node.id() + "\"",
                                "move the label")));
    }

    private record Label(
            String id, @org.jspecify.annotations.Nullable Box box) {
        /** Whether it lies on a node; a subprocess that it is drawn into does not count. */
        boolean lies(Shape node) {
            return box != null && !node.expanded() && node.overlaps(box);
        }
    }

    private void add(String id, Severity severity, String found, String todo) {
        findings.add(new Finding(diagram.name(), diagram.lineOf(id), severity, found + "; " + todo + "."));
    }
}
