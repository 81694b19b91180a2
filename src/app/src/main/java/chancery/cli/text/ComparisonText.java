package chancery.cli.text;

import chancery.comparison.Comparison;
import chancery.comparison.Comparison.Agreement;
import chancery.comparison.Comparison.Row;
import chancery.comparison.DayCount;
import chancery.comparison.Difference;
import chancery.comparison.OfficeNetwork;
import chancery.comparison.OfficeNetwork.Handover;
import chancery.comparison.PathFacts;
import chancery.comparison.Sentences;
import chancery.office.OfficeId;
import chancery.path.EvidenceStatus;
import chancery.path.Path;
import chancery.path.PathJson;
import chancery.path.Step;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a comparison of two documents for people, in 80 columns: the distance, the two documents, their paths side by
 * side, what differs in sentences, how long the paper lay where and who handed it to whom, and what is left out.
 */
public final class ComparisonText {
    /** Of a line, in characters. */
    public static final int WIDTH = 80;

    private static final String NOTHING = "–";
    private static final String INDENT = "    ";

    private final Comparison comparison;
    private final List<Difference> differences;
    private final Sentences sentences;
    private final PathFacts left;
    private final PathFacts right;
    private final Map<OfficeId, String> offices;
    private final int digits;
    private final int cell;
    private final PrintWriter out;
    private final Ink ink = new Ink();

    private ComparisonText(Comparison comparison, List<Difference> differences, Sentences sentences, PrintWriter out) {
        this.comparison = comparison;
        this.differences = differences;
        this.sentences = sentences;
        this.left = PathFacts.of(comparison.left());
        this.right = PathFacts.of(comparison.right());
        this.offices = offices(left, right);
        this.digits = Math.max(2, String.valueOf(comparison.rows().size()).length());
        this.cell = (WIDTH - digits - 5) / 2;
        this.out = out;
    }

    /** Writes the sentences of a comparison, and both paths side by side. */
    public static void write(
            Comparison comparison, List<Difference> differences, Sentences sentences, PrintWriter out) {
        ComparisonText text = new ComparisonText(comparison, differences, sentences, out);
        text.writeVerdict();
        text.writeRows();
        text.writeDifferences();
        text.writeOffices();
        text.writeLeftOut();
    }

    // ---- the verdict and the documents ----

    private void writeVerdict() {
        long both = comparison.rows().stream().filter(Row::isInBoth).count();
        wrap(
                "Distance " + comparison.cost() + ": " + steps(both) + " in both, "
                        + steps(comparison.rows(Agreement.ONLY_LEFT).size()) + " only in A, "
                        + steps(comparison.rows(Agreement.ONLY_RIGHT).size()) + " only in B",
                "");
        if (comparison.rows(Agreement.SAME).isEmpty()
                && comparison.rows(Agreement.OTHER_OFFICE).isEmpty()) {
            out.println("The two have no act in common.");
        }
        writeDocument("A", left);
        writeDocument("B", right);
    }

    private static String steps(long count) {
        return count == 0 ? "no step" : count == 1 ? "1 step" : count + " steps";
    }

    private void writeDocument(String letter, PathFacts facts) {
        Path path = facts.path();
        out.println();
        out.println(
                ink.heading(letter + "   " + path.caseId()) + ", " + path.reading() + " reading, " + path.procedure());
        wrap(path.title(), INDENT);
        wrap(known(facts), INDENT);
    }

    /** What is known of a path, and how far the document is from its procedure. */
    static String known(PathFacts facts) {
        String shares = Stream.of(EvidenceStatus.values())
                .filter(status -> status != EvidenceStatus.NOT_EVIDENCED && facts.count(status) > 0)
                .map(status -> facts.count(status) + " " + status.word() + " (" + facts.percent(status) + " %)")
                .collect(Collectors.joining(", "));
        return steps(facts.steps()) + (shares.isEmpty() ? "" : ": " + shares) + "; " + facts.fromProcedure()
                + " from its procedure (marks unexplained " + facts.unexplained() + ", steps only inferred "
                + facts.count(EvidenceStatus.INFERRED) + ", only presumed " + facts.count(EvidenceStatus.PRESUMED)
                + ")";
    }

    // ---- side by side: three lines a row ----

