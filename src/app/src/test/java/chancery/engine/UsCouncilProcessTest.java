package chancery.engine;

import static java.util.Map.entry;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walks the diagram {@code us-council} in a bare Camunda; every flow node and flow is passed by some walk. */
@Deployment(resources = "bpmn/us-council.bpmn")
class UsCouncilProcessTest extends DiagramWalk {
    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = covering("us-council");

    UsCouncilProcessTest() {
        super(COVERAGE, "us-council");
    }

    @Test
    void a_paper_is_commented_amended_approved_and_circulated() {
        passes(
                Map.ofEntries(entry("commented", "yes"), entry("result", "amended"), entry("signed", "yes")),
                "Task_Draft",
                "Task_Comment",
                "Task_Submit",
                "Task_Consider",
                "Task_Amend",
                "Task_PresidentApproves",
                "Task_Sign",
                "Task_Copy",
                "Task_File");
    }

    @Test
    void a_paper_may_be_adopted_as_it_is_or_turned_down() {
        passes(
                Map.ofEntries(entry("commented", "no"), entry("result", "adopted"), entry("signed", "no")),
                "Task_Draft",
                "Task_Submit",
                "Task_Consider",
                "Task_PresidentApproves",
                "Task_Copy",
                "Task_File");
        passes(
                Map.ofEntries(entry("commented", "no"), entry("result", "rejected")),
                "Task_Draft",
                "Task_Submit",
                "Task_Consider",
                "Task_Reject");
    }

    @Test
    void a_disposition_may_be_written_at_any_time() {
        start(Map.of());
        message("further-disposition");
        complete("Task_FurtherDisposition");
    }
}
