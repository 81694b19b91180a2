package chancery.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.camunda.bpm.engine.test.Deployment;
import org.camunda.community.process_test_coverage.junit5.platform7.ProcessEngineCoverageExtension;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** Walks the diagram {@code uk-fo} in a bare Camunda; every flow node and flow is passed by some walk. */
@Deployment(resources = {"bpmn/uk-fo.bpmn", "bpmn/precedence-authority.dmn", "bpmn/precedence-carriage.dmn"})
class UkFoProcessTest extends DiagramWalk {
    @RegisterExtension
    static final ProcessEngineCoverageExtension COVERAGE = covering("uk-fo");

    UkFoProcessTest() {
        super(COVERAGE, "uk-fo");
    }

    @Test
    void the_most_junior_officer_may_decide_that_nothing_is_to_be_done() {
        opened();
        decide("Task_JuniorMinutes", "juniorMinute", "decided");
        decide("Task_DepartmentDecides", "action", "none");
        complete("Task_Index", "Task_PutBy");
        assertThatItHasEnded();
    }

    @Test
    void a_first_secretary_may_decide_and_other_departments_object_once() {
        opened();
        decide("Task_JuniorMinutes", "juniorMinute", "up");
        decide("Task_SecretaryMinutes", "secretaryMinute", "decided");
        decide("Task_DepartmentDecides", "action", "draft");
        complete("Task_Draft", "Task_ApproveDraft");
        assertThatItIsOfferedTo("uk-other-departments");
        decide("Task_ConsultByCopies", "departments", "objected");
        complete("Task_TakeBackDraft");
        drafted("saving");
        complete("Task_NumberAnswer");
        decide("Task_SendByBag", "repeated", "no");
        complete("Task_Index", "Task_PutBy");
        assertThatItHasEnded();
    }

    @Test
    void an_emergency_telegram_needs_the_head_of_department_and_is_repeated() {
        climbsToTheHead();
        decide("Task_HeadMinutes", "headMinute", "decided");
        decide("Task_DepartmentDecides", "action", "draft");
        drafted("emergency");
        complete("Task_AuthoriseEmergency", "Task_NumberAnswer");
        decide("Task_SendTelegram", "repeated", "yes");
        complete("Task_Repeat", "Task_Index", "Task_PutBy");
        assertThatItHasEnded();
    }

    @Test
    void an_under_secretary_or_the_permanent_one_may_decide() {
        climbsToTheHead();
        decide("Task_HeadMinutes", "headMinute", "up");
        decide("Task_UnderSecretaryMinutes", "underSecretaryMinute", "decided");
        assertThatItWaitsAt("Task_UnderSecretaryDecides");

        climbsToTheHead();
        decide("Task_HeadMinutes", "headMinute", "up");
        decide("Task_UnderSecretaryMinutes", "underSecretaryMinute", "up");
        decide("Task_PermanentMinutes", "permanentMinute", "decided");
        decide("Task_UnderSecretaryDecides", "action", "none");
        assertThatItWaitsAt("Task_Index");
    }

    @Test
    void the_secretary_of_state_decides_what_climbs_to_the_top() {
        climbsToTheHead();
        decide("Task_HeadMinutes", "headMinute", "up");
        decide("Task_UnderSecretaryMinutes", "underSecretaryMinute", "up");
        decide("Task_PermanentMinutes", "permanentMinute", "up");
        complete("Task_MinisterMinutes");
        decide("Task_MinisterDecides", "action", "draft");
        drafted("deferred");
        complete("Task_NumberAnswer");
        assertThatItWaitsAt("Task_SendTelegram");
    }

    @Test
    void only_emergency_needs_a_head_of_department_and_only_saving_goes_by_bag() {
        for (String precedence : new String[] {"routine", "deferred", "saving"}) {
            assertThat(decision("precedence-authority", "precedence", precedence))
                    .isEqualTo("drafting-officer");
        }
        assertThat(decision("precedence-authority", "precedence", "emergency")).isEqualTo("head-of-department");
        for (String precedence : new String[] {"emergency", "routine", "deferred"}) {
            assertThat(decision("precedence-carriage", "precedence", precedence))
                    .isEqualTo("telegraph");
        }
        assertThat(decision("precedence-carriage", "precedence", "saving")).isEqualTo("bag");
    }

    private void opened() {
        start(Map.of());
        assertThatItIsOfferedTo("uk-registry");
        complete("Task_Open", "Task_Docket", "Task_AttachPapers");
    }

    private void climbsToTheHead() {
        opened();
        decide("Task_JuniorMinutes", "juniorMinute", "up");
        decide("Task_SecretaryMinutes", "secretaryMinute", "up");
    }

    private void drafted(String precedence) {
        complete("Task_Draft", "Task_ApproveDraft");
        decide("Task_ConsultByCopies", "departments", "agreed");
        decide("Task_MarkPrecedence", "precedence", precedence);
    }

    @Test
    void a_disposition_may_be_written_at_any_time() {
        start(Map.of());
        message("further-disposition");
        complete("Task_FurtherDisposition");
    }
}
