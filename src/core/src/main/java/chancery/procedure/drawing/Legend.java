package chancery.procedure.drawing;

import chancery.path.EvidenceStatus;
import chancery.procedure.diagram.Layout.Box;
import chancery.procedure.drawing.Svg.Anchor;
import java.util.List;

/** Says below a drawing what its colours, lines and badges mean. */
final class Legend {
    private final Svg svg;
    private final Pen pen;

    Legend(Svg svg) {
        this.svg = svg;
        this.pen = new Pen(svg);
    }

    void draw(double left, double y) {
        double x = left;
        for (EvidenceStatus status : EvidenceStatus.values()) {
            Look look = Look.of(status);
            pen.rectangle(new Box(x, y, 44, 24), 6, look.fill(), look.line(), look.width(), look.dashes());
            if (status == EvidenceStatus.CONTRADICTED) {
                pen.badge(x + 42, y + 2, "!", "#b71c1c");
            }
            x = words(x + 56, y, status.word());
        }
        pen.badge(x + 10, y + 12, "?", "#4527a0");
        x = words(x + 28, y, "disputed: readings compete");
        pen.rectangle(new Box(x, y, 44, 24), 8, "none", Look.WAITS, 3.5, "none");
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
                Look.TAKEN,
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
}
