package chancery.path;

import chancery.document.DocumentId;
import chancery.document.MarkId;
import chancery.office.Act;
import chancery.office.Agent;
import chancery.office.Authority.Affiliation;
import chancery.office.Direction;
import chancery.office.OfficeId;
import chancery.office.Phase;
import chancery.office.Way;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One step of a path.
 *
 * @param label what the diagram calls it
 * @param officeName the office's name at the step's date
 * @param way how it is decided, where the diagram says so
 * @param document the document that its marks speak of
 * @param number the registry number that its marks give, as written
 * @param disputed a mark of it has competing readings
 * @param date as its marks date it, EDTF
 * @param earliest first day on which it can have happened, from its own and its neighbours' marks; {@code null} if open
 * @param latest last such day; {@code null} if open
 * @param affiliations to which institutions its agents belong; who is not among them is of none that is known
 * @param marks the marks that attest it, in order of the case file
 * @param after the steps that come directly before it
 * @param alternatives possible steps that no explanation has together with it
 * @param certainty of a mark's reading ({@code certain} to {@code doubtful}), or the procedure's confidence
 *     ({@code high}, {@code medium}, {@code low}) where no mark attests the step or it is presumed
 * @param reason why the status is what it is, in a sentence
 */
public record Step(
        StepKey key,
        String label,
        Act act,
        Phase phase,
        @Nullable Direction direction,
        OfficeId office,
        String officeName,
        @Nullable Way way,
        @Nullable DocumentId document,
        @Nullable String number,
        EvidenceStatus status,
        boolean disputed,
        @Nullable String date,
        @Nullable LocalDate earliest,
        @Nullable LocalDate latest,
        List<Agent> agents,
        Map<Agent, Affiliation> affiliations,
        List<MarkId> marks,
        List<StepKey> after,
        List<StepKey> alternatives,
        String certainty,
        String reason) {
    public Step {
        agents = List.copyOf(agents);
        affiliations = Map.copyOf(affiliations);
        marks = List.copyOf(marks);
        after = List.copyOf(after);
        alternatives = List.copyOf(alternatives);
    }

    /** Whether the path holds that the step happened, or may have. */
    public boolean isTaken() {
        return status != EvidenceStatus.NOT_EVIDENCED;
    }

    /** The status, with the dispute: {@code evidenced, disputed}. */
    public String standing() {
        return disputed ? status.word() + ", disputed" : status.word();
    }

    /** The date of the marks, or in brackets the days between which the step must lie; empty if nothing is known. */
    public String when() {
        if (date != null) {
            return date;
        }
        if (earliest == null && latest == null) {
            return "";
        }
        if (earliest != null && earliest.equals(latest)) {
            return "[" + earliest + "]";
        }
        return "[" + open(earliest) + "/" + open(latest) + "]";
    }

    private static String open(@Nullable LocalDate day) {
        return day == null ? ".." : day.toString();
    }
}
