package chancery;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.casefile.CaseFile;
import chancery.casefile.Dossier;
import chancery.casefile.InvalidInput;
import chancery.comparison.alignment.StepCosts;
import chancery.document.ReadingId;
import chancery.path.PathJson;
import chancery.procedure.Holdings;
import chancery.procedure.Lint;
import chancery.procedure.explanation.ChooseProcedure;
import chancery.reading.ReadSource;
import chancery.reading.ReadingJson;
import chancery.reading.form.MarksFile;
import chancery.reading.found.ReadDocument;
import chancery.reading.review.ReviewPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever is done to a file, it is read, or refused as bad input; no damage ends in a fault of the program. How many
 * files are damaged in all is set with {@code -Dmutations=N}.
 */
class MutatedInputTest {
    private static final int MUTATIONS = Integer.getInteger("mutations", 400);
    private static final long LONGEST_SECONDS = 10;

    private static final Path READING = Path.of("src/core/src/test/resources/reading");
    private static final Holdings HOLDINGS = Holdings.in(Path.of("bpmn"), Path.of("processes"));
    private static final Lint LINT = new Lint(HOLDINGS);
    private static List<MarksFile> words;

    @TempDir
    private static Path folder;

    /** What is done with a file. */
    private interface Use {
        void of(Path file) throws IOException;
    }

    private enum Kind {
        CASE_FILE(Path.of("processes/soviet-cc/cases/su-1955-83M.yaml"), MutatedInputTest::take),
        CASE_WITHOUT_PROCEDURE(Path.of("processes/undescribed/cases/su-1953-858-372cc.yaml"), MutatedInputTest::take),
        PROCEDURE(Path.of("processes/us-telegram-out/procedure.yaml"), file -> {
            LINT.check(List.of(file));
            Path there = Files.createDirectories(folder.resolve("processes/us-telegram-out"));
            Files.copy(file, there.resolve("procedure.yaml"), StandardCopyOption.REPLACE_EXISTING);
            Holdings.in(Path.of("bpmn"), folder.resolve("processes")).procedure("us-telegram-out");
        }),
        WORDS_OF_TRANSCRIPTIONS(
                Path.of("processes/soviet-cc/marks.yaml"), file -> read(READING.resolve("note-31M.txt"), file)),
        WORDS_OF_SOURCE_NOTES(
                Path.of("processes/words/frus-source-notes.yaml"), file -> read(READING.resolve("volume.xml"), file)),
        VOLUME(READING.resolve("volume.xml"), MutatedInputTest::read),
        LETTER(READING.resolve("letters/letter.xml"), MutatedInputTest::read),
        INDEX_OF_LETTERS(READING.resolve("letters/cmif.xml"), MutatedInputTest::read),
        TRANSCRIPTION(READING.resolve("note-31M.txt"), MutatedInputTest::read),
        OFFICE_DOCUMENT(READING.resolve("formats/letter.docx"), MutatedInputTest::read),
        OPEN_DOCUMENT(READING.resolve("formats/letter.odt"), MutatedInputTest::read),
        PDF(READING.resolve("formats/letter.pdf"), MutatedInputTest::read),
        PAGE_XML(READING.resolve("formats/letter.page.xml"), MutatedInputTest::read),
        ALTO_XML(READING.resolve("formats/letter.alto.xml"), MutatedInputTest::read),
        MANIFEST(READING.resolve("formats/manifest3.json"), MutatedInputTest::read),
        FINDING_AID(READING.resolve("formats/list.ead.xml"), MutatedInputTest::read),
        PLAIN_TEI(READING.resolve("formats/plain.tei.xml"), MutatedInputTest::read),
        TRANSCRIPTION_IN_RUSSIAN(READING.resolve("zapiska-31M.txt"), MutatedInputTest::read),
        DIAGRAM(Path.of("bpmn/soviet-cc.bpmn"), file -> besideDiagrams(file, "soviet-cc.bpmn")),
        DECISION_TABLE(Path.of("bpmn/protocol-numeral.dmn"), file -> besideDiagrams(file, "protocol-numeral.dmn")),
        COSTS(Path.of("src/core/src/main/resources/comparison/costs.yaml"), StepCosts::read);

        private final Path seed;
        private final Use use;

        Kind(Path seed, Use use) {
            this.seed = seed;
            this.use = use;
        }
    }

    @BeforeAll
    static void prepare() throws IOException {
        words = HOLDINGS.wordings().stream().map(MarksFile::read).toList();
        Path bpmn = Files.createDirectories(folder.resolve("bpmn"));
        for (Path diagram : HOLDINGS.diagrams()) {
            Files.copy(diagram, bpmn.resolve(diagram.getFileName()));
        }
    }

    @ParameterizedTest
    @EnumSource
    void no_damage_ends_in_a_fault_of_the_program(Kind kind) throws IOException {
        byte[] seed = Files.readAllBytes(kind.seed);
        String name = String.valueOf(kind.seed.getFileName());
        Map<String, String> faults = new TreeMap<>();
        int count = MUTATIONS / Kind.values().length;
        for (int number = 0; number < count; number++) {
            Path file = Files.write(folder.resolve(name), new Mutation(number).of(seed));
            long begun = System.nanoTime();
            try {
                kind.use.of(file);
            } catch (InvalidInput expected) {
                // bad input, refused in words
            } catch (RuntimeException | Error fault) {
                faults.putIfAbsent(where(fault), "mutation " + number + ": " + fault);
            }
            if (System.nanoTime() - begun > LONGEST_SECONDS * 1_000_000_000) {
                faults.put("it takes longer than " + LONGEST_SECONDS + " s", "mutation " + number);
            }
        }
        assertThat(faults).isEmpty();
    }

    private static String where(Throwable fault) {
        return Stream.of(fault.getStackTrace())
                .filter(frame -> frame.getClassName().startsWith("chancery"))
                .map(StackTraceElement::toString)
                .findFirst()
                .orElse("somewhere");
    }

    private static void read(Path file) {
        read(file, words);
    }

    private static void read(Path file, Path words) {
        read(file, List.of(MarksFile.read(words)));
    }

    private static void read(Path file, List<MarksFile> words) {
        new ReadSource(words, true).read(file, MutatedInputTest::takeAgain);
    }

    private static void takeAgain(ReadDocument document) {
        ReadingJson.document(document);
        ReadingJson.acts(document);
        ReviewPage.html(document);
        try {
            Path file = folder.resolve(document.dossier().id() + ".yaml");
            take(Files.writeString(file, CaseFile.write(document.dossier())));
            Files.delete(file);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        } catch (InvalidInput refused) {
            throw new AssertionError("What was read cannot be read: " + refused.getMessage(), refused);
        }
    }

    private static void take(Path file) {
        LINT.check(List.of(file));
        Dossier dossier = CaseFile.read(file);
        CaseFile.write(dossier);
        ChooseProcedure explain = new ChooseProcedure(HOLDINGS.proceduresOf(dossier));
        for (ReadingId reading : dossier.readings()) {
            PathJson.line(explain.explain(dossier, reading).path());
        }
    }

    private static void besideDiagrams(Path file, String name) throws IOException {
        Path there = folder.resolve("bpmn").resolve(name);
        byte[] whole = Files.readAllBytes(there);
        try {
            Files.copy(file, there, StandardCopyOption.REPLACE_EXISTING);
            new Lint(HOLDINGS).check(List.of(there));
            Holdings.in(folder.resolve("bpmn"), Path.of("processes")).procedure("soviet-cc");
        } finally {
            Files.write(there, whole);
        }
    }
}
