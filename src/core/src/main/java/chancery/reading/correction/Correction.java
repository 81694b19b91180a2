package chancery.reading.correction;

import chancery.document.Certainty;
import chancery.document.Copies;
import chancery.document.DocumentId;
import chancery.document.MarkId;
import chancery.document.MarkKind;
import chancery.document.Place;
import chancery.document.date.HistoricalDate;
import chancery.office.Act;
import chancery.office.Direction;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of one mark.
 *
 * @param mark which mark was read; {@code null} if the reader found none there
 * @param place where it stands; {@code null} if the source does not say
 * @param text the words that stand there, white space folded
 * @param on the document that bears an added mark; {@code null} for the first of the case
 * @param says what the mark is, where it is corrected or added
 * @param because why
 * @param keep whether what was read stays as a competing reading
 * @param line the lines of the text in which the mark stands, if a form of words is to be made of it; else {@code null}
 * @param at its line in the file of corrections
 */
public record Correction(
        Verdict verdict,
        @Nullable MarkId mark,
        @Nullable Place place,
        String text,
        @Nullable DocumentId on,
        @Nullable Says says,
        @Nullable String because,
        boolean keep,
        @Nullable String line,
        int at) {
    /** What is said of a mark. */
    public enum Verdict {
        /** It is as it was read. */
        ACCEPT,
        /** It is something else. */
        CORRECT,
        /** There is no mark. */
        REJECT,
        /** There is a mark where none was read. */
        ADD
    }

    /**
     * What a mark is.
     *
     * @param number of a registration; of a copy number which copy, of a distribution list how many copies are stated
     * @param to the recipients
     */
    public record Says(
            MarkKind kind,
            @Nullable Act attests,
            @Nullable Direction direction,
            @Nullable String number,
            @Nullable HistoricalDate date,
            List<String> agents,
            List<Copies.Recipient> to,
            Certainty certainty) {
        public Says {
            agents = List.copyOf(agents);
            to = List.copyOf(to);
        }

        /** Whether its number counts copies. */
        boolean countsCopies() {
            return kind == MarkKind.COPY_NUMBER || kind == MarkKind.DISTRIBUTION_LIST;
        }
    }
}
