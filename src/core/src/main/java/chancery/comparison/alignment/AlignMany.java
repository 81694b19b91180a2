package chancery.comparison.alignment;

import chancery.comparison.alignment.ClusterDocuments.Merge;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * Aligns many paths in columns of one act each, step by step along a guide tree: R. P. Jagadeesh Chandra Bose and Wil van
 * der Aalst, <i>Process diagnostics using trace alignment</i>, Information Systems 37 (2012). The nearest documents are
 * aligned first, then groups with groups; the cost of two groups is the sum over all pairs of their documents. What was
 * aligned once stays so, hence the result need not be the best, but it is good and quickly found.
 *
 * <p>A step stands in a column of its own act only, a registration in one of its own direction. Each path enters in one
 * order, its own. With <i>d</i> documents and <i>c</i> columns O(<i>d c</i>²) time, times the kinds in a column squared.
 * Ties prefer two columns together, then the left alone, then the right.
 */
public final class AlignMany {
    private final List<OrderedPath> paths;
    private final KindCosts costs;

    private AlignMany(List<OrderedPath> paths, StepCosts costs) {
        this.paths = paths;
        this.costs = new KindCosts(paths, costs);
    }

    /**
     * The columns: for each document the index of its step there, or {@link #NONE}.
     *
     * @param tree the merges of all documents
     */
    public static List<int[]> columns(List<OrderedPath> paths, List<Merge> tree, StepCosts costs) {
        return new AlignMany(paths, costs).columns(tree);
    }

    /** The document has no step there. */
    public static final int NONE = -1;

    private List<int[]> columns(List<Merge> tree) {
        List<Group> groups = new ArrayList<>();
        for (int document = 0; document < paths.size(); document++) {
            groups.add(single(document));
        }
        tree.forEach(merge -> groups.add(merged(groups.get(merge.left()), groups.get(merge.right()))));
        List<int[]> columns = new ArrayList<>();
        for (Column column : groups.get(groups.size() - 1).columns()) {
            int[] steps = new int[paths.size()];
            java.util.Arrays.fill(steps, NONE);
            column.steps().forEach((document, step) -> steps[document] = step);
            columns.add(steps);
        }
        return columns;
    }

    /** Documents already aligned. */
    private record Group(int documents, List<Column> columns) {}

    /**
     * Steps of one act.
     *
     * @param steps by document
     * @param kinds how often each kind stands here, by number
     * @param alone what the steps cost if one more document lacks them
     */
    private record Column(Map<Integer, Integer> steps, Map<Integer, Integer> kinds, StepKind act, long alone) {}

    private Group single(int document) {
        OrderedPath path = paths.get(document);
        int[] kinds = costs.of(path);
        List<Column> columns = new ArrayList<>();
        for (int step = 0; step < kinds.length; step++) {
            columns.add(new Column(
                    Map.of(document, step),
                    Map.of(kinds[step], 1),
                    StepKind.of(path.steps().get(step)),
                    costs.alone(kinds[step])));
        }
        return new Group(1, columns);
    }

    private Group merged(Group left, Group right) {
        int rows = left.columns().size();
        int width = right.columns().size();
        long[][] table = new long[rows + 1][width + 1];
        for (int i = rows; i >= 0; i--) {
            for (int j = width; j >= 0; j--) {
                if (i == rows && j == width) {
                    continue;
                }
                long least = Long.MAX_VALUE;
                if (i < rows) {
                    least = left.columns().get(i).alone() * right.documents() + table[i + 1][j];
                }
                if (j < width) {
                    least = Math.min(least, right.columns().get(j).alone() * left.documents() + table[i][j + 1]);
                }
                if (i < rows && j < width && isOneAct(left, i, right, j)) {
                    least = Math.min(least, together(left, i, right, j) + table[i + 1][j + 1]);
                }
                table[i][j] = least;
            }
        }
        return new Group(left.documents() + right.documents(), columns(left, right, table));
    }

    private List<Column> columns(Group left, Group right, long[][] table) {
        List<Column> columns = new ArrayList<>();
        int i = 0;
        int j = 0;
        while (i < left.columns().size() || j < right.columns().size()) {
            Column one = i < left.columns().size() ? left.columns().get(i) : null;
            Column other = j < right.columns().size() ? right.columns().get(j) : null;
            if (one != null
                    && other != null
                    && isOneAct(left, i, right, j)
                    && table[i][j] == together(left, i, right, j) + table[i + 1][j + 1]) {
                columns.add(joined(one, other));
                i++;
                j++;
            } else if (one != null && table[i][j] == one.alone() * right.documents() + table[i + 1][j]) {
                columns.add(one);
                i++;
            } else {
                columns.add(Objects.requireNonNull(other));
                j++;
            }
        }
        return columns;
    }

    private static boolean isOneAct(Group left, int one, Group right, int other) {
        return left.columns().get(one).act().doesAs(right.columns().get(other).act());
    }

    private long together(Group left, int i, Group right, int j) {
        Column one = left.columns().get(i);
        Column other = right.columns().get(j);
        long cost = one.alone() * (right.documents() - other.steps().size())
                + other.alone() * (left.documents() - one.steps().size());
        for (Map.Entry<Integer, Integer> kind : one.kinds().entrySet()) {
            int[] against = costs.together(kind.getKey());
            for (Map.Entry<Integer, Integer> met : other.kinds().entrySet()) {
                cost += (long) kind.getValue() * met.getValue() * against[met.getKey()];
            }
        }
        return cost;
    }

    private static Column joined(Column one, Column other) {
        Map<Integer, Integer> steps = new HashMap<>(one.steps());
        steps.putAll(other.steps());
        Map<Integer, Integer> kinds = new HashMap<>(one.kinds());
        other.kinds().forEach((kind, count) -> kinds.merge(kind, count, Integer::sum));
        return new Column(steps, kinds, one.act(), one.alone() + other.alone());
    }
}
