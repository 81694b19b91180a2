package chancery.engine;

import static java.util.Map.entry;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walks the diagram {@code us-telegram-in} in a bare Camunda; every flow node and flow is passed by some walk. */
@Deployment(resources = "bpmn/us-telegram-in.bpmn")
class UsTelegramInProcessTest extends DiagramWalk {
    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = covering("us-telegram-in");

    UsTelegramInProcessTest() {
        super(COVERAGE, "us-telegram-in");
    }

    @Test
    void a_telegram_is_numbered_signed_sent_and_filed() {
        passes(
                Map.ofEntries(
                        entry("postSigned", "yes"),
                        entry("postRepeated", "no"),
                        entry("postPouched", "no"),
                        entry("passed", "no"),
                        entry("seen", "no")),
                "Task_PostNumbers",
                "Task_PostSigns",
                "Task_PostDispatches",
                "Task_ReceiveTelegram",
                "Task_DecodeTelegram",
                "Task_AssignAction",
                "Task_SendInformationCopies",
                "Task_FileIncoming");
    }

    @Test
    void a_telegram_may_be_drafted_with_others_repeated_passed_on_and_seen() {
        passesFrom(
                "post-drafts",
                Map.ofEntries(
                        entry("postClearing", "asked"),
                        entry("postClearers", "Political section"),
                        entry("postApproval", "yes"),
                        entry("postSigned", "no"),
                        entry("postRepeated", "yes"),
                        entry("postPouched", "yes"),
                        entry("passed", "yes"),
                        entry("seen", "yes")),
                "Task_PostDrafts",
                "Task_PostClears",
                "Task_PostApproves",
                "Task_PostNumbers",
                "Task_PostDispatches",
                "Task_PostRepeats",
                "Task_PostPouches",
                "Task_ReceiveTelegram",
                "Task_PassOn",
                "Task_DecodeTelegram",
                "Task_AssignAction",
                "Task_SendInformationCopies",
                "Task_Seen",
                "Task_FileIncoming");
    }

    @Test
    void a_draft_may_go_without_clearance() {
        passesFrom(
                "post-drafts",
                Map.ofEntries(
                        entry("postClearing", "none"),
                        entry("postApproval", "no"),
                        entry("postSigned", "no"),
                        entry("postRepeated", "no"),
                        entry("postPouched", "no"),
                        entry("passed", "no"),
                        entry("seen", "no")),
                "Task_PostDrafts",
                "Task_PostNumbers",
                "Task_PostDispatches",
                "Task_ReceiveTelegram",
                "Task_DecodeTelegram",
                "Task_AssignAction",
                "Task_SendInformationCopies",
                "Task_FileIncoming");
    }

    @Test
    void a_disposition_may_be_written_at_any_time() {
        start(Map.of());
        message("further-disposition");
        complete("Task_FurtherDisposition");
    }
}
