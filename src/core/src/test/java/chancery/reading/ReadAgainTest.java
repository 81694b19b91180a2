package chancery.reading;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chancery.casefile.CaseFile;
import chancery.casefile.InvalidInput;
import chancery.procedure.Holdings;
import chancery.procedure.Lint;
import chancery.procedure.diagram.Finding.Severity;
import chancery.reading.form.MarksFile;
import chancery.reading.found.ReadDocument;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is written of the volumes can be read again as a case file, and has no fault. */
class ReadAgainTest {
    private static final Holdings HOLDINGS = Holdings.in(Path.of("bpmn"), Path.of("processes"));

    @TempDir
    private Path folder;

    @Test
    void every_case_file_of_every_volume_can_be_read_again_and_has_no_fault() throws IOException {
        String shared = System.getProperty("shared", "");
        assumeTrue(
                !shared.isEmpty(),
                "Skipped: the volumes are not part of the project; name their folder with -Dshared=FOLDER");
        List<MarksFile> words =
                HOLDINGS.wordings().stream().map(MarksFile::read).toList();
        List<Path> written = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        for (Path volume : volumes(Path.of(shared, "corpora"))) {
            new ReadSource(words, false).read(unpacked(volume), document -> {
                Path file = write(document);
                written.add(file);
                try {
                    assertThat(CaseFile.read(file).marks())
                            .hasSameSizeAs(document.dossier().marks());
                } catch (InvalidInput because) {
                    refused.add(because.getMessage());
                }
            });
        }

        assertThat(refused).isEmpty();
        assertThat(written).hasSizeGreaterThan(1_000);
        assertThat(new Lint(HOLDINGS).check(written))
                .filteredOn(finding -> finding.severity() == Severity.ERROR)
                .isEmpty();
    }

    private Path write(ReadDocument document) {
        try {
            return Files.writeString(
                    folder.resolve(document.dossier().id() + ".yaml"), CaseFile.write(document.dossier()));
        } catch (IOException full) {
            throw new java.io.UncheckedIOException(full);
        }
    }

    private static List<Path> volumes(Path corpora) throws IOException {
        try (Stream<Path> files = Files.list(corpora)) {
            return files.filter(file -> file.toString().matches(".*\\.xml(\\.gz)?"))
                    .sorted()
                    .toList();
        }
    }

    private Path unpacked(Path volume) throws IOException {
        String name = volume.getFileName().toString();
        if (!name.endsWith(".gz")) {
            return volume;
        }
        Path xml = folder.resolve(name.replaceFirst("\\.gz$", ""));
        try (InputStream in = new GZIPInputStream(Files.newInputStream(volume))) {
            Files.copy(in, xml);
        }
        return xml;
    }
}
