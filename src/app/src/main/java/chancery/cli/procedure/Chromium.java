package chancery.cli.procedure;

import chancery.casefile.InvalidInput;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** A Chromium on this machine, run without window and without network. */
public final class Chromium {
    private static final List<String> NAMES = List.of("chromium", "chromium-browser", "google-chrome");
    private static final int SECONDS = 60;

    private final Path program;
    private final Path folder;

    private Chromium(Path program, Path folder) {
        this.program = program;
        this.folder = folder;
    }

    /**
     * The Chromium that is named, or else that of the environment variable CHROMIUM, or else the first on the PATH.
     *
     * @param folder where it may keep its profile and output
     * @throws InvalidInput if there is none
     */
    static Chromium find(@Nullable Path named, Path folder) {
        if (named != null) {
            return new Chromium(executable(named, "--chromium"), folder);
        }
        String fromEnvironment = System.getenv("CHROMIUM");
        if (fromEnvironment != null && !fromEnvironment.isBlank()) {
            return new Chromium(executable(Path.of(fromEnvironment), "the environment variable CHROMIUM"), folder);
        }
        return onPath(Optional.ofNullable(System.getenv("PATH")).orElse(""))
                .map(program -> new Chromium(program, folder))
                .orElseThrow(() -> new InvalidInput("There is no Chromium on the PATH (looked for "
                        + String.join(", ", NAMES)
                        + "); install it, on Debian with \"apt-get install chromium\", or name it with --chromium."));
    }

    /** The first browser of the kind in the folders of a search path. */
    public static Optional<Path> onPath(String path) {
        return NAMES.stream()
                .flatMap(name -> Arrays.stream(path.split(File.pathSeparator, -1))
                        .filter(folder -> !folder.isEmpty())
                        .map(folder -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static Path executable(Path program, String whence) {
        if (!Files.isRegularFile(program) || !Files.isExecutable(program)) {
            throw InvalidInput.at(
                    program.toString(), 0, whence + " names no program here", "name the file that starts Chromium");
        }
        return program.toAbsolutePath();
    }

    /** The page as it stands when its scripts have run. */
    String dom(Path page) {
        return run(page, List.of("--virtual-time-budget=10000", "--dump-dom"));
    }

    /** A picture of the page as it stands when its scripts have run. */
    void picture(Path page, int width, int height, Path png) {
        run(
                page,
                List.of(
                        "--virtual-time-budget=10000",
                        "--hide-scrollbars",
                        "--window-size=" + width + "," + height,
                        "--screenshot=" + png.toAbsolutePath()));
        if (!Files.isRegularFile(png)) {
            throw InvalidInput.at(
                    png.toString(), 0, "Chromium has written no picture", "see that its folder is writable");
        }
    }

    private String run(Path page, List<String> wanted) {
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "--headless",
                "--no-sandbox",
                "--disable-gpu",
                "--disable-quic",
                "--no-first-run",
                "--disable-background-networking",
                "--disable-component-update",
                "--disable-sync",
                "--allow-file-access-from-files",
                "--user-data-dir=" + folder.resolve("profile")));
        command.addAll(wanted);
        command.add(page.toUri().toString());
        Path output = folder.resolve("output.txt");
        try {
            // to files, so that neither pipe can fill up and stop it
            Process process = new ProcessBuilder(command)
                    .redirectOutput(output.toFile())
                    .redirectError(folder.resolve("talk.txt").toFile())
                    .start();
            await(process);
            return Files.readString(output, StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw InvalidInput.at(
                    program.toString(),
                    0,
                    "this cannot be run (" + broken.getMessage() + ")",
                    "name another Chromium with --chromium");
        }
    }

    private void await(Process process) {
        try {
            if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
                throw InvalidInput.at(
                        program.toString(),
                        0,
                        "no answer after " + SECONDS + " seconds",
                        "try another with --chromium");
            }
            if (process.exitValue() != 0) {
                throw InvalidInput.at(
                        program.toString(), 0, "it ended with " + process.exitValue(), "try another with --chromium");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Stopped while drawing", stopped);
        } finally {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
    }
}
