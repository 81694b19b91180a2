package chancery.reading.letter;

import static chancery.reading.letter.TeiText.attribute;

import chancery.document.Place;
import chancery.reading.found.Passage;
import chancery.reading.found.ReadDocument;
import chancery.reading.found.Unread;
import chancery.reading.text.FoldedText;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Reads what a TEI letter or an index of letters (CMIF) says of the way of one letter: its {@code correspDesc}. Other
 * letters, which {@code correspContext} names, are not this one's. Source: TEI P5, 2.4.6, and the Correspondence
 * Metadata Interchange Format.
 */
public final class Correspondence {
    private final XMLStreamReader xml;
    private final String id;
    private final String element;
    private final TeiText tei;
    private final List<Action> actions = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();

    private Correspondence(XMLStreamReader xml, String id) {
        this.xml = xml;
        this.id = id;
        this.element = Place.element(id);
        this.tei = new TeiText(xml, element);
    }

    /**
     * Reads the {@code correspDesc} on whose start tag the cursor stands, and leaves the cursor on its end tag.
     *
     * @param source the file it stands in, without its ending
     * @param fallbackId its id if it has neither {@code xml:id} nor {@code key}, such as {@code correspDesc[3]}
     * @param distinct makes an id of a key, which unlike {@code xml:id} may stand several times in a file
     */
    public static ReadDocument read(
            XMLStreamReader xml, String source, String fallbackId, UnaryOperator<String> distinct)
            throws XMLStreamException {
        String named = attribute(xml, TeiText.XML, "id");
        String key = attribute(xml, null, "key");
        String own = named == null && key != null ? distinct.apply(key) : named;
        Correspondence letter = new Correspondence(xml, own == null ? fallbackId : own);
        letter.description();
        String repeated =
                named != null || key == null || key.equals(own) ? "" : ", whose key " + key + " is not its own";
        return letter.document(source, repeated);
    }

    /**
     * The paragraphs of the {@code text} on whose start tag the cursor stands, for people to check, notes apart; leaves
     * the cursor on its end tag.
     *
     * @param id the id of the letter
     */
    public static List<Passage> text(XMLStreamReader xml, String id) throws XMLStreamException {
        TeiText tei = new TeiText(xml, Place.element(id + "/text"));
        tei.paragraphs();
        return List.copyOf(tei.passages);
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
                Stream.concat(letter.passages().stream(), text.stream()).toList(),
                List.of(),
                letter.remarks());
    }

    private void description() throws XMLStreamException {
        FoldedText prose = new FoldedText();
        int seen = 0;
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                switch (xml.getLocalName()) {
                    case "correspAction" ->
                        new ActionReader(xml, tei, element + "/correspAction[" + ++seen + "]", unread)
                                .read()
                                .ifPresent(actions::add);
                    case "correspContext", "noteGrp" -> tei.content();
                    case "note" -> tei.note();
                    default -> TeiText.append(prose, tei.content());
                }
            } else if (xml.isCharacters()) {
                tei.append(prose);
            }
        }
        if (!prose.isEmpty()) {
            String words = prose.take();
            tei.passages.add(new Passage(element, "description", words));
            unread.add(new Unread(
                    words,
                    new Place(element, 0, words.length()),
                    "it is told in prose; only correspAction elements are read"));
        }
    }

    private ReadDocument document(String source, String remark) {
        LetterDossier letter = new LetterDossier(id, actions);
        return new ReadDocument(
                source,
                id,
                "letter",
                null,
                List.of(),
                null,
                actions.stream().map(letter::act).toList(),
                List.of(),
                letter.dossier(source, remark),
                unread,
                List.of(),
                actions.size() + unread.size(),
                tei.passages,
                List.of(),
                List.of());
    }
}
