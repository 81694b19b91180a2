package chancery.casefile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class WriteCaseFileTest {
    @TempDir
    private Path folder;

    static Stream<Path> cases() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("processes"))) {
            return files.filter(file -> file.toString().matches(".*/cases/[^/]*\\.yaml")).sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("cases")
    void what_is_written_reads_as_the_same_dossier(Path file) throws IOException {
        Dossier dossier = CaseFile.read(file);
        Path copy = folder.resolve(file.getFileName());
        Files.writeString(copy, CaseFile.write(dossier));

        assertThat(CaseFile.read(copy))
                .usingRecursiveComparison()
                .ignoringFieldsMatchingRegexes(".*[lL]ine", "file", "hash")
                .isEqualTo(dossier);
    }
}
