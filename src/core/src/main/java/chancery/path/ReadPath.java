package chancery.path;

import chancery.document.DocumentId;
import chancery.document.MarkId;
import chancery.document.ReadingId;
import chancery.office.Act;
import chancery.office.Agent;
import chancery.office.Authority.Affiliation;
import chancery.office.Direction;
import chancery.office.OfficeId;
import chancery.office.Phase;
import chancery.office.Way;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Reads a path back from the JSON that {@link PathJson} wrote: what is read is equal to what was written. */
public final class ReadPath {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private ReadPath() {}

    /**
     * The path of a line of JSON.
     *
     * @throws IllegalArgumentException if it is none
     */
    public static Path of(String json) {
        try {
            return path(MAPPER.readTree(json));
        } catch (JsonProcessingException broken) {
            throw new IllegalArgumentException("This is no path as JSON: " + broken.getOriginalMessage(), broken);
        } catch (NoSuchElementException | DateTimeParseException unknown) {
            throw new IllegalArgumentException("This is no path as JSON: " + unknown.getMessage(), unknown);
        }
    }

    private static Path path(JsonNode path) {
        return new Path(
                text(path, "case"),
                text(path, "title"),
                optional(path, "procedure").orElse(Path.NO_PROCEDURE),
                optional(path, "procedureVersion").orElse(""),
                new ReadingId(text(path, "reading")),
                Path.Result.valueOf(
                        text(path, "result").toUpperCase(Locale.ROOT).replace(' ', '_')),
                path.path("explained").asInt(),
                path.path("attesting").asInt(),
                list(path.path("tried"), ReadPath::trial),
                list(path.path("steps"), ReadPath::step),
                list(
                        path.path("unexplained"),
                        mark -> new UnexplainedMark(
                                new MarkId(text(mark, "mark")),
                                known(mark, "act", Act::of).orElseThrow(),
                                optional(mark, "date").orElse(null),
                                text(mark, "reason"))),
                list(
                        path.path("contradictions"),
                        told -> new Contradiction(
                                new MarkId(text(told, "mark")), text(told, "statement"), text(told, "reason"))),
                list(path.path("waitsAt"), step -> new StepId(step.asText())),
                list(
                        path.path("openDecisions"),
                        open -> new OpenDecision(
                                optional(open, "after").map(StepId::new).orElse(null),
                                list(open.path("questions"), JsonNode::asText))));
    }

    private static Trial trial(JsonNode trial) {
        return new Trial(
                text(trial, "procedure"),
                text(trial, "procedureVersion"),
                trial.path("explained").asInt(),
                list(trial.path("signs"), JsonNode::asText),
                optional(trial, "lacks").orElse(null));
    }

    private static Step step(JsonNode step) {
        Map<Agent, Affiliation> affiliations = new HashMap<>();
        List<Agent> agents = list(step.path("agents"), agent -> {
            Agent read = agent(agent);
            optional(agent, "institution")
                    .ifPresent(
                            institution -> affiliations.put(read, new Affiliation(institution, text(agent, "ground"))));
            return read;
        });
        return new Step(
                new StepKey(
                        new StepId(text(step, "id")), step.path("occurrence").asInt()),
                text(step, "label"),
                known(step, "act", Act::of).orElseThrow(),
                known(step, "phase", Phase::of).orElseThrow(),
                known(step, "direction", Direction::of).orElse(null),
                new OfficeId(text(step, "office")),
                text(step, "officeName"),
                known(step, "way", Way::of).orElse(null),
                optional(step, "document").map(DocumentId::new).orElse(null),
                optional(step, "number").orElse(null),
                known(step, "status", EvidenceStatus::of).orElseThrow(),
                step.path("disputed").asBoolean(),
                optional(step, "date").orElse(null),
                day(step, "earliest"),
                day(step, "latest"),
                agents,
                affiliations,
                list(step.path("marks"), mark -> new MarkId(mark.asText())),
                list(step.path("after"), ReadPath::key),
                list(step.path("alternatives"), ReadPath::key),
                text(step, "certainty"),
                text(step, "reason"));
    }

    private static Agent agent(JsonNode agent) {
        return new Agent(
                text(agent, "name"),
                optional(agent, "position").orElse(null),
                optional(agent, "positionFrom").orElse(null),
                optional(agent, "onBehalfOf").orElse(null),
                optional(agent, "ref").orElse(null));
    }

    /** As {@link StepKey#toString} writes it. */
    private static StepKey key(JsonNode key) {
        String[] parts = key.asText().split("#", 2);
        return new StepKey(new StepId(parts[0]), parts.length == 1 ? 1 : Integer.parseInt(parts[1]));
    }

    private static String text(JsonNode of, String field) {
        return optional(of, field)
                .orElseThrow(
                        () -> new IllegalArgumentException("This is no path as JSON: \"" + field + "\" is missing"));
    }

    private static Optional<String> optional(JsonNode of, String field) {
        return of.path(field).isTextual() ? Optional.of(of.path(field).asText()) : Optional.empty();
    }

    private static <T> Optional<T> known(JsonNode of, String field, Function<String, Optional<T>> reader) {
        return optional(of, field).flatMap(reader);
    }

    private static @Nullable LocalDate day(JsonNode of, String field) {
        return optional(of, field).map(LocalDate::parse).orElse(null);
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> reader) {
        return StreamSupport.stream(array.spliterator(), false).map(reader).toList();
    }
}
