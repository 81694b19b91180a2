package chancery.procedure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chancery.casefile.InvalidInput;
import chancery.casefile.YamlFile;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AuthorityFileTest {
    @Test
    void the_institutions_of_the_house_are_read() {
        assertThat(AuthorityFile.read(YamlFile.read(Path.of("processes/institutions.yaml")))
                        .ids())
                .contains("us-state", "us-cia", "su-mfa", "uk-fo");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Canadian Secretary of State for External Affairs | ca-external-affairs",
                "Secretary of State for External Affairs Green | ca-external-affairs",
                "British Secretary of State for Foreign Affairs and Deputy Prime Minister | uk-fo",
                "British Deputy Under Secretary of State for Foreign Affairs | uk-fo",
                "Assistant Under Secretary of State, British Foreign Office | uk-fo",
                "Deputy Legal Adviser of the British Foreign Office | uk-fo",
                "Foreign Secretary Lloyd | uk-fo",
                "Prime Minister Macmillan | uk-cabinet",
                "Thai Under Secretary of State for Foreign Affairs | th-government",
                "Deputy Chief, Greek Central Intelligence Agency | gr-government",
                "Vice President of the Republic of China | cn-taipei-government",
                "Vice President of the United States | us-white-house",
                "Premier Bulganin | su-council-of-ministers",
                "Deputy Under Secretary of State for Political Affairs | us-state",
                "Officer in Charge of Turkish Affairs, Department of State | us-state",
            })
    void posts_of_other_states_are_not_taken_for_those_that_are_worded_alike(String post, String institution) {
        assertThat(AuthorityFile.read(YamlFile.read(Path.of("processes/institutions.yaml")))
                        .in(post)
                        .map(known -> known.institution()))
                .contains(institution);
    }

    @ParameterizedTest
    @CsvSource({"Vice President of the Ruritanian Bank", "Prime Minister Harrow", "Ambassador in Greece"})
    void a_post_that_several_states_have_tells_nobody_apart(String post) {
        assertThat(AuthorityFile.read(YamlFile.read(Path.of("processes/institutions.yaml")))
                        .in(post))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{id: a, state: us, names: [Board]}, {id: b, state: us, names: [board]} | 1 | \"board\" is a name of institution \"b\" and of \"a\"",
                "{id: a, state: us, names: [Board]}, {id: a, state: us, names: [Council]} | 1 | institution \"a\" stands here twice",
                "{id: a, state: us, names: []} | 1 | has no names",
                "{id: a, state: us, names: ['*']} | 1 | fits anything",
                "{id: a, names: [Board]} | 1 | \"state\" is missing",
                "{id: a, state: us, names: [Board], tenures: [{person: Roe, post: head, from: 1955, until: 1954}]} | 1 | before taking it",
                "{id: a, state: us, names: [Board], tenures: [{person: Roe, post: head, from: 1955}, {person: Roe, post: clerk, from: 1956}]} | 1 | Roe is head and clerk at the same time",
                "{id: a, state: us, names: [Board], tenures: [{person: Roe, post: head, ref: ['https://d-nb.info/gnd/1']}, {person: Doe, post: clerk, ref: ['http://d-nb.info/gnd/1/']}]} | 1 | http://d-nb.info/gnd/1/ identifies Doe and Roe",
            })
    void what_is_wrong_is_refused_with_its_line(String institutions, int line, String said) {
        byte[] bytes = ("institutions: [" + institutions + "]").getBytes(StandardCharsets.UTF_8);

        assertThatThrownBy(() -> AuthorityFile.read(YamlFile.of("institutions.yaml", bytes)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith("institutions.yaml:" + line + ": ")
                .hasMessageContaining(said);
    }

    @Test
    void lint_reads_it_and_says_what_is_wrong(@TempDir Path folder) throws IOException {
        Lint lint = new Lint(Holdings.in(Path.of("bpmn"), Path.of("processes")));
        Path wrong = Files.writeString(folder.resolve("institutions.yaml"), "institutions:\n  - {id: a, state: us}\n");

        assertThat(lint.check(List.of(Path.of("processes/institutions.yaml")))).isEmpty();
        assertThat(lint.check(List.of(wrong)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.text())
                        .contains("institutions.yaml:2: error: ")
                        .contains("no names"));
    }

    @Test
    void lint_refuses_a_procedure_that_no_sign_tells(@TempDir Path folder) throws IOException {
        Path signless = Files.writeString(
                folder.resolve("procedure.yaml"),
                Files.readString(Path.of("processes/cn-qing/procedure.yaml")).replace("institution: cn-court\n", ""));

        assertThat(new Lint(Holdings.in(Path.of("bpmn"), Path.of("processes"))).check(List.of(signless)))
                .singleElement()
                .satisfies(finding -> assertThat(finding.text()).contains("could never be chosen"));
    }
}
