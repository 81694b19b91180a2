package chancery.engine;

import chancery.casefile.Dossier;
import chancery.path.Path;
import chancery.path.PathJson;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.BiConsumer;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;
import org.springframework.jdbc.core.RowMapper;

/** Which instance runs which version of a case under which version of its procedure, table {@code chancery_run}. */
final class RunBook {
    private static final String ENTRY =
            "SELECT run.instance_id, run.case_id, run.procedure_id, run.procedure_version, run.simulated,"
                    + " EXISTS (SELECT 1 FROM chancery_run later WHERE later.case_id = run.case_id"
                    + " AND later.simulated = run.simulated AND later.recorded_at > run.recorded_at)"
                    + " OR EXISTS (SELECT 1 FROM chancery_act gone WHERE gone.instance_id = run.instance_id"
                    + " AND gone.event = 'superseded') AS superseded"
                    + " FROM chancery_run run ";
    private static final RowMapper<Entry> ENTRIES = (row, index) -> new Entry(
            row.getString("instance_id"),
            row.getString("case_id"),
            row.getString("procedure_id"),
            row.getString("procedure_version"),
            row.getBoolean("simulated"),
            row.getBoolean("superseded"));

    private final JdbcTemplate database;
    private final Clock clock;

    RunBook(DataSource database, Clock clock) {
        this.database = new JdbcTemplate(database);
        this.clock = clock;
    }

    /** The instance that already runs exactly this. */
    Optional<String> instanceOf(Dossier dossier, String procedureVersion, boolean simulated) {
        return database
                .queryForList(
                        "SELECT instance_id FROM chancery_run WHERE case_id = ? AND case_hash = ?"
                                + " AND procedure_version = ? AND simulated = ?",
                        String.class,
                        dossier.id().value(),
                        dossier.hash(),
                        procedureVersion,
                        simulated)
                .stream()
                .findFirst();
    }

    /** The instances of other versions of a case, oldest first. */
    List<Earlier> earlierThan(String instanceId, Dossier dossier, boolean simulated) {
        return database.query(
                "SELECT instance_id, path FROM chancery_run WHERE case_id = ? AND simulated = ? AND instance_id <> ?"
                        + " ORDER BY recorded_at, instance_id",
                (row, index) -> new Earlier(row.getString(1), row.getString(2)),
                dossier.id().value(),
                simulated,
                instanceId);
    }

    /** An earlier instance and the path that it ran, as JSON. */
    record Earlier(String instanceId, String path) {}

    /**
     * What the run book knows of an instance.
     *
     * @param isSuperseded a later instance runs another version of the same case, or it was recorded as a bare path
     */
    record Entry(
            String instanceId,
            String caseId,
            String procedure,
            String procedureVersion,
            boolean simulated,
            boolean isSuperseded) {}

    /** The instances of a case that nothing has superseded, simulated ones included. */
    List<Entry> standing(String caseId) {
        return database
                .query(ENTRY + "WHERE run.case_id = ? ORDER BY run.recorded_at, run.instance_id", ENTRIES, caseId)
                .stream()
                .filter(entry -> !entry.isSuperseded())
                .toList();
    }

    Optional<Entry> entry(String instanceId) {
        return database.query(ENTRY + "WHERE run.instance_id = ?", ENTRIES, instanceId).stream()
                .findFirst();
    }

    /** All instances of a procedure, in whichever version. */
    List<Entry> entriesOf(String procedure) {
        return database.query(ENTRY + "WHERE run.procedure_id = ?", ENTRIES, procedure);
    }

    Optional<String> path(String instanceId) {
        return database
                .queryForList("SELECT path FROM chancery_run WHERE instance_id = ?", String.class, instanceId)
                .stream()
                .findFirst();
    }

    /** Hands over id and path of each instance of a procedure in turn. */
    void paths(String procedure, BiConsumer<String, String> reader) {
        database.query(
                "SELECT instance_id, path FROM chancery_run WHERE procedure_id = ? ORDER BY instance_id",
                (RowCallbackHandler) row -> reader.accept(row.getString(1), row.getString(2)),
                procedure);
    }

    void enter(String instanceId, Dossier dossier, Path path, boolean simulated) {
        database.update(
                "INSERT INTO chancery_run (instance_id, case_id, case_hash, procedure_id, procedure_version, simulated,"
                        + " path, recorded_at) VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                instanceId,
                dossier.id().value(),
                dossier.hash(),
                path.procedure(),
                path.procedureVersion(),
                simulated,
                PathJson.line(path),
                OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC));
    }
}
