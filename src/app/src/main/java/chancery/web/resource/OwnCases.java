package chancery.web.resource;

import chancery.audit.ActBook;
import chancery.office.OfficeId;
import chancery.procedure.live.Instances;
import chancery.procedure.live.Instances.ProcedureInstance;
import chancery.procedure.live.LiveWork;
import chancery.procedure.live.LiveWork.Deadline;
import chancery.procedure.live.LiveWork.Entrance;
import chancery.procedure.live.LiveWork.LiveCase;
import chancery.procedure.live.LiveWork.Message;
import chancery.procedure.live.LiveWork.Standing;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * What of the live work a user sees: cases in which an office of theirs has acted or is to act, what is owed by these
 * offices, and where they may begin; the administrator sees all.
 */
final class OwnCases {
    private final LiveWork work;
    private final ActBook book;
    private final Predicate<OfficeId> own;

    OwnCases(LiveWork work, ActBook book, String user) {
        this.work = work;
        this.book = book;
        this.own = work.officesOf(user);
    }

    List<Entrance> entrances() {
        return work.entrances().stream()
                .filter(entrance -> own.test(entrance.office()))
                .toList();
    }

    List<LiveCase> cases() {
        return work.cases().stream().filter(this::isOwn).toList();
    }

    Optional<LiveCase> find(String caseId) {
        return work.find(caseId).filter(this::isOwn);
    }

    /** Whether they see an instance: those of the past everybody does who works here. */
    boolean sees(ProcedureInstance instance) {
        return instance.kind() != Instances.Kind.LIVE || find(instance.caseId()).isPresent();
    }

    List<Deadline> deadlines() {
        return work.deadlines().stream().filter(owed -> own.test(owed.office())).toList();
    }

    private boolean isOwn(LiveCase known) {
        return Stream.concat(
                                known.standsAt().stream().map(Standing::office),
                                known.awaits().stream().map(Message::office))
                        .anyMatch(own)
                || book.ofInstance(known.instanceId()).stream()
                        .map(entry -> entry.act())
                        .filter(Objects::nonNull)
                        .anyMatch(act -> own.test(new OfficeId(act.office())));
    }
}
