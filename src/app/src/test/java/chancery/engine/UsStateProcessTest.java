package chancery.engine;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walks the diagram {@code us-state} in a bare Camunda; every flow node and flow is passed by some walk. */
@Deployment(resources = "bpmn/us-state.bpmn")
class UsStateProcessTest extends DiagramWalk {
    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = covering("us-state");

    UsStateProcessTest() {
        super(COVERAGE, "us-state");
    }

    @Test
    void a_telegram_is_drafted_cleared_signed_repeated_and_pouched() {
        start(Map.of("clearingOffices", "FE; L"));
        assertThatItIsOfferedTo("us-drafting-office");
        draft("signing-officer", "asked");
        assertThatItWaitsAt("Task_Clear", "Task_Clear");
        decide("Task_Clear", "clearance", "refused");
        complete("Task_TakeBackDraft");
        draft("signing-officer", "asked");
        decide("Task_Clear", "clearance", "granted");
        decide("Task_OfficerApproves", "carried", "telegram");
        complete("Task_Sign", "Task_Classify", "Task_NumberTelegram");
        complete("Task_Transmit", Map.of("repeated", "yes", "pouched", "yes"));
        complete("Task_Repeat", "Task_Pouch");
        assertThatItWaitsAt("Task_FileOutgoing", "Task_PostReceives");
        complete("Task_FileOutgoing", "Task_PostReceives", "Task_PostActs");
        complete("Task_ReportByTelegram", "Task_ReportByDespatch");
        assertThatItHasEnded();
    }

    @Test
    void a_telegram_that_comes_in_may_be_filed_unanswered() {
        comesIn();
        decide("Task_TakeUpTelegram", "answer", "no");
        complete("Task_FileIncoming");
        assertThatItHasEnded();
    }

    @Test
    void the_secretary_may_decline_an_answer_or_hold_it_back() {
        comesIn();
        decide("Task_TakeUpTelegram", "answer", "yes");
        toTheSecretary();
        decide("Task_SecretarySees", "secretaryDecision", "declined");
        complete("Task_SecretaryDeclines");
        assertThatItHasEnded();

        start(Map.of());
        toTheSecretary();
        decide("Task_SecretarySees", "secretaryDecision", "approved");
        decide("Task_SecretaryApproves", "carried", "held");
        complete("Task_HoldBack");
        assertThatItHasEnded();
    }

    @Test
    void the_secretary_may_approve_a_telegram_that_goes_to_one_post() {
        start(Map.of());
        toTheSecretary();
        decide("Task_SecretarySees", "secretaryDecision", "approved");
        decide("Task_SecretaryApproves", "carried", "telegram");
        complete("Task_Sign", "Task_Classify", "Task_NumberTelegram");
        complete("Task_Transmit", Map.of("repeated", "no", "pouched", "no"));
        assertThatItWaitsAt("Task_FileOutgoing", "Task_PostReceives");
    }

    @Test
    void a_paper_goes_to_the_council_is_amended_and_stays_in_the_house() {
        toTheCouncil();
        decide("Task_NscConsiders", "nscResult", "amended");
        complete("Task_NscAmends");
        decide("Task_PresidentApproves", "carried", "paper");
        complete("Task_CopyPaper", "Task_FilePaper");
        assertThatItHasEnded();
    }

    @Test
    void a_paper_may_be_adopted_as_it_is() {
        toTheCouncil();
        decide("Task_NscConsiders", "nscResult", "adopted");
        assertThatItWaitsAt("Task_PresidentApproves");
    }

    private void draft(String level, String clearing) {
        complete("Task_Draft", Map.of("level", level, "clearing", clearing));
    }

    private void comesIn() {
        startByMessage("post-reports", Map.of());
        assertThatItIsOfferedTo("us-post");
        complete("Task_PostSigns", "Task_PostNumbers", "Task_PostDispatches", "Task_ReceiveTelegram");
        complete("Task_DecodeTelegram", "Task_AssignAction", "Task_SendInformationCopies");
    }

    private void toTheSecretary() {
        draft("secretary", "asked");
        decide("Task_Clear", "clearance", "granted");
        complete("Task_LayBeforeSecretary");
    }

    private void toTheCouncil() {
        start(Map.of());
        draft("nsc", "none");
        complete("Task_SubmitToNsc");
    }

    @Test
    void a_disposition_may_be_written_at_any_time() {
        start(Map.of());
        message("further-disposition");
        complete("Task_FurtherDisposition");
    }
}
