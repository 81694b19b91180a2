package chancery.register;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;

/**
 * A copy of a document that was sent to somebody, and what became of it.
 *
 * @param entry number of the ledger entry of its sending
 * @param number which copy it is
 * @param stated how many copies there are, as stated; {@code null} if nobody says
 * @param dueBack {@code null} if it need not come back
 * @param fate {@code null} while it is out
 */
public record Copy(
        long entry,
        String caseId,
        String document,
        int number,
        @Nullable Integer stated,
        String recipient,
        Instant sentAt,
        @Nullable LocalDate dueBack,
        @Nullable Fate fate) {
    /** What became of a copy. */
    public record Fate(
            CopyEvent event,
            Instant recordedAt,
            @Nullable String agent,
            @Nullable String actReference,
            @Nullable String reason) {}

    public boolean isOut() {
        return fate == null;
    }

    /** Whether it should have come back before that day. */
    public boolean isOverdue(LocalDate day) {
        return isOut() && dueBack != null && dueBack.isBefore(day);
    }

    /** {@code copy 2 of 5}. */
    public String name() {
        return "copy " + number + (stated == null ? "" : " of " + stated);
    }

    /** What became of it, in words. */
    public String fateInWords() {
        if (fate == null) {
            return dueBack == null ? "out" : "due back " + dueBack;
        }
        return fate.event().word() + " " + LocalDate.ofInstant(fate.recordedAt(), ZoneOffset.UTC)
                + (fate.actReference() == null ? "" : ", " + fate.actReference());
    }
}
