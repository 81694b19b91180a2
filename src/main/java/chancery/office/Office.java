package chancery.office;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An office and the names that it bore, oldest first; a body renamed stays the same office. */
public record Office(OfficeId id, List<Name> names) {
    public Office {
        names = List.copyOf(names);
        if (names.isEmpty()) {
            throw new IllegalArgumentException("Office " + id + " needs a name.");
        }
    }

    /**
     * A name and the days on which it began and ceased to be borne; without a day, always.
     *
     * @param from first day, included
     * @param until first day on which it was no longer borne
     */
    public record Name(
            String text, @Nullable LocalDate from, @Nullable LocalDate until) {
        boolean isBorneOn(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
        }
    }

    /** The name borne on a day; on an unknown day, or one that no name covers, the latest name. */
    public String nameOn(@Nullable LocalDate day) {
        String latest = names.get(names.size() - 1).text();
        if (day == null) {
            return latest;
        }
        return names.stream()
                .filter(name -> name.isBorneOn(day))
                .map(Name::text)
                .findFirst()
                .orElse(latest);
    }
}
