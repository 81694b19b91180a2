package chancery.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chancery.audit.ActBook;
import chancery.ledger.LedgerEntry;
import chancery.path.StepId;
import chancery.procedure.explanation.Example;
import chancery.procedure.live.Instances;
import chancery.procedure.live.Instances.Kind;
import chancery.procedure.live.LiveWork;
import chancery.procedure.live.ProcedureEngine.Standing;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A case goes through a called diagram in an instance of its own. */
class CalledDiagramsTest {
    @TempDir
    private Path folder;

    private static Example clearance() {
        return Example.procedure()
                .starts("asked")
                .ends("granted", "waived")
                .tasks("submit", "clear", "see")
                .choices("how")
                .flow("asked > submit > how [needed] > clear > granted")
                .flow("how [known] > see > waived");
    }

    private static Example caller() {
        return Example.procedure()
                .starts("begin")
                .ends("end", "kept")
                .tasks("draft", "dispatch", "file")
                .call("clearing", "clearance")
                .choices("sent")
                .flow("begin > draft > clearing > sent [yes] > dispatch > end")
                .flow("sent [no] > file > kept")
                .beside("clearance", clearance());
    }

    private RunningCases running(Example example, String name) {
        return new RunningCases("jdbc:h2:mem:" + name, example.in(folder), folder);
    }

    @Test
    void a_case_goes_through_the_call_and_comes_back() {
        try (RunningCases running =
                running(caller().mark("a", "attests: clear").mark("b", "attests: dispatch"), "through")) {
            Standing standing = running.run("example");

            assertThat(acts(running, standing))
                    .containsExactly("Task_draft", "Task_submit", "Task_clear", "Task_dispatch");
            assertThat(running.context.getBean(Instances.class).waitsAt(standing.instanceId()))
                    .isEmpty();
            assertThat(running.camunda
                            .getHistoryService()
                            .createHistoricProcessInstanceQuery()
                            .list())
                    .extracting(HistoricProcessInstance::getBusinessKey, HistoricProcessInstance::getState)
                    .containsOnly(
                            org.assertj.core.groups.Tuple.tuple("example", HistoricProcessInstance.STATE_COMPLETED))
                    .hasSize(2);
        }
    }

    @Test
    void a_case_waits_in_the_called_diagram_and_is_ended_there_once_superseded() {
        try (RunningCases running = running(caller().mark("a", "attests: submit"), "waits")) {
            Standing standing = running.run("example");
            Instances instances = running.context.getBean(Instances.class);
            Task task = running.camunda.getTaskService().createTaskQuery().singleResult();

            assertThat(instances.waitsAt(standing.instanceId())).containsExactly(new StepId("Task_submit"));
            assertThat(task.getTaskDefinitionKey()).isEqualTo("Task_submit");
            assertThat(task.getProcessInstanceId()).isNotEqualTo(standing.instanceId());
            assertThat(instances.find(task.getProcessInstanceId()).orElseThrow().kind())
                    .isEqualTo(Kind.ARCHIVED);

            caller().mark("a", "attests: clear").mark("b", "attests: dispatch").in(folder);
            Standing later = running.run("example");

            assertThat(later.isNew()).isTrue();
            assertThat(running.camunda.getTaskService().createTaskQuery().count())
                    .isZero();
            assertThat(running.context.getBean(ActBook.class).ofInstance(standing.instanceId()))
                    .last()
                    .extracting(LedgerEntry::event)
                    .isEqualTo(LedgerEntry.Event.SUPERSEDED);
        }
    }

    @Test
    void such_a_case_is_not_begun_live() {
        try (RunningCases running = running(caller().mark("a", "attests: draft"), "live")) {
            LiveWork live = running.context.getBean(LiveWork.class);

            assertThat(live.entrances()).isEmpty();
            assertThatThrownBy(
                            () -> running.camunda.getRuntimeService().startProcessInstanceByKey("example", "new-case"))
                    .hasMessageContaining(
                            "is of several diagrams or pools, or waits for signals or conditions, which live work does not follow");
        }
    }

    private static List<String> acts(RunningCases running, Standing standing) {
        return running.context.getBean(ActBook.class).ofInstance(standing.instanceId()).stream()
                .map(LedgerEntry::act)
                .filter(Objects::nonNull)
                .map(LedgerEntry.RecordedAct::step)
                .toList();
    }
}
