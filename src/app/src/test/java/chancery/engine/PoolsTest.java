package chancery.engine;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.audit.ActBook;
import chancery.ledger.LedgerEntry;
import chancery.path.StepId;
import chancery.procedure.explanation.Example;
import chancery.procedure.live.Instances;
import chancery.procedure.live.Instances.Kind;
import chancery.procedure.live.ProcedureEngine.Standing;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A case goes through two pools, of which the engine runs both or one. */
class PoolsTest {
    @TempDir
    private Path folder;

    private static Example both(boolean executable) {
        return Example.procedure()
                .starts("begin")
                .ends("end")
                .tasks("draft", "dispatch", "file")
                .throwing("ask", "message")
                .catching("answered", "message")
                .flow("begin > draft > ask > answered > dispatch > file > end")
                .pool(
                        "bureau",
                        executable,
                        Example.procedure()
                                .startsByMessage("asked")
                                .ends("done")
                                .tasks("consider", "comment")
                                .flow("asked > consider > comment > done"))
                .message("ask > asked")
                .message("comment > answered");
    }

    private RunningCases running(Example example, String name) {
        return new RunningCases("jdbc:h2:mem:" + name, example.in(folder), folder);
    }

    @Test
    void both_pools_are_run() {
        try (RunningCases running = running(both(true).mark("a", "attests: dispatch"), "both")) {
            Standing standing = running.run("example");

            assertThat(acts(running, standing))
                    .containsExactly("Task_draft", "Task_consider", "Task_comment", "Task_dispatch");
            assertThat(instances(running).waitsAt(standing.instanceId())).containsExactly(new StepId("Task_file"));
            assertThat(running.camunda
                            .getHistoryService()
                            .createHistoricProcessInstanceQuery()
                            .list())
                    .extracting(HistoricProcessInstance::getBusinessKey)
                    .containsExactly("example", "example");
        }
    }

    @Test
    void a_case_waits_in_the_pool_that_its_message_began_and_is_ended_there_once_superseded() {
        try (RunningCases running = running(both(true).mark("a", "attests: consider"), "second")) {
            Standing standing = running.run("example");
            Task task = running.camunda.getTaskService().createTaskQuery().singleResult();

            assertThat(instances(running).waitsAt(standing.instanceId()))
                    .containsExactly(new StepId("Task_comment"), new StepId("answered"));
            assertThat(task.getTaskDefinitionKey()).isEqualTo("Task_comment");
            assertThat(instances(running)
                            .find(task.getProcessInstanceId())
                            .orElseThrow()
                            .kind())
                    .isEqualTo(Kind.ARCHIVED);

            both(true).mark("a", "attests: dispatch").in(folder);
            running.run("example");

            assertThat(running.camunda.getTaskService().createTaskQuery().list())
                    .extracting(Task::getTaskDefinitionKey)
                    .containsExactly("Task_file");
        }
    }

    @Test
    void a_pool_that_the_engine_does_not_run_is_told_in_the_path_alone() {
        try (RunningCases running = running(both(false).mark("a", "attests: consider"), "told")) {
            Standing standing = running.run("example");

            assertThat(instances(running).waitsAt(standing.instanceId())).containsExactly(new StepId("answered"));
            assertThat(acts(running, standing)).containsExactly("Task_draft");
        }
    }

    private static Instances instances(RunningCases running) {
        return running.context.getBean(Instances.class);
    }

    private static List<String> acts(RunningCases running, Standing standing) {
        return running.context.getBean(ActBook.class).ofInstance(standing.instanceId()).stream()
                .map(LedgerEntry::act)
                .filter(Objects::nonNull)
                .map(LedgerEntry.RecordedAct::step)
                .toList();
    }
}
