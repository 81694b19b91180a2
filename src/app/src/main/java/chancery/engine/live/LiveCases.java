package chancery.engine.live;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowMapper;

/** The cases worked on in the system, table {@code chancery_live_case}: one instance each, and no id twice. */
public final class LiveCases {
    private static final String ALL =
            "SELECT case_id, instance_id, procedure_id, procedure_version, title, begun_at FROM chancery_live_case";
    private static final RowMapper<Entry> ENTRIES = (row, index) -> new Entry(
            row.getString("case_id"),
            row.getString("instance_id"),
            row.getString("procedure_id"),
            row.getString("procedure_version"),
            row.getString("title"),
            row.getObject("begun_at", OffsetDateTime.class).toInstant());

    private final JdbcTemplate database;

    public LiveCases(DataSource database) {
        this.database = new JdbcTemplate(database);
    }

    record Entry(
            String caseId, String instanceId, String procedure, String procedureVersion, String title, Instant begun) {}

    /** Whether a case of that id exists, live or told of by documents. */
    boolean isTaken(String caseId) {
        return find(caseId).isPresent()
                || !database.queryForList(
                                "SELECT case_id FROM chancery_run WHERE case_id = ?"
                                        + " UNION SELECT case_id FROM chancery_bare_path WHERE case_id = ?",
                                caseId,
                                caseId)
                        .isEmpty();
    }

    void enter(Entry entry) {
        database.update(
                "INSERT INTO chancery_live_case (case_id, instance_id, procedure_id, procedure_version, title, begun_at)"
                        + " VALUES (?, ?, ?, ?, ?, ?)",
                entry.caseId(),
                entry.instanceId(),
                entry.procedure(),
                entry.procedureVersion(),
                entry.title(),
                OffsetDateTime.ofInstant(entry.begun(), ZoneOffset.UTC));
    }

    Optional<Entry> find(String caseId) {
        return database.query(ALL + " WHERE case_id = ?", ENTRIES, caseId).stream()
                .findFirst();
    }

    Optional<Entry> ofInstance(String instanceId) {
        return database.query(ALL + " WHERE instance_id = ?", ENTRIES, instanceId).stream()
                .findFirst();
    }

    /** All of them, by when they were begun. */
    List<Entry> all() {
        return database.query(ALL + " ORDER BY begun_at, case_id", ENTRIES);
    }
}
