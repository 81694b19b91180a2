package chancery.procedure.explanation;

import static chancery.path.EvidenceStatus.CONTRADICTED;
import static chancery.path.EvidenceStatus.EVIDENCED;
import static chancery.path.EvidenceStatus.INFERRED;
import static chancery.path.EvidenceStatus.NOT_EVIDENCED;
import static chancery.path.EvidenceStatus.POSSIBLE;
import static chancery.path.EvidenceStatus.PRESUMED;
import static chancery.procedure.explanation.Example.statuses;
import static chancery.procedure.explanation.Example.step;
import static org.assertj.core.api.Assertions.assertThat;

import chancery.path.Path;
import chancery.path.PathJson;
import chancery.path.Step;
import chancery.path.StepKey;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The rules of what a path is, one by one; the first examples are those of the design. */
class ExplainMarksTest {
    /** draft, sign, then beside each other the copy, and the submission with a decision by poll or at a sitting. */
    private static Example design() {
        return Example.procedure()
                .starts("begin")
                .ends("copied", "decided")
                .forks("both")
                .choices("how", "joined")
                .tasks("draft", "sign", "certify:authenticate", "registerCopy:register", "submit", "registerCc:receive")
                .tasks("poll:approve", "table:consider", "discuss:consider", "sitting:approve", "number:file")
                .rule("numeral", "numeral")
                .table("numeral", "numeral", "how", Map.of("poll", "Arabic", "meeting", "Roman"))
                .flow("begin > draft > sign > both > certify > registerCopy > copied")
                .flow("both > submit > registerCc > how [poll] > poll > joined")
                .flow("how [meeting] > table > discuss > sitting > joined > numeral > number > decided");
    }

    @Test
    void of_two_branches_only_the_one_that_a_mark_needs_is_entered() {
        Path path = design().mark("signature", "attests: sign")
                .mark("copy", "attests: register")
                .path();

        assertThat(statuses(path))
                .containsExactly(
                        Map.entry("draft", INFERRED),
                        Map.entry("sign", EVIDENCED),
                        Map.entry("certify", INFERRED),
                        Map.entry("registerCopy", EVIDENCED));
        assertThat(step(path, "submit").status()).isEqualTo(NOT_EVIDENCED);
        assertThat(step(path, "number").status()).isEqualTo(NOT_EVIDENCED);
        assertThat(path.waitsAt()).extracting("value").containsExactly("Task_submit");
    }

    @Test
    void a_decision_of_unknown_kind_leaves_both_kinds_possible_and_prefers_neither() {
        Path path = design().mark("signature", "attests: sign")
                .mark("copy", "attests: register")
                .mark("decision", "attests: approve")
                .path();

        assertThat(statuses(path))
                .containsEntry("submit", INFERRED)
                .containsEntry("registerCc", INFERRED)
                .containsEntry("poll", POSSIBLE)
                .containsEntry("table", POSSIBLE)
                .containsEntry("discuss", POSSIBLE)
                .containsEntry("sitting", POSSIBLE);
        assertThat(step(path, "poll").alternatives())
                .extracting(StepKey::toString)
                .containsExactly("Task_discuss", "Task_sitting", "Task_table");
        assertThat(path.waitsAt()).extracting("value").containsExactly("Task_registerCc");
    }

    @Test
    void an_arabic_numeral_means_a_poll_because_the_decision_table_says_so() {
        Path path = design().mark("signature", "attests: sign")
                .mark("decision", "attests: approve, shows: {numeral: Arabic}")
                .path();

        assertThat(statuses(path)).containsEntry("poll", EVIDENCED).doesNotContainKeys("table", "discuss", "sitting");
    }

    @Test
    void a_numeral_on_a_later_step_decides_the_choice_before_it() {
        Path path =
                design().mark("item", "attests: file, shows: {numeral: Roman}").path();

        assertThat(statuses(path))
                .containsEntry("table", INFERRED)
                .containsEntry("sitting", INFERRED)
                .doesNotContainKey("poll");
    }

