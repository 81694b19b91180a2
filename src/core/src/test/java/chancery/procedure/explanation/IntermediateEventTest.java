package chancery.procedure.explanation;

import static chancery.path.EvidenceStatus.EVIDENCED;
import static chancery.path.EvidenceStatus.INFERRED;
import static chancery.procedure.explanation.Example.statuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chancery.casefile.InvalidInput;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Paths follow intermediate events of all common kinds. */
class IntermediateEventTest {
    private static Example with(Example example) {
        return example.starts("begin")
                .ends("end")
                .tasks("draft", "dispatch")
                .flow("begin > draft > event > dispatch > end");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "message", "signal", "escalation"})
    void what_is_thrown_holds_nothing_up(String what) {
        Example example = with(Example.procedure().throwing("event", what));

        assertThat(commands(example.mark("a", "attests: dispatch"))).containsExactly("Task_draft", "Task_dispatch");
    }

    @ParameterizedTest
    @ValueSource(strings = {"message", "signal", "${answer == 'yes'}"})
    void what_is_caught_is_waited_for(String what) {
        Example example = with(Example.procedure().catching("event", what)).mark("a", "attests: dispatch");

        assertThat(statuses(example.path()))
                .containsExactly(Map.entry("draft", INFERRED), Map.entry("dispatch", EVIDENCED));
        assertThat(commands(example)).containsExactly("Task_draft", "event", "Task_dispatch");
    }

    private static java.util.List<String> commands(Example example) {
        return example.reconstruct().script().orElseThrow().commands().stream()
                .map(Script.Command::node)
                .toList();
    }

    @Test
    void a_link_is_a_jump() {
        assertThat(statuses(jumping().mark("a", "attests: dispatch").path()))
                .containsExactly(Map.entry("draft", INFERRED), Map.entry("dispatch", EVIDENCED));
    }

    private static Example jumping() {
        return Example.procedure()
                .starts("begin")
                .ends("end")
                .tasks("draft", "dispatch")
                .throwing("jump", "link:onward")
                .catching("landing", "link:onward")
                .flow("begin > draft > jump")
                .flow("landing > dispatch > end");
    }

    @Test
    void a_link_that_leads_back_closes_a_loop() {
        Example example = Example.procedure()
                .starts("begin")
                .ends("end")
                .tasks("draft", "amend", "sign")
                .choices("how", "merge")
                .throwing("back", "link:again")
                .catching("again", "link:again")
                .flow("begin > again")
                .flow("again > draft > how [good] > sign > end")
                .flow("how [bad] > amend > back");

        assertThat(statuses(example.mark("a", "attests: amend")
                        .mark("b", "attests: sign")
                        .path()))
                .containsOnlyKeys("draft", "amend", "draft#2", "sign");
    }

    @Test
    void a_link_that_nobody_catches_is_refused() {
        Example example = jumping().catching("landing", "link:elsewhere");

        assertThatThrownBy(example::read)
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith(
                        "example.bpmn:1: \"jump\" throws the link \"onward\", which 0 events in its process");
    }

    @Test
    void an_event_of_another_kind_is_refused() {
        Example example = with(Example.procedure().catching("event", "escalation"));

        assertThatThrownBy(example::read)
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("\"event\" is an intermediate catch event, which paths cannot follow");
    }
}
