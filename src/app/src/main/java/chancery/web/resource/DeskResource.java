package chancery.web.resource;

import chancery.audit.ActBook;
import chancery.casefile.CaseFile;
import chancery.procedure.live.LiveWork;
import chancery.procedure.live.LiveWork.Deadline;
import chancery.procedure.live.LiveWork.Entrance;
import chancery.procedure.live.LiveWork.Field;
import chancery.procedure.live.LiveWork.LiveCase;
import chancery.registry.Registers;
import chancery.web.page.Navigation;
import java.security.Principal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;

/** Live work: what there is, a case begun, a message handed in, a case written out. */
@RestController
public class DeskResource {
    private final LiveWork work;
    private final ActBook book;
    private final Registers registers;
    private final Navigation navigation;

    DeskResource(LiveWork work, ActBook book, Registers registers, Navigation navigation) {
        this.work = work;
        this.book = book;
        this.registers = registers;
        this.navigation = navigation;
    }

    /**
     * All that the desk shows.
     *
     * @param paths where the paths of instances lie; {@code null} where they are not open to the user
     */
    record Answer(
            List<Entry> entrances,
            List<Case> cases,
            List<Owed> deadlines,
            @Nullable String paths) {}

    /** Where a case can begin. */
    record Entry(String procedure, String title, String entry, String label, String office) {}

    /** A live case. */
    record Case(
            String id,
            String title,
            String procedure,
            String instanceId,
            Instant begun,
            @Nullable Instant ended,
            List<Open> standsAt,
            List<Awaited> awaits,
            List<RegisteredNumber> numbers) {}

    /** An open step. */
    record Open(String step, String label, String office, String officeName) {}

    /** A message that a case can take now. */
    record Awaited(String message, String label, String office, String officeName, List<Field> fields) {}

    /** Who owes what by when. */
    record Owed(
            String caseId,
            String title,
            String step,
            String what,
            String office,
            String officeName,
            String reminder,
            Instant due,
            boolean overdue) {}

    /** A case to begin. */
    record Begin(
            @Nullable String procedure,
            @Nullable String entry,
            @Nullable String caseId,
            @Nullable String title) {}

    /** The case that was begun. */
    record Begun(String caseId, String instanceId) {}

    @GetMapping("/chancery/api/desk")
    Answer desk(Principal user) {
        OwnCases own = new OwnCases(work, book, user.getName());
        return new Answer(
                own.entrances().stream().map(DeskResource::entry).toList(),
                own.cases().stream().map(this::told).toList(),
                own.deadlines().stream().map(DeskResource::owed).toList(),
                navigation.paths(user));
    }

    @PostMapping("/chancery/api/cases")
    @ResponseStatus(HttpStatus.CREATED)
    Begun begin(@RequestBody Begin wanted, Principal user) {
        String id = Optional.ofNullable(wanted.caseId()).orElse("").strip();
        String instance = work.begin(
                user.getName(),
                Optional.ofNullable(wanted.procedure()).orElse(""),
                Optional.ofNullable(wanted.entry()).orElse(""),
                id,
                Optional.ofNullable(wanted.title()).orElse(""));
        return new Begun(id, instance);
    }

    @PostMapping("/chancery/api/cases/{id}/messages/{message}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    void handIn(
            @PathVariable("id") String id,
            @PathVariable("message") String message,
            @RequestBody(required = false) @Nullable Map<String, String> particulars,
            Principal user) {
        work.handIn(user.getName(), known(id, user).id(), message, particulars == null ? Map.of() : particulars);
    }

    @GetMapping("/chancery/api/cases/{id}/case-file")
    ResponseEntity<String> caseFile(@PathVariable("id") String id, Principal user) {
        LiveCase found = known(id, user);
        return ResponseEntity.ok()
                .header(HttpHeaders.CONTENT_TYPE, "application/yaml;charset=UTF-8")
                .header(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"" + found.id() + ".yaml\"")
                .body(CaseFile.write(work.dossier(found.id())));
    }

    private LiveCase known(String id, Principal user) {
        String shown = id.length() <= 80 ? id : id.substring(0, 79) + "…";
        return new OwnCases(work, book, user.getName())
                .find(id)
                .orElseThrow(() ->
                        new NotFound("There is no live case \"" + shown + "\"; the desk lists those that there are."));
    }

    private static Entry entry(Entrance entrance) {
        return new Entry(
                entrance.procedure(),
                entrance.title(),
                entrance.entry(),
                entrance.label(),
                entrance.office().value());
    }

    private Case told(LiveCase known) {
        return new Case(
                known.id(),
                known.title(),
                known.procedure(),
                known.instanceId(),
                known.begun(),
                known.ended(),
                known.standsAt().stream()
                        .map(open -> new Open(
                                open.step().value(), open.label(), open.office().value(), open.officeName()))
                        .toList(),
                known.awaits().stream()
                        .map(message -> new Awaited(
                                message.name(),
                                message.label(),
                                message.office().value(),
                                message.officeName(),
                                message.fields()))
                        .toList(),
                registers.entriesOf(known.instanceId()).stream()
                        .map(RegisteredNumber::of)
                        .toList());
    }

    private static Owed owed(Deadline deadline) {
        return new Owed(
                deadline.caseId(),
                deadline.title(),
                deadline.step().value(),
                deadline.what(),
                deadline.office().value(),
                deadline.officeName(),
                deadline.reminder(),
                deadline.due(),
                deadline.isOverdue());
    }
}
