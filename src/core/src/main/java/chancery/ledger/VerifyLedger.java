package chancery.ledger;

import chancery.ledger.CheckpointFolder.Contents;
import chancery.ledger.Snapshot.Cursor;
import chancery.ledger.Snapshot.Entry;
import chancery.ledger.Snapshot.Row;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Recomputes the ledger from the rows of the books, and finds what was edited, deleted, inserted, swapped and
 * duplicated. Reads ledger and books side by side, in order of their numbers (a merge join). Linear in the number of entries; memory is constant, up to what is kept
 * of findings.
 */
public final class VerifyLedger {
    private final Map<String, Book> books;

    /** @param books all that the ledger vouches for */
    public VerifyLedger(List<Book> books) {
        this.books = books.stream().collect(Collectors.toUnmodifiableMap(Book::name, Function.identity()));
    }

    /**
     * Verifies the ledger, and that it is the one that was signed.
     *
     * @param verifierKey the file with the key that checkpoints must be signed with; not read if there are none
     * @param progress is told the number of each entry that was read
     * @throws BrokenKey if the file holds no key
     */
    public Verification verify(Snapshot snapshot, CheckpointFolder folder, Path verifierKey, LongConsumer progress) {
        Head head = snapshot.head().orElse(null);
        try {
            Contents contents = head == null || folder.isEmpty()
                    ? new Contents(List.of(), List.of())
                    : folder.read(head.origin(), VerifierKey.of(verifierKey));
            return verify(snapshot, contents, progress);
        } catch (IOException broken) {
            throw new UncheckedIOException("The checkpoints in " + folder.folder() + " cannot be read", broken);
        }
    }

    /** Verifies the ledger against checkpoints of it whose signatures have been verified; none: by itself. */
    public Verification verify(Snapshot snapshot, List<Checkpoint> checkpoints, LongConsumer progress) {
        return verify(snapshot, new Contents(checkpoints, List.of()), progress);
    }

    private Verification verify(Snapshot snapshot, Contents folder, LongConsumer progress) {
        Head head = snapshot.head().orElse(null);
        long size = head == null ? snapshot.entryCount() : head.size();
        Findings findings = new Findings();
        ChainCheck chain = new ChainCheck(snapshot, books, head, size, findings);
        try (Sources sources = new Sources(snapshot, books.values())) {
            for (long number = sources.number(); sources.left(); number = sources.number()) {
                List<Entry> entries = sources.entries(number);
                chain.check(number, entries, sources.rows(number), sources.next());
                progress.accept(number);
            }
        }
        chain.finish();
        Head told = head == null ? new Head("", size, "") : head;
        new CheckpointCheck(snapshot, told, findings).check(folder.checkpoints());
        return findings.asOf(told, folder);
    }

    /** The cursors that are read side by side. */
    private static final class Sources implements AutoCloseable {
        private final Cursor<Entry> ledger;
        private final List<Cursor<Row>> books = new ArrayList<>();

        Sources(Snapshot snapshot, Iterable<Book> books) {
            ledger = snapshot.entries();
            books.forEach(book -> this.books.add(snapshot.rows(book)));
        }

        boolean left() {
            return ledger.peek() != null || books.stream().anyMatch(rows -> rows.peek() != null);
        }

        /** The lowest number that is left. */
        long number() {
            Entry entry = next();
            long lowest = entry == null ? Snapshot.NONE : entry.number();
            for (Cursor<Row> rows : books) {
                Row row = rows.peek();
                lowest = row == null ? lowest : Math.min(lowest, row.number());
            }
            return lowest;
        }

        @Nullable
        Entry next() {
            return ledger.peek();
        }

        List<Entry> entries(long number) {
            List<Entry> entries = new ArrayList<>();
            for (Entry entry = ledger.peek(); entry != null && entry.number() == number; entry = ledger.peek()) {
                entries.add(entry);
                ledger.skip();
            }
            return entries;
        }

        List<Row> rows(long number) {
            List<Row> found = new ArrayList<>();
            for (Cursor<Row> rows : books) {
                for (Row row = rows.peek(); row != null && row.number() == number; row = rows.peek()) {
                    found.add(row);
                    rows.skip();
                }
            }
            return found;
        }

        @Override
        public void close() {
            ledger.close();
            books.forEach(Cursor::close);
        }
    }
}