    private void writeRows() {
        out.println();
        out.println(ink.heading(" ".repeat(digits + 3) + "A" + " ".repeat(cell + 1) + "B"));
        for (int index = 0; index < comparison.rows().size(); index++) {
            Row row = comparison.rows().get(index);
            List<String> one = cell(row.left());
            List<String> other = cell(row.right());
            for (int line = 0; line < Math.max(one.size(), other.size()); line++) {
                String head = line == 0 ? number(index + 1) + " " + sign(row) + " " : " ".repeat(digits + 3);
                String text = head + padded(one, line, row.left()) + "  " + padded(other, line, row.right());
                out.println(text.stripTrailing());
            }
        }
        out.println();
        wrap(
                "= the same act and office, ~ the same act at another office, ≠ another act of the same phase,"
                        + " < only in A, > only in B; [in brackets] days that no mark states.",
                "");
        writeOpen("A", comparison.openLeft());
        writeOpen("B", comparison.openRight());
    }

    private String number(int index) {
        String text = String.valueOf(index);
        return " ".repeat(digits - text.length()) + text;
    }

    /** A line of a cell, as wide as a cell, and where it tells what is known in the colour of that. */
    private String padded(List<String> lines, int line, @Nullable Step step) {
        String text = line < lines.size() ? lines.get(line) : "";
        String blanks = " ".repeat(cell - text.codePointCount(0, text.length()));
        if (step == null || !text.startsWith("  " + step.status().word())) {
            return text + blanks;
        }
        return ink.status(step.status(), text) + blanks;
    }

    private List<String> cell(@Nullable Step step) {
        if (step == null) {
            return List.of(NOTHING);
        }
        List<String> lines = new ArrayList<>(Table.wrap(label(step), cell));
        lines.addAll(Table.wrap("  " + step.officeName(), cell));
        lines.addAll(Table.wrap(
                "  " + step.standing() + (step.when().isEmpty() ? "" : " " + step.when())
                        + (step.number() == null ? "" : " No " + step.number()),
                cell));
        return lines;
    }

    private static String label(Step step) {
        return step.key().occurrence() == 1
                ? step.label()
                : step.label() + ", again (" + step.key().occurrence() + ")";
    }

    private static String sign(Row row) {
        return switch (row.agreement()) {
            case SAME -> "=";
            case OTHER_OFFICE -> "~";
            case OTHER_ACT -> "≠";
            case ONLY_LEFT -> "<";
            case ONLY_RIGHT -> ">";
        };
    }

    private void writeOpen(String letter, List<Step> open) {
        if (!open.isEmpty()) {
            out.println();
            wrap(
                    "The order of " + open.size() + " steps of " + letter + " is open; of the orders that dates and"
                            + " procedure allow, the one nearest to the other document was taken: "
                            + open.stream().map(ComparisonText::label).collect(Collectors.joining("; ")) + ".",
                    "");
        }
    }

    // ---- in sentences ----

    private void writeDifferences() {
        out.println();
        out.println(ink.heading(differences.isEmpty() ? "Nothing differs" : "What differs, the most important first"));
        int number = 0;
        for (Difference difference : differences) {
            number++;
            String indent = " ".repeat(digits + 2);
            List<String> lines = Table.wrap(indent + sentences.of(difference, comparison), WIDTH);
            out.println(number(number) + ". " + lines.get(0).strip());
            lines.stream().skip(1).forEach(out::println);
            wrap(traced(difference), indent);
        }
    }

    /** The rows and marks that a sentence rests on, and its share of the distance. */
    static String traced(Difference difference) {
        String rows =
                difference.rows().stream().map(row -> String.valueOf(row + 1)).collect(Collectors.joining(", "));
        return "(" + (difference.rows().size() == 1 ? "row " : "rows ") + rows
                + marks("A", difference.leftMarks()) + marks("B", difference.rightMarks())
                + (difference.cost() == 0 ? "" : "; cost " + difference.cost()) + ")";
    }

    private static String marks(String letter, List<?> marks) {
        return marks.isEmpty()
                ? ""
                : "; " + letter + ": " + marks.stream().map(String::valueOf).collect(Collectors.joining(", "));
    }

    // ---- offices ----

