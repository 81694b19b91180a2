package chancery.comparison;

import static chancery.comparison.PathBuilder.path;
import static chancery.office.Act.APPROVE;
import static chancery.office.Act.CLEAR;
import static chancery.office.Act.CONSIDER;
import static chancery.office.Act.DRAFT;
import static chancery.office.Act.FILE;
import static chancery.office.Act.REGISTER;
import static chancery.office.Act.REJECT;
import static chancery.office.Act.SIGN;
import static chancery.office.Act.SUBMIT;
import static chancery.office.Act.TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import chancery.comparison.Difference.Kind;
import chancery.comparison.alignment.StepCosts;
import chancery.office.Way;
import chancery.path.EvidenceStatus;
import chancery.path.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Each kind of difference, planted by one edit, is the one that is found. */
class FindDifferencesTest {
    private static final StepCosts COSTS = StepCosts.standard();

    /** Drafted and typed in the department, registered and decided by the board, filed. */
    private static PathBuilder paper(String name) {
        return path(name)
                .does(DRAFT)
                .at("department")
                .on("1955-01-10")
                .does(TYPE)
                .at("department")
                .on("1955-01-11")
                .does(REGISTER)
                .at("board")
                .on("1955-01-12")
                .numbered("12");
    }

    private static PathBuilder decided(PathBuilder paper) {
        return paper.does(APPROVE).at("board").on("1955-01-14").decidedBy(Way.POLL);
    }

    private static Path whole(String name) {
        return decided(paper(name).numbered("12" + name)).path();
    }

    @Test
    void papers_that_went_the_same_way_differ_in_nothing() {
        assertThat(said(whole("a"), whole("b"))).isEmpty();
    }

    @Test
    void a_step_that_only_one_has() {
        Path more = decided(paper("b").numbered("12b").does(SUBMIT).at("board").on("1955-01-13"))
                .path();

        assertThat(said(whole("a"), more))
                .containsExactly("b alone has “submit” (board, 1955-01-13, evidenced). [row 4; cost 4]");
        assertThat(said(more, whole("a")))
                .containsExactly("b alone has “submit” (board, 1955-01-13, evidenced). [row 4; cost 4]");
    }

    @Test
    void a_step_that_the_other_foresees() {
        Path foreseen = decided(paper("b").numbered("12b"))
                .does(FILE)
                .held(EvidenceStatus.NOT_EVIDENCED)
                .path();
        Path filed = decided(paper("a").numbered("12a"))
                .does(FILE)
                .at("board")
                .on("1955-01-14")
                .path();

        assertThat(said(filed, foreseen))
                .containsExactly("a alone has “file” (board, 1955-01-14, evidenced); b foresees it, and nothing"
                        + " shows it. [row 5; cost 4]");
    }

    @Test
    void a_step_that_one_repeats() {
        Path once = path("a").does(DRAFT).does(TYPE).does(SIGN).path();
        Path again =
                path("b").does(DRAFT).does(TYPE).does(TYPE, "type#2").does(SIGN).path();

        assertThat(said(once, again)).containsExactly("“type” stands once in a and twice in b. [rows 2, 3; cost 4]");
        assertThat(said(again, once)).containsExactly("“type” stands twice in b and once in a. [rows 2, 3; cost 4]");
    }

    @Test
    void the_same_act_at_another_office() {
        Path elsewhere =
                path("b").does(DRAFT).does(CLEAR).at("treasury").does(SIGN).path();
        Path here = path("a").does(DRAFT).does(CLEAR).at("colony").does(SIGN).path();

        assertThat(said(here, elsewhere))
                .containsExactly("“clear” falls to colony in a, to treasury in b. [row 2; cost 1]");
    }

    @Test
    void two_steps_in_another_order() {
        Path signedFirst =
                path("a").does(DRAFT).does(SIGN).does(CLEAR).does(FILE).path();
        Path clearedFirst =
                path("b").does(DRAFT).does(CLEAR).does(SIGN).does(FILE).path();

        assertThat(said(signedFirst, clearedFirst))
                .containsExactly("“sign” comes before “clear” in a and after it in b. [rows 2, 3, 4; cost 8]");
        assertThat(said(clearedFirst, signedFirst))
                .containsExactly("“clear” comes before “sign” in b and after it in a. [rows 2, 3, 4; cost 8]");
    }

