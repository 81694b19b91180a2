package chancery.comparison;

import static chancery.comparison.PathBuilder.path;
import static chancery.office.Act.AUTHENTICATE;
import static chancery.office.Act.CLEAR;
import static chancery.office.Act.COPY;
import static chancery.office.Act.DRAFT;
import static chancery.office.Act.FILE;
import static chancery.office.Act.REGISTER;
import static chancery.office.Act.SIGN;
import static chancery.office.Act.TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import chancery.comparison.Comparison.Agreement;
import chancery.comparison.Comparison.Row;
import chancery.office.Act;
import chancery.office.Direction;
import chancery.path.Path;
import chancery.path.Step;
import chancery.path.StepKey;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ComparePathsTest {

    @Test
    void a_path_compared_with_itself_agrees_in_every_step() {
        Path path = path("a").does(DRAFT).does(SIGN).does(REGISTER).path();

        Comparison comparison = compare(path, path);

        assertThat(comparison.cost()).isZero();
        assertThat(comparison.rows(Agreement.SAME_STEP)).hasSize(3);
    }

    @Test
    void the_worked_example_of_the_documentation_holds() {
        Path left = path("a")
                .does(DRAFT)
                .does(SIGN)
                .after("draft")
                .does(TYPE)
                .after("draft")
                .path();
        Path right = path("b").does(DRAFT).does(TYPE).does(AUTHENTICATE, "seal").path();

        Comparison comparison = compare(left, right);

        assertThat(comparison.cost()).isEqualTo(4);
        assertThat(told(comparison)).containsExactly("draft = draft", "sign <", "type = type", "> seal");
    }

    @Test
    void unordered_steps_meet_those_of_the_other_path_in_either_order() {
        Path unordered = path("a").does(SIGN).does(TYPE).after().path();

        assertThat(compare(unordered, path("b").does(SIGN).does(TYPE).path()).cost())
                .isZero();
        assertThat(compare(unordered, path("b").does(TYPE).does(SIGN).path()).cost())
                .isZero();
    }

    @Test
    void steps_that_two_paths_have_in_opposite_order_cannot_both_meet() {
        Comparison comparison = compare(
                path("a").does(SIGN).does(TYPE).path(),
                path("b").does(TYPE).does(SIGN).path());

        assertThat(comparison.cost()).isEqualTo(4);
        assertThat(comparison.rows(Agreement.SAME_STEP)).hasSize(1);
    }

    @Test
    void the_same_act_as_another_step_agrees_for_one() {
        Comparison comparison = compare(
                path("a").does(CLEAR, "visa-of-head").path(),
                path("b").does(CLEAR, "visa-of-deputy").path());

        assertThat(comparison.cost()).isEqualTo(1);
        assertThat(told(comparison)).containsExactly("visa-of-head ~ visa-of-deputy");
    }

    @Test
    void an_incoming_registration_does_not_agree_with_an_outgoing_one() {
        Comparison comparison = compare(
                path("a").does(REGISTER, "in").going(Direction.INCOMING).path(),
                path("b").does(REGISTER, "out").going(Direction.OUTGOING).path());

        assertThat(comparison.cost()).isEqualTo(4);
        assertThat(told(comparison)).containsExactly("> out", "in <");
    }

    @Test
    void steps_alike_by_id_of_different_procedures_agree_only_by_act() {
        Comparison comparison = compare(
                path("a").by("soviet").does(SIGN).path(),
                path("b").by("american").does(SIGN).path());

        assertThat(comparison.cost()).isEqualTo(1);
        assertThat(told(comparison)).containsExactly("sign ~ sign");
    }

    @Test
    void the_same_step_is_preferred_to_the_same_act() {
        Comparison comparison = compare(
                path("a").does(CLEAR, "head").does(CLEAR, "deputy").after().path(),
                path("b").does(CLEAR, "deputy").path());

        assertThat(comparison.cost()).isEqualTo(2);
        assertThat(told(comparison)).containsExactly("head <", "deputy = deputy");
    }

    @Test
    void a_second_round_agrees_with_the_first_where_the_other_path_has_but_one() {
        Comparison comparison = compare(
                path("a").does(DRAFT).does(DRAFT, "draft#2").does(SIGN).path(),
                path("b").does(DRAFT).does(SIGN).path());

        assertThat(comparison.cost()).isEqualTo(2);
        assertThat(told(comparison)).containsExactly("draft = draft", "draft#2 <", "sign = sign");
    }

    @Test
    void foreseen_steps_are_left_out() {
        Comparison comparison = compare(
                path("a").does(DRAFT).does(FILE).foreseen().path(),
                path("b").does(DRAFT).path());

        assertThat(comparison.cost()).isZero();
        assertThat(told(comparison)).containsExactly("draft = draft");
    }

    @Test
    void a_path_without_steps_leaves_the_other_alone() {
        Comparison comparison = compare(path("a").path(), path("b").does(DRAFT).path());

        assertThat(comparison.cost()).isEqualTo(2);
        assertThat(told(comparison)).containsExactly("> draft");
    }

    @Test
    void a_step_of_the_right_alone_stands_after_the_one_that_it_follows_there() {
        Comparison comparison = compare(
                path("a").does(DRAFT).does(SIGN).does(COPY).path(),
                path("b")
                        .does(DRAFT)
                        .does(TYPE)
                        .does(SIGN)
                        .does(FILE)
                        .after("draft")
                        .path());

        assertThat(told(comparison)).containsExactly("draft = draft", "> type", "sign = sign", "> file", "copy <");
    }

    // ---- laws over seeded random paths ----

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_step_stands_in_one_row_and_rows_respect_both_orders(long seed) {
        Random random = new Random(seed);
        Path left = random("a", random);
        Path right = random("b", random);

        Comparison comparison = compare(left, right);

        assertOrder(left, comparison, Row::left);
        assertOrder(right, comparison, Row::right);
        assertThat(comparison.rows().stream()
                        .mapToInt(row -> row.agreement().cost())
                        .sum())
                .isEqualTo(comparison.cost());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_comparison_costs_the_same_from_either_side(long seed) {
        Random random = new Random(seed);
        Path left = random("a", random);
        Path right = random("b", random);

        assertThat(compare(left, right).cost()).isEqualTo(compare(right, left).cost());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_cost_is_the_least_over_all_orders_in_which_the_steps_can_have_happened(long seed) {
        Random random = new Random(seed);
        Path left = random("a", random);
        Path right = random("b", random);

        int least = orders(left.steps(), Set.of()).stream()
                .flatMap(one -> orders(right.steps(), Set.of()).stream().map(other -> distance(one, other)))
                .min(Integer::compare)
                .orElseThrow();

        assertThat(compare(left, right).cost()).isEqualTo(least);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_same_paths_give_the_same_bytes(long seed) {
        Random random = new Random(seed);
        Path left = random("a", random);
        Path right = random("b", random);

        assertThat(ComparisonJson.line(compare(left, right))).isEqualTo(ComparisonJson.line(compare(left, right)));
    }

    // ---- words of these tests ----

    private static Comparison compare(Path left, Path right) {
        return ComparePaths.compare(left, right).orElseThrow();
    }

    private static List<String> told(Comparison comparison) {
        return comparison.rows().stream()
                .map(row -> switch (row.agreement()) {
                    case SAME_STEP -> row.left().key() + " = " + row.right().key();
                    case SAME_ACT -> row.left().key() + " ~ " + row.right().key();
                    case ONLY_LEFT -> row.left().key() + " <";
                    case ONLY_RIGHT -> "> " + row.right().key();
                })
                .toList();
    }

    /** Up to six steps of few acts, each after some of those before it. */
    private static Path random(String name, Random random) {
        List<Act> acts = List.of(DRAFT, CLEAR, SIGN);
        PathBuilder path = path(name);
        List<String> ids = new ArrayList<>();
        int size = random.nextInt(6);
        for (int i = 0; i < size; i++) {
            Act act = acts.get(random.nextInt(acts.size()));
            String id = act.word() + "-" + random.nextInt(2);
            int round = (int) ids.stream().filter(known -> known.startsWith(id)).count() + 1;
            String key = round == 1 ? id : id + "#" + round;
            path.does(act, key)
                    .after(ids.stream().filter(before -> random.nextInt(3) == 0).toArray(String[]::new));
            ids.add(key);
        }
        return path.path();
    }

    private static void assertOrder(Path path, Comparison comparison, Function<Row, Step> side) {
        Set<StepKey> seen = new HashSet<>();
        for (Step step :
                comparison.rows().stream().map(side).filter(Objects::nonNull).toList()) {
            assertThat(seen).containsAll(step.after());
            assertThat(seen.add(step.key())).isTrue();
        }
        assertThat(seen).hasSameSizeAs(path.steps());
    }

    private static List<List<Step>> orders(List<Step> open, Set<StepKey> done) {
        if (open.isEmpty()) {
            return List.of(List.of());
        }
        List<List<Step>> orders = new ArrayList<>();
        for (Step step : open) {
            if (done.containsAll(step.after())) {
                Set<StepKey> further = new HashSet<>(done);
                further.add(step.key());
                List<Step> rest =
                        open.stream().filter(other -> !other.equals(step)).toList();
                for (List<Step> order : orders(rest, further)) {
                    List<Step> whole = new ArrayList<>(List.of(step));
                    whole.addAll(order);
                    orders.add(whole);
                }
            }
        }
        return orders;
    }

    /** Edit distance of two orders, by the textbook table and the costs that the documentation states. */
    private static int distance(List<Step> one, List<Step> other) {
        int[][] least = new int[one.size() + 1][other.size() + 1];
        for (int i = 0; i <= one.size(); i++) {
            for (int j = 0; j <= other.size(); j++) {
                if (i == 0 || j == 0) {
                    least[i][j] = 2 * (i + j);
                    continue;
                }
                Step left = one.get(i - 1);
                Step right = other.get(j - 1);
                int together = left.key().id().equals(right.key().id()) ? 0 : left.act() == right.act() ? 1 : 1000;
                least[i][j] = IntStream.of(least[i - 1][j] + 2, least[i][j - 1] + 2, least[i - 1][j - 1] + together)
                        .min()
                        .orElseThrow();
            }
        }
        return least[one.size()][other.size()];
    }
}
