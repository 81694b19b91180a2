package chancery.reading.found;

import chancery.document.Place;
import java.util.List;

/**
 * A stretch of a page that has one purpose.
 *
 * @param kind what it is, in words: {@code letterhead}
 * @param places its lines, or in its column the parts of them
 * @param because by what it was told
 */
public record ReadZone(String kind, List<Place> places, String because) {
    public ReadZone {
        places = List.copyOf(places);
    }
}
