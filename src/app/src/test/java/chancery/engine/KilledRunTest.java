package chancery.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A run killed in the middle, in a process of its own. */
class KilledRunTest {
    private static final int CASES = 80;

    @Test
    void a_killed_run_is_completed_by_the_next_and_nothing_is_doubled(@TempDir Path folder) throws Exception {
        Path cases = Files.createDirectories(folder.resolve("cases"));
        GeneratedCases.write(cases, CASES);
        killAfterThreeCases(folder, cases);

        try (RunningCases second = new RunningCases(
                "jdbc:h2:file:" + folder.resolve("chancery") + ";DB_CLOSE_ON_EXIT=FALSE",
                Path.of("bpmn"),
                Path.of("processes"))) {
            long before = second.database.queryForObject("SELECT COUNT(*) FROM chancery_run", Long.class);
            assertThat(before).isBetween(1L, (long) CASES - 1);
            for (int i = 1; i <= CASES; i++) {
                second.run(cases.resolve("generated-" + i + ".yaml").toString());
            }

            assertThat(second.camunda
                            .getHistoryService()
                            .createHistoricProcessInstanceQuery()
                            .count())
                    .isEqualTo(CASES);
            List<Long> entries =
                    second.database.queryForList("SELECT COUNT(*) FROM chancery_act GROUP BY case_id", Long.class);
            assertThat(entries).hasSize(CASES);
            assertThat(entries.stream().distinct()).hasSize(1);
        }
    }

    private static void killAfterThreeCases(Path data, Path cases) throws IOException, InterruptedException {
        Process run = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-cp",
                        System.getProperty("java.class.path"),
                        "chancery.cli.Main",
                        "run",
                        "--data",
                        data.toString(),
                        cases.toString())
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        try (BufferedReader out =
                new BufferedReader(new InputStreamReader(run.getInputStream(), StandardCharsets.UTF_8))) {
            int told = 0;
            for (String line = out.readLine(); line != null && told < 3; line = out.readLine()) {
                told += line.startsWith("Instance ") ? 1 : 0;
            }
        } finally {
            run.destroyForcibly().waitFor();
        }
    }
}
