package chancery.procedure.diagram;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Where a diagram draws its elements, read from its diagram interchange. Units are pixels, the origin is top left.
 *
 * @param shapes by id of the element, in order of the file
 * @param edges by id of the flow, in order of the file
 */
public record Layout(Map<String, Shape> shapes, Map<String, Edge> edges) {

    /** The outline of a shape. */
    public enum Outline {
        BOX,
        DIAMOND,
        CIRCLE
    }

    /** A point. */
    public record Point(double x, double y) {}

    /** A rectangle. */
    public record Box(double x, double y, double width, double height) {
        public double right() {
            return x + width;
        }

        public double bottom() {
            return y + height;
        }

        public Point centre() {
            return new Point(x + width / 2, y + height / 2);
        }

        /** Whether more than an edge is shared. */
        boolean overlaps(Box other) {
            return x < other.right() && other.x < right() && y < other.bottom() && other.y < bottom();
        }

        /** Whether the segment from one point to another enters the inside (Liang and Barsky 1984). */
        boolean isEnteredBy(Point from, Point to) {
            double[] directions = {from.x - to.x, to.x - from.x, from.y - to.y, to.y - from.y};
            double[] distances = {from.x - x, right() - from.x, from.y - y, bottom() - from.y};
            double enters = 0;
            double leaves = 1;
            for (int side = 0; side < 4; side++) {
                if (directions[side] == 0) {
                    if (distances[side] <= 0) {
                        return false;
                    }
                } else if (directions[side] < 0) {
                    enters = Math.max(enters, distances[side] / directions[side]);
                } else {
                    leaves = Math.min(leaves, distances[side] / directions[side]);
                }
            }
            return enters < leaves;
        }
    }

    /**
     * An element drawn as a shape.
     *
     * @param label where its label is drawn, {@code null} if inside or nowhere in particular
     */
    public record Shape(
            String id,
            Element element,
            Outline outline,
            Box box,
            @Nullable Box label,
            boolean expanded) {
        /** The square that a diamond becomes when the plane is turned by an eighth and stretched, around 0, 0. */
        private static final Box TURNED = new Box(-1, -1, 2, 2);

        /** Whether a line runs through the inside of the shape. */
        boolean isEnteredBy(Point from, Point to) {
            return switch (outline) {
                case BOX -> box.isEnteredBy(from, to);
                case DIAMOND -> TURNED.isEnteredBy(turned(from, box), turned(to, box));
                case CIRCLE -> distance(box.centre(), from, to) < box.width / 2;
            };
        }

        /** Whether a rectangle lies over part of the shape. */
        boolean overlaps(Box other) {
            if (!box.overlaps(other)) {
                return false;
            }
            Point centre = box.centre();
            double dx = Math.max(0, Math.max(other.x - centre.x, centre.x - other.right()));
            double dy = Math.max(0, Math.max(other.y - centre.y, centre.y - other.bottom()));
            return switch (outline) {
                case BOX -> true;
                case DIAMOND -> dx / (box.width / 2) + dy / (box.height / 2) < 1;
                case CIRCLE -> Math.hypot(dx, dy) < box.width / 2;
            };
        }

        private static Point turned(Point point, Box diamond) {
            double across = (point.x - diamond.centre().x) / (diamond.width / 2);
            double down = (point.y - diamond.centre().y) / (diamond.height / 2);
            return new Point(across + down, across - down);
        }

        private static double distance(Point point, Point from, Point to) {
            double dx = to.x - from.x;
            double dy = to.y - from.y;
            double length = dx * dx + dy * dy;
            double along = length == 0 ? 0 : ((point.x - from.x) * dx + (point.y - from.y) * dy) / length;
            double nearest = Math.max(0, Math.min(1, along));
            return Math.hypot(point.x - from.x - nearest * dx, point.y - from.y - nearest * dy);
        }
    }

    /** A flow drawn as a line with corners. */
    public record Edge(
            String id,
            Element element,
            List<Point> points,
            @Nullable Box label) {

        /** Whether the line runs through the inside of a shape. */
        boolean runsThrough(Shape shape) {
            for (int i = 1; i < points.size(); i++) {
                if (shape.isEnteredBy(points.get(i - 1), points.get(i))) {
                    return true;
                }
            }
            return false;
        }

        /** How often two lines cross; lines that meet or run on each other do not. */
        int crossings(Edge other) {
            int crossings = 0;
            for (int i = 1; i < points.size(); i++) {
                for (int j = 1; j < other.points.size(); j++) {
                    if (cross(points.get(i - 1), points.get(i), other.points.get(j - 1), other.points.get(j))) {
                        crossings++;
                    }
                }
            }
            return crossings;
        }

        private static boolean cross(Point a, Point b, Point c, Point d) {
            return side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0;
        }

        private static double side(Point a, Point b, Point c) {
            return Math.signum((b.x - a.x) * (c.y - a.y) - (b.y - a.y) * (c.x - a.x));
        }
    }

    /** The layout of a diagram; what is not drawn is not in it. */
    public static Layout of(DiagramFile diagram) {
        Map<String, Shape> shapes = new LinkedHashMap<>();
        Map<String, Edge> edges = new LinkedHashMap<>();
        for (Element drawn : diagram.drawn("BPMNShape")) {
            meant(diagram, drawn)
                    .ifPresent(element -> drawn.bounds()
                            .ifPresent(box -> shapes.put(
                                    element.id(),
                                    new Shape(
                                            element.id(),
                                            element,
                                            outline(element),
                                            box,
                                            drawn.labelBounds().orElse(null),
                                            drawn.flag("isExpanded", false)))));
        }
        for (Element drawn : diagram.drawn("BPMNEdge")) {
            meant(diagram, drawn)
                    .ifPresent(element -> edges.put(
                            element.id(),
                            new Edge(
                                    element.id(),
                                    element,
                                    drawn.waypoints(),
                                    drawn.labelBounds().orElse(null))));
        }
        return new Layout(shapes, edges);
    }

    private static Optional<Element> meant(DiagramFile diagram, Element drawn) {
        return drawn.attribute("bpmnElement").flatMap(diagram::element);
    }

    private static Outline outline(Element element) {
        if (element.kind().isEvent()) {
            return Outline.CIRCLE;
        }
        return element.kind().isGateway() ? Outline.DIAMOND : Outline.BOX;
    }
}
