package chancery.procedure.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.casefile.CaseFile;
import chancery.casefile.Dossier;
import chancery.office.Agent;
import chancery.office.Authority.Affiliation;
import chancery.path.Path;
import chancery.path.PathJson;
import chancery.path.Step;
import chancery.procedure.Holdings;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a path says of those who acted: of which institution they are, by what that is known, and where nobody knows. */
class WhoActedTest {
    private static final Holdings HOLDINGS =
            Holdings.in(java.nio.file.Path.of("bpmn"), java.nio.file.Path.of("processes"));
    private static final String GIVEN = "position: Under Secretary of State, positionFrom: 'list of persons, volume'";

    @TempDir
    private java.nio.file.Path folder;

    @Test
    void a_step_by_somebody_of_no_known_institution_says_so() throws IOException {
        Path path =
                memorandum("{name: Secretary of State}", "{name: Harrow}, {name: Marsh}, {name: Department of State}");

        assertThat(reason(path, "sign")).endsWith("; by Harrow, Marsh (of no institution known here)");
        assertThat(reason(path, "dispatch")).doesNotContain("of no institution");
    }

    @Test
    void whose_mark_states_his_office_is_no_stranger_to_it() throws IOException {
        Path path = memorandum("{name: Secretary of State}", "{name: Harrow}", ", office: us-author");

        assertThat(reason(path, "sign")).doesNotContain("of no institution");
    }

    @Test
    void a_step_tells_where_those_who_acted_belong_and_by_what() throws IOException {
        Path path = memorandum("{name: Secretary of State}", "{name: Harrow, " + GIVEN + "}, {name: Marsh}");

        assertThat(affiliation(path, "sign", "Harrow"))
                .hasValueSatisfying(known -> assertThat(known.institution() + " by " + known.ground())
                        .isEqualTo("us-state by Under Secretary of State"));
        assertThat(affiliation(path, "sign", "Marsh")).isEmpty();
        assertThat(PathJson.line(path))
                .contains(
                        "\"positionFrom\":\"list of persons, volume\"",
                        "\"institution\":\"us-state\",\"ground\":" + "\"Under Secretary of State\"")
                .contains("\"name\":\"Marsh\",\"position\":null,\"positionFrom\":null,\"onBehalfOf\":null,\"ref\":null,"
                        + "\"institution\":null,\"ground\":null");
    }

    @Test
    void a_bare_path_tells_it_too() throws IOException {
        Path path = memorandum("{name: Somebody}", "{name: Harrow, " + GIVEN + "}");

        assertThat(path.result()).isEqualTo(Path.Result.BARE);
        assertThat(affiliation(path, "sign", "Harrow")).isPresent();
        assertThat(reason(path, "sign")).doesNotContain("of no institution");
    }

    @Test
    void a_post_that_the_mark_does_not_state_is_no_sign_of_a_procedure() throws IOException {
        assertThat(memorandum("{name: Harrow, " + GIVEN + "}", "{name: Harrow}").result())
                .isEqualTo(Path.Result.BARE);
        assertThat(memorandum("{name: Harrow, position: Under Secretary of State}", "{name: Harrow}")
                        .procedure())
                .isEqualTo("us-memorandum");
    }

    private Path memorandum(String sender, String signers) throws IOException {
        return memorandum(sender, signers, "");
    }

    private Path memorandum(String sender, String signers, String office) throws IOException {
        java.nio.file.Path file =
                Files.writeString(folder.resolve("case.yaml"), """
                case: memorandum
                title: A memorandum
                documents:
                  - {id: paper, form: Memorandum, title: Memorandum}
                marks:
                  - {id: signed, on: paper, kind: signature, reading: Harrow, date: 1955-10-05, attests: sign, agents: [%s]%s}
                  - {id: sent, on: paper, kind: heading, reading: Paris, date: 1955-10-05, attests: dispatch, agents: [%s]}
                """.formatted(signers, office, sender));
        Dossier dossier = CaseFile.read(file);
        return new ChooseProcedure(HOLDINGS.proceduresOf(dossier))
                .explain(dossier, Dossier.PREFERRED)
                .path();
    }

    private static String reason(Path path, String act) {
        return step(path, act).reason();
    }

    private static Optional<Affiliation> affiliation(Path path, String act, String name) {
        Step step = step(path, act);
        Agent agent = step.agents().stream()
                .filter(one -> one.name().equals(name))
                .findFirst()
                .orElseThrow();
        return Optional.ofNullable(step.affiliations().get(agent));
    }

    private static Step step(Path path, String act) {
        return path.steps().stream()
                .filter(step -> step.act().word().equals(act))
                .findFirst()
                .orElseThrow();
    }
}
