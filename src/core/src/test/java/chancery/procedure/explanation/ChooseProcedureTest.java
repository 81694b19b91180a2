package chancery.procedure.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chancery.casefile.CaseFile;
import chancery.casefile.Dossier;
import chancery.casefile.InvalidInput;
import chancery.path.EvidenceStatus;
import chancery.path.Path.Result;
import chancery.path.Step;
import chancery.procedure.Holdings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ChooseProcedureTest {
    private static final Holdings HOLDINGS = Holdings.in(Path.of("bpmn"), Path.of("processes"));

    @TempDir
    private Path folder;

    @Test
    void a_case_that_names_no_procedure_gets_the_one_that_explains_most() throws IOException {
        Dossier journal = withoutProcedure("soviet-incoming", "su-1957-133");
        Dossier note = withoutProcedure("soviet-cc", "su-1955-584dv");

        assertThat(path(journal).procedure()).isEqualTo("soviet-incoming");
        assertThat(path(note).procedure()).isEqualTo("soviet-cc");
        assertThat(path(note).result()).isEqualTo(Result.DESCRIBED);
        assertThat(path(note).tried())
                .extracting(trial -> trial.procedure())
                .containsExactlyElementsOf(HOLDINGS.procedures());
    }

    @Test
    void the_cases_of_the_house_without_their_procedure_get_it_again_or_none() throws IOException {
        int again = 0;
        for (String procedure : HOLDINGS.procedures()) {
            for (Path file : HOLDINGS.caseFiles(procedure)) {
                String id = String.valueOf(file.getFileName()).replace(".yaml", "");
                chancery.path.Path path = path(read(Files.readString(file)
                        .replaceFirst("(?m)^procedure: .*\n", "")
                        .replaceFirst("(?m)^entry: .*\n", "")
                        .replaceFirst("(?s)\nexpect:.*", "\n")));

                assertThat(path.procedure()).as(id).isIn(procedure, chancery.path.Path.NO_PROCEDURE);
                again += path.procedure().equals(procedure) ? 1 : 0;
            }
        }
        // the others bear no sign of their institution
        assertThat(again).isEqualTo(31);
    }

    @Test
    void who_receives_the_paper_of_a_stranger_does_not_make_it_his_own() throws IOException {
        String memorandum = """
                case: stranger
                title: A memorandum from another house
                documents:
                  - {id: paper, form: Memorandum, title: Memorandum}
                marks:
                  - {id: sent, on: paper, kind: heading, reading: Paris, date: 1958-10-05, attests: dispatch, agents: [{name: %s}]}
                  - {id: got, on: paper, kind: clause, reading: received, attests: receive, agents: [{name: Secretary of State}]}
                """;

        assertThat(path(read(memorandum.formatted("Secrétaire général"))).result())
                .isEqualTo(Result.BARE);
        assertThat(path(read(memorandum.formatted("Under Secretary of State"))).procedure())
                .isEqualTo("us-memorandum");
    }

    @Test
    void an_act_that_every_chancery_knows_chooses_none() throws IOException {
        chancery.path.Path path = path(read("""
                case: drafted
                title: Drafted
                documents:
                  - {id: note, form: Note, title: Note}
                marks:
                  - {id: heading, on: note, kind: heading, reading: Draft, attests: draft}
                """));

        assertThat(path.result()).isEqualTo(Result.BARE);
        assertThat(path.tried()).allMatch(trial -> trial.explained() == 0 && trial.lacks() != null);
        assertThat(path.steps()).singleElement().satisfies(step -> {
            assertThat(step.label()).isEqualTo("Draft note");
            assertThat(step.status()).isEqualTo(EvidenceStatus.EVIDENCED);
        });
    }

    @Test
    void a_case_that_none_describes_is_told_bare_and_what_each_lacks() {
        chancery.path.Path path = path(HOLDINGS.dossier("su-1953-858-372cc"));

        assertThat(path.result()).isEqualTo(Result.BARE);
        assertThat(path.steps())
                .extracting(Step::status)
                .containsOnly(EvidenceStatus.EVIDENCED)
                .hasSize(5);
        assertThat(path.headline()).contains("5 evidenced; no procedure here is that of this document");
        assertThat(path.tried())
                .filteredOn(trial -> trial.procedure().equals("soviet-cc"))
                .singleElement()
                .satisfies(trial -> assertThat(trial.lacks()).contains("su-council-of-ministers"));
    }

    @Test
    void an_entry_without_a_procedure_is_refused() {
        assertThatThrownBy(() -> read("""
                case: entered
                title: Entered
                entry: Start_Decision
                documents:
                  - {id: note, form: Note, title: Note}
                """))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining(":3: \"entry\" stands without \"procedure\"; ");
    }

    @Test
    void a_case_with_neither_procedure_nor_attesting_mark_is_described_by_none() throws IOException {
        Dossier silent = read("""
                case: silent
                title: Silent
                documents:
                  - {id: note, form: Note, title: Note}
                """);

        var path = new ChooseProcedure(HOLDINGS.proceduresOf(silent))
                .explain(silent, Dossier.PREFERRED)
                .path();

        assertThat(path.result()).isEqualTo(chancery.path.Path.Result.BARE);
        assertThat(path.headline()).endsWith("no mark of it attests an act, so nothing is inferred");
    }

    @Test
    void an_expected_procedure_that_there_is_not_is_refused() throws IOException {
        Dossier wrong = read(Files.readString(Path.of("processes/undescribed/cases/su-1953-858-372cc.yaml"))
                .replace("describedBy: none", "describedBy: nobody"));

        assertThatThrownBy(() -> HOLDINGS.proceduresOf(wrong))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("described by \"nobody\"")
                .hasMessageContaining("soviet-cc");
    }

    @Test
    void a_case_that_is_described_against_expectation_is_told() throws IOException {
        Dossier journal = read(Files.readString(Path.of("processes/soviet-incoming/cases/su-1957-133.yaml"))
                .replace("procedure: soviet-incoming\n", "")
                .replace("  - steps:", "  - describedBy: none\n    steps:"));

        assertThat(new CheckExpectations(journal, HOLDINGS.proceduresOf(journal)).failures())
                .singleElement()
                .asString()
                .endsWith("it is described by soviet-incoming, expected none");
    }

    private chancery.path.Path path(Dossier dossier) {
        return new ChooseProcedure(HOLDINGS.proceduresOf(dossier))
                .explain(dossier, Dossier.PREFERRED)
                .path();
    }

    private Dossier withoutProcedure(String procedure, String caseId) throws IOException {
        return read(Files.readString(Path.of("processes", procedure, "cases", caseId + ".yaml"))
                .replace("procedure: " + procedure + "\n", "")
                .replaceFirst("entry: \\w+\n", ""));
    }

    private Dossier read(String text) throws IOException {
        return CaseFile.read(Files.writeString(folder.resolve("case.yaml"), text));
    }
}
