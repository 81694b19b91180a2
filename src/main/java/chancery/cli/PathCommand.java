package chancery.cli;

import chancery.casefile.Dossier;
import chancery.casefile.InvalidInput;
import chancery.casefile.Suggestion;
import chancery.document.ReadingId;
import chancery.path.Path;
import chancery.path.PathJson;
import chancery.procedure.ExplainMarks;
import chancery.procedure.Holdings;
import java.io.PrintWriter;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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

    @Option(names = "--json", description = "one JSON object a line")
    private boolean json;

    @Mixin
    private final HoldingsOptions options = new HoldingsOptions();

    @Spec
    @SuppressWarnings("NullAway.Init")
    private CommandSpec spec;

    @Override
    public Integer call() {
        PrintWriter out = spec.commandLine().getOut();
        Holdings holdings = options.open();
        boolean described = true;
        boolean first = true;
        for (Dossier dossier : holdings.dossiers(cases)) {
            ExplainMarks explain = new ExplainMarks(holdings.procedureOf(dossier));
            for (ReadingId chosen : readings(dossier, reading)) {
                Path path = explain.explain(dossier, chosen).path();
                described &= path.result() == Path.Result.DESCRIBED;
                if (json) {
                    out.println(PathJson.line(path));
                } else {
                    if (!first) {
                        out.println();
                    }
                    PathText.write(path, out);
                }
                first = false;
            }
        }
        return described ? Main.DONE : Main.NO;
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
