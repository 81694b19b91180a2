package chancery.cli.paper;

import chancery.casefile.Dossier;
import chancery.casefile.InvalidInput;
import chancery.casefile.Suggestion;
import chancery.cli.shared.Batch;
import chancery.cli.shared.ExitCode;
import chancery.cli.shared.HoldingsOptions;
import chancery.cli.shared.Progress;
import chancery.cli.shared.Streams;
import chancery.cli.shared.ThreadsOption;
import chancery.cli.text.PathSummary;
import chancery.cli.text.PathText;
import chancery.document.ReadingId;
import chancery.path.Changes;
import chancery.path.Path;
import chancery.path.PathJson;
import chancery.procedure.Holdings;
import chancery.procedure.drawing.DrawPath;
import chancery.procedure.explanation.ChooseProcedure;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;
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
public final class PathCommand implements Callable<Integer> {
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
    private final ThreadsOption threads = new ThreadsOption();

    @Mixin
    private final HoldingsOptions options = new HoldingsOptions();

    @Mixin
    private final Streams streams = new Streams();

    @Override
    public Integer call() {
        if (json && earlier != null) {
            throw new InvalidInput("\"--earlier\" tells changes in words; take out \"--json\".");
        }
        Holdings holdings = options.open();
        Batch batch = Batch.named(cases, holdings, streams.err());
        refuseDrawing(batch.size());
        int answer = summary ? summarise(batch, holdings) : show(batch, holdings);
        batch.leftOut().tell(streams.err());
        return batch.leftOut().exitCode(answer);
    }

    private int summarise(Batch batch, Holdings holdings) {
        PathSummary counts = new PathSummary();
        Progress progress = new Progress(streams.err(), "paths found");
        batch.each(threads.number(), dossier -> paths(dossier, holdings), paths -> {
            paths.forEach(counts::add);
            progress.accept(counts.documents());
        });
        progress.end();
        (json ? List.of(counts.json()) : counts.lines()).forEach(streams.out()::println);
        return ExitCode.DONE;
    }

    private List<Path> paths(Dossier dossier, Holdings holdings) {
        ChooseProcedure explain = new ChooseProcedure(holdings.proceduresOf(dossier));
        return readings(dossier, reading).stream()
                .map(chosen -> explain.explain(dossier, chosen).path())
                .toList();
    }

    private int show(Batch batch, Holdings holdings) {
        Holdings before = earlier == null ? null : Holdings.in(earlier.resolve("bpmn"), earlier.resolve("processes"));
        Show show = new Show(holdings);
        batch.each(threads.number(), dossier -> told(dossier, holdings, before), show);
        return show.described ? ExitCode.DONE : ExitCode.NO;
    }

    /** A path, and what is printed of it. */
    private record Told(Path path, String text) {}

    private List<Told> told(Dossier dossier, Holdings holdings, @Nullable Holdings before) {
        List<Path> paths = paths(dossier, holdings);
        refuseDrawing(paths.size());
        return paths.stream()
                .map(path -> new Told(path, text(path, dossier, before)))
                .toList();
    }

    private String text(Path path, Dossier dossier, @Nullable Holdings before) {
        StringWriter text = new StringWriter();
        PrintWriter out = new PrintWriter(text);
        if (json) {
            out.println(PathJson.line(path, dossier.context()));
        } else {
            PathText.write(path, all, out);
            writeContext(dossier, out);
        }
        if (before != null) {
            writeChanges(dossier, path, before, out);
        }
        return text.toString();
    }

    private static void writeContext(Dossier dossier, PrintWriter out) {
        if (!dossier.context().isEmpty()) {
            out.println();
            out.println("Beside it its source names:");
            dossier.context().forEach(related -> out.println("  " + related.told()));
        }
    }

    private void writeChanges(Dossier dossier, Path now, Holdings before, PrintWriter out) {
        Dossier again = dossier.expectingNothing();
        Path was = new ChooseProcedure(before.proceduresOf(again))
                .explain(again, now.reading())
                .path();
        out.println();
        out.println("Against the version in " + earlier + ":");
        Changes.between(PathJson.line(was), now).forEach(change -> out.println("  " + change));
    }

    /** Prints paths one after the other, and draws the one that is to be drawn. */
    private final class Show implements Consumer<List<Told>> {
        private final Holdings holdings;
        private boolean first = true;
        private boolean described = true;

        private Show(Holdings holdings) {
            this.holdings = holdings;
        }

        @Override
        public void accept(List<Told> paths) {
            PrintWriter out = streams.out();
            for (Told told : paths) {
                if (!first && !json) {
                    out.println();
                }
                out.print(told.text());
                out.flush();
                first = false;
                described &= told.path().hasSteps();
                if (svg != null) {
                    draw(told.path(), holdings, svg);
                }
            }
        }
    }

    /** Refuses to draw several things into one file, or into a folder that is not there. */
    private void refuseDrawing(int paths) {
        if (svg == null) {
            return;
        }
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
