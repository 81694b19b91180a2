package chancery.cli.text;

import chancery.comparison.procedure.ProcedureComparison;
import java.io.PrintWriter;

/** Writes a comparison of procedures for people: an overview, the differing orders as a table, and the sentences. */
public final class ProcedureComparisonText {
    private ProcedureComparisonText() {}

    /** Writes how two procedures differ. */
    public static void write(ProcedureComparison comparison, PrintWriter out) {
        out.println(comparison.leftName() + ": " + comparison.left().title());
        out.println(comparison.rightName() + ": " + comparison.right().title());
        out.println();
        comparison.overview().forEach(topic -> {
            out.println(topic.topic());
            out.println("  " + comparison.leftName() + ": " + topic.left());
            out.println("  " + comparison.rightName() + ": " + topic.right());
        });
        if (!comparison.orders().isEmpty()) {
            out.println();
            Table table = new Table().row("FIRST", "SECOND", comparison.leftName(), comparison.rightName());
            comparison.orders().forEach(order -> table.row(order.first(), order.second(), order.left(), order.right()));
            table.lines().forEach(out::println);
        }
        out.println();
        if (comparison.differences().isEmpty()) {
            out.println("They differ in nothing.");
        }
        comparison.differences().forEach(difference -> out.println(difference.sentence()));
    }
}
