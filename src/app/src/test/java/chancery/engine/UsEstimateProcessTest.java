package chancery.engine;

import static java.util.Map.entry;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walks the diagram {@code us-estimate} in a bare Camunda; every flow node and flow is passed by some walk. */
@Deployment(resources = "bpmn/us-estimate.bpmn")
class UsEstimateProcessTest extends DiagramWalk {
    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = covering("us-estimate");

    UsEstimateProcessTest() {
        super(COVERAGE, "us-estimate");
    }

    @Test
    void an_estimate_is_concurred_in_submitted_and_copied() {
        passes(
                Map.ofEntries(entry("concurring", "State; Army"), entry("copied", "yes")),
                "Task_Draft",
                "Task_Concur",
                "Task_Submit",
                "Task_Copy",
                "Task_File");
        passes(
                Map.ofEntries(entry("concurring", "State"), entry("copied", "no")),
                "Task_Draft",
                "Task_Concur",
                "Task_Submit",
                "Task_File");
    }

    @Test
    void a_disposition_may_be_written_at_any_time() {
        start(Map.of());
        message("further-disposition");
        complete("Task_FurtherDisposition");
    }
}
