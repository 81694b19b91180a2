package chancery.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import chancery.cli.shared.ExitCode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** Runs the launcher that the build has laid beside the jar, in the folder {@code -Dpackaged}. */
@DisabledOnOs(OS.WINDOWS)
class LauncherIT {
    private static final Path BUILT = Path.of(System.getProperty("packaged", "target"), "chancery");
    private static final String[] PATH = {"path", "su-1955-83M"};
    private static final String[] BAD_INPUT = {"path", "no-such-case"};

    /** A launcher that has been used once, in a folder with a blank in its name. */
    @TempDir
    private static Path shared;

    private static Path ready;
    private static Run first;

    @TempDir
    private Path folder;

    @BeforeAll
    static void use_it_once() throws Exception {
        ready = install(Files.createDirectory(shared.resolve("a b")));
        first = run(ready, PATH);
    }

    @Test
    void first_use_unpacks_the_jar_and_archives_its_classes_in_silence() throws IOException {
        assertThat(first.err).isEmpty();
        assertThat(first.status).isEqualTo(ExitCode.DONE);
        assertThat(first.out).startsWith("su-1955-83M (preferred reading): ");
        assertThat(apps(ready)).hasSize(1);
        assertThat(archives(ready))
                .hasSize(1)
                .allSatisfy(archive -> assertThat(archive).isNotEmptyFile());
    }

    @Test
    void second_use_says_the_same_and_takes_its_classes_from_the_archive() throws Exception {
        List<Path> archives = archives(ready);
        FileTime made = Files.getLastModifiedTime(archives.get(0));
        Path log = folder.resolve("classes.log");
        Run second = run(folder, Map.of("CHANCERY_JAVA_OPTS", "-Xlog:class+load:file=" + log), ready, PATH);
        assertThat(second).isEqualTo(first);
        assertThat(archives(ready)).isEqualTo(archives);
        assertThat(Files.getLastModifiedTime(archives.get(0))).isEqualTo(made);
        assertThat(Files.readString(log)).contains(" source: shared objects file (top)");
    }

    @Test
    void it_works_from_any_folder_and_through_links() throws Exception {
        Path link = Files.createSymbolicLink(shared.resolve("link"), ready);
        Path linkToLink = Files.createSymbolicLink(shared.resolve("chancery link"), link.getFileName());
        assertThat(run(folder, Map.of(), linkToLink, PATH)).isEqualTo(first);
        assertThat(run(shared, Map.of(), Path.of("link"), PATH)).isEqualTo(first);
    }

