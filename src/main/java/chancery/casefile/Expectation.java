package chancery.casefile;

import chancery.document.MarkId;
import chancery.document.ReadingId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a case file expects of its path under one reading; {@code null} where nothing is expected.
 *
 * @param steps statuses by step, written {@code Task_Draft} or, for a later round, {@code Task_Draft#2}; a status may
 *     end in {@code , disputed}
 * @param contradicted the marks whose statements contradict themselves
 */
public record Expectation(
        @Nullable ReadingId reading,
        Map<String, String> steps,
        @Nullable List<String> waitsAt,
        @Nullable List<MarkId> unexplained,
        @Nullable List<MarkId> contradicted,
        int line) {}