    private void writeOffices() {
        out.println();
        out.println(ink.heading("How long the paper lay, in days"));
        Map<OfficeId, DayCount> daysLeft = left.daysAtOffices();
        Map<OfficeId, DayCount> daysRight = right.daysAtOffices();
        Table days = new Table().row("office", "A", "B");
        offices.forEach((office, name) -> days.row(name, told(daysLeft.get(office)), told(daysRight.get(office))));
        days.lines(44, 14, 14).forEach(line -> out.println("  " + line));
        out.println();
        out.println(ink.heading("Who hands to whom"));
        OfficeNetwork one = OfficeNetwork.of(List.of(comparison.left()));
        OfficeNetwork other = OfficeNetwork.of(List.of(comparison.right()));
        Table stations = new Table().row("office: handed in, on, lies between", "A", "B");
        offices.forEach((office, name) -> stations.row(name, station(one, office), station(other, office)));
        stations.lines(44, 14, 14).forEach(line -> out.println("  " + line));
        out.println();
        Table arcs = new Table().row("from → to", "A", "B");
        OfficeNetwork.of(List.of(comparison.left(), comparison.right())).handovers().stream()
                .sorted(Comparator.comparing((Handover arc) -> offices.getOrDefault(arc.from(), ""))
                        .thenComparing(arc -> offices.getOrDefault(arc.to(), "")))
                .forEach(arc -> arcs.row(
                        offices.get(arc.from()) + " → " + offices.get(arc.to()), times(one, arc), times(other, arc)));
        arcs.lines(60, 7, 7).forEach(line -> out.println("  " + line));
    }

    /** The offices of both by id; where two have one name, the id stands behind it. */
    private static Map<OfficeId, String> offices(PathFacts left, PathFacts right) {
        Map<OfficeId, String> names = new TreeMap<>(Comparator.comparing(OfficeId::value));
        Stream.of(left, right)
                .flatMap(facts -> facts.stays().stream())
                .forEach(stay -> names.putIfAbsent(stay.office(), stay.officeName()));
        Map<String, Long> bearers =
                names.values().stream().collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));
        names.replaceAll((office, name) -> bearers.getOrDefault(name, 0L) > 1 ? name + " (" + office + ")" : name);
        return names;
    }

    private static String times(OfficeNetwork network, Handover arc) {
        return String.valueOf(network.handovers().stream()
                .filter(each -> each.from().equals(arc.from()) && each.to().equals(arc.to()))
                .mapToInt(Handover::times)
                .sum());
    }

    private static String station(OfficeNetwork network, OfficeId office) {
        return network.offices().stream()
                .filter(station -> station.office().equals(office))
                .map(station -> station.in() + ", " + station.out() + ", "
                        + String.format(Locale.ROOT, "%.1f", station.betweenness()))
                .findFirst()
                .orElse(NOTHING);
    }

    /** Days as figures: {@code 3}, {@code 0–3}, {@code 2 or more}, {@code ?} for unknown. */
    static String told(@Nullable DayCount days) {
        if (days == null) {
            return NOTHING;
        }
        if (days.most() == null) {
            return days.least() == 0 ? "?" : days.least() + " or more";
        }
        return Objects.equals(days.least(), days.most())
                ? String.valueOf(days.least())
                : days.least() + "–" + days.most();
    }

    // ---- what the table does not hold ----

    private void writeLeftOut() {
        out.println();
        writeForeseen("A", comparison.left());
        writeForeseen("B", comparison.right());
        wrap("That only one side has a step says that nothing shows it on the other, not that it did not happen.", "");
        out.println();
        wrap("Cite as: " + cite(comparison.left()), "");
        wrap("    and: " + cite(comparison.right()), "");
    }

    private void writeForeseen(String letter, Path path) {
        long foreseen = path.steps().size() - path.taken().count();
        wrap(
                "Left out of " + letter + ": " + (foreseen == 0 ? "nothing" : steps(foreseen)) + " only foreseen"
                        + (path.unexplained().isEmpty()
                                ? "."
                                : "; marks that the procedure does not explain: "
                                        + path.unexplained().stream()
                                                .map(mark -> mark.mark() + " ("
                                                        + mark.act().word() + ")")
                                                .collect(Collectors.joining(", "))
                                        + "."),
                "");
        path.contradictions()
                .forEach(contradiction -> wrap(
                        "Contradicted statement of " + letter + " (" + contradiction.mark() + "): "
                                + contradiction.reason() + ".",
                        ""));
    }

    private static String cite(Path path) {
        return path.caseId() + ", " + path.reading() + " reading, " + path.basis() + ", path " + PathJson.hash(path);
    }

    private void wrap(String text, String indent) {
        Table.wrap(indent + text, WIDTH).forEach(out::println);
    }
}
