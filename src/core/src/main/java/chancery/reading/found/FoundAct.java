package chancery.reading.found;

import chancery.document.MarkKind;
import chancery.document.Place;
import chancery.office.Act;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An act that a source says happened to its document.
 *
 * @param by who did it, as printed; {@code [a|b]} behind a name gives what the printed form stands for
 * @param onBehalfOf for whom, such as the Secretary in whose name another signed
 * @param to where it went, or to whom
 * @param date its day, EDTF; {@code null} if the source does not say
 * @param time its clock time {@code HH:mm}, or an interval of two, as the clock at its place showed it
 * @param presumed whether it is inferred, by the editor or by the reader, instead of stated
 * @param qualifier its manner, such as {@code in draft}
 * @param ambiguous whether another reader could fairly say otherwise
 * @param kind what the mark is that attests it
 * @param reading the words that attest it, as transcribed
 * @param place where they stand
 * @param because why it is presumed, or how its date was found; {@code null} if nothing needs saying
 */
public record FoundAct(
        Act act,
        List<String> by,
        List<String> onBehalfOf,
        List<String> to,
        @Nullable String date,
        @Nullable String time,
        boolean presumed,
        @Nullable String qualifier,
        boolean ambiguous,
        MarkKind kind,
        String reading,
        Place place,
        @Nullable String because) {
    public FoundAct {
        by = List.copyOf(by);
        onBehalfOf = List.copyOf(onBehalfOf);
        to = List.copyOf(to);
    }

    /** The same, presumed for a reason. */
    public FoundAct presumed(String reason) {
        return new FoundAct(
                act, by, onBehalfOf, to, date, time, true, qualifier, ambiguous, kind, reading, place, reason);
    }

    /** The same, done for others. */
    public FoundAct onBehalfOf(List<String> principals) {
        return new FoundAct(
                act, by, principals, to, date, time, presumed, qualifier, ambiguous, kind, reading, place, because);
    }

    /** The same, on a day. */
    public FoundAct on(String day) {
        return new FoundAct(
                act, by, onBehalfOf, to, day, time, presumed, qualifier, ambiguous, kind, reading, place, because);
    }
}
