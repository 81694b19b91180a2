package chancery.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walks the diagram {@code cn-qing} in a bare Camunda; every flow node and flow is passed by some walk. */
@Deployment(resources = {"bpmn/cn-qing.bpmn", "bpmn/speed-class.dmn"})
class CnQingProcessTest extends DiagramWalk {
    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = covering("cn-qing");

    CnQingProcessTest() {
        super(COVERAGE, "cn-qing");
    }

    @Test
    void a_memorial_is_noted_returned_and_sent_back_when_the_year_ends() {
        carriedUp("noted");
        assertThatItIsOfferedTo("cn-emperor");
        complete("Task_WriteNoted");
        registered();
        complete("Task_ReturnOriginal", "Task_ReceiveRescript", "Task_CarryOut");
        timer("Timer_YearEnds");
        complete("Task_SendBack", "Task_PutBy");
        assertThatItHasEnded();
    }

    @Test
    void a_board_deliberates_and_its_answer_is_kept_in_the_palace() {
        carriedUp("deliberate");
        complete("Task_WriteDeliberate");
        registered();
        complete("Task_BoardDeliberates", "Task_BoardReports");
        decide("Task_ReadMemorial", "rescript", "kept");
        complete("Task_KeepInPalace");
        assertThatItHasEnded();
    }

    @Test
    void an_edict_goes_out_as_a_court_letter_with_its_speed_class() {
        carriedUp("edict");
        complete("Task_WriteEdict");
        registered();
        complete("Task_DraftEdict");
        decide("Task_ReviseEdict", "urgency", "most-urgent");
        assertThat(variable("speed")).isEqualTo("600");
        complete("Task_SendCourtLetter");
        assertThatItWaitsAt("Task_ReturnOriginal");
    }

    @Test
    void there_are_three_speed_classes() {
        assertThat(decision("speed-class", "urgency", "ordinary")).isEqualTo("400");
        assertThat(decision("speed-class", "urgency", "urgent")).isEqualTo("500");
        assertThat(decision("speed-class", "urgency", "most-urgent")).isEqualTo("600");
    }

    private void carriedUp(String rescript) {
        start(Map.of());
        complete("Task_ComposeMemorial", "Task_CarryUp");
        decide("Task_ReadMemorial", "rescript", rescript);
    }

    private void registered() {
        complete("Task_RegisterMemorial", "Task_MakeFileCopy", "Task_KeepEnclosures");
    }

    @Test
    void a_disposition_may_be_written_at_any_time() {
        start(Map.of());
        message("further-disposition");
        complete("Task_FurtherDisposition");
    }
}
