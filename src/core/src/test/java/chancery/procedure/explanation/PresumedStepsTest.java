package chancery.procedure.explanation;

import static org.assertj.core.api.Assertions.assertThat;

import chancery.casefile.CaseFile;
import chancery.casefile.Dossier;
import chancery.document.ReadingId;
import chancery.path.EvidenceStatus;
import chancery.path.Path;
import chancery.path.Step;
import chancery.procedure.Holdings;
import chancery.procedure.Procedure;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What no source says must happen is presumed, all else that every explanation has is inferred: in every case file. */
class PresumedStepsTest {
    private static final Holdings HOLDINGS =
            Holdings.in(java.nio.file.Path.of("bpmn"), java.nio.file.Path.of("processes"));
    private static final List<String> CONFIDENCES = List.of("low", "medium", "high");

    static List<java.nio.file.Path> caseFiles() {
        return HOLDINGS.caseFiles();
    }

    @ParameterizedTest
    @MethodSource("caseFiles")
    void no_assumed_step_is_inferred_and_no_sourced_one_presumed(java.nio.file.Path file) {
        Dossier dossier = CaseFile.read(file);
        for (ReadingId reading : dossier.readings()) {
            Path path = path(dossier, reading);
            if (path.result() == Path.Result.BARE) {
                continue;
            }
            path.taken().forEach(step -> {
                String premise = premise(path, step);
                assertThat(step.status())
                        .as(step.label() + ", " + premise)
                        .isNotEqualTo(
                                premise.endsWith("(assumed)") ? EvidenceStatus.INFERRED : EvidenceStatus.PRESUMED);
            });
        }
    }

    @ParameterizedTest
    @MethodSource("caseFiles")
    void no_presumed_step_is_surer_than_an_inferred_one_without_marks(java.nio.file.Path file) {
        Dossier dossier = CaseFile.read(file);
        for (ReadingId reading : dossier.readings()) {
            Path path = path(dossier, reading);
            List<Step> inferred = path.steps().stream()
                    .filter(step -> step.status() == EvidenceStatus.INFERRED
                            && step.marks().isEmpty())
                    .toList();
            path.steps().stream()
                    .filter(step -> step.status() == EvidenceStatus.PRESUMED)
                    .forEach(presumed -> {
                        assertThat(CONFIDENCES).contains(presumed.certainty());
                        assertThat(inferred)
                                .allSatisfy(step -> assertThat(CONFIDENCES.indexOf(presumed.certainty()))
                                        .isLessThanOrEqualTo(CONFIDENCES.indexOf(step.certainty())));
                    });
        }
    }

    @Test
    void the_case_files_have_steps_of_both_kinds() {
        Set<EvidenceStatus> found = EnumSet.noneOf(EvidenceStatus.class);
        for (Dossier dossier : HOLDINGS.dossiers(List.of())) {
            path(dossier, Dossier.PREFERRED).steps().forEach(step -> found.add(step.status()));
        }

        assertThat(found).contains(EvidenceStatus.INFERRED, EvidenceStatus.PRESUMED);
    }

    private static Path path(Dossier dossier, ReadingId reading) {
        return new ChooseProcedure(HOLDINGS.proceduresOf(dossier))
                .explain(dossier, reading)
                .path();
    }

    private static String premise(Path path, Step step) {
        Procedure procedure = HOLDINGS.procedure(path.procedure());
        return procedure.step(step.key().id()).premise();
    }
}
