package chancery.document;

import chancery.document.date.HistoricalDate;
import chancery.document.date.WrittenDate;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Anything on a witness that may attest an act.
 *
 * @param reading the text as transcribed, brackets and all
 * @param place where in its source it was read, if a reader found it there
 * @param written its date as the paper has it, where the case file tells the calendar
 * @param before marks that were made after this one
 * @param after marks that were made before this one
 * @param readings what it may mean: one, or several that compete, of which exactly one is preferred
 * @param doubts what an edition says of how sure its parts are
 * @param line where the mark stands in its case file, from 1
 */
public record Mark(
        MarkId id,
        DocumentId on,
        MarkKind kind,
        Layer layer,
        String reading,
        @Nullable Place place,
        @Nullable String hand,
        @Nullable HistoricalDate date,
        @Nullable WrittenDate written,
        List<MarkId> before,
        List<MarkId> after,
        @Nullable Copies copies,
        List<Reading> readings,
        List<Doubt> doubts,
        int line) {
    public Mark {
        before = List.copyOf(before);
        after = List.copyOf(after);
        readings = List.copyOf(readings);
        doubts = List.copyOf(doubts);
        if (readings.stream().filter(Reading::preferred).count() != 1) {
            throw new IllegalArgumentException("Mark " + id + " needs exactly one preferred reading.");
        }
    }

    /** A mark of whose parts no edition says how sure they are. */
    public Mark(
            MarkId id,
            DocumentId on,
            MarkKind kind,
            Layer layer,
            String reading,
            @Nullable Place place,
            @Nullable String hand,
            @Nullable HistoricalDate date,
            @Nullable WrittenDate written,
            List<MarkId> before,
            List<MarkId> after,
            @Nullable Copies copies,
            List<Reading> readings,
            int line) {
        this(
                id, on, kind, layer, reading, place, hand, date, written, before, after, copies, readings, List.of(),
                line);
    }

    /** Its date in words, as the paper has it too: {@code 17 Feb 1755 (Julian), 1755-02-28}. */
    public Optional<String> dated() {
        return Optional.ofNullable(date).map(day -> written == null ? day.edtf() : written.told() + ", " + day.edtf());
    }

    /** The reading of that id, or else the preferred one. */
    public Reading readAs(ReadingId chosen) {
        return readings.stream()
                .filter(reading -> reading.id().equals(chosen))
                .findFirst()
                .orElseGet(this::preferred);
    }

    /** The preferred reading. */
    public Reading preferred() {
        return readings.stream().filter(Reading::preferred).findFirst().orElseThrow();
    }

    /** Whether readings compete for this mark. */
    public boolean isDisputed() {
        return readings.size() > 1;
    }

    /** What the mark attests under a reading. */
    public Optional<Attestation> attests(ReadingId chosen) {
        return readAs(chosen).attests();
    }
}
