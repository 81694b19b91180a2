package chancery.ledger;

import chancery.ledger.Finding.Kind;
import chancery.ledger.Snapshot.Entry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Compares the end of the chain with the head, which says how many entries there are and the hash of the last. */
final class HeadCheck {
    private final Snapshot snapshot;
    private final Head head;
    private final long size;

    HeadCheck(Snapshot snapshot, Head head) {
        this.snapshot = snapshot;
        this.head = head;
        this.size = head.size();
    }

    /**
     * What is wrong about the end, if something is; entries that are deleted may still turn up under another number.
     *
     * @param last the number of the last entry, and {@code hash} its hash, as the chain vouches for it
     * @param shift by how much the numbers in the table run ahead of those in the texts
     * @param beyond the first entry behind the size of the head, 0 if there is none
     */
    Optional<Finding> finding(long last, @Nullable String hash, long shift, long beyond) {
        boolean sameHash = head.hash().equals(hash);
        if (sameHash && (Math.max(last, last - shift) < size || beyond != 0)) {
            return Optional.of(Finding.value(
                    Kind.HEAD,
                    last,
                    ChainCheck.HEAD,
                    "size",
                    Long.toString(size),
                    Long.toString(last),
                    "the chain has"));
        } else if (Math.max(last, last - shift) < size) {
            return Optional.of(Finding.between(
                    Kind.DELETED,
                    last + 1,
                    size,
                    Finding.entries(last + 1, size) + " and what the books had of " + (last + 1 == size ? "it" : "them")
                            + " are gone from the end."));
        } else if (beyond != 0) {
            if (hashAt(size).equals(head.hash())) {
                return Optional.of(Finding.between(
                        Kind.INSERTED,
                        beyond,
                        last,
                        Finding.entries(beyond, last) + " " + (beyond == last ? "stands" : "stand")
                                + " behind the end of the chain, which the head has at " + size + "."));
            } else {
                return Optional.of(ends(last, hash));
            }
        } else if (hash != null && !sameHash) {
            if (last > 0 && hashAt(last - 1).equals(head.hash())) {
                return Optional.of(Finding.of(
                        Kind.INSERTED,
                        last,
                        "Entry " + last + " stands behind the end of the chain, whose hash is that of entry "
                                + (last - 1) + "."));
            } else {
                return Optional.of(ends(last, hash));
            }
        }
        return Optional.empty();
    }

    private Finding ends(long last, @Nullable String hash) {
        return new Finding(
                Kind.HEAD,
                last,
                last,
                "hash",
                head.hash(),
                hash,
                "The head has " + size + " entries with the hash " + head.hash() + ", but the chain ends with entry "
                        + last + " and the hash " + hash
                        + ": either the head was edited, or the last entry was changed as a whole.");
    }

    private String hashAt(long number) {
        return number == 0
                ? EntryText.hash(head.ledgerId())
                : snapshot.at(number).map(Entry::hash).orElse("");
    }
}
