package chancery.reading.frus;

import chancery.document.Place;
import chancery.reading.found.Passage;
import chancery.reading.frus.FrusDocument.Note;
import chancery.reading.frus.FrusDocument.TeiDate;
import chancery.reading.text.FoldedText;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the documents of a FRUS volume one by one, in the encoding of 2015 and in today's. What hangs on an attachment
 * ({@code frus:attachment}, or a {@code div} within the document) is not the document's own.
 */
public final class FrusVolume {
    private static final String XML = "http://www.w3.org/XML/1998/namespace";
    private static final String FRUS = "http://history.state.gov/ns/1.0";

    /** How many notes of the text are kept: in some subseries the first ones tell the drafting and clearing. */
    private static final int NOTES_OF_TEXT = 3;

    /** How many characters of the text are kept to see how it opens. */
    private static final int OPENING = 40;

    private final XMLStreamReader xml;
    private final boolean withText;

    /** The id of the document as places hold it. */
    private String element = "";

    private int line;
    private @Nullable String from;
    private @Nullable Passage head;
    private @Nullable Passage dateline;
    private final List<TeiDate> dates = new ArrayList<>();
    private final List<Passage> signed = new ArrayList<>();
    private final List<Note> notes = new ArrayList<>();
    private final List<Passage> attachments = new ArrayList<>();
    private final List<Passage> text = new ArrayList<>();
    private String opening = "";
    private final NamedPersons persons = new NamedPersons();
    private int notesOfText;

    /**
     * @param withText whether to keep the text of each document too
     */
    public FrusVolume(XMLStreamReader xml, boolean withText) {
        this.xml = xml;
        this.withText = withText;
    }

    /** Whether the cursor stands on the start of a document. */
    public static boolean isDocument(XMLStreamReader xml) {
        return xml.getLocalName().equals("div") && "document".equals(xml.getAttributeValue(null, "type"));
    }

    /** The id of the document on whose start the cursor stands; {@code null} if it has none. */
    @Nullable
    public String id() {
        String own = xml.getAttributeValue(XML, "id");
        return own == null || own.isBlank() ? null : own;
    }

    /** Reads the document of that id, on whose start the cursor stands, and leaves the cursor on its end. */
    public FrusDocument document(String id) throws XMLStreamException {
        line = xml.getLocation().getLineNumber();
        from = xml.getAttributeValue(FRUS, "doc-dateTime-min");
        head = null;
        dateline = null;
        dates.clear();
        signed.clear();
        notes.clear();
        attachments.clear();
        text.clear();
        opening = "";
        persons.clear();
        notesOfText = 0;
        element = Place.element(id);
        children(element);
        return new FrusDocument(
                id,
                line,
                head == null ? new Passage(element + "/head", "heading", "") : head,
                from,
                dateline,
                dates,
                signed,
                notes,
                attachments,
                text,
                opening,
                persons.byName());
    }

    /** Goes through what the document holds, to its end tag. */
    private void children(String id) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                switch (xml.getLocalName()) {
                    case "head" -> heading(id, depth);
                    case "dateline" -> datelineOf(id);
                    case "signed" -> signature(id);
                    case "note" -> note("text");
                    case "div", "attachment" -> attachment(id);
                    case "opener", "closer", "quote", "list", "floatingText", "body" -> depth++;
                    default -> {
                        if (withText || opening.isEmpty()) {
                            paragraph(id);
                        } else {
                            depth++;
                        }
                    }
                }
            }
        }
    }

    private void heading(String id, int depth) throws XMLStreamException {
        if (head == null && depth == 1) {
            head = new Passage(id + "/head", "heading", content("head"));
        } else if (withText) {
            paragraph(id);
        } else {
            skip();
        }
    }

    private void datelineOf(String id) throws XMLStreamException {
        String printed = content("dateline");
        if (dateline == null) {
            dateline = new Passage(id + "/dateline", "dateline", printed);
        }
    }

    /** Each line of a signature is a passage of its own: initials may stand above a typed name. */
    private void signature(String id) throws XMLStreamException {
        FoldedText words = new FoldedText();
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                persons.end(xml, words);
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("note")) {
                    note("signed");
                } else {
                    persons.begin(xml, words);
                    if (xml.getLocalName().equals("lb")) {
                        signatureLine(id, words);
                    }
                    depth++;
                }
            } else if (xml.isCharacters()) {
                words.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
        }
        signatureLine(id, words);
    }

    private void signatureLine(String id, FoldedText words) {
        if (!words.isEmpty()) {
            signed.add(new Passage(
                    id + "/signed" + (signed.isEmpty() ? "" : "[" + (signed.size() + 1) + "]"),
                    "signature",
                    words.take()));
        }
    }

    private void note(String on) throws XMLStreamException {
        String noteId = xml.getAttributeValue(XML, "id");
        boolean source = "source".equals(xml.getAttributeValue(null, "type"));
        boolean kept = source || !on.equals("text") || notesOfText++ < NOTES_OF_TEXT;
        if (!kept) {
            skip();
            return;
        }
        String of = noteId != null ? Place.element(noteId) : element + "/note[" + (notes.size() + 1) + "]";
        notes.add(new Note(new Passage(of, source ? "source note" : "footnote", content("note")), source, on));
    }

    private void attachment(String id) throws XMLStreamException {
        int number = attachments.size() + 1;
        String printed = "";
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                if (xml.getLocalName().equals("head") && printed.isEmpty()) {
                    printed = content("attachment");
                } else {
                    depth++;
                }
            }
        }
        attachments.add(new Passage(id + "/attachment[" + number + "]/head", "attachment", printed));
    }

    private void paragraph(String id) throws XMLStreamException {
        String words = content("text");
        if (opening.isEmpty()) {
            opening = words.substring(0, Math.min(words.length(), OPENING));
        }
        if (withText && !words.isEmpty()) {
            text.add(new Passage(id + "/text[" + (text.size() + 1) + "]", "text", words));
        }
    }

    /** The text of the element on whose start the cursor stands, without its notes, which are read on their own. */
    private String content(String of) throws XMLStreamException {
        FoldedText words = new FoldedText();
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
                if (!of.equals("text")) {
                    persons.end(xml, words);
                }
                if (isBlock(xml.getLocalName())) {
                    words.part();
                }
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                String name = xml.getLocalName();
                if (name.equals("note") && !of.equals("note")) {
                    note(of);
                } else {
                    if (!of.equals("text")) {
                        persons.begin(xml, words);
                    }
                    if (name.equals("date") && !of.equals("text") && !of.equals("note")) {
                        dates.add(date());
                    }
                    if (isBlock(name)) {
                        words.part();
                    }
                    depth++;
                }
            } else if (xml.isCharacters()) {
                words.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
        }
        return words.take();
    }

    private TeiDate date() {
        String notBefore = xml.getAttributeValue(null, "notBefore");
        String notAfter = xml.getAttributeValue(null, "notAfter");
        String first = xml.getAttributeValue(null, "from");
        String last = xml.getAttributeValue(null, "to");
        return new TeiDate(
                xml.getAttributeValue(null, "when"), first == null ? notBefore : first, last == null ? notAfter : last);
    }

    static boolean isBlock(String name) {
        return switch (name) {
            case "p", "ab", "lb", "item", "cell", "row", "head", "l", "lg", "label" -> true;
            default -> false;
        };
    }

    /** Passes over the element on whose start the cursor stands, to its end. */
    public void skip() throws XMLStreamException {
        skip(xml);
    }

    /** Passes over the element on whose start a cursor stands, to its end. */
    static void skip(XMLStreamReader xml) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            }
        }
    }
}
