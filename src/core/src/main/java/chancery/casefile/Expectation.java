package chancery.casefile;

import chancery.document.MarkId;
import chancery.document.ReadingId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a case file expects of its path under one reading; {@code null} where nothing is expected.
 *
 * @param describedBy the id of the procedure that describes the document, or {@link #NONE}
 * @param steps statuses by step, written {@code Task_Draft} or, for a later round, {@code Task_Draft#2}; a status may
 *     end in {@code , disputed}
 * @param contradicted the marks whose statements contradict themselves
 */
public record Expectation(
        @Nullable ReadingId reading,
        @Nullable String describedBy,
        Map<String, String> steps,
        @Nullable List<String> waitsAt,
        @Nullable List<MarkId> unexplained,
        @Nullable List<MarkId> contradicted,
        int line) {
    /** No procedure describes the document. */
    public static final String NONE = "none";
}
