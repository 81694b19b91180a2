package chancery.reading.letter;

import static chancery.reading.letter.TeiText.attribute;

import chancery.document.Doubt;
import chancery.document.Locality;
import chancery.document.Place;
import chancery.document.date.HistoricalDate;
import chancery.document.date.WrittenCalendar;
import chancery.document.date.WrittenDate;
import chancery.office.Agent;
import chancery.reading.found.Passage;
import chancery.reading.found.Unread;
import chancery.reading.letter.Action.Type;
import chancery.reading.letter.References.Identity;
import chancery.reading.text.FoldedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** Reads a {@code correspAction}: its words so far, who, where and when, and what in it was not understood. */
final class ActionReader {
    /** What the guidelines of CMIF have written where nobody knows who it was. */
    static final String UNKNOWN = "Unknown";

    private final XMLStreamReader xml;
    private final TeiText tei;
    private final References references;
    private final String at;
    private final @Nullable String type;
    private final String tag;
    private final List<Unread> unread;
    private final StringBuilder words = new StringBuilder();
    private final List<Agent> agents = new ArrayList<>();
    private final List<Locality> places = new ArrayList<>();
    private final Doubts doubts = new Doubts();
    private final List<Unread> left = new ArrayList<>();
    private @Nullable HistoricalDate date;
    private @Nullable WrittenDate written;
    private boolean saysUnknown;

    /**
     * @param xml its cursor stands on the start tag
     * @param at the element as places hold it
     */
    ActionReader(XMLStreamReader xml, TeiText tei, References references, String at, List<Unread> unread) {
        this.xml = xml;
        this.tei = tei;
        this.references = references;
        this.at = at;
        this.unread = unread;
        this.type = attribute(xml, null, "type");
        this.tag = tei.tag();
        doubts.next(attribute(xml, null, "cert"), attribute(xml, null, "evidence"));
        doubts.is(Doubt.Part.ACT, null);
    }

    /** The action, if it was understood; leaves the cursor on its end tag. */
    Optional<Action> read() throws XMLStreamException {
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                Optional<OwnNote> own = OwnNote.of(xml);
                if (!xml.getLocalName().equals("note")) {
                    part();
                } else if (own.isPresent()) {
                    note(own.get());
                } else {
                    tei.note();
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
        String kind = attribute(xml, null, "type");
        String key = attribute(xml, null, "key");
        String evidence = attribute(xml, null, "evidence");
        tei.cert = attribute(xml, null, "cert");
        tei.ref = reference();
        String text = tei.content();
        doubts.next(tei.cert, evidence);
        switch (name) {
            case "persName", "orgName" -> agent(identity(key), name.equals("orgName"), text, partTag);
            case "name", "rs" -> {
                if ("place".equals(kind)) {
                    place(identity(key), text);
                } else {
                    agent(identity(key), "org".equals(kind), text, partTag);
                }
            }
            case "date" -> date(bounds, text, partTag);
            case "placeName", "settlement", "district", "region", "country", "geogName", "address" ->
                place(identity(key), text);
            case "noteGrp" -> {}
            default -> left(text, partTag, add(text), "it is neither a name nor a place nor a date");
        }
    }

    /** What the element refers to, by whichever attribute. */
    private @Nullable String reference() {
        String ref = attribute(xml, null, "ref");
        String corresp = ref == null ? attribute(xml, null, "corresp") : ref;
        return corresp == null ? attribute(xml, null, "sameAs") : corresp;
    }

    /** Who or what the part names that was read last; a key counts where nothing is referred to. */
    private Identity identity(@Nullable String key) {
        boolean keyed = tei.ref == null && key != null && key.indexOf(' ') < 0;
        return references.identity(keyed ? key : tei.ref);
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

    private void agent(Identity identity, boolean body, String text, String partTag) {
        String name = text.isEmpty() && identity.text() != null ? identity.text() : text;
        Place place = add(name);
        if (name.isEmpty()) {
            left(name, partTag, place, "the name has no words");
        } else if (name.equals(UNKNOWN) && identity.ref() == null) {
            saysUnknown = true;
        } else {
            agents.add(new Agent(name, null, null, null, identity.ref(), body));
            doubts.is(Doubt.Part.AGENT, name);
        }
    }

    private void place(Identity identity, String text) {
        String name = text.isEmpty() && identity.text() != null ? identity.text() : text;
        add(name);
        if (!name.isEmpty()) {
            places.add(new Locality(name, identity.ref()));
            doubts.is(Doubt.Part.PLACE, name);
        }
    }

    private void date(DateBounds bounds, String text, String partTag) {
        Place place = add(text);
        DateReading read = DateReading.of(bounds, text, tei.cert, references);
        HistoricalDate found = read.date();
        if (found == null) {
            left(text, partTag, place, String.valueOf(read.because()));
            return;
        }
        if (date != null) {
            left(text, partTag, place, "it is a further date; the first was taken");
            return;
        }
        date = found;
        written = read.written();
        doubts.is(Doubt.Part.DATE, null);
        if (read.supplied()) {
            doubts.supplied();
        }
        if (read.because() != null) {
            left(text, partTag, place, read.because());
        }
    }

    /** What an index that was written here says in a note. */
    private void note(OwnNote note) throws XMLStreamException {
        String number = attribute(xml, null, "n");
        String calendar = attribute(xml, null, "subtype");
        String text = tei.content();
        try {
            switch (note) {
                case DATE -> date = HistoricalDate.parse(text);
                case WRITTEN ->
                    written = WrittenDate.parse(
                            WrittenCalendar.valueOf(String.valueOf(calendar)
                                    .toUpperCase(Locale.ROOT)
                                    .replace('-', '_')),
                            text);
                case CERT -> doubts.cert(number, text);
                case EVIDENCE -> doubts.evidence(number, text);
                case WORDS -> add(text);
                default -> {}
            }
        } catch (IllegalArgumentException none) {
            left(text, note.type(), new Place(at, words.length(), words.length()), String.valueOf(none.getMessage()));
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
        if (saysUnknown && text.equals(UNKNOWN) && date == null) {
            return Optional.empty();
        }
        if (text.isEmpty() && date == null) {
            if (left.isEmpty()) {
                unread.add(new Unread(tag, place, "the action says neither who nor when"));
            }
            return Optional.empty();
        }
        return Optional.of(new Action(
                known.get(),
                text.isEmpty() && date != null ? dated(date) : text,
                place,
                agents,
                places,
                date,
                written,
                doubts.all()));
    }

    /** What a mark reads of which the source gives nothing but a date in attributes. */
    static String dated(HistoricalDate date) {
        return "date " + date.edtf();
    }
}
