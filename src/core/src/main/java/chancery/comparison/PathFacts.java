package chancery.comparison;

import chancery.office.OfficeId;
import chancery.path.EvidenceStatus;
import chancery.path.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What is told of one document when it is compared: how well its path is known, how far it is from its procedure, and how
 * long the paper lay where.
 */
public record PathFacts(Path path, List<Stay> stays) {
    public PathFacts {
        stays = List.copyOf(stays);
    }

    /** The facts of a path. */
    public static PathFacts of(Path path) {
        return new PathFacts(path, Stay.of(path));
    }

    /** How many of the steps taken have a status. */
    public int count(EvidenceStatus status) {
        return (int) path.taken().filter(step -> step.status() == status).count();
    }

    /** How many steps the path takes. */
    public int steps() {
        return (int) path.taken().count();
    }

    /** The share of the steps taken that has a status, in whole percent. */
    public int percent(EvidenceStatus status) {
        return steps() == 0 ? 0 : Math.round(100f * count(status) / steps());
    }

    /** Marks that attest an act and that the procedure does not explain. */
    public int unexplained() {
        return path.attesting() - path.explained();
    }

    /**
     * How far the document is from its procedure: marks that only the document has, and steps that every explanation has
     * but no mark attests, inferred or presumed, one each. What might follow after the last explained mark does not count.
     */
    public int fromProcedure() {
        return unexplained() + count(EvidenceStatus.INFERRED) + count(EvidenceStatus.PRESUMED);
    }

    /** The variant that the path belongs to: the acts that marks attest, in order, such as {@code draft > sign}. */
    public static String variant(Path path) {
        return path.steps().stream()
                .filter(step -> step.status() == EvidenceStatus.EVIDENCED)
                .map(step -> step.act().word())
                .collect(Collectors.joining(" > "));
    }

    /** How long the paper lay at each office, all its stays together; by id. */
    public Map<OfficeId, DayCount> daysAtOffices() {
        Map<OfficeId, DayCount> days = new TreeMap<>(Comparator.comparing(OfficeId::value));
        stays.forEach(stay -> days.merge(stay.office(), stay.days(), DayCount::plus));
        return days;
    }
}
