package chancery.reading.review;

import chancery.document.Place;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * A stretch of a passage in which no place begins or ends.
 *
 * @param from its first character, from 0
 * @param to behind its last character
 * @param covering which of the places lie over it, by their position in the list that was cut, in order
 */
record Segment(int from, int to, List<Integer> covering) {
    Segment {
        covering = List.copyOf(covering);
    }

    /**
     * Cuts a text where places begin and end, so that places that overlap or lie within each other can be shown. The
     * segments follow each other and together are the whole text; no character of two UTF-16 units is cut in two. Time
     * is quadratic in the number of places of the one passage.
     *
     * <p>Example: {@code abcdef} cut at 0-4 and 2-6 gives 0-2 under the first, 2-4 under both, 4-6 under the second.
     */
    static List<Segment> cut(String text, List<Place> places) {
        List<Place> whole = places.stream().map(place -> whole(text, place)).toList();
        TreeSet<Integer> edges = new TreeSet<>(List.of(0, text.length()));
        for (Place place : whole) {
            edges.add(place.from());
            edges.add(place.to());
        }
        List<Segment> segments = new ArrayList<>();
        int from = 0;
        for (int to : edges.tailSet(0, false)) {
            int start = from;
            segments.add(new Segment(
                    start,
                    to,
                    IntStream.range(0, whole.size())
                            .filter(at -> whole.get(at).from() <= start
                                    && to <= whole.get(at).to())
                            .boxed()
                            .toList()));
            from = to;
        }
        return segments;
    }

    /** The place within the text, widened where it would cut a character. */
    private static Place whole(String text, Place place) {
        int from = Math.min(place.from(), text.length());
        int to = Math.min(place.to(), text.length());
        return new Place(place.element(), cuts(text, from) ? from - 1 : from, cuts(text, to) ? to + 1 : to);
    }

    private static boolean cuts(String text, int at) {
        return at > 0 && at < text.length() && Character.isSurrogatePair(text.charAt(at - 1), text.charAt(at));
    }
}
