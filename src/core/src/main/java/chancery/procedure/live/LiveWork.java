package chancery.procedure.live;

import chancery.casefile.Dossier;
import chancery.office.OfficeId;
import chancery.path.StepId;
import chancery.register.Refused;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** Cases that are worked on in the system, not told of by documents: the port that an engine implements. */
public interface LiveWork {
    /** The procedures at work, and where a case can enter them. */
    List<Entrance> entrances();

    /** All live cases, running and finished, by when they were begun. */
    List<LiveCase> cases();

    /** The live case of that id. */
    Optional<LiveCase> find(String caseId);

    /**
     * Begins a case.
     *
     * @param clerk the user who does so; an office's entries are for its own clerks and for the administrator
     * @return its instance
     * @throws Refused if the clerk may not, the case is known already, or procedure or entry are not
     */
    String begin(String clerk, String procedure, String entry, String caseId, String title);

    /**
     * Hands in what comes from outside: a report, a disposition, the wish for a copy.
     *
     * @param particulars by field id, as {@link Message#fields} asks for them
     * @throws Refused if the case does not wait for it, the clerk may not, or a particular is missing or wrong
     */
    void handIn(String clerk, String caseId, String message, Map<String, String> particulars);

    /** What is owed in running live cases and by when, what is owed longest first. */
    List<Deadline> deadlines();

    /** Whether somebody works in any office, or is the administrator. */
    boolean isOfOffice(String user);

    /** The offices that a user looks into: the own ones; of the administrator all. */
    Predicate<OfficeId> officesOf(String user);

    /** Who somebody is here. */
    Clerk clerk(String user);

    /** A live case as a dossier, each recorded act a mark. */
    Dossier dossier(String caseId);

    /**
     * Somebody who is logged in.
     *
     * @param offices the names of the offices that they work in; none of the administrator
     * @param open the engine's applications that they may use
     * @param tasks how many open tasks of live cases are theirs, or free for them to claim
     */
    record Clerk(List<String> offices, Set<Application> open, long tasks) {}

    /** An application that the engine brings along. */
    enum Application {
        TASKLIST,
        COCKPIT,
        ADMIN;

        public String word() {
            return chancery.office.Words.of(this);
        }
    }

    /** Where a case can enter a procedure. */
    record Entrance(String procedure, String title, String entry, String label, OfficeId office) {}

    /**
     * A case.
     *
     * @param ended {@code null} while it runs
     * @param standsAt the open steps
     * @param awaits the messages that it can take now
     */
    record LiveCase(
            String id,
            String title,
            String instanceId,
            String procedure,
            Instant begun,
            @Nullable Instant ended,
            List<Standing> standsAt,
            List<Message> awaits) {}

    /** An open step, and whose it is. */
    record Standing(StepId step, String label, OfficeId office, String officeName) {}

    /** A message that a case can take now, and what it asks for. */
    record Message(String name, String label, OfficeId office, String officeName, List<Field> fields) {}

    /**
     * A field of a form.
     *
     * @param type {@code string}, {@code long} or {@code date} (ISO 8601)
     */
    record Field(String id, String label, String type, boolean required) {}

    /**
     * Who owes what by when.
     *
     * @param what the step that is waited for, as the diagram calls it
     * @param reminder the event by which the diagram tells that the time is up
     * @param due when it is owed; if it was more than once, when it first fell due
     */
    record Deadline(
            String caseId,
            String title,
            StepId step,
            String what,
            OfficeId office,
            String officeName,
            String reminder,
            Instant due,
            boolean isOverdue) {}
}
