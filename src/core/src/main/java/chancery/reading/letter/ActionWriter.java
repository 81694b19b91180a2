package chancery.reading.letter;

import static chancery.reading.letter.LetterIndex.attribute;

import chancery.document.Attestation;
import chancery.document.Doubt;
import chancery.document.Locality;
import chancery.document.Mark;
import chancery.document.date.HistoricalDate;
import chancery.office.Agent;
import chancery.office.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;

/**
 * Writes a mark as a {@code correspAction}. The words of the mark are parted into the names that it attests, in their
 * order, and what stands between: the words of the date, or else words in a note.
 */
final class ActionWriter {
    private static final String W3C = "-?\\d{4}(-\\d{2}(-\\d{2}(T\\d{2}:\\d{2}:\\d{2}(Z|[+-]\\d{2}:\\d{2})?)?)?)?";

    private final XMLStreamWriter xml;
    private final Mark mark;
    private final List<Doubt> doubts;
    private final List<Note> notes = new ArrayList<>();

    /** How many elements that are no notes were written. */
    private int parts;

    private boolean dated;

    private record Note(
            OwnNote type, @Nullable String name, @Nullable String value, String text) {}

    private ActionWriter(XMLStreamWriter xml, Mark mark) {
        this.xml = xml;
        this.mark = mark;
        this.doubts = new ArrayList<>(mark.doubts());
    }

