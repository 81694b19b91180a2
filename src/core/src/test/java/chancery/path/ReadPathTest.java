package chancery.path;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chancery.casefile.CaseFile;
import chancery.casefile.Dossier;
import chancery.document.ReadingId;
import chancery.procedure.Holdings;
import chancery.procedure.explanation.ChooseProcedure;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ReadPathTest {
    private static final Holdings HOLDINGS =
            Holdings.in(java.nio.file.Path.of("bpmn"), java.nio.file.Path.of("processes"));

    static List<java.nio.file.Path> caseFiles() {
        return HOLDINGS.caseFiles();
    }

    @ParameterizedTest
    @MethodSource("caseFiles")
    void what_is_read_is_what_was_written(java.nio.file.Path file) {
        Dossier dossier = CaseFile.read(file);
        for (ReadingId reading : dossier.readings()) {
            Path path = new ChooseProcedure(HOLDINGS.proceduresOf(dossier))
                    .explain(dossier, reading)
                    .path();

            assertThat(ReadPath.of(PathJson.line(path))).isEqualTo(path);
        }
    }

    @Test
    void what_is_no_path_is_refused() {
        assertThatThrownBy(() -> ReadPath.of("{")).hasMessageStartingWith("This is no path as JSON: ");
        assertThatThrownBy(() -> ReadPath.of("{\"case\": \"a\"}"))
                .hasMessage("This is no path as JSON: \"title\" is missing");
    }
}
