package chancery.office;

import java.util.Arrays;
import java.util.Optional;

/** Phase of a procedure (Duranti, <i>Diplomatics</i>; InterPARES), in the order in which they follow each other. */
public enum Phase {
    INITIATIVE,
    INQUIRY,
    CONSULTATION,
    DELIBERATION,
    DELIBERATION_CONTROL,
    EXECUTION;

    /** The phase as diagrams and pages write it, such as {@code deliberation control}. */
    public String word() {
        return Words.of(this);
    }

    /** The phase that is written so, if there is one. */
    public static Optional<Phase> of(String word) {
        return Arrays.stream(values())
                .filter(phase -> phase.word().equals(word))
                .findFirst();
    }
}
