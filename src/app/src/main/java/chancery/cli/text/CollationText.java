package chancery.cli.text;

import chancery.comparison.Collation;
import chancery.comparison.Collation.Against;
import chancery.comparison.Collation.Column;
import chancery.comparison.DayCount;
import chancery.comparison.OfficeNetwork.Station;
import chancery.comparison.PathFacts;
import chancery.comparison.Sentences;
import chancery.office.OfficeId;
import chancery.path.EvidenceStatus;
import chancery.path.Step;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Writes a collation of several documents for people, in 80 columns: the documents, their steps in columns of one act (a
 * line a column, a sign a document), distances, clusters, variants, what differs in sentences, and the offices.
 */
public final class CollationText {
    private static final int BLOCK = 40;
    private static final int MOST_DISTANCES = 12;
    private static final int MOST_NAMED = 40;
    private static final int MOST_VARIANTS = 10;
    private static final int MOST_SENTENCES = 3;

    private final Collation collation;
    private final Sentences sentences;
    private final PrintWriter out;
    private final Ink ink = new Ink();

    private CollationText(Collation collation, Sentences sentences, PrintWriter out) {
        this.collation = collation;
        this.sentences = sentences;
        this.out = out;
    }

    /** Writes steps in columns, distances, clusters, variants and offices. */
    public static void write(Collation collation, Sentences sentences, PrintWriter out) {
        CollationText text = new CollationText(collation, sentences, out);
        text.writeDocuments();
        text.writeColumns();
        text.writeDistances();
        text.writeClusters();
        text.writeVariants();
        text.writeDifferences();
        text.writeOffices();
    }

    private int documents() {
        return collation.documents().size();
    }

    private String name(int document) {
        return (document + 1) + " "
                + Sentences.name(collation.documents().get(document).path());
    }

    private void heading(String text) {
        out.println();
        out.println(ink.heading(text));
    }

    private void wrap(String text) {
        Table.wrap(text, ComparisonText.WIDTH).forEach(out::println);
    }

    private void writeDocuments() {
        out.println(ink.heading(documents() + " documents, "
                + collation.columns().size() + " columns, "
                + collation.consensus().size() + " of them in more than half"));
        Table table = new Table().row("document", "steps", "●", "○", "◌", "·", "!", "from procedure");
        for (int document = 0; document < documents(); document++) {
            PathFacts facts = collation.documents().get(document);
            table.row(
                    String.format(Locale.ROOT, "%3d %s", document + 1, Sentences.name(facts.path())),
                    String.valueOf(facts.steps()),
                    percent(facts, EvidenceStatus.EVIDENCED),
                    percent(facts, EvidenceStatus.INFERRED),
                    percent(facts, EvidenceStatus.PRESUMED),
                    percent(facts, EvidenceStatus.POSSIBLE),
                    percent(facts, EvidenceStatus.CONTRADICTED),
                    String.format(
                            Locale.ROOT,
                            "%2d %s",
                            facts.fromProcedure(),
                            facts.path().procedure()));
        }
        table.lines(24, 5, 5, 5, 5, 5, 5, 19).forEach(out::println);
        collation
                .leftOut()
                .forEach(path -> wrap("Left out: " + Sentences.name(path)
                        + "; it has too many steps, or their order is too open, to be compared with others."));
    }

    private static String percent(PathFacts facts, EvidenceStatus status) {
        return facts.count(status) == 0 ? "" : facts.percent(status) + " %";
    }

    // ---- columns ----

    private void writeColumns() {
        heading("Steps in columns of one act; * more than half of the documents");
        for (int from = 0; from < documents(); from += BLOCK) {
            int to = Math.min(documents(), from + BLOCK);
            int begin = from;
            for (int digit = String.valueOf(to).length() - 1; digit >= 0; digit--) {
                int place = (int) Math.pow(10, digit);
                out.println(" ".repeat(38)
                        + IntStream.range(from + 1, to + 1)
                                .mapToObj(number ->
                                        number < place && place > 1 ? " " : String.valueOf(number / place % 10))
                                .collect(Collectors.joining()));
            }
            for (Column column : collation.columns()) {
                Step typical = column.typical();
                String act = typical.act().word()
                        + (typical.direction() == null
                                ? ""
                                : " " + typical.direction().word());
                String signs = column.cells().subList(begin, to).stream()
                        .map(cell -> cell.map(this::sign).orElse(" "))
                        .collect(Collectors.joining());
                out.println((collation.isConsensus(column) ? "* " : "  ") + cut(act, 17) + " "
                        + cut(typical.officeName(), 17) + " " + signs.stripTrailing());
            }
        }
        out.println();
        wrap(
                "● evidenced, ◐ evidenced and disputed, ○ inferred, ◌ presumed, · possible, ! contradicted, blank: no step."
                        + " The office is the one where most do it.");
    }

    private String sign(Step step) {
        String sign = switch (step.status()) {
            case EVIDENCED -> step.disputed() ? "◐" : "●";
            case INFERRED -> "○";
            case PRESUMED -> "◌";
            case POSSIBLE -> "·";
            case CONTRADICTED -> "!";
            case NOT_EVIDENCED -> " ";
        };
        return ink.status(step.status(), sign);
    }

    private static String cut(String text, int most) {
        String cut = Table.cut(text, most);
        return cut + " ".repeat(most - cut.codePointCount(0, cut.length()));
    }

