package chancery.engine;

import chancery.casefile.Dossier;
import chancery.path.Path;
import chancery.path.PathJson;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Which instance runs which version of a case under which version of its procedure, table {@code chancery_run}. */
final class RunBook {
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
