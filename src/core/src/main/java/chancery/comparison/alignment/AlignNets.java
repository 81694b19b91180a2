package chancery.comparison.alignment;

import chancery.comparison.alignment.Alignment.Move;
import chancery.comparison.alignment.MarkingGraph.Firings;
import chancery.procedure.net.Net;
import chancery.procedure.net.Net.Transition;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Finds an optimal alignment of two labelled safe nets: the cheapest complete run of their synchronous product, in which
 * a transition of the left, one of the right, or two that go together fire (Arya Adriansyah, <i>Aligning Observed and
 * Modeled Behavior</i>, Eindhoven 2014). A trace is a net without choices, so the same search aligns trace with trace,
 * trace with procedure, path with path.
 *
 * <p>Uniform-cost search (Dijkstra) over pairs of markings, exact. With <i>m</i> and <i>n</i> reachable markings and at
 * most <i>k</i> pairs of transitions enabled at once, O(<i>m n</i> (<i>k</i> + log <i>c</i>)) time for <i>c</i> distinct
 * costs, and O(<i>m n k</i>) space; concurrency makes <i>m</i> and <i>n</i> exponential, hence {@link #MOST_STATES}.
 *
 * <p>Among the cheapest runs it takes those with the fewest moves, and of these the one whose first differing move comes
 * first in this order: both together, left alone, right alone; then the lowest index of the left transition, then of the
 * right. So the result is the same each time, and independent of the order of search.
 *
 * <p>Worked example, unit costs: left {@code a b c}, right {@code a c d}.
 *
 * <pre>
 * left   a  b  c  –
 * right  a  –  c  d     cost 0 + 1 + 0 + 1 = 2
 * </pre>
 */
public final class AlignNets {
    /** Pairs of markings after which the search gives up. */
    public static final int MOST_STATES = 1_000_000;

    /** Not allowed together. */
    private static final int NEVER = -1;

    /** A move weighs its cost and one more in the digits below; there are fewer moves than states. */
    private static final int COST_SHIFT = 24;

    private final MarkingGraph left;
    private final MarkingGraph right;
    private final int[] leftCost;
    private final int[] rightCost;
    private final int[][] bothCost;
    private final Map<Long, State> states = new HashMap<>();
    private final TreeMap<Long, ArrayDeque<State>> open = new TreeMap<>();

    private AlignNets(MarkingGraph left, MarkingGraph right, MoveCosts costs) {
        this.left = left;
        this.right = right;
        List<Transition> leftMoves = left.net().transitions();
        List<Transition> rightMoves = right.net().transitions();
        leftCost = leftMoves.stream()
                .mapToInt(move -> isInvisible(move) ? 0 : checked(costs.leftOnly(move)))
                .toArray();
        rightCost = rightMoves.stream()
                .mapToInt(move -> isInvisible(move) ? 0 : checked(costs.rightOnly(move)))
                .toArray();
        bothCost = leftMoves.stream()
                .map(move -> rightMoves.stream()
                        .mapToInt(other -> isInvisible(move) || isInvisible(other)
                                ? NEVER
                                : costs.both(move, other).stream()
                                        .map(AlignNets::checked)
                                        .findFirst()
                                        .orElse(NEVER))
                        .toArray())
                .toArray(int[][]::new);
    }

    /**
     * The optimal alignment; empty if more than {@link #MOST_STATES} pairs of markings would have to be looked at.
     *
     * @throws IllegalArgumentException if a net is not safe or cannot reach its end, or a cost is negative
     */
    public static Optional<Alignment> align(MarkingGraph left, MarkingGraph right, MoveCosts costs) {
        return align(left, right, costs, MOST_STATES);
    }

    static Optional<Alignment> align(MarkingGraph left, MarkingGraph right, MoveCosts costs, int mostStates) {
        return new AlignNets(left, right, costs).search(mostStates);
    }

    /** A pair of markings, the weight of the lightest way to it, and the last moves of all ways that light. */
    private static final class State {
        private final int left;
        private final int right;
        private long weight = Long.MAX_VALUE;
        private @Nullable Arrival arrivals;
        private @Nullable Arrival departure;
        private boolean settled;

        private State(int left, int right) {
            this.left = left;
            this.right = right;
        }
    }

    /** A move from a state to another; {@code next} is a further one to the same state. */
    private record Arrival(
            State from,
            State to,
            int left,
            int right,
            @Nullable Arrival next) {
        private static final int ALONE = -1;

        private int kind() {
            return right == ALONE ? 1 : left == ALONE ? 2 : 0;
        }

        private boolean comesBefore(Arrival other) {
            return Arrays.compare(new int[] {kind(), left, right}, new int[] {other.kind(), other.left, other.right})
                    < 0;
        }
    }

    private Optional<Alignment> search(int mostStates) {
        State start = state(MarkingGraph.START, MarkingGraph.START);
        start.weight = 0;
        put(start);
        while (!open.isEmpty()) {
            if (states.size() > mostStates) {
                return Optional.empty();
            }
            State state = lightest();
            if (state.settled) {
                continue;
            }
            state.settled = true;
            if (state.left == left.end() && state.right == right.end()) {
                return Optional.of(tell(start, state));
            }
            expand(state);
        }
        throw new IllegalArgumentException("A net has no complete run: its end marking is never reached.");
    }

    private void expand(State state) {
        Firings onLeft = left.firings(state.left);
        Firings onRight = right.firings(state.right);
        for (int i = 0; i < onLeft.transitions().length; i++) {
            int move = onLeft.transitions()[i];
            int next = onLeft.markings()[i];
            for (int j = 0; j < onRight.transitions().length; j++) {
                int other = onRight.transitions()[j];
                if (bothCost[move][other] != NEVER) {
                    arrive(state, next, onRight.markings()[j], move, other, bothCost[move][other]);
                }
            }
            arrive(state, next, state.right, move, Arrival.ALONE, leftCost[move]);
        }
        for (int j = 0; j < onRight.transitions().length; j++) {
            int other = onRight.transitions()[j];
            arrive(state, state.left, onRight.markings()[j], Arrival.ALONE, other, rightCost[other]);
        }
    }

    private void arrive(State from, int leftMarking, int rightMarking, int move, int other, int cost) {
        State to = state(leftMarking, rightMarking);
        long weight = from.weight + ((long) cost << COST_SHIFT) + 1;
        if (weight < to.weight) {
            to.weight = weight;
            to.arrivals = new Arrival(from, to, move, other, null);
            put(to);
        } else if (weight == to.weight) {
            to.arrivals = new Arrival(from, to, move, other, to.arrivals);
        }
    }

    private State state(int leftMarking, int rightMarking) {
        return states.computeIfAbsent(
                (long) leftMarking << Integer.SIZE | rightMarking, unknown -> new State(leftMarking, rightMarking));
    }

    private void put(State state) {
        open.computeIfAbsent(state.weight, unknown -> new ArrayDeque<>()).add(state);
    }

    private State lightest() {
        ArrayDeque<State> lightest = open.firstEntry().getValue();
        State state = lightest.remove();
        if (lightest.isEmpty()) {
            open.pollFirstEntry();
        }
        return state;
    }

    /** Goes back over all lightest ways, and then forward over the first of them in the stated order. */
    private Alignment tell(State start, State end) {
        ArrayDeque<State> reached = new ArrayDeque<>(List.of(end));
        while (!reached.isEmpty()) {
            for (Arrival way = reached.remove().arrivals; way != null; way = way.next()) {
                if (way.from().departure == null) {
                    way.from().departure = way;
                    reached.add(way.from());
                } else if (way.comesBefore(way.from().departure)) {
                    way.from().departure = way;
                }
            }
        }
        List<Move> moves = new ArrayList<>();
        for (State at = start; at != end; ) {
            Arrival way = java.util.Objects.requireNonNull(at.departure);
            moves.add(move(way));
            at = way.to();
        }
        return new Alignment(Math.toIntExact(end.weight >> COST_SHIFT), moves);
    }

    private Move move(Arrival way) {
        if (way.right() == Arrival.ALONE) {
            return new Move(transition(left.net(), way.left()), null, leftCost[way.left()]);
        }
        if (way.left() == Arrival.ALONE) {
            return new Move(null, transition(right.net(), way.right()), rightCost[way.right()]);
        }
        return new Move(
                transition(left.net(), way.left()),
                transition(right.net(), way.right()),
                bothCost[way.left()][way.right()]);
    }

    private static Transition transition(Net net, int index) {
        return net.transitions().get(index);
    }

    private static boolean isInvisible(Transition transition) {
        return transition.label() == null;
    }

    private static int checked(int cost) {
        if (cost < 0) {
            throw new IllegalArgumentException("A move costs " + cost + "; a cost is a whole number from 0.");
        }
        return cost;
    }
}
