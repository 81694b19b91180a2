package chancery.register;

import chancery.office.Direction;
import chancery.office.OfficeId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * An entry of a register as it stands, after all corrections.
 *
 * @param entry number of the ledger entry that vouches for it
 * @param hash of that ledger entry
 * @param series {@code null} where no series of its office, valid then, writes numbers so
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
     * Of an entry without a series: those that write their numbers so, of other offices, directions or times. Digits
     * alone have no form, since every series that is plain writes them.
     *
     * @param known all series that there are
     */
    public List<NumberSeries> sameForm(List<NumberSeries> known) {
        return series != null
                ? List.of()
                : known.stream().filter(each -> each.hasFormOf(number)).toList();
    }

    /** The same in words: {@code has the form of series a of office b and of series c of office d}; none if none has. */
    public Optional<String> formInWords(List<NumberSeries> known) {
        List<NumberSeries> same = sameForm(known);
        return same.isEmpty()
                ? Optional.empty()
                : Optional.of("has the form of "
                        + same.stream()
                                .map(each -> "series " + each.id() + " of office " + each.office()
                                        + (each.direction() == direction
                                                ? ""
                                                : " (" + each.direction().word() + ")"))
                                .collect(Collectors.joining(" and of ")));
    }

    /** Which document it registers: case and document. */
    public String matter() {
        String document = registration.document();
        return registration.caseId() + (document == null ? "" : " " + document);
    }
}
