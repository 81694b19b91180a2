package chancery.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.engine.platform7.ProcessCoverageInMemProcessEngineConfiguration;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Walks the diagram {@code soviet-cc} in a bare Camunda; every flow node and flow is passed by some walk. The report
 * lies under {@code target/process-test-coverage}.
 */
@Deployment(resources = {"bpmn/soviet-cc.bpmn", "bpmn/protocol-numeral.dmn", "bpmn/extract-return-period.dmn"})
class SovietCcProcessTest {
    private static final String[] DRAFTING = {"Task_Draft", "Task_Type"};
    private static final String[] INSTRUCTION = {
        "Task_PrepareInstruction",
        "Task_EncipherInstruction",
        "Task_NumberTelegram",
        "Task_DispatchInstruction",
        "Task_ReceiveInstruction",
        "Task_Decipher",
        "Task_RegisterAtPost",
        "Task_Deliver",
        "Task_CarryOut"
    };

    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = ProcessEngineCoverageExtension.builder(configuration())
            .assertClassCoverageAtLeast(1.0)
            .build();

    private RuntimeService runtime;
    private TaskService tasks;
    private ManagementService management;
    private ProcessEngine engine;
    private String instance;

    private static ProcessCoverageInMemProcessEngineConfiguration configuration() {
        ProcessCoverageInMemProcessEngineConfiguration configuration =
                new ProcessCoverageInMemProcessEngineConfiguration();
        configuration.setJdbcUrl("jdbc:h2:mem:walks");
        configuration.setHistory("full");
        configuration.setBeans(Map.of("names", new NameList(), "deadlines", new Deadlines(Clock.systemUTC())));
        return configuration;
    }

    @BeforeEach
    void connect() {
        engine = COVERAGE.getProcessEngine();
        runtime = engine.getRuntimeService();
        tasks = engine.getTaskService();
        management = engine.getManagementService();
    }

    @AfterEach
    void clearAway() {
        runtime.createProcessInstanceQuery()
                .list()
                .forEach(left -> runtime.deleteProcessInstance(left.getId(), "walked far enough"));
    }

    @Test
    void an_assignment_goes_by_poll_to_the_report_and_is_put_by() {
        startByMessage("cc-assignment", Map.of("signatories", "V. Molotov; M. Suslov", "members", "one; two"));
        complete("Task_OpenControlCard");
        ministersNote();
        message("copy-asked");
        complete("Task_MakeCopy", "Task_CertifyCopy", "Task_RegisterCopy", "Task_SubmitNote", "Task_RegisterNote");
        decide("Task_PutQuestion", "howDecided", "poll");
        decide("Task_Vote", "pollResult", "adopted");
        complete("Task_AdoptByPoll");
        assertThat(variable("numeral")).isEqualTo("Arabic");
        complete("Task_NumberItem", "Task_SendExtracts", "Task_ReturnExtracts");
        complete(INSTRUCTION);
        message("report-received");
        complete("Task_DistributeReport", "Task_CloseFile");
        assertThatItHasEnded();
    }

    @Test
    void a_sitting_gives_a_roman_numeral_and_an_overdue_report_is_asked_for() {
        startByMessage("decision-question", Map.of());
        decide("Task_PutQuestion", "howDecided", "sitting");
        complete("Task_PutOnAgenda");
        decide("Task_Discuss", "sittingResult", "adopted");
        complete("Task_AdoptAtSitting");
        assertThat(variable("numeral")).isEqualTo("Roman");
        complete("Task_NumberItem", "Task_SendExtracts");
        timer("Timer_ExtractsDue");
        complete("Task_RecallExtracts");
        message("extracts-burned");
        complete("Task_BurnExtracts");
        complete(INSTRUCTION);
        timer("Timer_ReportDue");
        complete("Task_RemindPost");
        message("report-received");
        complete("Task_DistributeReport", "Task_CloseFile");
        assertThatItHasEnded();
    }

