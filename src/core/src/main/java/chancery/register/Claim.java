package chancery.register;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

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

    /** The numbers that several documents claim, in the order of the entries. */
    public static List<Claim> among(List<RegisterEntry> entries) {
        Map<List<Object>, List<RegisterEntry>> byNumber = new LinkedHashMap<>();
        for (RegisterEntry entry : entries) {
            boolean bears = entry.status() != EntryStatus.VOID && entry.status() != EntryStatus.NOT_SEEN;
            if (bears
                    && entry.registration().caseId() != null
                    && !entry.period().equals(Period.UNDATED)) {
                byNumber.computeIfAbsent(key(entry), unseen -> new ArrayList<>())
                        .add(entry);
            }
        }
        return byNumber.values().stream()
                .filter(claimants ->
                        claimants.stream().map(RegisterEntry::matter).distinct().count() > 1)
                .map(claimants -> new Claim(claimants.get(0).number(), claimants))
                .toList();
    }

    private static List<Object> key(RegisterEntry entry) {
        return entry.series() != null && entry.value() != null
                ? List.of(entry.series(), entry.period(), entry.value())
                : List.of(
                        entry.office(),
                        entry.direction() == null ? "" : entry.direction(),
                        entry.period(),
                        entry.number());
    }
}
