package chancery.path;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What a new path concludes otherwise than the one that ran before. */
public final class Changes {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private Changes() {}

    /**
     * The differences, a sentence each.
     *
     * @param before the earlier path as JSON
     */
    public static List<String> between(String before, Path now) {
        Map<String, String> earlier = new LinkedHashMap<>();
        for (JsonNode step : read(before).path("steps")) {
            String occurrence = step.path("occurrence").asInt() == 1
                    ? ""
                    : "#" + step.path("occurrence").asInt();
            earlier.put(
                    step.path("id").asText() + occurrence,
                    step.path("status").asText() + (step.path("disputed").asBoolean() ? ", disputed" : ""));
        }
        List<String> changes = new ArrayList<>();
        for (Step step : now.steps()) {
            String was = earlier.remove(step.key().toString());
            if (!step.standing().equals(was)) {
                changes.add("\"" + step.label() + "\" is now " + step.standing() + ", it was "
                        + (was == null ? "not on the path" : was));
            }
        }
        earlier.forEach((step, was) -> changes.add(step + " is no longer on the path, it was " + was));
        return changes.isEmpty() ? List.of("its conclusions are the same as before") : changes;
    }

    private static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