    /** @param type {@code sent} or {@code received} */
    static void write(XMLStreamWriter xml, String type, Optional<Mark> mark) throws XMLStreamException {
        xml.writeStartElement("correspAction");
        xml.writeAttribute("type", type);
        if (mark.isPresent()) {
            new ActionWriter(xml, mark.get()).action();
        } else {
            xml.writeStartElement("persName");
            xml.writeCharacters(ActionReader.UNKNOWN);
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private void action() throws XMLStreamException {
        doubt(Doubt.Part.ACT, null);
        Attestation attests = mark.preferred().attests().orElseThrow();
        List<Agent> agents = new ArrayList<>(attests.agents());
        List<Locality> places = new ArrayList<>(attests.places());
        HistoricalDate date = mark.date();
        String rest = date != null
                        && agents.isEmpty()
                        && places.isEmpty()
                        && mark.reading().equals(ActionReader.dated(date))
                ? ""
                : mark.reading();
        if (agents.isEmpty() && begins(rest, ActionReader.UNKNOWN)) {
            parts++;
            xml.writeStartElement("persName");
            xml.writeCharacters(ActionReader.UNKNOWN);
            xml.writeEndElement();
            rest = behind(rest, ActionReader.UNKNOWN);
        }
        StringBuilder between = new StringBuilder();
        while (!rest.isEmpty()) {
            if (!agents.isEmpty() && begins(rest, agents.get(0).name())) {
                between(between);
                rest = behind(rest, agents.get(0).name());
                agent(agents.remove(0));
            } else if (!places.isEmpty() && begins(rest, places.get(0).name())) {
                between(between);
                rest = behind(rest, places.get(0).name());
                place(places.remove(0));
            } else {
                int blank = rest.indexOf(' ');
                String word = blank < 0 ? rest : rest.substring(0, blank);
                between.append(between.length() == 0 ? "" : " ").append(word);
                rest = behind(rest, word);
            }
        }
        between(between);
        for (Agent agent : agents) {
            agent(agent);
        }
        for (Locality place : places) {
            place(place);
        }
        if (!dated && date != null) {
            date(date, "");
        }
        notes();
    }

    private static boolean begins(String text, String name) {
        return text.startsWith(name) && (text.length() == name.length() || text.charAt(name.length()) == ' ');
    }

    private static String behind(String text, String name) {
        return text.substring(Math.min(text.length(), name.length() + 1));
    }

    /** Words between names: those of the date, if it has none yet. */
    private void between(StringBuilder words) throws XMLStreamException {
        if (words.length() == 0) {
            return;
        }
        HistoricalDate date = mark.date();
        if (date != null && !dated) {
            date(date, words.toString());
        } else {
            note(OwnNote.WORDS, null, null, words.toString());
        }
        words.setLength(0);
    }

    private void agent(Agent agent) throws XMLStreamException {
        parts++;
        xml.writeStartElement(agent.body() ? "orgName" : "persName");
        attribute(xml, "ref", agent.ref());
        doubt(Doubt.Part.AGENT, agent.name());
        xml.writeCharacters(agent.name());
        xml.writeEndElement();
    }

    private void place(Locality place) throws XMLStreamException {
        parts++;
        xml.writeStartElement("placeName");
        attribute(xml, "ref", place.ref());
        doubt(Doubt.Part.PLACE, place.name());
        xml.writeCharacters(place.name());
        xml.writeEndElement();
    }

    private void date(HistoricalDate date, String words) throws XMLStreamException {
        parts++;
        dated = true;
        xml.writeStartElement("date");
        bounds(date);
        doubt(Doubt.Part.DATE, null);
        xml.writeCharacters(words);
        xml.writeEndElement();
        if (mark.written() != null) {
            notes.add(new Note(
                    OwnNote.WRITTEN,
                    "subtype",
                    Words.key(mark.written().calendar()),
                    mark.written().text()));
        }
    }

    /** The date in the forms that CMIF knows; where they say less, EDTF stands in a note. */
    private void bounds(HistoricalDate date) throws XMLStreamException {
        String edtf = date.edtf();
        int slash = edtf.indexOf('/');
        String first = slash < 0 ? "" : edtf.substring(0, slash);
        String last = slash < 0 ? "" : edtf.substring(slash + 1);
        if (edtf.matches(W3C)) {
            xml.writeAttribute("when", edtf);
        } else if (slash >= 0 && first.matches(W3C + "|\\.\\.") && last.matches(W3C + "|\\.\\.")) {
            attribute(xml, "notBefore", first.equals("..") ? null : first);
            attribute(xml, "notAfter", last.equals("..") ? null : last);
        } else {
            String sure = edtf.replaceAll("[?~%]", "");
            if (sure.matches(W3C)) {
                xml.writeAttribute("when", sure);
            } else {
                attribute(xml, "notBefore", Objects.toString(date.earliest(), null));
                attribute(xml, "notAfter", Objects.toString(date.latest(), null));
            }
            notes.add(new Note(OwnNote.DATE, null, null, edtf));
        }
    }

    /** The next doubt of a part as attributes of CMIF, and in a note where they say less. */
    private void doubt(Doubt.Part of, @Nullable String name) throws XMLStreamException {
        Optional<Doubt> found = doubts.stream()
                .filter(doubt -> doubt.of() == of && (name == null || name.equals(doubt.name())))
                .findFirst();
        if (found.isEmpty()) {
            return;
        }
        doubts.remove(found.get());
        String cert = found.get().cert();
        String evidence = found.get().evidence();
        String number = Integer.toString(of == Doubt.Part.ACT ? 0 : parts);
        if (cert != null && !cert.equals("high")) {
            xml.writeAttribute("cert", "low");
        }
        if (cert != null && !cert.equals("low")) {
            notes.add(new Note(OwnNote.CERT, "n", number, cert));
        }
        if ("conjecture".equals(evidence) && of != Doubt.Part.ACT) {
            xml.writeAttribute("evidence", evidence);
        } else if (evidence != null) {
            notes.add(new Note(OwnNote.EVIDENCE, "n", number, evidence));
        }
    }

    private void notes() throws XMLStreamException {
        for (Note note : notes) {
            note(note.type(), note.name(), note.value(), note.text());
        }
    }

    private void note(OwnNote type, @Nullable String name, @Nullable String value, String text)
            throws XMLStreamException {
        xml.writeStartElement("note");
        xml.writeAttribute("type", type.type());
        if (name != null) {
            xml.writeAttribute(name, String.valueOf(value));
        }
        xml.writeCharacters(text);
        xml.writeEndElement();
    }
}
