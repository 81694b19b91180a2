package chancery.register;

import java.util.List;

/**
 * A number that several documents claim.
 *
 * @param number as written
 * @param entries the entries that claim it, at least two, in order of the ledger
 */
public record Claim(String number, List<RegisterEntry> entries) {
    public Claim {
        entries = List.copyOf(entries);
    }
}
