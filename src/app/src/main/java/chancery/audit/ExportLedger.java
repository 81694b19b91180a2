package chancery.audit;

import chancery.ledger.ExportText;
import chancery.ledger.Head;
import chancery.ledger.Snapshot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.function.LongConsumer;
import javax.sql.DataSource;

/** Writes the ledger of a database into a file, as one moment has it. */
public final class ExportLedger {
    private final DataSource source;

    public ExportLedger(DataSource source) {
        this.source = source;
    }

    /**
     * Writes a file that is not there yet; nothing is left of it if that fails.
     *
     * @param progress is told how many entries were written
     * @return how many entries there are
     * @throws FileAlreadyExistsException if it is there
     */
    public long write(Path file, LongConsumer progress) throws IOException {
        boolean whole = false;
        try (Writer out = Files.newBufferedWriter(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
            try {
                long written = DatabaseSnapshot.read(source, snapshot -> written(snapshot, out, progress));
                out.flush();
                whole = true;
                return written;
            } finally {
                if (!whole) {
                    Files.delete(file);
                }
            }
        } catch (UncheckedIOException broken) {
            throw broken.getCause();
        }
    }

    private static long written(Snapshot snapshot, Writer out, LongConsumer progress) {
        Head head = snapshot.head()
                .orElseThrow(() -> new IllegalStateException(
                        "The table chancery_ledger_head has no row, the end of the chain; run \"audit verify\""));
        try {
            return ExportText.write(head, snapshot, out, progress);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
