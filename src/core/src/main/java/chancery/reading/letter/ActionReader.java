package chancery.reading.letter;

import static chancery.reading.letter.TeiText.attribute;

import chancery.document.Place;
import chancery.document.date.HistoricalDate;
import chancery.reading.found.Passage;
import chancery.reading.found.Unread;
import chancery.reading.letter.Action.Type;
import chancery.reading.text.FoldedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads a {@code correspAction}: its words so far, who, where and when, and what in it was not understood. */
final class ActionReader {
    private final XMLStreamReader xml;
    private final TeiText tei;
    private final String at;
    private final @Nullable String type;
    private final String tag;
    private final List<Unread> unread;
    private final StringBuilder words = new StringBuilder();
    private final List<String> agents = new ArrayList<>();
    private final Map<String, String> refs = new HashMap<>();
    private final List<String> places = new ArrayList<>();
    private final List<Doubt> doubts = new ArrayList<>();
    private final List<Unread> left = new ArrayList<>();
    private @Nullable HistoricalDate date;
    private @Nullable String dateTag;

    /**
     * @param xml its cursor stands on the start tag
     * @param at the element as places hold it
     */
    ActionReader(XMLStreamReader xml, TeiText tei, String at, List<Unread> unread) {
        this.xml = xml;
        this.tei = tei;
        this.at = at;
        this.unread = unread;
        this.type = attribute(xml, null, "type");
        this.tag = tei.tag();
        String cert = attribute(xml, null, "cert");
        if (cert != null) {
            doubts.add(new Doubt("it", cert, false));
        }
    }

    /** The action, if it was understood; leaves the cursor on its end tag. */
    Optional<Action> read() throws XMLStreamException {
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                if (xml.getLocalName().equals("note")) {
                    tei.note();
                } else {
                    part();
                }
            } else if (xml.isCharacters()) {
                bare();
            }
        }
        return end();
    }

    private void part() throws XMLStreamException {
        String name = xml.getLocalName();
        String partTag = tei.tag();
        DateBounds bounds = DateBounds.of(xml);
        boolean ofPlace = "place".equals(attribute(xml, null, "type"));
        String ref = attribute(xml, null, "ref");
        tei.cert = attribute(xml, null, "cert");
        String text = tei.content();
        Place place = add(text);
        int before = agents.size();
        switch (name) {
            case "persName", "orgName" -> agent(text, partTag, place);
            case "name", "rs" -> {
                if (ofPlace) {
                    place(text);
                } else {
                    agent(text, partTag, place);
                }
            }
            case "date" -> date(bounds, text, partTag, place);
            case "placeName", "settlement", "district", "region", "country", "geogName", "address" -> place(text);
            case "noteGrp" -> {}
            default -> left(text, partTag, place, "it is neither a name nor a place nor a date");
        }
        if (ref != null && !ref.isBlank() && agents.size() > before) {
            refs.put(text, ref.strip());
        }
        if (tei.cert != null) {
            doubts.add(new Doubt(
                    name.equals("date") ? "the date" : text.isEmpty() ? "the " + name : "“" + text + "”",
                    tei.cert,
                    agents.size() > before));
        }
    }

    /** Words that stand in the action itself, in no element. */
    private void bare() {
        FoldedText folded = new FoldedText();
        tei.append(folded);
        if (!folded.isEmpty()) {
            String text = folded.take();
            left(text, text, add(text), "it is neither a name nor a place nor a date");
        }
    }

    private void agent(String name, String partTag, Place place) {
        if (name.isEmpty()) {
            left(name, partTag, place, "the name has no words");
        } else {
            agents.add(name);
        }
    }

    private void place(String name) {
        if (!name.isEmpty()) {
            places.add(name);
        }
    }

    private void date(DateBounds bounds, String text, String partTag, Place place) {
        Optional<String> edtf = bounds.edtf();
        if (edtf.isEmpty()) {
            left(text, partTag, place, "the date has no when, from, to, notBefore or notAfter");
            return;
        }
        if (date != null) {
            left(text, partTag, place, "it is a further date; the first was taken");
            return;
        }
        try {
            date = HistoricalDate.parse(edtf.get());
            dateTag = partTag;
        } catch (IllegalArgumentException none) {
            left(text, partTag, place, String.valueOf(none.getMessage()));
            return;
        }
        if (bounds.isTwofold()) {
            left(text, partTag, place, "the date is given twice over; " + edtf.get() + " was taken");
        }
    }

    private void left(String text, String partTag, Place place, String because) {
        left.add(new Unread(text.isEmpty() ? partTag : text, place, because));
    }

    private Place add(String text) {
        if (!text.isEmpty() && words.length() > 0) {
            words.append(' ');
        }
        int from = words.length();
        words.append(text);
        return new Place(at, from, words.length());
    }

    private Optional<Action> end() {
        String text = words.toString();
        Place place = new Place(at, 0, text.length());
        Optional<Type> known = Type.of(type);
        tei.passages.add(new Passage(at, type == null ? "action" : type, text));
        if (known.isEmpty()) {
            String because = type == null ? "the action has no type" : "its type \"" + type + "\" is not known";
            unread.add(new Unread(text.isEmpty() ? tag : text, place, because));
            return Optional.empty();
        }
        unread.addAll(left);
        if (text.isEmpty() && dateTag == null) {
            if (left.isEmpty()) {
                unread.add(new Unread(tag, place, "the action says neither who nor when"));
            }
            return Optional.empty();
        }
        return Optional.of(new Action(
                known.get(),
                text.isEmpty() ? String.valueOf(dateTag) : text,
                place,
                agents,
                refs,
                places,
                date,
                doubts));
    }
}