    @Test
    void two_steps_in_another_order_at_other_offices() {
        Path clearedLast =
                path("a").does(DRAFT).does(SIGN).does(CLEAR).at("treasury").path();
        Path clearedFirst =
                path("b").does(DRAFT).does(CLEAR).at("colony").does(SIGN).path();

        assertThat(said(clearedLast, clearedFirst))
                .containsExactly("“clear” comes after “sign” in a and before it in b; it falls to treasury in a, to"
                        + " colony in b. [rows 2, 3, 4; cost 8]");
    }

    @Test
    void another_step_of_the_same_act() {
        assertThat(said(
                        path("a").does(SIGN, "sign-note").path(),
                        path("b").does(SIGN, "sign-copy").path()))
                .containsExactly(
                        "a has “sign-note” where b has “sign-copy”, the same act at the same office. [row 1; cost 0]");
        assertThat(kinds(
                        path("a").does(SIGN, "sign-note").path(),
                        path("b").by("elsewhere").does(SIGN, "sign-copy").path()))
                .isEmpty();
    }

    @Test
    void rounds_of_both_sides_are_not_called_repetition() {
        Path left = path("a").does(DRAFT).does(DRAFT, "draft#2").does(SIGN).path();
        Path right = path("b").does(DRAFT).does(SIGN).does(DRAFT, "draft#2").path();

        assertThat(kinds(left, right)).containsExactly(Kind.OTHER_ORDER);
    }

    @Test
    void a_round_that_the_other_answers_with_another_act_is_none_of_it() {
        Path left = path("a").does(DRAFT).does(SIGN).does(DRAFT, "draft#2").path();
        Path right = path("b").does(TYPE).does(SIGN).path();

        assertThat(said(left, right))
                .containsExactly(
                        "a has “draft” (drafted) where b has “type” (typed), in the same phase. [row 1; cost 7]",
                        "a alone has “draft#2 (2)” (office, evidenced). [row 3; cost 4]");
    }

    @ParameterizedTest
    @EnumSource(names = {"INFERRED", "PRESUMED", "POSSIBLE"})
    void what_no_mark_attests_on_either_side_is_said_to_be_so(EvidenceStatus held) {
        assertThat(said(
                        path("a").does(CLEAR).at("colony").held(held).path(),
                        path("b").does(CLEAR).at("treasury").held(held).path()))
                .containsExactly("“clear” falls to colony in a, to treasury in b; only " + held.word()
                        + " in both. [row 1; cost 1]");
    }

    @Test
    void a_dispute_alone_is_told() {
        assertThat(said(
                        path("a").does(DRAFT).disputed().path(),
                        path("b").does(DRAFT).path()))
                .containsExactly("“draft” is evidenced (disputed) in a and evidenced in b. [row 1; cost 0]");
    }

    @Test
    void poll_and_sitting_are_told_once_of_a_decision_and_what_leads_to_it() {
        Path poll = path("a")
                .does(CONSIDER)
                .decidedBy(Way.POLL)
                .does(APPROVE)
                .decidedBy(Way.POLL)
                .path();
        Path sitting = path("b")
                .does(CONSIDER)
                .decidedBy(Way.SITTING)
                .does(APPROVE)
                .decidedBy(Way.SITTING)
                .path();

        assertThat(said(poll, sitting))
                .containsExactly("The decision was sought by circulation in a (“approve”) and at a sitting in b"
                        + " (“approve”). [rows 1, 2; cost 0]");
    }

    @Test
    void something_else_in_the_same_phase() {
        assertThat(said(
                        path("a").does(DRAFT).does(SIGN).path(),
                        path("b").does(TYPE).does(SIGN).path()))
                .containsExactly(
                        "a has “draft” (drafted) where b has “type” (typed), in the same phase. [row 1; cost 7]");
    }

    @Test
    void a_decision_that_goes_the_other_way() {
        assertThat(said(
                        path("a").does(DRAFT).does(APPROVE).path(),
                        path("b").does(DRAFT).does(REJECT).path()))
                .containsExactly("The decision went otherwise: approved in a (“approve”), rejected in b (“reject”)."
                        + " [row 2; cost 7]");
    }

    @Test
    void a_decision_by_poll_and_one_at_a_sitting() {
        assertThat(said(
                        path("a").does(CONSIDER).decidedBy(Way.POLL).path(),
                        path("b").does(CONSIDER).decidedBy(Way.SITTING).path()))
                .containsExactly("The decision was sought by circulation in a (“consider”) and at a sitting in b"
                        + " (“consider”). [row 1; cost 0]");
    }

