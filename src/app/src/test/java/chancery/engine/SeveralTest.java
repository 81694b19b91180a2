package chancery.engine;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.audit.ActBook;
import chancery.ledger.LedgerEntry;
import chancery.path.StepId;
import chancery.procedure.explanation.Example;
import chancery.procedure.live.Instances;
import chancery.procedure.live.ProcedureEngine.Standing;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What several do, at once or one after the other, the engine does for each of them. */
class SeveralTest {
    @TempDir
    private Path folder;

    @ParameterizedTest
    @CsvSource({"userTask, true", "userTask, false", "receiveTask, true", "receiveTask, false", "manualTask, true"})
    void each_does_the_task(String element, boolean sequential) {
        Example example = Example.procedure()
                .starts("begin")
                .ends("end")
                .tasks("draft", "dispatch")
                .several(element, "clear", sequential)
                .flow("begin > draft > clear > dispatch > end")
                .mark("a", "attests: clear, agents: [{name: A}]")
                .mark("b", "attests: clear, agents: [{name: B}]");
        try (RunningCases running = running(example)) {
            Standing standing = running.run("example");

            assertThat(instances(running).waitsAt(standing.instanceId())).containsExactly(new StepId("Task_dispatch"));
            assertThat(acts(running, standing)).hasSize(3);
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void each_goes_through_the_whole_subprocess(boolean sequential) {
        try (RunningCases running = running(body(sequential)
                .mark("i", "attests: initial, agents: [{name: A}]")
                .mark("c", "attests: dispatch"))) {
            Standing standing = running.run("example");

            assertThat(instances(running).waitsAt(standing.instanceId())).isEmpty();
            assertThat(acts(running, standing))
                    .containsExactlyInAnyOrder(
                            "Task_draft null inferred",
                            "Task_see A evidenced",
                            "Task_see B evidenced",
                            "Task_initial A evidenced",
                            "Task_initial B presumed",
                            "Task_dispatch null evidenced");
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void a_case_may_wait_in_the_subprocess(boolean sequential) {
        try (RunningCases running = running(body(sequential))) {
            Standing standing = running.run("example");

            assertThat(instances(running).waitsAt(standing.instanceId())).containsExactly(new StepId("Task_initial"));
            assertThat(acts(running, standing))
                    .containsAll(List.of("Task_draft null inferred", "Task_see A evidenced"))
                    .hasSize(sequential ? 2 : 3);
        }
    }

    private static Example body(boolean sequential) {
        return Example.procedure()
                .starts("begin")
                .ends("end")
                .tasks("draft", "dispatch")
                .several("subProcess", "clear", sequential, "see", "initial")
                .flow("begin > draft > clear > dispatch > end")
                .mark("a", "attests: see, agents: [{name: A}]")
                .mark("b", "attests: see, agents: [{name: B}]");
    }

    private RunningCases running(Example example) {
        return new RunningCases("jdbc:h2:mem:" + folder.getFileName(), example.in(folder), folder);
    }

    private static Instances instances(RunningCases running) {
        return running.context.getBean(Instances.class);
    }

    private static List<String> acts(RunningCases running, Standing standing) {
        return running.context.getBean(ActBook.class).ofInstance(standing.instanceId()).stream()
                .map(LedgerEntry::act)
                .filter(Objects::nonNull)
                .map(act -> act.step() + " " + act.agent() + " " + act.status())
                .toList();
    }
}
