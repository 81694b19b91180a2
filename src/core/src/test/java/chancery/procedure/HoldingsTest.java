package chancery.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chancery.casefile.InvalidInput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class HoldingsTest {
    @TempDir
    private Path processes;

    private Path description;

    @BeforeEach
    void describe() throws IOException {
        description = Files.createDirectories(processes.resolve("uk-fo")).resolve("procedure.yaml");
        Files.copy(Path.of("processes/uk-fo/procedure.yaml"), description);
    }

    @Test
    void a_procedure_is_read_once() throws IOException {
        Holdings holdings = Holdings.in(Path.of("bpmn"), processes);
        Procedure first = holdings.procedure("uk-fo");

        Files.delete(description);

        assertThat(holdings.procedures()).containsExactly("uk-fo");
        assertThat(holdings.procedure("uk-fo")).isSameAs(first);
    }

    @Test
    void the_institutions_are_part_of_a_procedure_s_version() throws IOException {
        String own = Holdings.in(Path.of("bpmn"), processes).procedure("uk-fo").version();
        Path institutions = processes.resolve("institutions.yaml");
        Files.copy(Path.of("processes/institutions.yaml"), institutions);

        assertThat(Holdings.in(Path.of("bpmn"), processes).procedure("uk-fo").version())
                .isEqualTo(own);
        Files.writeString(institutions, Files.readString(institutions).replace("War Office", "Office of War"));
        assertThat(Holdings.in(Path.of("bpmn"), processes).procedure("uk-fo").version())
                .isNotEqualTo(own);
    }

    @Test
    void a_procedure_that_is_wrong_is_read_once() throws IOException {
        Files.writeString(description, Files.readString(description).replace("title:", "titel:"));
        Holdings holdings = Holdings.in(Path.of("bpmn"), processes);
        assertThatThrownBy(() -> holdings.procedure("uk-fo")).isInstanceOf(InvalidInput.class);

        Files.delete(description);

        assertThatThrownBy(() -> holdings.procedure("uk-fo")).hasMessageContaining("\"title\" is missing");
    }

    @Test
    void a_folder_that_cannot_be_read_is_refused() throws IOException {
        Holdings holdings = Holdings.in(Path.of("bpmn"), processes);
        Files.delete(description);
        Files.delete(description.getParent());
        Files.delete(processes);

        assertThatThrownBy(holdings::caseFiles)
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith(processes + ": the folder cannot be read (");
        Files.createDirectories(processes);
    }
}
