package chancery.cli;

import chancery.casefile.Dossier;
import chancery.casefile.InvalidInput;
import chancery.casefile.Suggestion;
import chancery.document.ReadingId;
import chancery.path.Changes;
import chancery.path.Path;
import chancery.path.PathJson;
import chancery.procedure.Holdings;
import chancery.procedure.drawing.DrawPath;
import chancery.procedure.explanation.TryProcedures;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code path}: the path reconstructed from the marks, without engine. */
@Command(
        name = "path",
        mixinStandardHelpOptions = true,
        description = "Shows the path that the marks of a case attest, and why each step is held for what it is.")
final class PathCommand implements Callable<Integer> {
    @Parameters(arity = "1..*", paramLabel = "CASE", description = "case id, case file, or folder of case files")
    private List<String> cases = List.of();

    @Option(names = "--reading", paramLabel = "ID", description = "a competing reading, or all (default: preferred)")
    private @Nullable String reading;

    @Option(names = "--svg", paramLabel = "FILE", description = "draws the path of one case, in one reading, as SVG")
    private java.nio.file.@Nullable Path svg;

    @Option(names = "--all", description = "lists possible steps one by one, instead of each branch in one line")
    private boolean all;

    @Option(names = "--json", description = "one JSON object a line")
    private boolean json;

    @Option(
            names = "--earlier",
            paramLabel = "FOLDER",
            description = "says which conclusions differ from those under an earlier version, FOLDER/bpmn and"
                    + " FOLDER/processes")
    private java.nio.file.@Nullable Path earlier;

    @Option(
            names = "--summary",
            description = "instead of each path: documents per procedure, per share of marks explained, per variant")
    private boolean summary;

    @Mixin
    private final HoldingsOptions options = new HoldingsOptions();

    @Mixin
    private final Streams streams = new Streams();

    @Override
    public Integer call() {
        PrintWriter out = streams.out();
        Holdings holdings = options.open();
        boolean described = true;
        boolean first = true;
        List<Dossier> dossiers = holdings.dossiers(cases);
        refuseManyDrawings(dossiers);
        PathSummary counts = new PathSummary();
        if (json && earlier != null) {
            throw new InvalidInput("\"--earlier\" tells changes in words; take out \"--json\".");
        }
        for (Dossier dossier : dossiers) {
            TryProcedures explain = new TryProcedures(holdings.proceduresOf(dossier));
            for (ReadingId chosen : readings(dossier, reading)) {
                Path path = explain.explain(dossier, chosen).path();
                described &= path.result() == Path.Result.DESCRIBED;
                if (summary) {
                    counts.add(path);
                } else if (json) {
                    out.println(PathJson.line(path));
                } else {
                    if (!first) {
                        out.println();
                    }
                    PathText.write(path, all, out);
                    if (earlier != null) {
                        writeChanges(dossier, chosen, path, earlier);
                    }
                }
                first = false;
                if (svg != null) {
                    draw(path, holdings, svg);
                }
            }
        }
        if (summary) {
            if (json) {
                out.println(counts.json());
            } else {
                counts.lines().forEach(out::println);
            }
            return Main.DONE;
        }
        return described ? Main.DONE : Main.NO;
    }

    private void refuseManyDrawings(List<Dossier> dossiers) {
        if (svg == null) {
            return;
        }
        long paths = dossiers.stream()
                .mapToLong(dossier -> readings(dossier, reading).size())
                .sum();
        if (paths != 1) {
            throw new InvalidInput(
                    "\"--svg\" draws one path, and here are " + paths + "; name one case and one reading.");
        }
        java.nio.file.Path folder = svg.toAbsolutePath().getParent();
        if (folder == null || !Files.isDirectory(folder)) {
            throw InvalidInput.at(
                    String.valueOf(folder), 0, "there is no such folder", "make it, or write the drawing elsewhere");
        }
    }

    private void writeChanges(Dossier dossier, ReadingId reading, Path now, java.nio.file.Path folder) {
        Holdings before = Holdings.in(folder.resolve("bpmn"), folder.resolve("processes"));
        Dossier again = dossier.expectingNothing();
        Path was = new TryProcedures(before.proceduresOf(again))
                .explain(again, reading)
                .path();
        streams.out().println();
        streams.out().println("Against the version in " + folder + ":");
        Changes.between(PathJson.line(was), now).forEach(change -> streams.out().println("  " + change));
    }

    private void draw(Path path, Holdings holdings, java.nio.file.Path file) {
        try {
            Files.writeString(file, DrawPath.svg(path, holdings));
        } catch (IOException refused) {
            throw InvalidInput.at(
                    file.toString(),
                    0,
                    "the file cannot be written (" + refused.getMessage() + ")",
                    "write the drawing elsewhere");
        }
        streams.err().println("Drawn: " + file);
    }

    /** The readings that an option asks for. */
    static List<ReadingId> readings(Dossier dossier, @Nullable String wanted) {
        if (wanted == null) {
            return List.of(Dossier.PREFERRED);
        }
        if (wanted.equals("all")) {
            return dossier.readings();
        }
        ReadingId reading = new ReadingId(wanted);
        if (!dossier.knows(reading)) {
            throw new InvalidInput("Case " + dossier.id() + " has no reading \"" + wanted + "\"; "
                    + Suggestion.expected(
                            wanted,
                            dossier.readings().stream().map(ReadingId::value).toList())
                    + ".");
        }
        return List.of(reading);
    }
}
