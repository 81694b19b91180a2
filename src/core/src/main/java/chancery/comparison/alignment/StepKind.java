package chancery.comparison.alignment;

import chancery.office.Act;
import chancery.office.Direction;
import chancery.office.OfficeId;
import chancery.path.EvidenceStatus;
import chancery.path.Step;
import org.jspecify.annotations.Nullable;

/** All of a step that its cost depends on. */
public record StepKind(Act act, @Nullable Direction direction, OfficeId office, EvidenceStatus status) {
    public static StepKind of(Step step) {
        return new StepKind(step.act(), step.direction(), step.office(), step.status());
    }

    /** Whether both do the same, a registration in the same direction. */
    public boolean doesAs(StepKind other) {
        return act == other.act && direction == other.direction;
    }

    public boolean isAt(StepKind other) {
        return office.equals(other.office);
    }
}
