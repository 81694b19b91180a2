package chancery.procedure.drawing;

import chancery.path.EvidenceStatus;
import chancery.path.Path;
import chancery.path.Step;
import chancery.procedure.diagram.CallTree;
import chancery.procedure.diagram.Element;
import chancery.procedure.diagram.Element.Kind;
import chancery.procedure.diagram.Layout;
import chancery.procedure.diagram.Layout.Box;
import chancery.procedure.diagram.Layout.Point;
import chancery.procedure.diagram.Layout.Shape;
import chancery.procedure.drawing.Svg.Anchor;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Draws tasks, events, gateways and closed subprocesses, each with what the path says of it. */
final class Nodes {
    private final Svg svg;
    private final Pen pen;
    private final Route route;
    private final Map<String, Step> steps = new HashMap<>();
    private final Map<String, Long> rounds;
    private final Set<String> waiting;

    Nodes(Svg svg, Path path, Route route, CallTree calls) {
        this.svg = svg;
        this.pen = new Pen(svg);
        this.route = route;
        path.steps().forEach(step -> steps.merge(step.key().id().value(), step, Nodes::telling));
        this.rounds = path.taken()
                .collect(Collectors.groupingBy(step -> step.key().id().value(), Collectors.counting()));
        this.waiting = path.waitsAt().stream()
                .flatMap(step -> calls.shown(step.value()).stream())
                .map(Element::id)
                .collect(Collectors.toSet());
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
            case PRESUMED -> 3;
            case POSSIBLE -> 4;
            case NOT_EVIDENCED -> 5;
        };
    }

    /** Draws a node; what else has a shape is let be. */
    void draw(Shape shape) {
        Step step = steps.get(shape.id());
        Look look = Look.of(step);
        Element element = shape.element();
        if (element.kind().isTask() || element.is(Kind.CALL_ACTIVITY)) {
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
            pen.rectangle(shape.box(), 10, look.fill(), look.line(), look.width(), look.dashes());
            pen.middle(
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
        double width = task.is(Kind.CALL_ACTIVITY) ? look.width() + 2 : look.width();
        pen.rectangle(box, 10, look.fill(), look.line(), width, look.dashes());
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
        String line = passed ? Look.TAKEN : Look.PALE;
        String dashes = isNonInterrupting(event) ? "5 3" : look.dashes();
        double width = event.is(Kind.END_EVENT) ? 3.6 : passed ? 2.2 : 1.4;
        Point centre = box.centre();
        double radius = box.width() / 2;
        pen.circle(centre, radius, step == null ? "#ffffff" : look.fill(), line, width, dashes);
        if (!event.is(Kind.START_EVENT) && !event.is(Kind.END_EVENT)) {
            pen.circle(centre, radius - 3.5, "none", line, 1.2, dashes);
        }
        if (event.hasDefinition(Kind.MESSAGE_EVENT_DEFINITION)) {
            envelope(centre, passed ? Look.INK : Look.PALE, event.is(Kind.END_EVENT));
        } else if (event.hasDefinition(Kind.TIMER_EVENT_DEFINITION)) {
            clock(centre, passed ? Look.INK : Look.PALE);
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
                Pen.move(x, y) + "h16v11h-16Z" + Pen.move(x, y) + "l8 6l8 -6",
                "fill",
                thrown ? line : "#ffffff",
                "stroke",
                thrown ? "#ffffff" : line,
                "stroke-width",
                1.2);
    }

    private void clock(Point centre, String line) {
        pen.circle(centre, 9, "#ffffff", line, 1.2, "none");
        svg.element(
                "path",
                "d",
                Pen.move(centre.x(), centre.y() - 6.5) + "v6.5l4.5 2.5",
                "fill",
                "none",
                "stroke",
                line,
                "stroke-width",
                1.4);
    }

    private void gateway(Element gateway, Box box) {
        boolean passed = route.nodes().contains(gateway.id());
        String line = passed ? Look.TAKEN : Look.PALE;
        Point centre = box.centre();
        svg.element(
                "path",
                "d",
                Pen.move(centre.x(), box.y()) + "L" + Svg.number(box.right()) + " " + Svg.number(centre.y()) + "L"
                        + Svg.number(centre.x()) + " " + Svg.number(box.bottom()) + "L" + Svg.number(box.x()) + " "
                        + Svg.number(centre.y()) + "Z",
                "fill",
                "#ffffff",
                "stroke",
                line,
                "stroke-width",
                passed ? 2.4 : 1.4);
        if (gateway.is(Kind.EVENT_BASED_GATEWAY)) {
            pen.circle(centre, 13, "none", line, 1.2, "none");
            pen.circle(centre, 10.5, "none", line, 1.2, "none");
            svg.element(
                    "path",
                    "d",
                    Pen.move(centre.x(), centre.y() - 7) + "l6.7 4.9l-2.6 7.8h-8.2l-2.6 -7.8Z",
                    "fill",
                    "none",
                    "stroke",
                    line,
                    "stroke-width",
                    1.2);
            return;
        }
        String sign = gateway.is(Kind.PARALLEL_GATEWAY)
                ? Pen.move(centre.x() - 11, centre.y()) + "h22" + Pen.move(centre.x(), centre.y() - 11) + "v22"
                : Pen.move(centre.x() - 7, centre.y() - 8) + "l14 16" + Pen.move(centre.x() + 7, centre.y() - 8)
                        + "l-14 16";
        svg.element("path", "d", sign, "fill", "none", "stroke", line, "stroke-width", 3.4);
    }

    private void ring(Shape shape) {
        Box box = shape.box();
        if (shape.outline() == Layout.Outline.CIRCLE) {
            pen.circle(box.centre(), box.width() / 2 + 5, "none", Look.WAITS, 3.5, "none");
        } else {
            Box around = new Box(box.x() - 5, box.y() - 5, box.width() + 10, box.height() + 10);
            pen.rectangle(around, 14, "none", Look.WAITS, 3.5, "none");
        }
        pen.pill(box.x() + 16, box.y() - 5, "waits", Look.WAITS);
    }

    private void badges(Box box, @Nullable Step step) {
        if (step == null) {
            return;
        }
        double x = box.right() - 4;
        if (step.status() == EvidenceStatus.CONTRADICTED) {
            pen.badge(x, box.y() + 2, "!", "#b71c1c");
            x -= 22;
        }
        if (step.disputed()) {
            pen.badge(x, box.y() + 2, "?", "#4527a0");
            x -= 22;
        }
        long times = rounds.getOrDefault(step.key().id().value(), 0L);
        if (times > 1) {
            pen.badge(x, box.y() + 2, times + "×", Look.TAKEN);
        }
    }

    /** Writes the name and the days of an event or a gateway below it, unless the diagram has a place for them. */
    void label(Shape shape) {
        Element element = shape.element();
        if (!element.kind().isEvent() && !element.kind().isGateway()) {
            return;
        }
        Step step = steps.get(shape.id());
        Box box = shape.box();
        Box under = new Box(box.centre().x() - 45, box.bottom() + 2, 90, 28);
        boolean known = route.nodes().contains(shape.id()) || (step != null && step.isTaken());
        List<String> more = step != null && step.isTaken() ? when(step, 90) : List.of();
        pen.label(element.name(), Optional.ofNullable(shape.label()).orElse(under), more, known);
    }
}
