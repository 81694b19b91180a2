package chancery.web.resource;

import chancery.procedure.live.Instances;
import chancery.procedure.live.Instances.Definition;
import chancery.procedure.live.Instances.Kind;
import chancery.procedure.live.Instances.ProcedureInstance;
import chancery.procedure.live.Instances.State;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;

/** Where the cases that were run stand, as their paths say it; what was superseded is left out. */
final class Standings {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private static final String END = "";

    private final Instances instances;

    Standings(Instances instances) {
        this.instances = instances;
    }

    /**
     * The cases that ran on one procedure.
     *
     * @param simulated how many of them were also run on to see what would follow
     * @param places where they stand, the most at one place first
     */
    record OfProcedure(String procedure, String name, int cases, long simulated, List<Place> places) {}

    /**
     * Where cases stand.
     *
     * @param at the open steps and decisions, in words; empty for the cases that have come to their end
     */
    record Place(String at, List<Case> cases) {
        @JsonIgnore
        boolean isEnd() {
            return at.equals(END);
        }
    }

    record Case(String id, String title, String instanceId) {}

    /** Of every procedure on which something ran, by id. */
    List<OfProcedure> all() {
        Map<String, List<Definition>> procedures = instances.definitions().stream()
                .collect(Collectors.groupingBy(Definition::procedure, TreeMap::new, Collectors.toList()));
        return procedures.values().stream()
                .map(this::of)
                .filter(ran -> ran.cases() > 0)
                .toList();
    }

    /** @param versions of one procedure, the newest first; a case that is as it was stays on the version it ran on */
    private OfProcedure of(List<Definition> versions) {
        Definition newest = versions.get(0);
        List<ProcedureInstance> current = versions.stream()
                .flatMap(version -> instances.of(version).stream())
                .filter(instance -> instance.state() != State.SUPERSEDED)
                .toList();
        Map<String, ProcedureInstance> archived = current.stream()
                .filter(instance -> instance.kind() == Kind.ARCHIVED)
                .collect(Collectors.toMap(ProcedureInstance::id, Function.identity()));
        Map<String, List<Case>> cases = new TreeMap<>();
        instances.paths(newest.procedure(), (id, json) -> {
            ProcedureInstance instance = archived.get(id);
            if (instance != null) {
                JsonNode path = read(json);
                cases.computeIfAbsent(at(instance.state(), path), first -> new ArrayList<>())
                        .add(new Case(instance.caseId(), path.path("title").asText(), id));
            }
        });
        return new OfProcedure(
                newest.procedure(),
                newest.name(),
                archived.size(),
                current.stream()
                        .filter(instance -> instance.kind() == Kind.SIMULATED)
                        .count(),
                places(cases));
    }

    private static List<Place> places(Map<String, List<Case>> cases) {
        return cases.entrySet().stream()
                .map(at -> new Place(
                        at.getKey(),
                        at.getValue().stream()
                                .sorted(Comparator.comparing(Case::id))
                                .toList()))
                .sorted(Comparator.comparing(Place::isEnd)
                        .thenComparing(place -> -place.cases().size()))
                .toList();
    }

    private static String at(State state, JsonNode path) {
        return switch (state) {
            case RUNNING -> open(path);
            case ENDED -> "no step, since somebody ended it";
            default -> END;
        };
    }

    /** What {@link chancery.path.Path#open} says, of a path that is kept as JSON. */
    private static String open(JsonNode path) {
        Map<String, String> labels = new HashMap<>();
        path.path("steps")
                .forEach(step -> labels.putIfAbsent(
                        step.path("id").asText(), step.path("label").asText()));
        Map<String, String> questions = new LinkedHashMap<>();
        path.path("openDecisions")
                .forEach(decision -> questions.put(decision.path("after").asText(""), quoted(decision)));
        List<String> open = new ArrayList<>();
        if (questions.containsKey("")) {
            open.add(questions.get(""));
        }
        path.path("waitsAt").forEach(step -> {
            String label = "“" + labels.getOrDefault(step.asText(), step.asText()) + "”";
            open.add(questions.containsKey(step.asText()) ? questions.get(step.asText()) + " after " + label : label);
        });
        return String.join(", ", open);
    }

    private static String quoted(JsonNode decision) {
        return StreamSupport.stream(decision.path("questions").spliterator(), false)
                .map(question -> "“" + question.asText() + "”")
                .collect(Collectors.joining(" and "));
    }

    private static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }
}
