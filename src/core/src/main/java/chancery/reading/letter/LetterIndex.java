package chancery.reading.letter;

import chancery.casefile.Dossier;
import chancery.document.Document;
import chancery.document.Edition;
import chancery.document.Form;
import chancery.document.Mark;
import chancery.document.Related;
import chancery.document.Witness;
import chancery.office.Act;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes an index of letters in the Correspondence Metadata Interchange Format (CMIF 1.1), of the marks of case files that
 * attest that a letter was sent and received. What CMIF has no place for and a case file says of a letter stands in notes
 * ({@link OwnNote}), so that the index reads as the same cases. Same cases, same bytes. Source: TEI Correspondence SIG,
 * <i>Correspondence Metadata Interchange Format</i>, its documentation and schema.
 */
public final class LetterIndex {
    private static final String TEI = "http://www.tei-c.org/ns/1.0";
    private static final String LICENCE = "https://creativecommons.org/licenses/by/4.0/";

    /** CMIF was not there before, so that no index was made earlier. */
    private static final String FIRST = "2015";

    private final Header header;
    private final List<String> letters = new ArrayList<>();

    /** The editions by their id in the index. */
    private final Map<String, Edition> editions = new LinkedHashMap<>();

    /**
     * What the index says of itself.
     *
     * @param publisher who answers for it
     * @param url where it will be found
     * @param date on which it was made; {@code null} if it does not say
     */
    public record Header(
            String title,
            String publisher,
            String url,
            @Nullable String date) {}

    public LetterIndex(Header header) {
        this.header = header;
    }

    /** How many letters it has. */
    public int size() {
        return letters.size();
    }

