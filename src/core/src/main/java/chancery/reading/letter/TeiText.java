package chancery.reading.letter;

import chancery.document.Place;
import chancery.document.Related;
import chancery.reading.found.Passage;
import chancery.reading.text.FoldedText;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The words of the elements of a letter; notes stand apart, and each is a passage of its own. */
final class TeiText {
    static final String XML = "http://www.w3.org/XML/1998/namespace";

    private final XMLStreamReader xml;
    private final String element;

    /** What people are shown, to check what was read of it. */
    final List<Passage> passages = new ArrayList<>();

    private int notes;

    /** How sure the edition is of the part that is being read, or of something within it. */
    @Nullable
    String cert;

    /** What the part that is being read refers to, or something within it. */
    @Nullable
    String ref;

    /** What notes and the context of a letter refer to, in their order. */
    final List<Related> related = new ArrayList<>();

    /** @param element what the words stand in, as places hold it */
    TeiText(XMLStreamReader xml, String element) {
        this.xml = xml;
        this.element = element;
    }

    /** A note is shown, and kept with what it refers to. */
    void note() throws XMLStreamException {
        String own = attribute(xml, XML, "id");
        notes++;
        String at = own == null ? element + "/note[" + notes + "]" : Place.element(own);
        String words = related(Related.Kind.NOTE);
        if (!words.isEmpty()) {
            passages.add(new Passage(at, "note", words));
        }
    }

    /**
     * The text of the element on whose start tag the cursor stands, to its end tag. What it refers to is kept, and so is
     * the text if it says more than that.
     *
     * @param kind what a reference is if its own type does not say
     */
    String related(Related.Kind kind) throws XMLStreamException {
        FoldedText words = new FoldedText();
        List<Related> referred = new ArrayList<>();
        boolean says = gather(words, kind, referred);
        String all = words.take();
        if (says) {
            related.add(new Related(kind, null, null, all));
        }
        related.addAll(referred);
        return all;
    }

    /** Gathers words and references up to the end tag; gives whether there are words beside the references. */
    private boolean gather(FoldedText words, Related.Kind kind, List<Related> referred) throws XMLStreamException {
        boolean says = false;
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                part(words);
                if (Relation.isOne(xml)) {
                    Relation relation = Relation.of(xml);
                    String text = content();
                    words.append(text.toCharArray(), 0, text.length());
                    relation.related(kind, text).ifPresent(referred::add);
                } else {
                    says |= gather(words, kind, referred);
                }
                part(words);
            } else if (xml.isCharacters()) {
                int before = words.length();
                append(words);
                says |= words.length() > before;
            }
        }
        return says;
    }

    /** The text of the element on whose start tag the cursor stands, to its end tag, notes apart. */
    String content() throws XMLStreamException {
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
                    ref = ref == null ? attribute(xml, null, "ref") : ref;
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

    /** Goes through the {@code text} on whose start tag the cursor stands, to its end tag, a passage for each paragraph. */
    void paragraphs() throws XMLStreamException {
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

    void append(FoldedText words) {
        words.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
    }

    /** Words that stand apart from what is before and behind them. */
    static void append(FoldedText words, String more) {
        words.part();
        words.append(more.toCharArray(), 0, more.length());
        words.part();
    }

    /** The start tag the cursor stands on, for messages: {@code date when="1810"}. */
    String tag() {
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

    static @Nullable String attribute(XMLStreamReader xml, @Nullable String namespace, String name) {
        String value = xml.getAttributeValue(namespace, name);
        return value == null || value.isBlank() ? null : value.strip();
    }
}
