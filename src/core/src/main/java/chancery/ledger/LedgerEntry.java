package chancery.ledger;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One entry of the ledger about an act or an instance: what happened, who did it and for whom, when in history, and on what evidence.
 *
 * @param number its place in the ledger, from 1; 0 before it is appended
 * @param recordedAt when the system wrote it
 * @param event that an instance began, that an act was done or is overdue, or that a newer instance took its place
 * @param act what was done, or is overdue; {@code null} for other events
 */
public record LedgerEntry(
        long number,
        Instant recordedAt,
        Event event,
        Instance instance,
        @Nullable RecordedAct act) {

    /** What an entry speaks of. */
    public enum Event {
        BEGUN,
        ACT,
        /** The time for a step is up, and it has not been done. */
        DUE,
        SUPERSEDED;

        /** The event as the table writes it. */
        public String word() {
            return chancery.office.Words.of(this);
        }
    }

    /**
     * The instance that an entry belongs to.
     *
     * @param simulated nothing shows that any of it happened beyond the evidence
     */
    public record Instance(
            String caseId,
            String instanceId,
            String procedure,
            String procedureVersion,
            @Nullable String reading,
            boolean simulated) {}

    /**
     * An act as recorded; fields as in {@link chancery.path.Step}.
     *
     * @param status evidence for it; {@code live} for an act done in the system, {@code simulated} for a foreseen one
     * @param marks ids of the marks that attest it, separated by blanks
     * @param particulars what a form gave beside the rest, as a JSON object; {@code null} for historical acts
     */
    public record RecordedAct(
            String step,
            int occurrence,
            String act,
            String phase,
            @Nullable String direction,
            String office,
            @Nullable String agent,
            @Nullable String onBehalfOf,
            @Nullable String document,
            @Nullable String registryNumber,
            @Nullable String date,
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest,
            String status,
            boolean disputed,
            String marks,
            String reason,
            @Nullable String particulars) {}
}