    private static Example chain() {
        return Example.procedure()
                .starts("begin")
                .ends("end")
                .tasks("draft", "sign", "register", "dispatch")
                .flow("begin > draft > sign > register > dispatch > end");
    }

    @Test
    void nothing_is_run_past_the_last_explained_mark() {
        Path path = chain().mark("signature", "attests: sign").path();

        assertThat(statuses(path)).containsExactly(Map.entry("draft", INFERRED), Map.entry("sign", EVIDENCED));
        assertThat(path.waitsAt()).extracting("value").containsExactly("Task_register");
    }

    @Test
    void dates_that_exclude_each_other_contradict_both_marks() {
        Path path = chain().mark("signature", "attests: sign, date: 1955-01-20")
                .mark("number", "attests: register, date: 1955-01-17")
                .path();

        assertThat(statuses(path)).containsEntry("sign", CONTRADICTED).containsEntry("register", CONTRADICTED);
    }

    @Test
    void one_date_against_several_is_contradicted_and_they_are_not() {
        Path path = chain().mark("drafted", "attests: draft, date: 1955-01-16")
                .mark("signature", "attests: sign, date: 1955-01-20")
                .mark("number", "attests: register, date: 1955-01-21")
                .mark("dispatched", "attests: dispatch, date: 1955-01-01")
                .path();

        assertThat(path.unexplained()).isEmpty();
        assertThat(statuses(path)).containsEntry("register", EVIDENCED).containsEntry("dispatch", CONTRADICTED);
    }

    @Test
    void dates_that_overlap_do_not_order() {
        Path path = chain().mark("signature", "attests: sign, date: 1955-01-17")
                .mark("number", "attests: register, date: 1955-01")
                .path();

        assertThat(statuses(path)).containsEntry("sign", EVIDENCED).containsEntry("register", EVIDENCED);
    }

    @Test
    void a_mark_that_stands_after_another_cannot_explain_an_earlier_step() {
        Path path = chain().mark("signature", "attests: sign, after: [number]")
                .mark("number", "attests: register")
                .path();

        assertThat(statuses(path)).containsEntry("sign", CONTRADICTED).containsEntry("register", CONTRADICTED);
    }

    @Test
    void two_numbers_for_one_entry_contradict_each_other() {
        Path path = chain().mark("first", "attests: register, number: 83/M")
                .mark("second", "attests: register, number: 84/M")
                .path();

        assertThat(statuses(path)).containsEntry("register", CONTRADICTED);
        assertThat(step(path, "register").marks()).hasSize(2);
    }

    @Test
    void a_step_done_by_several_carries_a_bag_of_marks_of_different_days() {
        Path path = Example.procedure()
                .starts("begin")
                .ends("end")
                .tasks("draft")
                .shared("consider")
                .flow("begin > draft > consider > end")
                .mark("one", "attests: consider, date: 1955-01-17")
                .mark("two", "attests: consider, date: 1955-02-01")
                .path();

        assertThat(statuses(path)).containsEntry("consider", EVIDENCED);
        assertThat(step(path, "consider").earliest()).isEqualTo(LocalDate.of(1955, 1, 17));
        assertThat(step(path, "consider").latest()).isEqualTo(LocalDate.of(1955, 2, 1));
    }

    private static Example loop() {
        return Example.procedure()
                .starts("begin")
                .ends("end")
                .choices("again", "visa")
                .tasks("draft", "clear", "reject", "sign")
                .flow("begin > again > draft > clear > visa [granted] > sign > end")
                .flow("visa [refused] > reject > again");
    }

    @Test
    void no_refusal_is_assumed_that_no_mark_needs() {
        Path path = loop().mark("drafted", "attests: draft")
                .mark("signature", "attests: sign")
                .path();

        assertThat(statuses(path))
                .containsExactly(
                        Map.entry("draft", EVIDENCED), Map.entry("clear", INFERRED), Map.entry("sign", EVIDENCED));
    }