    @Test
    void a_server_started_by_it_serves_what_cockpit_loads() throws Exception {
        Process server = start(folder, Map.of(), ready, "serve", "serve", "--port", "0", "--data", folder + "/data");
        try {
            Path out = folder.resolve("serve.out");
            await().atMost(Duration.ofMinutes(2))
                    .until(() -> !server.isAlive() || Files.readString(out).contains("Stop with Ctrl+C."));
            assertThat(server.isAlive()).isTrue();
            Matcher told = Pattern.compile("(?s)Chancery +(http\\S+)/.*Login +(\\S+) / (\\S+)")
                    .matcher(Files.readString(out));
            assertThat(told.find()).isTrue();
            String login = Base64.getEncoder().encodeToString((told.group(2) + ":" + told.group(3)).getBytes(UTF_8));
            HttpResponse<String> plugin = HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create(told.group(1)
                                            + "/camunda/api/cockpit/plugin/cockpitPlugins/static/app/plugin.js"))
                                    .header("Authorization", "Basic " + login)
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
            assertThat(plugin.statusCode()).isEqualTo(200);
        } finally {
            server.destroy();
            server.waitFor(1, TimeUnit.MINUTES);
        }
    }

    @Test
    void arguments_and_exit_code_pass_untouched() throws Exception {
        Run refused = run(ready, "path", "no such  case*");
        assertThat(refused.status).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(refused.out).isEmpty();
        assertThat(refused.err).contains("no such  case*");
    }

    @Test
    void two_first_uses_at_once_do_not_disturb_each_other() throws Exception {
        Path launcher = install(folder);
        Process one = start(folder, Map.of(), launcher, "one", PATH);
        Process other = start(folder, Map.of(), launcher, "other", PATH);
        assertThat(end(one, folder, "one")).isEqualTo(first);
        assertThat(end(other, folder, "other")).isEqualTo(first);
        assertThat(apps(launcher)).hasSize(1);
        assertThat(archives(launcher)).hasSize(1);
    }

    @Test
    void an_interrupted_first_use_leaves_nothing_that_is_trusted() throws Exception {
        Path launcher = install(folder);
        Process use = start(folder, Map.of(), launcher, "use", PATH);
        await().until(() -> apps(launcher).stream().anyMatch(app -> Files.exists(app.resolve("app/lib"))));
        List<ProcessHandle> all =
                Stream.concat(Stream.of(use.toHandle()), use.descendants()).toList();
        all.forEach(ProcessHandle::destroyForcibly);
        for (ProcessHandle process : all) {
            process.onExit().get(10, TimeUnit.SECONDS);
        }
        String trusted = apps(ready).get(0).getFileName().toString();
        assertThat(launcher.resolveSibling("chancery-app").resolve(trusted)).doesNotExist();
    }

    @Test
    void where_nothing_can_be_written_the_jar_is_run_as_it_is() throws Exception {
        Path launcher = install(folder);
        // stops root as well, whom a read-only folder does not
        Path obstacle = Files.createFile(folder.resolve("chancery-app"));
        assertThat(run(launcher, BAD_INPUT)).isEqualTo(run(ready, BAD_INPUT));
        assertThat(obstacle).isEmptyFile();
    }

    @Test
    void a_changed_jar_takes_the_place_of_what_was_unpacked() throws Exception {
        Path launcher = install(folder);
        Path jar = folder.resolve("chancery.jar");
        FileTime dated = Files.getLastModifiedTime(jar);
        Path old = Files.createDirectories(
                folder.resolve("chancery-app").resolve(apps(ready).get(0).getFileName()));
        comment(jar);
        Files.setLastModifiedTime(jar, dated);
        assertThat(run(launcher, PATH)).isEqualTo(first);
        assertThat(old).doesNotExist();
        assertThat(apps(launcher)).hasSize(1);
        assertThat(archives(launcher)).hasSize(1);
    }

    @Test
    void a_java_that_is_too_old_is_refused() throws Exception {
        Path java = Files.createDirectory(folder.resolve("bin")).resolve("java");
        Files.copy(Path.of("/bin/sh"), java);
        Files.writeString(folder.resolve("release"), "JAVA_VERSION=\"11.0.2\"\n");
        Run refused = run(folder, Map.of("JAVA_HOME", folder.toString()), ready, PATH);
        assertThat(refused)
                .isEqualTo(
                        new Run(ExitCode.BAD_INPUT, "", "Chancery needs Java 17 or newer, and " + java + " is 11.\n"));
    }

    // ---- what is run, and what it leaves ----

    private record Run(int status, String out, String err) {}

    /** A launcher with a jar of its own. */
    private static Path install(Path folder) throws IOException {
        Files.copy(BUILT.resolveSibling("chancery.jar"), folder.resolve("chancery.jar"));
        Path launcher = Files.copy(BUILT, folder.resolve("chancery"));
        assertThat(launcher).as("as the build has made it").isExecutable();
        return launcher;
    }

    private static Run run(Path launcher, String... arguments) throws Exception {
        return run(launcher.getParent(), Map.of(), launcher, arguments);
    }

    private static Run run(Path folder, Map<String, String> environment, Path launcher, String... arguments)
            throws Exception {
        return end(start(folder, environment, launcher, "run", arguments), folder, "run");
    }

    private static Process start(
            Path folder, Map<String, String> environment, Path launcher, String name, String... arguments)
            throws IOException {
        // a launcher without folder is meant from the folder it is run in
        String program = launcher.getNameCount() == 1 ? "./" + launcher : launcher.toString();
        ProcessBuilder process = new ProcessBuilder(
                        Stream.concat(Stream.of(program), Stream.of(arguments)).toList())
                .directory(folder.toFile())
                .redirectOutput(folder.resolve(name + ".out").toFile())
                .redirectError(folder.resolve(name + ".err").toFile());
        process.environment().put("JAVA_HOME", System.getProperty("java.home"));
        process.environment().putAll(environment);
        return process.start();
    }

    private static Run end(Process process, Path folder, String name) throws Exception {
        assertThat(process.waitFor(2, TimeUnit.MINUTES)).as("ends").isTrue();
        return new Run(
                process.exitValue(),
                Files.readString(folder.resolve(name + ".out"), UTF_8),
                Files.readString(folder.resolve(name + ".err"), UTF_8));
    }

    /** Builds that are unpacked, or on the way to be. */
    private static List<Path> apps(Path launcher) throws IOException {
        Path apps = launcher.resolveSibling("chancery-app");
        return Files.exists(apps) ? list(apps) : List.of();
    }

    private static List<Path> archives(Path launcher) throws IOException {
        return list(apps(launcher).get(0)).stream()
                .filter(file -> file.toString().endsWith(".jsa"))
                .toList();
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** Gives a jar another end, by a comment of one letter; its last two bytes hold how long the comment is. */
    private static void comment(Path jar) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(jar.toFile(), "rw")) {
            file.seek(file.length() - 2);
            file.write(new byte[] {1, 0, 'x'});
        }
    }
}
