package chancery.procedure.diagram;

import chancery.document.Form;
import chancery.office.Act;
import chancery.office.Direction;
import chancery.office.OfficeId;
import chancery.office.Phase;
import chancery.office.Way;
import chancery.path.StepId;
import chancery.register.SeriesId;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A step as a diagram draws it.
 *
 * @param documents the documentary forms it is about; empty for any
 * @param way how it is decided, where the diagram says so
 * @param source where the step is known from, or {@value #ASSUMED}
 * @param number its number in the written description of the procedure
 * @param participants who takes part, when the step is done by several; else {@code null}
 * @param series the number series that a registration draws from, where the diagram names one
 */
public record ProcedureStep(
        StepId id,
        String label,
        Act act,
        Phase phase,
        @Nullable Direction direction,
        OfficeId office,
        Set<Form> documents,
        @Nullable Way way,
        String source,
        @Nullable String number,
        @Nullable Participants participants,
        @Nullable SeriesId series) {
    /** What stands for the source of a step that none tells of. */
    public static final String ASSUMED = "assumed";

    public ProcedureStep {
        documents = Set.copyOf(documents);
    }

    /**
     * The variable that names those who take part, and the one that names each of them in turn.
     */
    public record Participants(String all, String each) {}

    /** Whether several take part, so that its marks are a bag and may differ in date. */
    public boolean isShared() {
        return participants != null;
    }

    /** Whether no source says that it must happen. */
    public boolean isAssumed() {
        return source.equals(ASSUMED);
    }

    /** Where the step is known from, as a premise: {@code step 3 (assumed)}. */
    public String premise() {
        return (number == null ? "a step" : "step " + number) + " (" + source + ")";
    }
}
