package chancery.comparison;

import static chancery.comparison.PathBuilder.path;
import static chancery.office.Act.AUTHENTICATE;
import static chancery.office.Act.CLEAR;
import static chancery.office.Act.COPY;
import static chancery.office.Act.DISPATCH;
import static chancery.office.Act.DRAFT;
import static chancery.office.Act.FILE;
import static chancery.office.Act.REGISTER;
import static chancery.office.Act.SIGN;
import static chancery.office.Act.TYPE;
import static org.assertj.core.api.Assertions.assertThat;

import chancery.comparison.Comparison.Agreement;
import chancery.comparison.Comparison.Row;
import chancery.comparison.alignment.AlignPaths;
import chancery.comparison.alignment.OrderedPath;
import chancery.comparison.alignment.StepCosts;
import chancery.comparison.page.ComparisonJson;
import chancery.office.Direction;
import chancery.path.EvidenceStatus;
import chancery.path.Path;
import chancery.path.Step;
import chancery.path.StepKey;
import java.time.LocalDate;
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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ComparePathsTest {
    private static final StepCosts COSTS = StepCosts.standard();

    @Test
    void a_path_compared_with_itself_agrees_in_every_step() {
        Path path = path("a").does(DRAFT).does(SIGN).does(REGISTER).path();

        Comparison comparison = compare(path, path);

        assertThat(comparison.cost()).isZero();
        assertThat(comparison.rows(Agreement.SAME)).hasSize(3);
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

        // sign might also be set against seal, an act of the same phase, for 7
        assertThat(told(comparison)).containsExactly("draft = draft", "type = type", "sign ≠ seal");
        assertThat(comparison.cost()).isEqualTo(7);
    }

    @Test
    void unordered_steps_meet_those_of_the_other_path_in_either_order() {
        Path unordered = path("a").does(SIGN).does(TYPE).after().path();

        assertThat(compare(unordered, path("b").does(SIGN).does(TYPE).path()).cost())
                .isZero();
        assertThat(compare(unordered, path("b").does(TYPE).does(SIGN).path()).cost())
                .isZero();
        assertThat(compare(unordered, unordered).openLeft()).hasSize(2);
    }

    @Test
    void of_steps_that_exclude_each_other_none_is_open() {
        Path path = path("a")
                .does(SIGN)
                .held(EvidenceStatus.POSSIBLE)
                .excludes("type")
                .does(TYPE)
                .held(EvidenceStatus.POSSIBLE)
                .excludes("sign")
                .after()
                .path();

        assertThat(compare(path, path).openLeft()).isEmpty();
    }

    @Test
    void dates_order_what_the_procedure_leaves_open() {
        Path ordered = path("a")
                .does(SIGN)
                .on("1955-01-17")
                .does(TYPE)
                .after()
                .on("1955-01-18")
                .path();

        Comparison comparison = compare(ordered, path("b").does(TYPE).does(SIGN).path());

        assertThat(comparison.cost()).isEqualTo(8);
        assertThat(comparison.openLeft()).isEmpty();
    }

    @Test
    void dates_that_overlap_leave_the_order_open() {
        Path open = path("a")
                .does(SIGN)
                .on("1955-01")
                .does(TYPE)
                .after()
                .on("1955-01-18")
                .path();

        assertThat(compare(open, path("b").does(TYPE).does(SIGN).path()).cost()).isZero();
    }

    @Test
    void a_date_that_contradicts_the_procedure_orders_nothing() {
        Path contrary = path("a")
                .does(SIGN)
                .on("1955-01-18")
                .does(TYPE)
                .on("1955-01-17")
                .path();

        assertThat(compare(contrary, path("b").does(SIGN).does(TYPE).path()).cost())
                .isZero();
    }

    @Test
    void steps_that_two_paths_have_in_opposite_order_cannot_both_meet() {
        Comparison comparison = compare(
                path("a").does(SIGN).does(TYPE).path(),
                path("b").does(TYPE).does(SIGN).path());

        assertThat(comparison.cost()).isEqualTo(8);
        assertThat(comparison.rows(Agreement.SAME)).hasSize(1);
    }

    @Test
    void the_same_act_at_another_office_costs_one() {
        Comparison comparison = compare(
                path("a").does(CLEAR, "visa-of-head").at("department").path(),
                path("b").does(CLEAR, "visa-of-deputy").at("secretariat").path());

        assertThat(comparison.cost()).isEqualTo(1);
        assertThat(told(comparison)).containsExactly("visa-of-head ~ visa-of-deputy");
    }

    @Test
    void registrations_of_different_directions_are_different_acts() {
        Comparison comparison = compare(
                path("a").does(REGISTER, "in").going(Direction.INCOMING).path(),
                path("b").does(REGISTER, "out").going(Direction.OUTGOING).path());

        assertThat(comparison.cost()).isEqualTo(7);
        assertThat(told(comparison)).containsExactly("in ≠ out");
    }

    @Test
    void acts_of_different_phases_are_never_set_against_each_other() {
        Comparison comparison =
                compare(path("a").does(DRAFT).path(), path("b").does(DISPATCH).path());

        assertThat(comparison.cost()).isEqualTo(8);
        assertThat(told(comparison)).containsExactly("draft <", "> dispatch");
    }

    @ParameterizedTest
    @CsvSource({"CONTRADICTED, 0", "INFERRED, 1", "PRESUMED, 2", "POSSIBLE, 3"})
    void a_step_of_unlike_standing_costs_the_difference_of_their_gaps(EvidenceStatus standing, int cost) {
        Comparison comparison = compare(
                path("a").does(DRAFT).path(),
                path("b").does(DRAFT).held(standing).path());

        assertThat(comparison.cost()).isEqualTo(cost);
        assertThat(told(comparison)).containsExactly("draft = draft");
    }

    @Test
    void the_same_step_of_one_procedure_is_preferred_to_the_same_act() {
        Path left = path("a").does(CLEAR, "head").does(CLEAR, "deputy").path();

        assertThat(told(compare(left, path("b").does(CLEAR, "deputy").path())))
                .containsExactly("head <", "deputy = deputy");
        assertThat(told(compare(
                        left, path("b").by("elsewhere").does(CLEAR, "deputy").path())))
                .containsExactly("head = deputy", "deputy <");
    }

    @Test
    void foreseen_steps_are_left_out() {
        Comparison comparison = compare(
                path("a")
                        .does(DRAFT)
                        .does(FILE)
                        .held(EvidenceStatus.NOT_EVIDENCED)
                        .path(),
                path("b").does(DRAFT).path());

        assertThat(comparison.cost()).isZero();
        assertThat(told(comparison)).containsExactly("draft = draft");
    }

    @Test
    void a_path_without_steps_leaves_the_other_alone() {
        Comparison comparison = compare(path("a").path(), path("b").does(DRAFT).path());

        assertThat(comparison.cost()).isEqualTo(4);
        assertThat(told(comparison)).containsExactly("> draft");
    }

    @Test
    void five_thousand_steps_are_compared() {
        Path left = RandomPaths.total("a", 5_000, new Random(1));
        Path right = RandomPaths.total("b", 5_000, new Random(2));

        assertThat(compare(left, right).rows()).hasSizeBetween(5_000, 10_000);
    }

    @Test
    void an_order_that_is_too_open_is_not_compared() {
        PathBuilder open = path("a");
        for (int step = 0; step < 30; step++) {
            open.does(COPY, "copy-" + step).after();
        }

        assertThat(new ComparePaths(COSTS)
                        .compare(open.path(), path("b").does(COPY).path()))
                .isEmpty();
    }

    // ---- laws over seeded random paths, whose costs are unequal ----

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void every_step_stands_in_one_row_and_rows_respect_both_orders(long seed) {
        Random random = new Random(seed);
        Path left = RandomPaths.partial("a", random.nextInt(7), random);
        Path right = RandomPaths.partial("b", random.nextInt(7), random);

        Comparison comparison = compare(left, right);

        assertOrder(left, comparison, Row::left);
        assertOrder(right, comparison, Row::right);
        assertThat(comparison.rows().stream().mapToInt(Row::cost).sum()).isEqualTo(comparison.cost());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void identity_mirror_and_triangle_hold_for_total_orders(long seed) {
        Random random = new Random(seed);
        List<OrderedPath> paths = IntStream.range(0, 3)
                .mapToObj(i -> RandomPaths.total("p" + i, random.nextInt(25), random))
                .map(OrderedPath::of)
                .toList();
        AlignPaths align = new AlignPaths(paths, COSTS);
        int[][] distance = new int[3][3];
        for (int one = 0; one < 3; one++) {
            for (int other = 0; other < 3; other++) {
                distance[one][other] = align.distance(one, other).orElseThrow();
            }
        }

        for (int one = 0; one < 3; one++) {
            assertThat(distance[one][one]).isZero();
            for (int other = 0; other < 3; other++) {
                assertThat(distance[one][other]).isEqualTo(distance[other][one]);
                for (int between = 0; between < 3; between++) {
                    assertThat(distance[one][other])
                            .isLessThanOrEqualTo(distance[one][between] + distance[between][other]);
                }
            }
        }
    }

    @Test
    void costs_that_are_no_metric_break_the_triangle() {
        StepCosts detour = new StepCosts(15, 1, 10, 9, 8, 7);
        AlignPaths align = new AlignPaths(
                List.of(
                        OrderedPath.of(path("a").does(SIGN).at("here").path()),
                        OrderedPath.of(path("b").does(AUTHENTICATE).at("here").path()),
                        OrderedPath.of(path("c").does(SIGN).at("there").path())),
                detour);

        assertThat(detour.whyNoMetric()).hasSize(1);
        assertThat(align.distance(0, 2)).hasValue(15);
        assertThat(align.distance(0, 1).orElseThrow() + align.distance(1, 2).orElseThrow())
                .isEqualTo(2);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_cost_is_the_least_over_all_orders_in_which_the_steps_can_have_happened(long seed) {
        Random random = new Random(seed);
        Path left = RandomPaths.partial("a", random.nextInt(6), random);
        Path right = RandomPaths.partial("b", random.nextInt(6), random);

        int least = orders(left.steps(), Set.of()).stream()
                .flatMap(one -> orders(right.steps(), Set.of()).stream().map(other -> distance(one, other)))
                .min(Integer::compare)
                .orElseThrow();

        assertThat(compare(left, right).cost()).isEqualTo(least);
        assertThat(new AlignPaths(List.of(OrderedPath.of(left), OrderedPath.of(right)), COSTS).distance(0, 1))
                .hasValue(least);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void days_and_procedure_together_bound_the_orders(long seed) {
        Random random = new Random(seed);
        Path left = dated(RandomPaths.partial("a", 5, random), random);
        Path right = dated(RandomPaths.partial("b", 5, random), random);

        int least = orders(left.steps(), Set.of()).stream()
                .filter(ComparePathsTest::allowedByDates)
                .flatMap(one -> orders(right.steps(), Set.of()).stream()
                        .filter(ComparePathsTest::allowedByDates)
                        .map(other -> distance(one, other)))
                .min(Integer::compare)
                .orElseThrow();

        assertThat(compare(left, right).cost()).isEqualTo(least);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_same_paths_give_the_same_bytes(long seed) {
        Random random = new Random(seed);
        Path left = RandomPaths.partial("a", 7, random);
        Path right = RandomPaths.partial("b", 7, random);
        ComparisonJson json = new ComparisonJson(Sentences.inEnglish());

        Set<String> lines = new HashSet<>();
        for (int run = 0; run < 10; run++) {
            Comparison comparison = compare(left, right);
            lines.add(json.line(comparison, FindDifferences.of(comparison, COSTS, Weights.standard())));
        }

        assertThat(lines).hasSize(1);
    }

    // ---- words of these tests ----

    private static Comparison compare(Path left, Path right) {
        return new ComparePaths(COSTS).compare(left, right).orElseThrow();
    }

    private static List<String> told(Comparison comparison) {
        return comparison.rows().stream()
                .map(row -> switch (row.agreement()) {
                    case SAME -> row.left().key() + " = " + row.right().key();
                    case OTHER_OFFICE -> row.left().key() + " ~ " + row.right().key();
                    case OTHER_ACT -> row.left().key() + " ≠ " + row.right().key();
                    case ONLY_LEFT -> row.left().key() + " <";
                    case ONLY_RIGHT -> "> " + row.right().key();
                })
                .toList();
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

    /** Every second step gets days, in the order of the path, so that they agree with it. */
    private static Path dated(Path path, Random random) {
        PathBuilder dated = path(path.caseId());
        LocalDate day = LocalDate.of(1955, 1, 1);
        for (Step step : path.steps()) {
            dated.does(step.act(), step.key().toString())
                    .at(step.office().value())
                    .held(step.status())
                    .after(step.after().stream().map(StepKey::toString).toArray(String[]::new));
            day = day.plusDays(random.nextInt(3));
            if (random.nextBoolean()) {
                dated.on(day + "/" + day.plusDays(random.nextInt(2)));
            }
        }
        return dated.path();
    }

    private static boolean allowedByDates(List<Step> order) {
        for (int later = 0; later < order.size(); later++) {
            for (int earlier = later + 1; earlier < order.size(); earlier++) {
                LocalDate first = order.get(later).earliest();
                LocalDate last = order.get(earlier).latest();
                if (first != null && last != null && last.isBefore(first)) {
                    return false;
                }
            }
        }
        return true;
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
                int cost = i == 0 && j == 0 ? 0 : Integer.MAX_VALUE;
                if (i > 0) {
                    cost = Math.min(cost, least[i - 1][j] + gap(one.get(i - 1)));
                }
                if (j > 0) {
                    cost = Math.min(cost, least[i][j - 1] + gap(other.get(j - 1)));
                }
                if (i > 0 && j > 0) {
                    Step left = one.get(i - 1);
                    Step right = other.get(j - 1);
                    int known = Math.abs(gap(left) - gap(right));
                    if (left.act() == right.act()) {
                        int office = left.office().equals(right.office()) ? 0 : 1;
                        cost = Math.min(cost, least[i - 1][j - 1] + office + known);
                    } else if (left.phase() == right.phase()) {
                        cost = Math.min(cost, least[i - 1][j - 1] + 7 + known);
                    }
                }
                least[i][j] = cost;
            }
        }
        return least[one.size()][other.size()];
    }

    private static int gap(Step step) {
        return switch (step.status()) {
            case EVIDENCED, CONTRADICTED -> 4;
            case INFERRED -> 3;
            case PRESUMED -> 2;
            case POSSIBLE -> 1;
            case NOT_EVIDENCED -> throw new IllegalArgumentException();
        };
    }
}
