package chancery.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageInMemProcessEngineConfiguration;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walks the diagram {@code soviet-incoming} in a bare Camunda; every flow node and flow is passed by some walk. */
@Deployment(resources = "bpmn/soviet-incoming.bpmn")
class SovietIncomingProcessTest {
    private static final String[] AT_THE_POST = {"Task_DraftAtPost", "Task_TypeAtPost", "Task_NumberAtPost"};
    private static final String[] BY_TELEGRAPH = {
        "Task_EncipherTelegram",
        "Task_SendTelegram",
        "Task_ReceiveTelegram",
        "Task_PassToDirectorate",
        "Task_NumberTelegram",
        "Task_DecipherTelegram",
        "Task_TypeTelegram",
        "Task_CopyTelegram"
    };

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = ProcessEngineCoverageExtension.builder(configuration())
            .assertClassCoverageAtLeast(1.0)
            .build();

    private RuntimeService runtime;
    private TaskService tasks;
    private String instance;

    private static ProcessCoverageInMemProcessEngineConfiguration configuration() {
        ProcessCoverageInMemProcessEngineConfiguration configuration =
                new ProcessCoverageInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:incoming-walks");
        configuration.setHistory("full");
        configuration.setBeans(Map.of("names", new NameList()));
        return configuration;
    }

    @BeforeEach
    void connect() {
        runtime = COVERAGE.getProcessEngine().getRuntimeService();
        tasks = COVERAGE.getProcessEngine().getTaskService();
    }

    @AfterEach
    void clearAway() {
        runtime.createProcessInstanceQuery()
                .list()
                .forEach(left -> runtime.deleteProcessInstance(left.getId(), "walked far enough"));
    }

    @Test
    void a_journal_comes_by_bag_is_registered_twice_and_is_used_in_a_note() {
        start(Map.of("readers", "Gromyko; Fedorenko"));
        complete(AT_THE_POST);
        decide("Task_ClassifyAtPost", "carriage", "bag");
        complete("Task_PouchPaper");
        decide("Task_ReceiveBag", "registration", "both");
        complete("Task_RegisterSecretariat", "Task_RegisterDepartment", "Task_CopyPaper");
        assertThatItWaitsAt("Task_Read", "Task_Read");
        complete("Task_Read");
        decide("Task_Dispose", "outcome", "used");
        complete("Task_UseInNote", "Task_PutBy");
        assertThatItHasEnded();
    }

    @Test
    void a_journal_may_be_registered_by_the_department_alone_and_put_by() {
        start(Map.of());
        complete(AT_THE_POST);
        decide("Task_ClassifyAtPost", "carriage", "bag");
        complete("Task_PouchPaper");
        decide("Task_ReceiveBag", "registration", "department");
        complete("Task_RegisterDepartment", "Task_CopyPaper", "Task_Read");
        decide("Task_Dispose", "outcome", "put-by");
        complete("Task_PutBy");
        assertThatItHasEnded();
    }

    @Test
    void a_telegram_passes_the_cipher_service_and_no_registration_of_the_ministry() {
        start(Map.of());
        complete(AT_THE_POST);
        decide("Task_ClassifyAtPost", "carriage", "telegraph");
        complete(BY_TELEGRAPH);
        assertThatItWaitsAt("Task_Read");
        complete("Task_Read");
        decide("Task_Dispose", "outcome", "answered");
        complete("Task_AnswerPost", "Task_PutBy");
        assertThatItHasEnded();
    }

    @Test
    void a_disposition_may_be_written_at_any_time() {
        start(Map.of());
        runtime.createMessageCorrelation("further-disposition")
                .processInstanceId(instance)
                .correlate();
        assertThatItWaitsAt("Task_FurtherDisposition", "Task_DraftAtPost");
        complete("Task_FurtherDisposition");
        assertThatItWaitsAt("Task_DraftAtPost");
    }

    @Test
    void each_task_is_offered_to_the_office_of_its_lane() {
        start(Map.of());

        assertThat(tasks.createTaskQuery().taskCandidateGroup("post").count()).isEqualTo(1);
        assertThat(tasks.createTaskQuery().taskCandidateGroup("department").count())
                .isZero();
    }

    private void start(Map<String, Object> variables) {
        instance =
                runtime.startProcessInstanceByKey("soviet-incoming", variables).getId();
    }

    private void complete(String... nodes) {
        Arrays.stream(nodes).forEach(node -> complete(node, Map.of()));
    }

    private void decide(String node, String variable, String value) {
        complete(node, Map.of(variable, value));
    }

    private void complete(String node, Map<String, Object> variables) {
        List<Task> open = tasks.createTaskQuery()
                .processInstanceId(instance)
                .taskDefinitionKey(node)
                .list();
        assertThat(open).as("tasks at " + node).isNotEmpty();
        open.forEach(task -> tasks.complete(task.getId(), variables));
    }

    private void assertThatItWaitsAt(String... nodes) {
        assertThat(tasks.createTaskQuery().processInstanceId(instance).list())
                .extracting(Task::getTaskDefinitionKey)
                .containsExactlyInAnyOrder(nodes);
    }

    private void assertThatItHasEnded() {
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(instance)
                        .count())
                .isZero();
    }
}
