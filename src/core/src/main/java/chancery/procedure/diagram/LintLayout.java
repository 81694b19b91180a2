package chancery.procedure.diagram;

import chancery.procedure.diagram.Element.Kind;
import chancery.procedure.diagram.Finding.Severity;
import chancery.procedure.diagram.Layout.Box;
import chancery.procedure.diagram.Layout.Edge;
import chancery.procedure.diagram.Layout.Shape;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** Checks that a diagram can be read as it is drawn, one method a rule. */
final class LintLayout {
    private static final int MANY_CROSSINGS = 5;

    /** What is drawn beside the nodes. */
    private static final Set<Kind> DRAWN = Set.of(Kind.LANE, Kind.PARTICIPANT, Kind.SEQUENCE_FLOW, Kind.MESSAGE_FLOW);

    private final DiagramFile diagram;
    private final Layout layout;
    private final List<Shape> nodes;
    private final List<Finding> findings = new ArrayList<>();

    LintLayout(DiagramFile diagram) {
        this.diagram = diagram;
        this.layout = Layout.of(diagram);
        this.nodes = layout.shapes().values().stream()
                .filter(shape -> shape.element().kind().isFlowNode())
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
        diagram.elements(kind -> kind.isFlowNode() || DRAWN.contains(kind)).stream()
                .map(Element::id)
                .filter(id -> !id.isEmpty())
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
                boolean meantTo = one.element().is(Kind.BOUNDARY_EVENT)
                        || other.element().is(Kind.BOUNDARY_EVENT)
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
                        || end.isWithin(node.element())
                        || end.attachedTo().filter(node.element()::equals).isPresent());
    }

    private static Stream<Element> ends(Edge edge) {
        Element flow = edge.element();
        return flow.is(Kind.SEQUENCE_FLOW) || flow.is(Kind.MESSAGE_FLOW)
                ? Stream.of(flow.source(), flow.target())
                : Stream.empty();
    }

    private static boolean contains(Shape outer, Shape inner) {
        return inner.element().isWithin(outer.element());
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
                    diagram.lineOf(diagram.process().id()),
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
