package chancery.web.resource;

import chancery.audit.ActBook;
import chancery.path.StepId;
import chancery.procedure.live.Instances;
import chancery.procedure.live.Instances.ProcedureInstance;
import chancery.procedure.live.LiveWork;
import chancery.registry.Registers;
import com.fasterxml.jackson.annotation.JsonRawValue;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** One instance, running or not: what it stands for, its path and its history. */
@RestController
public class InstanceResource {
    private final Instances instances;
    private final LiveWork work;
    private final ActBook book;
    private final Registers registers;

    InstanceResource(Instances instances, LiveWork work, ActBook book, Registers registers) {
        this.instances = instances;
        this.work = work;
        this.book = book;
        this.registers = registers;
    }

    /**
     * The answer.
     *
     * @param kind {@code archived}, {@code simulated} or {@code live}
     * @param state {@code running}, {@code finished}, {@code superseded} or {@code ended}
     * @param waitsAt the steps at which the engine stands
     * @param path as {@code schema/path.schema.json} has it; {@code null} for live work
     */
    record Answer(
            String instanceId,
            @Nullable String businessKey,
            String caseId,
            String kind,
            String state,
            @Nullable String reading,
            String procedure,
            @Nullable String procedureVersion,
            String definitionId,
            Instant started,
            @Nullable Instant ended,
            List<String> waitsAt,
            @JsonRawValue @Nullable String path,
            List<LedgerLine> ledger,
            List<RegisteredNumber> numbers) {}

    @GetMapping("/chancery/api/instances/{id}")
    Answer instance(@PathVariable("id") String id, Principal user) {
        ProcedureInstance instance = instances
                .find(EngineId.instance(id))
                .filter(new OwnCases(work, book, user.getName())::sees)
                .orElseThrow(
                        () -> new NotFound("There is no instance " + id + "; the engine has run none of that id."));
        List<LedgerLine> entries =
                book.ofInstance(id).stream().map(LedgerLine::of).toList();
        String path = instances.path(id).orElse(null);
        return new Answer(
                id,
                instance.businessKey(),
                instance.caseId(),
                instance.kind().word(),
                instance.state().word(),
                entries.stream()
                        .map(LedgerLine::reading)
                        .filter(reading -> reading != null)
                        .findFirst()
                        .orElse(null),
                instance.procedure(),
                instance.procedureVersion(),
                instance.definitionId(),
                instance.started(),
                instance.ended(),
                instances.waitsAt(id).stream().map(StepId::value).toList(),
                path,
                entries,
                registers.entriesOf(id).stream().map(RegisteredNumber::of).toList());
    }
}
