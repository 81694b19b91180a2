package chancery.cli;

import chancery.casefile.Dossier;
import chancery.casefile.InvalidInput;
import chancery.casefile.Suggestion;
import chancery.comparison.Collate;
import chancery.comparison.Collation;
import chancery.comparison.ComparePaths;
import chancery.comparison.Comparison;
import chancery.comparison.Difference;
import chancery.comparison.FindDifferences;
import chancery.comparison.Sentences;
import chancery.comparison.Weights;
import chancery.comparison.alignment.StepCosts;
import chancery.comparison.page.ComparisonJson;
import chancery.comparison.page.ComparisonPage;
import chancery.document.ReadingId;
import chancery.path.Path;
import chancery.procedure.Holdings;
import chancery.procedure.drawing.DrawPath;
import chancery.procedure.explanation.TryProcedures;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code compare}: the paths of two documents side by side, or of more in columns. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Lays the paths of documents side by side and says in sentences what differs.")
final class CompareCommand implements Callable<Integer> {
    private static final String ALL = "all";
    private static final String ELSEWHERE = "name another file with --html";

    @Parameters(
            arity = "1..*",
            paramLabel = "CASE",
            description = "two case ids, case files or folders of case files, or more")
    private List<String> cases = List.of();

    @Option(
            names = {"--reading", "--readings"},
            paramLabel = "ID",
            description = "a competing reading, for each case that has it, or all: what depends on them"
                    + " (default: preferred)")
    private @Nullable String reading;

    @Option(names = "--costs", paramLabel = "FILE", description = "what differences cost (default: those built in)")
    private java.nio.file.@Nullable Path costFile;

    @Option(names = "--language", paramLabel = "CODE", description = "of the sentences, en or ru (default: en)")
    private String language = "en";

    @Option(names = "--json", description = "one JSON object; with --readings all, one for each pair of readings")
    private boolean json;

    @Option(
            names = "--html",
            paramLabel = "FILE",
            description = "writes the comparison as one page that needs no other file")
    private java.nio.file.@Nullable Path html;

    @Option(names = "--threads", paramLabel = "N", description = "at work together (default: one for each processor)")
    private int threads = Runtime.getRuntime().availableProcessors();

    @Mixin
    private final HoldingsOptions options = new HoldingsOptions();

    @Mixin
    private final Streams streams = new Streams();

    @Override
    public Integer call() {
        Sentences sentences = Sentences.in(language);
        StepCosts costs = costs();
        if (threads < 1) {
            throw new InvalidInput("\"--threads\" is " + threads + "; give at least 1.");
        }
        if (html != null) {
            NewFile.check(html, ELSEWHERE);
        }
        Holdings holdings = options.open();
        Map<String, List<Path>> documents = paths(holdings);
        List<Path> all = documents.values().stream().flatMap(List::stream).toList();
        if (documents.size() == 2 && ALL.equals(reading) && all.size() > 2) {
            if (html != null) {
                throw new InvalidInput("\"--html\" shows one reading of two documents; take out \"--readings all\", or"
                        + " name the reading.");
            }
            List<List<Path>> sides = List.copyOf(documents.values());
            return new CompareReadings(sides.get(0), sides.get(1), costs, weights(), sentences, streams)
                    .call(json, (one, other) -> compare(one, other, costs, sentences));
        }
        return all.size() == 2 ? pair(all.get(0), all.get(1), costs, sentences, holdings) : many(all, costs, sentences);
    }

    private StepCosts costs() {
        StepCosts costs = costFile == null ? StepCosts.standard() : StepCosts.read(costFile);
        costs.whyNoMetric()
                .forEach(reason ->
                        streams.err().println("The costs of " + costFile + " are no metric: " + reason + "."));
        return costs;
    }

    private Weights weights() {
        return costFile == null ? Weights.standard() : Weights.read(costFile);
    }

    // ---- documents ----

    /** The paths of each document, one for each reading asked for; named twice, it stands once, unless it is the only one. */
    private Map<String, List<Path>> paths(Holdings holdings) {
        if (cases.stream().anyMatch(String::isBlank)) {
            throw new InvalidInput("A CASE is empty; name a case id, a case file or a folder.");
        }
        List<Dossier> dossiers = holdings.dossiers(cases);
        refuseTwins(dossiers);
        checkReading(dossiers);
        Map<String, List<Path>> paths = new LinkedHashMap<>();
        Progress progress = new Progress(streams.err(), "paths found");
        for (Dossier dossier : dossiers) {
            String name = dossier.id().value();
            if (paths.containsKey(name) && dossiers.size() > 2) {
                streams.err().println("Case " + name + " is named twice; it is compared once.");
                continue;
            }
            TryProcedures explain = new TryProcedures(holdings.proceduresOf(dossier));
            paths.put(
                    paths.containsKey(name) ? name + "#2" : name,
                    readings(dossier).stream()
                            .map(chosen -> explain.explain(dossier, chosen).path())
                            .toList());
            progress.accept(paths.size());
        }
        progress.end();
        if (paths.values().stream().mapToInt(List::size).sum() < 2) {
            throw new InvalidInput("\"compare\" needs two documents or more, and here is "
                    + (paths.isEmpty() ? "no case file" : String.join("", paths.keySet()) + " alone")
                    + "; name another, or see its path with \"path\".");
        }
        return paths;
    }

