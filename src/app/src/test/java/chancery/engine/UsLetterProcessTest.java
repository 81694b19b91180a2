package chancery.engine;

import static java.util.Map.entry;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walks the diagram {@code us-letter} in a bare Camunda; every flow node and flow is passed by some walk. */
@Deployment(resources = "bpmn/us-letter.bpmn")
class UsLetterProcessTest extends DiagramWalk {
    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = covering("us-letter");

    UsLetterProcessTest() {
        super(COVERAGE, "us-letter");
    }

    @Test
    void a_letter_is_cleared_approved_changed_signed_and_handed_over() {
        passes(
                Map.ofEntries(
                        entry("clearing", "asked"),
                        entry("level", "secretary"),
                        entry("amended", "yes"),
                        entry("signed", "yes"),
                        entry("initialed", "yes"),
                        entry("classified", "yes"),
                        entry("sent", "yes"),
                        entry("byTelegram", "yes"),
                        entry("direct", "yes"),
                        entry("byPouch", "yes"),
                        entry("copied", "yes"),
                        entry("delivered", "yes"),
                        entry("seen", "yes"),
                        entry("clearingOffices", "L")),
                "Task_Draft",
                "Task_Clear",
                "Task_SecretaryApproves",
                "Task_Amend",
                "Task_Sign",
                "Task_Initial",
                "Task_Classify",
                "Task_TransmitText",
                "Task_Send",
                "Task_PouchLetter",
                "Task_Copy",
                "Task_Deliver",
                "Task_Receive",
                "Task_See");
    }

    @Test
    void a_letter_may_go_as_it_is_or_not_at_all() {
        passes(
                Map.ofEntries(
                        entry("clearing", "none"),
                        entry("level", "white-house"),
                        entry("amended", "no"),
                        entry("signed", "no"),
                        entry("initialed", "no"),
                        entry("classified", "no"),
                        entry("sent", "yes"),
                        entry("byTelegram", "no"),
                        entry("direct", "yes"),
                        entry("byPouch", "no"),
                        entry("copied", "no"),
                        entry("delivered", "no"),
                        entry("seen", "no")),
                "Task_Draft",
                "Task_PresidentApproves",
                "Task_Send",
                "Task_Receive");
        passes(
                Map.ofEntries(
                        entry("clearing", "none"),
                        entry("level", "none"),
                        entry("amended", "no"),
                        entry("signed", "no"),
                        entry("initialed", "no"),
                        entry("classified", "no"),
                        entry("sent", "no"),
                        entry("byTelegram", "no"),
                        entry("direct", "yes"),
                        entry("byPouch", "no"),
                        entry("copied", "no"),
                        entry("delivered", "no"),
                        entry("seen", "no")),
                "Task_Draft",
                "Task_HoldBack");
    }

    @Test
    void a_post_may_write_too() {
        passesFrom(
                "post-writes-letter",
                Map.ofEntries(
                        entry("clearing", "none"),
                        entry("level", "none"),
                        entry("amended", "no"),
                        entry("signed", "no"),
                        entry("initialed", "no"),
                        entry("classified", "no"),
                        entry("sent", "yes"),
                        entry("byTelegram", "no"),
                        entry("direct", "yes"),
                        entry("byPouch", "no"),
                        entry("copied", "no"),
                        entry("delivered", "no"),
                        entry("seen", "no"),
                        entry("postSigned", "yes")),
                "Task_PostWrites",
                "Task_PostSigns",
                "Task_PostSends",
                "Task_Receive");
        passesFrom(
                "post-writes-letter",
                Map.ofEntries(
                        entry("clearing", "none"),
                        entry("level", "none"),
                        entry("amended", "no"),
                        entry("signed", "no"),
                        entry("initialed", "no"),
                        entry("classified", "no"),
                        entry("sent", "yes"),
                        entry("byTelegram", "no"),
                        entry("direct", "yes"),
                        entry("byPouch", "no"),
                        entry("copied", "no"),
                        entry("delivered", "no"),
                        entry("seen", "no"),
                        entry("postSigned", "no")),
                "Task_PostWrites",
                "Task_PostSends",
                "Task_Receive");
    }

    @Test
    void a_disposition_may_be_written_at_any_time() {
        start(Map.of());
        message("further-disposition");
        complete("Task_FurtherDisposition");
    }
}
