package chancery.comparison;

import chancery.document.ReadingId;
import chancery.office.Act;
import chancery.office.Direction;
import chancery.office.OfficeId;
import chancery.path.EvidenceStatus;
import chancery.path.Path;
import chancery.path.Step;
import chancery.path.StepId;
import chancery.path.StepKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Builds small paths: {@code path("a").does(DRAFT).does(SIGN).after("draft").path()}. */
final class PathBuilder {
    private final String caseId;
    private String procedure = "office";
    private final List<Step> steps = new ArrayList<>();

    private PathBuilder(String caseId) {
        this.caseId = caseId;
    }

    static PathBuilder path(String caseId) {
        return new PathBuilder(caseId);
    }

    PathBuilder by(String other) {
        procedure = other;
        return this;
    }

    /** A step named like its act. */
    PathBuilder does(Act act) {
        return does(act, act.word());
    }

    /** A step after the one given before it, {@code draft} or {@code draft#2}. */
    PathBuilder does(Act act, String step) {
        return add(key(step), act, null, steps.isEmpty() ? List.of() : List.of(last().key()));
    }

    /** The last step registers a paper in that direction. */
    PathBuilder going(Direction direction) {
        Step last = steps.remove(steps.size() - 1);
        return add(last.key(), last.act(), direction, last.after());
    }

    /** The last step comes directly after these instead. */
    PathBuilder after(String... others) {
        Step last = steps.remove(steps.size() - 1);
        return add(
                last.key(),
                last.act(),
                last.direction(),
                Arrays.stream(others).map(PathBuilder::key).toList());
    }

    /** The last step is only foreseen. */
    PathBuilder foreseen() {
        Step last = steps.remove(steps.size() - 1);
        steps.add(step(last.key(), last.act(), last.direction(), EvidenceStatus.NOT_EVIDENCED, last.after()));
        return this;
    }

    Path path() {
        return new Path(
                caseId,
                "A paper",
                procedure,
                "0",
                new ReadingId("preferred"),
                Path.Result.DESCRIBED,
                0,
                0,
                List.of(),
                steps,
                List.of(),
                List.of(),
                List.of());
    }

    private Step last() {
        return steps.get(steps.size() - 1);
    }

    private PathBuilder add(StepKey key, Act act, Direction direction, List<StepKey> after) {
        steps.add(step(key, act, direction, EvidenceStatus.EVIDENCED, after));
        return this;
    }

    private static Step step(StepKey key, Act act, Direction direction, EvidenceStatus status, List<StepKey> after) {
        return new Step(
                key,
                key.toString(),
                act,
                act.usualPhase(),
                direction,
                new OfficeId("office"),
                "Office",
                null,
                null,
                status,
                false,
                null,
                null,
                null,
                List.of(),
                List.of(),
                after,
                List.of(),
                "certain",
                "made up");
    }

    private static StepKey key(String text) {
        String[] parts = text.split("#", -1);
        return new StepKey(new StepId(parts[0]), parts.length == 1 ? 1 : Integer.parseInt(parts[1]));
    }
}
