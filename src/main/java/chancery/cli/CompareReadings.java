package chancery.cli;

import chancery.comparison.ComparePaths;
import chancery.comparison.Comparison;
import chancery.comparison.ComparisonJson;
import chancery.comparison.Difference;
import chancery.comparison.FindDifferences;
import chancery.comparison.Sentences;
import chancery.comparison.StepCosts;
import chancery.path.Path;
import java.io.PrintWriter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntBiFunction;
import java.util.stream.Stream;

/** Compares two documents under every pair of their readings, and tells apart what depends on a disputed reading. */
final class CompareReadings {
    private static final int MOST = 100;

    private final List<Path> lefts;
    private final List<Path> rights;
    private final ComparePaths compare;
    private final StepCosts costs;
    private final Sentences sentences;
    private final Streams streams;

    /**
     * @param lefts the paths of the one document, one for each reading
     * @param rights those of the other
     */
    CompareReadings(List<Path> lefts, List<Path> rights, StepCosts costs, Sentences sentences, Streams streams) {
        this.lefts = lefts;
        this.rights = rights;
        this.compare = new ComparePaths(costs);
        this.costs = costs;
        this.sentences = sentences;
        this.streams = streams;
    }

    /**
     * Writes it.
     *
     * @param refuse says of two paths why they cannot be compared
     * @return the exit code: no, if a pair could not be compared
     */
    int call(boolean json, ToIntBiFunction<Path, Path> refuse) {
        if ((long) lefts.size() * rights.size() > MOST) {
            streams.out()
                    .println("Not compared: " + lefts.size() + " by " + rights.size() + " readings make more than "
                            + MOST + " pairs; name one with --reading.");
            return Main.NO;
        }
        int code = Main.DONE;
        List<String> pairs = new ArrayList<>();
        Map<String, List<String>> holds = new LinkedHashMap<>();
        for (Path left : lefts) {
            for (Path right : rights) {
                Optional<Comparison> comparison =
                        described(left, right) ? compare.compare(left, right) : Optional.empty();
                if (comparison.isEmpty()) {
                    code = refuse.applyAsInt(left, right);
                    continue;
                }
                List<Difference> differences = FindDifferences.of(comparison.get(), costs);
                if (json) {
                    streams.out().println(new ComparisonJson(sentences).line(comparison.get(), differences));
                }
                String pair = left.reading() + " / " + right.reading();
                pairs.add(pair + ": distance " + comparison.get().cost());
                for (Difference difference : differences) {
                    holds.computeIfAbsent(sentences.of(difference, comparison.get()), unseen -> new ArrayList<>())
                            .add(pair);
                }
            }
        }
        if (!json) {
            write(pairs, holds);
        }
        return code;
    }

    private static boolean described(Path left, Path right) {
        return Stream.of(left, right).allMatch(path -> path.result() == Path.Result.DESCRIBED);
    }

    private void write(List<String> pairs, Map<String, List<String>> holds) {
        PrintWriter out = streams.out();
        Ink ink = new Ink();
        out.println(ink.heading("Readings of " + lefts.get(0).caseId() + " / of "
                + rights.get(0).caseId()));
        pairs.forEach(pair -> out.println("  " + pair));
        out.println();
        out.println(ink.heading("Whatever is read"));
        write(
                out,
                holds.entrySet().stream()
                        .filter(held -> held.getValue().size() == pairs.size())
                        .map(Map.Entry::getKey)
                        .toList());
        holds.entrySet().stream()
                .filter(held -> held.getValue().size() < pairs.size())
                .map(Map.Entry::getValue)
                .distinct()
                .forEach(under -> {
                    out.println();
                    out.println(ink.heading("Only if it is read " + String.join(" or ", under)));
                    write(
                            out,
                            holds.entrySet().stream()
                                    .filter(held -> held.getValue().equals(under))
                                    .map(Map.Entry::getKey)
                                    .toList());
                });
    }

    private static void write(PrintWriter out, List<String> said) {
        if (said.isEmpty()) {
            out.println("  nothing");
        }
        said.forEach(
                sentence -> Table.wrap("  " + sentence, ComparisonText.WIDTH).forEach(out::println));
    }
}
