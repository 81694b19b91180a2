package chancery.office;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
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
     * @param text in English
     * @param inLanguages the same name in other languages, by ISO 639-1 code
     * @param from first day, included
     * @param until first day on which it was no longer borne
     */
    public record Name(
            String text,
            Map<String, String> inLanguages,
            @Nullable LocalDate from,
            @Nullable LocalDate until) {
        public Name {
            inLanguages = Map.copyOf(inLanguages);
        }

        /** The name in a language; in English where it is not known in that. */
        public String in(String language) {
            return inLanguages.getOrDefault(language, text);
        }

        boolean isBorneOn(LocalDate day) {
            return (from == null || !day.isBefore(from)) && (until == null || day.isBefore(until));
        }
    }

    /** The name borne on a day, in English; on an unknown day, or one that no name covers, the latest name. */
    public String nameOn(@Nullable LocalDate day) {
        return borneOn(day).text();
    }

    /** The name borne on a day, with the languages that it is known in; see {@link #nameOn}. */
    public Name borneOn(@Nullable LocalDate day) {
        Name latest = names.get(names.size() - 1);
        if (day == null) {
            return latest;
        }
        return names.stream().filter(name -> name.isBorneOn(day)).findFirst().orElse(latest);
    }
}
