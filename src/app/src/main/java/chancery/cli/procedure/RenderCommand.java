package chancery.cli.procedure;

import chancery.casefile.InvalidInput;
import chancery.cli.shared.ExitCode;
import chancery.cli.shared.HoldingsOptions;
import chancery.cli.shared.Streams;
import chancery.procedure.Holdings;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code render}: pictures of diagrams, drawn by bpmn-js in a Chromium without window. */
@Command(
        name = "render",
        mixinStandardHelpOptions = true,
        description = "Draws diagrams as PNG, as a BPMN editor shows them. Needs Chromium.")
public final class RenderCommand implements Callable<Integer> {
    private static final Path DOCUMENTED = Path.of("src/docs/diagrams");
    private static final Pattern TITLE = Pattern.compile("<title>([^<]*)</title>");
    private static final Pattern READY = Pattern.compile("ready (\\d{1,5})x(\\d{1,5})");

    @Parameters(arity = "0..*", paramLabel = "FILE", description = ".bpmn files (default: all diagrams)")
    private List<Path> files = List.of();

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FOLDER",
            description = "where the pictures go (default: src/docs/diagrams where it exists, else here)")
    private @Nullable Path output;

    @Option(
            names = "--chromium",
            paramLabel = "PATH",
            description = "the Chromium to draw with (default: $CHROMIUM, else the one on the PATH)")
    private @Nullable Path chromium;

    @Mixin
    private final HoldingsOptions options = new HoldingsOptions();

    @Mixin
    private final Streams streams = new Streams();

    @Override
    public Integer call() {
        Path folder = output == null ? (Files.isDirectory(DOCUMENTED) ? DOCUMENTED : Path.of("")) : output;
        if (!Files.isDirectory(folder.toAbsolutePath())) {
            throw InvalidInput.at(folder.toString(), 0, "there is no such folder", "make it, or name another with -o");
        }
        List<Path> diagrams = files.isEmpty() ? diagrams(options.open()) : files;
        diagrams.forEach(RenderCommand::refuseOther);
        try {
            Path stage = Files.createTempDirectory("chancery-render");
            try {
                Chromium browser = Chromium.find(chromium, stage);
                set(stage);
                draw(diagrams, browser, stage, folder);
            } finally {
                remove(stage);
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        return ExitCode.DONE;
    }

    private static List<Path> diagrams(Holdings holdings) {
        return holdings.diagrams().stream()
                .filter(path -> path.toString().endsWith(".bpmn"))
                .toList();
    }

    private static void refuseOther(Path file) {
        if (!file.toString().endsWith(".bpmn")) {
            throw InvalidInput.at(file.toString(), 0, "this is no diagram", "name .bpmn files");
        }
        if (!Files.isRegularFile(file)) {
            throw InvalidInput.at(file.toString(), 0, "there is no such file", "check the name");
        }
    }

    private void draw(List<Path> diagrams, Chromium browser, Path stage, Path folder) throws IOException {
        PrintWriter out = streams.out();
        for (int i = 0; i < diagrams.size(); i++) {
            Path diagram = diagrams.get(i);
            if (System.console() != null) {
                streams.err().println("Drawing " + diagram + " (" + (i + 1) + " of " + diagrams.size() + ")");
            }
            String name = String.valueOf(diagram.getFileName()).replaceFirst("\\.bpmn$", ".png");
            Path picture = folder.resolve(name);
            draw(diagram, browser, stage, picture);
            out.println(picture);
        }
    }

    private static void draw(Path diagram, Chromium browser, Path stage, Path picture) throws IOException {
        String xml = Files.readString(diagram, StandardCharsets.UTF_8);
        Files.writeString(
                stage.resolve("diagram.js"), "window.DIAGRAM = " + new ObjectMapper().writeValueAsString(xml) + ";\n");
        Path page = stage.resolve("render.html");
        Matcher title = TITLE.matcher(browser.dom(page));
        String said = title.find() ? title.group(1) : "nothing";
        Matcher ready = READY.matcher(said);
        if (!ready.matches()) {
            throw InvalidInput.at(
                    diagram.toString(),
                    0,
                    "bpmn-js cannot draw it (" + said + ")",
                    "check it with \"chancery lint " + diagram + "\"");
        }
        browser.picture(page, Integer.parseInt(ready.group(1)), Integer.parseInt(ready.group(2)), picture);
    }

    // ---- the page and what it loads ----

    private static void set(Path stage) throws IOException {
        for (String page : List.of("render.html", "render.js")) {
            copy("web/" + page, stage.resolve(page));
        }
        copy(
                "web/bpmn-js/bpmn-navigated-viewer.production.min.js",
                stage.resolve("bpmn-navigated-viewer.production.min.js"));
        Path assets = folderOnClassPath("web/bpmn-js/assets");
        try (Stream<Path> walk = Files.walk(assets)) {
            for (Path source : walk.toList()) {
                Path target = stage.resolve("assets")
                        .resolve(assets.relativize(source).toString());
                if (Files.isDirectory(source)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(source, target);
                }
            }
        }
    }

    private static void copy(String resource, Path target) throws IOException {
        try (InputStream in = RenderCommand.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) {
                throw new IllegalStateException("The program lacks its file " + resource);
            }
            Files.copy(in, target);
        }
    }

    private static Path folderOnClassPath(String folder) throws IOException {
        URL url = RenderCommand.class.getClassLoader().getResource(folder);
        if (url == null) {
            throw new IllegalStateException("The program lacks its folder " + folder);
        }
        try {
            URI uri = url.toURI();
            try {
                return Path.of(uri);
            } catch (FileSystemNotFoundException inJar) {
                // stays open as long as the program runs
                FileSystems.newFileSystem(uri, Map.of());
                return Path.of(uri);
            }
        } catch (URISyntaxException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> walk = Files.walk(folder)) {
            for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(path);
            }
        }
    }
}
