package chancery.reading.letter;

import static chancery.reading.letter.TeiText.attribute;

import chancery.casefile.CaseId;
import chancery.document.Edition;
import chancery.document.Place;
import chancery.document.Related;
import chancery.reading.found.Passage;
import chancery.reading.found.ReadDocument;
import chancery.reading.found.Unread;
import chancery.reading.letter.References.Entry;
import chancery.reading.text.FoldedText;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * Reads what a TEI letter or an index of letters (CMIF) says of the way of one letter: its {@code correspDesc}. Other
 * letters, which {@code correspContext} names, are kept as what stands beside it. Source: TEI P5, 2.4.6, and the Correspondence
 * Metadata Interchange Format.
 */
public final class Correspondence {
    private final XMLStreamReader xml;
    private final References references;
    private final String id;
    private final String element;
    private final TeiText tei;
    private final List<Action> actions = new ArrayList<>();
    private final List<Unread> unread = new ArrayList<>();
    private final Map<OwnNote, String> own = new EnumMap<>(OwnNote.class);
    private final @Nullable Edition edition;

    private Correspondence(XMLStreamReader xml, References references, String id) {
        this.xml = xml;
        this.references = references;
        this.id = id;
        this.edition = edition();
        this.element = Place.element(id);
        this.tei = new TeiText(xml, element);
    }

    /**
     * Reads the {@code correspDesc} on whose start tag the cursor stands, and leaves the cursor on its end tag.
     *
     * @param source the file it stands in, without its ending
     * @param fallbackId its id if it has neither {@code xml:id} nor {@code key}, such as {@code correspDesc[3]}
     * @param references what its references lead to
     * @param distinct makes an id of a key, which unlike {@code xml:id} may stand several times in a file
     */
    public static ReadDocument read(
            XMLStreamReader xml,
            String source,
            String fallbackId,
            References references,
            UnaryOperator<String> distinct)
            throws XMLStreamException {
        String named = attribute(xml, TeiText.XML, "id");
        String key = attribute(xml, null, "key");
        String own = named == null && key != null ? distinct.apply(key) : named;
        Correspondence letter = new Correspondence(xml, references, own == null ? fallbackId : own);
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
                        new ActionReader(xml, tei, references, element + "/correspAction[" + ++seen + "]", unread)
                                .read()
                                .ifPresent(actions::add);
                    case "correspContext" -> context();
                    case "noteGrp" -> notes();
                    case "note" -> note();
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

    /** Each thing beside the letter is kept for itself. */
    private void context() throws XMLStreamException {
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                if (xml.getLocalName().equals("note")) {
                    tei.note();
                } else if (Relation.isOne(xml)) {
                    Relation relation = Relation.of(xml);
                    relation.related(Related.Kind.OTHER, tei.content()).ifPresent(tei.related::add);
                } else {
                    tei.related(Related.Kind.OTHER);
                }
            }
        }
    }

    private void notes() throws XMLStreamException {
        while (xml.next() != XMLStreamConstants.END_ELEMENT) {
            if (xml.isStartElement()) {
                note();
            }
        }
    }

    private void note() throws XMLStreamException {
        Optional<OwnNote> known = OwnNote.of(xml);
        if (known.isPresent()) {
            own.put(known.get(), tei.content());
        } else {
            tei.note();
        }
    }

    private @Nullable Edition edition() {
        String key = attribute(xml, null, "key");
        String ref = attribute(xml, null, "ref");
        String source = attribute(xml, null, "source");
        if (key == null && ref == null && source == null) {
            return null;
        }
        Optional<Entry> bibl = Optional.ofNullable(source).flatMap(references::entry);
        return new Edition(
                key,
                ref,
                bibl.map(Entry::text).orElse(null),
                bibl.map(Entry::type).orElse(null),
                source == null ? null : source.replaceFirst("^#", ""));
    }

    /** What it names beside the letter, the notes behind. */
    private List<Related> related() {
        Predicate<Related> isNote = related -> related.kind() == Related.Kind.NOTE;
        return Stream.concat(
                        tei.related.stream().filter(isNote.negate()),
                        tei.related.stream().filter(isNote))
                .toList();
    }

    /** The case that an index written here names. */
    private @Nullable CaseId caseId() {
        try {
            return own.containsKey(OwnNote.CASE) ? new CaseId(own.get(OwnNote.CASE)) : null;
        } catch (IllegalArgumentException none) {
            return null;
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
                letter.dossier(
                        source,
                        caseId(),
                        own.get(OwnNote.TITLE),
                        own.getOrDefault(OwnNote.WITNESS, "Described in " + source + ", letter " + id + remark),
                        edition,
                        related()),
                unread,
                List.of(),
                actions.size() + unread.size(),
                tei.passages,
                List.of(),
                references.takeRemarks());
    }
}
