package chancery.comparison.procedure;

import chancery.office.Words;
import chancery.procedure.Procedure;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes a comparison of procedures as JSON, in the form of {@code schema/procedure-comparison.schema.json}. */
public final class ProcedureComparisonJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ProcedureComparisonJson() {}

    /** One line of JSON: same procedures, same bytes. */
    public static String line(ProcedureComparison comparison) {
        ObjectNode object = JsonNodeFactory.instance.objectNode();
        object.set("left", side(comparison.left()));
        object.set("right", side(comparison.right()));
        ArrayNode overview = object.putArray("overview");
        comparison
                .overview()
                .forEach(topic -> overview.addObject()
                        .put("topic", topic.topic())
                        .put("left", topic.left())
                        .put("right", topic.right()));
        ArrayNode orders = object.putArray("orders");
        comparison
                .orders()
                .forEach(order -> orders.addObject()
                        .put("first", order.first())
                        .put("second", order.second())
                        .put("left", order.left())
                        .put("right", order.right()));
        ArrayNode differences = object.putArray("differences");
        comparison.differences().forEach(difference -> {
            ObjectNode told = differences
                    .addObject()
                    .put("kind", Words.of(difference.kind()))
                    .put("sentence", difference.sentence());
            ArrayNode elements = told.putArray("elements");
            difference.elements().forEach(elements::add);
        });
        try {
            return MAPPER.writeValueAsString(object);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ObjectNode side(Procedure procedure) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("procedure", procedure.id())
                .put("title", procedure.title())
                .put("version", procedure.version())
                .put("validity", procedure.validity())
                .put("confidence", procedure.confidence());
    }
}
