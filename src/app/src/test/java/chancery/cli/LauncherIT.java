package chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The launcher, beside a copy of the packaged jar in a folder with a blank in its name. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {
    private static final Path PACKAGED = Path.of(System.getProperty("packaged", "target"));

    @TempDir
    private Path folder;

    private Path home;

    @BeforeEach
    void lay() throws IOException {
        home = Files.createDirectory(folder.resolve("a home"));
        for (String file : List.of("chancery", "chancery.jar")) {
            Files.copy(PACKAGED.resolve(file), home.resolve(file), java.nio.file.StandardCopyOption.COPY_ATTRIBUTES);
        }
    }

    /** What a run gave. */
    private record Run(int exit, String out, String err) {}

    @Test
    void it_works_from_any_folder_and_through_a_link_and_makes_its_archive_once() throws Exception {
        Path link = Files.createSymbolicLink(folder.resolve("link"), home.resolve("chancery"));

        Run first = finish(start(link, "path", "su-1955-83M"));
        List<Path> made = apps();
        Run second = finish(start(link, "path", "su-1955-83M"));

        assertThat(first.exit()).isZero();
        assertThat(first.err()).isEmpty();
        assertThat(second).isEqualTo(first);
        assertThat(made).hasSize(2).allMatch(Files::isDirectory);
        assertThat(apps()).isEqualTo(made);
        assertThat(made.get(0).resolve("classes.jsa")).isNotEmptyFile();
    }

    @Test
    void it_hands_on_words_with_blanks_and_the_exit_code() throws Exception {
        Run run = finish(start(home.resolve("chancery"), "path", "no such case"));

        assertThat(run.exit()).isEqualTo(2);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("no such case").doesNotContain("[warning]");
    }

    @Test
    void two_first_uses_at_once_do_not_disturb_each_other() throws Exception {
        Process one = start(home.resolve("chancery"), "path", "su-1955-83M");
        Process other = start(home.resolve("chancery"), "path", "su-1955-83M");

        Run first = finish(one);
        assertThat(first.exit()).isZero();
        assertThat(finish(other)).isEqualTo(first);
        assertThat(apps()).hasSize(2);
    }

    @Test
    void where_nothing_can_be_written_the_jar_runs_as_it_is() throws Exception {
        Files.writeString(home.resolve("chancery-app"), "a file in the place of the folder");

        Run run = finish(start(home.resolve("chancery"), "--version"));

        assertThat(run.exit()).isZero();
        assertThat(run.out()).startsWith("chancery ");
        assertThat(run.err()).isEmpty();
    }

    @Test
    void what_an_interrupted_first_use_left_is_not_trusted_and_another_jar_gets_its_own() throws Exception {
        finish(start(home.resolve("chancery"), "--version"));
        Path link = apps().stream().filter(Files::isSymbolicLink).findFirst().orElseThrow();
        Files.delete(link);
        Files.delete(apps().get(0).resolve("classes.jsa"));

        assertThat(finish(start(home.resolve("chancery"), "--version")).exit()).isZero();
        assertThat(link.toRealPath().resolve("classes.jsa")).isNotEmptyFile();
        assertThat(apps()).hasSize(3);
    }

    @Test
    void a_java_that_is_too_old_or_missing_is_told_in_a_sentence() throws Exception {
        Path old = Files.createDirectories(folder.resolve("jdk/bin"));
        Path java = Files.writeString(old.resolve("java"), "#!/bin/sh\n");
        java.toFile().setExecutable(true);
        Files.writeString(folder.resolve("jdk/release"), "JAVA_VERSION=\"11.0.2\"\n");

        Run tooOld = finish(start(
                home.resolve("chancery"),
                Map.of("JAVA_HOME", folder.resolve("jdk").toString()),
                "--version"));
        Run missing = finish(start(
                home.resolve("chancery"),
                Map.of("JAVA_HOME", folder.resolve("none").toString()),
                "--version"));

        assertThat(tooOld.exit()).isEqualTo(2);
        assertThat(tooOld.err()).contains("needs Java 17 or newer", "is of version 11");
        assertThat(missing.exit()).isEqualTo(2);
        assertThat(missing.err()).contains("there is no bin/java");
    }

    private List<Path> apps() throws IOException {
        try (Stream<Path> files = Files.list(home.resolve("chancery-app"))) {
            return files.sorted(java.util.Comparator.<Path>comparingInt(
                                    file -> -file.getFileName().toString().length())
                            .thenComparing(file -> file))
                    .toList();
        }
    }

    private Process start(Path launcher, String... words) throws IOException {
        return start(launcher, Map.of(), words);
    }

    private Process start(Path launcher, Map<String, String> environment, String... words) throws IOException {
        List<String> line = new ArrayList<>(List.of(launcher.toString()));
        line.addAll(List.of(words));
        ProcessBuilder builder = new ProcessBuilder(line)
                .directory(folder.toFile())
                .redirectOutput(Files.createTempFile(folder, "out", "").toFile())
                .redirectError(Files.createTempFile(folder, "err", "").toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        outputs.put(
                process,
                List.of(
                        builder.redirectOutput().file().toPath(),
                        builder.redirectError().file().toPath()));
        return process;
    }

    private final Map<Process, List<Path>> outputs = new java.util.HashMap<>();

    private Run finish(Process process) throws IOException, InterruptedException {
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).isTrue();
        List<Path> files = outputs.get(process);
        return new Run(process.exitValue(), Files.readString(files.get(0)), Files.readString(files.get(1)));
    }
}