    @Test
    void a_loop_is_gone_round_again_where_a_mark_of_its_own_shows_it() {
        Path path = loop().mark("first", "attests: draft, date: 1955-01-10")
                .mark("refusal", "attests: reject, date: 1955-01-11")
                .mark("second", "attests: draft, date: 1955-01-12")
                .mark("signature", "attests: sign, date: 1955-01-13")
                .path();

        assertThat(statuses(path))
                .containsExactly(
                        Map.entry("draft", EVIDENCED),
                        Map.entry("clear", INFERRED),
                        Map.entry("reject", EVIDENCED),
                        Map.entry("draft#2", EVIDENCED),
                        Map.entry("clear#2", INFERRED),
                        Map.entry("sign", EVIDENCED));
    }

    @Test
    void dates_alone_show_no_second_round_but_a_conflict() {
        Path path = loop().mark("first", "attests: draft, date: 1955-01-10")
                .mark("second", "attests: draft, date: 1955-01-12")
                .mark("signature", "attests: sign, date: 1955-01-13")
                .path();

        assertThat(statuses(path))
                .containsExactly(
                        Map.entry("draft", CONTRADICTED), Map.entry("clear", INFERRED), Map.entry("sign", EVIDENCED));
        assertThat(path.contradictions())
                .singleElement()
                .satisfies(conflict -> assertThat(conflict.reason())
                        .contains("1955-01-10", "1955-01-12", "wrong by 2 days or more", "another round"));
    }

    @Test
    void a_doubtful_date_orders_nothing_and_its_conflict_is_told() {
        Path path = chain().mark("signature", "attests: sign, date: '1955-01-20?'")
                .mark("number", "attests: register, date: 1955-01-17")
                .path();

        assertThat(statuses(path)).containsEntry("sign", EVIDENCED).containsEntry("register", EVIDENCED);
        assertThat(path.contradictions())
                .singleElement()
                .satisfies(conflict ->
                        assertThat(conflict.reason()).contains("1955-01-20?", "1955-01-17", "wrong by 3 days or more"));
    }

    @Test
    void after_a_visa_it_waits_for_the_signature_since_a_refusal_is_not_assumed() {
        Path path = loop().mark("visa", "attests: clear").path();

        assertThat(path.waitsAt()).extracting("value").containsExactly("Task_sign");
    }

    @Test
    void a_start_in_the_middle_of_a_loop_does_not_turn_the_loop_round() {
        Path path = Example.procedure()
                .starts("begin", "late")
                .ends("end")
                .choices("again", "entry", "result")
                .tasks("draft", "submit", "amend", "approve")
                .flow("begin > again > draft > entry > submit > result [adopted] > approve > end")
                .flow("result [amended] > amend > again")
                .flow("late > entry")
                .mark("drafted", "attests: draft")
                .mark("decision", "attests: approve")
                .path();

        assertThat(statuses(path))
                .containsExactly(
                        Map.entry("draft", EVIDENCED), Map.entry("submit", INFERRED), Map.entry("approve", EVIDENCED));
    }

    @Test
    void what_runs_beside_a_task_does_not_say_that_the_task_was_done() {
        Path path = Example.procedure()
                .starts("begin")
                .ends("end", "copied")
                .tasks("sign", "submit", "copy")
                .boundary("asked", "submit", false)
                .flow("begin > sign > submit > end")
                .flow("asked > copy > copied")
                .mark("copied", "attests: copy")
                .path();

        assertThat(statuses(path)).containsExactly(Map.entry("sign", INFERRED), Map.entry("copy", EVIDENCED));
        assertThat(path.waitsAt()).extracting("value").containsExactly("Task_submit");
    }

