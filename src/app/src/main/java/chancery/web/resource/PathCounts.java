package chancery.web.resource;

import chancery.document.date.HistoricalDate;
import chancery.path.EvidenceStatus;
import chancery.procedure.live.Instances.Kind;
import chancery.procedure.live.Instances.ProcedureInstance;
import chancery.procedure.live.Instances.State;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Counts, over the paths of many instances, which step has which status, and notes of each the first and the last day.
 * Superseded instances are left out; simulated ones are counted apart.
 */
final class PathCounts {
    private static final ObjectMapper MAPPER = new ObjectMapper();

    private final Set<String> wanted;
    private final Set<String> counted;
    private final Set<String> simulated;
    private final Map<String, Known> known = new HashMap<>();
    private final Map<String, Step> steps = new TreeMap<>();

    /** What a path tells of its instance. */
    record Known(
            String title,
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest) {}

    private static final class Step {
        private final Map<String, Integer> counts = new TreeMap<>();
        private final Set<String> simulatedBy = new HashSet<>();
        private int disputed;
    }

    PathCounts(Collection<ProcedureInstance> instances) {
        this.wanted = instances.stream().map(ProcedureInstance::id).collect(Collectors.toSet());
        this.counted = ids(instances, Kind.ARCHIVED);
        this.simulated = ids(instances, Kind.SIMULATED);
    }

    private static Set<String> ids(Collection<ProcedureInstance> instances, Kind kind) {
        return instances.stream()
                .filter(instance -> instance.kind() == kind && instance.state() != State.SUPERSEDED)
                .map(ProcedureInstance::id)
                .collect(Collectors.toSet());
    }

    /** Takes the path of an instance; one of an instance that is not asked for is passed over. */
    void addPath(String instanceId, String json) {
        if (!wanted.contains(instanceId)) {
            return;
        }
        JsonNode path = read(json);
        Span span = new Span();
        Map<String, EvidenceStatus> strongest = new HashMap<>();
        Set<String> disputed = new HashSet<>();
        for (JsonNode step : path.path("steps")) {
            EvidenceStatus status =
                    EvidenceStatus.of(step.path("status").asText()).orElseThrow();
            String id = step.path("id").asText();
            strongest.merge(id, status, PathCounts::stronger);
            if (step.path("disputed").asBoolean()) {
                disputed.add(id);
            }
            span.add(step.path("date").textValue());
        }
        path.path("unexplained").forEach(mark -> span.add(mark.path("date").textValue()));
        known.put(instanceId, new Known(path.path("title").asText(), span.first, span.last));
        if (counted.contains(instanceId)) {
            strongest.forEach((id, status) -> step(id).counts.merge(status.word(), 1, Integer::sum));
            disputed.forEach(id -> step(id).disputed++);
        }
    }

    /** Takes a step that an instance ran although nothing shows it. */
    void addSimulated(String instanceId, String step) {
        if (simulated.contains(instanceId)) {
            step(step).simulatedBy.add(instanceId);
        }
    }

    /** In a later round of a loop the same step may stand otherwise; what is better known counts, a clash before all. */
    private static EvidenceStatus stronger(EvidenceStatus one, EvidenceStatus other) {
        if (one == EvidenceStatus.CONTRADICTED || other == EvidenceStatus.CONTRADICTED) {
            return EvidenceStatus.CONTRADICTED;
        }
        return one.compareTo(other) <= 0 ? one : other;
    }

    @Nullable
    Known known(String instanceId) {
        return known.get(instanceId);
    }

    int counted() {
        return counted.size();
    }

    int simulated() {
        return simulated.size();
    }

    List<DefinitionResource.StepCounts> steps() {
        return steps.entrySet().stream()
                .map(step -> new DefinitionResource.StepCounts(
                        step.getKey(),
                        step.getValue().counts,
                        step.getValue().disputed,
                        step.getValue().simulatedBy.size()))
                .toList();
    }

    private Step step(String id) {
        return steps.computeIfAbsent(id, first -> new Step());
    }

    private static JsonNode read(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private static final class Span {
        private @Nullable LocalDate first;
        private @Nullable LocalDate last;

        void add(@Nullable String edtf) {
            if (edtf == null) {
                return;
            }
            HistoricalDate date = HistoricalDate.parse(edtf);
            LocalDate from = date.earliest();
            LocalDate to = date.latest();
            if (from != null && (first == null || from.isBefore(first))) {
                first = from;
            }
            if (to != null && (last == null || to.isAfter(last))) {
                last = to;
            }
        }
    }
}
