package chancery.cli;

import chancery.path.EvidenceStatus;
import chancery.path.Path;
import chancery.path.PathJson;
import chancery.path.Step;
import chancery.path.StepId;
import java.io.PrintWriter;
import java.util.List;
import java.util.stream.Collectors;

/** Writes a path for people: the headline, a table of its steps, the reasons, and a line to cite. */
final class PathText {
    private PathText() {}

    static void write(Path path, PrintWriter out) {
        out.println(path.headline());
        out.println(path.title());
        if (path.result() == Path.Result.DESCRIBED) {
            out.println();
            steps(path).lines().forEach(out::println);
            writeReasons(path, out);
            writeForeseen(path, out);
        }
        if (!path.unexplained().isEmpty()) {
            out.println();
            out.println("Marks that the procedure does not explain:");
            Table table = new Table();
            path.unexplained()
                    .forEach(mark -> table.row(
                            "  " + mark.mark(),
                            mark.date() == null ? "" : mark.date(),
                            mark.act().word(),
                            mark.reason()));
            table.lines().forEach(out::println);
        }
        if (!path.contradictions().isEmpty()) {
            out.println();
            out.println("Contradicted statements:");
            Table table = new Table();
            path.contradictions()
                    .forEach(contradiction -> table.row(
                            "  " + contradiction.mark(),
                            "\"" + contradiction.statement() + "\"",
                            contradiction.reason()));
            table.lines().forEach(out::println);
        }
        out.println();
        out.println("Cite as: " + path.caseId() + ", " + path.reading() + " reading, " + path.basis() + ", path "
                + PathJson.hash(path));
    }

    /** The headline, the title and the table of the steps that happened or may have. */
    static void writeShort(Path path, PrintWriter out) {
        out.println(path.headline());
        out.println("  " + path.title());
        steps(path).lines().forEach(line -> out.println("  " + line));
    }

    private static Table steps(Path path) {
        Table table = new Table().row("STATUS", "DATE", "OFFICE", "ACT", "NUMBER", "STEP");
        path.taken().forEach(step -> row(table, step));
        return table;
    }

    private static void row(Table table, Step step) {
        table.row(
                step.standing(),
                step.when(),
                step.officeName(),
                step.act().word()
                        + (step.direction() == null
                                ? ""
                                : " " + step.direction().word()),
                step.number() == null ? "" : step.number(),
                step.label()
                        + (step.key().occurrence() == 1
                                ? ""
                                : ", again (" + step.key().occurrence() + ")"));
    }

    private static void writeReasons(Path path, PrintWriter out) {
        out.println();
        out.println("Why:");
        path.taken().forEach(step -> out.println("  " + step.label() + ": " + step.reason()));
    }

    private static void writeForeseen(Path path, PrintWriter out) {
        List<Step> foreseen = path.steps().stream()
                .filter(step -> step.status() == EvidenceStatus.NOT_EVIDENCED)
                .toList();
        if (foreseen.isEmpty()) {
            return;
        }
        out.println();
        out.println("Not evidenced (foreseen by " + path.procedure() + "; nothing shows that they happened):");
        Table table = new Table();
        foreseen.forEach(step -> table.row("  " + step.officeName(), step.act().word(), step.label()));
        table.lines().forEach(out::println);
        if (!path.waitsAt().isEmpty()) {
            out.println();
            out.println(
                    "Waits at: " + path.waitsAt().stream().map(StepId::value).collect(Collectors.joining(", ")));
        }
    }
}
