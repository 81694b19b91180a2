package chancery.office;

import org.jspecify.annotations.Nullable;

/**
 * A person or body that acts.
 *
 * @param position the office held, in words
 * @param onBehalfOf for whom the agent signs or acts, when not in the agent's own name
 */
public record Agent(
        String name, @Nullable String position, @Nullable String onBehalfOf) {
    public Agent {
        if (name.isBlank()) {
            throw new IllegalArgumentException("An agent needs a name.");
        }
    }
}
