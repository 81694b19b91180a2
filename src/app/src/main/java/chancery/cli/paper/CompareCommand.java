package chancery.cli.paper;

import chancery.casefile.CaseFile;
import chancery.casefile.Dossier;
import chancery.casefile.InvalidInput;
import chancery.casefile.Suggestion;
import chancery.cli.shared.Batch;
import chancery.cli.shared.ExitCode;
import chancery.cli.shared.HoldingsOptions;
import chancery.cli.shared.LeftOut;
import chancery.cli.shared.NewFile;
import chancery.cli.shared.Progress;
import chancery.cli.shared.Streams;
import chancery.cli.shared.ThreadsOption;
import chancery.cli.text.CollationText;
import chancery.cli.text.ComparisonText;
import chancery.cli.text.Table;
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
import chancery.procedure.explanation.ChooseProcedure;
import java.util.ArrayList;
import java.util.List;
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
public final class CompareCommand implements Callable<Integer> {
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

    @Mixin
    private final ThreadsOption threads = new ThreadsOption();

    @Mixin
    private final HoldingsOptions options = new HoldingsOptions();

    @Mixin
    private final Streams streams = new Streams();

    @Override
    public Integer call() {
        Sentences sentences = Sentences.in(language);
        StepCosts costs = costs();
        if (html != null) {
            NewFile.check(html, ELSEWHERE);
        }
        if (cases.stream().anyMatch(String::isBlank)) {
            throw new InvalidInput("A CASE is empty; name a case id, a case file or a folder.");
        }
        Holdings holdings = options.open();
        List<java.nio.file.Path> files = holdings.caseFiles(cases);
        if (files.size() == 2) {
            return compare(two(files, holdings), costs, sentences, holdings, new LeftOut());
        }
        Batch batch = Batch.named(cases, holdings, streams.err());
        try {
            int answer = compare(documents(batch, holdings), costs, sentences, holdings, batch.leftOut());
            return batch.leftOut().exitCode(answer);
        } finally {
            batch.leftOut().tell(streams.err());
        }
    }

    private int compare(
            List<Document> documents, StepCosts costs, Sentences sentences, Holdings holdings, LeftOut leftOut) {
        checkReading(documents);
        List<Path> all = documents.stream()
                .flatMap(document -> document.paths().stream())
                .toList();
        if (all.size() < 2) {
            throw new InvalidInput("\"compare\" needs two documents or more, and here is "
                    + (all.isEmpty() ? "no case file" : all.get(0).caseId() + " alone")
                    + "; name another, or see its path with \"path\".");
        }
        if (documents.size() == 2 && ALL.equals(reading) && all.size() > 2) {
            if (html != null) {
                throw new InvalidInput("\"--html\" shows one reading of two documents; take out \"--readings all\", or"
                        + " name the reading.");
            }
            return new CompareReadings(
                            documents.get(0).paths(), documents.get(1).paths(), costs, weights(), sentences, streams)
                    .call(json, (one, other) -> compare(one, other, costs, sentences));
        }
        return all.size() == 2
                ? pair(all.get(0), all.get(1), costs, sentences, holdings)
                : many(all, costs, sentences, leftOut);
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

    /**
     * A document to be compared.
     *
     * @param readings those that it has
     * @param asked whether it has the one that is asked for
     * @param paths one for each reading asked for
     */
    private record Document(List<ReadingId> readings, boolean asked, List<Path> paths) {}

    private Document document(Dossier dossier, Holdings holdings) {
        ChooseProcedure explain = new ChooseProcedure(holdings.proceduresOf(dossier));
        return new Document(
                dossier.readings(),
                reading != null && knows(dossier, reading),
                readings(dossier).stream()
                        .map(chosen -> explain.explain(dossier, chosen).path())
                        .toList());
    }

    /** Two documents, or one set against itself; without one of them there is nothing to compare. */
    private List<Document> two(List<java.nio.file.Path> files, Holdings holdings) {
        List<Dossier> two = files.stream().map(CaseFile::read).toList();
        refuseTwins(two.get(0), two.get(1));
        return two.stream().map(dossier -> document(dossier, holdings)).toList();
    }

    private List<Document> documents(Batch batch, Holdings holdings) {
        List<Document> documents = new ArrayList<>();
        Progress progress = new Progress(streams.err(), "paths found");
        batch.each(threads.number(), dossier -> document(dossier, holdings), document -> {
            documents.add(document);
            progress.accept(documents.size());
        });
        progress.end();
        return documents;
    }

    /** Two files that give one id to what they hold. */
    private static void refuseTwins(Dossier one, Dossier other) {
        if (one.id().equals(other.id()) && !one.hash().equals(other.hash())) {
            throw Batch.twin(other.file(), other.id(), one.file());
        }
    }

    private List<ReadingId> readings(Dossier dossier) {
        if (ALL.equals(reading)) {
            return dossier.readings();
        }
        return List.of(reading != null && knows(dossier, reading) ? new ReadingId(reading) : Dossier.PREFERRED);
    }

    private void checkReading(List<Document> documents) {
        if (reading == null || reading.equals(ALL) || documents.stream().anyMatch(Document::asked)) {
            return;
        }
        throw new InvalidInput("None of these cases has a reading \"" + reading + "\"; "
                + Suggestion.expected(
                        reading,
                        documents.stream()
                                .flatMap(document -> document.readings().stream())
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
            return ExitCode.NO;
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
        return ExitCode.DONE;
    }

    /** The two compared; where they cannot be, that is said, with the reason. */
    private Optional<Comparison> compare(Path one, Path other, StepCosts costs, Sentences sentences) {
        List<Path> pathless =
                Stream.of(one, other).filter(path -> !path.hasSteps()).toList();
        Optional<Comparison> comparison =
                pathless.isEmpty() ? new ComparePaths(costs).compare(one, other) : Optional.empty();
        if (comparison.isPresent()) {
            return comparison;
        }
        boolean described = pathless.stream().noneMatch(path -> path.result() == Path.Result.BARE);
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

    private int many(List<Path> paths, StepCosts costs, Sentences sentences, LeftOut leftOut) {
        List<Path> described = new ArrayList<>();
        for (Path path : paths) {
            if (path.hasSteps()) {
                described.add(path);
            } else {
                leftOut.add(path.headline());
            }
        }
        Progress progress = new Progress(streams.err(), "pairs of different paths compared");
        Collation collation = new Collate(costs, weights(), threads.number(), progress).collate(described);
        progress.end();
        if (collation.documents().size() < 2) {
            streams.out()
                    .println(
                            json
                                    ? new ComparisonJson(sentences).line(collation)
                                    : "Not compared: fewer than two of these documents have a path that can be.");
            sayThatNoPageIsWritten();
            return ExitCode.NO;
        }
        if (json) {
            streams.out().println(new ComparisonJson(sentences).line(collation));
        } else {
            CollationText.write(collation, sentences, streams.out());
        }
        if (html != null) {
            write(html, ComparisonPage.of(collation, sentences));
        }
        return ExitCode.DONE;
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
