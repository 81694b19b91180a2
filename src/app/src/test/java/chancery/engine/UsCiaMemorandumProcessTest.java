package chancery.engine;

import static java.util.Map.entry;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walks the diagram {@code us-cia-memorandum} in a bare Camunda; every flow node and flow is passed by some walk. */
@Deployment(resources = "bpmn/us-cia-memorandum.bpmn")
class UsCiaMemorandumProcessTest extends DiagramWalk {
    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = covering("us-cia-memorandum");

    UsCiaMemorandumProcessTest() {
        super(COVERAGE, "us-cia-memorandum");
    }

    @Test
    void a_memorandum_is_cleared_signed_laid_before_a_superior_who_approves() {
        passes(
                Map.ofEntries(
                        entry("clearing", "asked"),
                        entry("clearingOffices", "L"),
                        entry("signed", "yes"),
                        entry("initialed", "no"),
                        entry("way", "up"),
                        entry("copied", "yes"),
                        entry("forwarded", "yes"),
                        entry("decision", "approved"),
                        entry("returned", "yes")),
                "Task_Draft",
                "Task_Clear",
                "Task_Sign",
                "Task_Submit",
                "Task_Copy",
                "Task_Forward",
                "Task_See",
                "Task_Approve",
                "Task_Return",
                "Task_File");
    }

    @Test
    void a_superior_may_disapprove_remark_or_write_nothing() {
        passes(
                Map.ofEntries(
                        entry("clearing", "none"),
                        entry("signed", "no"),
                        entry("initialed", "yes"),
                        entry("way", "up"),
                        entry("copied", "no"),
                        entry("forwarded", "no"),
                        entry("decision", "disapproved"),
                        entry("returned", "no")),
                "Task_Draft",
                "Task_Initial",
                "Task_Submit",
                "Task_See",
                "Task_Disapprove",
                "Task_File");
        passes(
                Map.ofEntries(
                        entry("clearing", "none"),
                        entry("signed", "no"),
                        entry("initialed", "yes"),
                        entry("way", "across"),
                        entry("copied", "no"),
                        entry("forwarded", "no"),
                        entry("decision", "remark"),
                        entry("returned", "no")),
                "Task_Draft",
                "Task_Initial",
                "Task_Send",
                "Task_See",
                "Task_Comment",
                "Task_File");
        passes(
                Map.ofEntries(
                        entry("clearing", "none"),
                        entry("signed", "no"),
                        entry("initialed", "no"),
                        entry("way", "up"),
                        entry("copied", "no"),
                        entry("forwarded", "no"),
                        entry("decision", "none"),
                        entry("returned", "no")),
                "Task_Draft",
                "Task_Submit",
                "Task_See",
                "Task_File");
    }

    @Test
    void a_disposition_may_be_written_at_any_time() {
        start(Map.of());
        message("further-disposition");
        complete("Task_FurtherDisposition");
    }
}
