package chancery.office;

import org.jspecify.annotations.Nullable;

/**
 * A person or body that acts.
 *
 * @param position the office held, in words
 * @param onBehalfOf for whom the agent signs or acts, when not in the agent's own name
 * @param ref identifier in an authority file, such as GND or VIAF, as an edition gives it
 */
public record Agent(
        String name,
        @Nullable String position,
        @Nullable String onBehalfOf,
        @Nullable String ref) {
    public Agent {
        if (name.isBlank()) {
            throw new IllegalArgumentException("An agent needs a name.");
        }
    }

    /** An agent without an identifier. */
    public Agent(String name, @Nullable String position, @Nullable String onBehalfOf) {
        this(name, position, onBehalfOf, null);
    }
}
