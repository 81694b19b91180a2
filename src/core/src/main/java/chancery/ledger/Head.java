package chancery.ledger;

/**
 * The end of the chain.
 *
 * @param size how many entries there are
 * @param hash of the last entry; of the ledger's id if there is none
 */
public record Head(String ledgerId, long size, String hash) {
    /** What checkpoints call the ledger. */
    public String origin() {
        return "chancery/" + ledgerId;
    }
}
