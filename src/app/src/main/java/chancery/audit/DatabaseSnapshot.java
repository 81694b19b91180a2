package chancery.audit;

import chancery.ledger.Book;
import chancery.ledger.Head;
import chancery.ledger.Snapshot;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.datasource.DataSourceTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/** Ledger and books as a transaction on the database sees them. */
final class DatabaseSnapshot implements Snapshot {
    private static final int FETCHED = 500;

    private final JdbcTemplate database;

    DatabaseSnapshot(DataSource source) {
        database = new JdbcTemplate(source);
        database.setFetchSize(FETCHED);
    }

    /** Does a task in one transaction that sees nothing of what is appended meanwhile. */
    static <T> T read(DataSource source, Function<Snapshot, T> task) {
        TransactionTemplate snapshot = new TransactionTemplate(new DataSourceTransactionManager(source));
        // the one level at which both H2 and PostgreSQL show a snapshot; nothing is written, so nothing can fail by it
        snapshot.setIsolationLevel(TransactionDefinition.ISOLATION_SERIALIZABLE);
        snapshot.setReadOnly(true);
        return Objects.requireNonNull(snapshot.execute(status -> task.apply(new DatabaseSnapshot(source))));
    }

    @Override
    public Optional<Head> head() {
        return database
                .query("SELECT ledger_id, size, hash FROM chancery_ledger_head", (row, index) -> Ledger.head(row))
                .stream()
                .findFirst();
    }

    @Override
    public Cursor<Entry> entries() {
        return cursor("SELECT entry_no, content, hash FROM chancery_ledger", DatabaseSnapshot::entry);
    }

    @Override
    public Cursor<Row> rows(Book book) {
        return cursor("SELECT " + BookTable.columnList(book) + " FROM " + book.table(), (row, index) -> row(book, row));
    }

    /** NULLS LAST is what PostgreSQL's indexes have; H2 is told. */
    private <T> Cursor<T> cursor(String select, RowMapper<T> mapper) {
        return new Cursor<>(database.queryForStream(select + " ORDER BY entry_no NULLS LAST", mapper));
    }

    @Override
    public Optional<Entry> at(long number) {
        List<Entry> entries = database.query(
                "SELECT entry_no, content, hash FROM chancery_ledger WHERE entry_no = ?",
                DatabaseSnapshot::entry,
                number);
        return entries.stream().findFirst();
    }

    @Override
    public long entryCount() {
        Long count = database.queryForObject("SELECT COUNT(*) FROM chancery_ledger", Long.class);
        return count == null ? 0 : count;
    }

    private static Entry entry(ResultSet row, int index) throws SQLException {
        return new Entry(number(row), orEmpty(row.getString("content")), orEmpty(row.getString("hash")));
    }

    private static Row row(Book book, ResultSet row) throws SQLException {
        OffsetDateTime recordedAt = row.getObject("recorded_at", OffsetDateTime.class);
        return new Row(
                number(row), book, recordedAt == null ? NEVER : recordedAt.toInstant(), BookTable.read(book, row));
    }

    private static long number(ResultSet row) throws SQLException {
        long number = row.getLong("entry_no");
        return row.wasNull() ? NONE : number;
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}
