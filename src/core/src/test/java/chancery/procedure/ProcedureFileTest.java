package chancery.procedure;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chancery.casefile.InvalidInput;
import chancery.casefile.YamlFile;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class ProcedureFileTest {
    private static final Fixture YAML = new Fixture("""
            procedure: example
            title: Example
            validity: 1950
            offices:
              - id: first
                names: [{name: First}]
              - id: second
                names: [{name: Second}]
            series:
              - {id: numbers, office: first, direction: incoming, reset: never, source: assumed}
            circulation:
              - {step: Task_Vote, members: [First], source: assumed}
            """);

    @Test
    void an_office_without_a_name_is_refused_at_its_line() {
        refused(
                YAML.with("names: [{name: Second}]", "names: []"),
                7,
                "\"offices\" of \"second\": Office second needs a name.");
        refused(YAML.without("\n    names: [{name: Second}]"), 7, "Office second needs a name.");
        refused(YAML.with("{name: Second}", "{name: \"\"}"), 8, "\"name\" is missing");
    }

    @Test
    void a_series_without_an_id_or_an_office_is_refused_at_its_line() {
        refused(YAML.with("id: numbers", "id: \"\""), 10, "\"id\" is missing");
        refused(YAML.with("office: first", "office: \" \""), 10, "\"office\" is missing");
    }

    @Test
    void a_circulation_without_a_step_or_with_a_nameless_member_is_refused_at_its_line() {
        refused(YAML.with("step: Task_Vote", "step: \"\""), 12, "\"step\" is missing");
        refused(YAML.with("members: [First]", "members: [First, \"\"]"), 12, "an entry of \"members\" is empty");
    }

    private static void refused(Fixture yaml, int line, String because) {
        byte[] bytes = yaml.text().getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> ProcedureFile.read(
                        YamlFile.of("procedure.yaml", bytes),
                        new Commons(new chancery.office.Authority(java.util.List.of()), java.util.Map.of(), ""),
                        name -> new byte[0]))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("procedure.yaml:" + line + ": ")
                .hasMessageContaining(because);
    }
}
