package chancery.engine;

import static java.util.Map.entry;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walks the diagram {@code us-cia-cable} in a bare Camunda; every flow node and flow is passed by some walk. */
@Deployment(resources = "bpmn/us-cia-cable.bpmn")
class UsCiaCableProcessTest extends DiagramWalk {
    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = covering("us-cia-cable");

    UsCiaCableProcessTest() {
        super(COVERAGE, "us-cia-cable");
    }

    @Test
    void headquarters_instructs_a_station() {
        passes(
                Map.ofEntries(entry("coordinated", "asked"), entry("coordinators", "WH"), entry("released", "yes")),
                "Task_Draft",
                "Task_Coordinate",
                "Task_Release",
                "Task_SendCable",
                "Task_StationReceives");
        passes(
                Map.ofEntries(entry("coordinated", "none"), entry("released", "no")),
                "Task_Draft",
                "Task_SendCable",
                "Task_StationReceives");
    }

    @Test
    void a_station_reports() {
        passesFrom(
                "station-reports",
                Map.of(),
                "Task_StationSends",
                "Task_ReceiveCable",
                "Task_DistributeCable",
                "Task_FileCable");
    }

    @Test
    void a_disposition_may_be_written_at_any_time() {
        start(Map.of());
        message("further-disposition");
        complete("Task_FurtherDisposition");
    }
}
