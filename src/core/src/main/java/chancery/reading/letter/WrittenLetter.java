package chancery.reading.letter;

import chancery.casefile.CaseFile;
import chancery.casefile.Dossier;
import chancery.document.Document;
import chancery.document.Edition;
import chancery.document.Mark;
import chancery.reading.found.ReadDocument;
import com.ctc.wstx.stax.WstxInputFactory;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.stream.Stream;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** A letter as it was written into an index, read again to see what got lost. */
final class WrittenLetter {
    private WrittenLetter() {}

    /**
     * The marks, and the lines of a case file, that do not come back, but for what its edition is called, which the header
     * holds.
     */
    static List<String> lost(String correspDesc, Dossier dossier) {
        Dossier again = read(correspDesc);
        Predicate<Mark> kept = mark -> again.mark(mark.id()).isPresent();
        List<String> lines = new ArrayList<>(
                lines(dossier, dossier.marks().stream().filter(kept).toList()));
        lines(again, again.marks()).forEach(lines::remove);
        return Stream.concat(
                        dossier.marks().stream().filter(kept.negate()).map(mark -> "mark " + mark.id()), lines.stream())
                .toList();
    }

    private static List<String> lines(Dossier dossier, List<Mark> marks) {
        return CaseFile.write(withoutHeader(dossier, marks))
                .lines()
                .map(String::strip)
                .filter(line -> !line.startsWith("place: "))
                .toList();
    }

    private static Dossier withoutHeader(Dossier dossier, List<Mark> marks) {
        return new Dossier(
                dossier.id(),
                dossier.title(),
                dossier.procedure(),
                dossier.procedureLine(),
                dossier.entry(),
                dossier.entryLine(),
                dossier.constructed(),
                dossier.simulate(),
                dossier.documents().stream().map(WrittenLetter::withoutHeader).toList(),
                marks,
                List.of(),
                dossier.context(),
                dossier.file(),
                dossier.hash());
    }

    private static Document withoutHeader(Document document) {
        Edition edition = document.edition();
        return edition == null
                ? document
                : new Document(
                        document.id(),
                        document.form(),
                        document.title(),
                        document.state(),
                        document.witness(),
                        document.enclosures(),
                        new Edition(edition.key(), edition.ref(), null, null, edition.source()));
    }

    private static Dossier read(String correspDesc) {
        try {
            XMLStreamReader xml = new WstxInputFactory().createXMLStreamReader(new StringReader(correspDesc));
            xml.nextTag();
            ReadDocument letter =
                    Correspondence.read(xml, "index", "letter", new References(Path.of("index")), key -> key);
            return letter.dossier();
        } catch (XMLStreamException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