    @Test
    void a_decision_at_another_level() {
        assertThat(said(
                        path("a").does(APPROVE).at("Presidium").path(),
                        path("b").does(APPROVE).at("Secretariat").path()))
                .containsExactly("The decision lies at another level: with Presidium in a (“approve”), with"
                        + " Secretariat in b (“approve”). [row 1; cost 1]");
    }

    @Test
    void a_longer_wait() {
        Path quick = paper("a")
                .numbered("12a")
                .does(FILE)
                .at("archive")
                .on("1955-01-14")
                .path();
        Path slow = paper("b")
                .numbered("12b")
                .does(FILE)
                .at("archive")
                .on("1955-02-14/1955-02-16")
                .path();

        assertThat(said(quick, slow))
                .containsExactly(
                        "The paper lay 2 days at board in a, 33 to 35 days at board in b. [rows 3, 4; cost 0]");
    }

    @Test
    void nobody_knows_how_long_the_last_office_kept_it() {
        Path slow = paper("b")
                .numbered("12b")
                .does(APPROVE)
                .at("board")
                .on("1955-02-14")
                .decidedBy(Way.POLL)
                .path();

        assertThat(said(whole("a"), slow)).isEmpty();
    }

    @Test
    void waits_that_may_be_equally_long_are_not_told() {
        Path quick = paper("a")
                .numbered("12a")
                .does(FILE)
                .at("archive")
                .on("1955-01-14")
                .path();
        Path maybe = paper("b")
                .numbered("12b")
                .does(FILE)
                .at("archive")
                .on("1955-01-14/1955-02-16")
                .path();

        assertThat(said(quick, maybe)).isEmpty();
    }

    @Test
    void a_step_that_is_better_known_here_than_there() {
        Path evidenced = path("a").does(DRAFT).does(SIGN).path();
        Path inferred =
                path("b").does(DRAFT).does(SIGN).held(EvidenceStatus.INFERRED).path();
        Path presumed =
                path("c").does(DRAFT).does(SIGN).held(EvidenceStatus.PRESUMED).path();

        assertThat(said(evidenced, inferred))
                .containsExactly("“sign” is evidenced in a and only inferred in b. [row 2; cost 1]");
        assertThat(said(inferred, presumed))
                .containsExactly("“sign” is only inferred in b and only presumed in c. [row 2; cost 1]");
    }

    @Test
    void a_dispute_is_told_with_what_is_known() {
        Path possible = path("b").does(DRAFT).held(EvidenceStatus.POSSIBLE).path();

        assertThat(said(path("a").does(DRAFT).disputed().path(), possible))
                .containsExactly("“draft” is evidenced (disputed) in a and only possible in b. [row 1; cost 3]");
    }

    @Test
    void one_number_claimed_by_both() {
        Path claims = decided(paper("b")).path();

        assertThat(said(decided(paper("a")).path(), claims))
                .containsExactly("Both claim number 12 of board: “register” in a, “register” in b. [row 3; cost 0]");
    }

    @Test
    void numbers_of_different_years_or_registers_are_not_claimed_by_both() {
        Path paper = path("a")
                .does(REGISTER)
                .at("board")
                .on("1955-01-12")
                .numbered("12")
                .path();

        assertThat(kinds(
                        paper,
                        path("b")
                                .does(REGISTER)
                                .at("board")
                                .on("1956")
                                .numbered("12")
                                .path()))
                .isEmpty();
        assertThat(kinds(
                        paper,
                        path("b")
                                .does(REGISTER)
                                .at("court")
                                .on("1955")
                                .numbered("12")
                                .path()))
                .containsExactly(Kind.OTHER_OFFICE);
    }

    @Test
    void a_document_does_not_claim_its_own_number_twice() {
        assertThat(said(
                        decided(paper("a")).path(),
                        decided(paper("a").read("other")).path()))
                .isEmpty();
    }

    @Test
    void readings_of_one_case_are_told_apart_by_name() {
        assertThat(said(
                        path("a").does(DRAFT).does(SIGN).path(),
                        path("a").read("other").does(DRAFT).path()))
                .containsExactly("a alone has “sign” (office, evidenced). [row 2; cost 4]");
        assertThat(said(
                        path("a").does(DRAFT).path(),
                        path("a").read("other").does(DRAFT).does(SIGN).path()))
                .containsExactly("a [other] alone has “sign” (office, evidenced). [row 2; cost 4]");
    }

