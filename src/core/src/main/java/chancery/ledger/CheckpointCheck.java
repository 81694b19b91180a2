package chancery.ledger;

import chancery.ledger.Finding.Kind;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares the chain with what was signed of it. */
final class CheckpointCheck {
    private final Snapshot snapshot;
    private final Head head;
    private final Findings findings;

    CheckpointCheck(Snapshot snapshot, Head head, Findings findings) {
        this.snapshot = snapshot;
        this.head = head;
        this.findings = findings;
    }

    void check(List<Checkpoint> checkpoints) {
        List<Checkpoint> bySize = checkpoints.stream()
                .sorted(Comparator.comparingLong(Checkpoint::size).thenComparing(Checkpoint::time))
                .toList();
        Checkpoint agreeing = null;
        for (Checkpoint checkpoint : bySize) {
            if (checkpoint.size() > head.size()) {
                continue;
            }
            if (!agrees(checkpoint)) {
                findings.add(rewritten(checkpoint, agreeing));
                break; // whatever was signed after that differs as well
            }
            agreeing = checkpoint;
        }
        if (!bySize.isEmpty() && bySize.get(bySize.size() - 1).size() > head.size()) {
            findings.add(cut(bySize.get(bySize.size() - 1)));
        }
    }

    /** Where the entry is gone, edited in its hash alone or in its content alone, the chain has said so already. */
    private boolean agrees(Checkpoint checkpoint) {
        if (checkpoint.size() == 0) {
            return EntryText.hash(head.ledgerId()).equals(checkpoint.hash());
        }
        Optional<Snapshot.Entry> entry = snapshot.at(checkpoint.size());
        return entry.isEmpty()
                || entry.get().hash().equals(checkpoint.hash())
                || EntryText.hash(entry.get().content()).equals(checkpoint.hash());
    }

    private Finding rewritten(Checkpoint checkpoint, @Nullable Checkpoint agreeing) {
        long first = agreeing == null ? 1 : agreeing.size() + 1;
        String before = agreeing == null
                ? ""
                : " Up to entry " + agreeing.size() + " it is the one that was signed at " + agreeing.time() + ":";
        return new Finding(
                Kind.REWRITTEN,
                first,
                checkpoint.size(),
                null,
                snapshot.at(checkpoint.size()).map(Snapshot.Entry::hash).orElse(null),
                checkpoint.hash(),
                "Rewritten: the chain up to entry " + checkpoint.size() + " is not the one that was signed at "
                        + checkpoint.time() + "." + before + " What was changed lies in "
                        + Finding.entries(first, checkpoint.size()).toLowerCase(java.util.Locale.ROOT) + ".");
    }

    private Finding cut(Checkpoint checkpoint) {
        return Finding.between(
                Kind.CUT,
                head.size() + 1,
                checkpoint.size(),
                "Cut tail: "
                        + Finding.entries(head.size() + 1, checkpoint.size()).toLowerCase(java.util.Locale.ROOT)
                        + " are gone; the ledger had " + checkpoint.size() + " entries at " + checkpoint.time() + ".");
    }
}
