package chancery.comparison;

import chancery.comparison.Comparison.Agreement;
import chancery.comparison.Comparison.Row;
import chancery.office.Words;
import chancery.path.Path;
import chancery.path.PathJson;
import chancery.path.Step;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** Writes a comparison as JSON, in the form of {@code schema/comparison.schema.json}: same paths, same bytes. */
public final class ComparisonJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ComparisonJson() {}

    /** One line of JSON. */
    public static String line(Comparison comparison) {
        ObjectNode object = sides(comparison.left(), comparison.right(), "compared");
        object.put("cost", comparison.cost());
        ObjectNode counts = object.putObject("counts");
        for (Agreement agreement : Agreement.values()) {
            counts.put(key(agreement), comparison.rows(agreement).size());
        }
        ArrayNode rows = object.putArray("rows");
        for (Row row : comparison.rows()) {
            ObjectNode told = rows.addObject().put("agreement", Words.of(row.agreement()));
            told.set("left", step(row.left()));
            told.set("right", step(row.right()));
        }
        return text(object);
    }

    /**
     * One line of JSON for two paths that were not compared.
     *
     * @param result why not: {@code not described} or {@code not computed}
     */
    public static String withoutComparison(Path left, Path right, String result) {
        return text(sides(left, right, result));
    }

    private static ObjectNode sides(Path left, Path right, String result) {
        ObjectNode object = NODES.objectNode().put("result", result);
        object.set("left", side(left));
        object.set("right", side(right));
        return object;
    }

    private static ObjectNode side(Path path) {
        return NODES.objectNode()
                .put("case", path.caseId())
                .put("title", path.title())
                .put("procedure", path.procedure())
                .put("procedureVersion", path.procedureVersion())
                .put("reading", path.reading().value())
                .put("result", Words.of(path.result()))
                .put("path", PathJson.hash(path));
    }

    private static @Nullable ObjectNode step(@Nullable Step step) {
        if (step == null) {
            return null;
        }
        return NODES.objectNode()
                .put("id", step.key().id().value())
                .put("occurrence", step.key().occurrence())
                .put("label", step.label())
                .put("act", step.act().word())
                .put(
                        "direction",
                        step.direction() == null ? null : step.direction().word())
                .put("office", step.office().value())
                .put("officeName", step.officeName())
                .put("number", step.number())
                .put("date", step.date())
                .put(
                        "earliest",
                        step.earliest() == null ? null : step.earliest().toString())
                .put("latest", step.latest() == null ? null : step.latest().toString())
                .put("status", step.status().word())
                .put("disputed", step.disputed());
    }

    private static String key(Agreement agreement) {
        return switch (agreement) {
            case SAME_STEP -> "sameStep";
            case SAME_ACT -> "sameAct";
            case ONLY_LEFT -> "onlyLeft";
            case ONLY_RIGHT -> "onlyRight";
        };
    }

    private static String text(ObjectNode object) {
        try {
            return MAPPER.writeValueAsString(object);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
