package chancery.cli.paper;

import chancery.casefile.CaseId;
import chancery.casefile.InvalidInput;
import chancery.cli.shared.ExitCode;
import chancery.cli.shared.HoldingsOptions;
import chancery.cli.shared.NewFile;
import chancery.cli.shared.Streams;
import chancery.procedure.Procedure;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code new}: a commented case file to start from. */
@Command(name = "new", mixinStandardHelpOptions = true, description = "Writes a commented case file to start from.")
public final class NewCommand implements Callable<Integer> {
    @Parameters(paramLabel = "CASE", description = "id of the new case, such as su-1955-1")
    private String caseId = "";

    @Option(
            names = "--procedure",
            paramLabel = "ID",
            description = "the procedure that it followed (default: ${DEFAULT-VALUE})")
    private String procedure = "soviet-cc";

    @Option(
            names = "-o",
            paramLabel = "FOLDER",
            description =
                    "where to write it (default: the procedure's cases under ./processes, else the current folder)")
    private @Nullable Path folder;

    @Mixin
    private final HoldingsOptions options = new HoldingsOptions();

    @Mixin
    private final Streams streams = new Streams();

    @Override
    public Integer call() {
        CaseId id = id();
        Procedure known = options.open().procedure(procedure);
        Path target = folder().resolve(id + ".yaml");
        NewFile.write(target, filled(id, known, target), "choose another id, or another folder with -o");
        streams.out().println("Wrote " + target + "; edit it, then: test " + target);
        return ExitCode.DONE;
    }

    private CaseId id() {
        try {
            return new CaseId(caseId);
        } catch (IllegalArgumentException refused) {
            throw new InvalidInput(refused.getMessage() + ".");
        }
    }

    private Path folder() {
        if (folder != null) {
            return folder;
        }
        Path cases = Path.of("processes", procedure, "cases");
        return Files.isDirectory(cases) ? cases : Path.of("");
    }

    private String filled(CaseId id, Procedure known, Path target) {
        List<String> entries = List.copyOf(known.behaviour().entries().keySet());
        return template()
                .replace("${schema}", schemaFrom(target))
                .replace("${file}", target.toString())
                .replace("${case}", id.value())
                .replace("${procedure}", known.id())
                .replace("${entry}", entries.get(0))
                .replace("${entries}", String.join(", ", entries));
    }

    /** The schema's place seen from the new file, where the file lies among the project's own. */
    private static String schemaFrom(Path target) {
        Path schema = Path.of("src/core/src/main/resources/schema/case.schema.json");
        Path parent = target.toAbsolutePath().normalize().getParent();
        return parent != null && Files.exists(schema)
                ? parent.relativize(schema.toAbsolutePath()).toString()
                : "case.schema.json";
    }

    private static String template() {
        try (InputStream in = NewCommand.class.getResourceAsStream("/templates/case.yaml")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
