package chancery.comparison;

import chancery.comparison.Comparison.Agreement;
import chancery.comparison.Comparison.Row;
import chancery.comparison.Difference.Kind;
import chancery.comparison.alignment.OrderedPath;
import chancery.comparison.alignment.StepCosts;
import chancery.comparison.alignment.StepKind;
import chancery.office.Act;
import chancery.path.Path;
import chancery.path.Step;
import chancery.path.StepId;
import chancery.path.StepKey;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads off a comparison what differs, each difference once, and what both documents claim. The costs of the differences
 * sum up to that of the comparison; some (a longer wait, a number claimed twice) cost nothing.
 *
 * <p>The one that matters most comes first: the one of more {@link Weights weight}; of equals the dearer; then the one of
 * which more steps are attested beyond dispute; then the one that comes earlier.
 */
public final class FindDifferences {
    private final Comparison comparison;
    private final StepCosts costs;
    private final Weights weights;
    private final List<Row> rows;
    private final List<Difference> found = new ArrayList<>();
    private final Set<Integer> told = new HashSet<>();

    private FindDifferences(Comparison comparison, StepCosts costs, Weights weights) {
        this.comparison = comparison;
        this.costs = costs;
        this.weights = weights;
        this.rows = comparison.rows();
    }

    /**
     * The differences, the most important first.
     *
     * @param costs those of the comparison
     * @param weights which is told first
     */
    public static List<Difference> of(Comparison comparison, StepCosts costs, Weights weights) {
        return new FindDifferences(comparison, costs, weights).find();
    }

    private List<Difference> find() {
        Order left = new Order(comparison.left());
        Order right = new Order(comparison.right());
        otherOrder(left, right, FindDifferences::doTheSameThere);
        otherOrder(left, right, FindDifferences::doTheSame);
        repeated(Row::left, Row::right, Agreement.ONLY_LEFT);
        repeated(Row::right, Row::left, Agreement.ONLY_RIGHT);
        for (int index = 0; index < rows.size(); index++) {
            Row row = rows.get(index);
            if (row.isInBoth()) {
                inBoth(index, row, left(index), right(index));
            } else if (!told.contains(index)) {
                found.add(Difference.of(row.left() == null ? Kind.ONLY_RIGHT : Kind.ONLY_LEFT, index, row, row.cost()));
            }
        }
        otherWay();
        waitedLonger();
        if (!comparison.left().caseId().equals(comparison.right().caseId())) {
            sameNumber();
        }
        found.sort(Comparator.<Difference>comparingInt(weights::of)
                .thenComparingInt(Difference::cost)
                .thenComparingInt(Difference::evidenced)
                .reversed()
                .thenComparing(difference -> difference.rows().get(0))
                .thenComparing(Difference::kind));
        return List.copyOf(found);
    }

    private Step left(int index) {
        return Objects.requireNonNull(rows.get(index).left());
    }

    private Step right(int index) {
        return Objects.requireNonNull(rows.get(index).right());
    }

    private static boolean doTheSame(Step one, Step other) {
        return StepKind.of(one).doesAs(StepKind.of(other));
    }

    private static boolean doTheSameThere(Step one, Step other) {
        return doTheSame(one, other) && StepKind.of(one).isAt(StepKind.of(other));
    }

    // ---- rows of both ----

    private void inBoth(int index, Row row, Step left, Step right) {
        int evidence = costs.evidence(StepKind.of(left), StepKind.of(right));
        if (row.agreement() != Agreement.SAME) {
            found.add(Difference.of(kind(row.agreement(), left, right), index, row, row.cost() - evidence));
        } else if (isOneProcedure() && !left.key().id().equals(right.key().id()) && !goOtherWays(left, right)) {
            found.add(Difference.of(Kind.OTHER_STEP, index, row, 0));
        }
        if (!left.standing().equals(right.standing())) {
            found.add(Difference.of(Kind.KNOWN_OTHERWISE, index, row, evidence));
        }
    }

    private boolean isOneProcedure() {
        return comparison.left().procedure().equals(comparison.right().procedure());
    }

    private static Kind kind(Agreement agreement, Step left, Step right) {
        boolean decided = left.act().isDecision() && right.act().isDecision();
        if (agreement == Agreement.OTHER_OFFICE) {
            return decided ? Kind.OTHER_LEVEL : Kind.OTHER_OFFICE;
        }
        return decided ? Kind.OTHER_OUTCOME : Kind.OTHER_ACT;
    }

