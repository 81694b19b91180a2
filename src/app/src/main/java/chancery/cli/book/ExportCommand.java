package chancery.cli.book;

import chancery.audit.ExportLedger;
import chancery.casefile.InvalidInput;
import chancery.cli.shared.DataOptions;
import chancery.cli.shared.ExitCode;
import chancery.cli.shared.Progress;
import chancery.cli.shared.Streams;
import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** {@code audit export}: the ledger as one file, for a verifier elsewhere. */
@Command(
        name = "export",
        mixinStandardHelpOptions = true,
        description = {
            "Writes the whole ledger into one file, JSON Lines, an entry a line, as it stands, sound or not.",
            "src/verifier/VerifyLedger.java verifies it with nothing but a JDK."
        })
final class ExportCommand implements Callable<Integer> {
    @Parameters(paramLabel = "FILE", description = "a file that is not there yet")
    private Path file = Path.of("ledger.jsonl");

    @Mixin
    private final DataOptions data = new DataOptions();

    @Mixin
    private final Streams streams = new Streams();

    @Override
    public Integer call() {
        data.demand();
        Progress progress = new Progress(streams.err(), "entries");
        try {
            long written = new ExportLedger(data.source()).write(file, progress);
            progress.end();
            streams.out().println("Ledger of " + written + " entries: " + file);
        } catch (FileAlreadyExistsException there) {
            throw InvalidInput.at(file.toString(), 0, "there is something here already", "name a file that is not");
        } catch (IOException refused) {
            throw InvalidInput.at(
                    file.toString(), 0, "the file cannot be written (" + refused + ")", "name another one");
        }
        return ExitCode.DONE;
    }
}
