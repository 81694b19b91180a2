package chancery.office;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person or body that acts.
 *
 * @param position the office held, in words
 * @param positionFrom what gives the position, if not the mark itself: {@code list of persons, frus1955-57v02#p_DJF1}
 * @param onBehalfOf for whom the agent signs or acts, when not in the agent's own name
 * @param ref identifier in an authority file, such as GND or VIAF, as an edition gives it; several parted by blanks
 * @param body whether the source says that it is a body, and no person
 */
public record Agent(
        String name,
        @Nullable String position,
        @Nullable String positionFrom,
        @Nullable String onBehalfOf,
        @Nullable String ref,
        boolean body) {
    public Agent {
        if (name.isBlank()) {
            throw new IllegalArgumentException("An agent needs a name.");
        }
        if (positionFrom != null && position == null) {
            throw new IllegalArgumentException(
                    "\"" + name + "\" has no position that \"" + positionFrom + "\" could give.");
        }
    }

    /** An agent of whom the source does not say whether it is a body. */
    public Agent(
            String name,
            @Nullable String position,
            @Nullable String positionFrom,
            @Nullable String onBehalfOf,
            @Nullable String ref) {
        this(name, position, positionFrom, onBehalfOf, ref, false);
    }

    /** An agent without an identifier, whose position, if any, the mark states. */
    public Agent(String name, @Nullable String position, @Nullable String onBehalfOf) {
        this(name, position, null, onBehalfOf, null);
    }

    /** The position that the mark itself states. */
    public Optional<String> statedPosition() {
        return positionFrom == null ? Optional.ofNullable(position) : Optional.empty();
    }
}
