package chancery.comparison.alignment;

import chancery.procedure.net.Net.Transition;
import java.util.OptionalInt;

/**
 * What moves of an alignment cost, in whole numbers from 0. Only visible transitions are asked about: an invisible one
 * moves alone and costs nothing.
 */
public interface MoveCosts {
    /** Cost of a transition of the left net that nothing on the right answers. */
    int leftOnly(Transition left);

    /** Cost of a transition of the right net that nothing on the left answers. */
    int rightOnly(Transition right);

    /** Cost of the two together; empty if they do not go together. */
    OptionalInt both(Transition left, Transition right);

    /** One for each transition alone, nothing for two of the same label together: the usual costs of conformance. */
    static MoveCosts unit() {
        return new MoveCosts() {
            @Override
            public int leftOnly(Transition left) {
                return 1;
            }

            @Override
            public int rightOnly(Transition right) {
                return 1;
            }

            @Override
            public OptionalInt both(Transition left, Transition right) {
                return left.label() != null && left.label().equals(right.label())
                        ? OptionalInt.of(0)
                        : OptionalInt.empty();
            }
        };
    }
}
