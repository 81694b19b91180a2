package chancery.ledger;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** Findings as they come: all are counted, the first are kept. */
final class Findings {
    private final Map<Finding.Kind, Long> counts = new EnumMap<>(Finding.Kind.class);
    private final List<Finding> kept = new ArrayList<>();

    void add(Finding finding) {
        counts.merge(finding.kind(), finding.entries(), Long::sum);
        if (kept.size() < Verification.KEPT) {
            kept.add(finding);
        }
    }

    Verification asOf(Head head, CheckpointFolder.Contents folder) {
        kept.sort(Comparator.comparingLong(Finding::entry)); // stable, so that columns stay in the order of the book
        return new Verification(
                head.ledgerId(), head.size(), counts, kept, folder.checkpoints().size(), folder.refused());
    }
}
