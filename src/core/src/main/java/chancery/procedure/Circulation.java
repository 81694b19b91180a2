package chancery.procedure;

import chancery.path.StepId;
import java.util.List;

/**
 * Those to whom a question goes round for their vote or clearance, as far as they are known.
 *
 * @param step a step that several take part in
 * @param source where the members are known from, or {@code assumed}
 */
public record Circulation(StepId step, List<String> members, String source) {
    public Circulation {
        members = List.copyOf(members);
    }
}
