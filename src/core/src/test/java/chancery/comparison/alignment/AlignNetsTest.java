package chancery.comparison.alignment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chancery.comparison.alignment.Alignment.Move;
import chancery.procedure.net.Net;
import chancery.procedure.net.Net.Transition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Random;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AlignNetsTest {

    // ---- worked examples ----

    @Test
    void the_worked_example_of_the_documentation_holds() {
        Alignment alignment = align(trace("a", "b", "c"), trace("a", "c", "d"));

        assertThat(alignment.cost()).isEqualTo(2);
        assertThat(told(alignment)).containsExactly("a|a", "b|-", "c|c", "-|d");
    }

    @Test
    void two_orders_of_a_parallel_procedure_both_fit_it() {
        MarkingGraph net =
                Block.parallel(Block.step("visa"), Block.step("type")).graph();

        assertThat(align(trace("visa", "type"), net).cost()).isZero();
        assertThat(align(trace("type", "visa"), net).cost()).isZero();
        assertThat(align(trace("type"), net).cost()).isEqualTo(1);
    }

    @Test
    void two_parallel_procedures_align_with_each_other_for_nothing() {
        MarkingGraph one = Block.parallel(Block.step("a"), Block.step("b")).graph();
        MarkingGraph other = Block.parallel(Block.step("b"), Block.step("a")).graph();

        assertThat(align(one, other).cost()).isZero();
    }

    @Test
    void a_loop_is_gone_round_as_often_as_the_trace_needs() {
        MarkingGraph net = new Block.Loop(Block.step("a"), new Block.Skip()).graph();

        assertThat(align(trace("a", "a", "a"), net).cost()).isZero();
        assertThat(align(trace(), net).cost()).isEqualTo(1);
    }

    @Test
    void a_run_may_end_with_all_tokens_consumed() {
        Net net = new Net(1, List.of(new Transition("t", "a", Net.placesOf(0), new BitSet())));

        assertThat(align(trace("a"), new MarkingGraph(net, Net.placesOf(0), new BitSet()))
                        .cost())
                .isZero();
    }

    // ---- ties ----

    @Test
    void of_equally_cheap_alignments_the_one_that_meets_first_is_taken() {
        assertThat(told(align(trace("a"), trace("a", "a")))).containsExactly("a|a", "-|a");
        assertThat(told(align(trace("a", "a"), trace("a")))).containsExactly("a|a", "a|-");
    }

    @Test
    void of_two_single_moves_the_left_comes_first() {
        assertThat(told(align(trace("a"), trace("b")))).containsExactly("a|-", "-|b");
    }

    @Test
    void of_two_transitions_alike_the_lowest_index_is_taken() {
        MarkingGraph net = Block.choice(Block.step("a"), Block.step("a")).graph();

        Move move = align(trace("a"), net).moves().get(0);

        assertThat(Objects.requireNonNull(move.right()).id()).isEqualTo("t0");
    }

    @Test
    void no_needless_invisible_move_is_made() {
        MarkingGraph net = Block.choice(Block.sequence(new Block.Skip(), Block.step("a")), Block.step("a"))
                .graph();

        assertThat(align(trace("a"), net).moves()).hasSize(1);
    }

    @Test
    void of_equal_costs_one_move_together_is_taken_before_two_alone() {
        MoveCosts even = costs(2, 2, 4);

        assertThat(told(align(trace("a"), trace("b"), even))).containsExactly("a|b");
    }

    // ---- limits and misuse ----

    @Test
    void past_the_bound_of_states_nothing_is_computed() {
        MarkingGraph net = Block.parallel(
                        Block.parallel(Block.step("a"), Block.step("b")),
                        Block.parallel(Block.step("c"), Block.step("d")))
                .graph();

        assertThat(AlignNets.align(trace("x"), net, MoveCosts.unit(), 20)).isEmpty();
        assertThat(AlignNets.align(trace("x"), net, MoveCosts.unit(), 200)).isPresent();
    }

    @Test
    void a_net_without_complete_run_is_refused() {
        Net net = new Net(3, List.of(new Transition("t", "a", Net.placesOf(0), Net.placesOf(1))));
        MarkingGraph stuck = new MarkingGraph(net, Net.placesOf(0), Net.placesOf(2));

        assertThatThrownBy(() -> align(trace("a"), stuck))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("no complete run");
    }

    @Test
    void a_net_that_is_not_safe_is_refused_by_the_name_of_its_transition() {
        Net net = new Net(
                2,
                List.of(
                        new Transition("first", "a", Net.placesOf(0), Net.placesOf(0, 1)),
                        new Transition("second", "b", Net.placesOf(0), Net.placesOf(1))));

        assertThatThrownBy(() -> align(trace("a", "b"), new MarkingGraph(net, Net.placesOf(0), Net.placesOf(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("\"first\" lays a second token on place 1");
    }

    @Test
    void a_negative_cost_is_refused() {
        assertThatThrownBy(() -> align(trace("a"), trace("b"), costs(1, -1, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("costs -1");
    }

    @Test
    void fitness_is_one_where_there_is_nothing_to_fit() {
        assertThat(align(trace(), trace()).fitness(0)).isEqualTo(1.0);
        assertThat(align(trace("a"), trace("a", "b")).fitness(4)).isEqualTo(0.75);
    }

    // ---- laws ----

    static LongStream seeds() {
        return LongStream.range(0, 150);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void a_net_aligned_with_itself_costs_nothing(long seed) {
        Random random = new Random(seed);
        MarkingGraph net = Block.random(random, 3, true).graph();

        assertThat(align(net, net).cost()).isZero();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void mirrored_sides_with_mirrored_costs_cost_the_same(long seed) {
        Random random = new Random(seed);
        MarkingGraph left = Block.random(random, 3, true).graph();
        MarkingGraph right = Block.random(random, 3, true).graph();
        Uneven uneven = new Uneven(random.nextInt(5), random.nextInt(5), random.nextInt(5));

        assertThat(align(left, right, uneven).cost())
                .isEqualTo(align(right, left, uneven.mirrored()).cost());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_way_over_a_third_trace_is_never_shorter(long seed) {
        Random random = new Random(seed);
        MarkingGraph one = trace(word(random));
        MarkingGraph two = trace(word(random));
        MarkingGraph three = trace(word(random));

        assertThat(align(one, three).cost())
                .isLessThanOrEqualTo(align(one, two).cost() + align(two, three).cost());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void unit_costs_of_traces_are_what_the_longest_common_subsequence_leaves(long seed) {
        Random random = new Random(seed);
        String[] one = word(random);
        String[] other = word(random);

        assertThat(align(trace(one), trace(other)).cost())
                .isEqualTo(one.length + other.length - 2 * longestCommon(one, other));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void uneven_costs_of_nets_are_the_least_over_all_pairs_of_their_traces(long seed) {
        Random random = new Random(seed);
        Block left = Block.random(random, random.nextInt(3), false);
        Block right = Block.random(random, random.nextInt(3), false);
        Uneven uneven = new Uneven(random.nextInt(5), random.nextInt(5), random.nextInt(7));

        int least = left.traces().stream()
                .flatMap(one -> right.traces().stream().map(other -> distance(one, other, uneven)))
                .min(Integer::compare)
                .orElseThrow();

        assertThat(align(left.graph(), right.graph(), uneven).cost()).isEqualTo(least);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_moves_are_a_complete_run_of_both_nets_and_cost_what_is_said(long seed) {
        Random random = new Random(seed);
        MarkingGraph left = Block.random(random, 3, true).graph();
        MarkingGraph right = Block.random(random, 3, true).graph();
        Uneven uneven = new Uneven(random.nextInt(5), random.nextInt(5), random.nextInt(7));

        Alignment alignment = align(left, right, uneven);

        assertThat(alignment.moves().stream().mapToInt(Move::cost).sum()).isEqualTo(alignment.cost());
        assertThat(lastMarking(alignment.moves().stream().map(Move::left))).isEqualTo(Net.placesOf(1));
        assertThat(lastMarking(alignment.moves().stream().map(Move::right))).isEqualTo(Net.placesOf(1));
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_moves_are_the_first_in_the_stated_order_of_the_shortest_of_the_cheapest(long seed) {
        Random random = new Random(seed);
        MarkingGraph left = Block.random(random, 2, false).graph();
        MarkingGraph right = Block.random(random, 3, false).graph();

        assertThat(align(left, right).moves())
                .isEqualTo(new FirstOfAll(left, right).from(0, 0).orElseThrow());
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void the_moves_do_not_depend_on_what_was_looked_at_before(long seed) {
        Random random = new Random(seed);
        Block left = Block.random(random, 3, true);
        Block right = Block.random(random, 3, true);
        MarkingGraph used = right.graph();
        for (int i = 0; i < 5; i++) {
            align(trace(word(random)), used);
        }

        assertThat(align(left.graph(), used).moves())
                .isEqualTo(align(left.graph(), right.graph()).moves());
    }

    // ---- words of these tests ----

    /** Costs that differ by side and label; unlike labels go together for a price. */
    private record Uneven(int left, int right, int unlike) implements MoveCosts {
        private Uneven mirrored() {
            return new Uneven(/* left= */ right, /* right= */ left, unlike);
        }

        private int alone(String label, int side) {
            return side + label.charAt(0) - 'a';
        }

        private int together(String one, String other) {
            return one.equals(other) ? 0 : unlike;
        }

        @Override
        public int leftOnly(Transition move) {
            return alone(Objects.requireNonNull(move.label()), left);
        }

        @Override
        public int rightOnly(Transition move) {
            return alone(Objects.requireNonNull(move.label()), right);
        }

        @Override
        public OptionalInt both(Transition move, Transition other) {
            return OptionalInt.of(
                    together(Objects.requireNonNull(move.label()), Objects.requireNonNull(other.label())));
        }
    }

    /** Follows every way through two nets without loops, in the stated order, and keeps the first of the best. */
    private record FirstOfAll(MarkingGraph left, MarkingGraph right, Map<List<Integer>, Optional<List<Move>>> known) {
        private FirstOfAll(MarkingGraph left, MarkingGraph right) {
            this(left, right, new HashMap<>());
        }

        private Optional<List<Move>> from(int one, int other) {
            Optional<List<Move>> best = known.get(List.of(one, other));
            if (best == null) {
                best = one == left.end() && other == right.end() ? Optional.of(List.of()) : search(one, other);
                known.put(List.of(one, other), best);
            }
            return best;
        }

        private Optional<List<Move>> search(int one, int other) {
            List<List<Move>> ways = new ArrayList<>();
            MarkingGraph.Firings onLeft = left.firings(one);
            MarkingGraph.Firings onRight = right.firings(other);
            for (int i = 0; i < onLeft.transitions().length; i++) {
                for (int j = 0; j < onRight.transitions().length; j++) {
                    Transition move = left.net().transitions().get(onLeft.transitions()[i]);
                    Transition answer = right.net().transitions().get(onRight.transitions()[j]);
                    if (move.label() != null && move.label().equals(answer.label())) {
                        add(ways, new Move(move, answer, 0), onLeft.markings()[i], onRight.markings()[j]);
                    }
                }
            }
            for (int i = 0; i < onLeft.transitions().length; i++) {
                Transition move = left.net().transitions().get(onLeft.transitions()[i]);
                add(ways, new Move(move, null, move.label() == null ? 0 : 1), onLeft.markings()[i], other);
            }
            for (int j = 0; j < onRight.transitions().length; j++) {
                Transition move = right.net().transitions().get(onRight.transitions()[j]);
                add(ways, new Move(null, move, move.label() == null ? 0 : 1), one, onRight.markings()[j]);
            }
            // the first of equals is kept
            return ways.stream().reduce((best, way) -> weight(way) < weight(best) ? way : best);
        }

        private void add(List<List<Move>> ways, Move move, int one, int other) {
            from(one, other).ifPresent(rest -> {
                List<Move> way = new ArrayList<>(List.of(move));
                way.addAll(rest);
                ways.add(way);
            });
        }

        private static int weight(List<Move> way) {
            return way.stream().mapToInt(Move::cost).sum() * 1000 + way.size();
        }
    }

    private static MoveCosts costs(int left, int right, int both) {
        return new MoveCosts() {
            @Override
            public int leftOnly(Transition move) {
                return left;
            }

            @Override
            public int rightOnly(Transition move) {
                return right;
            }

            @Override
            public OptionalInt both(Transition move, Transition other) {
                return OptionalInt.of(both);
            }
        };
    }

    private static MarkingGraph trace(String... labels) {
        return MarkingGraph.ofSequence(List.of(labels));
    }

    private static Alignment align(MarkingGraph left, MarkingGraph right) {
        return align(left, right, MoveCosts.unit());
    }

    private static Alignment align(MarkingGraph left, MarkingGraph right, MoveCosts costs) {
        return AlignNets.align(left, right, costs).orElseThrow();
    }

    private static List<String> told(Alignment alignment) {
        return alignment.moves().stream()
                .map(move -> label(move.left()) + "|" + label(move.right()))
                .toList();
    }

    private static String label(Transition transition) {
        return transition == null ? "-" : transition.label();
    }

    private static String[] word(Random random) {
        return random.ints(random.nextInt(8), 'a', 'e')
                .mapToObj(letter -> String.valueOf((char) letter))
                .toArray(String[]::new);
    }

    /** Fires what one side does, from place 0, and refuses what is not enabled. */
    private static BitSet lastMarking(Stream<Transition> side) {
        BitSet marking = Net.placesOf(0);
        for (Transition transition : side.filter(Objects::nonNull).toList()) {
            assertThat(transition.isEnabledIn(marking)).isTrue();
            marking = transition.fireIn(marking);
        }
        return marking;
    }

    private static int longestCommon(String[] one, String[] other) {
        int[][] longest = new int[one.length + 1][other.length + 1];
        for (int i = 1; i <= one.length; i++) {
            for (int j = 1; j <= other.length; j++) {
                longest[i][j] = one[i - 1].equals(other[j - 1])
                        ? longest[i - 1][j - 1] + 1
                        : Math.max(longest[i - 1][j], longest[i][j - 1]);
            }
        }
        return longest[one.length][other.length];
    }

    /** Weighted edit distance by the textbook table. */
    private static int distance(List<String> one, List<String> other, Uneven costs) {
        int[][] least = new int[one.size() + 1][other.size() + 1];
        for (int i = 0; i <= one.size(); i++) {
            for (int j = 0; j <= other.size(); j++) {
                Collection<Integer> ways = new ArrayList<>();
                if (i > 0) {
                    ways.add(least[i - 1][j] + costs.alone(one.get(i - 1), costs.left()));
                }
                if (j > 0) {
                    ways.add(least[i][j - 1] + costs.alone(other.get(j - 1), costs.right()));
                }
                if (i > 0 && j > 0) {
                    ways.add(least[i - 1][j - 1] + costs.together(one.get(i - 1), other.get(j - 1)));
                }
                least[i][j] = ways.stream().min(Integer::compare).orElse(0);
            }
        }
        return least[one.size()][other.size()];
    }
}
