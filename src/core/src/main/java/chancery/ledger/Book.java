package chancery.ledger;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A table whose rows the ledger vouches for. Beside its own columns it has {@code entry_no}, the number of the ledger
 * entry that speaks of the row, and {@code recorded_at}. Rows are added together with their entry, and never
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

    /** What a column holds, and how it is handed over. */
    public enum Kind {
        TEXT(String.class),
        NUMBER(Long.class),
        FLAG(Boolean.class),
        DAY(LocalDate.class);

        private final Class<?> type;

        Kind(Class<?> type) {
            this.type = type;
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

    /** What the ledger says of a row: {@code recorded_at} and the book's own columns. */
    List<String> columnNames() {
        return Stream.concat(Stream.of("recorded_at"), columns.stream().map(Column::name))
                .toList();
    }

    /** Refuses values for columns that the book does not have, or of another kind. */
    public void check(Map<String, Object> row) {
        row.forEach((name, value) -> {
            Column column = columns.stream()
                    .filter(known -> known.name().equals(name))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("Book " + this.name + " has no column " + name));
            Class<?> type = column.kind().type;
            if (!type.isInstance(value)) {
                throw new IllegalArgumentException("Column " + name + " of book " + this.name + " takes a "
                        + type.getSimpleName() + ", not " + value);
            }
        });
    }
}
