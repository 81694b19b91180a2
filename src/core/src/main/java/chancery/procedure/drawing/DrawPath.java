package chancery.procedure.drawing;

import chancery.path.EvidenceStatus;
import chancery.path.Path;
import chancery.path.PathJson;
import chancery.path.Step;
import chancery.path.StepId;
import chancery.procedure.Holdings;
import chancery.procedure.diagram.DiagramFile;
import chancery.procedure.diagram.Element;
import chancery.procedure.diagram.Element.Kind;
import chancery.procedure.diagram.Layout;
import chancery.procedure.diagram.Layout.Box;
import chancery.procedure.diagram.Layout.Edge;
import chancery.procedure.diagram.Layout.Point;
import chancery.procedure.diagram.Layout.Shape;
import chancery.procedure.drawing.Svg.Anchor;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Draws a path on the diagram of its procedure, as an SVG that stands by itself. What a step is held for is told twice,
 * by colour and by line or badge, so that it survives print and colour blindness.
 */
public final class DrawPath {
    private static final double MARGIN = 20;
    private static final double HEAD = 84;
    private static final double LEGEND = 62;
    private static final double BAND = 30;
    private static final String INK = "#212121";
    private static final String PALE = "#8a8a8a";
    private static final String TAKEN = "#1b5e20";
    private static final String WAITS = "#0d47a1";

    private final Path path;
    private final Layout layout;
    private final Route route;
    private final Map<String, Step> steps = new HashMap<>();
    private final Map<String, Long> rounds;
    private final Set<String> waiting;
    private final Svg svg = new Svg();

    private DrawPath(Path path, DiagramFile diagram) {
        this.path = path;
        this.layout = Layout.of(diagram);
        this.route = Route.of(path, diagram);
        path.steps().forEach(step -> steps.merge(step.key().id().value(), step, DrawPath::telling));
        this.rounds = path.taken()
                .collect(Collectors.groupingBy(step -> step.key().id().value(), Collectors.counting()));
        this.waiting = path.waitsAt().stream().map(StepId::value).collect(Collectors.toSet());
    }

    /** The drawing of a path on the diagram of its procedure. */
    public static String svg(Path path, Holdings holdings) {
        return new DrawPath(path, holdings.diagram(path.procedure())).svg();
    }

    static String svg(Path path, DiagramFile diagram) {
        return new DrawPath(path, diagram).svg();
    }

    /** How a status looks. */
    private record Look(String fill, String line, double width, String dashes, String ink) {
        /** A task that is no step, on the way. */
        static final Look PASSED = new Look("#ffffff", TAKEN, 1.6, "none", INK);

        static Look of(@Nullable Step step) {
            if (step == null) {
                return of(EvidenceStatus.NOT_EVIDENCED);
            }
            return of(step.status());
        }

        static Look of(EvidenceStatus status) {
            return switch (status) {
                case EVIDENCED -> new Look("#81c784", TAKEN, 2.4, "none", INK);
                case INFERRED -> new Look("#e8f5e9", TAKEN, 1.8, "7 4", INK);
                case POSSIBLE -> new Look("#fff9c4", "#7a5c00", 2.2, "1.5 4", INK);
                case CONTRADICTED -> new Look("#ffcdd2", "#b71c1c", 3.2, "none", INK);
                case NOT_EVIDENCED -> new Look("#ffffff", PALE, 1.2, "none", "#6b6b6b");
            };
        }
    }

    /** Of two rounds of one step, the one that says more; of equals the first. */
    private static Step telling(Step one, Step other) {
        return rank(other) < rank(one) ? other : one;
    }

