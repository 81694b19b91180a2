package chancery.engine;

import static java.util.Map.entry;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walks the diagram {@code us-telegram-out} in a bare Camunda; every flow node and flow is passed by some walk. */
@Deployment(resources = "bpmn/us-telegram-out.bpmn")
class UsTelegramOutProcessTest extends DiagramWalk {
    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = covering("us-telegram-out");

    UsTelegramOutProcessTest() {
        super(COVERAGE, "us-telegram-out");
    }

    @Test
    void a_telegram_is_drafted_again_cleared_signed_repeated_and_pouched() {
        start(Map.ofEntries(
                entry("clearing", "asked"),
                entry("clearingOffices", "FE; L"),
                entry("level", "signing-officer"),
                entry("classified", "yes"),
                entry("repeated", "yes"),
                entry("pouched", "yes")));
        assertThatItIsOfferedTo("us-drafting-office");
        complete("Task_Draft");
        assertThatItWaitsAt("Task_Clear", "Task_Clear");
        decide("Task_Clear", "clearance", "refused");
        complete("Task_TakeBackDraft", "Task_Draft");
        decide("Task_Clear", "clearance", "granted");
        complete("Task_OfficerApproves", "Task_Sign", "Task_Classify", "Task_NumberTelegram", "Task_Transmit");
        complete("Task_Repeat", "Task_Pouch");
        assertThatItWaitsAt("Task_FileOutgoing", "Task_PostReceives");
        complete("Task_FileOutgoing", "Task_PostReceives", "Task_PostActs");
        assertThatItHasEnded();
    }

    @Test
    void the_secretary_the_white_house_or_nobody_may_approve() {
        passes(
                Map.ofEntries(
                        entry("clearing", "none"),
                        entry("level", "secretary"),
                        entry("classified", "no"),
                        entry("repeated", "no"),
                        entry("pouched", "no")),
                "Task_Draft",
                "Task_SecretaryApproves",
                "Task_Sign",
                "Task_NumberTelegram",
                "Task_Transmit",
                "Task_FileOutgoing",
                "Task_PostReceives",
                "Task_PostActs");
        passes(
                Map.ofEntries(
                        entry("clearing", "none"),
                        entry("level", "white-house"),
                        entry("classified", "no"),
                        entry("repeated", "no"),
                        entry("pouched", "no")),
                "Task_Draft",
                "Task_PresidentApproves",
                "Task_Sign",
                "Task_NumberTelegram",
                "Task_Transmit",
                "Task_FileOutgoing",
                "Task_PostReceives",
                "Task_PostActs");
        passesFrom(
                "answer-asked",
                Map.ofEntries(
                        entry("clearing", "none"),
                        entry("level", "drafter"),
                        entry("classified", "no"),
                        entry("repeated", "no"),
                        entry("pouched", "no")),
                "Task_Draft",
                "Task_Sign",
                "Task_NumberTelegram",
                "Task_Transmit",
                "Task_FileOutgoing",
                "Task_PostReceives",
                "Task_PostActs");
    }

    @Test
    void it_may_be_initialed_beside_the_signature() {
        start(Map.ofEntries(entry("clearing", "none"), entry("level", "drafter")));
        complete("Task_Draft");
        message("initialed");
        complete("Task_Initial");
        assertThatItWaitsAt("Task_Sign");
    }

    @Test
    void a_disposition_may_be_written_at_any_time() {
        start(Map.of());
        message("further-disposition");
        complete("Task_FurtherDisposition");
    }
}
