package chancery.path;

import java.util.Comparator;

/**
 * A step in one of the rounds in which a path passes it.
 *
 * @param occurrence 1 for the first round
 */
public record StepKey(StepId id, int occurrence) implements Comparable<StepKey> {
    private static final Comparator<StepKey> ORDER =
            Comparator.comparing(StepKey::id).thenComparingInt(StepKey::occurrence);

    @Override
    public int compareTo(StepKey other) {
        return ORDER.compare(this, other);
    }

    /** {@code Task_Draft}, or {@code Task_Draft#2} in the second round. */
    @Override
    public String toString() {
        return occurrence == 1 ? id.value() : id.value() + "#" + occurrence;
    }
}
