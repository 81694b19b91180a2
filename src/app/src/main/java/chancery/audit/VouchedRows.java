package chancery.audit;

import chancery.ledger.Book;
import chancery.ledger.EntryText;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Whether the ledger vouches for some rows of a book: each is what its entry says, and that entry follows on the one
 * before. Whether the chain as a whole holds is asked of {@link VerifyDatabase}.
 */
public final class VouchedRows {
    private final JdbcTemplate database;

    public VouchedRows(DataSource database) {
        this.database = new JdbcTemplate(database);
    }

    /**
     * A row.
     *
     * @param entry the number of its entry
     * @param hash of that entry; empty if there is none
     * @param holds whether entry and row agree
     */
    public record Row(long entry, String hash, boolean holds) {}

    /** The rows of a book that have a value in one of its columns, oldest first. */
    public List<Row> of(Book book, String column, String value) {
        return database.query(
                "SELECT " + BookTable.columnList(book)
                        + ", (SELECT content FROM chancery_ledger l WHERE l.entry_no = b.entry_no) AS said"
                        + ", (SELECT hash FROM chancery_ledger l WHERE l.entry_no = b.entry_no) AS hash"
                        + ", (SELECT hash FROM chancery_ledger l WHERE l.entry_no = b.entry_no - 1) AS before"
                        + ", (SELECT ledger_id FROM chancery_ledger_head) AS ledger_id FROM " + book.table()
                        + " b WHERE " + column + " = ? ORDER BY entry_no",
                (row, index) -> row(book, row),
                value);
    }

    private static Row row(Book book, ResultSet row) throws SQLException {
        long number = row.getLong("entry_no");
        String previous = number == 1 ? EntryText.hash(row.getString("ledger_id")) : row.getString("before");
        @Nullable String said = row.getString("said");
        String hash = Optional.ofNullable(row.getString("hash")).orElse("");
        boolean holds = said != null
                && previous != null
                && said.equals(EntryText.of(number, Ledger.recordedAt(row), book, BookTable.read(book, row), previous))
                && hash.equals(EntryText.hash(said));
        return new Row(number, hash, holds);
    }
}
