package chancery.comparison.alignment;

import chancery.path.Step;
import chancery.path.StepId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Exact alignment of any two of several paths at the least cost: the edit distance of Wagner and Fischer (<i>The
 * String-to-String Correction Problem</i>, JACM 21, 1974) with the costs of {@link StepCosts}, over down-sets
 * ({@link DownSets}) where that has prefixes. So of all orders in which the steps of each can have happened the two are
 * taken that are nearest to each other.
 *
 * <p>With <i>m</i> and <i>n</i> down-sets, and at most <i>k</i> and <i>l</i> steps that lead on from one, O(<i>m n k l</i>)
 * time and O(<i>m n</i>) space; a total order of <i>n</i> steps has <i>n</i> + 1 down-sets with one step each.
 *
 * <p>Among the cheapest alignments those are preferred that set the fewest unlike steps against each other (two steps are
 * like if one procedure has them under one id, else not); of these the one whose first differing pair comes first in this
 * order: two together, left alone, right alone; then the lowest index of the left step, then of the right.
 *
 * <p>Worked example, standard costs, all evidenced and at one office: left draft, then sign and type in any order; right
 * draft, type, seal. Draft meets draft (0), type meets type (0), and sign meets seal, which falls into the same phase
 * (7): 7, where both alone would cost 8.
 *
 * <p>For several threads at once.
 */
public final class AlignPaths {
    /** Pairs of down-sets beyond which two paths are not compared. */
    static final int MOST_CELLS = 30_000_000;

    private final KindCosts kinds;
    private final List<Side> sides;

    /** A path with the kinds of its steps by number, and its steps by the numbers of their ids. */
    @SuppressWarnings("ArrayRecordComponent") // the inner loop; never compared
    private record Side(Optional<DownSets> sets, int[] kinds, int[] ids) {}

    /**
     * Two steps set against each other, or one alone.
     *
     * @param left index of the step in the left path, or {@link #ALONE}
     * @param right index of the step in the right path, or {@link #ALONE}
     */
    public record Pair(int left, int right) {
        public static final int ALONE = -1;
    }

    public AlignPaths(List<OrderedPath> paths, StepCosts costs) {
        kinds = new KindCosts(paths, costs);
        Map<Map.Entry<String, StepId>, Integer> ids = new HashMap<>();
        sides = paths.stream()
                .map(path -> new Side(
                        path.downSets(),
                        kinds.of(path),
                        path.steps().stream()
                                .mapToInt(step -> number(ids, id(path, step)))
                                .toArray()))
                .toList();
    }

    private static Map.Entry<String, StepId> id(OrderedPath path, Step step) {
        return Map.entry(path.path().procedure(), step.key().id());
    }

    private static <T> int number(Map<T, Integer> numbers, T thing) {
        Integer known = numbers.putIfAbsent(thing, numbers.size());
        return known == null ? numbers.size() - 1 : known;
    }

    /** Whether a path is too long, or its order too open, to be compared with every other that is not. */
    public boolean isTooOpen(int path) {
        return sides.get(path)
                .sets()
                .filter(sets -> (long) sets.size() * sets.size() <= MOST_CELLS)
                .isEmpty();
    }

    /** For each path the first that has steps of the same kinds in the same order: their distances are the same too. */
    int[] likeness() {
        Map<List<Object>, Integer> first = new HashMap<>();
        int[] likeness = new int[sides.size()];
        for (int path = 0; path < likeness.length; path++) {
            List<Object> order = sides.get(path)
                    .sets()
                    .<List<Object>>map(sets -> List.of(boxed(sets.first()), boxed(sets.step()), boxed(sets.next())))
                    .orElse(List.of());
            Integer known = first.putIfAbsent(List.of(boxed(sides.get(path).kinds()), order), path);
            likeness[path] = known == null ? path : known;
        }
        return likeness;
    }

    private static List<Integer> boxed(int[] numbers) {
        return Arrays.stream(numbers).boxed().toList();
    }

    /** The least cost; empty if the orders are too open or the paths too long. */
    public OptionalInt distance(int left, int right) {
        int[] table = table(sides.get(left), sides.get(right), false);
        return table.length == 0 ? OptionalInt.empty() : OptionalInt.of(table[0]);
    }

    /** The pairs of the cheapest alignment, in an order that both paths allow; empty as with {@link #distance}. */
    public Optional<List<Pair>> align(int left, int right) {
        Side one = sides.get(left);
        Side other = sides.get(right);
        int[] table = table(one, other, true);
        return table.length == 0 ? Optional.empty() : Optional.of(pairs(one, other, table));
    }

