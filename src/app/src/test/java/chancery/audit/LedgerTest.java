package chancery.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chancery.ledger.EntryText;
import chancery.ledger.LedgerEntry.Event;
import chancery.ledger.LedgerEntry.Instance;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.flywaydb.core.api.MigrationVersion;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;
import org.springframework.transaction.support.TransactionTemplate;

class LedgerTest {
    private static final Clock NOON = Clock.fixed(Instant.parse("2026-01-17T12:00:00.123456Z"), ZoneOffset.UTC);
    private static final Instance INSTANCE = new Instance("case", "instance", "soviet-cc", "0123", null, false);

    private final DataSource source;
    private final JdbcTemplate database;
    private final TransactionTemplate transaction;

    LedgerTest() {
        source = new DriverManagerDataSource(
                "jdbc:h2:mem:ledger" + System.identityHashCode(this) + ";DB_CLOSE_DELAY=-1", "sa", "");
        database = new JdbcTemplate(source);
        transaction = new TransactionTemplate(new Transactions(source));
    }

    @Test
    void an_entry_names_the_hash_of_the_one_before_it() {
        Ledger ledger = founded();
        ActBook acts = new ActBook(source, ledger);
        transaction.executeWithoutResult(status -> acts.append(Event.BEGUN, INSTANCE));
        transaction.executeWithoutResult(status -> acts.append(Event.SUPERSEDED, INSTANCE));

        List<Map<String, Object>> entries = database.queryForList("SELECT * FROM chancery_ledger ORDER BY entry_no");
        String id = database.queryForObject("SELECT ledger_id FROM chancery_ledger_head", String.class);
        String first = "{\"book\":\"act\",\"entry\":1,\"previous\":\"" + EntryText.hash(id)
                + "\",\"recordedAt\":\"2026-01-17T12:00:00.123Z\",\"row\":{\"case_id\":\"case\",\"event\":\"begun\","
                + "\"instance_id\":\"instance\",\"procedure_id\":\"soviet-cc\",\"procedure_version\":\"0123\","
                + "\"simulated\":false}}";
        assertThat(entries.get(0)).containsEntry("content", first).containsEntry("hash", EntryText.hash(first));
        assertThat(entries.get(1).get("content").toString()).contains("\"previous\":\"" + EntryText.hash(first) + "\"");
        assertThat(database.queryForMap("SELECT size, hash FROM chancery_ledger_head"))
                .containsEntry("size", 2L)
                .containsEntry("hash", entries.get(1).get("hash"));
    }

    @Test
    void what_is_rolled_back_leaves_no_entry() {
        ActBook acts = new ActBook(source, founded());
        transaction.executeWithoutResult(status -> {
            acts.append(Event.BEGUN, INSTANCE);
            status.setRollbackOnly();
        });

        assertThat(database.queryForObject("SELECT COUNT(*) FROM chancery_ledger", Integer.class))
                .isZero();
        assertThat(acts.of("case")).isEmpty();
    }

    @Test
    void it_is_written_within_a_transaction_only() {
        ActBook acts = new ActBook(source, founded());

        assertThatThrownBy(() -> acts.append(Event.BEGUN, INSTANCE)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void acts_recorded_before_there_was_a_chain_are_chained_when_it_is_founded() {
        migrate("1");
        for (int i = 0; i < 2; i++) {
            database.update(
                    "INSERT INTO chancery_ledger (recorded_at, event, case_id, instance_id, procedure_id,"
                            + " procedure_version, simulated) VALUES (CURRENT_TIMESTAMP, 'begun', ?, 'i', 'p', 'v', FALSE)",
                    "case-" + i);
        }

        ActBook acts = new ActBook(source, founded());

        assertThat(acts.of("case-1"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.number()).isEqualTo(2));
        assertThat(database.queryForObject("SELECT size FROM chancery_ledger_head", Integer.class))
                .isEqualTo(2);
    }

    private Ledger founded() {
        migrate("latest");
        Ledger ledger = new Ledger(source, NOON);
        transaction.executeWithoutResult(status -> ledger.found());
        return ledger;
    }

    private void migrate(String version) {
        Flyway.configure()
                .dataSource(source)
                .table("chancery_schema")
                .target(MigrationVersion.fromVersion(version))
                .load()
                .migrate();
    }
}
