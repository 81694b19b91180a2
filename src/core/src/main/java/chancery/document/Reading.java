package chancery.document;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One reading of a mark: what it attests, who holds so, how sure it is and why. A descriptive mark attests nothing.
 */
public record Reading(
        ReadingId id,
        boolean preferred,
        @Nullable String holder,
        Certainty certainty,
        @Nullable String because,
        Optional<Attestation> attests) {}
