package chancery.procedure.explanation;

import static chancery.path.EvidenceStatus.EVIDENCED;
import static chancery.path.EvidenceStatus.INFERRED;
import static chancery.procedure.explanation.Example.statuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chancery.casefile.InvalidInput;
import chancery.path.StepId;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths follow a second pool that messages of the first begin. */
class MessageFlowTest {
    private static Example asking() {
        return Example.procedure()
                .starts("begin")
                .ends("end")
                .tasks("draft", "dispatch")
                .throwing("ask", "message")
                .catching("answered", "message")
                .flow("begin > draft > ask > answered > dispatch > end");
    }

    private static Example answering() {
        return Example.procedure()
                .startsByMessage("asked")
                .ends("done")
                .tasks("consider", "comment")
                .flow("asked > consider > comment > done");
    }

    private static Example both(boolean executable) {
        return asking().pool("bureau", executable, answering())
                .message("ask > asked")
                .message("comment > answered");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void what_the_other_pool_must_have_done_first_is_inferred(boolean executable) {
        assertThat(statuses(both(executable).mark("a", "attests: dispatch").path()))
                .containsExactly(
                        Map.entry("draft", INFERRED),
                        Map.entry("consider", INFERRED),
                        Map.entry("comment", INFERRED),
                        Map.entry("dispatch", EVIDENCED));
    }

    @Test
    void a_step_of_the_other_pool_shows_that_the_first_has_asked() {
        Example example = both(true).mark("a", "attests: consider");

        assertThat(statuses(example.path()))
                .containsExactly(Map.entry("draft", INFERRED), Map.entry("consider", EVIDENCED));
        assertThat(example.path().waitsAt()).containsExactly(new StepId("Task_comment"));
        assertThat(example.reconstruct().script().orElseThrow().commands())
                .extracting(Script.Command::node)
                .containsExactly("Task_draft", "asked", "Task_consider");
    }

    @Test
    void the_pools_go_on_side_by_side_where_no_message_holds_one_up() {
        Example example = Example.procedure()
                .starts("begin")
                .ends("end")
                .tasks("draft", "dispatch")
                .flow("begin > draft > dispatch > end")
                .pool("bureau", true, answering())
                .message("draft > asked");

        assertThat(example.mark("a", "attests: comment")
                        .mark("b", "attests: dispatch")
                        .path()
                        .branches())
                .isEmpty();
        assertThat(statuses(example.path())).containsOnlyKeys("draft", "consider", "comment", "dispatch");
    }

    @Test
    void an_end_event_may_hand_over() {
        Example example = Example.procedure()
                .starts("begin")
                .ends("end")
                .tasks("draft")
                .flow("begin > draft > end")
                .pool("bureau", true, answering())
                .message("end > asked");

        assertThat(statuses(example.mark("a", "attests: comment").path()))
                .containsExactly(
                        Map.entry("draft", INFERRED), Map.entry("consider", INFERRED), Map.entry("comment", EVIDENCED));
    }

    @Test
    void a_pool_that_no_message_begins_lies_outside() {
        Example example = asking().pool("bureau", false, answering()).message("comment > answered");

        assertThat(example.read().steps()).containsOnlyKeys(new StepId("Task_draft"), new StepId("Task_dispatch"));
        assertThat(both(true).read().behaviour().entries()).containsOnlyKeys("begin");
    }

    @Test
    void a_message_that_may_never_be_sent_is_refused() {
        Example example = Example.procedure()
                .starts("begin")
                .ends("end", "kept")
                .tasks("draft", "dispatch")
                .choices("how")
                .throwing("ask", "message")
                .throwing("more", "message")
                .flow("begin > draft > ask > how [a] > more > end")
                .flow("how [b] > dispatch > kept")
                .pool(
                        "bureau",
                        true,
                        Example.procedure()
                                .startsByMessage("asked")
                                .ends("done")
                                .catching("pressed", "message")
                                .flow("asked > pressed > done"))
                .message("ask > asked")
                .message("more > pressed");
        refused(example, "example.bpmn:1: \"pressed\" can wait for ever");
    }

    @Test
    void a_message_between_what_neither_sends_nor_takes_is_refused() {
        refused(
                both(true).message("draft > consider"),
                "message flow \"Message_2\" leads to \"Task_consider\", which takes no");
        refused(
                both(true).message("asked > answered"),
                "message flow \"Message_2\" comes from \"asked\", which sends no message;");
        refused(
                both(true).startsByMessage("begin").message("consider > begin"),
                "message flow \"Message_2\" would begin \"example\" once more;");
    }

    private static void refused(Example example, String because) {
        assertThatThrownBy(example::read).isInstanceOf(InvalidInput.class).hasMessageContaining(because);
    }
}
