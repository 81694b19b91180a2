package chancery.reading.frus;

import chancery.document.Place;
import chancery.reading.found.Passage;
import chancery.reading.frus.FrusDocument.Note;
import chancery.reading.frus.FrusDocument.TeiDate;
import chancery.reading.text.FoldedText;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads the documents of a FRUS volume one by one, in the encoding of 2015 and in today's. What hangs on an attachment
 * ({@code frus:attachment}, or a {@code div} within the document) is not the document's own.
 */
public final class FrusVolume {
    private static final Pattern NAME = Pattern.compile("\\p{Lu}[\\p{L}.’'-]*(?: \\p{Lu}[\\p{L}.’'-]*){1,3}");
    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    /** The namespace of the edition in the encoding of 2015, and in today's. */
    private static final List<String> FRUS =
            List.of("http://history.state.gov/ns/1.0", "http://history.state.gov/frus/ns/1.0");

    /** Some volumes print the number of a document where others name its source. */
    private static final Pattern DOCUMENT_NUMBER = Pattern.compile("No\\. ?\\d+\\.?");

    /**
     * How many notes of the text are kept: in some subseries the first ones tell the drafting and clearing. One that begins
     * with the paper itself is kept wherever it stands.
     */
    private static final int NOTES_OF_TEXT = 3;

    private final XMLStreamReader xml;

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
    private final List<Passage> labels = new ArrayList<>();
    private final List<String> addressed = new ArrayList<>();
    private final FoldedText loose = new FoldedText();
    private final BodyText text;
    private @Nullable Passage apart;
    private final NamedPersons persons = new NamedPersons();
    private int notesOfText;

    /**
     * @param withText whether to keep the text of each document too
     */
    public FrusVolume(XMLStreamReader xml, boolean withText) {
        this.xml = xml;
        this.text = new BodyText(withText);
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
        from = FRUS.stream()
                .map(namespace -> xml.getAttributeValue(namespace, "doc-dateTime-min"))
                .filter(Objects::nonNull)
                .findFirst()
                .orElse(null);
        head = null;
        dateline = null;
        dates.clear();
        signed.clear();
        notes.clear();
        attachments.clear();
        labels.clear();
        addressed.clear();
        loose.take();
        text.clear();
        apart = null;
        persons.clear();
        notesOfText = 0;
        element = Place.element(id);
        children(element);
        if (signed.isEmpty() && apart != null) {
            signed.add(apart);
        }
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
                labels,
                addressed,
                text.all(),
                text.edges(),
                text.opening(),
                persons.byName());
    }

    /** Goes through what the document holds, to its end tag. */
    private void children(String id) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (xml.isCharacters()) {
                loose.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                // a line in the closing that is no paragraph: For the Secretary of State:
                text.add(id, loose.take(), false);
                switch (xml.getLocalName()) {
                    case "head" -> heading(id, depth);
                    case "dateline" -> datelineOf(id);
                    case "signed" -> signature(id);
                    case "note" -> note("text");
                    case "div", "attachment" -> attachment(id);
                    case "opener", "closer", "postscript", "quote", "floatingText", "body" -> depth++;
                    case "list" -> {
                        if ("to".equals(xml.getAttributeValue(null, "type"))) {
                            addressees(id);
                        } else {
                            depth++;
                        }
                    }
                    case "seg" -> label(id);
                    default -> {
                        boolean right = isSetRight();
                        apart = null;
                        if (right) {
                            signatureApart(id);
                        } else {
                            paragraph(id);
                        }
                    }
                }
            }
        }
    }

    private void heading(String id, int depth) throws XMLStreamException {
        if (head == null && depth == 1) {
            head = new Passage(id + "/head", "heading", content("head"));
        } else {
            text.add(id, content("text"), false);
        }
    }

    private void datelineOf(String id) throws XMLStreamException {
        String printed = content("dateline");
        if (dateline == null) {
            dateline = new Passage(id + "/dateline", "dateline", printed);
        }
    }

    /** The items of a list of those to whom the paper goes. */
    private void addressees(String id) throws XMLStreamException {
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (event == XMLStreamConstants.START_ELEMENT) {
                boolean item = xml.getLocalName().equals("item");
                String words = content("text");
                text.add(id, words, false);
                if (item && !words.isEmpty()) {
                    addressed.add(words.startsWith("The ") ? words.substring("The ".length()) : words);
                }
            }
        }
    }

    /** What stands beside the dateline: {@code No. 20.]}, {@code [Telegram.]}. */
    private void label(String id) throws XMLStreamException {
        String words = content("text");
        if (!words.isEmpty()) {
            labels.add(new Passage(id + "/label[" + (labels.size() + 1) + "]", "label", words));
        }
    }

    /** A name set to the right below the text, where the edition marks no signature. */
    private void signatureApart(String id) throws XMLStreamException {
        String words = content("signed");
        if (NAME.matcher(words).matches()) {
            apart = new Passage(id + "/signed", "signature", words);
        } else {
            text.add(id, words, false);
        }
    }

    private boolean isSetRight() {
        return "right".equals(xml.getAttributeValue(null, "rend"))
                || "#right".equals(xml.getAttributeValue(null, "rendition"));
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
        boolean called = "source".equals(xml.getAttributeValue(null, "type"));
        String words = content("note");
        if (called && DOCUMENT_NUMBER.matcher(words).matches()) {
            return;
        }
        boolean source = called || !on.equals("text") && words.startsWith("Source: ");
        if (!source && on.equals("text") && notesOfText++ >= NOTES_OF_TEXT && !Note.beginsWithPaper(words)) {
            return;
        }
        String of = noteId != null ? Place.element(noteId) : element + "/note[" + (notes.size() + 1) + "]";
        notes.add(new Note(new Passage(of, source ? "source note" : "footnote", words), source, on));
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

    /** A paragraph; in some documents of which an extract is printed one holds the source note. */
    private void paragraph(String id) throws XMLStreamException {
        boolean isProse = xml.getLocalName().equals("p");
        String words = content("text");
        if (words.startsWith("[Source: ")
                && words.endsWith("]")
                && notes.stream().noneMatch(Note::source)) {
            String source = words.substring(1, words.length() - 1);
            notes.add(new Note(
                    new Passage(element + "/note[" + (notes.size() + 1) + "]", "source note", source), true, "text"));
        } else {
            text.add(id, words, isProse);
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
                    if (name.equals("date") && !of.equals("text") && !of.equals("note") && !of.equals("signed")) {
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
