package chancery.path;

import java.util.List;
import java.util.stream.Collectors;

/**
 * Possible steps that hang together: the way of one branch that some explanations take and others do not.
 *
 * @param steps at least one, in the order of the path
 * @param position where on the path they lie
 */
public record Branch(List<Step> steps, Position position) {
    public Branch {
        steps = List.copyOf(steps);
    }

    /** Where a branch lies among the steps that are more than possible. */
    public enum Position {
        FIRST("may have come first"),
        BETWEEN("may lie between"),
        LAST("may have followed");

        private final String words;

        Position(String words) {
            this.words = words;
        }

        /** The position in words. */
        public String words() {
            return words;
        }
    }

    /** The branch from its first step to its last, in words. */
    public String span() {
        String first = "\"" + steps.get(0).label() + "\"";
        return steps.size() == 1
                ? first
                : first + " to \"" + steps.get(steps.size() - 1).label() + "\"";
    }

    /**
     * Why it is no more than possible, in words.
     *
     * @param all the branches of the path
     */
    public String reason(List<Branch> all) {
        String instead = all.stream()
                .filter(other -> steps.stream()
                        .flatMap(step -> step.alternatives().stream())
                        .anyMatch(key -> other.steps().stream()
                                .anyMatch(step -> step.key().equals(key))))
                .map(Branch::span)
                .collect(Collectors.joining(" or "));
        return "some explanations have them, others " + (instead.isEmpty() ? "do without" : "have " + instead);
    }
}
