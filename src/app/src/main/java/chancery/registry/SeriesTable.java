package chancery.registry;

import chancery.office.Direction;
import chancery.office.OfficeId;
import chancery.register.Counter;
import chancery.register.NumberSeries;
import chancery.register.Period;
import chancery.register.Reset;
import chancery.register.SeriesId;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The number series and where each stands, table {@code chancery_series}. */
final class SeriesTable {
    private static final String ALL = "SELECT * FROM chancery_series ";

    private final JdbcTemplate database;

    SeriesTable(DataSource database) {
        this.database = new JdbcTemplate(database);
    }

    List<Counter> all() {
        return database.query(ALL, (row, index) -> counter(row)).stream()
                .sorted(Comparator.comparing(counter -> counter.series().id()))
                .toList();
    }

    Optional<Counter> find(SeriesId series) {
        return database.query(ALL + "WHERE series_id = ?", (row, index) -> counter(row), series.value()).stream()
                .findFirst();
    }

    /** Where a series stands; nobody else can change it until the transaction under way ends. */
    Optional<Counter> lock(SeriesId series) {
        return database
                .query(ALL + "WHERE series_id = ? FOR UPDATE", (row, index) -> counter(row), series.value())
                .stream()
                .findFirst();
    }

    void add(NumberSeries series, Period period) {
        database.update(
                "INSERT INTO chancery_series (series_id, office, direction, prefix, suffix, reset, first_number,"
                        + " valid_from, valid_until, complete, source, period, next_number, closed)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, FALSE)",
                series.id().value(),
                series.office().value(),
                series.direction().word(),
                series.prefix(),
                series.suffix(),
                series.reset().word(),
                series.first(),
                sql(series.from()),
                sql(series.until()),
                series.complete(),
                series.source(),
                period.text(),
                series.first());
    }

    /** What may be said anew of a series that is open. */
    void describe(NumberSeries series) {
        database.update(
                "UPDATE chancery_series SET complete = ?, source = ? WHERE series_id = ?",
                series.complete(),
                series.source(),
                series.id().value());
    }

    void set(SeriesId series, Period period, long next, boolean closed) {
        database.update(
                "UPDATE chancery_series SET period = ?, next_number = ?, closed = ? WHERE series_id = ?",
                period.text(),
                next,
                closed,
                series.value());
    }

    private static Counter counter(ResultSet row) throws SQLException {
        NumberSeries series = new NumberSeries(
                new SeriesId(row.getString("series_id")),
                new OfficeId(row.getString("office")),
                Direction.valueOf(row.getString("direction").toUpperCase(Locale.ROOT)),
                row.getString("prefix"),
                row.getString("suffix"),
                Reset.valueOf(row.getString("reset").toUpperCase(Locale.ROOT)),
                row.getLong("first_number"),
                day(row, "valid_from"),
                day(row, "valid_until"),
                row.getBoolean("complete"),
                row.getString("source"));
        return new Counter(
                series, new Period(row.getString("period")), row.getLong("next_number"), row.getBoolean("closed"));
    }

    private static @Nullable Date sql(@Nullable LocalDate day) {
        return day == null ? null : Date.valueOf(day);
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        Date day = row.getDate(column);
        return day == null ? null : day.toLocalDate();
    }
}