    // ---- distances, clusters, variants ----

    private void writeDistances() {
        heading("Distances");
        if (documents() > MOST_DISTANCES) {
            out.println("Of more than " + MOST_DISTANCES + " documents they stand in --json and --html.");
            return;
        }
        int farthest = IntStream.range(0, documents())
                .flatMap(row -> IntStream.range(0, row)
                        .map(column -> collation.distances().between(row, column)))
                .max()
                .orElse(0);
        int width = Math.max(2, String.valueOf(farthest).length()) + 2;
        Table table = new Table();
        for (int row = 0; row < documents(); row++) {
            int of = row;
            table.row(IntStream.rangeClosed(-1, row)
                    .mapToObj(column -> column < 0
                            ? Table.cut(name(of), ComparisonText.WIDTH - 4 - documents() * width)
                            : column == of
                                    ? (of + 1) + "\\"
                                    : String.format(
                                            Locale.ROOT,
                                            "%" + (width - 2) + "d",
                                            collation.distances().between(of, column)))
                    .toArray(String[]::new));
        }
        table.lines().forEach(line -> out.println("  " + line));
    }

    private void writeClusters() {
        heading("Clusters, each with its medoid (average linkage, cut at the best silhouette)");
        collation
                .clusters()
                .forEach(cluster -> wrap("  " + name(cluster.medoid()) + " stands for "
                        + cluster.documents().size() + ": "
                        + (documents() > MOST_NAMED
                                ? numbers(cluster.documents())
                                : cluster.documents().stream().map(this::name).collect(Collectors.joining(", ")))));
    }

    private static String numbers(List<Integer> documents) {
        return documents.stream().map(document -> String.valueOf(document + 1)).collect(Collectors.joining(", "));
    }

    private void writeVariants() {
        heading(collation.variants().size() + " variants of attested acts");
        Table table = new Table().row("documents", "acts");
        collation.variants().stream()
                .limit(MOST_VARIANTS)
                .forEach(variant -> table.row(
                        variant.documents().size()
                                + (documents() > MOST_NAMED ? "" : ": " + numbers(variant.documents())),
                        variant.acts().isEmpty() ? "(none)" : variant.acts()));
        table.lines(18, 58).forEach(line -> out.println("  " + line));
        if (collation.variants().size() > MOST_VARIANTS) {
            out.println("  and " + (collation.variants().size() - MOST_VARIANTS) + " more");
        }
    }

    // ---- in sentences ----

    private void writeDifferences() {
        heading("What differs from the medoid");
        collation.against().stream().limit(MOST_NAMED).forEach(this::writeDifferences);
        if (collation.against().size() > MOST_NAMED) {
            out.println("  and " + (collation.against().size() - MOST_NAMED)
                    + " documents more, which stand in --json and --html");
        }
    }

    private void writeDifferences(Against against) {
        wrap("  " + name(against.document()) + " from " + name(against.medoid()) + ", distance "
                + against.comparison().cost()
                + (against.differences().isEmpty() ? ": nothing" : ""));
        against.differences().stream()
                .limit(MOST_SENTENCES)
                .forEach(difference -> wrap("    " + sentences.of(difference, against.comparison())));
        if (against.differences().size() > MOST_SENTENCES) {
            out.println("    and " + (against.differences().size() - MOST_SENTENCES) + " more: compare the two alone");
        }
    }

    // ---- offices ----

    private void writeOffices() {
        heading("Offices: handed in, handed on, lies between; days that the paper lay there");
        Map<OfficeId, DayCount> shortest = new TreeMap<>(Comparator.comparing(OfficeId::value));
        Map<OfficeId, DayCount> longest = new TreeMap<>(Comparator.comparing(OfficeId::value));
        collation
                .documents()
                .forEach(facts -> facts.daysAtOffices().forEach((office, days) -> {
                    shortest.merge(office, days, (one, other) -> one.least() <= other.least() ? one : other);
                    longest.merge(office, days, (one, other) -> isLonger(one, other) ? one : other);
                }));
        Table table = new Table().row("office", "in", "on", "between", "days");
        for (Station station : collation.network().offices()) {
            table.row(
                    station.name(),
                    String.valueOf(station.in()),
                    String.valueOf(station.out()),
                    String.format(Locale.ROOT, "%.1f", station.betweenness()),
                    range(shortest.get(station.office()), longest.get(station.office())));
        }
        table.lines(36, 5, 5, 8, 16).forEach(line -> out.println("  " + line));
        out.println();
        Map<String, String> names = collation.network().offices().stream()
                .collect(Collectors.toMap(station -> station.office().value(), Station::name));
        Table arcs = new Table().row("times", "from → to");
        collation
                .network()
                .handovers()
                .forEach(arc -> arcs.row(
                        String.valueOf(arc.times()),
                        names.get(arc.from().value()) + " → "
                                + names.get(arc.to().value())));
        arcs.lines(5, 70).forEach(line -> out.println("  " + line));
    }

    private static boolean isLonger(DayCount one, DayCount other) {
        return one.most() == null || (other.most() != null && one.most() >= other.most());
    }

    private static String range(@Nullable DayCount shortest, @Nullable DayCount longest) {
        if (shortest == null || longest == null) {
            return "–";
        }
        return ComparisonText.told(new DayCount(shortest.least(), longest.most()));
    }
}
