package chancery.audit;

import chancery.ledger.BrokenKey;
import chancery.ledger.Checkpoint;
import chancery.ledger.CheckpointFolder;
import chancery.ledger.Head;
import chancery.ledger.SigningKey;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import javax.sql.DataSource;

/** Signs how long the ledger is and how it ends, outside the database. */
public final class WriteCheckpoint {
    private final Ledger ledger;
    private final Path data;
    private final CheckpointFolder folder;
    private final Clock clock;

    /**
     * @param data where the key lies; made if there is none
     * @param checkpoints where checkpoints go
     */
    public WriteCheckpoint(DataSource source, Path data, Path checkpoints, Clock clock) {
        this.ledger = new Ledger(source, clock);
        this.data = data;
        this.folder = new CheckpointFolder(checkpoints);
        this.clock = clock;
    }

    /** What came of it. */
    public enum Outcome {
        WRITTEN,
        /** The newest checkpoint says the same already. */
        UNCHANGED,
        /** The newest checkpoint and the ledger exclude each other; nothing is written over that. */
        CONTRADICTED
    }

    /** What came of it, and a sentence that says so. */
    public record Answer(Outcome outcome, String sentence) {}

    /** Makes the key, unless there is one. */
    public void prepareKey() {
        SigningKey.of(data, ledger.head().origin());
    }

    /** @throws BrokenKey if the key file holds no key */
    public Answer write() {
        Head head = ledger.head();
        SigningKey key = SigningKey.of(data, head.origin());
        try {
            Optional<Checkpoint> newest = folder.newest(head.origin(), key.verifier());
            if (newest.isPresent() && newest.get().size() >= head.size()) {
                return newest.get().size() == head.size() && newest.get().hash().equals(head.hash())
                        ? new Answer(
                                Outcome.UNCHANGED,
                                "The ledger has " + head.size() + " entries, as at the newest checkpoint; no other is"
                                        + " needed.")
                        : new Answer(
                                Outcome.CONTRADICTED,
                                "The newest checkpoint, of " + newest.get().time() + ", has "
                                        + newest.get().size() + " entries, the ledger has " + head.size()
                                        + " and does not continue it; no checkpoint is written. Run \"audit verify\".");
            }
            Checkpoint checkpoint = new Checkpoint(
                    head.origin(), head.size(), head.hash(), clock.instant().truncatedTo(ChronoUnit.SECONDS));
            return new Answer(
                    Outcome.WRITTEN, "Checkpoint of " + head.size() + " entries: " + folder.add(checkpoint, key));
        } catch (IOException broken) {
            throw new UncheckedIOException(
                    "The folder of checkpoints " + folder.folder() + " can be neither read nor written", broken);
        }
    }
}
