package chancery.audit;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A table whose rows the ledger vouches for. Beside its own columns it has {@code entry_no}, the number of the ledger
 * entry that speaks of the row, and {@code recorded_at}. Rows are added by {@link Ledger#append} alone, and never
 * changed or deleted: a correction is a further row.
 *
 * @param name what ledger entries call it
 * @param columns without {@code entry_no} and {@code recorded_at}
 */
public record Book(String name, String table, List<Column> columns) {
    public Book {
        columns = List.copyOf(columns);
    }

    public Book(String name, String table, Column... columns) {
        this(name, table, Arrays.asList(columns));
    }

    /** A column of a book. */
    public record Column(String name, Kind kind) {}

    /** What a column holds, and how it is handed over: as {@code String}, {@code Long}, {@code Boolean}, {@code LocalDate}. */
    public enum Kind {
        TEXT(Types.VARCHAR),
        NUMBER(Types.BIGINT),
        FLAG(Types.BOOLEAN),
        DAY(Types.DATE);

        private final int sqlType;

        Kind(int sqlType) {
            this.sqlType = sqlType;
        }

        /** The value of a column of a result. */
        @Nullable
        public Object read(ResultSet row, String column) throws SQLException {
            Object value = switch (this) {
                case TEXT -> row.getString(column);
                case NUMBER -> row.getLong(column);
                case FLAG -> row.getBoolean(column);
                case DAY -> row.getObject(column, LocalDate.class);
            };
            return row.wasNull() ? null : value;
        }
    }

    public static Column text(String name) {
        return new Column(name, Kind.TEXT);
    }

    public static Column number(String name) {
        return new Column(name, Kind.NUMBER);
    }

    public static Column flag(String name) {
        return new Column(name, Kind.FLAG);
    }

    public static Column day(String name) {
        return new Column(name, Kind.DAY);
    }

    /** All columns, {@code entry_no} and {@code recorded_at} first, for a SELECT. */
    public String columnList() {
        return "entry_no, recorded_at, " + columns.stream().map(Column::name).collect(Collectors.joining(", "));
    }

    /** What the ledger says of a row: {@code recorded_at} and the book's own columns. */
    List<String> columnNames() {
        return Stream.concat(Stream.of("recorded_at"), columns.stream().map(Column::name))
                .toList();
    }

    /** The values of a row of a result by column; what is NULL is left out. */
    public Map<String, Object> read(ResultSet row) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        for (Column column : columns) {
            Object value = column.kind().read(row, column.name());
            if (value != null) {
                values.put(column.name(), value);
            }
        }
        return values;
    }

    String insert() {
        return "INSERT INTO " + table + " (" + columnList() + ") VALUES (?, ?" + ", ?".repeat(columns.size()) + ")";
    }

    int[] sqlTypes() {
        int[] types = new int[columns.size() + 2];
        types[0] = Types.BIGINT;
        types[1] = Types.TIMESTAMP_WITH_TIMEZONE;
        for (int i = 0; i < columns.size(); i++) {
            types[i + 2] = columns.get(i).kind().sqlType;
        }
        return types;
    }

    /** Refuses values for columns that the book does not have, or of another kind. */
    void check(Map<String, Object> row) {
        row.forEach((name, value) -> {
            Column column = columns.stream()
                    .filter(known -> known.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("Book " + this.name + " has no column " + name));
            Class<?> type = switch (column.kind()) {
                case TEXT -> String.class;
                case NUMBER -> Long.class;
                case FLAG -> Boolean.class;
                case DAY -> LocalDate.class;
            };
            if (!type.isInstance(value)) {
                throw new IllegalArgumentException("Column " + name + " of book " + this.name + " takes a "
                        + type.getSimpleName() + ", not " + value);
            }
        });
    }
}
