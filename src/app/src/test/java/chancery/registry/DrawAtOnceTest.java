package chancery.registry;

import static chancery.registry.Shelf.note;
import static chancery.registry.Shelf.series;
import static org.assertj.core.api.Assertions.assertThat;

import chancery.register.Period;
import chancery.register.RegisterEntry;
import chancery.register.Registration;
import chancery.register.SeriesId;
import com.zaxxer.hikari.HikariDataSource;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Eight clerks register at once, and some of what they begin is rolled back. */
class DrawAtOnceTest {
    private static final int CLERKS = 8;
    private static final int REGISTRATIONS = 1_000;
    private static final List<SeriesId> SERIES =
            List.of(new SeriesId("cipher"), new SeriesId("department"), new SeriesId("minister"));

    @Test
    @Timeout(240)
    void on_h2_in_a_file_numbers_have_neither_gaps_nor_duplicates(@TempDir Path folder) throws Exception {
        try (HikariDataSource source = pool("jdbc:h2:file:" + folder.resolve("chancery")
                + ";DB_CLOSE_ON_EXIT=FALSE;WRITE_DELAY=0;LOCK_TIMEOUT=10000")) {
            source.setUsername("sa");
            registerAtOnce(new Shelf(source));
        }
    }

    @Test
    @Timeout(240)
    void on_postgresql_numbers_have_neither_gaps_nor_duplicates() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                HikariDataSource source = pool(postgres.getJdbcUrl("postgres", "postgres"))) {
            registerAtOnce(new Shelf(source));
        }
    }

    private static HikariDataSource pool(String url) {
        HikariDataSource source = new HikariDataSource();
        source.setJdbcUrl(url);
        return source;
    }

    private static void registerAtOnce(Shelf shelf) throws Exception {
        shelf.act(() -> SERIES.forEach(id -> shelf.registers.counters().open(series(id.value(), "/" + id))));
        ExecutorService clerks = Executors.newFixedThreadPool(CLERKS);
        try {
            List<Callable<Map<SeriesId, Long>>> work = new ArrayList<>();
            for (int clerk = 0; clerk < CLERKS; clerk++) {
                int seed = clerk;
                work.add(() -> register(shelf, new Random(seed), "clerk-" + seed));
            }
            Map<SeriesId, Long> kept = new TreeMap<>();
            for (Future<Map<SeriesId, Long>> done : clerks.invokeAll(work)) {
                done.get().forEach((series, count) -> kept.merge(series, count, Long::sum));
            }
            check(shelf, kept);
        } finally {
            clerks.shutdownNow();
        }
    }

    /** Draws from one series, or from several at once; a third is rolled back. Returns how many numbers were kept. */
    private static Map<SeriesId, Long> register(Shelf shelf, Random random, String clerk) {
        Map<SeriesId, Long> kept = new TreeMap<>();
        for (int i = 0; i < REGISTRATIONS; i++) {
            Map<SeriesId, Registration> wanted = new TreeMap<>();
            int series = random.nextInt(10) == 0 ? SERIES.size() : 1;
            for (int j = 0; j < series; j++) {
                wanted.put(SERIES.get(random.nextInt(SERIES.size())), note(clerk + "-" + i));
            }
            boolean rolledBack = random.nextInt(3) == 0;
            shelf.transaction.executeWithoutResult(status -> {
                shelf.registers.drawAll(wanted);
                if (rolledBack) {
                    status.setRollbackOnly();
                }
            });
            if (!rolledBack) {
                wanted.keySet().forEach(id -> kept.merge(id, 1L, Long::sum));
            }
        }
        return kept;
    }

    private static void check(Shelf shelf, Map<SeriesId, Long> kept) throws Exception {
        long all = 0;
        for (SeriesId id : SERIES) {
            long count = kept.get(id);
            assertThat(shelf.registers.entries(id, Period.of(2026)))
                    .extracting(RegisterEntry::value)
                    .containsExactlyElementsOf(
                            LongStream.rangeClosed(1, count).boxed().toList());
            assertThat(shelf.registers.counters().of(id).next()).isEqualTo(count + 1);
            assertThat(shelf.registers.gaps().of(id)).isEmpty();
            all += count;
        }
        assertThat(shelf.registers.claims()).isEmpty();
        checkChain(shelf, all + SERIES.size());
    }

    /** Each entry of the ledger hashes to what it says, names the one before it, and speaks of a row. */
    private static void checkChain(Shelf shelf, long size) throws Exception {
        String previous = hash(String.valueOf(
                shelf.database.queryForObject("SELECT ledger_id FROM chancery_ledger_head", String.class)));
        List<Map<String, Object>> entries =
                shelf.database.queryForList("SELECT entry_no, content, hash FROM chancery_ledger ORDER BY entry_no");
        assertThat(entries).hasSize((int) size);
        long expected = 1;
        for (Map<String, Object> entry : entries) {
            String content = String.valueOf(entry.get("content"));
            assertThat(entry.get("entry_no")).isEqualTo(expected++);
            assertThat(content).contains("\"previous\":\"" + previous + "\"");
            previous = hash(content);
            assertThat(entry.get("hash")).isEqualTo(previous);
        }
        assertThat(shelf.database.queryForMap("SELECT size, hash FROM chancery_ledger_head"))
                .containsEntry("size", size)
                .containsEntry("hash", previous);
        assertThat(shelf.database.queryForObject(
                        "SELECT (SELECT COUNT(*) FROM chancery_register_entry)"
                                + " + (SELECT COUNT(*) FROM chancery_register_note)",
                        Long.class))
                .isEqualTo(size);
    }

    private static String hash(String text) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    }
}
