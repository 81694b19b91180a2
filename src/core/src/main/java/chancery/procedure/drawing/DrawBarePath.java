package chancery.procedure.drawing;

import chancery.path.Path;
import chancery.path.Step;
import chancery.path.StepKey;
import chancery.procedure.diagram.Layout.Box;
import chancery.procedure.drawing.Svg.Anchor;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Draws a path that has no diagram: its acts from left to right, each in the column behind all that is known to come
 * before it; what stands one above the other is not ordered.
 */
final class DrawBarePath {
    private static final double MARGIN = 40;
    private static final double HEAD = 90;
    private static final double WIDTH = 210;
    private static final double HEIGHT = 92;
    private static final double GAP = 56;

    private final Path path;
    private final Svg svg = new Svg();
    private final Pen pen = new Pen(svg);
    private final Map<StepKey, Box> boxes = new LinkedHashMap<>();

    DrawBarePath(Path path) {
        this.path = path;
        Map<StepKey, Integer> columns = new HashMap<>();
        Map<Integer, Integer> rows = new HashMap<>();
        path.steps().forEach(step -> {
            int column = step.after().stream()
                    .mapToInt(before -> columns.getOrDefault(before, 0) + 1)
                    .max()
                    .orElse(0);
            columns.put(step.key(), column);
            int row = rows.merge(column, 1, Integer::sum) - 1;
            boxes.put(
                    step.key(),
                    new Box(MARGIN + column * (WIDTH + GAP), HEAD + MARGIN + row * (HEIGHT + GAP / 2), WIDTH, HEIGHT));
        });
    }

    String svg() {
        double right = boxes.values().stream().mapToDouble(Box::right).max().orElse(0);
        double bottom = boxes.values().stream().mapToDouble(Box::bottom).max().orElse(HEAD);
        double width = Math.max(right, 1000) + MARGIN;
        double height = bottom + MARGIN;
        svg.open(
                "svg",
                "xmlns",
                "http://www.w3.org/2000/svg",
                "width",
                width,
                "height",
                height,
                "viewBox",
                "0 0 " + Svg.number(width) + " " + Svg.number(height),
                "role",
                "img",
                "font-family",
                "sans-serif",
                "font-size",
                "12");
        svg.leaf("title", path.title());
        svg.leaf("desc", path.headline());
        svg.element("rect", "width", width, "height", height, "fill", "#ffffff");
        Heading.draw(svg, path, MARGIN, MARGIN, width - 2 * MARGIN);
        path.steps().forEach(this::lines);
        path.steps().forEach(this::box);
        return svg.close("svg").toString();
    }

    private void lines(Step step) {
        Box to = boxes.getOrDefault(step.key(), new Box(0, 0, 0, 0));
        for (StepKey before : step.after()) {
            Box from = boxes.getOrDefault(before, to);
            double middle = to.x() - GAP / 2;
            svg.element(
                    "path",
                    "d",
                    Pen.move(from.right(), from.centre().y()) + " H" + Svg.number(middle) + " V"
                            + Svg.number(to.centre().y()) + " H" + Svg.number(to.x() - 7),
                    "fill",
                    "none",
                    "stroke",
                    Look.TAKEN,
                    "stroke-width",
                    1.6);
            svg.element("path", "d", Pen.move(to.x(), to.centre().y()) + " l-8 -4 v8 z", "fill", Look.TAKEN);
        }
    }

    private void box(Step step) {
        Box box = boxes.getOrDefault(step.key(), new Box(0, 0, 0, 0));
        Look look = Look.of(step);
        pen.rectangle(box, 10, look.fill(), look.line(), look.width(), look.dashes());
        double middle = box.centre().x();
        svg.lines(
                Svg.wrap(step.label(), WIDTH - 12, 12, 2),
                Anchor.MIDDLE,
                middle,
                box.y() + 20,
                14,
                "font-weight",
                "bold",
                "fill",
                look.ink());
        svg.lines(
                Svg.wrap(step.officeName(), WIDTH - 12, 11, 2),
                Anchor.MIDDLE,
                middle,
                box.y() + 50,
                13,
                "font-size",
                11);
        svg.lines(List.of(step.when()), Anchor.MIDDLE, middle, box.bottom() - 9, 13, "font-size", 11);
    }
}
