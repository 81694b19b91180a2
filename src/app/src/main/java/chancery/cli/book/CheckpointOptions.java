package chancery.cli.book;

import chancery.audit.WriteCheckpoint;
import chancery.cli.shared.DataOptions;
import java.nio.file.Path;
import java.time.Clock;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where checkpoints lie. */
public final class CheckpointOptions {
    @Option(
            names = "--checkpoints",
            paramLabel = "FOLDER",
            description = "the folder of checkpoints (default: checkpoints in the data folder)")
    private @Nullable Path folder;

    Path folder(DataOptions data) {
        return folder == null ? data.folder().resolve("checkpoints") : folder;
    }

    /** Writes checkpoints as these options say. */
    public WriteCheckpoint writer(DataSource source, DataOptions data) {
        return new WriteCheckpoint(source, data.folder(), folder(data), Clock.systemUTC());
    }
}
