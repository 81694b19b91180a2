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
 * @param rows every step that a path takes, once, in an order that respects both paths; otherwise in the order of the
 *     left path, steps of the right alone after the one that they follow there
 */
public record Comparison(Path left, Path right, int cost, List<Row> rows) {
    public Comparison {
        rows = List.copyOf(rows);
    }

    /** How the two sides of a row agree. */
    public enum Agreement {
        /** The same step of the same procedure. */
        SAME_STEP(0),
        /** The same act, in the same direction where it is a registration, as another step. */
        SAME_ACT(1),
        /** Only the left path has it. */
        ONLY_LEFT(2),
        /** Only the right path has it. */
        ONLY_RIGHT(2);

        private final int cost;

        Agreement(int cost) {
            this.cost = cost;
        }

        /** What a row of this kind costs. */
        public int cost() {
            return cost;
        }
    }

    /**
     * A step of each path, or of one of them.
     *
     * @param left {@code null} if only the right path has it
     * @param right {@code null} if only the left path has it
     */
    public record Row(@Nullable Step left, @Nullable Step right, Agreement agreement) {
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
    }

    /** The rows that agree in that way, in order. */
    public List<Row> rows(Agreement agreement) {
        return rows.stream().filter(row -> row.agreement() == agreement).toList();
    }
}
