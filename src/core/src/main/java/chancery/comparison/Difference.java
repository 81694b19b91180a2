package chancery.comparison;

import chancery.comparison.Comparison.Row;
import chancery.document.MarkId;
import chancery.path.EvidenceStatus;
import chancery.path.Step;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * One difference of two paths, or one thing to be noted about both, with what it rests on.
 *
 * @param rows the rows of the comparison that it is read from, by index, lowest first
 * @param left the steps of the left path that it speaks of
 * @param right those of the right path
 * @param cost its share of the comparison's cost; the shares sum up to the whole
 * @param particulars what the sentence says beside the steps, by the names that the bundle of sentences uses
 */
public record Difference(
        Kind kind, List<Integer> rows, List<Step> left, List<Step> right, int cost, Map<String, Object> particulars) {
    public Difference {
        rows = List.copyOf(rows);
        left = List.copyOf(left);
        right = List.copyOf(right);
        particulars = Map.copyOf(particulars);
    }

    /** What differs. */
    public enum Kind {
        /** Only the left path has a step. */
        ONLY_LEFT,
        /** Only the right path has a step. */
        ONLY_RIGHT,
        /** Both have a step, one of them more often. */
        REPEATED,
        /** Both have a step, before another in one path and after it in the other. */
        OTHER_ORDER,
        /** The same act is done at another office. */
        OTHER_OFFICE,
        /** The same act at the same office is done as another step of the procedure. */
        OTHER_STEP,
        /** In the same phase something else is done. */
        OTHER_ACT,
        /** The decision goes another way: adopted or refused, say. */
        OTHER_OUTCOME,
        /** The decision is taken by poll in one, at a sitting in the other. */
        OTHER_WAY,
        /** The decision is taken by another office. */
        OTHER_LEVEL,
        /** The paper lay longer in one. */
        WAITED_LONGER,
        /** A step is better known in one. */
        KNOWN_OTHERWISE,
        /** Both documents claim one number of one register. */
        SAME_NUMBER
    }

    /** The marks behind it on the left. */
    public List<MarkId> leftMarks() {
        return left.stream().flatMap(step -> step.marks().stream()).distinct().toList();
    }

    /** The marks behind it on the right. */
    public List<MarkId> rightMarks() {
        return right.stream().flatMap(step -> step.marks().stream()).distinct().toList();
    }

    /** How many of its steps a mark attests. */
    int evidenced() {
        return (int) Stream.concat(left.stream(), right.stream())
                .filter(step -> step.status() == EvidenceStatus.EVIDENCED && !step.disputed())
                .count();
    }

    /** A difference that is read from one row, whose steps it speaks of. */
    static Difference of(Kind kind, int index, Row row, int cost) {
        return new Difference(
                kind,
                List.of(index),
                Stream.ofNullable(row.left()).toList(),
                Stream.ofNullable(row.right()).toList(),
                cost,
                Map.of());
    }
}
