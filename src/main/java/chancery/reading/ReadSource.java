package chancery.reading;

import chancery.casefile.InvalidInput;
import chancery.reading.FrusReader.Account;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
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

/**
 * Reads a source of any of three kinds, told apart by what the file holds: a FRUS volume in TEI, TEI letters or CMIF, or
 * a plain transcription. Documents are handed on one by one; no more than one is held.
 */
public final class ReadSource {
    private static final String TEI = "http://www.tei-c.org/ns/1.0";
    private static final int LOOK = 4_096;

    private final List<MarksFile> marks;
    private final boolean withText;

    /**
     * A reader.
     *
     * @param marks how marks are worded, of each procedure that has a {@code marks.yaml}
     * @param withText whether documents keep their text, for people to check
     */
    public ReadSource(List<MarksFile> marks, boolean withText) {
        this.marks = List.copyOf(marks);
        this.withText = withText;
    }

    /**
     * Reads a file.
     *
     * @param sink takes each document as it is read
     * @return how many documents were passed over since they are the editor's own text
     * @throws InvalidInput if it cannot be read, or holds no document; what was handed on before stands
     */
    public int read(Path file, Consumer<ReadDocument> sink) {
        if (isXml(file)) {
            return tei(file, sink);
        }
        List<MarksFile> ofTranscriptions =
                marks.stream().filter(MarksFile::isForTranscriptions).toList();
        if (ofTranscriptions.isEmpty()) {
            throw InvalidInput.at(
                    file.toString(), 0, "no procedure here says how transcriptions are worded", "add a marks.yaml");
        }
        sink.accept(new Transcription(ofTranscriptions).read(file));
        return 0;
    }

    private int tei(Path file, Consumer<ReadDocument> sink) {
        String volume = String.valueOf(file.getFileName()).replaceFirst("\\.[^.]*$", "");
        int[] passedOver = {0};
        XmlSource.with(file, xml -> {
            Map<String, Integer> lines = new HashMap<>();
            FrusVolume frus = new FrusVolume(xml, withText);
            Optional<MarksFile> worded =
                    marks.stream().filter(words -> words.routing().isPresent()).findFirst();
            FrusReader reader =
                    worded.flatMap(MarksFile::routing).map(FrusReader::new).orElse(null);
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
                    refuseOther(xml);
                    rooted = true;
                }
                if (FrusVolume.isDocument(xml)) {
                    FrusDocument document = frus.document();
                    refuseTwin(xml, lines, document.id(), document.line());
                    if (reader == null || worded.isEmpty()) {
                        throw XmlSource.refusal(
                                xml,
                                "no procedure here says how source notes are worded; add \"verbs\" to a marks.yaml");
                    }
                    Account account = reader.read(document);
                    if (account.heading().isEditorial()) {
                        passedOver[0]++;
                    } else {
                        sink.accept(document(volume, worded.get(), document, account));
                    }
                }
            }
            if (lines.isEmpty()) {
                throw InvalidInput.at(
                        file.toString(),
                        0,
                        "the file holds neither a document (div of type \"document\") nor a letter (correspDesc)",
                        "name a FRUS volume, a TEI letter or a CMIF file");
            }
        });
        return passedOver[0];
    }

    private static ReadDocument document(String volume, MarksFile worded, FrusDocument document, Account account) {
        RoutingWords words = worded.routing().orElseThrow();
        SourceNote note = account.note();
        return new ReadDocument(
                volume,
                document.id(),
                account.heading().kind(),
                note == null ? null : note.classification(),
                note == null ? List.of() : note.captions(),
                note == null ? null : note.reference(),
                account.acts(),
                account.negatives().stream().map(FrusReader.Negative::says).toList(),
                FrusDossier.of(volume, worded.procedure(), words, document, account),
                account.unread(),
                account.setAside(),
                account.sentences(),
                passages(document));
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
        passages.addAll(document.attachments());
        return passages;
    }

    private static void refuseOther(XMLStreamReader xml) throws XMLStreamException {
        boolean tei = TEI.equals(xml.getNamespaceURI())
                && (xml.getLocalName().equals("TEI") || xml.getLocalName().equals("teiCorpus"));
        if (!tei) {
            String namespace = xml.getNamespaceURI();
            throw XmlSource.refusal(
                    xml,
                    "the root element is \"" + xml.getLocalName() + "\" "
                            + (namespace == null || namespace.isEmpty() ? "without namespace" : "of " + namespace)
                            + "; expected TEI of " + TEI);
        }
    }

    private static void refuseTwin(XMLStreamReader xml, Map<String, Integer> lines, String id, int line)
            throws XMLStreamException {
        Integer before = lines.put(id, line);
        if (before != null) {
            throw XmlSource.refusal(
                    xml,
                    "document \"" + id + "\" stands on line " + before + " and again on line " + line
                            + "; give each its own xml:id");
        }
    }

    /** Whether the file begins as XML does, behind a byte order mark and white space. */
    private static boolean isXml(Path file) {
        try (InputStream in = Files.newInputStream(file)) {
            for (byte each : in.readNBytes(LOOK)) {
                boolean passedOver = each == 0 || Character.isWhitespace(each) || (each & 0xff) >= 0xbb;
                if (!passedOver) {
                    return each == '<';
                }
            }
            return false;
        } catch (NoSuchFileException missing) {
            throw InvalidInput.at(file.toString(), 0, "there is no such file", "check the name");
        } catch (IOException broken) {
            throw InvalidInput.at(
                    file.toString(), 0, "the file cannot be read (" + broken.getMessage() + ")", "check the file");
        }
    }
}
