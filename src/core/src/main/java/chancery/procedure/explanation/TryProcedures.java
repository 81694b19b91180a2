package chancery.procedure.explanation;

import chancery.casefile.Dossier;
import chancery.document.ReadingId;
import chancery.path.Path;
import chancery.path.Trial;
import chancery.procedure.Procedure;
import chancery.procedure.explanation.ExplainMarks.Attempt;
import java.util.Comparator;
import java.util.List;

/**
 * Tries procedures on a dossier and takes the one that describes it best: the one that explains most marks, of equals
 * the first. If none describes it, the path says so and holds nothing; if one could not be computed, nobody knows
 * whether it would have.
 */
public final class TryProcedures {
    private static final Comparator<Attempt> BY_DESCRIPTION = Comparator.<Attempt>comparingInt(
                    tried -> rank(tried.result()))
            .thenComparingInt(tried -> tried.trial().explained());

    private final List<ExplainMarks> explainers;

    /**
     * @param procedures at least one, by id
     */
    public TryProcedures(List<Procedure> procedures) {
        this.explainers = procedures.stream().map(ExplainMarks::new).toList();
    }

    /** The best of the paths of a dossier under one of its readings. */
    public Reconstruction explain(Dossier dossier, ReadingId reading) {
        List<Attempt> tried = explainers.stream()
                .map(explain -> explain.attempt(dossier, reading))
                .toList();
        // of equals the stream keeps the first
        Reconstruction best =
                tried.stream().max(BY_DESCRIPTION).orElseThrow().path().get();
        List<Trial> trials = tried.stream().map(Attempt::trial).toList();
        return new Reconstruction(best.procedure(), best.path().from(trials), best.script(), best.toEnd());
    }

    private static int rank(Path.Result result) {
        return switch (result) {
            case DESCRIBED -> 2;
            case NOT_COMPUTED -> 1;
            case NOT_DESCRIBED -> 0;
        };
    }
}
