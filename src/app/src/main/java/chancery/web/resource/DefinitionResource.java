package chancery.web.resource;

import chancery.audit.ActBook;
import chancery.procedure.live.Instances;
import chancery.procedure.live.Instances.Definition;
import chancery.procedure.live.Instances.ProcedureInstance;
import chancery.procedure.live.LiveWork;
import java.security.Principal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** A deployed procedure: all that ran on it, finished instances included, and how often which step is evidenced. */
@RestController
public class DefinitionResource {
    private final Instances instances;
    private final LiveWork work;
    private final ActBook book;

    DefinitionResource(Instances instances, LiveWork work, ActBook book) {
        this.instances = instances;
        this.work = work;
        this.book = book;
    }

    /**
     * The answer.
     *
     * @param counted how many archived instances the counts of steps rest on; superseded ones are left out
     * @param simulated how many simulated instances are counted apart
     */
    record Answer(
            String definitionId,
            String procedure,
            String name,
            int version,
            int counted,
            int simulated,
            List<Row> instances,
            List<StepCounts> steps) {}

    /**
     * An instance.
     *
     * @param title of its case; {@code null} for live work
     * @param earliest first day that a mark of it gives
     * @param latest last such day
     */
    record Row(
            String instanceId,
            @Nullable String businessKey,
            String caseId,
            @Nullable String title,
            String kind,
            String state,
            Instant started,
            @Nullable Instant ended,
            @Nullable LocalDate earliest,
            @Nullable LocalDate latest) {}

    /**
     * How many archived instances have a step with which status.
     *
     * @param counts by status, in the words of {@link chancery.path.EvidenceStatus}
     * @param disputed how many of them have marks with competing readings
     * @param simulated in how many simulated instances it was run although nothing shows it
     */
    record StepCounts(String step, Map<String, Integer> counts, int disputed, int simulated) {}

    /** A deployed procedure in short. */
    record Short(String definitionId, String procedure, String name, int version) {}

    @GetMapping("/chancery/api/definitions")
    List<Short> definitions() {
        return instances.definitions().stream()
                .map(known -> new Short(known.id(), known.procedure(), known.name(), known.version()))
                .toList();
    }

    @GetMapping("/chancery/api/definitions/{id}")
    Answer definition(@PathVariable("id") String id, Principal user) {
        Definition definition = instances
                .definition(EngineId.definition(id))
                .orElseThrow(
                        () -> new NotFound("There is no process definition " + id + "; the engine has deployed none."));
        List<ProcedureInstance> all = instances.of(definition).stream()
                .filter(new OwnCases(work, book, user.getName())::sees)
                .toList();
        PathCounts counts = new PathCounts(all);
        instances.paths(definition.procedure(), counts::addPath);
        book.simulatedSteps(definition.procedure(), counts::addSimulated);
        return new Answer(
                definition.id(),
                definition.procedure(),
                definition.name(),
                definition.version(),
                counts.counted(),
                counts.simulated(),
                all.stream().map(instance -> row(instance, counts)).toList(),
                counts.steps());
    }

    private static Row row(ProcedureInstance instance, PathCounts counts) {
        PathCounts.Known known = counts.known(instance.id());
        return new Row(
                instance.id(),
                instance.businessKey(),
                instance.caseId(),
                known == null ? null : known.title(),
                instance.kind().word(),
                instance.state().word(),
                instance.started(),
                instance.ended(),
                known == null ? null : known.earliest(),
                known == null ? null : known.latest());
    }
}
