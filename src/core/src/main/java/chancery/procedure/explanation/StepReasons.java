package chancery.procedure.explanation;

import chancery.document.Mark;
import chancery.document.MarkId;
import chancery.document.ReadingId;
import chancery.path.EvidenceStatus;
import chancery.path.StepKey;
import chancery.procedure.Procedure;
import chancery.procedure.explanation.BestExplanations.Passage;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Says of the steps of a path, each in a sentence, why their status is what it is. */
final class StepReasons {
    private final Procedure procedure;
    private final ReadingId reading;
    private final BestExplanations explanations;
    private final Map<Passage, StepKey> keys;
    private final Map<StepKey, Set<StepKey>> after;
    private final Set<MarkId> denied;

    /**
     * @param after the steps directly before each
     * @param denied the marks whose dates cannot be true beside others
     */
    StepReasons(
            Procedure procedure,
            ReadingId reading,
            BestExplanations explanations,
            Map<Passage, StepKey> keys,
            Map<StepKey, Set<StepKey>> after,
            Set<MarkId> denied) {
        this.procedure = procedure;
        this.reading = reading;
        this.explanations = explanations;
        this.keys = keys;
        this.after = after;
        this.denied = denied;
    }

    /** Why a step has its status. */
    String of(
            EvidenceStatus status,
            StepKey key,
            Passage passage,
            List<Mark> attesting,
            List<StepKey> alternatives,
            List<StepKey> order) {
        String premise = procedure.id() + ", " + procedure.step(key.id()).premise() + ", " + procedure.confidence()
                + " confidence: ";
        return switch (status) {
            case EVIDENCED -> "attested by " + told(attesting);
            case CONTRADICTED ->
                attesting.stream().map(Mark::id).anyMatch(denied::contains)
                        ? "attested by " + told(attesting) + "; the date cannot be true beside those of other marks"
                        : "these marks cannot all be true: " + told(attesting);
            case POSSIBLE ->
                explanations.allPass(passage)
                        ? "foreseen by " + premise + "every explanation has it, but only if the dates are right"
                        : "foreseen by " + premise + "some explanations have it, others "
                                + (alternatives.isEmpty()
                                        ? "do without it"
                                        : "have "
                                                + alternatives.stream()
                                                        .map(this::label)
                                                        .collect(Collectors.joining(" or ")))
                                + (attesting.isEmpty() ? "" : "; it may be attested by " + told(attesting));
            case INFERRED -> "inferred from " + premise + everyExplanation(key, order);
            case PRESUMED ->
                "presumed by " + premise + everyExplanation(key, order)
                        + ", but the diagram assumes it; no source says that it must happen";
            case NOT_EVIDENCED -> throw new IllegalStateException("A passage is never merely foreseen: " + key);
        };
    }

    private String everyExplanation(StepKey key, List<StepKey> order) {
        return "every explanation of the marks has it"
                + firstMarkedAfter(key, order)
                        .map(later -> " before \"" + label(later) + "\"")
                        .orElse("");
    }

    private String label(StepKey key) {
        return procedure.step(key.id()).label();
    }

    /** The first step with a mark that comes, directly or not, after a step. */
    private Optional<StepKey> firstMarkedAfter(StepKey key, List<StepKey> order) {
        Set<StepKey> behind = new HashSet<>(Set.of(key));
        Map<StepKey, Passage> passages = new HashMap<>();
        keys.forEach((passage, known) -> passages.put(known, passage));
        for (StepKey later : order) {
            if (after.getOrDefault(later, Set.of()).stream().anyMatch(behind::contains)) {
                behind.add(later);
                if (explanations.marksAt(
                                Optional.ofNullable(passages.get(later)).orElseThrow())
                        != 0) {
                    return Optional.of(later);
                }
            }
        }
        return Optional.empty();
    }

    private String told(List<Mark> attesting) {
        return MarkWords.told(attesting, reading);
    }
}
