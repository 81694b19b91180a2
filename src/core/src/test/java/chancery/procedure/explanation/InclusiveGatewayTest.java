package chancery.procedure.explanation;

import static chancery.path.EvidenceStatus.EVIDENCED;
import static chancery.path.EvidenceStatus.INFERRED;
import static chancery.path.EvidenceStatus.POSSIBLE;
import static chancery.procedure.explanation.Example.statuses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chancery.casefile.InvalidInput;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Paths follow inclusive gateways: one way, several, or the one that is taken if no other is. */
class InclusiveGatewayTest {
    private static Example ways() {
        return Example.procedure()
                .starts("begin")
                .ends("end")
                .tasks("draft", "sign", "initial", "dispatch")
                .inclusive("how", "done")
                .flow("begin > draft > how [signed] > sign > done > dispatch > end")
                .flow("how [initialed] > initial > done");
    }

    @Test
    void both_ways_may_be_gone() {
        assertThat(statuses(ways().mark("a", "attests: sign")
                        .mark("b", "attests: initial")
                        .mark("c", "attests: dispatch")
                        .path()))
                .containsExactly(
                        Map.entry("draft", INFERRED),
                        Map.entry("sign", EVIDENCED),
                        Map.entry("initial", EVIDENCED),
                        Map.entry("dispatch", EVIDENCED));
    }

    @Test
    void of_two_ways_at_least_one_is_gone_and_none_is_preferred() {
        assertThat(statuses(ways().mark("c", "attests: dispatch").path()))
                .containsEntry("sign", POSSIBLE)
                .containsEntry("initial", POSSIBLE)
                .containsEntry("dispatch", EVIDENCED);
    }

    @Test
    void with_one_way_shown_the_other_stays_possible() {
        assertThat(statuses(ways().mark("a", "attests: sign")
                        .mark("c", "attests: dispatch")
                        .path()))
                .containsEntry("sign", EVIDENCED)
                .containsEntry("initial", POSSIBLE);
    }

    @Test
    void one_way_alone_is_inferred_where_the_other_leads_past_nothing() {
        Example example = Example.procedure()
                .starts("begin")
                .ends("end")
                .tasks("draft", "sign", "dispatch")
                .inclusive("how", "done")
                .flow("begin > draft > how [signed] > sign > done > dispatch > end")
                .flow("how > done");

        assertThat(statuses(example.mark("c", "attests: dispatch").path()))
                .containsEntry("draft", INFERRED)
                .containsEntry("sign", POSSIBLE);
    }

    @Test
    void a_block_within_a_block_is_followed() {
        Example example = Example.procedure()
                .starts("begin")
                .ends("end")
                .tasks("draft", "sign", "initial", "copy", "dispatch")
                .inclusive("outer", "outerDone", "inner", "innerDone")
                .flow("begin > draft > outer [a] > inner [b] > sign > innerDone > outerDone > dispatch > end")
                .flow("inner [c] > initial > innerDone")
                .flow("outer [d] > copy > outerDone");

        assertThat(statuses(example.mark("x", "attests: initial")
                        .mark("y", "attests: copy")
                        .mark("z", "attests: dispatch")
                        .path()))
                .containsEntry("initial", EVIDENCED)
                .containsEntry("copy", EVIDENCED)
                .containsEntry("sign", POSSIBLE);
    }

    @Test
    void ways_that_do_not_meet_again_are_refused() {
        refused(
                Example.procedure()
                        .starts("begin")
                        .ends("end", "other")
                        .tasks("draft", "sign", "initial")
                        .inclusive("how")
                        .flow("begin > draft > how [signed] > sign > end")
                        .flow("how [initialed] > initial > other"),
                "inclusive gateway \"how\" has no inclusive gateway of its own in which all its ways meet again");
    }

    @Test
    void a_join_of_what_another_kind_of_gateway_split_is_refused() {
        refused(
                Example.procedure()
                        .starts("begin")
                        .ends("end")
                        .tasks("draft", "sign", "initial")
                        .choices("how")
                        .inclusive("done")
                        .flow("begin > draft > how [signed] > sign > done > end")
                        .flow("how [initialed] > initial > done"),
                "inclusive gateway \"done\" joins ways that no inclusive gateway split");
    }

    private static void refused(Example example, String because) {
        assertThatThrownBy(example::read)
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("example.bpmn:1: ")
                .hasMessageContaining(because);
    }
}
