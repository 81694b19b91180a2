package chancery.path;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A decision that the marks leave open.
 *
 * @param after the step that was done before it; {@code null} where it is open how the path began
 * @param questions what is asked there, as the diagram words it; several where several ways lie open at once
 */
public record OpenDecision(@Nullable StepId after, List<String> questions) {
    /** Not even where the path entered the procedure is sure. */
    public static final OpenDecision HOW_IT_BEGAN = new OpenDecision(null, List.of("how it began"));

    public OpenDecision {
        questions = List.copyOf(questions);
    }
}
