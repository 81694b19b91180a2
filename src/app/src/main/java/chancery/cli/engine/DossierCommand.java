package chancery.cli.engine;

import chancery.casefile.CaseFile;
import chancery.cli.shared.DataOptions;
import chancery.cli.shared.ExitCode;
import chancery.cli.shared.HoldingsOptions;
import chancery.cli.shared.NewFile;
import chancery.cli.shared.Streams;
import chancery.procedure.live.LiveWork;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ConfigurableApplicationContext;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code dossier}: a live case as a case file. */
@Command(
        name = "dossier",
        mixinStandardHelpOptions = true,
        description = "Writes a live case out as a case file, so that it reads and compares like any other.")
public final class DossierCommand implements Callable<Integer> {
    @Parameters(paramLabel = "CASE", description = "id of a live case")
    private String caseId = "";

    @Option(names = "-o", paramLabel = "FILE", description = "the file to write (default: standard output)")
    private @Nullable Path file;

    @Mixin
    private final HoldingsOptions options = new HoldingsOptions();

    @Mixin
    private final DataOptions data = new DataOptions();

    @Mixin
    private final Streams streams = new Streams();

    @Override
    public Integer call() {
        data.demand();
        PrintWriter out = streams.out();
        try (ConfigurableApplicationContext context = Application.engine(data)) {
            new RunCases(options.open(), context, out).installAll();
            String yaml = CaseFile.write(context.getBean(LiveWork.class).dossier(caseId));
            if (file == null) {
                out.print(yaml);
                out.flush();
            } else {
                NewFile.write(file, yaml, "name another with -o");
            }
        }
        return ExitCode.DONE;
    }
}
