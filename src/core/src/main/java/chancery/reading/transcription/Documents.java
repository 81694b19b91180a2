package chancery.reading.transcription;

import chancery.document.Document;
import chancery.document.DocumentId;
import chancery.document.Mark;
import chancery.document.Transmission;
import chancery.document.Witness;
import chancery.office.Act;
import chancery.reading.form.FormOfWords.NamedDocument;
import chancery.reading.form.FoundForm;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The documents of which a transcription tells: those that it holds, and lost ones of which its marks speak. */
final class Documents {
    private final Sections sections;
    private final Map<DocumentId, NamedDocument> lost = new LinkedHashMap<>();

    Documents(Sections sections) {
        this.sections = sections;
    }

    /** The document of which a form speaks: one of the file, or else a lost one; that which bears it if it names none. */
    DocumentId about(FoundForm form) {
        Section bearer = sections.on(form.from());
        NamedDocument named = form.form().about();
        if (named == null) {
            return bearer.id;
        }
        for (Section section : sections.all()) {
            if (section != bearer && section.named != null && section.named.id().equals(named.id())) {
                if (section.state == Transmission.ORIGINAL) {
                    section.state = named.state();
                }
                return section.id;
            }
        }
        DocumentId id = free(named.id());
        lost.putIfAbsent(id, named);
        return id;
    }

    /** An id that no section of the file has: the paper that is spoken of is another than the one that speaks. */
    private DocumentId free(String wanted) {
        DocumentId id = new DocumentId(wanted);
        for (int number = 2; isOfSection(id); number++) {
            id = new DocumentId(wanted + "-" + number);
        }
        return id;
    }

    private boolean isOfSection(DocumentId id) {
        return sections.all().stream().anyMatch(section -> section.id.equals(id));
    }

    /** The documents that bear marks or are spoken of in them, the paper first. */
    List<Document> bearing(List<Mark> marks, Witness witness) {
        List<Document> documents = new ArrayList<>();
        Section main = sections.main();
        List<DocumentId> enclosed = Stream.concat(
                        sections.all().stream().skip(1).map(section -> section.id),
                        lost.keySet().stream().filter(id -> isEnclosed(id, marks)))
                .toList();
        documents.add(new Document(main.id, main.form(), main.title(), main.state, witness, enclosed));
        lost.forEach((id, named) -> documents.add(new Document(
                id, named.form(), title(named) + ", known from this file only", Transmission.LOST, null, List.of())));
        sections.all().stream()
                .skip(1)
                .forEach(section -> documents.add(
                        new Document(section.id, section.form(), section.title(), section.state, null, List.of())));
        return documents;
    }

    private static boolean isEnclosed(DocumentId id, List<Mark> marks) {
        return marks.stream()
                .flatMap(mark -> mark.preferred().attests().stream())
                .anyMatch(attested ->
                        attested.act() == Act.ENCLOSE && attested.about().equals(id));
    }

    static String title(NamedDocument named) {
        return named.title() == null ? named.form().word() : named.title();
    }
}
