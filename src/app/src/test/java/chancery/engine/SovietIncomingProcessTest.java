package chancery.engine;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walks the diagram {@code soviet-incoming} in a bare Camunda; every flow node and flow is passed by some walk. */
@Deployment(resources = "bpmn/soviet-incoming.bpmn")
class SovietIncomingProcessTest extends DiagramWalk {
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
    static final ProcessEngineCoverageExtension COVERAGE = covering("soviet-incoming");

    SovietIncomingProcessTest() {
        super(COVERAGE, "soviet-incoming");
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
        message("further-disposition");
        assertThatItWaitsAt("Task_FurtherDisposition", "Task_DraftAtPost");
        complete("Task_FurtherDisposition");
        assertThatItWaitsAt("Task_DraftAtPost");
    }

    @Test
    void each_task_is_offered_to_the_office_of_its_lane() {
        start(Map.of());

        assertThatItIsOfferedTo("post");
        assertThatItIsNotOfferedTo("department");
    }
}
