package chancery.document;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What a mark says of copies.
 *
 * @param number which copy this is
 * @param stated how many were made, as stated
 * @param distribution to whom they went
 */
public record Copies(@Nullable Integer number, @Nullable Integer stated, List<Recipient> distribution) {
    public Copies {
        distribution = List.copyOf(distribution);
    }

    /** Somebody on a distribution list and how many copies went there. */
    public record Recipient(String to, int copies) {}
}