    @Test
    void a_refused_visa_returns_the_draft() {
        startByMessage("post-telegram", Map.of());
        complete("Task_ReceivePostTelegram");
        timer("Timer_ControlCardDue");
        complete("Task_RemindDepartment");
        complete(DRAFTING);
        decide("Task_Enclose", "whoWrites", "minister");
        decide("Task_VisaHead", "headVisa", "refused");
        complete("Task_ReturnRefused");
        complete(DRAFTING);
        decide("Task_Enclose", "whoWrites", "minister");
        decide("Task_VisaHead", "headVisa", "granted");
        decide("Task_VisaDeputy", "deputyVisa", "refused");
        complete("Task_ReturnRefused");
        assertThatItWaitsAt("Task_Draft");
    }

    @Test
    void a_department_head_writes_himself_and_amendments_and_deferral_bring_the_question_back() {
        start(Map.of());
        headsNote();
        decide("Task_PutQuestion", "howDecided", "poll");
        decide("Task_Vote", "pollResult", "amended");
        complete("Task_AmendDraft");
        headsNote();
        decide("Task_PutQuestion", "howDecided", "sitting");
        complete("Task_PutOnAgenda");
        decide("Task_Discuss", "sittingResult", "amended");
        complete("Task_AmendDraft");
        headsNote();
        decide("Task_PutQuestion", "howDecided", "sitting");
        complete("Task_PutOnAgenda");
        decide("Task_Discuss", "sittingResult", "deferred");
        complete("Task_DeferQuestion");
        decide("Task_PutQuestion", "howDecided", "sitting");
        complete("Task_PutOnAgenda");
        decide("Task_Discuss", "sittingResult", "rejected");
        complete("Task_RemoveQuestion");
        assertThatItHasEnded();
    }

    @Test
    void a_poll_may_reject_and_a_disposition_may_be_written_at_any_time() {
        startByMessage("decision-question", Map.of());
        message("further-disposition");
        assertThatItWaitsAt("Task_FurtherDisposition", "Task_PutQuestion");
        complete("Task_FurtherDisposition");
        decide("Task_PutQuestion", "howDecided", "poll");
        decide("Task_Vote", "pollResult", "rejected");
        complete("Task_RemoveQuestion");
        assertThatItHasEnded();
    }

    @Test
    void extracts_come_back_in_the_period_of_the_1920s() {
        assertThat(period("moscow")).isEqualTo("P14D");
        assertThat(period("elsewhere")).isEqualTo("P1M");
        assertThat(period("distant")).isEqualTo("P42D");
    }

    @Test
    void each_task_is_offered_to_the_office_of_its_lane() {
        startByMessage("decision-question", Map.of());

        assertThat(tasks.createTaskQuery()
                        .taskCandidateGroup("cc-general-department")
                        .count())
                .isEqualTo(1);
        assertThat(tasks.createTaskQuery().taskCandidateGroup("embassy").count())
                .isZero();
    }

    private void ministersNote() {
        complete(DRAFTING);
        decide("Task_Enclose", "whoWrites", "minister");
        decide("Task_VisaHead", "headVisa", "granted");
        decide("Task_VisaDeputy", "deputyVisa", "granted");
        complete("Task_SignNote", "Task_NumberNote");
    }

    private void headsNote() {
        complete(DRAFTING);
        decide("Task_Enclose", "whoWrites", "department-head");
        complete("Task_AgreeDraft", "Task_SignHead", "Task_NumberDepartment", "Task_SubmitNote", "Task_RegisterNote");
    }

    private void start(Map<String, Object> variables) {
        ProcessInstance started = runtime.startProcessInstanceByKey("soviet-cc", variables);
        instance = started.getId();
    }

    private void startByMessage(String message, Map<String, Object> variables) {
        instance = runtime.startProcessInstanceByMessage(message, variables).getId();
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

    private void message(String name) {
        runtime.createMessageCorrelation(name).processInstanceId(instance).correlate();
    }

    private void timer(String node) {
        management.executeJob(management
                .createJobQuery()
                .processInstanceId(instance)
                .activityId(node)
                .singleResult()
                .getId());
    }

    private Object variable(String name) {
        HistoricVariableInstance found = engine.getHistoryService()
                .createHistoricVariableInstanceQuery()
                .processInstanceId(instance)
                .variableName(name)
                .singleResult();
        return found == null ? null : found.getValue();
    }

    private Object period(String seat) {
        return engine.getDecisionService()
                .evaluateDecisionTableByKey("extract-return-period")
                .variables(Map.of("executorSeat", seat))
                .evaluate()
                .getSingleEntry();
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
