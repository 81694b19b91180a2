package chancery.procedure.drawing;

import chancery.path.Path;
import chancery.procedure.Holdings;
import chancery.procedure.diagram.CallTree;
import chancery.procedure.diagram.Element;
import chancery.procedure.diagram.Element.Kind;
import chancery.procedure.diagram.Layout;
import chancery.procedure.diagram.Layout.Box;
import chancery.procedure.diagram.Layout.Edge;
import chancery.procedure.diagram.Layout.Shape;
import chancery.procedure.drawing.Svg.Anchor;
import java.util.List;
import java.util.stream.Stream;

/**
 * Draws a path on the diagram of its procedure, as an SVG that stands by itself. What a step is held for is told twice,
 * by colour and by line or badge, so that it survives print and colour blindness.
 */
public final class DrawPath {
    private static final double MARGIN = 20;
    private static final double HEAD = 84;
    private static final double LEGEND = 62;
    private static final double BAND = 30;

    private final Path path;
    private final Layout layout;
    private final Svg svg = new Svg();
    private final Pen pen = new Pen(svg);
    private final Nodes nodes;
    private final Flows flows;

    private DrawPath(Path path, CallTree calls) {
        this.path = path;
        this.layout = Layout.of(calls.diagram());
        Route route = Route.of(path, calls);
        this.nodes = new Nodes(svg, path, route, calls);
        this.flows = new Flows(svg, route);
    }

    /** The drawing of a path on the diagram of its procedure; of a bare path, by itself. */
    public static String svg(Path path, Holdings holdings) {
        if (path.result() == Path.Result.BARE) {
            return svg(path);
        }
        return new DrawPath(path, holdings.diagram(path.procedure())).svg();
    }

    /** The drawing of a bare path. */
    public static String svg(Path bare) {
        if (bare.result() != Path.Result.BARE) {
            throw new IllegalArgumentException("Path " + bare.headline() + " is drawn on a diagram");
        }
        return new DrawBarePath(bare).svg();
    }

    static String svg(Path path, CallTree calls) {
        return new DrawPath(path, calls).svg();
    }

    private String svg() {
        Box drawn = extent();
        double width = Math.max(drawn.width(), 1000) + 2 * MARGIN;
        double height = drawn.height() + 2 * MARGIN + HEAD + LEGEND;
        double left = drawn.x() - MARGIN;
        double top = drawn.y() - MARGIN - HEAD;
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "width",
                width,
                "height",
                height,
                "viewBox",
                Svg.number(left) + " " + Svg.number(top) + " " + Svg.number(width) + " " + Svg.number(height),
                "role",
                "img",
                "font-family",
                "sans-serif",
                "font-size",
                "12");
        svg.leaf("title", path.title());
        svg.leaf("desc", path.headline());
        flows.arrowheads();
        svg.element("rect", "x", left, "y", top, "width", width, "height", height, "fill", "#ffffff");
        Heading.draw(svg, path, drawn.x(), top + MARGIN, width - 2 * MARGIN);
        layout.shapes().values().forEach(this::frame);
        lines(false);
        lines(true);
        shapes(false);
        shapes(true);
        layout.shapes().values().forEach(nodes::label);
        layout.edges().values().forEach(flows::label);
        new Legend(svg).draw(drawn.x(), drawn.bottom() + MARGIN + 8);
        return svg.close("svg").toString();
    }

    private Box extent() {
        double left = Double.MAX_VALUE;
        double top = Double.MAX_VALUE;
        double right = 0;
        double bottom = 0;
        for (Box box : Stream.of(
                        layout.shapes().values().stream().map(Shape::box),
                        layout.shapes().values().stream().map(Shape::label),
                        layout.edges().values().stream().map(Edge::label),
                        layout.edges().values().stream()
                                .flatMap(edge -> edge.points().stream())
                                .map(point -> new Box(point.x(), point.y(), 0, 0)))
                .flatMap(boxes -> boxes)
                .filter(box -> box != null)
                .toList()) {
            left = Math.min(left, box.x());
            top = Math.min(top, box.y());
            right = Math.max(right, box.right());
            bottom = Math.max(bottom, box.bottom());
        }
        return left > right ? new Box(0, 0, 0, 0) : new Box(left, top, right - left, bottom - top);
    }

    private void frame(Shape shape) {
        Box box = shape.box();
        Element element = shape.element();
        if (element.is(Kind.PARTICIPANT)) {
            boolean collapsed = element.attribute("processRef").isEmpty();
            pen.rectangle(box, 0, "#ffffff", Look.INK, 1.5, "none");
            if (collapsed) {
                pen.middle(Svg.wrap(element.name(), box.width() - 10, 12, 2), box.centre(), Look.INK);
            } else {
                sideways(element.name(), box);
            }
        } else if (element.is(Kind.LANE)) {
            pen.rectangle(box, 0, "none", Look.INK, 1, "none");
            sideways(element.name(), box);
        } else if (element.kind().isSubProcess() && shape.expanded()) {
            pen.rectangle(box, 10, "none", Look.PALE, 1.5, element.isEventSubProcess() ? "2 4" : "none");
            svg.lines(
                    Svg.wrap(element.name(), box.width() - 10, 12, 1),
                    Anchor.MIDDLE,
                    box.centre().x(),
                    box.y() + 15,
                    14,
                    "fill",
                    "#6b6b6b");
        }
    }

    /** A name that reads upwards in the band at the left. */
    private void sideways(String name, Box box) {
        List<String> lines = Svg.wrap(name, box.height() - 6, 12, 2);
        double x = box.x() + BAND / 2 + 4 - 6.5 * (lines.size() - 1);
        for (int i = 0; i < lines.size(); i++) {
            String turn = "translate(" + Svg.number(x + 13 * i) + " "
                    + Svg.number(box.centre().y()) + ") rotate(-90)";
            svg.lines(List.of(lines.get(i)), Anchor.MIDDLE, 0, 0, 0, "transform", turn, "fill", Look.INK);
        }
        svg.element(
                "line",
                "x1",
                box.x() + BAND,
                "y1",
                box.y(),
                "x2",
                box.x() + BAND,
                "y2",
                box.bottom(),
                "stroke",
                Look.INK);
    }

    /** The way of the paper comes last, since it lies over other lines. */
    private void lines(boolean taken) {
        layout.edges().values().stream()
                .filter(edge -> flows.isTaken(edge) == taken)
                .forEach(flows::draw);
    }

    /** Boundary events come last, since they lie on their task. */
    private void shapes(boolean boundary) {
        layout.shapes().values().stream()
                .filter(shape -> shape.element().is(Kind.BOUNDARY_EVENT) == boundary)
                .forEach(nodes::draw);
    }
}
