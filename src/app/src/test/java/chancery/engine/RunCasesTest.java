package chancery.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chancery.audit.ActBook;
import chancery.ledger.LedgerEntry;
import chancery.ledger.LedgerEntry.RecordedAct;
import chancery.procedure.live.ProcedureEngine.Standing;
import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RunCasesTest {
    private static RunningCases running;

    @BeforeAll
    static void start() {
        running = RunningCases.inMemory("cases");
    }

    @AfterAll
    static void stop() {
        running.close();
    }

    @BeforeEach
    void clearAway() {
        running.clearAway();
    }

    @Test
    void the_first_document_waits_where_the_question_is_put() {
        Standing standing = running.run("su-1955-83M");

        assertThat(standing.isNew()).isTrue();
        assertThat(openTasks(standing)).containsExactlyInAnyOrder("Task_PutQuestion", "Task_RegisterCopy");
        assertThat(running.camunda
                        .getHistoryService()
                        .createHistoricActivityInstanceQuery()
                        .processInstanceId(standing.instanceId())
                        .finished()
                        .list())
                .extracting(HistoricActivityInstance::getActivityId)
                .contains("Start_Assignment", "Event_CopyAsked", "Task_RegisterNote")
                .doesNotContain("Gateway_HowDecided");
    }

    @Test
    void the_simulated_instance_runs_through_the_report_to_its_end() {
        running.run("su-1955-83M");
        Standing standing = running.simulate("su-1955-83M");

        assertThat(standing.businessKey()).isEqualTo("su-1955-83M#foreseen");
        assertThat(standing.assumed()).containsExactly("howDecided = poll", "pollResult = adopted");
        HistoricProcessInstance ended = running.camunda
                .getHistoryService()
                .createHistoricProcessInstanceQuery()
                .processInstanceId(standing.instanceId())
                .singleResult();
        assertThat(ended.getState()).isEqualTo(HistoricProcessInstance.STATE_COMPLETED);
        List<LedgerEntry> entries = ledger().ofInstance(standing.instanceId());
        assertThat(entries).allMatch(entry -> entry.instance().simulated());
        assertThat(acts(entries))
                .filteredOn(act -> act.step().equals("Event_ReportReceived"))
                .singleElement()
                .extracting(RecordedAct::status)
                .isEqualTo("simulated");
        assertThat(acts(entries))
                .filteredOn(act -> act.step().equals("Task_Vote"))
                .as("votes of the members that the procedure names")
                .hasSize(9);
    }

    @Test
    void each_act_is_in_the_ledger_with_its_evidence() {
        Standing standing = running.run("su-1955-83M");

        List<RecordedAct> acts = acts(ledger().ofInstance(standing.instanceId()));
        assertThat(acts).extracting(RecordedAct::step).startsWith("Task_OpenControlCard", "Task_Draft", "Task_Type");
        assertThat(acts)
                .filteredOn(act -> act.step().equals("Task_SignNote"))
                .extracting(RecordedAct::agent)
                .containsExactlyInAnyOrder("V. Molotov", "M. Suslov");
        assertThat(acts)
                .filteredOn(act -> act.step().equals("Task_RegisterNote"))
                .singleElement()
                .satisfies(act -> {
                    assertThat(act.status()).isEqualTo("evidenced");
                    assertThat(act.disputed()).isTrue();
                    assertThat(act.registryNumber()).isEqualTo("367vn");
                    assertThat(act.date()).isEqualTo("1955-01-17");
                    assertThat(act.marks()).isEqualTo("incoming-stamp");
                });
        assertThat(acts)
                .filteredOn(act -> act.step().equals("Task_VisaHead"))
                .singleElement()
                .extracting(RecordedAct::status)
                .isEqualTo("presumed");
    }

    @Test
    void marks_that_nothing_explains_run_as_further_dispositions() {
        Standing standing = running.run("su-1955-584dv");

        assertThat(acts(ledger().ofInstance(standing.instanceId())))
                .filteredOn(act -> act.status().equals("unexplained"))
                .extracting(RecordedAct::agent)
                .containsExactly("I. Shcherbakov", "I. [illegible]", "V. Gorbunov");
        assertThat(openTasks(standing)).containsExactly("Task_PutQuestion");
    }

    @Test
    void timers_of_historical_instances_stay_suspended() {
        running.run("su-1955-83M");
        running.run("su-1955-584dv");

        assertThat(running.camunda.getManagementService().createJobQuery().list())
                .allMatch(Job::isSuspended);
    }

    @Test
    void what_has_run_is_not_run_again() {
        Standing first = running.run("su-1955-83M");
        int entries = ledger().of("su-1955-83M").size();
        Standing second = running.run("su-1955-83M");

        assertThat(second.isNew()).isFalse();
        assertThat(second.instanceId()).isEqualTo(first.instanceId());
        assertThat(ledger().of("su-1955-83M")).hasSize(entries);
    }

    @Test
    void an_unchanged_diagram_is_not_deployed_again() {
        running.engine.install(running.holdings.procedure("soviet-cc"));

        assertThat(running.camunda
                        .getRepositoryService()
                        .createProcessDefinitionQuery()
                        .processDefinitionKey("soviet-cc")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void an_edited_case_runs_as_a_new_instance_and_says_what_changed(@TempDir Path folder) throws IOException {
        Path file =
                Files.copy(Path.of("processes/soviet-cc/cases/su-1955-83M.yaml"), folder.resolve("su-1955-83M.yaml"));
        Standing before = running.run(file.toString());
        Files.writeString(file, Files.readString(file).replace("    attests: authenticate\n", ""));
        Standing after = running.run(file.toString());

        assertThat(after.isNew()).isTrue();
        assertThat(after.changed())
                .containsExactly(
                        "Task_MakeCopy is no longer on the path, it was presumed",
                        "Task_CertifyCopy is no longer on the path, it was evidenced",
                        "Task_RegisterCopy is no longer on the path, it was not evidenced");
        assertThat(openTasks(after)).containsExactly("Task_PutQuestion");
        assertThat(running.camunda
                        .getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .processInstanceId(before.instanceId())
                        .singleResult()
                        .getDeleteReason())
                .startsWith("superseded by");
        assertThat(ledger().ofInstance(before.instanceId()))
                .last()
                .extracting(LedgerEntry::event)
                .isEqualTo(LedgerEntry.Event.SUPERSEDED);
    }

    @Test
    void a_historical_instance_waits_for_evidence_and_not_for_a_clerk() {
        Standing standing = running.run("su-1955-584dv");
        Task task = running.camunda
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(standing.instanceId())
                .singleResult();
        int entries = ledger().ofInstance(standing.instanceId()).size();

        assertThatThrownBy(() -> running.camunda.getTaskService().complete(task.getId(), Map.of("howDecided", "poll")))
                .hasMessageContaining("waits at \"Put the question for decision\" for evidence");
        assertThat(ledger().ofInstance(standing.instanceId())).hasSize(entries);
    }

    @Test
    void a_run_that_fails_leaves_nothing_behind() {
        running.database.execute("ALTER TABLE chancery_run ADD CONSTRAINT refused CHECK (case_id <> 'su-1955-83M')");

        assertThatThrownBy(() -> running.run("su-1955-83M")).hasMessageContaining("REFUSED");
        running.database.execute("ALTER TABLE chancery_run DROP CONSTRAINT refused");
        assertThat(ledger().of("su-1955-83M")).isEmpty();
        assertThat(running.camunda
                        .getHistoryService()
                        .createHistoricProcessInstanceQuery()
                        .count())
                .isZero();
    }

    @Test
    void an_edited_diagram_runs_as_a_new_instance(@TempDir Path folder) throws IOException {
        copy(Path.of("bpmn"), folder.resolve("bpmn"));
        copy(Path.of("processes"), folder.resolve("processes"));
        try (RunningCases first = new RunningCases(
                "jdbc:h2:mem:diagram;DB_CLOSE_DELAY=-1", folder.resolve("bpmn"), folder.resolve("processes"))) {
            first.run("su-1955-584dv");
        }
        Path diagram = folder.resolve("bpmn/soviet-cc.bpmn");
        Files.writeString(diagram, Files.readString(diagram).replace("Sign as department head", "Sign as head"));
        try (RunningCases second = new RunningCases(
                "jdbc:h2:mem:diagram;DB_CLOSE_DELAY=-1", folder.resolve("bpmn"), folder.resolve("processes"))) {
            Standing standing = second.run("su-1955-584dv");

            assertThat(standing.isNew()).isTrue();
            assertThat(second.camunda
                            .getRepositoryService()
                            .createProcessDefinitionQuery()
                            .processDefinitionKey("soviet-cc")
                            .count())
                    .isEqualTo(2);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.walkFileTree(from, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Path target = to.resolve(from.relativize(file).toString());
                Files.createDirectories(target.getParent());
                Files.copy(file, target);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    private ActBook ledger() {
        return running.context.getBean(ActBook.class);
    }

    private List<String> openTasks(Standing standing) {
        return running
                .camunda
                .getTaskService()
                .createTaskQuery()
                .processInstanceId(standing.instanceId())
                .list()
                .stream()
                .map(Task::getTaskDefinitionKey)
                .toList();
    }

    private static List<RecordedAct> acts(List<LedgerEntry> entries) {
        return new ArrayList<>(
                entries.stream().map(LedgerEntry::act).filter(Objects::nonNull).toList());
    }
}