    @Test
    void who_signs_comes_first_then_what_is_attested_then_the_dearer() {
        Path left = path("a")
                .does(DRAFT)
                .held(EvidenceStatus.INFERRED)
                .does(TYPE)
                .does(CLEAR)
                .at("colony")
                .held(EvidenceStatus.INFERRED)
                .does(SIGN)
                .at("colony")
                .does(FILE)
                .path();
        Path right = path("b")
                .does(DRAFT)
                .does(CLEAR)
                .held(EvidenceStatus.INFERRED)
                .does(SIGN)
                .does(FILE)
                .path();

        assertThat(kinds(left, right))
                .containsExactly(Kind.OTHER_OFFICE, Kind.OTHER_OFFICE, Kind.ONLY_LEFT, Kind.KNOWN_OTHERWISE);
        assertThat(said(left, right).get(0)).startsWith("“sign”");
    }

    @Test
    void without_weights_the_dearest_comes_first_then_the_better_attested_then_the_earlier() {
        Comparison comparison = compare(
                path("a")
                        .does(DRAFT)
                        .held(EvidenceStatus.INFERRED)
                        .does(TYPE)
                        .does(SIGN)
                        .at("colony")
                        .path(),
                path("b").does(DRAFT).does(SIGN).path());

        assertThat(FindDifferences.of(comparison, COSTS, new Weights(java.util.Map.of(), java.util.Map.of(), 0)))
                .extracting(Difference::kind)
                .containsExactly(Kind.ONLY_LEFT, Kind.OTHER_OFFICE, Kind.KNOWN_OTHERWISE);
    }

    @Test
    void a_decision_weighs_more_than_a_registration_and_that_more_than_a_formality() {
        Comparison comparison = compare(
                path("a")
                        .does(DRAFT)
                        .does(REGISTER)
                        .at("colony")
                        .does(APPROVE)
                        .at("colony")
                        .does(FILE)
                        .path(),
                path("b").does(DRAFT).does(REGISTER).does(APPROVE).path());

        assertThat(FindDifferences.of(comparison, COSTS, Weights.standard()))
                .extracting(Difference::kind)
                .containsExactly(Kind.OTHER_LEVEL, Kind.OTHER_OFFICE, Kind.ONLY_LEFT);
    }

    @Test
    void a_sentence_names_the_marks_behind_it() {
        Comparison comparison = compare(
                path("a").does(DRAFT).does(SIGN).path(), path("b").does(DRAFT).path());

        Difference difference =
                FindDifferences.of(comparison, COSTS, Weights.standard()).get(0);

        assertThat(difference.leftMarks()).hasToString("[mark-sign]");
        assertThat(difference.rightMarks()).isEmpty();
    }

    static LongStream seeds() {
        return LongStream.range(0, 200);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_costs_of_the_differences_sum_up_to_the_distance(long seed) {
        Random random = new Random(seed);
        Path left = RandomPaths.partial("a", random.nextInt(9), random);
        Path right = RandomPaths.partial("b", random.nextInt(9), random);

        Comparison comparison = compare(left, right);

        assertThat(FindDifferences.of(comparison, COSTS, Weights.standard()).stream()
                        .mapToInt(Difference::cost)
                        .sum())
                .isEqualTo(comparison.cost());
    }

    // ---- words of these tests ----

    private static Comparison compare(Path left, Path right) {
        return new ComparePaths(COSTS).compare(left, right).orElseThrow();
    }

    private static List<Kind> kinds(Path left, Path right) {
        return FindDifferences.of(compare(left, right), COSTS, Weights.standard()).stream()
                .map(Difference::kind)
                .toList();
    }

    /** The sentences, with the rows behind them, from 1, and their costs. */
    private static List<String> said(Path left, Path right) {
        Comparison comparison = compare(left, right);
        Sentences sentences = Sentences.inEnglish();
        return FindDifferences.of(comparison, COSTS, Weights.standard()).stream()
                .map(difference -> sentences.of(difference, comparison)
                        + " [" + (difference.rows().size() == 1 ? "row " : "rows ")
                        + String.join(
                                ", ",
                                difference.rows().stream()
                                        .map(row -> String.valueOf(row + 1))
                                        .toList())
                        + "; cost " + difference.cost() + "]")
                .toList();
    }
}
