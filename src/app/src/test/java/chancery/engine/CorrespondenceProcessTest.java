package chancery.engine;

import static java.util.Map.entry;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walks the diagram {@code correspondence} in a bare Camunda; every flow node and flow is passed by some walk. */
@Deployment(resources = "bpmn/correspondence.bpmn")
class CorrespondenceProcessTest extends DiagramWalk {
    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = covering("correspondence");

    CorrespondenceProcessTest() {
        super(COVERAGE, "correspondence");
    }

    @Test
    void a_letter_is_signed_carried_and_answered() {
        passes(
                Map.ofEntries(entry("signed", "yes"), entry("carried", "yes"), entry("answered", "yes")),
                "Task_Write",
                "Task_Sign",
                "Task_Send",
                "Task_Carry",
                "Task_Receive",
                "Task_Answer");
    }

    @Test
    void a_letter_is_sent_and_received() {
        passes(
                Map.ofEntries(entry("signed", "no"), entry("carried", "no"), entry("answered", "no")),
                "Task_Write",
                "Task_Send",
                "Task_Receive");
    }

    @Test
    void a_disposition_may_be_written_at_any_time() {
        start(Map.of());
        message("further-disposition");
        complete("Task_FurtherDisposition");
    }
}
