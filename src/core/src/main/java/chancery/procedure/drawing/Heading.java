package chancery.procedure.drawing;

import chancery.path.Path;
import chancery.path.PathJson;
import chancery.procedure.drawing.Svg.Anchor;

/** What stands over a drawing: of which paper it is, what it rests on, and what came out. */
final class Heading {
    private Heading() {}

    static void draw(Svg svg, Path path, double x, double y, double width) {
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
        svg.lines(Svg.wrap(source, width, 14, 1), Anchor.START, x, y + 34, 18, "font-size", 14);
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
}
