package chancery.reading;

import chancery.casefile.InvalidInput;
import chancery.reading.form.MarksFile;
import chancery.reading.found.Passage;
import chancery.reading.found.ReadDocument;
import chancery.reading.frus.FrusDocument;
import chancery.reading.frus.FrusDossier;
import chancery.reading.frus.FrusReader;
import chancery.reading.frus.FrusReader.Account;
import chancery.reading.frus.FrusVolume;
import chancery.reading.frus.SourceNote;
import chancery.reading.frus.VolumeLists;
import chancery.reading.letter.Correspondence;
import chancery.reading.letter.References;
import chancery.reading.routing.RoutingWords;
import chancery.reading.text.XmlSource;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import javax.xml.stream.XMLStreamConstants;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/**
 * A pass over a TEI file: each document of a FRUS volume, and each letter that a {@code correspDesc} describes, is handed
 * on when it has been read.
 */
final class TeiFile {
    private static final String TEI = "http://www.tei-c.org/ns/1.0";
    private static final String XML = "http://www.w3.org/XML/1998/namespace";

    private final Path file;
    private final String source;
    private final Optional<MarksFile> worded;
    private final boolean withText;
    private final Consumer<ReadDocument> sink;
    private final Consumer<RuntimeException> leftOut;

    /** Where each document begins, so that no two have one id. */
    private final Map<String, Integer> lines = new HashMap<>();

    private final Map<String, Integer> repeated = new HashMap<>();

    private final VolumeLists lists;
    private final References references;
    private @Nullable FrusReader reader;
    private @Nullable String rootId;

    /** The letter read last; its text, if it has any, comes behind it. */
    private @Nullable ReadDocument letter;

    private int letters;
    private int editorial;
    private int nameless;
    private boolean breaksOff;

    /**
     * @param marks how marks are worded; of those for source notes the first is taken
     * @param withText whether documents keep their text
     * @param leftOut takes why a document is not among those handed on
     */
    TeiFile(
            Path file,
            List<MarksFile> marks,
            boolean withText,
            Consumer<ReadDocument> sink,
            Consumer<RuntimeException> leftOut) {
        this.file = file;
        this.source = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
        this.lists = new VolumeLists(source);
        this.references = new References(file);
        this.worded =
                marks.stream().filter(words -> words.routing().isPresent()).findFirst();
        this.withText = withText;
        this.sink = sink;
        this.leftOut = leftOut;
    }

    /**
     * Reads the file.
     *
     * @return how many documents were passed over since they are the editor's own text
     * @throws InvalidInput if it is no TEI, or breaks off; what stands before the break has been handed on
     */
    int read() {
        try {
            XmlSource.with(file, this::read);
        } catch (InvalidInput broken) {
            if (!breaksOff || lines.isEmpty()) {
                throw broken;
            }
            handOnLetter();
            throw InvalidInput.at(
                    file.toString(),
                    broken.line(),
                    broken.complaint() + " The file is read up to there: " + lines.size()
                            + (lines.size() == 1 ? " document." : " documents."));
        }
        return editorial;
    }

    /** Whether it holds neither documents nor letters. */
    boolean isEmpty() {
        return lines.isEmpty() && nameless == 0;
    }

    private void read(XMLStreamReader xml) throws XMLStreamException {
        try {
            documents(xml);
        } catch (XMLStreamException broken) {
            breaksOff = true;
            throw broken;
        }
        handOnLetter();
    }

    private void documents(XMLStreamReader xml) throws XMLStreamException {
        FrusVolume frus = new FrusVolume(xml, withText);
        boolean rooted = false;
        while (xml.hasNext()) {
            int event = xml.next();
            if (event == XMLStreamConstants.DTD) {
                throw XmlSource.refusal(
                        xml,
                        "the file has a document type declaration, which could name other files or entities; take it out");
            }
            if (event != XMLStreamConstants.START_ELEMENT) {
                continue;
            }
            if (!rooted) {
                root(xml);
                rooted = true;
            }
            if (FrusVolume.isDocument(xml)) {
                document(xml, frus);
            } else if (lists.read(xml)) {
                continue;
            } else if (xml.getLocalName().equals("correspDesc")) {
                letter(xml);
            } else if (xml.getLocalName().equals("text") && letter != null && letters == 1 && withText) {
                letter = Correspondence.withText(letter, Correspondence.text(xml, letter.id()));
            }
        }
    }

