package chancery.comparison;

import chancery.document.MarkId;
import chancery.document.ReadingId;
import chancery.document.date.HistoricalDate;
import chancery.office.Act;
import chancery.office.Direction;
import chancery.office.OfficeId;
import chancery.office.Way;
import chancery.path.EvidenceStatus;
import chancery.path.Path;
import chancery.path.Step;
import chancery.path.StepId;
import chancery.path.StepKey;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * Builds small paths: {@code path("a").does(DRAFT).does(SIGN).after("draft").path()}. What follows a step speaks of it. A
 * step is done at {@code office}, is evidenced by a mark of its own name, and comes after the one before it.
 */
public final class PathBuilder {
    private final String caseId;
    private String procedure = "office";
    private String reading = "preferred";
    private final List<Draft> drafts = new ArrayList<>();

    /** A step that is not finished. */
    private static final class Draft {
        private final StepKey key;
        private final Act act;
        private List<StepKey> after;
        private List<StepKey> alternatives = List.of();
        private Direction direction;
        private String office = "office";
        private EvidenceStatus status = EvidenceStatus.EVIDENCED;
        private boolean disputed;
        private String date;
        private String number;
        private Way way;

        private Draft(StepKey key, Act act, List<StepKey> after) {
            this.key = key;
            this.act = act;
            this.after = after;
        }

        private Step step() {
            HistoricalDate days = date == null ? null : HistoricalDate.parse(date);
            return new Step(
                    key,
                    key.toString(),
                    act,
                    act.usualPhase(),
                    direction,
                    new OfficeId(office),
                    office,
                    way,
                    null,
                    number,
                    status,
                    disputed,
                    date,
                    days == null ? null : days.earliest(),
                    days == null ? null : days.latest(),
                    List.of(),
                    Map.of(),
                    status == EvidenceStatus.EVIDENCED ? List.of(new MarkId("mark-" + key.id())) : List.of(),
                    after,
                    alternatives,
                    "certain",
                    "made up");
        }
    }

    private PathBuilder(String caseId) {
        this.caseId = caseId;
    }

    public static PathBuilder path(String caseId) {
        return new PathBuilder(caseId);
    }

    PathBuilder by(String other) {
        procedure = other;
        return this;
    }

    PathBuilder read(String other) {
        reading = other;
        return this;
    }

    /** A step named like its act. */
    public PathBuilder does(Act act) {
        return does(act, act.word());
    }

    /** A step after the one given before it, {@code draft} or {@code draft#2}. */
    public PathBuilder does(Act act, String step) {
        drafts.add(new Draft(
                key(step), act, drafts.isEmpty() ? List.of() : List.of(drafts.get(drafts.size() - 1).key)));
        return this;
    }

    PathBuilder going(Direction direction) {
        last().direction = direction;
        return this;
    }

    public PathBuilder at(String office) {
        last().office = office;
        return this;
    }

    public PathBuilder held(EvidenceStatus status) {
        last().status = status;
        return this;
    }

    public PathBuilder disputed() {
        last().disputed = true;
        return this;
    }

    /** EDTF. */
    public PathBuilder on(String date) {
        last().date = date;
        return this;
    }

    public PathBuilder numbered(String number) {
        last().number = number;
        return this;
    }

    PathBuilder decidedBy(Way way) {
        last().way = way;
        return this;
    }

    /** No explanation has the last step together with these. */
    PathBuilder excludes(String... others) {
        last().alternatives = Arrays.stream(others).map(PathBuilder::key).toList();
        return this;
    }

    /** The last step comes directly after these instead. */
    public PathBuilder after(String... others) {
        last().after = Arrays.stream(others).map(PathBuilder::key).toList();
        return this;
    }

    public Path path() {
        return new Path(
                caseId,
                "A paper",
                procedure,
                "0",
                new ReadingId(reading),
                Path.Result.DESCRIBED,
                0,
                0,
                List.of(),
                drafts.stream().map(Draft::step).toList(),
                List.of(),
                List.of(),
                List.of(),
                List.of());
    }

    private Draft last() {
        return drafts.get(drafts.size() - 1);
    }

    private static StepKey key(String text) {
        String[] parts = text.split("#", -1);
        return new StepKey(new StepId(parts[0]), parts.length == 1 ? 1 : Integer.parseInt(parts[1]));
    }
}
