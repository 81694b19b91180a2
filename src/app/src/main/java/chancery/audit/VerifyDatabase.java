package chancery.audit;

import chancery.ledger.Book;
import chancery.ledger.BrokenKey;
import chancery.ledger.Checkpoint;
import chancery.ledger.CheckpointFolder;
import chancery.ledger.Verification;
import chancery.ledger.VerifyLedger;
import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/** Verifies the ledger of a database, in one transaction that sees nothing of what is appended meanwhile. */
public final class VerifyDatabase {
    private final DataSource source;
    private final VerifyLedger ledger;

    /** @param books all that the ledger vouches for */
    public VerifyDatabase(DataSource source, List<Book> books) {
        this.source = source;
        this.ledger = new VerifyLedger(books);
    }

    /**
     * Verifies the ledger against the checkpoints of a folder.
     *
     * @param verifierKey the file with the key that checkpoints must be signed with; not read if there are none
     * @param progress is told the number of each entry that was read
     * @throws BrokenKey if the file holds no key
     */
    public Verification verify(CheckpointFolder folder, Path verifierKey, LongConsumer progress) {
        return DatabaseSnapshot.read(source, snapshot -> ledger.verify(snapshot, folder, verifierKey, progress));
    }

    /** Verifies the ledger against checkpoints of it whose signatures have been verified; none: by itself. */
    Verification verify(List<Checkpoint> checkpoints, LongConsumer progress) {
        return DatabaseSnapshot.read(source, snapshot -> ledger.verify(snapshot, checkpoints, progress));
    }
}
