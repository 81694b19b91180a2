package chancery.comparison;

import chancery.comparison.Comparison.Agreement;
import chancery.comparison.Comparison.Row;
import chancery.comparison.alignment.AlignPaths;
import chancery.comparison.alignment.AlignPaths.Pair;
import chancery.comparison.alignment.OrderedPath;
import chancery.comparison.alignment.StepCosts;
import chancery.comparison.alignment.StepKind;
import chancery.path.Path;
import chancery.path.Step;
import java.util.List;
import java.util.Optional;

/**
 * Lays two paths side by side as partial orders, at the least cost ({@link AlignPaths}). Where dates and procedure leave
 * the order of steps open, the cheapest order that both allow is taken. Foreseen steps are left out.
 */
public final class ComparePaths {
    private final StepCosts costs;

    public ComparePaths(StepCosts costs) {
        this.costs = costs;
    }

    /** The two paths side by side; empty if their orders are too open, or they are too long, to find out. */
    public Optional<Comparison> compare(Path left, Path right) {
        OrderedPath one = OrderedPath.of(left);
        OrderedPath other = OrderedPath.of(right);
        return new AlignPaths(List.of(one, other), costs).align(0, 1).map(pairs -> comparison(one, other, pairs));
    }

    /**
     * Two paths as they were aligned.
     *
     * @param pairs of the alignment, in order
     */
    Comparison comparison(OrderedPath left, OrderedPath right, List<Pair> pairs) {
        List<Row> rows = pairs.stream().map(pair -> row(left, right, pair)).toList();
        return new Comparison(
                left.path(), right.path(), rows.stream().mapToInt(Row::cost).sum(), rows, left.open(), right.open());
    }

    private Row row(OrderedPath left, OrderedPath right, Pair pair) {
        if (pair.left() == Pair.ALONE) {
            Step step = right.steps().get(pair.right());
            return new Row(null, step, Agreement.ONLY_RIGHT, costs.alone(step.status()));
        }
        Step step = left.steps().get(pair.left());
        if (pair.right() == Pair.ALONE) {
            return new Row(step, null, Agreement.ONLY_LEFT, costs.alone(step.status()));
        }
        Step other = right.steps().get(pair.right());
        StepKind kind = StepKind.of(step);
        StepKind against = StepKind.of(other);
        Agreement agreement = !kind.doesAs(against)
                ? Agreement.OTHER_ACT
                : kind.isAt(against) ? Agreement.SAME : Agreement.OTHER_OFFICE;
        return new Row(step, other, agreement, costs.base(kind, against).orElseThrow() + costs.evidence(kind, against));
    }
}
