package chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chancery.cli.procedure.Chromium;
import chancery.cli.shared.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DrawingCommandsTest {
    @TempDir
    private Path folder;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @Test
    void a_path_is_drawn_into_a_file() throws IOException {
        Path file = folder.resolve("path.svg");
        assertThat(run("path", "su-1955-83M", "--svg", file.toString())).isEqualTo(ExitCode.DONE);
        assertThat(Files.readString(file)).startsWith("<svg ").endsWith("</svg>\n");
        assertThat(err.toString()).isEqualTo("Drawn: " + file + System.lineSeparator());
    }

    @Test
    void several_paths_are_not_drawn_into_one_file() {
        String file = folder.resolve("path.svg").toString();
        assertThat(run("path", "su-1955-83M", "--reading", "all", "--svg", file))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString())
                .startsWith("\"--svg\" draws one path, and here are 2; name one case and one reading.");
        assertThat(run("path", "su-1955-83M", "su-1955-584dv", "--svg", file)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(Path.of(file)).doesNotExist();
    }

    @Test
    void a_drawing_needs_a_folder_that_exists() {
        Path missing = folder.resolve("missing");
        assertThat(run(
                        "path",
                        "su-1955-83M",
                        "--svg",
                        missing.resolve("path.svg").toString()))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).startsWith(missing + ": there is no such folder; ");
        assertThat(run("render", "-o", missing.toString())).isEqualTo(ExitCode.BAD_INPUT);
    }

    @Test
    void only_diagrams_are_rendered() {
        assertThat(run("render", "pom.xml", "-o", folder.toString())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).startsWith("pom.xml: this is no diagram; name .bpmn files.");
    }

    @Test
    void a_chromium_that_is_none_is_refused() {
        assertThat(run("render", "-o", folder.toString(), "--chromium", "pom.xml"))
                .isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).startsWith("pom.xml: --chromium names no program here; ");
    }

    @Test
    void chromium_is_looked_for_on_the_path() throws IOException {
        assertThat(Chromium.onPath(folder.toString())).isEmpty();
        Path program = Files.createFile(folder.resolve("google-chrome"));
        assumeTrue(program.toFile().setExecutable(true));
        assertThat(Chromium.onPath("/nowhere" + java.io.File.pathSeparator + folder))
                .contains(program);
    }

    @Test
    void diagrams_are_rendered_as_pictures() throws IOException {
        assumeTrue(
                Chromium.onPath(Map.copyOf(System.getenv()).getOrDefault("PATH", ""))
                        .isPresent(),
                "no Chromium here");
        assumeTrue(getClass().getResource("/web/render.html") != null, "the pages are not built");
        assertThat(run("render", "src/core/src/test/resources/lint/good.bpmn", "-o", folder.toString()))
                .as(err.toString())
                .isEqualTo(ExitCode.DONE);
        assertThat(ImageIO.read(folder.resolve("good.png").toFile()).getWidth()).isEqualTo(940);
    }

    @Test
    void a_diagram_that_cannot_be_drawn_is_refused_by_name() throws IOException {
        assumeTrue(
                Chromium.onPath(Map.copyOf(System.getenv()).getOrDefault("PATH", ""))
                        .isPresent(),
                "no Chromium here");
        assumeTrue(getClass().getResource("/web/render.html") != null, "the pages are not built");
        Path bad = Files.writeString(folder.resolve("bad.bpmn"), "<a/>");
        assertThat(run("render", bad.toString(), "-o", folder.toString())).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err.toString()).startsWith(bad + ": bpmn-js cannot draw it (failed: ");
    }

    private int run(String... arguments) {
        return Main.run(arguments, new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
