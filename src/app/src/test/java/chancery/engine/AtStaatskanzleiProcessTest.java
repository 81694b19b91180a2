package chancery.engine;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walks the diagram {@code at-staatskanzlei} in a bare Camunda; every flow node and flow is passed by some walk. */
@Deployment(resources = "bpmn/at-staatskanzlei.bpmn")
class AtStaatskanzleiProcessTest extends DiagramWalk {
    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = covering("at-staatskanzlei");

    AtStaatskanzleiProcessTest() {
        super(COVERAGE, "at-staatskanzlei");
    }

    @Test
    void the_emperor_resolves_on_a_vortrag_and_a_weighty_concept_needs_the_chancellor() {
        start(Map.of());
        assertThatItIsOfferedTo("at-chancellor");
        decide("Task_OpenMail", "imperialWill", "vortrag");
        complete("Task_WriteVortrag", "Task_EmperorResolves", "Task_SendInBags", "Task_DraftConcept");
        complete("Task_ReviewConcept", Map.of("visa", "granted", "weight", "weighty"));
        decide("Task_ChancellorDecides", "chancellorDecision", "amended");
        complete("Task_AmendConcept", "Task_DraftConcept");
        complete("Task_ReviewConcept", Map.of("visa", "granted", "weight", "weighty"));
        decide("Task_ChancellorDecides", "chancellorDecision", "approved");
        complete("Task_WriteFairCopy", "Task_CheckFairCopy", "Task_PresentForSignature", "Task_Sign");
        complete("Task_Dispatch", "Task_Register", "Task_PutBy");
        assertThatItHasEnded();
    }

    @Test
    void the_emperors_will_may_be_heard_and_a_concept_returned() {
        start(Map.of());
        decide("Task_OpenMail", "imperialWill", "oral");
        complete("Task_HearEmperor", "Task_SendInBags", "Task_DraftConcept");
        decide("Task_ReviewConcept", "visa", "refused");
        complete("Task_ReturnConcept");
        assertThatItWaitsAt("Task_DraftConcept");
    }

    @Test
    void an_ordinary_matter_needs_neither_emperor_nor_chancellor() {
        start(Map.of());
        decide("Task_OpenMail", "imperialWill", "none");
        complete("Task_SendInBags", "Task_DraftConcept");
        complete("Task_ReviewConcept", Map.of("visa", "granted", "weight", "ordinary"));
        assertThatItWaitsAt("Task_WriteFairCopy");
    }

    @Test
    void a_disposition_may_be_written_at_any_time() {
        start(Map.of());
        message("further-disposition");
        complete("Task_FurtherDisposition");
    }
}
