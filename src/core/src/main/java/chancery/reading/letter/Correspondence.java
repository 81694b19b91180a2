package chancery.reading.letter;

import chancery.casefile.CaseId;
import chancery.casefile.Dossier;
import chancery.document.Attestation;
import chancery.document.Certainty;
import chancery.document.Document;
import chancery.document.DocumentId;
import chancery.document.Form;
import chancery.document.Layer;
import chancery.document.Mark;
import chancery.document.MarkId;
import chancery.document.MarkKind;
import chancery.document.Place;
import chancery.document.Reading;
import chancery.document.ReadingId;
import chancery.document.Transmission;
import chancery.document.Witness;
import chancery.document.date.HistoricalDate;
import chancery.office.Act;
import chancery.office.Agent;
import chancery.reading.found.FoundAct;
import chancery.reading.found.Passage;
import chancery.reading.found.ReadDocument;
import chancery.reading.found.Unread;
import chancery.reading.text.FoldedText;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a TEI letter or an index of letters (CMIF) says of the way of one letter: its {@code correspDesc}. Other
 * letters, which {@code correspContext} names, are not this one's. Source: TEI P5, 2.4.6, and the Correspondence
 * Metadata Interchange Format.
 */
public final class Correspondence {
    private static final String XML = "http://www.w3.org/XML/1998/namespace";
    private static final DocumentId LETTER = new DocumentId("letter");
    private static final ReadingId ONLY = new ReadingId("only");
    private static final int LONGEST_ELEMENT = 150;

    private final XMLStreamReader xml;
    private final String id;
    private final String element;
    private final List<Action> actions = new ArrayList<>();
    private final List<Passage> passages = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();
    private int actionsSeen;
    private int notes;

    /** How sure the edition is of the part that is being read, or of something within it. */
    private @Nullable String cert;

    private Correspondence(XMLStreamReader xml, String id) {
        this.xml = xml;
        this.id = id;
        this.element = element(id);
    }

    /**
     * Reads the {@code correspDesc} on whose start tag the cursor stands, and leaves the cursor on its end tag.
     *
     * @param source the file it stands in, without its ending
     * @param fallbackId its id if it has neither {@code xml:id} nor {@code key}, such as {@code correspDesc[3]}
     */
    public static ReadDocument read(XMLStreamReader xml, String source, String fallbackId) throws XMLStreamException {
        String named = attribute(xml, XML, "id");
        String own = named == null ? attribute(xml, null, "key") : named;
        Correspondence letter = new Correspondence(xml, own == null ? fallbackId : own);
        letter.description();
        return letter.document(source);
    }

    /**
     * The paragraphs of the {@code text} on whose start tag the cursor stands, for people to check, notes apart; leaves
     * the cursor on its end tag.
     *
     * @param id the id of the letter
     */
    public static List<Passage> text(XMLStreamReader xml, String id) throws XMLStreamException {
        Correspondence letter = new Correspondence(xml, id + "/text");
        letter.paragraphs();
        return List.copyOf(letter.passages);
    }

    /** The same letter with its text, which in a TEI letter stands after the header. */
    public static ReadDocument withText(ReadDocument letter, List<Passage> text) {
        return new ReadDocument(
                letter.source(),
                letter.id(),
                letter.kind(),
                letter.classification(),
                letter.captions(),
                letter.archivalReference(),
                letter.acts(),
                letter.negative(),
                letter.dossier(),
                letter.unread(),
                letter.setAside(),
                letter.sentences(),
                Stream.concat(letter.passages().stream(), text.stream()).toList());
    }

    /** The id as places may hold it: nothing that parts a place from its offsets, and no longer than they allow. */
    private static String element(String id) {
        return id.substring(0, Math.min(id.length(), LONGEST_ELEMENT)).replaceAll("[\\s:]", "_");
    }

    // ---- what TEI says

    /** What happened to the letter, as {@code correspAction/@type} has it. */
    private enum Type {
        SENT(Act.DISPATCH, null),
        RECEIVED(Act.RECEIVE, null),
        FORWARDED(Act.FORWARD, null),
        REDIRECTED(Act.FORWARD, "redirected"),
        TRANSMITTED(Act.DISPATCH, "transmitted");

