package chancery.comparison.alignment;

import chancery.path.Path;
import chancery.path.Step;
import chancery.path.StepKey;
import java.time.LocalDate;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/**
 * The steps that a path takes, and what is known of their order: one comes before another where the path says so, or
 * where its last day lies before the other's first. Days are taken as the calendar has them; one that says otherwise than
 * the path, or than days already taken, orders nothing.
 *
 * <p>Steps are known by index, in an order that respects all this; what is open goes by the path's own sequence.
 */
public final class OrderedPath {
    private final Path path;
    private final List<Step> steps;
    private final BitSet[] before;

    private OrderedPath(Path path, List<Step> steps, BitSet[] before) {
        this.path = path;
        this.steps = List.copyOf(steps);
        this.before = before;
    }

    public static OrderedPath of(Path path) {
        List<Step> told = path.taken().toList();
        BitSet[] before = closure(told);
        orderByDate(told, before);
        int[] order = order(before);
        List<Step> steps = IntStream.of(order).mapToObj(told::get).toList();
        return new OrderedPath(path, steps, renumbered(before, order));
    }

    public Path path() {
        return path;
    }

    public List<Step> steps() {
        return steps;
    }

    int size() {
        return steps.size();
    }

    /** The steps that come before one. */
    BitSet before(int step) {
        return (BitSet) before[step].clone();
    }

    public boolean isBefore(int one, int other) {
        return before[other].get(one);
    }

    /**
     * The steps of which nobody knows whether they came before or after some other. Of two that exclude each other none
     * came before the other.
     */
    public List<Step> open() {
        return IntStream.range(0, size())
                .filter(step -> IntStream.range(0, size())
                        .anyMatch(other -> other != step
                                && !isBefore(step, other)
                                && !isBefore(other, step)
                                && !steps.get(step)
                                        .alternatives()
                                        .contains(steps.get(other).key())))
                .mapToObj(steps::get)
                .toList();
    }

    /** The ways in which the steps may have come about, one after the other; empty if there are too many. */
    Optional<DownSets> downSets() {
        return DownSets.of(before);
    }

    // ---- what is known of the order ----

    /** All that comes before a step, directly or not. Two explanations may order possible steps in a circle: the first wins. */
    private static BitSet[] closure(List<Step> steps) {
        Map<StepKey, Integer> places = new HashMap<>();
        BitSet[] before = new BitSet[steps.size()];
        for (int step = 0; step < steps.size(); step++) {
            before[step] = new BitSet(steps.size());
            for (StepKey key : steps.get(step).after()) {
                Integer earlier = places.get(key);
                if (earlier != null) {
                    before[step].or(before[earlier]);
                    before[step].set(earlier);
                }
            }
            places.put(steps.get(step).key(), step);
        }
        return before;
    }

    /** Nearest pairs of days first, so that most of the others already follow. */
    private static void orderByDate(List<Step> steps, BitSet[] before) {
        List<Integer> byFirstDay = dated(steps, Step::earliest, Comparator.naturalOrder());
        List<Integer> byLastDay = dated(steps, Step::latest, Comparator.reverseOrder());
        for (int later : byFirstDay) {
            for (int earlier : byLastDay) {
                boolean dated = day(steps.get(earlier).latest())
                        .isBefore(day(steps.get(later).earliest()));
                if (dated && !before[later].get(earlier) && !before[earlier].get(later)) {
                    BitSet added = (BitSet) before[earlier].clone();
                    added.set(earlier);
                    for (int step = 0; step < before.length; step++) {
                        if (step == later || before[step].get(later)) {
                            before[step].or(added);
                        }
                    }
                }
            }
        }
    }

    private static List<Integer> dated(
            List<Step> steps, java.util.function.Function<Step, @Nullable LocalDate> day, Comparator<LocalDate> order) {
        return IntStream.range(0, steps.size())
                .filter(step -> day.apply(steps.get(step)) != null)
                .boxed()
                .sorted(Comparator.comparing(step -> day(day.apply(steps.get(step))), order))
                .toList();
    }

    private static LocalDate day(@Nullable LocalDate known) {
        return java.util.Objects.requireNonNull(known);
    }

    /** The path's own sequence, put right where a date demands it. */
    private static int[] order(BitSet[] before) {
        int[] order = new int[before.length];
        BitSet placed = new BitSet(before.length);
        for (int place = 0; place < order.length; place++) {
            int next = placed.nextClearBit(0);
            while (placed.get(next) || !isWithin(before[next], placed)) {
                next++;
            }
            order[place] = next;
            placed.set(next);
        }
        return order;
    }

    private static boolean isWithin(BitSet steps, BitSet all) {
        BitSet missing = (BitSet) steps.clone();
        missing.andNot(all);
        return missing.isEmpty();
    }

    private static BitSet[] renumbered(BitSet[] before, int[] order) {
        int[] place = new int[order.length];
        for (int i = 0; i < order.length; i++) {
            place[order[i]] = i;
        }
        BitSet[] renumbered = new BitSet[order.length];
        for (int i = 0; i < order.length; i++) {
            BitSet earlier = new BitSet(order.length);
            before[order[i]].stream().forEach(step -> earlier.set(place[step]));
            renumbered[i] = earlier;
        }
        return renumbered;
    }
}
