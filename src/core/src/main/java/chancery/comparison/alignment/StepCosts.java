package chancery.comparison.alignment;

import chancery.casefile.InvalidInput;
import chancery.casefile.YamlFile;
import chancery.casefile.YamlMap;
import chancery.path.EvidenceStatus;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.Set;

/**
 * What it costs when two paths differ in a step, in whole numbers from 0 to {@value #MOST}. The standard values and what
 * they mean stand in {@code comparison/costs.yaml} of the class path, which is also the form of a file of one's own.
 *
 * <p>On totally ordered paths the least sum is a metric if {@link #whyNoMetric} finds nothing: the cost of two steps is
 * then the sum of an ultrametric (same act and office, same act, same phase) and of a distance on the line (what is known
 * of them), cut off at the cost of both alone; and an edit distance inherits the metric of its steps (Waterman, Smith,
 * Beyer, <i>Some Biological Sequence Metrics</i>, Advances in Mathematics 20, 1976). Phase is the usual one of the act: a
 * diagram may put one act into two phases, and the classes would not nest. What costs nothing (evidenced against
 * contradicted, days, numbers, the way of a decision) the metric does not tell apart.
 *
 * @param otherOffice the same act at another office
 * @param otherAct another act of the same phase
 * @param evidenced a step of one path alone that marks attest, or would if they did not contradict each other
 * @param inferred a step of one path alone that is inferred
 * @param presumed a step of one path alone that is presumed
 * @param possible a step of one path alone that is possible
 */
public record StepCosts(int otherOffice, int otherAct, int evidenced, int inferred, int presumed, int possible) {
    /** The highest cost. */
    public static final int MOST = 30;

    private static final String STANDARD = "comparison/costs.yaml";

    public StepCosts {
        for (int cost : List.of(otherOffice, otherAct, evidenced, inferred, presumed, possible)) {
            if (cost < 0 || cost > MOST) {
                throw new IllegalArgumentException(
                        "A cost is a whole number from 0 to " + MOST + ", not " + cost + ".");
            }
        }
    }

    /** The costs that the program brings along. */
    public static StepCosts standard() {
        return of(standardFile());
    }

    /** The file of the standard values. */
    public static YamlMap standardFile() {
        try (InputStream file = StepCosts.class.getResourceAsStream("/" + STANDARD)) {
            if (file == null) {
                throw new IllegalStateException("The program lacks its file " + STANDARD);
            }
            return YamlFile.of(STANDARD, file.readAllBytes()).root();
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    /**
     * Costs from a file.
     *
     * @throws InvalidInput if it cannot be read, or a cost is missing or out of bounds
     */
    public static StepCosts read(Path file) {
        return of(YamlFile.read(file).root());
    }

    private static StepCosts of(YamlMap file) {
        YamlMap alone = file.map("alone")
                .orElseThrow(() -> file.invalid(
                        file.line(),
                        "\"alone\" is missing",
                        "give evidenced, inferred, presumed and possible below it"));
        StepCosts costs = new StepCosts(
                file.text("other-office", StepCosts::number),
                file.text("other-act", StepCosts::number),
                alone.text("evidenced", StepCosts::number),
                alone.text("inferred", StepCosts::number),
                alone.text("presumed", StepCosts::number),
                alone.text("possible", StepCosts::number));
        alone.done();
        file.map("weight"); // read by those who tell the differences
        file.done();
        return costs;
    }

    /** A cost or a weight as the file writes it. */
    public static Integer number(String text) {
        if (!text.matches("\\d{1,2}") || Integer.parseInt(text) > MOST) {
            throw new IllegalArgumentException("\"" + text + "\" is not a whole number from 0 to " + MOST);
        }
        return Integer.valueOf(text);
    }

    /** What keeps these costs from being a metric, a sentence each; empty if they are one. */
    public List<String> whyNoMetric() {
        List<String> reasons = new ArrayList<>();
        if (otherOffice == 0) {
            reasons.add("other-office is 0, so paths through different offices may be no distance apart");
        }
        if (otherAct == 0) {
            reasons.add("other-act is 0, so paths of different acts may be no distance apart");
        }
        List<Integer> alone = List.of(evidenced, inferred, presumed, possible);
        if (alone.contains(0)) {
            reasons.add("a step alone costs 0, so paths may be no distance apart though one has more steps");
        }
        if (Set.copyOf(alone).size() < alone.size()) {
            reasons.add("two values of alone are equal, so paths may be no distance apart though less is known of one");
        }
        if (otherOffice > 2 * otherAct) {
            reasons.add("other-office is more than twice other-act, so a detour may be shorter than the direct way");
        }
        return reasons;
    }

    public int alone(EvidenceStatus status) {
        return switch (status) {
            case EVIDENCED, CONTRADICTED -> evidenced;
            case INFERRED -> inferred;
            case PRESUMED -> presumed;
            case POSSIBLE -> possible;
            case NOT_EVIDENCED -> throw new IllegalArgumentException("A foreseen step is not compared.");
        };
    }

    /** What the two cost for what they do and where; empty if they are never set against each other. */
    public OptionalInt base(StepKind one, StepKind other) {
        if (one.doesAs(other)) {
            return OptionalInt.of(one.isAt(other) ? 0 : otherOffice);
        }
        return one.act().usualPhase() == other.act().usualPhase() ? OptionalInt.of(otherAct) : OptionalInt.empty();
    }

    /** What the two cost for what is known of them. */
    public int evidence(StepKind one, StepKind other) {
        return Math.abs(alone(one.status()) - alone(other.status()));
    }
}
