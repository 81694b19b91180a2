package chancery.cli;

import chancery.comparison.Comparison;
import chancery.comparison.Comparison.Agreement;
import chancery.comparison.Comparison.Row;
import chancery.office.Words;
import chancery.path.EvidenceStatus;
import chancery.path.Path;
import chancery.path.PathJson;
import chancery.path.Step;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Writes a comparison for people: the verdict, the two titles, the two paths side by side, what only one has, and what is left out. */
final class ComparisonText {
    private static final String NOTHING = "–";

    private final Comparison comparison;
    private final String left;
    private final String right;
    private final PrintWriter out;

    private ComparisonText(Comparison comparison, PrintWriter out) {
        this.comparison = comparison;
        this.out = out;
        this.left = comparison.left().caseId();
        this.right = comparison.right().caseId();
    }

    static void write(Comparison comparison, PrintWriter out) {
        ComparisonText text = new ComparisonText(comparison, out);
        text.writeVerdict();
        text.writeTable();
        text.writeAlone(Agreement.ONLY_LEFT, comparison.left(), comparison.right());
        text.writeAlone(Agreement.ONLY_RIGHT, comparison.right(), comparison.left());
        text.writeLeftOut();
    }

    private void writeVerdict() {
        List<Row> same = comparison.rows(Agreement.SAME_STEP);
        List<Row> acts = comparison.rows(Agreement.SAME_ACT);
        List<Row> onLeft = comparison.rows(Agreement.ONLY_LEFT);
        List<Row> onRight = comparison.rows(Agreement.ONLY_RIGHT);
        out.println("Both: " + steps(same.size()) + inBoth(same)
                + (acts.isEmpty() ? "" : ", " + acts(acts.size()) + " in different steps" + inBoth(acts))
                + "; only " + left + ": " + steps(onLeft.size()) + "; only " + right + ": " + steps(onRight.size()));
        out.println("  " + left + ": " + comparison.left().title());
        out.println("  " + right + ": " + comparison.right().title());
        if (!comparison.left().procedure().equals(comparison.right().procedure())) {
            out.println("Their procedures differ (" + comparison.left().procedure() + ", "
                    + comparison.right().procedure() + "), so that steps can only agree by act.");
        }
        out.println();
        Table table = new Table()
                .row("=", number(same), "the same step", evidence(same))
                .row("~", number(acts), "the same act as another step", evidence(acts))
                .row("<", number(onLeft), "only " + left, statuses(onLeft))
                .row(">", number(onRight), "only " + right, statuses(onRight));
        table.lines().forEach(line -> out.println("  " + line));
    }

    private static String number(List<Row> rows) {
        return String.format("%2d", rows.size());
    }

    private static String steps(int count) {
        return count == 0 ? "no step" : count == 1 ? "1 step" : count + " steps";
    }

    private static String acts(int count) {
        return count == 1 ? "1 act" : count + " acts";
    }

    private static String inBoth(List<Row> rows) {
        if (rows.isEmpty()) {
            return "";
        }
        long both = rows.stream().filter(row -> row.evidenced() == 2).count();
        return " (" + (both == 0 ? "none" : both) + " evidenced in both)";
    }

    private static String evidence(List<Row> rows) {
        Map<Integer, Long> counts = rows.stream().collect(Collectors.groupingBy(Row::evidenced, Collectors.counting()));
        List<String> told = new ArrayList<>();
        String[] words = {"evidenced in neither", "evidenced in one", "evidenced in both"};
        for (int sides = 2; sides >= 0; sides--) {
            if (counts.containsKey(sides)) {
                told.add(counts.get(sides) + " " + words[sides]);
            }
        }
        return String.join(", ", told) + disputed(rows);
    }

    private static String statuses(List<Row> rows) {
        Map<EvidenceStatus, Long> counts = rows.stream()
                .flatMap(Row::steps)
                .collect(Collectors.groupingBy(
                        Step::status, () -> new EnumMap<>(EvidenceStatus.class), Collectors.counting()));
        return counts.entrySet().stream()
                        .map(count -> count.getValue() + " " + Words.of(count.getKey()))
                        .collect(Collectors.joining(", "))
                + disputed(rows);
    }