    private void root(XMLStreamReader xml) throws XMLStreamException {
        String namespace = xml.getNamespaceURI();
        boolean tei = TEI.equals(namespace)
                && (xml.getLocalName().equals("TEI") || xml.getLocalName().equals("teiCorpus"));
        if (!tei) {
            throw XmlSource.refusal(
                    xml,
                    "the root element is \"" + xml.getLocalName() + "\" "
                            + (namespace == null || namespace.isEmpty() ? "without namespace" : "of " + namespace)
                            + "; expected TEI of " + TEI);
        }
        rootId = xml.getAttributeValue(XML, "id");
    }

    /** A document that cannot be read is left out, since those behind it can. */
    private void document(XMLStreamReader xml, FrusVolume frus) throws XMLStreamException {
        int line = xml.getLocation().getLineNumber();
        MarksFile marks = worded.orElseThrow(() -> InvalidInput.at(
                file.toString(),
                line,
                "no procedure here says how source notes are worded",
                "add \"verbs\" to a file of processes/words"));
        String id = frus.id();
        if (id == null) {
            nameless++;
            frus.skip();
            leftOut.accept(
                    InvalidInput.at(file.toString(), line, "a div of type \"document\" has no xml:id", "give it one"));
            return;
        }
        FrusDocument document = frus.document(id);
        if (isTwin(id, line)) {
            return;
        }
        Optional<ReadDocument> read;
        try {
            read = read(document, marks);
        } catch (RuntimeException fault) {
            leftOut.accept(new IllegalStateException("document \"" + id + "\", on line " + line + ": " + fault, fault));
            return;
        }
        read.ifPresentOrElse(sink, () -> editorial++);
    }

    /** What was read of a document; empty if it is the editor's own text. */
    private Optional<ReadDocument> read(FrusDocument document, MarksFile marks) {
        RoutingWords words = marks.routing().orElseThrow();
        if (reader == null) {
            reader = new FrusReader(words);
        }
        Account account = reader.read(document);
        if (account.heading().isEditorial()) {
            return Optional.empty();
        }
        SourceNote note = account.note();
        return Optional.of(new ReadDocument(
                source,
                document.id(),
                account.heading().kind(),
                note == null ? null : note.classification(),
                note == null ? List.of() : note.captions(),
                note == null ? null : note.reference(),
                account.acts(),
                account.negatives().stream().map(FrusReader.Negative::says).toList(),
                FrusDossier.of(source, words, lists, document, account),
                account.unread(),
                account.setAside(),
                account.sentences(),
                passages(document),
                List.of(),
                List.of()));
    }

    private static List<Passage> passages(FrusDocument document) {
        List<Passage> passages = new ArrayList<>();
        passages.add(document.head());
        document.notes().stream().map(FrusDocument.Note::passage).forEach(passages::add);
        Passage dateline = document.dateline();
        if (dateline != null) {
            passages.add(dateline);
        }
        passages.addAll(document.text());
        passages.addAll(document.signed());
        passages.addAll(document.labels());
        passages.addAll(document.attachments());
        return passages;
    }

    private void letter(XMLStreamReader xml) throws XMLStreamException {
        handOnLetter();
        letters++;
        int line = xml.getLocation().getLineNumber();
        String fallback = letters == 1 && rootId != null ? rootId : "letter-" + letters;
        ReadDocument read = Correspondence.read(xml, source, fallback, references, this::distinct);
        if (!isTwin(read.id(), line)) {
            letter = read;
        }
    }

    /** An id that no letter has yet: the key, or else the key with a number behind it. */
    private String distinct(String key) {
        String id = key;
        while (lines.containsKey(id)) {
            id = key + "-" + repeated.merge(key, 2, (number, ignored) -> number + 1);
        }
        return id;
    }

    private void handOnLetter() {
        if (letter != null) {
            sink.accept(letter);
            letter = null;
        }
    }

    /** Whether the file has a document of that id already, which stays the one that counts. */
    private boolean isTwin(String id, int line) {
        Integer before = lines.putIfAbsent(id, line);
        if (before != null) {
            leftOut.accept(InvalidInput.at(
                    file.toString(),
                    line,
                    "document \"" + id + "\" stands on line " + before + " and again on line " + line,
                    "give each its own xml:id"));
        }
        return before != null;
    }
}
