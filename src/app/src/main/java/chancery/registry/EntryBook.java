package chancery.registry;

import static chancery.ledger.Book.number;
import static chancery.ledger.Book.text;

import chancery.audit.BookTable;
import chancery.audit.Ledger;
import chancery.ledger.Book;
import chancery.office.Direction;
import chancery.office.OfficeId;
import chancery.register.EntryStatus;
import chancery.register.Origin;
import chancery.register.Period;
import chancery.register.RegisterEntry;
import chancery.register.Registration;
import chancery.register.SeriesId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** The entries of all registers; one that is corrected stays, and the correction names it. */
final class EntryBook {
    static final Book BOOK = new Book(
            "register entry",
            "chancery_register_entry",
            text("series_id"),
            text("period"),
            number("number_value"),
            text("number_text"),
            text("status"),
            text("origin"),
            text("direction"),
            text("office"),
            text("case_id"),
            text("instance_id"),
            text("document_id"),
            text("title"),
            text("correspondent"),
            text("historical_date"),
            text("agent"),
            number("corrects"),
            text("reason"));

    /** What an entry corrects that is the first of a number given out here. */
    static final long NOTHING = 0;

    private static final String SELECT = "SELECT " + BookTable.columnList(BOOK)
            + ", (SELECT hash FROM chancery_ledger WHERE chancery_ledger.entry_no = entry.entry_no) AS hash"
            + " FROM chancery_register_entry entry ";

    /** Entries as they stand: not corrected, and not withdrawn. */
    private static final String CURRENT = SELECT + "WHERE origin <> 'withdrawn' AND NOT EXISTS (SELECT 1 FROM"
            + " chancery_register_entry later WHERE later.corrects = entry.entry_no) ";

    private static final Comparator<RegisterEntry> ORDER = Comparator.comparing(
                    (RegisterEntry entry) -> entry.office().value())
            .thenComparing(RegisterEntry::series, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(RegisterEntry::period)
            .thenComparing(RegisterEntry::value, Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(entry -> entry.value() == null ? entry.number() : "")
            .thenComparing(RegisterEntry::entry);

    private final JdbcTemplate database;
    private final Ledger ledger;

    EntryBook(DataSource database, Ledger ledger) {
        this.database = new JdbcTemplate(database);
        this.ledger = ledger;
    }

    /**
     * Appends an entry; its ledger entry and moment are not yet known and not looked at.
     *
     * @param corrects the entry that it corrects, {@link #NOTHING}, or {@code null} for what is observed
     */
    void append(RegisterEntry entry, @Nullable Long corrects) {
        Registration registration = entry.registration();
        Row row = new Row()
                .with(
                        "series_id",
                        entry.series() == null ? null : entry.series().value())
                .with("period", entry.period().text())
                .with("number_value", entry.value())
                .with("number_text", entry.number())
                .with("status", entry.status().word())
                .with("origin", entry.origin().word())
                .with(
                        "direction",
                        entry.direction() == null ? null : entry.direction().word())
                .with("office", entry.office().value())
                .with("case_id", registration.caseId())
                .with("instance_id", registration.instanceId())
                .with("document_id", registration.document())
                .with("title", Row.shortened(registration.title(), 1000))
                .with("correspondent", Row.shortened(registration.correspondent(), 500))
                .with("historical_date", registration.date())
                .with("agent", Row.shortened(registration.agent(), 500))
                .with("corrects", corrects)
                .with("reason", Row.shortened(entry.reason(), 4000));
        ledger.append(BOOK, row.values());
    }

    List<RegisterEntry> current() {
        // sorted here, since databases differ in where NULL and hyphens come
        return query(CURRENT).stream().sorted(ORDER).toList();
    }

    List<RegisterEntry> current(SeriesId series, Period period) {
        return query(
                CURRENT + "AND series_id = ? AND period = ? ORDER BY number_value, entry_no",
                series.value(),
                period.text());
    }

    List<RegisterEntry> current(SeriesId series, Period period, long number) {
        return query(
                CURRENT + "AND series_id = ? AND period = ? AND number_value = ? ORDER BY entry_no",
                series.value(),
                period.text(),
                number);
    }

    List<RegisterEntry> ofInstance(String instanceId) {
        return query(CURRENT + "AND instance_id = ? ORDER BY entry_no", instanceId);
    }

    List<RegisterEntry> observedBy(String instanceId) {
        return query(CURRENT + "AND instance_id = ? AND origin = 'observed' ORDER BY entry_no", instanceId);
    }

    /** The entry that this one corrects, and so back to the first, the oldest first; the entry itself comes last. */
    List<RegisterEntry> history(SeriesId series, Period period, long number) {
        return query(
                SELECT + "WHERE series_id = ? AND period = ? AND number_value = ? ORDER BY entry_no",
                series.value(),
                period.text(),
                number);
    }

    /** The numbers of a series and period that some entry explains, each once, in order. */
    List<Long> numbers(SeriesId series, Period period) {
        return database.queryForList(
                "SELECT DISTINCT number_value FROM chancery_register_entry entry WHERE origin <> 'withdrawn'"
                        + " AND NOT EXISTS (SELECT 1 FROM chancery_register_entry later"
                        + " WHERE later.corrects = entry.entry_no)"
                        + " AND series_id = ? AND period = ? ORDER BY number_value",
                Long.class,
                series.value(),
                period.text());
    }

    /** The periods of a series in which there are entries. */
    List<Period> periods(SeriesId series) {
        return database
                .queryForList(
                        "SELECT DISTINCT period FROM chancery_register_entry WHERE series_id = ?",
                        String.class,
                        series.value())
                .stream()
                .map(Period::new)
                .sorted()
                .toList();
    }

    /** The greatest number that was given out here in a period; 0 if none was. */
    @Nullable
    Long greatestGivenOut(SeriesId series, Period period) {
        return database.queryForObject(
                "SELECT MAX(number_value) FROM chancery_register_entry"
                        + " WHERE series_id = ? AND period = ? AND origin = 'live' AND corrects = 0",
                Long.class,
                series.value(),
                period.text());
    }

    private List<RegisterEntry> query(String sql, Object... parameters) {
        return database.query(sql, (row, index) -> entry(row), parameters);
    }

    private static RegisterEntry entry(ResultSet row) throws SQLException {
        String series = row.getString("series_id");
        String direction = row.getString("direction");
        return new RegisterEntry(
                row.getLong("entry_no"),
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                row.getString("hash"),
                series == null ? null : new SeriesId(series),
                new Period(row.getString("period")),
                BookTable.number(row, "number_value"),
                row.getString("number_text"),
                EntryStatus.valueOf(constant(row.getString("status"))),
                Origin.valueOf(constant(row.getString("origin"))),
                direction == null ? null : Direction.valueOf(constant(direction)),
                new OfficeId(row.getString("office")),
                new Registration(
                        row.getString("case_id"),
                        row.getString("instance_id"),
                        row.getString("document_id"),
                        row.getString("title"),
                        row.getString("correspondent"),
                        row.getString("historical_date"),
                        row.getString("agent")),
                row.getString("reason"));
    }

    static String constant(String word) {
        return word.toUpperCase(Locale.ROOT).replace(' ', '_');
    }
}
