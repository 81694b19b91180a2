package chancery.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walks the diagram {@code de-ggo} in a bare Camunda; every flow node and flow is passed by some walk. */
@Deployment(resources = {"bpmn/de-ggo.bpmn", "bpmn/colour-office.dmn"})
class DeGgoProcessTest extends DiagramWalk {
    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = covering("de-ggo");

    DeGgoProcessTest() {
        super(COVERAGE, "de-ggo");
    }

    @Test
    void a_letter_is_seen_by_the_minister_co_signed_side_by_side_and_filed() {
        arrived("yes");
        complete("Task_MarkInColour", Map.of("colour", "green", "signature", "lead-unit"));
        assertThat(variable("markedBy")).isEqualTo("minister");
        complete("Task_AssignLeadUnit");
        assertThatItIsOfferedTo("de-lead-unit");
        drafted("parallel", "lead-unit");
        assertThatItWaitsAt("Task_CoSignSideBySide", "Task_CoSignSideBySide");
        decide("Task_CoSignSideBySide", "cosignature", "granted");
        complete("Task_SignInUnit", "Task_WriteFairCopy", "Task_CompareFairCopy");
        decide("Task_Dispatch", "afterwards", "file");
        complete("Task_File");
        assertThatItHasEnded();
    }

    @Test
    void co_signing_in_turn_may_be_refused() {
        arrived("no");
        complete("Task_AssignLeadUnit");
        drafted("sequential", "lead-unit");
        assertThatItWaitsAt("Task_CoSignInTurn");
        complete("Task_CoSignInTurn");
        decide("Task_CoSignInTurn", "cosignature", "refused");
        complete("Task_RefuseCoSignature");
        assertThatItWaitsAt("Task_Draft");
    }

    @Test
    void a_reserved_signature_may_be_refused_and_the_matter_brought_up_again_twice() {
        arrived("no");
        complete("Task_AssignLeadUnit");
        drafted("none", "reserved");
        assertThatItIsOfferedTo("de-leadership");
        decide("Task_DecideReserved", "reservedDecision", "returned");
        complete("Task_ReturnUnsigned");
        drafted("none", "reserved");
        decide("Task_DecideReserved", "reservedDecision", "signed");
        complete("Task_SignReserved", "Task_WriteFairCopy", "Task_CompareFairCopy");
        decide("Task_Dispatch", "afterwards", "resubmit");
        timer("Timer_Resubmission");
        complete("Task_BringUpAgain");
        decide("Task_TakeUpAgain", "matter", "open");
        drafted("none", "lead-unit");
        complete("Task_SignInUnit", "Task_WriteFairCopy", "Task_CompareFairCopy");
        decide("Task_Dispatch", "afterwards", "resubmit");
        timer("Timer_Resubmission");
        complete("Task_BringUpAgain");
        decide("Task_TakeUpAgain", "matter", "settled");
        complete("Task_File");
        assertThatItHasEnded();
    }

    @Test
    void each_level_of_the_leadership_has_its_colour() {
        assertThat(decision("colour-office", "colour", "green")).isEqualTo("minister");
        assertThat(decision("colour-office", "colour", "violet")).isEqualTo("parliamentary-state-secretary");
        assertThat(decision("colour-office", "colour", "red")).isEqualTo("state-secretary");
        assertThat(decision("colour-office", "colour", "blue")).isEqualTo("division-head");
        assertThat(decision("colour-office", "colour", "brown")).isEqualTo("sub-division");
    }

    private void arrived(String shown) {
        start(Map.of("coSigningUnits", "Z 3; Z 5"));
        complete("Task_StampReceipt");
        decide("Task_RegisterLetter", "shown", shown);
    }

    private void drafted(String cosigning, String signature) {
        complete("Task_Draft", Map.of("cosigning", cosigning, "signature", signature));
    }

    @Test
    void a_disposition_may_be_written_at_any_time() {
        start(Map.of());
        message("further-disposition");
        complete("Task_FurtherDisposition");
    }
}
