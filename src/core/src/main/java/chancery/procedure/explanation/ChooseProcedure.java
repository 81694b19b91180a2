package chancery.procedure.explanation;

import chancery.casefile.Dossier;
import chancery.document.ReadingId;
import chancery.office.Authority;
import chancery.path.Path;
import chancery.path.Trial;
import chancery.procedure.Procedure;
import chancery.procedure.explanation.ExplainMarks.Attempt;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Chooses the procedure of a dossier, or none. One that the case names is taken. Of the others those are candidates for
 * which state, time, form and at least one distinguishing sign speak ({@link Signs}); of these the one that explains most
 * marks is taken, then the one with most signs. Of equals none is, and where there is no candidate, or it explains
 * nothing, the path is bare. If one could not be computed, nobody knows whether it would have been better.
 */
public final class ChooseProcedure {
    private static final Comparator<Attempt> BY_FIT = Comparator.<Attempt>comparingInt(
                    tried -> tried.trial().explained())
            .thenComparingInt(tried -> tried.trial().signs().size());

    private final Map<Procedure, ExplainMarks> explainers = new LinkedHashMap<>();
    private final Authority authority;

    /**
     * @param procedures at least one, by id
     */
    public ChooseProcedure(List<Procedure> procedures) {
        this.authority = procedures.get(0).provenance().authority();
        procedures.forEach(procedure -> explainers.put(procedure, new ExplainMarks(procedure)));
    }

    /** The path of a dossier under one of its readings. */
    public Reconstruction explain(Dossier dossier, ReadingId reading) {
        if (dossier.procedure() != null) {
            return explainers.values().iterator().next().explain(dossier, reading);
        }
        List<Trial> trials = new ArrayList<>();
        List<Attempt> candidates = new ArrayList<>();
        explainers.forEach((procedure, explain) -> {
            Signs signs = new Signs(procedure, dossier, reading);
            Optional<String> lacks = signs.lacks();
            if (lacks.isPresent()) {
                trials.add(new Trial(procedure.id(), procedure.version(), 0, signs.all(), lacks.get()));
            } else {
                Attempt attempt = explain.attempt(dossier, reading, signs.all());
                trials.add(attempt.trial());
                candidates.add(attempt);
            }
        });
        return best(candidates)
                .map(best -> best.path().get())
                .map(best ->
                        new Reconstruction(best.procedure(), best.path().from(trials), best.script(), best.toEnd()))
                .orElseGet(() -> new BarePath(dossier, reading, authority).reconstruction(trials));
    }

    /** The one that fits better than any other, or one that could not be computed if there is none. */
    private static Optional<Attempt> best(List<Attempt> candidates) {
        List<Attempt> describing = candidates.stream()
                .filter(attempt -> attempt.result() == Path.Result.DESCRIBED)
                .toList();
        Optional<Attempt> best = describing.stream().max(BY_FIT);
        if (best.isEmpty()) {
            return candidates.stream()
                    .filter(attempt -> attempt.result() == Path.Result.NOT_COMPUTED)
                    .findFirst();
        }
        long alike = describing.stream()
                .filter(attempt -> BY_FIT.compare(attempt, best.get()) == 0)
                .count();
        return alike == 1 ? best : Optional.empty();
    }
}