    /** Poll against sitting, told once of all steps that lead to the decision, the decision itself first. */
    private void otherWay() {
        List<Integer> ways = IntStream.range(0, rows.size())
                .filter(index -> rows.get(index).isInBoth() && goOtherWays(left(index), right(index)))
                .boxed()
                .toList();
        if (!ways.isEmpty()) {
            List<Integer> decisionFirst = ways.stream()
                    .sorted(Comparator.comparing(index -> !left(index).act().isDecision()))
                    .toList();
            found.add(new Difference(
                    Kind.OTHER_WAY,
                    ways,
                    steps(decisionFirst, Row::left),
                    steps(decisionFirst, Row::right),
                    0,
                    Map.of()));
        }
    }

    private static boolean goOtherWays(Step left, Step right) {
        return left.way() != null && right.way() != null && left.way() != right.way();
    }

    // ---- rows of one ----

    /** Which steps of a path come before which. */
    private static final class Order {
        private final OrderedPath path;
        private final Map<StepKey, Integer> places = new HashMap<>();

        private Order(Path path) {
            this.path = OrderedPath.of(path);
            this.path.steps().forEach(step -> places.put(step.key(), places.size()));
        }

        private boolean isBefore(Step one, Step other) {
            return path.isBefore(
                    Objects.requireNonNull(places.get(one.key())), Objects.requireNonNull(places.get(other.key())));
        }
    }

    /** A step of the left alone and one of the right alone that do the same, on two sides of a third. */
    private void otherOrder(Order left, Order right, BiPredicate<Step, Step> same) {
        for (int one : indices(Agreement.ONLY_LEFT)) {
            for (int other : indices(Agreement.ONLY_RIGHT)) {
                Step step = left(one);
                Step again = right(other);
                if (told.contains(one) || told.contains(other) || !same.test(step, again)) {
                    continue;
                }
                boolean leftFirst = one < other;
                between(one, other)
                        .filter(index -> leftFirst
                                ? left.isBefore(step, left(index)) && right.isBefore(right(index), again)
                                : left.isBefore(left(index), step) && right.isBefore(again, right(index)))
                        .findFirst()
                        .ifPresent(index -> {
                            told.addAll(List.of(one, other));
                            found.add(new Difference(
                                    Kind.OTHER_ORDER,
                                    List.of(Math.min(one, other), index, Math.max(one, other)),
                                    List.of(step, left(index)),
                                    List.of(again, right(index)),
                                    rows.get(one).cost() + rows.get(other).cost(),
                                    Map.of("first", leftFirst ? "left" : "right")));
                        });
            }
        }
    }

    /** The rows of both paths between two rows, in order. */
    private Stream<Integer> between(int one, int other) {
        return IntStream.range(Math.min(one, other) + 1, Math.max(one, other))
                .filter(index -> rows.get(index).isInBoth())
                .boxed();
    }

    private List<Integer> indices(Agreement agreement) {
        return IntStream.range(0, rows.size())
                .filter(index -> rows.get(index).agreement() == agreement)
                .boxed()
                .toList();
    }

    /**
     * Rounds of a step that one side has alone, where the other side has at least one of them, doing the same, and none
     * alone.
     */
    private void repeated(
            Function<Row, @Nullable Step> side, Function<Row, @Nullable Step> otherSide, Agreement alone) {
        Map<StepId, List<Integer>> rounds = rounds(side);
        Map<StepId, List<Integer>> others = rounds(otherSide);
        for (List<Integer> passed : rounds.values()) {
            List<Integer> only = passed.stream()
                    .filter(index -> rows.get(index).agreement() == alone && !told.contains(index))
                    .toList();
            List<Integer> both = passed.stream().filter(this::doesTheSame).toList();
            boolean otherRepeats = steps(both, otherSide).stream()
                    .flatMap(step -> others.getOrDefault(step.key().id(), List.of()).stream())
                    .anyMatch(index -> !rows.get(index).isInBoth());
            if (only.isEmpty() || both.isEmpty() || otherRepeats) {
                continue;
            }
            told.addAll(only);
            List<Integer> all =
                    Stream.concat(both.stream(), only.stream()).sorted().toList();
            boolean isLeft = alone == Agreement.ONLY_LEFT;
            found.add(new Difference(
                    Kind.REPEATED,
                    all,
                    steps(all, Row::left),
                    steps(all, Row::right),
                    only.stream().mapToInt(index -> rows.get(index).cost()).sum(),
                    Map.of(
                            "left", isLeft ? all.size() : both.size(),
                            "right", isLeft ? both.size() : all.size())));
        }
    }

