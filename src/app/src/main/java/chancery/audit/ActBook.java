package chancery.audit;

import static chancery.ledger.Book.day;
import static chancery.ledger.Book.flag;
import static chancery.ledger.Book.number;
import static chancery.ledger.Book.text;

import chancery.ledger.Book;
import chancery.ledger.LedgerEntry;
import chancery.ledger.LedgerEntry.Event;
import chancery.ledger.LedgerEntry.Instance;
import chancery.ledger.LedgerEntry.RecordedAct;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/** The book of acts: that instances began, what was done in them, and what took their place. */
public final class ActBook {
    /** Its table. */
    public static final Book BOOK = new Book(
            "act",
            "chancery_act",
            text("event"),
            text("case_id"),
            text("instance_id"),
            text("procedure_id"),
            text("procedure_version"),
            text("reading"),
            flag("simulated"),
            text("step_id"),
            number("occurrence"),
            text("act"),
            text("phase"),
            text("direction"),
            text("office"),
            text("agent"),
            text("on_behalf_of"),
            text("document_id"),
            text("registry_number"),
            text("historical_date"),
            day("earliest"),
            day("latest"),
            text("status"),
            flag("disputed"),
            text("marks"),
            text("reason"),
            text("particulars"));

    private static final String ALL = "SELECT " + BookTable.columnList(BOOK) + " FROM " + BOOK.table();

    private final JdbcTemplate database;
    private final Ledger ledger;

    public ActBook(DataSource database, Ledger ledger) {
        this.database = new JdbcTemplate(database);
        this.ledger = ledger;
    }

    /** Appends what happened to an instance. */
    public void append(Event event, Instance instance) {
        ledger.append(BOOK, row(event, instance));
    }

    /** Appends an act. */
    public void append(Instance instance, RecordedAct act) {
        append(Event.ACT, instance, act);
    }

    /** Appends an act, or that one is overdue. */
    public void append(Event event, Instance instance, RecordedAct act) {
        Map<String, Object> row = row(event, instance);
        row.put("step_id", act.step());
        row.put("occurrence", (long) act.occurrence());
        row.put("act", act.act());
        row.put("phase", act.phase());
        put(row, "direction", act.direction());
        row.put("office", act.office());
        put(row, "agent", act.agent());
        put(row, "on_behalf_of", act.onBehalfOf());
        put(row, "document_id", act.document());
        put(row, "registry_number", act.registryNumber());
        put(row, "historical_date", act.date());
        put(row, "earliest", act.earliest());
        put(row, "latest", act.latest());
        row.put("status", act.status());
        row.put("disputed", act.disputed());
        row.put("marks", shortened(act.marks()));
        row.put("reason", shortened(act.reason()));
        put(row, "particulars", act.particulars());
        ledger.append(BOOK, row);
    }

    private static Map<String, Object> row(Event event, Instance instance) {
        Map<String, Object> row = new LinkedHashMap<>();
        row.put("event", event.word());
        row.put("case_id", instance.caseId());
        row.put("instance_id", instance.instanceId());
        row.put("procedure_id", instance.procedure());
        row.put("procedure_version", instance.procedureVersion());
        put(row, "reading", instance.reading());
        row.put("simulated", instance.simulated());
        return row;
    }

    private static void put(Map<String, Object> row, String column, @Nullable Object value) {
        if (value != null) {
            row.put(column, value);
        }
    }

    private static String shortened(String text) {
        return text.length() <= 4000 ? text : text.substring(0, 3999) + "…";
    }

    /** All entries of a case, oldest first. */
    public List<LedgerEntry> of(String caseId) {
        return database.query(ALL + " WHERE case_id = ? ORDER BY entry_no", (row, index) -> entry(row), caseId);
    }

    /** All entries of an instance, oldest first. */
    public List<LedgerEntry> ofInstance(String instanceId) {
        return database.query(ALL + " WHERE instance_id = ? ORDER BY entry_no", (row, index) -> entry(row), instanceId);
    }

    /** How often a step has been done in an instance. */
    public int timesDone(String instanceId, String step) {
        return database.queryForObject(
                "SELECT COUNT(*) FROM " + BOOK.table() + " WHERE instance_id = ? AND event = 'act' AND step_id = ?",
                Integer.class,
                instanceId,
                step);
    }

    /** Hands over instance and step of each act of a procedure that was run although nothing shows it. */
    public void simulatedSteps(String procedure, BiConsumer<String, String> reader) {
        database.query(
                "SELECT instance_id, step_id FROM " + BOOK.table()
                        + " WHERE procedure_id = ? AND status = 'simulated' ORDER BY entry_no",
                (RowCallbackHandler) row -> reader.accept(row.getString(1), row.getString(2)),
                procedure);
    }

    private static LedgerEntry entry(ResultSet row) throws SQLException {
        Event event = Event.valueOf(row.getString("event").toUpperCase(Locale.ROOT));
        Instance instance = new Instance(
                row.getString("case_id"),
                row.getString("instance_id"),
                row.getString("procedure_id"),
                row.getString("procedure_version"),
                row.getString("reading"),
                row.getBoolean("simulated"));
        return new LedgerEntry(
                row.getLong("entry_no"),
                Ledger.recordedAt(row),
                event,
                instance,
                event == Event.ACT || event == Event.DUE ? act(row) : null);
    }

    private static RecordedAct act(ResultSet row) throws SQLException {
        return new RecordedAct(
                row.getString("step_id"),
                row.getInt("occurrence"),
                row.getString("act"),
                row.getString("phase"),
                row.getString("direction"),
                row.getString("office"),
                row.getString("agent"),
                row.getString("on_behalf_of"),
                row.getString("document_id"),
                row.getString("registry_number"),
                row.getString("historical_date"),
                BookTable.day(row, "earliest"),
                BookTable.day(row, "latest"),
                row.getString("status"),
                row.getBoolean("disputed"),
                row.getString("marks"),
                row.getString("reason"),
                row.getString("particulars"));
    }
}
