package chancery.procedure;

import chancery.casefile.Dossier;
import chancery.casefile.Expectation;
import chancery.document.MarkId;
import chancery.document.ReadingId;
import chancery.path.Path;
import chancery.path.Step;
import chancery.path.StepId;
import chancery.path.UnexplainedMark;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/** Checks the {@code expect:} blocks of a dossier against its paths. */
public final class CheckExpectations {
    private final Dossier dossier;
    private final ExplainMarks explain;

    public CheckExpectations(Dossier dossier, Procedure procedure) {
        this.dossier = dossier;
        this.explain = new ExplainMarks(procedure);
    }

    /** What is not as expected, a sentence each with file and line; empty if all is. */
    public List<String> failures() {
        List<String> failures = new ArrayList<>();
        dossier.expectations().forEach(expectation -> check(expectation, failures));
        return failures;
    }

    private void check(Expectation expectation, List<String> failures) {
        ReadingId reading = Optional.ofNullable(expectation.reading()).orElse(Dossier.PREFERRED);
        Path path = explain.explain(dossier, reading).path();
        String place = dossier.file() + ":" + expectation.line() + ": " + reading + " reading: ";
        if (path.result() != Path.Result.DESCRIBED) {
            failures.add(place + path.headline());
            return;
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
        List<String> waitsAt = path.waitsAt().stream().map(StepId::value).toList();
        if (expectation.waitsAt() != null && !new HashSet<>(waitsAt).equals(new HashSet<>(expectation.waitsAt()))) {
            failures.add(place + "it waits at " + waitsAt + ", expected " + expectation.waitsAt());
        }
        List<MarkId> unexplained =
                path.unexplained().stream().map(UnexplainedMark::mark).toList();
        if (expectation.unexplained() != null
                && !new HashSet<>(unexplained).equals(new HashSet<>(expectation.unexplained()))) {
            failures.add(place + "unexplained are " + unexplained + ", expected " + expectation.unexplained());
        }
    }
}
