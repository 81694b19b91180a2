package chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.cli.shared.ExitCode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the commands do with many cases of which some are bad. */
class BatchTest {
    private static final List<String> GOOD = List.of("su-1955-83M", "su-1955-584dv", "su-1956-P49-69");

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private Path bad;

    @BeforeEach
    void oneOfFourIsBad() throws IOException {
        for (String id : GOOD) {
            Files.copy(Path.of("processes/soviet-cc/cases", id + ".yaml"), folder.resolve(id + ".yaml"));
        }
        bad = Files.writeString(folder.resolve("bad.yaml"), "case: bad\ntitel: Bad\n");
    }

    @ParameterizedTest
    @ValueSource(strings = {"path", "path --summary", "path --json", "compare", "compare --json", "test"})
    void a_bad_case_is_left_out_and_said_at_the_end(String command) throws IOException {
        Files.delete(bad);
        assertThat(run(command, folder)).isEqualTo(ExitCode.DONE);
        String without = out.toString();
        out.getBuffer().setLength(0);
        bad = Files.writeString(bad, "case: bad\ntitel: Bad\n");

        assertThat(run(command, folder)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(out).hasToString(without);
        assertThat(err).hasToString(leftOut(bad + ":1: \"title\" is missing; every entry of this kind has one."));
    }

    @Test
    void a_case_that_does_not_fit_its_procedure_is_left_out() throws IOException {
        String text = Files.readString(folder.resolve("su-1956-P49-69.yaml"));
        bad = Files.writeString(
                bad,
                text.replace("case: su-1956-P49-69", "case: bad").replace("procedure: soviet-cc", "procedure: soviet"));

        assertThat(run("path --summary", folder)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(out.toString()).startsWith("3 documents");
        assertThat(err.toString()).startsWith("Left out: " + bad + ":").contains("there is no procedure \"soviet\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"path", "path --summary", "compare", "test", "run"})
    void a_bad_case_that_is_named_alone_is_refused(String command) {
        assertThat(run(command, bad)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(out.toString()).isEmpty();
        assertThat(err.toString()).startsWith(bad + ":1: \"title\" is missing");
    }

    @ParameterizedTest
    @ValueSource(strings = {"path --summary", "compare", "test"})
    void of_two_cases_with_one_id_the_later_is_left_out(String command) throws IOException {
        Files.delete(bad);
        Path first = folder.resolve("su-1955-83M.yaml");
        Path later = Files.copy(first, folder.resolve("su-1955-83M-copy.yaml"));

        assertThat(run(command, folder)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(err)
                .hasToString(leftOut(first + ": its case is called su-1955-83M, like that of " + later
                        + "; give one of them another id."));
    }

    @Test
    void a_file_that_is_named_twice_stands_once() {
        assertThat(run("path --summary", folder.resolve("su-1956-P49-69.yaml"), folder))
                .isEqualTo(ExitCode.BAD_INPUT);

        assertThat(out.toString()).startsWith("3 documents");
        assertThat(err.toString())
                .startsWith(folder.resolve("su-1956-P49-69.yaml") + " is named twice; it is taken once.");
    }

    @Test
    void of_many_that_are_left_out_the_first_twenty_are_told() throws IOException {
        for (int i = 100; i < 130; i++) {
            Files.writeString(folder.resolve("bad-" + i + ".yaml"), "case: bad\n");
        }

        assertThat(run("path --summary --json", folder)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(out.toString()).startsWith("{\"documents\":3,");
        assertThat(err.toString().lines().toList())
                .hasSize(21)
                .startsWith("Left out: " + folder.resolve("bad-100.yaml") + ":1: \"title\" is missing;"
                        + " every entry of this kind has one.")
                .endsWith("and 11 more left out");
    }

    @Test
    void a_procedure_that_is_wrong_leaves_out_its_cases_alone() throws IOException {
        Path processes = Files.createDirectories(folder.resolve("there/processes"));
        for (String id : List.of("soviet-cc", "uk-fo")) {
            Path description = Files.createDirectories(processes.resolve(id)).resolve("procedure.yaml");
            Files.copy(Path.of("processes", id, "procedure.yaml"), description);
        }
        Files.writeString(processes.resolve("soviet-cc/procedure.yaml"), "procedure: soviet-cc\n");
        Files.copy(Path.of("processes/uk-fo/cases/uk-1925-deferred.yaml"), folder.resolve("uk-1925-deferred.yaml"));
        Files.delete(bad);

        assertThat(run("path --summary --processes " + processes, folder)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(out.toString()).startsWith("1 document\n");
        assertThat(err.toString().lines().toList())
                .hasSize(3)
                .allMatch(line -> line.startsWith("Left out: " + folder + "/su-195")
                        && line.contains(".yaml: " + processes + "/soviet-cc/procedure.yaml:1: \"title\" is missing"));
    }

    @Test
    void a_bad_case_leaves_the_others_run(@TempDir Path data) throws IOException {
        Files.copy(Path.of("processes/undescribed/cases/su-1956-1364dv.yaml"), folder.resolve("su-1956-1364dv.yaml"));

        Path tooLong = Files.writeString(
                folder.resolve("too-long.yaml"),
                Files.readString(folder.resolve("su-1955-584dv.yaml"))
                        .replace("case: su-1955-584dv", "case: too-long")
                        .replace("number: 584/dv", "number: 584/" + "d".repeat(200)));

        assertThat(run("run --data " + data, folder)).isEqualTo(ExitCode.BAD_INPUT);
        assertThat(GOOD).allMatch(id -> out.toString().contains("Instance " + id + " waits at "));
        assertThat(err.toString())
                .contains("Left out: " + bad + ":1: \"title\" is missing")
                .contains("Left out: " + tooLong + ": the database cannot hold this case (Value too long for column"
                        + " \"REGISTRY_NUMBER CHARACTER VARYING(200)\"); shorten it.")
                .doesNotContain("su-1956-1364dv");
    }

    @ParameterizedTest
    @ValueSource(strings = {"path", "path --json", "path --summary", "test"})
    void any_number_of_threads_gives_the_same_bytes(String command) throws IOException {
        for (int i = 100; i < 300; i++) {
            String id = GOOD.get(i % GOOD.size());
            Files.writeString(
                    folder.resolve("case-" + i + ".yaml"),
                    Files.readString(folder.resolve(id + ".yaml")).replace("case: " + id, "case: case-" + i));
        }
        run(command + " --threads 1", folder);
        String one = out + "\n" + err;
        out.getBuffer().setLength(0);
        err.getBuffer().setLength(0);

        run(command + " --threads 3", folder);

        assertThat(out + "\n" + err).isEqualTo(one);
    }

    private int run(String command, Path... cases) {
        String words = command
                + IntStream.range(0, cases.length).mapToObj(i -> " " + cases[i]).collect(Collectors.joining());
        return Main.run(words.split(" ", -1), new PrintWriter(out, true), new PrintWriter(err, true));
    }

    private static String leftOut(String reason) {
        return "Left out: " + reason + System.lineSeparator();
    }
}
