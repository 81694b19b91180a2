package chancery.register;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Numbers of a series that no entry explains.
 *
 * @param review {@code null} as long as nobody has explained them
 */
public record Gap(
        SeriesId series,
        Period period,
        long from,
        long to,
        @Nullable Review review) {
    public Gap {
        if (to < from) {
            throw new IllegalArgumentException("A gap from " + from + " to " + to + " is none");
        }
    }

    /** How somebody explains a gap. */
    public record Review(String by, String why, Instant recordedAt) {}

    /** {@code 7}, or {@code 7-9}. */
    public String numbers() {
        return from == to ? Long.toString(from) : from + "-" + to;
    }
}
