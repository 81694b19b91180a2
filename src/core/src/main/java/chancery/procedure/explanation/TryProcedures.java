package chancery.procedure.explanation;

import chancery.casefile.Dossier;
import chancery.document.ReadingId;
import chancery.path.Path;
import chancery.path.Trial;
import chancery.procedure.Procedure;
import java.util.Comparator;
import java.util.List;

/**
 * Tries procedures on a dossier and takes the one that describes it best: the one that explains most marks, of equals
 * the first. If none describes it, the path says so and holds nothing; if one could not be computed, nobody knows
 * whether it would have.
 */
public final class TryProcedures {
    private static final Comparator<Reconstruction> BY_DESCRIPTION = Comparator.<Reconstruction>comparingInt(
                    tried -> rank(tried.path().result()))
            .thenComparingInt(tried -> tried.path().explained());

    private final List<ExplainMarks> explainers;

    /**
     * @param procedures at least one, by id
     */
    public TryProcedures(List<Procedure> procedures) {
        this.explainers = procedures.stream().map(ExplainMarks::new).toList();
    }

    /** The best of the paths of a dossier under one of its readings. */
    public Reconstruction explain(Dossier dossier, ReadingId reading) {
        List<Reconstruction> tried = explainers.stream()
                .map(explain -> explain.explain(dossier, reading))
                .toList();
        List<Trial> trials =
                tried.stream().flatMap(each -> each.path().tried().stream()).toList();
        // of equals the stream keeps the first
        Reconstruction best = tried.stream().max(BY_DESCRIPTION).orElseThrow();
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