    /**
     * Adds a letter.
     *
     * @return what of the case it cannot hold, each in words; empty if it holds all
     * @throws IllegalArgumentException if the case has no letter, or tells something of it but not that it was sent or received
     */
    public List<String> add(Dossier dossier) {
        Document letter = dossier.documents().stream()
                .filter(document -> document.form() == Form.LETTER)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("it has no letter"));
        Optional<Mark> sent = mark(dossier, letter, Act.DISPATCH);
        Optional<Mark> received = mark(dossier, letter, Act.RECEIVE);
        if (sent.isEmpty() && received.isEmpty() && !dossier.marks().isEmpty()) {
            throw new IllegalArgumentException("no mark attests that its letter was sent or received");
        }
        String written = XmlText.of(xml -> letter(xml, dossier, letter, sent, received));
        letters.add(written);
        return WrittenLetter.lost(written, dossier);
    }

    private static Optional<Mark> mark(Dossier dossier, Document letter, Act act) {
        return dossier.marks().stream()
                .filter(mark -> mark.on().equals(letter.id()))
                .filter(mark -> mark.preferred()
                        .attests()
                        .filter(attestation -> attestation.act() == act)
                        .isPresent())
                .findFirst();
    }

    private void letter(
            XMLStreamWriter xml, Dossier dossier, Document letter, Optional<Mark> sent, Optional<Mark> received)
            throws XMLStreamException {
        xml.writeStartElement("correspDesc");
        Edition edition = letter.edition();
        if (edition != null) {
            attribute(xml, "key", edition.key());
            attribute(xml, "ref", edition.ref());
        }
        if (edition != null && edition.source() != null) {
            attribute(xml, "source", source(edition));
        }
        ActionWriter.write(xml, "sent", sent);
        ActionWriter.write(xml, "received", received);
        context(xml, dossier.context());
        note(xml, OwnNote.CASE, dossier.id().value());
        note(xml, OwnNote.TITLE, dossier.title());
        Witness witness = letter.witness();
        if (witness != null) {
            note(xml, OwnNote.WITNESS, witness.description());
        }
        xml.writeEndElement();
    }

    /** The pointer to an edition; what the index lists gets an id that XML allows. */
    private String source(Edition edition) {
        String named = String.valueOf(edition.source());
        if (!named.matches("[\\p{L}_][\\p{L}\\d._-]*")) {
            return named;
        }
        Edition known = editions.putIfAbsent(named, edition);
        boolean same = known == null
                || String.valueOf(known.title()).equals(String.valueOf(edition.title()))
                        && String.valueOf(known.type()).equals(String.valueOf(edition.type()));
        if (same) {
            return "#" + named;
        }
        String other = named + "-"
                + UUID.nameUUIDFromBytes((edition.title() + "|" + edition.type()).getBytes(StandardCharsets.UTF_8));
        editions.putIfAbsent(other, edition);
        return "#" + other;
    }

    private static void context(XMLStreamWriter xml, List<Related> context) throws XMLStreamException {
        List<Related> beside = context.stream()
                .filter(related -> related.kind() != Related.Kind.NOTE)
                .toList();
        if (!beside.isEmpty()) {
            xml.writeStartElement("correspContext");
            for (Related related : beside) {
                boolean words =
                        related.kind() == Related.Kind.OTHER && related.called() == null && related.target() == null;
                if (words) {
                    xml.writeStartElement("p");
                    xml.writeCharacters(related.text());
                    xml.writeEndElement();
                } else {
                    reference(xml, related);
                }
            }
            xml.writeEndElement();
        }
        for (Related related : context) {
            if (related.kind() == Related.Kind.NOTE) {
                xml.writeStartElement("note");
                if (related.called() == null && related.target() == null) {
                    xml.writeCharacters(related.text());
                } else {
                    reference(xml, related);
                }
                xml.writeEndElement();
            }
        }
    }

    private static void reference(XMLStreamWriter xml, Related related) throws XMLStreamException {
        xml.writeStartElement("ref");
        String[] called = related.called() == null
                ? new String[] {related.kind().word()}
                : related.called().split(" ", 2);
        attribute(xml, "type", called[0]);
        attribute(xml, "subtype", called.length == 2 ? called[1] : null);
        attribute(xml, "target", related.target());
        if (related.text() != null) {
            xml.writeCharacters(related.text());
        }
        xml.writeEndElement();
    }

    private static void note(XMLStreamWriter xml, OwnNote note, String text) throws XMLStreamException {
        xml.writeStartElement("note");
        xml.writeAttribute("type", note.type());
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    static void attribute(XMLStreamWriter xml, String name, @Nullable String value) throws XMLStreamException {
        if (value != null) {
            xml.writeAttribute(name, value);
        }
    }

    /** The whole file. */
    public String xml() {
        StringWriter text = new StringWriter();
        text.append("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<TEI xmlns=\"" + TEI + "\">\n<teiHeader>\n");
        text.append(XmlText.of(this::file)).append("\n<profileDesc>\n");
        letters.forEach(letter -> text.append(letter).append('\n'));
        return text.append("</profileDesc>\n</teiHeader>\n<text><body><p/></body></text>\n</TEI>\n")
                .toString();
    }

    private void file(XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("fileDesc");
        xml.writeStartElement("titleStmt");
        element(xml, "title", header.title());
        element(xml, "editor", header.publisher());
        xml.writeEndElement();
        xml.writeStartElement("publicationStmt");
        element(xml, "publisher", header.publisher());
        xml.writeStartElement("idno");
        xml.writeAttribute("type", "url");
        xml.writeCharacters(header.url());
        xml.writeEndElement();
        xml.writeStartElement("date");
        xml.writeAttribute(header.date() == null ? "notBefore" : "when", header.date() == null ? FIRST : header.date());
        xml.writeEndElement();
        xml.writeStartElement("availability");
        xml.writeStartElement("licence");
        xml.writeAttribute("target", LICENCE);
        xml.writeCharacters("This file is licensed under the terms of the Creative Commons License CC-BY 4.0");
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeStartElement("sourceDesc");
        for (Map.Entry<String, Edition> edition : editions.entrySet()) {
            bibl(
                    xml,
                    edition.getKey(),
                    edition.getValue().type(),
                    edition.getValue().title());
        }
        if (editions.isEmpty()) {
            String id = "uuid-" + UUID.nameUUIDFromBytes(header.title().getBytes(StandardCharsets.UTF_8));
            bibl(xml, id, null, header.title());
        }
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void bibl(XMLStreamWriter xml, String id, @Nullable String type, @Nullable String title)
            throws XMLStreamException {
        xml.writeStartElement("bibl");
        xml.writeAttribute("xml:id", id);
        xml.writeAttribute("type", type == null ? "online" : type);
        if (title != null) {
            xml.writeCharacters(title);
        }
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
