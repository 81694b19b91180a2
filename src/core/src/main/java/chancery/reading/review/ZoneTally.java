package chancery.reading.review;

import chancery.document.Certainty;
import chancery.document.Mark;
import chancery.document.Place;
import chancery.office.Words;
import chancery.reading.found.Passage;
import chancery.reading.found.ReadDocument;
import chancery.reading.found.ReadZone;
import chancery.reading.zone.ZoneKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What was found in zones of each kind and how sure it is, and which zones look like marks and gave none. */
public final class ZoneTally {
    private static final String ELSEWHERE = "not divided into zones";

    /** What stands in such a zone usually attests an act. */
    private static final Set<String> ATTESTING = Stream.of(
                    ZoneKind.STAMP,
                    ZoneKind.NOTE,
                    ZoneKind.REGISTRATION,
                    ZoneKind.SIGNATURE,
                    ZoneKind.INITIALS,
                    ZoneKind.VISA,
                    ZoneKind.AUTHENTICATION)
            .map(Words::of)
            .collect(Collectors.toUnmodifiableSet());

    private static final List<String> ORDER =
            Stream.of(ZoneKind.values()).map(Words::of).toList();

    private final Map<String, Row> rows = new TreeMap<>();

    /** The zones of a kind, and their marks. */
    public static final class Row {
        private final Map<Certainty, Integer> attesting = new EnumMap<>(Certainty.class);
        private int zones;
        private int descriptive;
        private int without;

        /** How many zones there are of the kind; 0 where the source is not divided. */
        public int zones() {
            return zones;
        }

        /** How many marks attest an act so surely. */
        public int attesting(Certainty certainty) {
            return attesting.getOrDefault(certainty, 0);
        }

        /** How many marks attest no act. */
        public int descriptive() {
            return descriptive;
        }

        /** How many of the zones have no mark. */
        public int without() {
            return without;
        }

        private void add(Mark mark) {
            if (mark.preferred().attests().isPresent()) {
                attesting.merge(mark.preferred().certainty(), 1, Integer::sum);
            } else {
                descriptive++;
            }
        }
    }

    /**
     * A zone that looks like a mark and gave none.
     *
     * @param number counts the zones of the document, from 1
     */
    public record Missed(int number, ReadZone zone, String because) {}

    /** Adds a document; of one without zones its passages are counted, as far as they were kept. */
    public void add(ReadDocument document) {
        Set<Mark> placed = new HashSet<>();
        Marks beginning = new Marks(document);
        for (ReadZone zone : document.zones()) {
            Row row = row(zone.kind());
            List<Mark> marks = beginning.of(zone);
            row.zones++;
            row.without += marks.isEmpty() ? 1 : 0;
            marks.stream().filter(placed::add).forEach(row::add);
        }
        for (Mark mark : document.dossier().marks()) {
            if (!placed.contains(mark)) {
                row(elsewhere(document, mark)).add(mark);
            }
        }
    }

    private Row row(String kind) {
        return rows.computeIfAbsent(kind, found -> new Row());
    }

    private static String elsewhere(ReadDocument document, Mark mark) {
        Passage passage = mark.place() == null ? null : Entry.passage(document, mark.place());
        return passage == null || !document.zones().isEmpty() ? ELSEWHERE : passage.title();
    }

    /** By kind: first those of zones, as pages have them from above, then others by name. */
    public Map<String, Row> rows() {
        Map<String, Row> ordered = new LinkedHashMap<>();
        ORDER.stream().filter(rows::containsKey).forEach(kind -> ordered.put(kind, rows.get(kind)));
        ordered.putAll(rows);
        return ordered;
    }

    /** The zones of a document that look like marks and gave none, in order. */
    public static List<Missed> missed(ReadDocument document) {
        List<Missed> missed = new ArrayList<>();
        Marks beginning = new Marks(document);
        for (int at = 0; at < document.zones().size(); at++) {
            ReadZone zone = document.zones().get(at);
            List<Mark> marks = beginning.of(zone);
            boolean silent =
                    marks.stream().allMatch(mark -> mark.preferred().attests().isEmpty());
            if (zone.kind().equals(Words.of(ZoneKind.OTHER)) && marks.isEmpty()) {
                missed.add(new Missed(at + 1, zone, "nothing tells what it is"));
            } else if (ATTESTING.contains(zone.kind()) && silent) {
                missed.add(new Missed(
                        at + 1, zone, marks.isEmpty() ? "no mark was read in it" : "its mark attests no act"));
            }
        }
        return missed;
    }

    /** The marks of a document by where they begin, so that those of a zone are found without a look at all others. */
    private static final class Marks {
        private final Map<String, NavigableMap<Integer, List<Mark>>> beginnings = new HashMap<>();

        Marks(ReadDocument document) {
            for (Mark mark : document.dossier().marks()) {
                if (mark.place() != null) {
                    beginnings
                            .computeIfAbsent(element(mark.place()), found -> new TreeMap<>())
                            .computeIfAbsent(mark.place().from(), found -> new ArrayList<>())
                            .add(mark);
                }
            }
        }

        List<Mark> of(ReadZone zone) {
            return zone.places().stream()
                    .flatMap(place -> beginnings
                            .getOrDefault(element(place), Collections.emptyNavigableMap())
                            .subMap(place.from(), true, place.to(), false)
                            .values()
                            .stream())
                    .flatMap(List::stream)
                    .toList();
        }

        private static String element(Place place) {
            return place.element() == null ? "" : place.element();
        }
    }
}
