package chancery.comparison;

import chancery.path.EvidenceStatus;
import chancery.path.Path;
import chancery.path.Step;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Two paths laid side by side.
 *
 * @param cost the sum of what the rows cost; the two cannot be laid side by side for less
 * @param rows every step that a path takes, once, in an order that both paths allow
 * @param openLeft steps of the left path of which nobody knows whether they came before or after some other
 * @param openRight the same of the right path
 */
public record Comparison(Path left, Path right, int cost, List<Row> rows, List<Step> openLeft, List<Step> openRight) {
    public Comparison {
        rows = List.copyOf(rows);
        openLeft = List.copyOf(openLeft);
        openRight = List.copyOf(openRight);
    }

    /** How the two sides of a row agree. */
    public enum Agreement {
        /** The same act at the same office. */
        SAME,
        /** The same act at another office. */
        OTHER_OFFICE,
        /** Another act of the same phase. */
        OTHER_ACT,
        /** Only the left path has it. */
        ONLY_LEFT,
        /** Only the right path has it. */
        ONLY_RIGHT
    }

    /**
     * A step of each path, or of one of them.
     *
     * @param left {@code null} if only the right path has it
     * @param right {@code null} if only the left path has it
     * @param cost what acts and offices cost, and the difference in what is known
     */
    public record Row(@Nullable Step left, @Nullable Step right, Agreement agreement, int cost) {
        public Row {
            if ((left == null) != (agreement == Agreement.ONLY_RIGHT)
                    || (right == null) != (agreement == Agreement.ONLY_LEFT)) {
                throw new IllegalArgumentException("A row that is " + agreement + " cannot have "
                        + (left == null ? "no left" : "a left") + " and " + (right == null ? "no right" : "a right")
                        + " step.");
            }
        }

        /** The steps of the row, left first. */
        public Stream<Step> steps() {
            return Stream.of(left, right).flatMap(Stream::ofNullable);
        }

        /** How many of its steps a mark attests, 0 to 2. */
        public int evidenced() {
            return (int) steps().filter(step -> step.status() == EvidenceStatus.EVIDENCED)
                    .count();
        }

        /** Whether both paths have it, as whatever act. */
        public boolean isInBoth() {
            return left != null && right != null;
        }
    }

    /** The rows that agree in that way, in order. */
    public List<Row> rows(Agreement agreement) {
        return rows.stream().filter(row -> row.agreement() == agreement).toList();
    }
}
