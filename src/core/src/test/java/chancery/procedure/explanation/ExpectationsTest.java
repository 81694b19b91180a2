package chancery.procedure.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.casefile.CaseFile;
import chancery.casefile.Dossier;
import chancery.procedure.Holdings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the case files of the project expect of their paths. */
class ExpectationsTest {
    private static final Holdings HOLDINGS = Holdings.in(Path.of("bpmn"), Path.of("processes"));

    static List<Path> caseFiles() {
        return HOLDINGS.caseFiles();
    }

    @ParameterizedTest
    @MethodSource("caseFiles")
    void the_path_is_as_the_case_file_expects(Path file) {
        Dossier dossier = CaseFile.read(file);

        assertThat(dossier.expectations()).isNotEmpty();
        assertThat(new CheckExpectations(dossier, HOLDINGS.proceduresOf(dossier)).failures())
                .isEmpty();
    }

    @Test
    void a_wrong_expectation_is_told_with_file_line_found_and_expected(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("su-1955-584dv.yaml");
        Files.writeString(
                file,
                Files.readString(Path.of("processes/soviet-cc/cases/su-1955-584dv.yaml"))
                        .replace("Task_SubmitNote: presumed", "Task_SubmitNote: evidenced"));
        Dossier dossier = CaseFile.read(file);

        assertThat(new CheckExpectations(dossier, HOLDINGS.proceduresOf(dossier)).failures())
                .singleElement()
                .asString()
                .startsWith(file + ":")
                .endsWith("step Task_SubmitNote is presumed, expected evidenced");
    }

    @Test
    void a_contradicted_statement_that_is_not_expected_is_told(@TempDir Path folder) throws IOException {
        Path file = folder.resolve("su-1950-600428sh.yaml");
        Files.writeString(
                file,
                Files.readString(Path.of("processes/soviet-incoming/cases/su-1950-600428sh.yaml"))
                        .replace("contradicted: [distribution]", "contradicted: []"));
        Dossier dossier = CaseFile.read(file);

        assertThat(new CheckExpectations(dossier, HOLDINGS.proceduresOf(dossier)).failures())
                .singleElement()
                .asString()
                .endsWith("contradicted are the statements of [distribution], expected []");
    }
}
