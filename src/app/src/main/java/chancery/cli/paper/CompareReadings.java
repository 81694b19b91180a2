package chancery.cli.paper;

import chancery.cli.shared.ExitCode;
import chancery.cli.shared.Streams;
import chancery.cli.text.ComparisonText;
import chancery.cli.text.Ink;
import chancery.cli.text.Table;
import chancery.comparison.Comparison;
import chancery.comparison.Difference;
import chancery.comparison.Difference.Kind;
import chancery.comparison.FindDifferences;
import chancery.comparison.Sentences;
import chancery.comparison.Weights;
import chancery.comparison.alignment.StepCosts;
import chancery.comparison.page.ComparisonJson;
import chancery.path.EvidenceStatus;
import chancery.path.Path;
import chancery.path.Step;
import chancery.path.StepKey;
import java.io.PrintWriter;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Stream;

/**
 * Compares two documents under every pair of their readings, and tells apart what depends on a disputed reading. Where a
 * conclusion holds under several and only its days differ, it is said with those of the first.
 */
final class CompareReadings {
    private static final int MOST = 100;

    private final List<Path> lefts;
    private final List<Path> rights;
    private final StepCosts costs;
    private final Weights weights;
    private final Sentences sentences;
    private final Streams streams;

    /** The same conclusion under several readings, whatever days it gives. */
    private record Conclusion(Kind kind, List<StepKey> left, List<StepKey> right, List<EvidenceStatus> held) {
        static Conclusion of(Difference difference) {
            return new Conclusion(
                    difference.kind(),
                    difference.left().stream().map(Step::key).toList(),
                    difference.right().stream().map(Step::key).toList(),
                    Stream.concat(difference.left().stream(), difference.right().stream())
                            .map(Step::status)
                            .toList());
        }
    }

    /** How a conclusion is said first, and the pairs of readings under which it holds. */
    private record Held(String sentence, Set<String> pairs) {}

    /**
     * @param lefts the paths of the one document, one for each reading
     * @param rights those of the other
     */
    CompareReadings(
            List<Path> lefts,
            List<Path> rights,
            StepCosts costs,
            Weights weights,
            Sentences sentences,
            Streams streams) {
        this.lefts = lefts;
        this.rights = rights;
        this.costs = costs;
        this.weights = weights;
        this.sentences = sentences;
        this.streams = streams;
    }

    /**
     * Writes it.
     *
     * @param compare compares two paths, or says why they cannot be
     * @return the exit code: no, if a pair could not be compared
     */
    int call(boolean json, BiFunction<Path, Path, Optional<Comparison>> compare) {
        if ((long) lefts.size() * rights.size() > MOST) {
            streams.out()
                    .println("Not compared: " + lefts.size() + " by " + rights.size() + " readings make more than "
                            + MOST + " pairs; name one with --reading.");
            return ExitCode.NO;
        }
        Map<String, Integer> distances = new LinkedHashMap<>();
        Map<Conclusion, Held> conclusions = new LinkedHashMap<>();
        for (Path left : lefts) {
            for (Path right : rights) {
                Optional<Comparison> compared = compare.apply(left, right);
                if (compared.isEmpty()) {
                    continue;
                }
                Comparison comparison = compared.get();
                List<Difference> differences = FindDifferences.of(comparison, costs, weights);
                if (json) {
                    streams.out().println(new ComparisonJson(sentences).line(comparison, differences));
                }
                String pair = left.reading() + " / " + right.reading();
                distances.put(pair, comparison.cost());
                differences.forEach(difference -> conclusions
                        .computeIfAbsent(
                                Conclusion.of(difference),
                                unseen -> new Held(sentences.of(difference, comparison), new LinkedHashSet<>()))
                        .pairs()
                        .add(pair));
            }
        }
        if (!json && !distances.isEmpty()) {
            write(distances, conclusions.values());
        }
        return distances.size() == lefts.size() * rights.size() ? ExitCode.DONE : ExitCode.NO;
    }

    private void write(Map<String, Integer> distances, Collection<Held> conclusions) {
        PrintWriter out = streams.out();
        Ink ink = new Ink();
        out.println(ink.heading("Readings of " + lefts.get(0).caseId() + " / of "
                + rights.get(0).caseId()));
        distances.forEach((pair, distance) -> out.println("  " + pair + ": distance " + distance));
        out.println();
        out.println(ink.heading("Whatever is read"));
        write(out, conclusions, distances.keySet());
        conclusions.stream()
                .map(Held::pairs)
                .filter(pairs -> pairs.size() < distances.size())
                .distinct()
                .forEach(pairs -> {
                    out.println();
                    out.println(ink.heading("Only if it is read " + String.join(" or ", pairs)));
                    write(out, conclusions, pairs);
                });
    }

    private static void write(PrintWriter out, Collection<Held> conclusions, Set<String> pairs) {
        List<Held> said =
                conclusions.stream().filter(held -> held.pairs().equals(pairs)).toList();
        if (said.isEmpty()) {
            out.println("  nothing");
        }
        said.forEach(
                held -> Table.wrap("  " + held.sentence(), ComparisonText.WIDTH).forEach(out::println));
    }
}
