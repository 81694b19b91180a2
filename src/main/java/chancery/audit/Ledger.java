package chancery.audit;

import chancery.audit.LedgerEntry.Event;
import chancery.audit.LedgerEntry.Instance;
import chancery.audit.LedgerEntry.RecordedAct;
import java.sql.Date;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * The append-only ledger, table {@code chancery_ledger}. An entry is written in the transaction that is under way, so it
 * stands or falls with the act that it records.
 */
public final class Ledger {
    private static final String COLUMNS = "recorded_at, event, case_id, instance_id, procedure_id, procedure_version,"
            + " reading, simulated, step_id, occurrence, act, phase, direction, office, agent, on_behalf_of, document_id,"
            + " registry_number, historical_date, earliest, latest, status, disputed, marks, reason";
    private static final String INSERT =
            "INSERT INTO chancery_ledger (" + COLUMNS + ") VALUES (" + "?, ".repeat(24) + "?)";

    private final JdbcTemplate database;
    private final Clock clock;

    public Ledger(DataSource database, Clock clock) {
        this.database = new JdbcTemplate(database);
        this.clock = clock;
    }

    /** Appends what happened to an instance. */
    public void append(Event event, Instance instance) {
        append(event, instance, null);
    }

    /** Appends an act. */
    public void append(Instance instance, RecordedAct act) {
        append(Event.ACT, instance, act);
    }

    private void append(Event event, Instance instance, @Nullable RecordedAct act) {
        database.update(
                INSERT,
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC),
                event.word(),
                instance.caseId(),
                instance.instanceId(),
                instance.procedure(),
                instance.procedureVersion(),
                instance.reading(),
                instance.simulated(),
                act == null ? null : act.step(),
                act == null ? null : act.occurrence(),
                act == null ? null : act.act(),
                act == null ? null : act.phase(),
                act == null ? null : act.direction(),
                act == null ? null : act.office(),
                act == null ? null : act.agent(),
                act == null ? null : act.onBehalfOf(),
                act == null ? null : act.document(),
                act == null ? null : act.registryNumber(),
                act == null ? null : act.date(),
                act == null ? null : act.earliest(),
                act == null ? null : act.latest(),
                act == null ? null : act.status(),
                act == null ? null : act.disputed(),
                act == null ? null : shortened(act.marks()),
                act == null ? null : shortened(act.reason()));
    }

    private static String shortened(String text) {
        return text.length() <= 4000 ? text : text.substring(0, 3999) + "…";
    }

    /** All entries of a case, oldest first. */
    public List<LedgerEntry> of(String caseId) {
        return database.query(
                "SELECT entry_no, " + COLUMNS + " FROM chancery_ledger WHERE case_id = ? ORDER BY entry_no",
                (row, index) -> entry(row),
                caseId);
    }

    /** All entries of an instance, oldest first. */
    public List<LedgerEntry> ofInstance(String instanceId) {
        return database.query(
                "SELECT entry_no, " + COLUMNS + " FROM chancery_ledger WHERE instance_id = ? ORDER BY entry_no",
                (row, index) -> entry(row),
                instanceId);
    }

    /** Hands over instance and step of each act of a procedure that was run although nothing shows it. */
    public void simulatedSteps(String procedure, BiConsumer<String, String> reader) {
        database.query(
                "SELECT instance_id, step_id FROM chancery_ledger WHERE procedure_id = ? AND status = 'simulated'"
                        + " ORDER BY entry_no",
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
                row.getObject("recorded_at", OffsetDateTime.class).toInstant(),
                event,
                instance,
                event == Event.ACT ? act(row) : null);
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
                day(row, "earliest"),
                day(row, "latest"),
                row.getString("status"),
                row.getBoolean("disputed"),
                row.getString("marks"),
                row.getString("reason"));
    }

    private static @Nullable LocalDate day(ResultSet row, String column) throws SQLException {
        Date day = row.getDate(column);
        return day == null ? null : day.toLocalDate();
    }
}
