package chancery.cli.text;

import chancery.path.Branch;
import chancery.path.EvidenceStatus;
import chancery.path.Path;
import chancery.path.PathJson;
import chancery.path.Step;
import chancery.path.StepId;
import java.io.PrintWriter;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Writes a path for people: the headline, a table of its steps, the reasons, and a line to cite. */
public final class PathText {
    private static final int LEFT = 24;
    private static final int RIGHT = 96;

    private PathText() {}

    /** @param all lists each possible step; otherwise each branch of them is one line */
    public static void write(Path path, boolean all, PrintWriter out) {
        out.println(path.headline());
        out.println(path.title());
        if (path.result() != Path.Result.NOT_COMPUTED && !path.steps().isEmpty()) {
            out.println();
            List<Branch> folded = all ? List.of() : folded(path);
            steps(path, folded).lines().forEach(out::println);
            if (!folded.isEmpty()) {
                out.println("(--all lists the possible steps one by one)");
            }
            writeReasons(path, folded, out);
            writeForeseen(path, out);
            if (path.result() == Path.Result.DESCRIBED) {
                writeStanding(path, out);
            }
        }
        writeChoice(path, out);
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
    public static void writeShort(Path path, PrintWriter out) {
        out.println(path.headline());
        out.println("  " + path.title());
        steps(path, folded(path)).lines().forEach(line -> out.println("  " + line));
    }

    /** The branches that are told in one line: those of more than one step. */
    private static List<Branch> folded(Path path) {
        return path.branches().stream()
                .filter(branch -> branch.steps().size() > 1)
                .toList();
    }

    private static Table steps(Path path, List<Branch> folded) {
        Table table = new Table().row("STATUS", "DATE", "OFFICE", "ACT", "NUMBER", "STEP");
        tell(path, folded, step -> row(table, step), branch -> row(table, branch));
        return table;
    }

    /** Tells each step, or the branch that it is folded into, at the place of that branch's first step. */
    private static void tell(Path path, List<Branch> folded, Consumer<Step> one, Consumer<Branch> many) {
        path.taken()
                .forEach(step -> folded.stream()
                        .filter(branch -> branch.steps().contains(step))
                        .findFirst()
                        .ifPresentOrElse(
                                branch -> {
                                    if (branch.steps().get(0).equals(step)) {
                                        many.accept(branch);
                                    }
                                },
                                () -> one.accept(step)));
    }

    private static void row(Table table, Branch branch) {
        List<String> offices =
                branch.steps().stream().map(Step::officeName).distinct().toList();
        table.row(
                EvidenceStatus.POSSIBLE.word(),
                "",
                offices.size() == 1 ? offices.get(0) : offices.size() + " offices",
                branch.steps().size() + " steps",
                "",
                branch.position().words() + ": " + branch.span());
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

    private static void writeReasons(Path path, List<Branch> folded, PrintWriter out) {
        out.println();
        out.println("Why:");
        tell(
                path,
                folded,
                step -> out.println("  " + step.label() + ": " + step.reason()),
                branch -> out.println("  " + branch.span() + ", "
                        + branch.steps().size() + " steps: " + branch.reason(path.branches())));
    }

    /** Which procedures were considered, what speaks for each, and what it lacks; nothing where the case names one. */
    private static void writeChoice(Path path, PrintWriter out) {
        if (path.tried().size() < 2) {
            return;
        }
        out.println();
        out.println("Which procedure: " + (path.result() == Path.Result.BARE ? "none" : path.procedure()) + ".");
        Table table = new Table();
        path.tried()
                .forEach(trial -> table.row(
                        "  " + trial.procedure(),
                        trial.lacks() == null
                                ? "explains " + trial.explained() + " of " + path.attesting() + " marks; for it: "
                                        + String.join(", ", trial.signs())
                                : trial.lacks()));
        table.lines(LEFT, RIGHT).forEach(out::println);
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
    }

    private static void writeStanding(Path path, PrintWriter out) {
        out.println();
        out.println("Done last: " + path.doneLast().stream().map(Step::label).collect(Collectors.joining(", ")));
        List<String> open = path.open();
        out.println("Open: " + (open.isEmpty() ? "nothing" : String.join(", ", open))
                + (path.waitsAt().isEmpty()
                        ? ""
                        : " (an engine waits at "
                                + path.waitsAt().stream().map(StepId::value).collect(Collectors.joining(", ")) + ")"));
    }
}