    private static String disputed(List<Row> rows) {
        long disputed = rows.stream()
                .filter(row -> row.steps().anyMatch(Step::disputed))
                .count();
        return disputed == 0 ? "" : "; " + disputed + " disputed";
    }

    // ---- side by side: two lines a row ----

    private void writeTable() {
        out.println();
        Table table = new Table()
                .row("", heading(comparison.left()), "", " ", heading(comparison.right()))
                .row("", "STEP", "DATE", " ", "STEP", "DATE")
                .row("", "  OFFICE", "STATUS", " ", "  OFFICE", "STATUS");
        for (Row row : comparison.rows()) {
            table.row(sign(row), step(row.left()), date(row.left()), " ", step(row.right()), date(row.right()));
            table.row("", office(row.left()), status(row.left()), " ", office(row.right()), status(row.right()));
        }
        table.lines().forEach(out::println);
    }

    private static String heading(Path path) {
        return path.caseId() + ", " + path.reading() + " reading";
    }

    private static String sign(Row row) {
        return switch (row.agreement()) {
            case SAME_STEP -> "=";
            case SAME_ACT -> "~";
            case ONLY_LEFT -> "<";
            case ONLY_RIGHT -> ">";
        };
    }

    private static String step(@Nullable Step step) {
        return step == null ? NOTHING : label(step);
    }

    private static String date(@Nullable Step step) {
        return step == null ? NOTHING : step.when();
    }

    private static String office(@Nullable Step step) {
        return step == null ? "" : "  " + step.officeName();
    }

    private static String status(@Nullable Step step) {
        return step == null ? "" : step.standing();
    }

    private static String label(Step step) {
        return step.key().occurrence() == 1
                ? step.label()
                : step.label() + ", again (" + step.key().occurrence() + ")";
    }

    // ---- in words ----

    private void writeAlone(Agreement side, Path path, Path other) {
        out.println();
        List<Step> alone = comparison.rows(side).stream().flatMap(Row::steps).toList();
        if (alone.isEmpty()) {
            out.println("Only " + path.caseId() + ": nothing");
            return;
        }
        out.println("Only " + path.caseId() + ":");
        Table table = new Table();
        alone.forEach(step -> table.row("  " + label(step), step.standing(), foreseen(step, path, other)));
        table.lines().forEach(out::println);
    }

    private static String foreseen(Step step, Path path, Path other) {
        boolean expected = path.procedure().equals(other.procedure())
                && other.steps().stream()
                        .anyMatch(ahead -> !ahead.isTaken()
                                && ahead.key().id().equals(step.key().id()));
        return expected ? "foreseen in " + other.caseId() + ", where nothing shows it" : "";
    }

    private void writeLeftOut() {
        out.println();
        out.println("Left out: steps that are not evidenced but only foreseen ("
                + Stream.of(comparison.left(), comparison.right())
                        .map(path -> (path.steps().size() - path.taken().count()) + " of " + path.caseId())
                        .collect(Collectors.joining(", "))
                + ").");
        Stream.of(comparison.left(), comparison.right())
                .filter(path -> !path.unexplained().isEmpty())
                .forEach(path -> out.println("Left out: marks of " + path.caseId()
                        + " that its procedure does not explain ("
                        + path.unexplained().stream()
                                .map(mark -> mark.mark() + ": " + mark.act().word())
                                .collect(Collectors.joining(", "))
                        + ")."));
        Stream.of(comparison.left(), comparison.right())
                .forEach(path -> path.contradictions()
                        .forEach(contradiction -> out.println("Contradicted statement of " + path.caseId() + " ("
                                + contradiction.mark() + "): " + contradiction.reason() + ".")));
        out.println(
                "That only one side has a step says that nothing shows it on the other, not that it did not happen.");
        out.println();
        out.println("Cite as: " + cite(comparison.left()));
        out.println("    and: " + cite(comparison.right()));
    }

    private static String cite(Path path) {
        return path.caseId() + ", " + path.reading() + " reading, " + path.basis() + ", path " + PathJson.hash(path);
    }
}
