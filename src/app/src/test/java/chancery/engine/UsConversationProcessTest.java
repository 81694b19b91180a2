package chancery.engine;

import static java.util.Map.entry;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walks the diagram {@code us-conversation} in a bare Camunda; every flow node and flow is passed by some walk. */
@Deployment(resources = "bpmn/us-conversation.bpmn")
class UsConversationProcessTest extends DiagramWalk {
    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = covering("us-conversation");

    UsConversationProcessTest() {
        super(COVERAGE, "us-conversation");
    }

    @Test
    void a_record_may_take_every_step() {
        passes(
                Map.ofEntries(
                        entry("typed", "yes"),
                        entry("signed", "yes"),
                        entry("initialed", "yes"),
                        entry("clearing", "asked"),
                        entry("clearingOffices", "L"),
                        entry("amended", "yes"),
                        entry("approval", "yes"),
                        entry("copied", "yes"),
                        entry("forwarded", "yes")),
                "Task_Draft",
                "Task_Type",
                "Task_Sign",
                "Task_Initial",
                "Task_Clear",
                "Task_Amend",
                "Task_Approve",
                "Task_Copy",
                "Task_Forward",
                "Task_File");
    }

    @Test
    void a_record_may_only_be_written() {
        passes(
                Map.ofEntries(
                        entry("typed", "no"),
                        entry("signed", "no"),
                        entry("initialed", "no"),
                        entry("clearing", "none"),
                        entry("amended", "no"),
                        entry("approval", "no"),
                        entry("copied", "no"),
                        entry("forwarded", "no")),
                "Task_Draft",
                "Task_File");
    }

    @Test
    void a_disposition_may_be_written_at_any_time() {
        start(Map.of());
        message("further-disposition");
        complete("Task_FurtherDisposition");
    }
}
