package chancery.office;

import java.util.Arrays;
import java.util.Optional;

/** Direction of a registration: a paper that comes in, goes out, or stays in the house. */
public enum Direction {
    INCOMING,
    OUTGOING,
    INTERNAL;

    /** The direction as files write it, such as {@code incoming}. */
    public String word() {
        return Words.of(this);
    }

    /** The direction that is written so, if there is one. */
    public static Optional<Direction> of(String word) {
        return Arrays.stream(values())
                .filter(direction -> direction.word().equals(word))
                .findFirst();
    }
}
