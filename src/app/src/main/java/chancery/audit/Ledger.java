package chancery.audit;

import chancery.ledger.Book;
import chancery.ledger.EntryText;
import chancery.ledger.Head;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * The append-only ledger: a chain of entries (table {@code chancery_ledger}), one for each row of a {@link Book}.
 *
 * <p>What is appended is written when the transaction under way commits, so it stands or falls with what it records.
 * The head of the chain is then locked, as the last lock that a transaction takes: whoever waits for it waits for
 * somebody who is about to finish, so that no two can wait for each other.
 */
public final class Ledger {
    private final JdbcTemplate database;
    private final Clock clock;

    public Ledger(DataSource database, Clock clock) {
        this.database = new JdbcTemplate(database);
        this.clock = clock;
    }

    private record Line(Book book, Instant recordedAt, Map<String, Object> row) {}

    /**
     * Founds the ledger, unless it has been: gives it an id, and chains the acts that were recorded before there was a
     * chain.
     */
    public void found() {
        if (database.queryForObject("SELECT COUNT(*) FROM chancery_ledger_head", Integer.class) != 0) {
            return;
        }
        String id = UUID.randomUUID().toString();
        database.update(
                "INSERT INTO chancery_ledger_head (id, ledger_id, size, hash) VALUES (1, ?, 0, ?)",
                id,
                EntryText.hash(id));
        List<Line> before = database.query(
                "SELECT " + BookTable.columnList(ActBook.BOOK) + " FROM " + ActBook.BOOK.table() + " ORDER BY entry_no",
                (row, index) -> new Line(ActBook.BOOK, recordedAt(row), BookTable.read(ActBook.BOOK, row)));
        if (!before.isEmpty()) {
            database.update("DELETE FROM " + ActBook.BOOK.table());
            write(before);
        }
    }

    /**
     * Appends a row to a book and an entry that speaks of it, when the transaction under way commits.
     *
     * @param row the values by column; absent means NULL
     * @throws IllegalStateException outside a transaction
     */
    public void append(Book book, Map<String, Object> row) {
        book.check(row);
        if (!TransactionSynchronizationManager.isActualTransactionActive()) {
            throw new IllegalStateException("The ledger is written within a transaction only");
        }
        pending().add(new Line(book, clock.instant().truncatedTo(ChronoUnit.MILLIS), new LinkedHashMap<>(row)));
    }

    private Pending pending() {
        return TransactionSynchronizationManager.getSynchronizations().stream()
                .filter(Pending.class::isInstance)
                .map(Pending.class::cast)
                .filter(pending -> pending.ledger() == this)
                .findFirst()
                .orElseGet(() -> {
                    Pending pending = new Pending();
                    TransactionSynchronizationManager.registerSynchronization(pending);
                    return pending;
                });
    }

    /** What the transaction under way has appended; written as the last thing before it commits. */
    private final class Pending implements TransactionSynchronization {
        private final List<Line> lines = new ArrayList<>();
        private boolean written;

        Ledger ledger() {
            return Ledger.this;
        }

        void add(Line line) {
            if (written) {
                throw new IllegalStateException("The transaction is already being committed");
            }
            lines.add(line);
        }

        @Override
        public int getOrder() {
            return LOWEST_PRECEDENCE;
        }

        @Override
        public void beforeCommit(boolean readOnly) {
            written = true;
            write(lines);
        }
    }

    private void write(List<Line> lines) {
        Head head = database.queryForObject(
                "SELECT ledger_id, size, hash FROM chancery_ledger_head WHERE id = 1 FOR UPDATE",
                (row, index) -> head(row));
        long number = head.size();
        String previous = head.hash();
        List<Object[]> entries = new ArrayList<>();
        Map<Book, List<Object[]>> rows = new LinkedHashMap<>();
        for (Line line : lines) {
            number++;
            String text = EntryText.of(number, line.recordedAt(), line.book(), line.row(), previous);
            previous = EntryText.hash(text);
            entries.add(new Object[] {number, text, previous});
            rows.computeIfAbsent(line.book(), book -> new ArrayList<>()).add(values(number, line));
        }
        database.batchUpdate("INSERT INTO chancery_ledger (entry_no, content, hash) VALUES (?, ?, ?)", entries);
        rows.forEach((book, values) -> database.batchUpdate(BookTable.insert(book), values, BookTable.sqlTypes(book)));
        database.update("UPDATE chancery_ledger_head SET size = ?, hash = ? WHERE id = 1", number, previous);
    }

    private static Object[] values(long number, Line line) {
        List<Object> values = new ArrayList<>();
        values.add(number);
        values.add(OffsetDateTime.ofInstant(line.recordedAt(), ZoneOffset.UTC));
        line.book().columns().forEach(column -> values.add(line.row().get(column.name())));
        return values.toArray();
    }

    /** The end of the chain as it is now. */
    Head head() {
        return database
                .query("SELECT ledger_id, size, hash FROM chancery_ledger_head", (row, index) -> head(row))
                .stream()
                .findFirst()
                .orElseThrow(() -> new IllegalStateException(
                        "The table chancery_ledger_head has no row, the end of the chain; run \"audit verify\""));
    }

    static Head head(ResultSet row) throws SQLException {
        return new Head(row.getString("ledger_id"), row.getLong("size"), row.getString("hash"));
    }

    static Instant recordedAt(ResultSet row) throws SQLException {
        return row.getObject("recorded_at", OffsetDateTime.class).toInstant();
    }
}