    @Test
    void a_task_that_is_interrupted_is_not_completed_as_well() {
        Path path = Example.procedure()
                .starts("begin")
                .ends("end", "burned")
                .tasks("copy", "return", "destroy")
                .boundary("burning", "return", true)
                .flow("begin > copy > return > end")
                .flow("burning > destroy > burned")
                .mark("burned", "attests: destroy")
                .path();

        assertThat(statuses(path)).containsExactly(Map.entry("copy", INFERRED), Map.entry("destroy", EVIDENCED));
        assertThat(path.waitsAt()).isEmpty();
    }

    @Test
    void a_join_needs_both_of_its_branches() {
        Path path = Example.procedure()
                .starts("begin")
                .ends("end")
                .forks("fork", "join")
                .tasks("draft", "type", "sign")
                .flow("begin > fork > draft > join > sign > end")
                .flow("fork > type > join")
                .mark("signature", "attests: sign")
                .path();

        assertThat(statuses(path))
                .containsEntry("draft", INFERRED)
                .containsEntry("type", INFERRED)
                .containsEntry("sign", EVIDENCED);
        assertThat(step(path, "sign").after()).extracting(StepKey::toString).containsExactly("Task_draft", "Task_type");
    }

    @Test
    void a_procedure_that_explains_no_mark_gives_way_to_the_bare_acts() {
        Path path = chain().mark("one", "attests: deliver")
                .mark("two", "attests: report")
                .path();

        assertThat(path.result()).isEqualTo(Path.Result.BARE);
        assertThat(path.procedure()).isEqualTo(Path.NO_PROCEDURE);
        assertThat(path.steps()).extracting(Step::status).containsOnly(EVIDENCED);
        assertThat(path.steps()).extracting(step -> step.act().word()).containsExactly("deliver", "report");
        assertThat(path.headline()).contains("explains no mark of this document");
    }

    @Test
    void marks_that_the_procedure_has_no_step_for_stay_unexplained_beside_the_others() {
        Path path = chain().mark("signature", "attests: sign")
                .mark("one", "attests: deliver")
                .mark("two", "attests: report")
                .path();

        assertThat(path.result()).isEqualTo(Path.Result.DESCRIBED);
        assertThat(path.unexplained()).extracting(mark -> mark.mark().value()).containsExactly("one", "two");
    }

    @Test
    void an_inferred_step_names_its_premise_and_lies_between_its_neighbours() {
        Path path = chain().mark("drafted", "attests: draft, date: 1955-01-10")
                .mark("number", "attests: register, date: 1955-01-17")
                .path();

        assertThat(step(path, "sign").reason())
                .isEqualTo("inferred from example, a step (Handbook), medium confidence:"
                        + " every explanation of the marks has it before \"register\"");
        assertThat(step(path, "sign").earliest()).isEqualTo(LocalDate.of(1955, 1, 10));
        assertThat(step(path, "sign").latest()).isEqualTo(LocalDate.of(1955, 1, 17));
    }

    @Test
    void of_two_steps_without_marks_the_sourced_is_inferred_and_the_assumed_presumed() {
        Path path = chain().assumed("sign").mark("number", "attests: register").path();

        assertThat(statuses(path))
                .containsExactly(
                        Map.entry("draft", INFERRED), Map.entry("sign", PRESUMED), Map.entry("register", EVIDENCED));
        assertThat(path.headline()).contains(": 1 evidenced, 1 inferred, 1 presumed, 1 not evidenced;");
    }

    @Test
    void a_presumed_step_says_that_the_diagram_assumes_it() {
        Path path = chain().assumed("sign").mark("number", "attests: register").path();

        assertThat(step(path, "sign").reason())
                .isEqualTo(
                        "presumed by example, a step (assumed), medium confidence: every explanation of the marks has"
                                + " it before \"register\", but the diagram assumes it; no source says that it must happen");
    }

