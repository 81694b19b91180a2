package chancery.comparison.alignment;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;

/** The costs between all kinds of steps that several paths have, worked out once: kinds are numbered from 0. */
final class KindCosts {
    /** Not set against each other. */
    static final int NEVER = Integer.MAX_VALUE;

    private final Map<StepKind, Integer> numbers = new HashMap<>();
    private final int[] alone;
    private final int[][] together;

    KindCosts(List<OrderedPath> paths, StepCosts costs) {
        paths.forEach(path -> path.steps().forEach(step -> numbers.putIfAbsent(StepKind.of(step), numbers.size())));
        alone = new int[numbers.size()];
        together = new int[numbers.size()][numbers.size()];
        numbers.forEach((kind, one) -> {
            alone[one] = costs.alone(kind.status());
            numbers.forEach((against, other) -> {
                OptionalInt base = costs.base(kind, against);
                together[one][other] = base.isEmpty() ? NEVER : base.getAsInt() + costs.evidence(kind, against);
            });
        });
    }

    /** The kinds of a path's steps, by number. */
    int[] of(OrderedPath path) {
        return path.steps().stream()
                .mapToInt(step -> Objects.requireNonNull(numbers.get(StepKind.of(step))))
                .toArray();
    }

    int alone(int kind) {
        return alone[kind];
    }

    /** What a kind costs against each other, {@link #NEVER} where it does not go together. */
    int[] together(int kind) {
        return together[kind];
    }
}
