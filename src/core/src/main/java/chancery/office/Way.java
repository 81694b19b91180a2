package chancery.office;

import java.util.Arrays;
import java.util.Optional;

/** How a body that decides comes to its decision. */
public enum Way {
    /** By circulation: the members are asked one by one, and do not meet. */
    POLL,
    /** At a meeting with an agenda. */
    SITTING;

    /** The way as diagrams write it, such as {@code poll}. */
    public String word() {
        return Words.of(this);
    }

    /** The way that is written so, if there is one. */
    public static Optional<Way> of(String word) {
        return Arrays.stream(values()).filter(way -> way.word().equals(word)).findFirst();
    }
}
