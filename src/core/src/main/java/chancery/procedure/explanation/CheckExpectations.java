package chancery.procedure.explanation;

import chancery.casefile.Dossier;
import chancery.casefile.Expectation;
import chancery.document.ReadingId;
import chancery.path.Contradiction;
import chancery.path.Path;
import chancery.path.Step;
import chancery.path.StepId;
import chancery.path.UnexplainedMark;
import chancery.procedure.Procedure;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Checks the {@code expect:} blocks of a dossier against its paths. */
public final class CheckExpectations {
    private final Dossier dossier;
    private final ChooseProcedure explain;

    /**
     * @param procedures those that may explain the dossier
     */
    public CheckExpectations(Dossier dossier, List<Procedure> procedures) {
        this.dossier = dossier;
        this.explain = new ChooseProcedure(procedures);
    }

    /** What is not as expected, a sentence each with file and line; empty if all is. */
    public List<String> failures() {
        List<String> failures = new ArrayList<>();
        dossier.expectations().forEach(expectation -> check(expectation, failures));
        return failures;
    }

    private void check(Expectation expectation, List<String> failures) {
        ReadingId reading = Optional.ofNullable(expectation.reading()).orElse(Dossier.PREFERRED);
        Reconstruction reconstruction = explain.explain(dossier, reading);
        Path path = reconstruction.path();
        String place = dossier.file() + ":" + expectation.line() + ": " + reading + " reading: ";
        String expectedBy = expectation.describedBy();
        if (reconstruction.procedure() != null && path.result() == Path.Result.DESCRIBED) {
            reconstruction.procedure().check(dossier, expectation);
        } else if (path.result() == Path.Result.NOT_COMPUTED || expectedBy == null) {
            failures.add(place + path.headline());
            return;
        }
        String describedBy = path.result() == Path.Result.DESCRIBED ? path.procedure() : Expectation.NONE;
        if (expectedBy != null && !expectedBy.equals(describedBy)) {
            failures.add(place + "it is described by " + describedBy + ", expected " + expectedBy);
        }
        expectation.steps().forEach((step, expected) -> {
            String found = path.steps().stream()
                    .filter(known -> known.key().toString().equals(step))
                    .map(Step::standing)
                    .findFirst()
                    .orElse("not on the path");
            if (!found.equals(expected)) {
                failures.add(place + "step " + step + " is " + found + ", expected " + expected);
            }
        });
        compare(
                place + "it waits at ",
                path.waitsAt().stream().map(StepId::value).toList(),
                expectation.waitsAt(),
                failures);
        compare(
                place + "unexplained are ",
                path.unexplained().stream().map(UnexplainedMark::mark).toList(),
                expectation.unexplained(),
                failures);
        compare(
                place + "contradicted are the statements of ",
                path.contradictions().stream().map(Contradiction::mark).toList(),
                expectation.contradicted(),
                failures);
    }

    private static <T> void compare(String what, List<T> found, @Nullable List<T> expected, List<String> failures) {
        if (expected != null && !new HashSet<>(found).equals(new HashSet<>(expected))) {
            failures.add(what + found + ", expected " + expected);
        }
    }
}
