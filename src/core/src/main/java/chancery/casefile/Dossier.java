package chancery.casefile;

import chancery.document.Document;
import chancery.document.DocumentId;
import chancery.document.Mark;
import chancery.document.MarkId;
import chancery.document.Reading;
import chancery.document.ReadingId;
import chancery.document.Related;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The documents of one affair, bound together with their marks.
 *
 * @param procedure the id of the procedure it is held to have followed; {@code null} if every one is to be tried
 * @param entry the start event at which it entered the procedure, where that is known
 * @param constructed made up to show the procedure, not a historical case
 * @param simulate whether {@code serve} also runs it, simulated, through every step to its end
 * @param context what else its source names beside it, such as the letter that it answers
 * @param file where it was read from, for messages
 * @param hash SHA-256 of the file's bytes, in hexadecimal
 */
public record Dossier(
        CaseId id,
        String title,
        @Nullable String procedure,
        int procedureLine,
        @Nullable String entry,
        int entryLine,
        boolean constructed,
        boolean simulate,
        List<Document> documents,
        List<Mark> marks,
        List<Expectation> expectations,
        List<Related> context,
        String file,
        String hash) {
    public Dossier {
        documents = List.copyOf(documents);
        marks = List.copyOf(marks);
        expectations = List.copyOf(expectations);
        context = List.copyOf(context);
    }

    /** A case beside which its source names nothing else. */
    public Dossier(
            CaseId id,
            String title,
            @Nullable String procedure,
            int procedureLine,
            @Nullable String entry,
            int entryLine,
            boolean constructed,
            boolean simulate,
            List<Document> documents,
            List<Mark> marks,
            List<Expectation> expectations,
            String file,
            String hash) {
        this(
                id,
                title,
                procedure,
                procedureLine,
                entry,
                entryLine,
                constructed,
                simulate,
                documents,
                marks,
                expectations,
                List.of(),
                file,
                hash);
    }

    /** The reading that takes the preferred reading of every mark. */
    public static final ReadingId PREFERRED = new ReadingId("preferred");

    public Optional<Document> document(DocumentId id) {
        return documents.stream().filter(document -> document.id().equals(id)).findFirst();
    }

    public Optional<Mark> mark(MarkId id) {
        return marks.stream().filter(mark -> mark.id().equals(id)).findFirst();
    }

    /** {@link #PREFERRED} and then every competing reading that is not preferred, in order of the file. */
    public List<ReadingId> readings() {
        return Stream.concat(Stream.of(PREFERRED), competing().stream()).toList();
    }

    /** Whether the case knows a reading of that id, preferred or not. */
    public boolean knows(ReadingId reading) {
        return reading.equals(PREFERRED)
                || marks.stream()
                        .filter(Mark::isDisputed)
                        .flatMap(mark -> mark.readings().stream())
                        .anyMatch(known -> known.id().equals(reading));
    }

    /** The same, nothing expected of its path; so it can be read under a version whose steps had other ids. */
    public Dossier expectingNothing() {
        return new Dossier(
                id,
                title,
                procedure,
                procedureLine,
                entry,
                entryLine,
                constructed,
                simulate,
                documents,
                marks,
                List.of(),
                context,
                file,
                hash);
    }

    private Set<ReadingId> competing() {
        Set<ReadingId> competing = new LinkedHashSet<>();
        marks.stream()
                .flatMap(mark -> mark.readings().stream())
                .filter(reading -> !reading.preferred())
                .map(Reading::id)
                .forEach(competing::add);
        return competing;
    }
}
