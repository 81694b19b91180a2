package chancery.reading;

import chancery.casefile.CaseId;
import chancery.casefile.InvalidInput;
import chancery.document.Place;
import chancery.reading.form.MarksFile;
import chancery.reading.found.ReadDocument;
import chancery.reading.source.SourceFormat;
import chancery.reading.source.SourceText;
import chancery.reading.source.TeiPages;
import chancery.reading.transcription.Transcription;
import chancery.reading.zone.ZoneKind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * Reads a source of any of four kinds, told apart by what the file holds: a FRUS volume in TEI, TEI letters or CMIF, a
 * finding aid, or papers as transcribed, in any of the formats of {@link SourceFormat} or in plain TEI. Documents are
 * handed on one by one; of volumes and letters no more than one is held.
 */
public final class ReadSource {
    private static final int LOOK = 4_096;

    private final List<MarksFile> marks;
    private final boolean withText;
    private final Function<CaseId, Map<Place, ZoneKind>> zones;

    /**
     * A reader.
     *
     * @param marks how marks are worded, of each procedure that has a {@code marks.yaml}
     * @param withText whether documents keep their text, for people to check
     */
    public ReadSource(List<MarksFile> marks, boolean withText) {
        this(marks, withText, document -> Map.of());
    }

    /**
     * A reader of papers whose zones somebody corrected.
     *
     * @param zones what stands at some places of a paper, whatever it looks like
     */
    public ReadSource(List<MarksFile> marks, boolean withText, Function<CaseId, Map<Place, ZoneKind>> zones) {
        this.marks = List.copyOf(marks);
        this.withText = withText;
        this.zones = zones;
    }

    /**
     * Reads a file.
     *
     * @param sink takes each document as it is read
     * @return how many documents were passed over since they are the editor's own text
     * @throws InvalidInput if it cannot be read, or holds no document; what was handed on before stands
     */
    public int read(Path file, Consumer<ReadDocument> sink) {
        return read(file, sink, because -> {
            throw because;
        });
    }

    /**
     * The same; a document of a volume that cannot be read keeps none behind it from being read.
     *
     * @param leftOut takes why a document is left out: bad input, or a fault of the program
     */
    public int read(Path file, Consumer<ReadDocument> sink, Consumer<RuntimeException> leftOut) {
        byte[] beginning = beginning(file);
        ForeignFormat.of(beginning).ifPresent(foreign -> {
            throw InvalidInput.at(
                    file.toString(), 0, "this is " + foreign.called() + ", which is not read", foreign.todo());
        });
        SourceFormat format = SourceFormat.of(beginning);
        String root = SourceFormat.root(beginning).orElse("");
        if (format == SourceFormat.PLAIN && root.equals("ead")) {
            new EadFile(file, sink).read();
            return 0;
        }
        if (format == SourceFormat.PLAIN && isXml(beginning)) {
            TeiFile tei = new TeiFile(file, marks, withText, sink, leftOut);
            int editorial = tei.read();
            if (tei.isEmpty()) {
                sink.accept(read(transcription(file), TeiPages.read(file)));
            }
            return editorial;
        }
        Transcription transcription = transcription(file);
        format.read(file, leftOut).forEach(paper -> sink.accept(read(transcription, paper)));
        return 0;
    }

    private ReadDocument read(Transcription transcription, SourceText paper) {
        return transcription.read(paper, zones.apply(CaseId.nearest(paper.id())));
    }

    private Transcription transcription(Path file) {
        List<MarksFile> ofTranscriptions =
                marks.stream().filter(MarksFile::isForTranscriptions).toList();
        if (ofTranscriptions.isEmpty()) {
            throw InvalidInput.at(
                    file.toString(), 0, "no procedure here says how transcriptions are worded", "add a marks.yaml");
        }
        return new Transcription(ofTranscriptions);
    }

    /** Whether the file begins as XML does, behind a byte order mark and white space. */
    private static boolean isXml(byte[] beginning) {
        for (byte each : beginning) {
            boolean passedOver = each == 0 || Character.isWhitespace(each) || (each & 0xff) >= 0xbb;
            if (!passedOver) {
                return each == '<';
            }
        }
        return false;
    }

    private static byte[] beginning(Path file) {
        if (Files.isDirectory(file)) {
            throw InvalidInput.at(
                    file.toString(), 0, "this is a folder", "name its files, such as " + file.resolve("*.txt"));
        }
        try (InputStream in = Files.newInputStream(file)) {
            return in.readNBytes(LOOK);
        } catch (NoSuchFileException missing) {
            throw InvalidInput.at(file.toString(), 0, "there is no such file", "check the name");
        } catch (IOException broken) {
            throw InvalidInput.at(
                    file.toString(), 0, "the file cannot be read (" + broken.getMessage() + ")", "check the file");
        }
    }
}
