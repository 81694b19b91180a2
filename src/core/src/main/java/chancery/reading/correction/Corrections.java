package chancery.reading.correction;

import chancery.casefile.CaseId;
import chancery.document.Place;
import chancery.reading.zone.ZoneKind;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What somebody says of what was read of one document.
 *
 * @param file where it was read from, for messages
 * @param by who says so
 * @param on the day on which it was said, as {@code 2026-03-14}
 * @param language of the text, as files of words call it
 * @param json the file as it is, for a page that goes on from it
 */
public record Corrections(
        String file,
        CaseId caseId,
        String by,
        @Nullable String on,
        @Nullable String language,
        List<Correction> marks,
        List<CorrectedZone> zones,
        String json) {
    public Corrections {
        marks = List.copyOf(marks);
        zones = List.copyOf(zones);
    }

    /** What the corrected zones are, by each of their places. */
    public Map<Place, ZoneKind> zoneKinds() {
        Map<Place, ZoneKind> kinds = new LinkedHashMap<>();
        zones.forEach(zone -> zone.places().forEach(place -> kinds.put(place, zone.kind())));
        return kinds;
    }

    /** Who did something, and when and why: {@code corrected on 2026-03-14: the stamp says so}. */
    String told(String done, @Nullable String because) {
        return done + (on == null ? "" : " on " + on) + (because == null ? "" : ": " + because);
    }
}
