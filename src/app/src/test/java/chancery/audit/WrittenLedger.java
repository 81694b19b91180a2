package chancery.audit;

import chancery.ledger.Book;
import chancery.ledger.EntryText;
import chancery.ledger.Verification;
import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.flywaydb.core.Flyway;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.support.TransactionTemplate;

/** A ledger over some books, on H2 or PostgreSQL, with the pool and the isolation of the application. */
final class WrittenLedger implements AutoCloseable {
    static final Instant BEGUN = Instant.parse("2026-01-17T12:00:00.123Z");

    /** Ticks a second each time, so that no two rows are the same. */
    private static final class Ticking extends Clock {
        private Instant now = BEGUN;

        @Override
        public synchronized Instant instant() {
            now = now.plusSeconds(1);
            return now;
        }

        @Override
        public ZoneOffset getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(java.time.ZoneId zone) {
            return this;
        }
    }

    final HikariDataSource source;
    final JdbcTemplate database;
    final Ledger ledger;
    final List<Book> books;
    final TransactionTemplate transaction;

    private WrittenLedger(String url, String user, List<Book> books) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(url);
        config.setUsername(user);
        config.setTransactionIsolation("TRANSACTION_READ_COMMITTED");
        source = new HikariDataSource(config);
        database = new JdbcTemplate(source);
        transaction = new TransactionTemplate(new Transactions(source));
        Flyway.configure().dataSource(source).table("chancery_schema").load().migrate();
        this.books = books;
        ledger = new Ledger(source, new Ticking());
        transaction.executeWithoutResult(status -> ledger.found());
    }

    static WrittenLedger onH2(List<Book> books) {
        return new WrittenLedger(
                "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1;LOCK_TIMEOUT=10000", "sa", books);
    }

    static WrittenLedger onPostgres(List<Book> books) {
        return new WrittenLedger(Postgres.newDatabase(), "postgres", books);
    }

    private int appended;

    /** Appends rows to one book after the other; every second one of each has all columns, the others what they must have. */
    void append(int rows) {
        for (int i = 0; i < rows; i++) {
            int number = ++appended;
            transaction.executeWithoutResult(status -> append(book(number), number, isFull(number)));
        }
    }

    /** Whether a row has all columns, not only those that it must have. */
    boolean isFull(long number) {
        return number / books.size() % 2 == 0;
    }

    void append(Book book, int number, boolean full) {
        Map<String, Object> row = new LinkedHashMap<>();
        book.columns().stream()
                .filter(column -> full || !nullable(book, column.name()))
                .forEach(column -> row.put(column.name(), value(column.kind(), number)));
        ledger.append(book, row);
    }

    static Object value(Book.Kind kind, int number) {
        return switch (kind) {
            case TEXT -> "t" + number;
            case NUMBER -> (long) number;
            case FLAG -> number % 4 < 2;
            case DAY -> LocalDate.of(1500, 2, 27).plusDays(number);
        };
    }

    private final Map<String, Boolean> nullable = new java.util.concurrent.ConcurrentHashMap<>();

    boolean nullable(Book book, String column) {
        return nullable.computeIfAbsent(
                book.table() + "." + column,
                key -> "YES"
                        .equals(database.queryForObject(
                                "SELECT is_nullable FROM information_schema.columns WHERE LOWER(table_name) = ?"
                                        + " AND LOWER(column_name) = ?",
                                String.class,
                                book.table(),
                                column)));
    }

    Verification verify() {
        return new VerifyDatabase(source, books).verify(List.of(), number -> {});
    }

    /** Remembers all tables as they are now, and takes away what a constraint would keep somebody from doing. */
    void keep() {
        database.execute("ALTER TABLE chancery_register_entry DROP CONSTRAINT chancery_register_once");
        database.execute("ALTER TABLE chancery_copy DROP CONSTRAINT chancery_copy_once");
        tables().forEach(table -> database.execute("CREATE TABLE kept_" + table + " AS SELECT * FROM " + table));
    }

    /** Puts everything back as it was when it was kept. */
    void restore() {
        tables().forEach(table -> {
            database.execute("DELETE FROM " + table);
            database.execute("INSERT INTO " + table + " SELECT * FROM kept_" + table);
        });
    }

    private List<String> tables() {
        return java.util.stream.Stream.concat(
                        java.util.stream.Stream.of("chancery_ledger", "chancery_ledger_head"),
                        books.stream().map(Book::table))
                .toList();
    }

    /** The book that an entry speaks of. */
    Book book(long number) {
        return books.get((int) (number % books.size()));
    }

    long size() {
        return database.queryForObject("SELECT size FROM chancery_ledger_head", Long.class);
    }

    /** Writes all contents, hashes and the head anew from the rows, as somebody would who knows how. */
    void rechain(long first) {
        long size = size();
        String previous = first == 1
                ? EntryText.hash(database.queryForObject("SELECT ledger_id FROM chancery_ledger_head", String.class))
                : database.queryForObject(
                        "SELECT hash FROM chancery_ledger WHERE entry_no = ?", String.class, first - 1);
        for (long number = first; number <= size; number++) {
            String text = text(number, previous);
            previous = EntryText.hash(text);
            database.update(
                    "UPDATE chancery_ledger SET content = ?, hash = ? WHERE entry_no = ?", text, previous, number);
        }
        database.update("UPDATE chancery_ledger_head SET hash = ?", previous);
    }

    /** The text that the row of a number gives. */
    String text(long number, String previous) {
        Book book = book(number);
        return database.queryForObject(
                "SELECT " + BookTable.columnList(book) + " FROM " + book.table() + " WHERE entry_no = ?",
                (row, index) -> EntryText.of(number, Ledger.recordedAt(row), book, BookTable.read(book, row), previous),
                number);
    }

    @Override
    public void close() {
        source.close();
    }
}
