package chancery.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chancery.casefile.InvalidInput;
import chancery.casefile.YamlFile;
import chancery.path.StepId;
import chancery.register.SeriesId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SeriesListTest {
    private static final Fixture YAML = file(Path.of("processes/soviet-cc/procedure.yaml"));
    private static final Fixture DIAGRAM = file(Path.of("bpmn/soviet-cc.bpmn"));

    @TempDir
    private Path folder;

    @Test
    void each_registration_draws_from_a_series_of_its_office() {
        Procedure procedure = read(YAML, DIAGRAM);

        assertThat(procedure.step(new StepId("Task_NumberNote")).series()).isEqualTo(new SeriesId("minister-outgoing"));
        assertThat(procedure.series()).extracting(series -> series.text(83)).contains("83/M", "83/dv", "83vn", "P83");
    }

    @Test
    void a_circulation_of_a_step_that_one_does_alone_is_refused() {
        Fixture bad = YAML.with("- step: Task_Vote", "- step: Task_Type");
        refused(
                bad,
                DIAGRAM,
                ":" + bad.lineOf("circulation:")
                        + ": \"circulation\" names step \"Task_Type\", which is not done by several");
    }

    @Test
    void a_series_of_an_unknown_office_is_refused() {
        Fixture bad = YAML.with("office: cipher-service\n", "office: cypher-service\n");
        refused(
                bad,
                DIAGRAM,
                ":" + bad.lineOf("office: cypher-service")
                        + ": series \"cipher-outgoing\" lies with office \"cypher-service\","
                        + " which is not listed; did you mean \"cipher-service\"?");
    }

    @Test
    void a_series_that_stands_there_twice_is_refused() {
        Fixture bad = YAML.with("id: embassy-incoming", "id: cc-incoming");
        refused(bad, DIAGRAM, "series \"cc-incoming\" stands already on line " + YAML.lineOf("id: cc-incoming"));
    }

    @Test
    void a_series_that_overlaps_another_is_refused() {
        String again =
                "  - {id: again, office: department, direction: outgoing, suffix: /dv, reset: never, source: assumed}\n";
        Fixture bad = YAML.with("series:\n", "series:\n" + again);
        refused(
                bad,
                DIAGRAM,
                ":" + bad.lineOf("id: department-outgoing")
                        + ": series \"department-outgoing\" overlaps series \"again\" of line "
                        + bad.lineOf("id: again"));
    }

    @Test
    void an_unknown_reset_or_direction_is_refused() {
        refused(YAML.with("reset: yearly", "reset: monthly"), DIAGRAM, "\"reset\" is \"monthly\"; ");
        refused(YAML.with("direction: internal", "direction: inwards"), DIAGRAM, "\"direction\" is \"inwards\"; ");
        refused(YAML.with("    suffix: vn\n", "    suffix: 1vn\n"), DIAGRAM, "the suffix \"1vn\" begins with a digit");
        refused(YAML.with("suffix: vn", "sufix: vn"), DIAGRAM, "unknown key \"sufix\"; did you mean \"suffix\"?");
    }

    @Test
    void a_step_that_draws_from_a_series_which_nobody_keeps_is_refused() {
        Fixture bad = DIAGRAM.with("value=\"minister-outgoing\"", "value=\"minister-outgiong\"");
        refused(
                YAML,
                bad,
                "soviet-cc.bpmn:" + bad.lineOf("id=\"Task_NumberNote\"")
                        + ": \"Task_NumberNote\" draws from series \"minister-outgiong\", which procedure.yaml does not list;"
                        + " did you mean \"minister-outgoing\"?");
    }

    @Test
    void a_step_that_draws_from_another_offices_series_is_refused() {
        refused(
                YAML,
                DIAGRAM.with("value=\"minister-outgoing\"", "value=\"cc-incoming\""),
                "\"Task_NumberNote\" registers outgoing at minister-secretariat, but series \"cc-incoming\" is incoming at"
                        + " cc-general-department");
    }

    @Test
    void a_step_that_registers_nothing_draws_no_number() {
        String sign = "<camunda:property name=\"act\" value=\"sign\" />";
        refused(
                YAML,
                DIAGRAM.with(sign, sign + "<camunda:property name=\"series\" value=\"cc-incoming\" />"),
                "draws from series \"cc-incoming\", but its act is sign");
    }

    private void refused(Fixture yaml, Fixture diagram, String message) {
        assertThatThrownBy(() -> read(yaml, diagram))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(message);
    }

    private Procedure read(Fixture yaml, Fixture diagram) {
        try {
            Path description = Files.writeString(folder.resolve("procedure.yaml"), yaml.text());
            return ProcedureFile.read(
                    YamlFile.read(description),
                    Commons.read(
                            YamlFile.read(Path.of("processes/institutions.yaml")),
                            YamlFile.read(Path.of("processes/offices.yaml"))),
                    name -> name.equals("soviet-cc.bpmn")
                            ? diagram.bytes()
                            : file(Path.of("bpmn", name)).bytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Fixture file(Path path) {
        try {
            return new Fixture(Files.readString(path, StandardCharsets.UTF_8));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
