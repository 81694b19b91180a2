package chancery.audit;

import chancery.ledger.Book;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** How a book lies in the database. */
public final class BookTable {
    private BookTable() {}

    /** All columns, {@code entry_no} and {@code recorded_at} first, for a SELECT. */
    public static String columnList(Book book) {
        return "entry_no, recorded_at, "
                + book.columns().stream().map(Book.Column::name).collect(Collectors.joining(", "));
    }

    /** The values of a row of a result by column; what is NULL is left out. */
    public static Map<String, Object> read(Book book, ResultSet row) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Book.Column column : book.columns()) {
            Object value = value(column.kind(), row, column.name());
            if (value != null) {
                values.put(column.name(), value);
            }
        }
        return values;
    }

    private static @Nullable Object value(Book.Kind kind, ResultSet row, String column) throws SQLException {
        return switch (kind) {
            case TEXT -> row.getString(column);
            case NUMBER -> number(row, column);
            case FLAG -> {
                boolean flag = row.getBoolean(column);
                yield row.wasNull() ? null : flag;
            }
            case DAY -> day(row, column);
        };
    }

    /** A number in a row of a result; {@code null} for NULL. */
    public static @Nullable Long number(ResultSet row, String column) throws SQLException {
        long number = row.getLong(column);
        return row.wasNull() ? null : number;
    }

    /** A day in a row of a result; {@code null} for NULL. */
    public static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        return row.getObject(column, LocalDate.class);
    }

    /** What adds a row, with {@link #sqlTypes} for its values. */
    static String insert(Book book) {
        return "INSERT INTO " + book.table() + " (" + columnList(book) + ") VALUES (?, ?"
                + ", ?".repeat(book.columns().size()) + ")";
    }

    static int[] sqlTypes(Book book) {
        int[] types = new int[book.columns().size() + 2];
        types[0] = Types.BIGINT;
        types[1] = Types.TIMESTAMP_WITH_TIMEZONE;
        for (int i = 0; i < book.columns().size(); i++) {
            types[i + 2] = switch (book.columns().get(i).kind()) {
                case TEXT -> Types.VARCHAR;
                case NUMBER -> Types.BIGINT;
                case FLAG -> Types.BOOLEAN;
                case DAY -> Types.DATE;
            };
        }
        return types;
    }
}
