package chancery.procedure.drawing;

import chancery.procedure.diagram.Layout.Box;
import chancery.procedure.diagram.Layout.Point;
import chancery.procedure.drawing.Svg.Anchor;
import java.util.ArrayList;
import java.util.List;

/** Draws the plain forms of which all others are made. */
final class Pen {
    private final Svg svg;

    Pen(Svg svg) {
        this.svg = svg;
    }

    void rectangle(Box box, double corner, String fill, String line, double width, String dashes) {
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

    void circle(Point centre, double radius, String fill, String line, double width, String dashes) {
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

    /** A round sign on the corner of a node. */
    void badge(double x, double y, String sign, String colour) {
        circle(new Point(x, y), 9.5, colour, "#ffffff", 1.5, "none");
        svg.lines(List.of(sign), Anchor.MIDDLE, x, y + 4.5, 0, "font-weight", "bold", "fill", "#ffffff");
    }

    /** A word on a round ground. */
    void pill(double x, double y, String word, String colour) {
        rectangle(new Box(x - 19, y - 7, 38, 14), 7, colour, "none", 0, "none");
        svg.lines(
                List.of(word), Anchor.MIDDLE, x, y + 3.5, 0, "font-size", 10, "font-weight", "bold", "fill", "#ffffff");
    }

    /** Lines of text around a point. */
    void middle(List<String> lines, Point centre, String ink) {
        svg.lines(lines, Anchor.MIDDLE, centre.x(), centre.y() + 4 - 7 * (lines.size() - 1), 14, "fill", ink);
    }

    /** A name beside a node or a line, readable over what it crosses; what is not known is pale. */
    void label(String text, Box box, List<String> more, boolean known) {
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
                known ? Look.INK : "#6b6b6b",
                "stroke",
                "#ffffff",
                "stroke-width",
                3,
                "stroke-linejoin",
                "round",
                "paint-order",
                "stroke");
    }

    /** The beginning of a path of lines. */
    static String move(double x, double y) {
        return "M" + Svg.number(x) + " " + Svg.number(y);
    }
}
