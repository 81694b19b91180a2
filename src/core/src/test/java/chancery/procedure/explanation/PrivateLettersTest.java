package chancery.procedure.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.casefile.CaseFile;
import chancery.casefile.Dossier;
import chancery.path.EvidenceStatus;
import chancery.path.Step;
import chancery.procedure.Holdings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Letters between private persons, of any time and place, are no chancery's; their own acts are told, and no more. */
class PrivateLettersTest {
    private static final Holdings HOLDINGS = Holdings.in(Path.of("bpmn"), Path.of("processes"));
    private static final List<String> FIRST = List.of("Anna", "Karl", "Ivan", "Mary", "Li", "François", "Ида", "Mme.");
    private static final List<String> LAST = List.of(
            "Holm",
            "Brandt",
            "Petrov",
            "Secretary",
            "Chancellor",
            "Minister",
            "von Staatz",
            "State",
            "王",
            "Department");
    private static final List<String> PLACES =
            List.of("Wien", "Washington", "Moscow", "Peking", "London", "Berlin", "Lübeck", "Москва", "北京");

    @TempDir
    private Path folder;

    /** A hundred letters a century, so that each procedure's years are among them. */
    @ParameterizedTest
    @ValueSource(ints = {1700, 1800, 1850, 1900, 1940, 1950, 1960, 2000})
    void no_private_letter_is_given_a_chancery(int years) throws IOException {
        Random random = new Random(years);
        for (int i = 0; i < 100; i++) {
            String letter = letter(random, years, i);
            Dossier dossier = CaseFile.read(Files.writeString(folder.resolve("letter.yaml"), letter));

            chancery.path.Path path = new ChooseProcedure(HOLDINGS.proceduresOf(dossier))
                    .explain(dossier, Dossier.PREFERRED)
                    .path();

            assertThat(path.result()).as(letter).isEqualTo(chancery.path.Path.Result.BARE);
            assertThat(path.steps()).as(letter).extracting(Step::status).containsOnly(EvidenceStatus.EVIDENCED);
            assertThat(path.steps()).as(letter).hasSize(path.attesting());
        }
    }

    private static String letter(Random random, int years, int number) {
        LocalDate sent = LocalDate.of(years + random.nextInt(50), 1, 1).plusDays(random.nextInt(365));
        StringBuilder letter = new StringBuilder("""
                case: letter-%d
                title: Letter
                documents:
                  - {id: letter, form: Letter, title: Letter%s}
                marks:
                """.formatted(
                        number,
                        random.nextInt(4) == 0
                                ? ", witness: {description: found, reference: {archive: Stadtarchiv, file: 'Briefe 7'}}"
                                : ""));
        mark(letter, random, "dispatch", sent, "heading");
        if (random.nextBoolean()) {
            mark(letter, random, "sign", sent, "signature");
        }
        if (random.nextBoolean()) {
            mark(letter, random, "receive", sent.plusDays(random.nextInt(20) - 2), "heading");
        }
        return letter.toString();
    }

    private static void mark(StringBuilder letter, Random random, String act, LocalDate day, String kind) {
        String name = FIRST.get(random.nextInt(FIRST.size())) + " " + LAST.get(random.nextInt(LAST.size()));
        letter.append("  - id: ")
                .append(act)
                .append("\n    on: letter\n    kind: ")
                .append(kind);
        letter.append("\n    reading: '").append(name).append(' ').append(PLACES.get(random.nextInt(PLACES.size())));
        letter.append("'\n    attests: ")
                .append(act)
                .append("\n    agents: [{name: ")
                .append(name)
                .append("}]\n");
        if (random.nextInt(5) > 0) {
            letter.append("    date: '")
                    .append(day)
                    .append(random.nextInt(4) == 0 ? "?'" : "'")
                    .append('\n');
        }
    }
}