        private final Act act;
        private final @Nullable String qualifier;

        Type(Act act, @Nullable String qualifier) {
            this.act = act;
            this.qualifier = qualifier;
        }

        private static Optional<Type> of(@Nullable String word) {
            return Stream.of(values())
                    .filter(type -> type.name().toLowerCase(Locale.ROOT).equals(word))
                    .findFirst();
        }
    }

    /** An action that was understood; {@code words} are what a mark of it reads. */
    private record Action(
            Type type,
            String words,
            Place place,
            List<String> agents,
            List<String> places,
            @Nullable HistoricalDate date,
            List<Doubt> doubts) {}

    /** That the edition is not sure, in its {@code cert}: of what, and how much. */
    private record Doubt(String of, String cert, boolean ofAgent) {
        String told() {
            boolean inWords = cert.matches("\\p{L}+");
            return "the edition gives " + of + " as of " + (inWords ? cert + " certainty" : "certainty " + cert);
        }

        Certainty certainty() {
            return cert.equals("low") || cert.equals("unknown") ? Certainty.POSSIBLE : Certainty.PROBABLE;
        }
    }

    /** The bounds that a {@code date} gives; {@code null} what it does not say. */
    private record Bounds(
            @Nullable String when,
            @Nullable String first,
            @Nullable String last,
            @Nullable String notBefore,
            @Nullable String notAfter) {
        static Bounds of(XMLStreamReader xml) {
            return new Bounds(
                    attribute(xml, null, "when"),
                    attribute(xml, null, "from"),
                    attribute(xml, null, "to"),
                    attribute(xml, null, "notBefore"),
                    attribute(xml, null, "notAfter"));
        }

        /** Whether it gives a day and a span, of which only one can be meant. */
        boolean isTwofold() {
            return when != null && (first != null || last != null || notBefore != null || notAfter != null)
                    || first != null && notBefore != null
                    || last != null && notAfter != null;
        }

        Optional<String> edtf() {
            String from = first == null ? notBefore : first;
            String to = last == null ? notAfter : last;
            if (when != null) {
                return Optional.of(when);
            }
            return from == null && to == null
                    ? Optional.empty()
                    : Optional.of((from == null ? ".." : from) + "/" + (to == null ? ".." : to));
        }
    }

    // ---- reading

