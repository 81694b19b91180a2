package chancery.office;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A body that has offices and whose papers are its own: a ministry, a party's central committee, a ruler's household.
 *
 * @param id as procedures name it
 * @param state whose it is: ISO 3166-1 alpha-2, or alpha-4 of ISO 3166-3 for a state that is gone, in small letters
 * @param names what the institution, its offices and its posts are called, in any language; {@code *} stands for one to
 *     four words
 * @param tenures who held its posts, and when
 */
public record Institution(String id, String state, List<String> names, List<Tenure> tenures) {
    public Institution {
        names = List.copyOf(names);
        tenures = List.copyOf(tenures);
    }

    /**
     * Who held a post, and when.
     *
     * @param from first day
     * @param until last day; {@code null} if not known
     * @param refs identifiers of the person in authority files, such as GND or VIAF
     */
    public record Tenure(
            String person,
            String post,
            @Nullable LocalDate from,
            @Nullable LocalDate until,
            List<String> refs) {
        public Tenure {
            refs = List.copyOf(refs);
        }

        /** Whether the post may have been held on a day; on an unknown day it may. */
        public boolean holdsOn(@Nullable LocalDate day) {
            return day == null || (from == null || !day.isBefore(from)) && (until == null || !day.isAfter(until));
        }
    }
}
