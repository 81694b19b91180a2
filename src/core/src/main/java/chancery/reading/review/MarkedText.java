package chancery.reading.review;

import chancery.document.Place;
import chancery.reading.found.Passage;
import chancery.reading.found.ReadDocument;
import chancery.reading.found.ReadZone;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;

/** The text of a document with its marks, its unread sentences and the names of its zones in place. */
final class MarkedText {
    private final ReadDocument document;
    private final Map<Passage, List<Entry>> shown = new HashMap<>();
    private final StringBuilder page;

    MarkedText(ReadDocument document, List<Entry> entries, StringBuilder page) {
        this.document = document;
        this.page = page;
        for (Entry entry : entries) {
            Passage passage = entry.place() == null ? null : Entry.passage(document, entry.place());
            if (passage != null) {
                shown.computeIfAbsent(passage, found -> new ArrayList<>()).add(entry);
            }
        }
    }

    void write() {
        if (document.passages().isEmpty()) {
            page.append("<p class=\"none\">No text was read.</p>\n");
        }
        document.passages().forEach(this::passage);
    }

    /** The names of the zones that begin in a passage, by their first character. */
    private Map<Integer, List<String>> zones(Passage passage) {
        Map<Integer, List<String>> zones = new TreeMap<>();
        for (int at = 0; at < document.zones().size(); at++) {
            ReadZone zone = document.zones().get(at);
            Place first = zone.places().get(0);
            if (passage.equals(Entry.passage(document, first))) {
                zones.computeIfAbsent(first.from(), found -> new ArrayList<>())
                        .add("<a class=\"zone\" id=\"at-z" + (at + 1) + "\" href=\"#zone-" + (at + 1) + "\">"
                                + Html.escape(zone.kind()) + "</a>");
            }
        }
        return zones;
    }

    private void passage(Passage passage) {
        page.append("<section class=\"passage\">\n<h3>").append(Html.escape(passage.title()));
        if (passage.element() != null) {
            page.append(" <code>").append(Html.escape(passage.element())).append("</code>");
        }
        page.append("</h3>\n<p dir=\"auto\"")
                .append(passage.element() == null ? "" : " data-element=\"" + Html.escape(passage.element()) + "\"")
                .append(">");
        if (passage.text().isEmpty()) {
            page.append("<span class=\"none\">(no words)</span>");
        }
        // a passage that stands here twice has its marks the first time
        List<Entry> here = Objects.requireNonNullElse(shown.remove(passage), List.of());
        List<Place> places = new ArrayList<>();
        here.forEach(entry -> places.add(Objects.requireNonNull(entry.place())));
        Map<Integer, List<String>> zones = zones(passage);
        zones.keySet().forEach(from -> places.add(new Place(passage.element(), from, from)));
        Set<Entry> begun = new HashSet<>();
        for (Segment segment : Segment.cut(passage.text(), places)) {
            zones.getOrDefault(segment.from(), List.of()).forEach(page::append);
            for (int at = 0; at < here.size(); at++) {
                if (places.get(at).from() < segment.to() && begun.add(here.get(at))) {
                    number(here.get(at));
                }
            }
            segment.covering()
                    .forEach(at -> page.append("<mark class=\"")
                            .append(here.get(at).look().word)
                            .append("\" data-mark=\"")
                            .append(here.get(at).key())
                            .append("\">"));
            page.append(Html.escape(passage.text().substring(segment.from(), segment.to())));
            page.append("</mark>".repeat(segment.covering().size()));
        }
        here.stream().filter(begun::add).forEach(this::number);
        page.append("</p>\n</section>\n");
    }

    private void number(Entry entry) {
        page.append("<a class=\"number ")
                .append(entry.look().word)
                .append("\" id=\"at-")
                .append(entry.key())
                .append("\" href=\"#mark-")
                .append(entry.key())
                .append("\" title=\"")
                .append(Html.escape(entry.name()))
                .append("\">")
                .append(entry.label())
                .append("</a>");
    }
}
