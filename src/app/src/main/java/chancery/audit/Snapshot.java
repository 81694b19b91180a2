package chancery.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/**
 * Ledger and books as they stand within one transaction. Entries and rows come in order of their numbers, one at a
 * time, so that memory does not grow with them. Nothing that the schema promises is relied on, since whoever tampers
 * with rows may take keys and constraints away as well.
 */
final class Snapshot {
    /** The number of what has none (NULL). */
    static final long NONE = Long.MAX_VALUE;

    /** The time of what has none (NULL). */
    static final Instant NEVER = Instant.MIN;

    private static final int FETCHED = 500;

    private final JdbcTemplate database;

    Snapshot(DataSource source) {
        database = new JdbcTemplate(source);
        database.setFetchSize(FETCHED);
    }

    /** What {@code chancery_ledger} holds. */
    record Entry(long number, String content, String hash) {}

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

    Optional<Ledger.Head> head() {
        return database
                .query("SELECT ledger_id, size, hash FROM chancery_ledger_head", (row, index) -> Ledger.head(row))
                .stream()
                .findFirst();
    }

    Cursor<Entry> entries() {
        return cursor("SELECT entry_no, content, hash FROM chancery_ledger", Snapshot::entry);
    }

    Cursor<Row> rows(Book book) {
        return cursor("SELECT " + book.columnList() + " FROM " + book.table(), (row, index) -> row(book, row));
    }

    /** NULLS LAST is what PostgreSQL's indexes have; H2 is told. */
    private <T> Cursor<T> cursor(String select, RowMapper<T> mapper) {
        return new Cursor<>(database.queryForStream(select + " ORDER BY entry_no NULLS LAST", mapper));
    }

    Optional<Entry> at(long number) {
        List<Entry> entries = database.query(
                "SELECT entry_no, content, hash FROM chancery_ledger WHERE entry_no = ?", Snapshot::entry, number);
        return entries.stream().findFirst();
    }

    /** How many entries there are. */
    long entryCount() {
        Long count = database.queryForObject("SELECT COUNT(*) FROM chancery_ledger", Long.class);
        return count == null ? 0 : count;
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        return new Entry(number(row), orEmpty(row.getString("content")), orEmpty(row.getString("hash")));
    }

    private static Row row(Book book, ResultSet row) throws SQLException {
        OffsetDateTime recordedAt = row.getObject("recorded_at", OffsetDateTime.class);
        return new Row(number(row), book, recordedAt == null ? NEVER : recordedAt.toInstant(), book.read(row));
    }

    private static long number(ResultSet row) throws SQLException {
        long number = row.getLong("entry_no");
        return row.wasNull() ? NONE : number;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    /** The rows of a result, with a look at the next. */
    static final class Cursor<T> implements AutoCloseable {
        private final Stream<T> stream;
        private final Iterator<T> rows;
        private @Nullable T next;

        Cursor(Stream<T> stream) {
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
