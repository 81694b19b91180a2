package chancery.reading.zone;

import java.util.Map;
import java.util.Optional;

/**
 * What the source itself says of lines: which belong together, and what they are.
 *
 * @param byToken by the first token of each line of which it says what it is
 */
public record Regions(Map<Integer, Region> byToken) {
    public Regions {
        byToken = Map.copyOf(byToken);
    }

    /** A source that says nothing of its lines. */
    public static final Regions NONE = new Regions(Map.of());

    /**
     * A stretch of lines.
     *
     * @param number counts the stretches
     */
    public record Region(int number, ZoneKind kind) {}

    /** The region in which the line of a cell stands that begins with a token. */
    Optional<Region> of(int token) {
        return Optional.ofNullable(byToken.get(token));
    }
}
