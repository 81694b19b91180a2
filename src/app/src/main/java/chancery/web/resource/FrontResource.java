package chancery.web.resource;

import chancery.audit.ActBook;
import chancery.audit.BarePathBook;
import chancery.procedure.live.Instances;
import chancery.procedure.live.LiveWork;
import chancery.procedure.live.LiveWork.Application;
import chancery.procedure.live.LiveWork.Clerk;
import chancery.procedure.live.LiveWork.Deadline;
import chancery.procedure.live.LiveWork.LiveCase;
import chancery.registry.Registers;
import chancery.web.page.Navigation;
import java.security.Principal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What the front page tells: who is here, what there is to do, and where the cases stand. */
@RestController
public class FrontResource {
    private final LiveWork work;
    private final ActBook acts;
    private final Registers registers;
    private final Standings standings;
    private final BarePathBook papers;
    private final Navigation navigation;

    FrontResource(
            LiveWork work,
            ActBook acts,
            Instances instances,
            Registers registers,
            BarePathBook papers,
            Navigation navigation) {
        this.acts = acts;
        this.papers = papers;
        this.work = work;
        this.registers = registers;
        this.standings = new Standings(instances);
        this.navigation = navigation;
    }

    /**
     * The answer.
     *
     * @param offices the names of those that the user works in
     * @param open the applications of the engine that the user may use
     * @param tasks how many open tasks are the user's, or free for them to claim
     * @param atWork how many live cases run in which an office of the user has a part
     * @param ended how many of these have ended
     * @param overdue how much is overdue in them
     * @param gaps how many runs of missing numbers nobody has explained
     * @param claims how many numbers several documents claim
     * @param papers how many papers no procedure describes
     * @param paths where the paths of instances lie; {@code null} where they are not open to the user
     */
    record Answer(
            String user,
            List<String> offices,
            List<String> open,
            long tasks,
            long atWork,
            long ended,
            long overdue,
            long gaps,
            long claims,
            int papers,
            @Nullable String paths,
            List<Standings.OfProcedure> procedures) {}

    @GetMapping("/chancery/api/front")
    Answer front(Principal user) {
        Clerk clerk = work.clerk(user.getName());
        OwnCases own = new OwnCases(work, acts, user.getName());
        List<LiveCase> cases = own.cases();
        long running = cases.stream().filter(known -> known.ended() == null).count();
        return new Answer(
                user.getName(),
                clerk.offices(),
                clerk.open().stream().map(Application::word).toList(),
                clerk.tasks(),
                running,
                cases.size() - running,
                own.deadlines().stream().filter(Deadline::isOverdue).count(),
                registers.counters().all().stream()
                        .flatMap(counter -> registers.gaps().of(counter.series().id()).stream())
                        .filter(gap -> gap.review() == null)
                        .count(),
                registers.claims().size(),
                papers.count(),
                navigation.paths(user),
                standings.all());
    }
}