    /** Two files that give one id to what they hold. */
    private static void refuseTwins(List<Dossier> dossiers) {
        Map<String, Dossier> known = new LinkedHashMap<>();
        for (Dossier dossier : dossiers) {
            Dossier first = known.putIfAbsent(dossier.id().value(), dossier);
            if (first != null && !first.hash().equals(dossier.hash())) {
                throw InvalidInput.at(
                        dossier.file(),
                        0,
                        "its case is called " + dossier.id() + ", like that of " + first.file(),
                        "give one of them another id");
            }
        }
    }

    private List<ReadingId> readings(Dossier dossier) {
        if (ALL.equals(reading)) {
            return dossier.readings();
        }
        return List.of(reading != null && knows(dossier, reading) ? new ReadingId(reading) : Dossier.PREFERRED);
    }

    private void checkReading(List<Dossier> dossiers) {
        if (reading == null || reading.equals(ALL) || dossiers.stream().anyMatch(each -> knows(each, reading))) {
            return;
        }
        throw new InvalidInput("None of these cases has a reading \"" + reading + "\"; "
                + Suggestion.expected(
                        reading,
                        dossiers.stream()
                                .flatMap(dossier -> dossier.readings().stream())
                                .map(ReadingId::value)
                                .distinct()
                                .toList())
                + ".");
    }

    private static boolean knows(Dossier dossier, String reading) {
        return !reading.isBlank() && dossier.knows(new ReadingId(reading));
    }

    // ---- two ----

    private int pair(Path one, Path other, StepCosts costs, Sentences sentences, Holdings holdings) {
        Optional<Comparison> compared = compare(one, other, costs, sentences);
        if (compared.isEmpty()) {
            sayThatNoPageIsWritten();
            return Main.NO;
        }
        if (one.equals(other)) {
            streams.err().println("Both are " + Sentences.name(one) + ".");
        }
        Comparison comparison = compared.get();
        List<Difference> differences = FindDifferences.of(comparison, costs, weights());
        if (json) {
            streams.out().println(new ComparisonJson(sentences).line(comparison, differences));
        } else {
            ComparisonText.write(comparison, differences, sentences, streams.out());
        }
        if (html != null) {
            write(
                    html,
                    ComparisonPage.of(
                            comparison,
                            differences,
                            sentences,
                            DrawPath.svg(one, holdings),
                            DrawPath.svg(other, holdings)));
        }
        return Main.DONE;
    }

    /** The two compared; where they cannot be, that is said, with the reason. */
    private Optional<Comparison> compare(Path one, Path other, StepCosts costs, Sentences sentences) {
        List<Path> pathless = Stream.of(one, other)
                .filter(path -> path.result() != Path.Result.DESCRIBED)
                .toList();
        Optional<Comparison> comparison =
                pathless.isEmpty() ? new ComparePaths(costs).compare(one, other) : Optional.empty();
        if (comparison.isPresent()) {
            return comparison;
        }
        boolean described = pathless.stream().noneMatch(path -> path.result() == Path.Result.NOT_DESCRIBED);
        if (json) {
            streams.out()
                    .println(new ComparisonJson(sentences)
                            .withoutComparison(one, other, described ? "not computed" : "not described"));
            return comparison;
        }
        wrap(Sentences.name(one) + " and " + Sentences.name(other) + " cannot be compared"
                + (pathless.isEmpty() ? "; they have too many steps, or the order of these is too open." : ":"));
        pathless.forEach(path -> wrap("  " + path.headline()));
        return comparison;
    }

    private void wrap(String text) {
        Table.wrap(text, ComparisonText.WIDTH).forEach(streams.out()::println);
    }

    // ---- more ----

    private int many(List<Path> paths, StepCosts costs, Sentences sentences) {
        List<Path> described = new ArrayList<>();
        for (Path path : paths) {
            if (path.result() == Path.Result.DESCRIBED) {
                described.add(path);
            } else {
                Table.wrap("Left out: " + path.headline(), ComparisonText.WIDTH).forEach(streams.err()::println);
            }
        }
        Progress progress = new Progress(streams.err(), "pairs of different paths compared");
        Collation collation = new Collate(costs, weights(), threads, progress).collate(described);
        progress.end();
        if (collation.documents().size() < 2) {
            streams.out()
                    .println(
                            json
                                    ? new ComparisonJson(sentences).line(collation)
                                    : "Not compared: fewer than two of these documents have a path that can be.");
            sayThatNoPageIsWritten();
            return Main.NO;
        }
        if (json) {
            streams.out().println(new ComparisonJson(sentences).line(collation));
        } else {
            CollationText.write(collation, sentences, streams.out());
        }
        if (html != null) {
            write(html, ComparisonPage.of(collation, sentences));
        }
        return Main.DONE;
    }

    // ---- the page ----

    private void sayThatNoPageIsWritten() {
        if (html != null) {
            streams.err().println("No page is written.");
        }
    }

    private void write(java.nio.file.Path file, String page) {
        NewFile.write(file, page, ELSEWHERE);
        streams.err().println("Written: " + file);
    }
}
