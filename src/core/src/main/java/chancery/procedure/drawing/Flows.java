package chancery.procedure.drawing;

import chancery.path.EvidenceStatus;
import chancery.procedure.diagram.Element.Kind;
import chancery.procedure.diagram.Layout.Box;
import chancery.procedure.diagram.Layout.Edge;
import chancery.procedure.diagram.Layout.Point;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/** Draws the lines between nodes: those on the way of the paper, all others, and messages. */
final class Flows {
    private final Svg svg;
    private final Pen pen;
    private final Route route;

    Flows(Svg svg, Route route) {
        this.svg = svg;
        this.pen = new Pen(svg);
        this.route = route;
    }

    /** Defines the ends of lines, which lines name. */
    void arrowheads() {
        svg.open("defs");
        arrowhead("arrow", Look.PALE, Look.PALE, 12);
        arrowhead("arrow-taken", Look.TAKEN, Look.TAKEN, 14);
        arrowhead("arrow-message", "#ffffff", Look.INK, 12);
        svg.open(
                "marker",
                "id",
                "said",
                "viewBox",
                "0 0 10 10",
                "refX",
                "1",
                "refY",
                "5",
                "markerUnits",
                "userSpaceOnUse",
                "markerWidth",
                "10",
                "markerHeight",
                "10");
        svg.element("circle", "cx", "5", "cy", "5", "r", "4", "fill", "#ffffff", "stroke", Look.INK);
        svg.close("marker").close("defs");
    }

    private void arrowhead(String id, String fill, String line, int size) {
        svg.open(
                "marker",
                "id",
                id,
                "viewBox",
                "0 0 10 10",
                "refX",
                "9",
                "refY",
                "5",
                "markerUnits",
                "userSpaceOnUse",
                "markerWidth",
                size,
                "markerHeight",
                size,
                "orient",
                "auto");
        svg.element("path", "d", "M1 1 L9 5 L1 9 Z", "fill", fill, "stroke", line);
        svg.close("marker");
    }

    /** Whether the paper went this way. */
    boolean isTaken(Edge edge) {
        return route.flows().containsKey(edge.id());
    }

    void draw(Edge edge) {
        EvidenceStatus status = route.flows().get(edge.id());
        String points = edge.points().stream()
                .map(point -> Svg.number(point.x()) + "," + Svg.number(point.y()))
                .collect(Collectors.joining(" "));
        if (edge.element().is(Kind.MESSAGE_FLOW)) {
            svg.element(
                    "polyline",
                    "points",
                    points,
                    "fill",
                    "none",
                    "stroke",
                    Look.INK,
                    "stroke-dasharray",
                    "9 6",
                    "marker-start",
                    "url(#said)",
                    "marker-end",
                    "url(#arrow-message)");
            return;
        }
        svg.element(
                "polyline",
                "points",
                points,
                "fill",
                "none",
                "stroke",
                status == null ? Look.PALE : Look.TAKEN,
                "stroke-width",
                status == null ? 1.2 : 2.8,
                "stroke-linejoin",
                "round",
                "stroke-dasharray",
                status == EvidenceStatus.POSSIBLE ? "2 4" : "none",
                "marker-end",
                status == null ? "url(#arrow)" : "url(#arrow-taken)");
    }

    /** Writes the name of a flow beside its beginning, unless the diagram has a place for it; messages go without. */
    void label(Edge edge) {
        Point first = edge.points().isEmpty() ? new Point(0, 0) : edge.points().get(0);
        Box beside = new Box(first.x() - 10, first.y() - 18, 70, 14);
        pen.label(
                edge.element().is(Kind.SEQUENCE_FLOW) ? edge.element().name() : "",
                Optional.ofNullable(edge.label()).orElse(beside),
                List.of(),
                isTaken(edge));
    }
}
