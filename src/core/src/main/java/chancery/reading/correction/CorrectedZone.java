package chancery.reading.correction;

import chancery.document.Place;
import chancery.reading.zone.ZoneKind;
import java.util.List;

/**
 * What somebody says that a zone of a page is.
 *
 * @param places its lines, or in its column the parts of them
 * @param text the words that stand there, white space folded
 * @param at its line in the file of corrections
 */
public record CorrectedZone(List<Place> places, String text, ZoneKind kind, int at) {
    public CorrectedZone {
        places = List.copyOf(places);
    }

    /** Whether a place begins in it. */
    boolean holds(Place place) {
        return places.stream().anyMatch(each -> each.holds(place));
    }
}
