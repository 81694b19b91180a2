package chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.cli.shared.ExitCode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ProceduresCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    @Test
    void procedures_are_listed_with_what_they_claim_to_be_valid_for() {
        assertThat(run("procedures")).isEqualTo(ExitCode.DONE);

        assertThat(out.toString()).contains("soviet-cc").contains("1950/1959").contains("medium");
    }

    @Test
    void two_procedures_are_told_apart_in_sentences_and_the_same_bytes_each_time() {
        assertThat(run("procedures", "compare", "soviet-cc", "soviet-incoming")).isEqualTo(ExitCode.DONE);

        String first = out.toString();
        assertThat(first).contains("Task_RegisterNote");
        out.getBuffer().setLength(0);
        run("procedures", "compare", "soviet-cc", "soviet-incoming");
        assertThat(out.toString()).isEqualTo(first);
    }

    @Test
    void json_has_the_form_of_its_schema() throws IOException {
        assertThat(run("procedures", "compare", "soviet-cc", "soviet-incoming", "--json"))
                .isEqualTo(ExitCode.DONE);

        try (InputStream schema = getClass().getResourceAsStream("/schema/procedure-comparison.schema.json")) {
            assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                            .getSchema(schema)
                            .validate(out.toString(), InputFormat.JSON))
                    .isEmpty();
        }
    }

    @Test
    void a_procedure_that_there_is_not_is_refused() {
        assertThat(run("procedures", "compare", "soviet-cc", "soviet-incomming"))
                .isEqualTo(ExitCode.BAD_INPUT);

        assertThat(err.toString()).contains("soviet-incomming").contains("soviet-incoming");
    }

    @Test
    void a_planted_change_is_told_between_versions_and_so_are_the_conclusions_it_changes() throws IOException {
        copy(Path.of("bpmn"), "bpmn");
        copy(Path.of("processes/soviet-incoming"), "processes/soviet-incoming");
        Path diagram = folder.resolve("bpmn/soviet-incoming.bpmn");
        String text = Files.readString(diagram);
        Files.writeString(diagram, text.replace("Task_PutBy", "Task_LayBy"));
        assertThat(Files.readString(diagram)).isNotEqualTo(text);

        assertThat(run(
                        "procedures",
                        "compare",
                        folder.resolve("processes/soviet-incoming").toString(),
                        "soviet-incoming"))
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString()).contains("Task_LayBy");

        out.getBuffer().setLength(0);
        assertThat(run("path", "su-1956-94", "--earlier", folder.toString()))
                .as(err.toString())
                .isEqualTo(ExitCode.DONE);
        assertThat(out.toString())
                .contains("Against the version in " + folder + ":")
                .contains("Task_LayBy");
    }

    @ParameterizedTest(name = "{3}")
    @CsvSource(
            delimiter = '|',
            value = {
                "bpmn/speed-class.dmn | <text>\"ordinary\",\"urgent\", | <text>\"ordinary\",\"urgent\",\"leisurely\", | decision \"speed-class\" answers the input \"leisurely\"",
                "bpmn/speed-class.dmn | <text>\"urgent\"</text> | <text>\"ordinary\"</text> | two rules of decision \"speed-class\" have the input \"ordinary\"",
                "processes/cn-qing/procedure.yaml | validity: 1730/1911 | '' | procedure \"cn-qing\" has no validity",
                "processes/cn-qing/procedure.yaml | '  - id: cn-board\n    institution: any\n    names: [{name: Board, zh: 部}]' | '' | office \"cn-board\"",
            })
    void a_procedure_that_is_not_right_is_refused_with_the_id(String file, String old, String changed, String said)
            throws IOException {
        copy(Path.of("bpmn"), "bpmn");
        copy(Path.of("processes/cn-qing"), "processes/cn-qing");
        replace(file, old.replace("\\n", "\n"), changed);

        assertThat(run(
                        "procedures",
                        "compare",
                        folder.resolve("processes/cn-qing").toString(),
                        "cn-qing"))
                .isEqualTo(ExitCode.BAD_INPUT);

        assertThat(err.toString()).contains(said);
    }

    @Test
    void a_diagram_that_can_get_stuck_is_refused_by_every_command() throws IOException {
        copy(Path.of("bpmn"), "bpmn");
        copy(Path.of("processes/cn-qing"), "processes/cn-qing");
        Path diagram = folder.resolve("bpmn/cn-qing.bpmn");
        String text = Files.readString(diagram);
        Files.writeString(
                diagram,
                text.replaceFirst(
                        "(?s)<bpmn:exclusiveGateway( id=\"Gateway_Written\".*?)</bpmn:exclusiveGateway>",
                        "<bpmn:parallelGateway$1</bpmn:parallelGateway>"));

        for (String[] command : new String[][] {
            {"path", "cn-1776-noted", "--bpmn", folder.resolve("bpmn").toString()},
            {"procedures", "compare", folder.resolve("processes/cn-qing").toString(), "cn-qing"}
        }) {
            assertThat(run(command)).isEqualTo(ExitCode.BAD_INPUT);
            assertThat(err.toString()).contains("\"Gateway_Written\" can wait for ever");
            err.getBuffer().setLength(0);
        }
    }

    private void replace(String file, String old, String changed) throws IOException {
        Path path = folder.resolve(file);
        String text = Files.readString(path);
        assertThat(text).contains(old);
        Files.writeString(path, text.replace(old, changed));
    }

    private void copy(Path from, String to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                Path target = folder.resolve(to).resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private int run(String... args) {
        return Main.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