    private boolean doesTheSame(int index) {
        Agreement agreement = rows.get(index).agreement();
        return agreement == Agreement.SAME || agreement == Agreement.OTHER_OFFICE;
    }

    private Map<StepId, List<Integer>> rounds(Function<Row, @Nullable Step> side) {
        Map<StepId, List<Integer>> rounds = new LinkedHashMap<>();
        for (int index = 0; index < rows.size(); index++) {
            Step step = side.apply(rows.get(index));
            if (step != null) {
                rounds.computeIfAbsent(step.key().id(), unseen -> new ArrayList<>())
                        .add(index);
            }
        }
        return rounds;
    }

    private List<Step> steps(List<Integer> indices, Function<Row, @Nullable Step> side) {
        return indices.stream()
                .map(index -> side.apply(rows.get(index)))
                .flatMap(Stream::ofNullable)
                .toList();
    }

    // ---- beside the alignment ----

    /** Stays that answer each other: the first row that sets a step of the one against a step of the other. */
    private void waitedLonger() {
        Map<StepKey, Stay> onLeft = stays(comparison.left());
        Map<StepKey, Stay> onRight = stays(comparison.right());
        Set<Stay> compared = new HashSet<>();
        for (int index = 0; index < rows.size(); index++) {
            Row row = rows.get(index);
            if (!row.isInBoth()) {
                continue;
            }
            Stay one = onLeft.get(Objects.requireNonNull(row.left()).key());
            Stay other = onRight.get(Objects.requireNonNull(row.right()).key());
            if (one == null || other == null || compared.contains(one) || compared.contains(other)) {
                continue;
            }
            compared.addAll(List.of(one, other));
            if (one.days().isLessThan(other.days()) || other.days().isLessThan(one.days())) {
                found.add(new Difference(
                        Kind.WAITED_LONGER,
                        rowsOf(one.bounds(), other.bounds()),
                        one.bounds(),
                        other.bounds(),
                        0,
                        Map.of("left", one.days(), "right", other.days())));
            }
        }
    }

    private List<Integer> rowsOf(List<Step> left, List<Step> right) {
        return IntStream.range(0, rows.size())
                .filter(index -> Stream.ofNullable(rows.get(index).left()).anyMatch(left::contains)
                        || Stream.ofNullable(rows.get(index).right()).anyMatch(right::contains))
                .boxed()
                .toList();
    }

    private static Map<StepKey, Stay> stays(Path path) {
        Map<StepKey, Stay> stays = new HashMap<>();
        Stay.of(path).forEach(stay -> stay.steps().forEach(step -> stays.put(step.key(), stay)));
        return stays;
    }

    /** Registrations of both documents in one register, in the same direction, under the same number, maybe in one year. */
    private void sameNumber() {
        for (int index = 0; index < rows.size(); index++) {
            Step one = rows.get(index).left();
            if (one == null || one.act() != Act.REGISTER || one.number() == null) {
                continue;
            }
            for (int against = 0; against < rows.size(); against++) {
                Step other = rows.get(against).right();
                if (other != null
                        && one.number().equals(other.number())
                        && doTheSameThere(one, other)
                        && mayBeInOneYear(one, other)) {
                    found.add(new Difference(
                            Kind.SAME_NUMBER,
                            index == against
                                    ? List.of(index)
                                    : List.of(Math.min(index, against), Math.max(index, against)),
                            List.of(one),
                            List.of(other),
                            0,
                            Map.of("number", one.number())));
                }
            }
        }
    }

    private static boolean mayBeInOneYear(Step one, Step other) {
        return !liesInYearBefore(one, other) && !liesInYearBefore(other, one);
    }

    private static boolean liesInYearBefore(Step one, Step other) {
        Optional<Integer> last = Optional.ofNullable(one.latest()).map(LocalDate::getYear);
        Optional<Integer> first = Optional.ofNullable(other.earliest()).map(LocalDate::getYear);
        return last.isPresent() && first.isPresent() && last.get() < first.get();
    }
}
