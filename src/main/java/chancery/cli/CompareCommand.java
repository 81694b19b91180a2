package chancery.cli;

import chancery.casefile.Dossier;
import chancery.casefile.InvalidInput;
import chancery.casefile.Suggestion;
import chancery.comparison.ComparePaths;
import chancery.comparison.Comparison;
import chancery.comparison.ComparisonJson;
import chancery.document.ReadingId;
import chancery.path.Path;
import chancery.procedure.Holdings;
import chancery.procedure.TryProcedures;
import java.io.PrintWriter;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code compare}: the paths of two cases, side by side. */
@Command(
        name = "compare",
        mixinStandardHelpOptions = true,
        description = "Lays the paths of two cases side by side: the steps that both have, and those of one alone.")
final class CompareCommand implements Callable<Integer> {
    @Parameters(index = "0", paramLabel = "A", description = "case id or case file")
    private String left = "";

    @Parameters(index = "1", paramLabel = "B", description = "case id or case file")
    private String right = "";

    @Option(
            names = "--reading",
            paramLabel = "ID",
            description = "a competing reading, for each case that has it (default: preferred)")
    private @Nullable String reading;

    @Option(names = "--json", description = "one JSON object")
    private boolean json;

    @Mixin
    private final HoldingsOptions options = new HoldingsOptions();

    @Mixin
    private final Streams streams = new Streams();

    @Override
    public Integer call() {
        PrintWriter out = streams.out();
        Holdings holdings = options.open();
        Dossier one = holdings.dossier(left);
        Dossier other = holdings.dossier(right);
        checkReading(one, other);
        Path onePath = path(holdings, one);
        Path otherPath = path(holdings, other);
        if (Stream.of(onePath, otherPath).anyMatch(path -> path.result() != Path.Result.DESCRIBED)) {
            return refuse(onePath, otherPath, out);
        }
        Optional<Comparison> comparison = ComparePaths.compare(onePath, otherPath);
        if (comparison.isEmpty()) {
            out.println(
                    json
                            ? ComparisonJson.withoutComparison(onePath, otherPath, "not computed")
                            : onePath.caseId() + " and " + otherPath.caseId()
                                    + ": not compared; their steps may have happened in too many orders");
            return Main.NO;
        }
        if (json) {
            out.println(ComparisonJson.line(comparison.get()));
        } else {
            ComparisonText.write(comparison.get(), out);
        }
        return Main.DONE;
    }

    private int refuse(Path one, Path other, PrintWriter out) {
        if (json) {
            boolean computed = Stream.of(one, other).noneMatch(path -> path.result() == Path.Result.NOT_COMPUTED);
            out.println(ComparisonJson.withoutComparison(one, other, computed ? "not described" : "not computed"));
        } else {
            out.println(one.caseId() + " and " + other.caseId() + " cannot be compared:");
            Stream.of(one, other)
                    .filter(path -> path.result() != Path.Result.DESCRIBED)
                    .forEach(path -> out.println("  " + path.headline()));
        }
        return Main.NO;
    }

    private void checkReading(Dossier one, Dossier other) {
        if (reading != null && !knows(one, reading) && !knows(other, reading)) {
            throw new InvalidInput("Neither " + one.id() + " nor " + other.id() + " has a reading \"" + reading + "\"; "
                    + Suggestion.expected(
                            reading,
                            Stream.of(one, other)
                                    .flatMap(dossier -> dossier.readings().stream())
                                    .map(ReadingId::value)
                                    .distinct()
                                    .toList())
                    + ".");
        }
    }

    private Path path(Holdings holdings, Dossier dossier) {
        ReadingId chosen = reading != null && knows(dossier, reading) ? new ReadingId(reading) : Dossier.PREFERRED;
        return new TryProcedures(holdings.proceduresOf(dossier))
                .explain(dossier, chosen)
                .path();
    }

    private static boolean knows(Dossier dossier, String reading) {
        return !reading.isBlank() && dossier.knows(new ReadingId(reading));
    }
}