    private void description() throws XMLStreamException {
        FoldedText prose = new FoldedText();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                switch (xml.getLocalName()) {
                    case "correspAction" -> action();
                    case "correspContext" -> content();
                    case "note" -> note();
                    case "noteGrp" -> content();
                    default -> append(prose, content());
                }
            } else if (xml.isCharacters()) {
                append(prose);
            }
        }
        if (!prose.isEmpty()) {
            String words = prose.take();
            passages.add(new Passage(element, "description", words));
            unread.add(new Unread(
                    words,
                    new Place(element, 0, words.length()),
                    "it is told in prose; only correspAction elements are read"));
        }
    }

    /** A {@code correspAction} while it is read: its words so far, and what in it was not understood. */
    private final class Gathering {
        private final String at = element + "/correspAction[" + ++actionsSeen + "]";
        private final @Nullable String type = attribute(xml, null, "type");
        private final String tag = tag();
        private final StringBuilder words = new StringBuilder();
        private final List<String> agents = new ArrayList<>();
        private final List<String> places = new ArrayList<>();
        private final List<Doubt> doubts = new ArrayList<>();
        private final List<Unread> left = new ArrayList<>();
        private @Nullable HistoricalDate date;
        private @Nullable String dateTag;

        Gathering() {
            cert = attribute(xml, null, "cert");
            if (cert != null) {
                doubts.add(new Doubt("it", cert, false));
            }
        }

        void part() throws XMLStreamException {
            String name = xml.getLocalName();
            String partTag = tag();
            Bounds bounds = Bounds.of(xml);
            boolean ofPlace = "place".equals(attribute(xml, null, "type"));
            cert = attribute(xml, null, "cert");
            String text = content();
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
            if (cert != null) {
                doubts.add(new Doubt(
                        name.equals("date") ? "the date" : text.isEmpty() ? "the " + name : "“" + text + "”",
                        cert,
                        agents.size() > before));
            }
        }

        /** Words that stand in the action itself, in no element. */
        void bare() {
            FoldedText folded = new FoldedText();
            append(folded);
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

        private void date(Bounds bounds, String text, String partTag, Place place) {
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

        void end() {
            String text = words.toString();
            Place place = new Place(at, 0, text.length());
            Optional<Type> known = Type.of(type);
            passages.add(new Passage(at, type == null ? "action" : type, text));
            if (known.isEmpty()) {
                String because = type == null ? "the action has no type" : "its type \"" + type + "\" is not known";
                unread.add(new Unread(text.isEmpty() ? tag : text, place, because));
                return;
            }
            unread.addAll(left);
            if (text.isEmpty() && dateTag == null) {
                if (left.isEmpty()) {
                    unread.add(new Unread(tag, place, "the action says neither who nor when"));
                }
                return;
            }
            actions.add(new Action(
                    known.get(), text.isEmpty() ? String.valueOf(dateTag) : text, place, agents, places, date, doubts));
        }
    }

    private void action() throws XMLStreamException {
        Gathering gathering = new Gathering();
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                if (xml.getLocalName().equals("note")) {
                    note();
                } else {
                    gathering.part();
                }
            } else if (xml.isCharacters()) {
                gathering.bare();
            }
        }
        gathering.end();
    }

    /** A note is read by nobody but shown. */
    private void note() throws XMLStreamException {
        String own = attribute(xml, XML, "id");
        notes++;
        String at = own == null ? element + "/note[" + notes + "]" : element(own);
        String words = content();
        if (!words.isEmpty()) {
            passages.add(new Passage(at, "note", words));
        }
    }

    /** The text of the element on whose start tag the cursor stands, to its end tag, notes apart. */
    private String content() throws XMLStreamException {
        FoldedText words = new FoldedText();
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                part(words);
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("note")) {
                    note();
                } else {
                    cert = cert == null ? attribute(xml, null, "cert") : cert;
                    depth++;
                    part(words);
                }
            } else if (xml.isCharacters()) {
                append(words);
            }
        }
        return words.take();
    }

    /** Where the cursor stands on an element that parts words, parts them. */
    private void part(FoldedText words) {
        switch (xml.getLocalName()) {
            case "p", "lb", "addrLine", "item", "l", "head", "settlement", "country", "region" -> words.part();
            default -> {}
        }
    }

    private void paragraphs() throws XMLStreamException {
        int paragraphs = 0;
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "note" -> note();
                    case "text", "group", "front", "body", "back", "div", "opener", "closer", "postscript" -> depth++;
                    default -> {
                        String title = xml.getLocalName().equals("dateline") ? "dateline" : "text";
                        String words = content();
                        if (!words.isEmpty()) {
                            passages.add(new Passage(element + "[" + ++paragraphs + "]", title, words));
                        }
                    }
                }
            }
        }
    }

    private void append(FoldedText words) {
        words.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }

    private static void append(FoldedText words, String more) {
        words.part();
        words.append(more.toCharArray(), 0, more.length());
        words.part();
    }

    /** The start tag the cursor stands on, for messages: {@code date when="1810"}. */
    private String tag() {
        StringBuilder tag = new StringBuilder(xml.getLocalName());
        for (int at = 0; at < xml.getAttributeCount(); at++) {
            tag.append(' ')
                    .append(xml.getAttributeLocalName(at))
                    .append("=\"")
                    .append(xml.getAttributeValue(at).strip())
                    .append('"');
        }
        return tag.toString();
    }

    private static @Nullable String attribute(XMLStreamReader xml, @Nullable String namespace, String name) {
        String value = xml.getAttributeValue(namespace, name);
        return value == null || value.isBlank() ? null : value.strip();
    }

    // ---- what comes of it

    private ReadDocument document(String source) {
        return new ReadDocument(
                source,
                id,
                "letter",
                null,
                List.of(),
                null,
                actions.stream().map(this::act).toList(),
                List.of(),
                dossier(source),
                unread,
                List.of(),
                actions.size() + unread.size(),
                passages);
    }

    private FoundAct act(Action action) {
        String date = action.date() == null ? null : action.date().edtf();
        int clock = date == null || date.indexOf('/') >= 0 ? -1 : date.indexOf('T');
        List<Doubt> doubts = doubts(action);
        return new FoundAct(
                action.type().act,
                action.agents(),
                List.of(),
                action.type() == Type.SENT ? addressees() : List.of(),
                date == null || clock < 0 ? date : date.substring(0, clock),
                date == null || clock < 0 ? null : date.substring(clock + 1, clock + 6),
                !doubts.isEmpty(),
                action.type().qualifier,
                false,
                MarkKind.HEADING,
                action.words(),
                action.place(),
                because(doubts));
    }

    /** Who received it, or where, if nobody is named. */
    private List<String> addressees() {
        return received()
                .flatMap(action -> (action.agents().isEmpty() ? action.places() : action.agents()).stream())
                .toList();
    }

    private Stream<Action> received() {
        return actions.stream().filter(action -> action.type() == Type.RECEIVED);
    }

    /** The doubts about an action; a letter was sent to somebody no more surely than that one is named. */
    private List<Doubt> doubts(Action action) {
        Stream<Doubt> ofAddressee = action.type() == Type.SENT
                ? received().flatMap(received -> received.doubts().stream()).filter(Doubt::ofAgent)
                : Stream.of();
        return Stream.concat(action.doubts().stream(), ofAddressee).toList();
    }

    private static @Nullable String because(List<Doubt> doubts) {
        return doubts.isEmpty()
                ? null
                : String.join("; ", doubts.stream().map(Doubt::told).toList());
    }

    private Dossier dossier(String source) {
        Document letter = new Document(
                LETTER,
                Form.LETTER,
                title(),
                Transmission.ORIGINAL,
                new Witness("Described in " + source + ", letter " + id, null),
                List.of());
        Map<Act, Integer> counted = new HashMap<>();
        List<Mark> marks = actions.stream()
                .map(action -> mark(action, counted.merge(action.type().act, 1, Integer::sum)))
                .toList();
        return new Dossier(
                CaseId.nearest(source + "-" + id),
                title(),
                null,
                0,
                null,
                0,
                false,
                false,
                List.of(letter),
                marks,
                List.of(),
                source,
                "");
    }

    /** {@code Letter from Anna Adler to Boris Brandt, 1810-05-01}, as far as that is known. */
    private String title() {
        Optional<Action> sent =
                actions.stream().filter(action -> action.type() == Type.SENT).findFirst();
        List<String> from = sent.map(Action::agents).orElse(List.of());
        List<String> to = addressees();
        HistoricalDate date = sent.map(Action::date).orElse(null);
        return "Letter"
                + (from.isEmpty() ? "" : " from " + String.join(", ", from))
                + (to.isEmpty() ? "" : " to " + String.join(", ", to))
                + (date == null ? "" : ", " + date.edtf());
    }

    private Mark mark(Action action, int number) {
        List<Doubt> doubts = doubts(action);
        Act act = action.type().act;
        Certainty certainty =
                doubts.stream().map(Doubt::certainty).max(Certainty::compareTo).orElse(Certainty.CERTAIN);
        Attestation attestation = new Attestation(
                act,
                null,
                null,
                LETTER,
                null,
                action.agents().stream()
                        .map(name -> new Agent(name, null, null))
                        .toList(),
                Map.of());
        return new Mark(
                new MarkId(number == 1 ? act.word() : act.word() + "-" + number),
                LETTER,
                MarkKind.HEADING,
                Layer.ORIGINAL,
                action.words(),
                action.place(),
                null,
                action.date(),
                null,
                List.of(),
                List.of(),
                null,
                List.of(new Reading(ONLY, true, null, certainty, because(doubts), Optional.of(attestation))),
                0);
    }
}