    @Test
    void an_assumed_step_is_evidenced_by_a_mark_possible_without_need_and_foreseen_behind() {
        Path path = design().assumed("sign", "poll", "certify")
                .mark("signature", "attests: sign")
                .mark("decision", "attests: approve")
                .path();

        assertThat(statuses(path)).containsEntry("sign", EVIDENCED).containsEntry("poll", POSSIBLE);
        assertThat(step(path, "certify").status()).isEqualTo(NOT_EVIDENCED);
    }

    @Test
    void a_mark_that_may_belong_elsewhere_makes_a_presumed_step_no_surer() {
        Path path = Example.procedure()
                .starts("begin")
                .ends("end")
                .tasks("draft", "again:draft", "sign")
                .assumed("draft", "again")
                .flow("begin > draft > again > sign > end")
                .mark("drafted", "attests: draft")
                .mark("signature", "attests: sign")
                .path();

        assertThat(statuses(path))
                .containsExactly(
                        Map.entry("draft", PRESUMED), Map.entry("again", PRESUMED), Map.entry("sign", EVIDENCED));
        assertThat(step(path, "draft").marks()).hasSize(1);
        assertThat(step(path, "draft").certainty()).isEqualTo("medium");
    }

    @Test
    void a_presumed_step_lies_on_every_explanation_and_so_in_no_branch() {
        Path path = design().assumed("submit", "registerCc")
                .mark("signature", "attests: sign")
                .mark("decision", "attests: approve")
                .path();

        assertThat(statuses(path)).containsEntry("submit", PRESUMED).containsEntry("registerCc", PRESUMED);
        assertThat(path.branches())
                .isNotEmpty()
                .allSatisfy(branch ->
                        assertThat(branch.steps()).extracting(Step::status).containsOnly(POSSIBLE));
        assertThat(path.doneLast()).extracting(Step::label).containsExactly("sign");
    }

    @Test
    void the_same_dossier_gives_the_same_bytes() {
        Example example = design().mark("decision", "attests: approve").mark("copy", "attests: register");

        assertThat(PathJson.line(example.path())).isEqualTo(PathJson.line(example.path()));
    }

    @Test
    void past_the_bound_of_states_nothing_is_guessed() {
        Example wide = Example.procedure()
                .starts("begin")
                .ends("end")
                .forks("fork", "join")
                .flow("begin > fork")
                .flow("join > end");
        for (int branch = 0; branch < 20; branch++) {
            wide.tasks("a" + branch + ":draft", "b" + branch + ":sign")
                    .flow("fork > a" + branch + " > b" + branch + " > join");
        }
        for (int mark = 0; mark < 20; mark++) {
            wide.mark("m" + mark, "attests: draft").mark("n" + mark, "attests: sign");
        }

        assertThat(wide.path().result()).isEqualTo(Path.Result.NOT_COMPUTED);
    }

    @Test
    void decisions_that_gateways_ask_for_are_given_with_the_task_before_them() {
        Script script = design().mark("decision", "attests: approve, shows: {numeral: Arabic}")
                .reconstruct()
                .script()
                .orElseThrow();

        Script.Command before = script.commands().stream()
                .filter(command -> command.node().equals("Task_registerCc"))
                .findFirst()
                .orElseThrow();
        assertThat(before.decisions()).isEqualTo(Map.of("how", "poll"));
        assertThat(script.commands()).extracting(Script.Command::node).endsWith("Task_poll");
    }

    @Test
    void the_foreseen_run_comes_to_its_end_and_lists_what_it_assumed() {
        Script script = design().mark("signature", "attests: sign")
                .reconstruct()
                .foreseen()
                .orElseThrow();

        assertThat(script.waitsAt()).isEqualTo(List.of());
        assertThat(script.assumed()).containsExactly("how = poll");
        assertThat(script.commands()).extracting(Script.Command::node).contains("Task_registerCopy", "Task_number");
    }
}
