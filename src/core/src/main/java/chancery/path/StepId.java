package chancery.path;

/** Identifier of a step of a procedure: the id of its node in the diagram, such as {@code Task_RegisterNote}. */
public record StepId(String value) implements Comparable<StepId> {
    public StepId {
        if (value.isBlank()) {
            throw new IllegalArgumentException("A step needs an id.");
        }
    }

    @Override
    public int compareTo(StepId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