    /** For each pair of down-sets what it weighs to go on from there to the end; no table if it would be too large. */
    private int[] table(Side left, Side right, boolean telling) {
        if (left.sets().isEmpty() || right.sets().isEmpty()) {
            return new int[0];
        }
        DownSets rows = left.sets().get();
        DownSets columns = right.sets().get();
        if ((long) rows.size() * columns.size() > MOST_CELLS) {
            return new int[0];
        }
        int scale = scale(left, right, telling);
        int[] steps = weights(left, scale);
        int[] others = weights(right, scale);
        int[] from = columns.from();
        int[] step = columns.step();
        int[] next = columns.next();
        int[] met = new int[step.length];
        int width = columns.size();
        int[] table = new int[rows.size() * width];
        Arrays.fill(table, KindCosts.NEVER);
        table[table.length - 1] = 0;
        for (int i = rows.size() - 1; i >= 0; i--) {
            int row = i * width;
            for (int a = rows.first()[i]; a < rows.first()[i + 1]; a++) {
                int one = rows.step()[a];
                int below = rows.next()[a] * width;
                for (int j = 0; j < width; j++) {
                    table[row + j] = Math.min(table[row + j], steps[one] + table[below + j]);
                }
                meet(left, one, right, step, scale, met);
                for (int b = 0; b < step.length; b++) {
                    // a long, since what never meets weighs the most that an int can
                    long weight = (long) met[b] + table[below + next[b]];
                    int cell = row + from[b];
                    table[cell] = (int) Math.min(table[cell], weight);
                }
            }
            for (int b = step.length - 1; b >= 0; b--) {
                int cell = row + from[b];
                table[cell] = Math.min(table[cell], others[step[b]] + table[row + next[b]]);
            }
        }
        return table;
    }

    /** What it weighs that a step of the left meets each of the right, as these lead on from their down-sets. */
    private void meet(Side left, int step, Side right, int[] others, int scale, int[] met) {
        int[] costs = kinds.together(left.kinds()[step]);
        int[] otherKinds = right.kinds();
        if (scale == 1) {
            for (int b = 0; b < others.length; b++) {
                met[b] = costs[otherKinds[others[b]]];
            }
            return;
        }
        for (int b = 0; b < others.length; b++) {
            met[b] = weight(left, step, right, others[b], scale);
        }
    }

    /** What it weighs that two steps meet: what it costs, and one more if they are unlike. */
    private int weight(Side left, int step, Side right, int other, int scale) {
        int cost = kinds.together(left.kinds()[step])[right.kinds()[other]];
        boolean like = left.ids()[step] == right.ids()[other];
        return cost == KindCosts.NEVER ? cost : cost * scale + (like ? 0 : 1);
    }

    /** What a unit of cost weighs: more than all pairs together that are not of the same step. */
    private static int scale(Side left, Side right, boolean telling) {
        return telling ? Math.min(left.kinds().length, right.kinds().length) + 1 : 1;
    }

    private int[] weights(Side side, int scale) {
        return Arrays.stream(side.kinds())
                .map(kind -> kinds.alone(kind) * scale)
                .toArray();
    }

    private List<Pair> pairs(Side left, Side right, int[] table) {
        DownSets rows = left.sets().orElseThrow();
        DownSets columns = right.sets().orElseThrow();
        int scale = scale(left, right, true);
        int width = columns.size();
        List<Pair> pairs = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < rows.size() - 1 || j < width - 1) {
            int here = table[i * width + j];
            Pair found = null;
            int nextRow = i;
            int nextColumn = j;
            for (int a = rows.first()[i]; a < rows.first()[i + 1] && found == null; a++) {
                int step = rows.step()[a];
                for (int b = columns.first()[j]; b < columns.first()[j + 1] && found == null; b++) {
                    int other = columns.step()[b];
                    int weight = weight(left, step, right, other, scale);
                    if (weight != KindCosts.NEVER
                            && weight + table[rows.next()[a] * width + columns.next()[b]] == here) {
                        found = new Pair(step, other);
                        nextRow = rows.next()[a];
                        nextColumn = columns.next()[b];
                    }
                }
            }
            for (int a = rows.first()[i]; a < rows.first()[i + 1] && found == null; a++) {
                int step = rows.step()[a];
                if (kinds.alone(left.kinds()[step]) * scale + table[rows.next()[a] * width + j] == here) {
                    found = new Pair(step, Pair.ALONE);
                    nextRow = rows.next()[a];
                }
            }
            for (int b = columns.first()[j]; b < columns.first()[j + 1] && found == null; b++) {
                int other = columns.step()[b];
                if (kinds.alone(right.kinds()[other]) * scale + table[i * width + columns.next()[b]] == here) {
                    found = new Pair(Pair.ALONE, other);
                    nextColumn = columns.next()[b];
                }
            }
            pairs.add(java.util.Objects.requireNonNull(found));
            i = nextRow;
            j = nextColumn;
        }
        return pairs;
    }
}