    private static int rank(Step step) {
        return switch (step.status()) {
            case CONTRADICTED -> 0;
            case EVIDENCED -> 1;
            case INFERRED -> 2;
            case POSSIBLE -> 3;
            case NOT_EVIDENCED -> 4;
        };
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
        arrowheads();
        svg.element("rect", "x", left, "y", top, "width", width, "height", height, "fill", "#ffffff");
        head(drawn.x(), top + MARGIN, width - 2 * MARGIN);
        layout.shapes().values().forEach(this::frame);
        lines(false);
        lines(true);
        shapes(false);
        shapes(true);
        labels();
        legend(drawn.x(), drawn.bottom() + MARGIN + 8);
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

    private void arrowheads() {
        svg.open("defs");
        arrowhead("arrow", PALE, PALE, 12);
        arrowhead("arrow-taken", TAKEN, TAKEN, 14);
        arrowhead("arrow-message", "#ffffff", INK, 12);
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
        svg.element("circle", "cx", "5", "cy", "5", "r", "4", "fill", "#ffffff", "stroke", INK);
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

    private void head(double x, double y, double width) {
        svg.lines(
                Svg.wrap(path.title(), width, 19, 1),
                Anchor.START,
                x,
                y + 12,
                22,
                "font-size",
                19,
                "font-weight",
                "bold");
        String source = "Case " + path.caseId() + ", " + path.reading() + " reading, " + path.basis() + ", path "
                + PathJson.hash(path);
        svg.lines(List.of(source), Anchor.START, x, y + 34, 18, "font-size", 14);
        svg.lines(
                Svg.wrap(path.headline(), width, 14, 2),
                Anchor.START,
                x,
                y + 54,
                18,
                "font-size",
                14,
                "fill",
                "#555555");
    }

    // ---- pools, lanes and subprocesses ----

    private void frame(Shape shape) {
        Box box = shape.box();
        Element element = shape.element();
        if (element.is(Kind.PARTICIPANT)) {
            boolean collapsed = element.attribute("processRef").isEmpty();
            rectangle(box, 0, "#ffffff", INK, 1.5, "none");
            if (collapsed) {
                middle(Svg.wrap(element.name(), box.width() - 10, 12, 2), box.centre(), INK);
            } else {
                sideways(element.name(), box);
            }
        } else if (element.is(Kind.LANE)) {
            rectangle(box, 0, "none", INK, 1, "none");
            sideways(element.name(), box);
        } else if (element.kind().isSubProcess() && shape.expanded()) {
            rectangle(box, 10, "none", PALE, 1.5, element.isEventSubProcess() ? "2 4" : "none");
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
            svg.lines(List.of(lines.get(i)), Anchor.MIDDLE, 0, 0, 0, "transform", turn, "fill", INK);
        }
        svg.element(
                "line", "x1", box.x() + BAND, "y1", box.y(), "x2", box.x() + BAND, "y2", box.bottom(), "stroke", INK);
    }

    // ---- flows ----

    private void lines(boolean taken) {
        layout.edges().values().stream()
                .filter(edge -> route.flows().containsKey(edge.id()) == taken)
                .forEach(edge -> line(edge, route.flows().get(edge.id())));
    }

    private void line(Edge edge, @Nullable EvidenceStatus status) {
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
                    INK,
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
                status == null ? PALE : TAKEN,
                "stroke-width",
                status == null ? 1.2 : 2.8,
                "stroke-linejoin",
                "round",
                "stroke-dasharray",
                status == EvidenceStatus.POSSIBLE ? "2 4" : "none",
                "marker-end",
                status == null ? "url(#arrow)" : "url(#arrow-taken)");
    }

    // ---- nodes ----

    /** Boundary events come last, since they lie on their task. */
    private void shapes(boolean boundary) {
        layout.shapes().values().stream()
                .filter(shape -> shape.element().is(Kind.BOUNDARY_EVENT) == boundary)
                .forEach(this::node);
    }

    private void node(Shape shape) {
        Step step = steps.get(shape.id());
        Look look = Look.of(step);
        Element element = shape.element();
        if (element.kind().isTask()) {
            group(shape, step);
            boolean passed = step == null && route.nodes().contains(shape.id());
            task(element, shape.box(), passed ? Look.PASSED : look, step);
        } else if (element.kind().isEvent()) {
            group(shape, step);
            event(element, shape.box(), look, step);
        } else if (element.kind().isGateway()) {
            group(shape, step);
            gateway(element, shape.box());
        } else if (element.kind().isSubProcess() && !shape.expanded()) {
            group(shape, step);
            rectangle(shape.box(), 10, look.fill(), look.line(), look.width(), look.dashes());
            middle(
                    Svg.wrap(element.name(), shape.box().width() - 10, 12, 4),
                    shape.box().centre(),
                    look.ink());
        } else {
            return;
        }
        if (waiting.contains(shape.id())) {
            ring(shape);
        }
        badges(shape.box(), step);
        svg.close("g");
    }

    private void group(Shape shape, @Nullable Step step) {
        svg.open("g", "id", shape.id());
        if (step != null) {
            svg.leaf("title", step.label() + ": " + step.standing() + ". " + step.reason());
        }
    }

    private void task(Element task, Box box, Look look, @Nullable Step step) {
        rectangle(box, 10, look.fill(), look.line(), look.width(), look.dashes());
        List<String> label = Svg.wrap(task.name(), box.width() - 14, 12, 4);
        List<String> when = step == null || !step.isTaken() ? List.of() : when(step, box.width() - 8);
        double height = label.size() * 14 + when.size() * 12;
        double top = box.centre().y() - height / 2;
        svg.lines(label, Anchor.MIDDLE, box.centre().x(), top + 11, 14, "fill", look.ink());
        svg.lines(
                when,
                Anchor.MIDDLE,
                box.centre().x(),
                top + label.size() * 14 + 10,
                12,
                "font-size",
                10,
                "fill",
                look.ink());
        if (task.is(Kind.BUSINESS_RULE_TASK)) {
            table(box.x() + 6, box.y() + 6, look.line());
        }
        if (task.isShared()) {
            for (int i = -1; i <= 1; i++) {
                double x = box.centre().x() + 4 * i;
                svg.element(
                        "line",
                        "x1",
                        x,
                        "y1",
                        box.bottom() - 12,
                        "x2",
                        x,
                        "y2",
                        box.bottom() - 3,
                        "stroke",
                        look.ink(),
                        "stroke-width",
                        2);
            }
        }
    }

    /** The date and, where there is room, the number; an interval that is too long is broken at its stroke. */
    private static List<String> when(Step step, double width) {
        String when = step.when();
        String number = step.number() == null ? "" : "Nº " + step.number();
        String both = when.isEmpty() || number.isEmpty() ? when + number : when + ", " + number;
        if (both.isEmpty()) {
            return List.of();
        }
        if (Svg.width(both, 10) <= width) {
            return List.of(both);
        }
        if (Svg.width(when, 10) <= width) {
            return number.isEmpty() ? List.of(when) : List.of(when, number);
        }
        int stroke = when.indexOf('/');
        return stroke < 0 ? List.of(when) : List.of(when.substring(0, stroke + 1), when.substring(stroke + 1));
    }

    private void table(double x, double y, String line) {
        svg.element("rect", "x", x, "y", y, "width", 14.0, "height", 10.0, "fill", "#ffffff", "stroke", line);
        svg.element("rect", "x", x, "y", y, "width", 14.0, "height", 3.0, "fill", line, "stroke", line);
        svg.element("line", "x1", x + 5, "y1", y + 3, "x2", x + 5, "y2", y + 10, "stroke", line);
    }

    private void event(Element event, Box box, Look look, @Nullable Step step) {
        boolean passed = route.nodes().contains(event.id()) || (step != null && step.isTaken());
        String line = passed ? TAKEN : PALE;
        String dashes = isNonInterrupting(event) ? "5 3" : look.dashes();
        double width = event.is(Kind.END_EVENT) ? 3.6 : passed ? 2.2 : 1.4;
        Point centre = box.centre();
        double radius = box.width() / 2;
        circle(centre, radius, step == null ? "#ffffff" : look.fill(), line, width, dashes);
        if (!event.is(Kind.START_EVENT) && !event.is(Kind.END_EVENT)) {
            circle(centre, radius - 3.5, "none", line, 1.2, dashes);
        }
        if (event.hasDefinition(Kind.MESSAGE_EVENT_DEFINITION)) {
            envelope(centre, passed ? INK : PALE, event.is(Kind.END_EVENT));
        } else if (event.hasDefinition(Kind.TIMER_EVENT_DEFINITION)) {
            clock(centre, passed ? INK : PALE);
        }
    }

    private static boolean isNonInterrupting(Element event) {
        return (event.is(Kind.BOUNDARY_EVENT) && !event.flag("cancelActivity", true))
                || (event.is(Kind.START_EVENT) && !event.flag("isInterrupting", true));
    }

    private void envelope(Point centre, String line, boolean thrown) {
        double x = centre.x() - 8;
        double y = centre.y() - 5.5;
        svg.element(
                "path",
                "d",
                move(x, y) + "h16v11h-16Z" + move(x, y) + "l8 6l8 -6",
                "fill",
                thrown ? line : "#ffffff",
                "stroke",
                thrown ? "#ffffff" : line,
                "stroke-width",
                1.2);
    }

    private void clock(Point centre, String line) {
        circle(centre, 9, "#ffffff", line, 1.2, "none");
        svg.element(
                "path",
                "d",
                move(centre.x(), centre.y() - 6.5) + "v6.5l4.5 2.5",
                "fill",
                "none",
                "stroke",
                line,
                "stroke-width",
                1.4);
    }

    private void gateway(Element gateway, Box box) {
        boolean passed = route.nodes().contains(gateway.id());
        String line = passed ? TAKEN : PALE;
        Point centre = box.centre();
        svg.element(
                "path",
                "d",
                move(centre.x(), box.y()) + "L" + Svg.number(box.right()) + " " + Svg.number(centre.y()) + "L"
                        + Svg.number(centre.x()) + " " + Svg.number(box.bottom()) + "L" + Svg.number(box.x()) + " "
                        + Svg.number(centre.y()) + "Z",
                "fill",
                "#ffffff",
                "stroke",
                line,
                "stroke-width",
                passed ? 2.4 : 1.4);
        if (gateway.is(Kind.EVENT_BASED_GATEWAY)) {
            circle(centre, 13, "none", line, 1.2, "none");
            circle(centre, 10.5, "none", line, 1.2, "none");
            svg.element(
                    "path",
                    "d",
                    move(centre.x(), centre.y() - 7) + "l6.7 4.9l-2.6 7.8h-8.2l-2.6 -7.8Z",
                    "fill",
                    "none",
                    "stroke",
                    line,
                    "stroke-width",
                    1.2);
            return;
        }
        String sign = gateway.is(Kind.PARALLEL_GATEWAY)
                ? move(centre.x() - 11, centre.y()) + "h22" + move(centre.x(), centre.y() - 11) + "v22"
                : move(centre.x() - 7, centre.y() - 8) + "l14 16" + move(centre.x() + 7, centre.y() - 8) + "l-14 16";
        svg.element("path", "d", sign, "fill", "none", "stroke", line, "stroke-width", 3.4);
    }

    private void ring(Shape shape) {
        Box box = shape.box();
        if (shape.outline() == Layout.Outline.CIRCLE) {
            circle(box.centre(), box.width() / 2 + 5, "none", WAITS, 3.5, "none");
        } else {
            Box around = new Box(box.x() - 5, box.y() - 5, box.width() + 10, box.height() + 10);
            rectangle(around, 14, "none", WAITS, 3.5, "none");
        }
        pill(box.x() + 16, box.y() - 5, "waits", WAITS);
    }

    private void badges(Box box, @Nullable Step step) {
        if (step == null) {
            return;
        }
        double x = box.right() - 4;
        if (step.status() == EvidenceStatus.CONTRADICTED) {
            badge(x, box.y() + 2, "!", "#b71c1c");
            x -= 22;
        }
        if (step.disputed()) {
            badge(x, box.y() + 2, "?", "#4527a0");
            x -= 22;
        }
        long times = rounds.getOrDefault(step.key().id().value(), 0L);
        if (times > 1) {
            badge(x, box.y() + 2, times + "×", TAKEN);
        }
    }

    private void badge(double x, double y, String sign, String colour) {
        circle(new Point(x, y), 9.5, colour, "#ffffff", 1.5, "none");
        svg.lines(List.of(sign), Anchor.MIDDLE, x, y + 4.5, 0, "font-weight", "bold", "fill", "#ffffff");
    }

    private void pill(double x, double y, String word, String colour) {
        rectangle(new Box(x - 19, y - 7, 38, 14), 7, colour, "none", 0, "none");
        svg.lines(
                List.of(word), Anchor.MIDDLE, x, y + 3.5, 0, "font-size", 10, "font-weight", "bold", "fill", "#ffffff");
    }

    // ---- labels beside nodes and lines ----

    private void labels() {
        for (Shape shape : layout.shapes().values()) {
            if (shape.element().kind().isEvent() || shape.element().kind().isGateway()) {
                Step step = steps.get(shape.id());
                Box box = shape.box();
                Box under = new Box(box.centre().x() - 45, box.bottom() + 2, 90, 28);
                boolean known = route.nodes().contains(shape.id()) || (step != null && step.isTaken());
                List<String> more = step != null && step.isTaken() ? when(step, 90) : List.of();
                label(
                        nameOf(shape.element()),
                        Optional.ofNullable(shape.label()).orElse(under),
                        more,
                        known);
            }
        }
        for (Edge edge : layout.edges().values()) {
            Point first =
                    edge.points().isEmpty() ? new Point(0, 0) : edge.points().get(0);
            Box beside = new Box(first.x() - 10, first.y() - 18, 70, 14);
            label(
                    nameOf(edge.element()),
                    Optional.ofNullable(edge.label()).orElse(beside),
                    List.of(),
                    route.flows().containsKey(edge.id()));
        }
    }

    private void label(String text, Box box, List<String> more, boolean known) {
        List<String> lines = new ArrayList<>(Svg.wrap(text, box.width() + 4, 11, 4));
        lines.addAll(more);
        svg.lines(
                lines,
                Anchor.MIDDLE,
                box.centre().x(),
                box.y() + 10,
                13,
                "font-size",
                11,
                "fill",
                known ? INK : "#6b6b6b",
                "stroke",
                "#ffffff",
                "stroke-width",
                3,
                "stroke-linejoin",
                "round",
                "paint-order",
                "stroke");
    }

    private static String nameOf(Element element) {
        return element.kind().isFlowNode() || element.is(Kind.SEQUENCE_FLOW) ? element.name() : "";
    }

    // ---- legend ----

    private void legend(double left, double y) {
        double x = left;
        for (EvidenceStatus status : EvidenceStatus.values()) {
            Look look = Look.of(status);
            rectangle(new Box(x, y, 44, 24), 6, look.fill(), look.line(), look.width(), look.dashes());
            if (status == EvidenceStatus.CONTRADICTED) {
                badge(x + 42, y + 2, "!", "#b71c1c");
            }
            x = words(x + 56, y, status.word());
        }
        badge(x + 10, y + 12, "?", "#4527a0");
        x = words(x + 28, y, "disputed: readings compete");
        rectangle(new Box(x, y, 44, 24), 8, "none", WAITS, 3.5, "none");
        x = words(x + 56, y, "waits here for evidence");
        svg.element(
                "line",
                "x1",
                x,
                "y1",
                y + 12,
                "x2",
                x + 44,
                "y2",
                y + 12,
                "stroke",
                TAKEN,
                "stroke-width",
                2.8,
                "marker-end",
                "url(#arrow-taken)");
        words(x + 56, y, "way of the paper");
        svg.lines(
                List.of("Dates as the marks give them; in brackets the days between which a step must lie."),
                Anchor.START,
                left,
                y + 44,
                0,
                "fill",
                "#555555");
    }

    /** Words of the legend; gives the place after them. */
    private double words(double x, double y, String words) {
        svg.lines(List.of(words), Anchor.START, x, y + 17, 0, "font-size", 13);
        return x + Svg.width(words, 13) + 26;
    }

    // ---- plain forms ----

    private void rectangle(Box box, double corner, String fill, String line, double width, String dashes) {
        svg.element(
                "rect",
                "x",
                box.x(),
                "y",
                box.y(),
                "width",
                box.width(),
                "height",
                box.height(),
                "rx",
                corner,
                "fill",
                fill,
                "stroke",
                line,
                "stroke-width",
                width,
                "stroke-dasharray",
                dashes,
                "stroke-linecap",
                dashes.startsWith("1.5") ? "round" : "butt");
    }

    private void circle(Point centre, double radius, String fill, String line, double width, String dashes) {
        svg.element(
                "circle",
                "cx",
                centre.x(),
                "cy",
                centre.y(),
                "r",
                radius,
                "fill",
                fill,
                "stroke",
                line,
                "stroke-width",
                width,
                "stroke-dasharray",
                dashes);
    }

    /** Lines of text around a point. */
    private void middle(List<String> lines, Point centre, String ink) {
        svg.lines(lines, Anchor.MIDDLE, centre.x(), centre.y() + 4 - 7 * (lines.size() - 1), 14, "fill", ink);
    }

    private static String move(double x, double y) {
        return "M" + Svg.number(x) + " " + Svg.number(y);
    }
}
