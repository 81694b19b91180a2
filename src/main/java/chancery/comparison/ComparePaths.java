package chancery.comparison;

import chancery.comparison.Alignment.Move;
import chancery.comparison.Comparison.Agreement;
import chancery.comparison.Comparison.Row;
import chancery.path.Path;
import chancery.path.Step;
import chancery.path.StepKey;
import chancery.procedure.Net;
import chancery.procedure.Net.Transition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * Lays two paths side by side as partial orders, at the least cost ({@link Agreement#cost}). Each path becomes a net
 * without choices: a transition for each step that it takes, a place for each "directly after" between two of them; so
 * steps that a path leaves unordered may meet steps of the other path in either order. Foreseen steps are left out.
 *
 * <p>Exact; the algorithm, its complexity and its tie-break are those of {@link AlignNets}, the index of a transition
 * being the step's place in its path. Worked example: left draft, then sign and type in any order; right draft, type,
 * seal. Draft meets draft (0), type meets type (0), sign (2) and seal (2) stand alone: 4.
 */
public final class ComparePaths {
    private static final int NONE = -1;

    private final Path left;
    private final Path right;
    private final Side onLeft;
    private final Side onRight;

    private ComparePaths(Path left, Path right) {
        this.left = left;
        this.right = right;
        this.onLeft = new Side(left);
        this.onRight = new Side(right);
    }

    /** The two paths side by side; empty if it would take too many states to find out. */
    public static Optional<Comparison> compare(Path left, Path right) {
        return new ComparePaths(left, right).compare();
    }

    private Optional<Comparison> compare() {
        return AlignNets.align(onLeft.graph(), onRight.graph(), new StepCosts())
                .map(alignment -> new Comparison(left, right, alignment.cost(), rows(alignment)));
    }

    private @Nullable Agreement agreement(Step one, Step other) {
        if (one.key().id().equals(other.key().id()) && left.procedure().equals(right.procedure())) {
            return Agreement.SAME_STEP;
        }
        return one.act() == other.act() && one.direction() == other.direction() ? Agreement.SAME_ACT : null;
    }

    private final class StepCosts implements MoveCosts {
        @Override
        public int leftOnly(Transition transition) {
            return Agreement.ONLY_LEFT.cost();
        }

        @Override
        public int rightOnly(Transition transition) {
            return Agreement.ONLY_RIGHT.cost();
        }

        @Override
        public OptionalInt both(Transition transition, Transition other) {
            Agreement agreement = agreement(onLeft.step(transition), onRight.step(other));
            return agreement == null ? OptionalInt.empty() : OptionalInt.of(agreement.cost());
        }
    }

    /** The steps that a path takes, known by their places in it, and the net that they make. */
    private static final class Side {
        private final List<Step> steps;
        private final Map<StepKey, Integer> places = new HashMap<>();

        private Side(Path path) {
            steps = path.taken().toList();
            for (int i = 0; i < steps.size(); i++) {
                places.put(steps.get(i).key(), i);
            }
        }

        private static int place(Transition transition) {
            return Integer.parseInt(transition.id());
        }

        private Step step(Transition transition) {
            return steps.get(place(transition));
        }

        /** The steps taken that come directly before one; nothing comes before none. */
        private IntStream before(int step) {
            return step == NONE
                    ? IntStream.empty()
                    : steps.get(step).after().stream()
                            .filter(places::containsKey)
                            .mapToInt(places::get);
        }

        private MarkingGraph graph() {
            List<BitSet> consumed = sets();
            List<BitSet> produced = sets();
            BitSet start = new BitSet();
            BitSet end = new BitSet();
            int next = 0;
            for (int i = 0; i < steps.size(); i++) {
                for (int before : before(i).toArray()) {
                    produced.get(before).set(next);
                    consumed.get(i).set(next++);
                }
            }
            for (int i = 0; i < steps.size(); i++) {
                if (consumed.get(i).isEmpty()) {
                    start.set(next);
                    consumed.get(i).set(next++);
                }
                if (produced.get(i).isEmpty()) {
                    end.set(next);
                    produced.get(i).set(next++);
                }
            }
            List<Transition> transitions = IntStream.range(0, steps.size())
                    .mapToObj(i -> new Transition(
                            String.valueOf(i), steps.get(i).act().word(), consumed.get(i), produced.get(i)))
                    .toList();
            return new MarkingGraph(new Net(next, transitions), start, end);
        }

        private List<BitSet> sets() {
            return steps.stream().map(step -> new BitSet()).toList();
        }
    }

    // ---- rows in an order that reads well ----

    private List<Row> rows(Alignment alignment) {
        List<Pair> pairs = alignment.moves().stream().map(ComparePaths::pair).toList();
        Map<Integer, Pair> withLeft = new HashMap<>();
        Map<Integer, Pair> withRight = new HashMap<>();
        pairs.forEach(pair -> {
            withLeft.put(pair.left(), pair);
            withRight.put(pair.right(), pair);
        });
        Comparator<Pair> order = Comparator.<Pair>comparingInt(
                        pair -> pair.left() == NONE ? follows(pair.right(), withRight) : pair.left())
                .thenComparing(pair -> pair.left() == NONE)
                .thenComparingInt(Pair::right);
        List<Pair> open = new ArrayList<>(pairs);
        List<Row> rows = new ArrayList<>();
        while (!open.isEmpty()) {
            Pair next = open.stream()
                    .filter(pair ->
                            onLeft.before(pair.left()).mapToObj(withLeft::get).noneMatch(open::contains)
                                    && onRight.before(pair.right())
                                            .mapToObj(withRight::get)
                                            .noneMatch(open::contains))
                    .min(order)
                    .orElseThrow();
            open.remove(next);
            rows.add(row(next));
        }
        return rows;
    }

    /** Places of steps in their paths. */
    private record Pair(int left, int right) {}

    private static Pair pair(Move move) {
        return new Pair(
                move.left() == null ? NONE : Side.place(move.left()),
                move.right() == null ? NONE : Side.place(move.right()));
    }

    /** For a step of the right alone: the place in the left path of the nearest step before it that both have. */
    private static int follows(int right, Map<Integer, Pair> withRight) {
        for (int before = right - 1; before >= 0; before--) {
            Pair pair = withRight.get(before);
            if (pair != null && pair.left() != NONE) {
                return pair.left();
            }
        }
        return NONE;
    }

    private Row row(Pair pair) {
        if (pair.left() == NONE) {
            return new Row(null, onRight.steps.get(pair.right()), Agreement.ONLY_RIGHT);
        }
        Step one = onLeft.steps.get(pair.left());
        if (pair.right() == NONE) {
            return new Row(one, null, Agreement.ONLY_LEFT);
        }
        Step other = onRight.steps.get(pair.right());
        return new Row(one, other, Objects.requireNonNull(agreement(one, other)));
    }
}
