package chancery.path;

import chancery.document.Related;
import chancery.office.Agent;
import chancery.office.Authority.Affiliation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Writes a path as JSON, in the form of {@code schema/path.schema.json}: same path, same bytes. */
public final class PathJson {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private PathJson() {}

    /** One line of JSON, its hash included. */
    public static String line(Path path) {
        return text(object(path).put("hash", hash(path)));
    }

    /**
     * The same, and what else the source names beside the document. It is no part of the path, and so not of the hash.
     */
    public static String line(Path path, List<Related> context) {
        ObjectNode object = object(path).put("hash", hash(path));
        ArrayNode named = object.putArray("context");
        context.forEach(related -> named.add(NODES.objectNode()
                .put("kind", chancery.office.Words.key(related.kind()))
                .put("called", related.called())
                .put("target", related.target())
                .put("text", related.text())));
        return text(object);
    }

    /** The first twelve digits of the SHA-256 of the path's JSON without the hash: what a citation can be held to. */
    public static String hash(Path path) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256")
                    .digest(text(object(path)).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(digest).substring(0, 12);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static String text(ObjectNode object) {
        try {
            return MAPPER.writeValueAsString(object);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ObjectNode object(Path path) {
        ObjectNode object = NODES.objectNode()
                .put("case", path.caseId())
                .put("title", path.title())
                .put("procedure", path.result() == Path.Result.BARE ? null : path.procedure())
                .put("procedureVersion", path.result() == Path.Result.BARE ? null : path.procedureVersion())
                .put("reading", path.reading().value())
                .put("result", chancery.office.Words.of(path.result()))
                .put("explained", path.explained())
                .put("attesting", path.attesting());
        ArrayNode tried = object.putArray("tried");
        path.tried().forEach(trial -> tried.add(object(trial)));
        ArrayNode steps = object.putArray("steps");
        Map<StepKey, Integer> branches = branches(path);
        path.steps().forEach(step -> steps.add(object(step).put("branch", branches.get(step.key()))));
        ArrayNode unexplained = object.putArray("unexplained");
        path.unexplained()
                .forEach(mark -> unexplained.add(NODES.objectNode()
                        .put("mark", mark.mark().value())
                        .put("act", mark.act().word())
                        .put("date", mark.date())
                        .put("reason", mark.reason())));
        ArrayNode contradictions = object.putArray("contradictions");
        path.contradictions()
                .forEach(contradiction -> contradictions.add(NODES.objectNode()
                        .put("mark", contradiction.mark().value())
                        .put("statement", contradiction.statement())
                        .put("reason", contradiction.reason())));
        object.set("doneLast", texts(path.doneLast().stream().map(Step::key).toList()));
        object.set("waitsAt", texts(path.waitsAt()));
        ArrayNode open = object.putArray("openDecisions");
        path.openDecisions()
                .forEach(decision -> open.add(NODES.objectNode()
                        .put(
                                "after",
                                decision.after() == null
                                        ? null
                                        : decision.after().value())
                        .set("questions", texts(decision.questions()))));
        return object;
    }

    /** The number of the branch that each possible step belongs to, from 1. */
    private static Map<StepKey, Integer> branches(Path path) {
        Map<StepKey, Integer> numbers = new HashMap<>();
        for (Branch branch : path.branches()) {
            int number = 1 + (int) numbers.values().stream().distinct().count();
            branch.steps().forEach(step -> numbers.put(step.key(), number));
        }
        return numbers;
    }

    private static ObjectNode object(Trial trial) {
        ObjectNode object = NODES.objectNode()
                .put("procedure", trial.procedure())
                .put("procedureVersion", trial.procedureVersion())
                .put("explained", trial.explained());
        object.set("signs", texts(trial.signs()));
        return object.put("lacks", trial.lacks());
    }

    private static ObjectNode object(Step step) {
        ObjectNode object = NODES.objectNode()
                .put("id", step.key().id().value())
                .put("occurrence", step.key().occurrence())
                .put("label", step.label())
                .put("act", step.act().word())
                .put("phase", step.phase().word())
                .put(
                        "direction",
                        step.direction() == null ? null : step.direction().word())
                .put("office", step.office().value())
                .put("officeName", step.officeName())
                .put("way", step.way() == null ? null : step.way().word())
                .put(
                        "document",
                        step.document() == null ? null : step.document().value())
                .put("number", step.number())
                .put("status", step.status().word())
                .put("disputed", step.disputed())
                .put("date", step.date())
                .put(
                        "earliest",
                        step.earliest() == null ? null : step.earliest().toString())
                .put("latest", step.latest() == null ? null : step.latest().toString());
        ArrayNode agents = object.putArray("agents");
        step.agents()
                .forEach(agent -> agents.add(object(agent, step.affiliations().get(agent))));
        object.set("marks", texts(step.marks()));
        object.set("after", texts(step.after()));
        object.set("alternatives", texts(step.alternatives()));
        return object.put("certainty", step.certainty()).put("reason", step.reason());
    }

    private static ObjectNode object(Agent agent, @Nullable Affiliation known) {
        return NODES.objectNode()
                .put("name", agent.name())
                .put("position", agent.position())
                .put("positionFrom", agent.positionFrom())
                .put("onBehalfOf", agent.onBehalfOf())
                .put("ref", agent.ref())
                .put("institution", known == null ? null : known.institution())
                .put("ground", known == null ? null : known.ground());
    }

    private static ArrayNode texts(Collection<?> values) {
        ArrayNode texts = NODES.arrayNode();
        values.forEach(value -> texts.add(value.toString()));
        return texts;
    }
}
