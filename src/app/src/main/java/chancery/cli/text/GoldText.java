package chancery.cli.text;

import chancery.reading.gold.GoldFigures;
import chancery.reading.gold.GoldScore.Level;
import chancery.reading.gold.GoldTally;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Recall and precision on annotated papers, as an aligned table. */
public final class GoldText {
    private GoldText() {}

    /** The lines; one line that says so if no paper read is annotated there. */
    public static List<String> lines(GoldTally tally, Path gold) {
        if (tally.papers() == 0) {
            return List.of("Of what was read nothing is annotated in " + gold + ", as NAME.gold.yaml.");
        }
        Table table = new Table().row("kind", "annotated", "read", "recall", "precision", "act: recall", "precision");
        tally.rows()
                .forEach((kind, figures) -> table.row(
                        kind,
                        String.valueOf(figures.annotated()),
                        String.valueOf(figures.read()),
                        share(figures.annotated(), figures.recall(Level.MARK)),
                        share(figures.read(), figures.precision(Level.MARK)),
                        share(figures.annotated(), figures.recall(Level.ACT)),
                        share(figures.read(), figures.precision(Level.ACT))));
        List<String> lines = new ArrayList<>(List.of(
                "",
                "Measured on " + tally.papers() + (tally.papers() == 1 ? " annotated paper:" : " annotated papers:")));
        lines.addAll(table.lines());
        return lines;
    }

    /** In one line: recall and precision of all marks. */
    public static String line(GoldFigures figures) {
        return "recall " + share(figures.annotated(), figures.recall(Level.MARK)) + ", precision "
                + share(figures.read(), figures.precision(Level.MARK));
    }

    private static String share(int of, double share) {
        return of == 0 ? "–" : String.format(Locale.ROOT, "%.3f", share);
    }
}
