package chancery.registry;

import static chancery.ledger.Book.number;
import static chancery.ledger.Book.text;

import chancery.audit.BookTable;
import chancery.audit.Ledger;
import chancery.ledger.Book;
import chancery.register.Period;
import chancery.register.SeriesId;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is said of a series as such. */
final class NoteBook {
    static final Book BOOK = new Book(
            "register note",
            "chancery_register_note",
            text("event"),
            text("series_id"),
            text("period"),
            number("from_number"),
            number("to_number"),
            text("agent"),
            text("reason"));

    /** What a note says. */
    enum Event {
        OPENED,
        CLOSED,
        COMPLETE,
        REVIEWED
    }

    /**
     * A note.
     *
     * @param from first number that it speaks of
     * @param to last such number
     */
    record Note(
            Instant recordedAt,
            Event event,
            SeriesId series,
            Period period,
            @Nullable Long from,
            @Nullable Long to,
            @Nullable String by,
            String why) {}

    private final JdbcTemplate database;
    private final Ledger ledger;

    NoteBook(DataSource database, Ledger ledger) {
        this.database = new JdbcTemplate(database);
        this.ledger = ledger;
    }

    void append(
            Event event,
            SeriesId series,
            Period period,
            @Nullable Long from,
            @Nullable Long to,
            @Nullable String by,
            String why) {
        ledger.append(
                BOOK,
                new Row()
                        .with("event", chancery.office.Words.of(event))
                        .with("series_id", series.value())
                        .with("period", period.text())
                        .with("from_number", from)
                        .with("to_number", to)
                        .with("agent", Row.shortened(by, 500))
                        .with("reason", Row.shortened(why, 4000))
                        .values());
    }

    /** The notes on a series, oldest first. */
    List<Note> of(SeriesId series) {
        return database.query(
                "SELECT " + BookTable.columnList(BOOK) + " FROM " + BOOK.table()
                        + " WHERE series_id = ? ORDER BY entry_no",
                (row, index) -> new Note(
                        row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                        Event.valueOf(EntryBook.constant(row.getString("event"))),
                        new SeriesId(row.getString("series_id")),
                        new Period(row.getString("period")),
                        BookTable.number(row, "from_number"),
                        BookTable.number(row, "to_number"),
                        row.getString("agent"),
                        row.getString("reason")),
                series.value());
    }
}
