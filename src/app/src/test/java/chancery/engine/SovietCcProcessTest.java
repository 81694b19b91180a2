package chancery.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * Walks the diagram {@code soviet-cc} in a bare Camunda; every flow node and flow is passed by some walk.
 */
@Deployment(resources = {"bpmn/soviet-cc.bpmn", "bpmn/protocol-numeral.dmn", "bpmn/extract-return-period.dmn"})
class SovietCcProcessTest extends DiagramWalk {
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
    static final ProcessEngineCoverageExtension COVERAGE = covering("soviet-cc");

    SovietCcProcessTest() {
        super(COVERAGE, "soviet-cc");
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
        assertThat(decision("extract-return-period", "executorSeat", "moscow")).isEqualTo("P14D");
        assertThat(decision("extract-return-period", "executorSeat", "elsewhere"))
                .isEqualTo("P1M");
        assertThat(decision("extract-return-period", "executorSeat", "distant")).isEqualTo("P42D");
    }

    @Test
    void each_task_is_offered_to_the_office_of_its_lane() {
        startByMessage("decision-question", Map.of());

        assertThatItIsOfferedTo("cc-general-department");
        assertThatItIsNotOfferedTo("embassy");
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
}
