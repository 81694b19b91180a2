package chancery.ledger;

import java.time.Instant;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Ledger and books as they stand at one moment. Entries and rows come in order of their numbers, one at a time, so that
 * memory does not grow with them. Nothing that a schema promises is relied on, since whoever tampers with rows may take
 * keys and constraints away as well.
 */
public interface Snapshot {
    /** The number of what has none (NULL). */
    long NONE = Long.MAX_VALUE;

    /** The time of what has none (NULL). */
    Instant NEVER = Instant.MIN;

    /** The end of the chain; empty if its row is gone. */
    Optional<Head> head();

    /** The entries by number. */
    Cursor<Entry> entries();

    /** The rows of a book by number. */
    Cursor<Row> rows(Book book);

    /** The entry of that number. */
    Optional<Entry> at(long number);

    /** How many entries there are. */
    long entryCount();

    /** What {@code chancery_ledger} holds. */
    record Entry(long number, String content, String hash) {
        /** What the entry says, if its content is what its hash was made of. */
        Optional<EntryText.Said> said() {
            return EntryText.hash(content).equals(hash) ? EntryText.read(content) : Optional.empty();
        }
    }

    /** What the table of a book holds. */
    record Row(long number, Book book, Instant recordedAt, Map<String, Object> values) {
        /** The text of the entry that would speak of this row. */
        String text(long entry, String previous) {
            return EntryText.of(entry, recordedAt, book, values, previous);
        }

        String print() {
            return EntryText.print(book, recordedAt, values);
        }

        /** A value as text; {@code null} for NULL. */
        @Nullable
        String column(String name) {
            if (name.equals("recorded_at")) {
                return recordedAt.equals(NEVER) ? null : recordedAt.toString();
            }
            Object value = values.get(name);
            return value == null ? null : value.toString();
        }
    }

    /** The rows of a result, with a look at the next. */
    static final class Cursor<T> implements AutoCloseable {
        private final Stream<T> stream;
        private final Iterator<T> rows;
        private @Nullable T next;

        public Cursor(Stream<T> stream) {
            this.stream = stream;
            this.rows = stream.iterator();
            advance();
        }

        private void advance() {
            next = rows.hasNext() ? rows.next() : null;
        }

        /** {@code null} at the end. */
        @Nullable
        T peek() {
            return next;
        }

        void skip() {
            advance();
        }

        @Override
        public void close() {
            stream.close();
        }
    }
}
