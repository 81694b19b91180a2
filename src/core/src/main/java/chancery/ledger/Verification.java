package chancery.ledger;

import java.util.List;
import java.util.Map;

/**
 * What {@link VerifyLedger} found.
 *
 * @param size how many entries the head says there are
 * @param counts how many of each kind there are, each entry of a range counted; kinds of which there are none left out
 * @param findings the first {@value #KEPT}, by entry
 * @param checkpoints how many were compared
 * @param refused files that are no checkpoints of this ledger
 */
public record Verification(
        String ledgerId,
        long size,
        Map<Finding.Kind, Long> counts,
        List<Finding> findings,
        int checkpoints,
        List<CheckpointFolder.Refusal> refused) {
    /** How many findings are kept; the counts are exact all the same. */
    public static final int KEPT = 1000;

    public Verification {
        counts = Map.copyOf(counts);
        findings = List.copyOf(findings);
        refused = List.copyOf(refused);
    }

    /** Nothing is found; files may have been refused all the same. */
    public boolean sound() {
        return counts.isEmpty();
    }
}
