package chancery.engine;

import static java.util.Map.entry;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walks the diagram {@code us-pouch} in a bare Camunda; every flow node and flow is passed by some walk. */
@Deployment(resources = "bpmn/us-pouch.bpmn")
class UsPouchProcessTest extends DiagramWalk {
    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = covering("us-pouch");

    UsPouchProcessTest() {
        super(COVERAGE, "us-pouch");
    }

    @Test
    void an_instruction_is_cleared_approved_signed_and_sent() {
        passes(
                Map.ofEntries(
                        entry("clearing", "asked"),
                        entry("clearingOffices", "L"),
                        entry("approval", "yes"),
                        entry("signed", "yes"),
                        entry("initialed", "yes"),
                        entry("repeated", "yes")),
                "Task_Draft",
                "Task_Clear",
                "Task_Approve",
                "Task_Sign",
                "Task_Initial",
                "Task_SendInstruction",
                "Task_Repeat",
                "Task_PostReceives");
    }

    @Test
    void an_instruction_may_go_to_one_post_alone() {
        passes(
                Map.ofEntries(
                        entry("clearing", "none"),
                        entry("approval", "no"),
                        entry("signed", "yes"),
                        entry("initialed", "no"),
                        entry("repeated", "no")),
                "Task_Draft",
                "Task_Sign",
                "Task_SendInstruction",
                "Task_PostReceives");
    }

    @Test
    void a_despatch_comes_in() {
        passesFrom(
                "post-writes",
                Map.of(),
                "Task_PostDrafts",
                "Task_PostSigns",
                "Task_PostNumbers",
                "Task_PostSends",
                "Task_ReceiveDespatch",
                "Task_AssignAction",
                "Task_FileDespatch");
    }

    @Test
    void a_disposition_may_be_written_at_any_time() {
        start(Map.of());
        message("further-disposition");
        complete("Task_FurtherDisposition");
    }
}
