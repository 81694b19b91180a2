package chancery.procedure;

import chancery.document.Form;
import chancery.office.Agent;
import chancery.office.Authority;
import chancery.office.Institution;
import chancery.office.OfficeId;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Whose a procedure is, and by what its papers are known.
 *
 * @param authority the institutions that are known
 * @param ofAnybody whether it is of no institution: anybody's papers may go this way, so it is taken only where a case
 *     names it
 * @param institutions whose names and posts speak for the procedure; none if it does not say whose it is
 * @param lanes agents of which institutions act in an office, by their ids, or {@link #ANY}; not known if there is none
 * @param papers the forms that the procedure handles; all if none is listed
 * @param custody phrases of archival references under which its papers lie
 */
public record Provenance(
        Authority authority,
        boolean ofAnybody,
        List<Institution> institutions,
        Map<OfficeId, List<String>> lanes,
        Set<Form> papers,
        List<String> custody) {
    /** Of an office in which agents of any institution act, or of a procedure that is nobody's own. */
    public static final String ANY = "any";

    public Provenance {
        institutions = List.copyOf(institutions);
        lanes = Map.copyOf(lanes);
        papers = Set.copyOf(papers);
        custody = List.copyOf(custody);
    }

    /** Whether an agent may act in an office: not if he is known to belong elsewhere. */
    public boolean mayAct(Agent agent, OfficeId office, @Nullable LocalDate day) {
        return !asksWhoActsIn(office)
                || authority
                        .of(agent, day)
                        .map(known -> isOfficeOf(office, known.institution()))
                        .orElse(true);
    }

    /** Whether it matters of which institution somebody is who acts in an office. */
    public boolean asksWhoActsIn(OfficeId office) {
        List<String> acting = lanes.getOrDefault(office, List.of());
        return !acting.isEmpty() && !acting.contains(ANY);
    }

    /** Whether an institution is among those whose procedure it is. */
    public boolean isOf(String institution) {
        return institutions.stream().anyMatch(own -> own.id().equals(institution));
    }

    /** Whether agents of an institution act in an office. */
    public boolean isOfficeOf(OfficeId office, String institution) {
        return !asksWhoActsIn(office) || lanes.getOrDefault(office, List.of()).contains(institution);
    }
}
