package chancery.web.resource;

import chancery.ledger.LedgerEntry;
import chancery.ledger.LedgerEntry.RecordedAct;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An entry of the ledger as pages read it; {@code act} is {@code null} where the event is none. */
record LedgerLine(
        long number,
        Instant recordedAt,
        String event,
        @Nullable String reading,
        @Nullable ActLine act) {

    /** What was done, fields as in {@link RecordedAct}. */
    record ActLine(
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
            @Nullable String earliest,
            @Nullable String latest,
            String status,
            boolean disputed,
            List<String> marks,
            String reason) {}

    static LedgerLine of(LedgerEntry entry) {
        RecordedAct act = entry.act();
        return new LedgerLine(
                entry.number(),
                entry.recordedAt(),
                entry.event().word(),
                entry.instance().reading(),
                act == null ? null : line(act));
    }

    private static ActLine line(RecordedAct act) {
        return new ActLine(
                act.step(),
                act.occurrence(),
                act.act(),
                act.phase(),
                act.direction(),
                act.office(),
                act.agent(),
                act.onBehalfOf(),
                act.document(),
                act.registryNumber(),
                act.date(),
                act.earliest() == null ? null : act.earliest().toString(),
                act.latest() == null ? null : act.latest().toString(),
                act.status(),
                act.disputed(),
                act.marks().isBlank() ? List.of() : List.of(act.marks().split(" ", -1)),
                act.reason());
    }
}
