package chancery.cli.book;

import chancery.audit.WriteCheckpoint.Answer;
import chancery.audit.WriteCheckpoint.Outcome;
import chancery.casefile.InvalidInput;
import chancery.cli.shared.DataOptions;
import chancery.cli.shared.ExitCode;
import chancery.cli.shared.Streams;
import java.io.UncheckedIOException;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code audit checkpoint}: signs where the ledger stands. */
@Command(
        name = "checkpoint",
        mixinStandardHelpOptions = true,
        description = "Writes a signed checkpoint of the ledger, unless it has not grown since the newest.")
final class CheckpointCommand implements Callable<Integer> {
    @Mixin
    private final CheckpointOptions checkpoints = new CheckpointOptions();

    @Mixin
    private final DataOptions data = new DataOptions();

    @Mixin
    private final Streams streams = new Streams();

    @Override
    public Integer call() {
        data.demand();
        Answer answer;
        try {
            answer = checkpoints.writer(data.source(), data).write();
        } catch (UncheckedIOException refused) {
            throw new InvalidInput(refused.getMessage() + "; name another with --checkpoints or --data.");
        }
        streams.out().println(answer.sentence());
        return answer.outcome() == Outcome.CONTRADICTED ? ExitCode.NO : ExitCode.DONE;
    }
}
