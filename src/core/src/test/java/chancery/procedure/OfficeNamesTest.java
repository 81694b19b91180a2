package chancery.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.casefile.Dossier;
import chancery.office.Office;
import chancery.office.OfficeId;
import chancery.path.Step;
import chancery.procedure.explanation.ExplainMarks;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A body that was renamed appears under the name of its time, also where a step has no date but only bounds. */
class OfficeNamesTest {
    private static final Holdings HOLDINGS = Holdings.in(Path.of("bpmn"), Path.of("processes"));

    @ParameterizedTest(name = "in {0} it is the {1}")
    @CsvSource({
        "su-1950-P78-168, CC Politburo",
        "su-1951-P84-422, CC Politburo",
        "su-1956-P49-69, CC Presidium",
        "su-1957-P117-3, CC Presidium",
    })
    void the_body_that_decides_is_named_by_its_date(String caseId, String name) {
        Dossier dossier = HOLDINGS.dossier(caseId);

        List<Step> decided = new ExplainMarks(HOLDINGS.procedureOf(dossier))
                .explain(dossier, Dossier.PREFERRED)
                .path()
                .taken()
                .filter(step -> step.office().value().equals("cc-presidium"))
                .toList();

        assertThat(decided).extracting(step -> step.key().id().value()).contains("Task_Vote", "Task_AdoptByPoll");
        assertThat(decided).extracting(Step::officeName).containsOnly(name);
    }

    @Test
    void an_office_is_named_in_other_languages_where_they_are_known() {
        Office presidium = HOLDINGS.procedure("soviet-cc").offices().get(new OfficeId("cc-presidium"));

        assertThat(presidium.borneOn(LocalDate.of(1955, 1, 17)).in("ru")).isEqualTo("Президиум ЦК");
        assertThat(presidium.borneOn(LocalDate.of(1955, 1, 17)).in("zh")).isEqualTo("CC Presidium");
    }
}
