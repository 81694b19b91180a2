package chancery.register;

import chancery.office.Direction;
import chancery.office.OfficeId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a register as it stands, after all corrections.
 *
 * @param entry number of the ledger entry that vouches for it
 * @param hash of that ledger entry
 * @param series {@code null} where no known series writes its numbers so
 * @param value its number in the series; {@code null} without one
 * @param number as written
 * @param reason why its status is what it is, or on what evidence it was observed
 */
public record RegisterEntry(
        long entry,
        Instant recordedAt,
        String hash,
        @Nullable SeriesId series,
        Period period,
        @Nullable Long value,
        String number,
        EntryStatus status,
        Origin origin,
        @Nullable Direction direction,
        OfficeId office,
        Registration registration,
        @Nullable String reason) {
    /**
     * Of an entry without a series: the series of other offices that write their numbers so.
     *
     * @param known all series that there are
     */
    public List<NumberSeries> sameForm(List<NumberSeries> known) {
        return series != null
                ? List.of()
                : known.stream().filter(each -> each.hasFormOf(number)).toList();
    }

    /** Which document it registers: case and document. */
    public String matter() {
        String document = registration.document();
        return registration.caseId() + (document == null ? "" : " " + document);
    }
}
