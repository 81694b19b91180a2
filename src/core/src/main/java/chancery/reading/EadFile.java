package chancery.reading;

import chancery.casefile.CaseId;
import chancery.casefile.Dossier;
import chancery.casefile.InvalidInput;
import chancery.document.ArchivalReference;
import chancery.document.Document;
import chancery.document.DocumentId;
import chancery.document.Form;
import chancery.document.Transmission;
import chancery.document.Witness;
import chancery.reading.found.ReadDocument;
import chancery.reading.text.FoldedText;
import chancery.reading.text.XmlSource;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A finding aid in EAD (2002 or 3, Society of American Archivists): each component without components below it is a
 * document, of which the list gives reference, title and date, and no mark.
 */
final class EadFile {
    private static final String COMPONENT = "c|c0[1-9]|c1[0-2]";

    private final Path file;
    private final Consumer<ReadDocument> sink;
    private final Deque<Component> open = new ArrayDeque<>();
    private final Map<String, Integer> used = new HashMap<>();
    private String archive = "";
    private int items;

    EadFile(Path file, Consumer<ReadDocument> sink) {
        this.file = file;
        this.sink = sink;
    }

    private static final class Component {
        String reference = "";
        String title = "";
        String date = "";
        boolean hasParts;
    }

    /**
     * Reads the file.
     *
     * @throws InvalidInput if it is broken, or lists nothing
     */
    void read() {
        XmlSource.with(file, this::read);
        if (items == 0) {
            throw InvalidInput.at(
                    file.toString(),
                    0,
                    "the finding aid lists no component (c, c01 …)",
                    "name one with its list of items");
        }
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw XmlSource.refusal(
                        xml,
                        "the file has a document type declaration, which could name other files or entities; take it out");
            }
            if (event == XMLStreamConstants.START_ELEMENT) {
                begin(xml);
            } else if (event == XMLStreamConstants.END_ELEMENT
                    && xml.getLocalName().matches(COMPONENT)) {
                end();
            }
        }
    }

    private void begin(XMLStreamReader xml) throws XMLStreamException {
        String name = xml.getLocalName();
        Component component = open.peek();
        if (name.matches(COMPONENT)) {
            if (component != null) {
                component.hasParts = true;
            }
            open.push(new Component());
        } else if (name.equals("repository") && archive.isEmpty()) {
            archive = words(xml);
        } else if (component != null) {
            switch (name) {
                case "unitid" -> component.reference = first(component.reference, words(xml));
                case "unittitle" -> component.title = first(component.title, words(xml));
                case "unitdate", "unitdatestructured" -> component.date = first(component.date, words(xml));
                default -> {}
            }
        }
    }

    private static String first(String before, String now) {
        return before.isEmpty() ? now : before;
    }

    private static String words(XMLStreamReader xml) throws XMLStreamException {
        FoldedText words = new FoldedText();
        for (int depth = 1; depth > 0; ) {
            int event = xml.next();
            if (event == XMLStreamConstants.START_ELEMENT) {
                depth++;
                words.part();
            } else if (event == XMLStreamConstants.END_ELEMENT) {
                depth--;
            } else if (xml.isCharacters()) {
                words.append(xml.getTextCharacters(), xml.getTextStart(), xml.getTextLength());
            }
        }
        return words.take();
    }

    private void end() {
        Component item = open.pop();
        if (item.hasParts) {
            return;
        }
        items++;
        String stem = String.valueOf(file.getFileName()).replaceFirst("(?<=.)\\.[^.]+$", "");
        String wanted = stem + "-" + (item.reference.isEmpty() ? "item-" + items : item.reference);
        int times = used.merge(CaseId.nearest(wanted).value(), 1, Integer::sum);
        CaseId id = CaseId.nearest(times == 1 ? wanted : wanted + "-" + times);
        String title = item.title.isEmpty() ? "Without title" : item.title;
        String dated = item.date.isEmpty() || title.contains(item.date) ? title : title + ", " + item.date;
        sink.accept(document(stem, id, dated, item.reference.isEmpty() ? null : item.reference));
    }

    private ReadDocument document(String source, CaseId id, String title, @Nullable String reference) {
        Witness witness = new Witness(
                "Listed in " + file.getFileName(),
                reference == null
                        ? null
                        : new ArchivalReference(archive.isEmpty() ? source : archive, Map.of("reference", reference)));
        Dossier dossier = new Dossier(
                id,
                title,
                null,
                0,
                null,
                0,
                false,
                false,
                List.of(new Document(
                        new DocumentId("paper"), Form.PAPER, title, Transmission.ORIGINAL, witness, List.of())),
                List.of(),
                List.of(),
                file.toString(),
                "");
        return new ReadDocument(
                source,
                id.value(),
                "item",
                null,
                List.of(),
                reference,
                List.of(),
                List.of("a finding aid tells no mark"),
                dossier,
                List.of(),
                List.of(),
                0,
                List.of(),
                List.of(),
                List.of());
    }
}
