package chancery.comparison.procedure;

import chancery.comparison.procedure.BehaviouralProfile.Order;
import chancery.comparison.procedure.ProcedureComparison.Difference;
import chancery.comparison.procedure.ProcedureComparison.Kind;
import chancery.comparison.procedure.ProcedureComparison.Orders;
import chancery.comparison.procedure.ProcedureComparison.Topic;
import chancery.document.date.HistoricalDate;
import chancery.office.OfficeId;
import chancery.office.Phase;
import chancery.path.StepId;
import chancery.procedure.Procedure;
import chancery.procedure.diagram.ProcedureStep;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Compares two procedures of different chanceries, act by act. Offices of different chanceries are never the same; what
 * they do is. Versions of one procedure are compared step by step, by {@link CompareVersions}.
 */
public final class CompareProcedures {
    private static final int NAMED = 3;

    private final Side left;
    private final Side right;
    private final List<Difference> differences = new ArrayList<>();

    private CompareProcedures(Procedure left, Procedure right) {
        this.left = new Side(left, left.id());
        this.right = new Side(right, right.id());
    }

    /** A procedure with its facts. */
    record Side(Procedure procedure, String name, ProcedureFacts facts, Optional<BehaviouralProfile> profile) {
        Side(Procedure procedure, String name) {
            this(procedure, name, new ProcedureFacts(procedure), BehaviouralProfile.of(procedure.behaviour()));
        }

        /** What an office was called at the end of the time that the procedure is claimed for. */
        String office(OfficeId office) {
            return procedure.officeName(
                    office, HistoricalDate.parse(procedure.validity()).latest());
        }

        /** A step by its label and id. */
        static String step(ProcedureStep step) {
            return "\"" + step.label() + "\" (" + step.id() + ")";
        }

        String step(StepId id) {
            return step(procedure.step(id));
        }

        String steps(Collection<ProcedureStep> steps) {
            return some(steps.stream().map(Side::step).toList());
        }

        String offices(Collection<ProcedureStep> steps) {
            return steps.stream().map(step -> office(step.office())).distinct().collect(Collectors.joining(", "));
        }
    }

    /** Compares two procedures, or two versions of one. */
    public static ProcedureComparison compare(Procedure left, Procedure right) {
        return left.id().equals(right.id())
                ? new CompareVersions(left, right).comparison()
                : new CompareProcedures(left, right).comparison();
    }

    private ProcedureComparison comparison() {
        phases();
        offices();
        acts();
        decisions();
        refusals();
        registrations();
        loops();
        length();
        List<Orders> orders = orders();
        return new ProcedureComparison(
                left.procedure, right.procedure, left.name, right.name, overview(left, right), orders, differences);
    }

    // ---- what only one has ----

    private void phases() {
        only(left, right);
        only(right, left);
    }

    private void only(Side one, Side other) {
        one.facts.phases().forEach((phase, steps) -> {
            if (!other.facts.phases().containsKey(phase)) {
                add(
                        Kind.PHASE,
                        "Only " + one.name + " has steps of " + phase.word() + ": " + one.steps(steps) + ".",
                        steps);
            }
        });
    }

    private void offices() {
        for (Side side : List.of(left, right)) {
            Side other = side == left ? right : left;
            List<String> others = other.procedure.offices().keySet().stream()
                    .map(other::office)
                    .toList();
            List<String> alone = side.procedure.offices().keySet().stream()
                    .map(side::office)
                    .filter(name -> !others.contains(name))
                    .toList();
            if (!alone.isEmpty()) {
                add(Kind.OFFICE, "Only " + side.name + " has the offices " + String.join(", ", alone) + ".", List.of());
            }
        }
    }

    private void acts() {
        for (Side side : List.of(left, right)) {
            Side other = side == left ? right : left;
            side.facts.acts().forEach((act, steps) -> {
                if (!other.facts.acts().containsKey(act)) {
                    add(
                            Kind.ACT,
                            "Only " + side.name + " has the act " + act + ": " + side.steps(steps) + ", by "
                                    + side.offices(steps) + ".",
                            steps);
                }
            });
        }
    }

    // ---- who decides, who refuses, what is registered, how often and how long ----

    private void decisions() {
        List<ProcedureStep> ones = left.facts.decisions();
        List<ProcedureStep> others = right.facts.decisions();
        add(
                Kind.DECISION,
                "Who decides: in " + left.name + " " + decided(left, ones) + "; in " + right.name + " "
                        + decided(right, others) + ".",
                both(ones, others));
    }

    private static String decided(Side side, List<ProcedureStep> steps) {
        return steps.isEmpty() ? "no step decides" : side.offices(steps) + " at " + side.steps(steps);
    }

    private void refusals() {
        add(
                Kind.REFUSAL,
                "Who may refuse: in " + left.name + " " + refused(left) + "; in " + right.name + " " + refused(right)
                        + ".",
                both(
                        left.facts.refusals().stream()
                                .map(ProcedureFacts.Refusal::step)
                                .toList(),
                        right.facts.refusals().stream()
                                .map(ProcedureFacts.Refusal::step)
                                .toList()));
    }

    private static String refused(Side side) {
        List<ProcedureFacts.Refusal> refusals = side.facts.refusals();
        return refusals.isEmpty()
                ? "nobody"
                : refusals.stream()
                        .map(refusal -> side.office(refusal.step().office()) + " at " + Side.step(refusal.step()) + " ("
                                + String.join(" or ", refusal.branches()) + ")")
                        .collect(Collectors.joining(", "));
    }

    private void registrations() {
        List<ProcedureStep> ones = left.facts.registrations();
        List<ProcedureStep> others = right.facts.registrations();
        add(
                Kind.REGISTRATION,
                "Where it is registered: in " + left.name + " " + registered(left, ones) + "; in " + right.name + " "
                        + registered(right, others) + ".",
                both(ones, others));
    }

    private static String registered(Side side, List<ProcedureStep> steps) {
        return steps.isEmpty()
                ? "nowhere"
                : steps.stream()
                        .map(step -> (step.direction() == null
                                        ? ""
                                        : step.direction().word() + " ")
                                + "at " + side.office(step.office()) + " by " + Side.step(step))
                        .collect(Collectors.joining(", "));
    }

    private void loops() {
        List<ProcedureFacts.Loop> ones = left.facts.loops();
        List<ProcedureFacts.Loop> others = right.facts.loops();
        if (ones.isEmpty() && others.isEmpty()) {
            return;
        }
        add(
                Kind.LOOP,
                "Ways back: in " + left.name + " " + loops(left) + "; in " + right.name + " " + loops(right) + ".",
                Stream.concat(ones.stream(), others.stream())
                        .flatMap(loop -> Stream.concat(loop.from().stream(), loop.to().stream()))
                        .toList());
    }

    private static String loops(Side side) {
        List<ProcedureFacts.Loop> loops = side.facts.loops();
        return loops.isEmpty()
                ? "none"
                : loops.stream()
                        .map(loop -> "from " + side.steps(loop.from()) + " to " + side.steps(loop.to()))
                        .collect(Collectors.joining(", "));
    }

    private void length() {
        String one = length(left);
        String other = length(right);
        if (!one.equals(other)) {
            add(
                    Kind.LENGTH,
                    "From the beginning to the first dispatch: in " + left.name + " " + one + "; in " + right.name + " "
                            + other + " (without going round a loop).",
                    List.of());
        }
    }

    private static String length(Side side) {
        return side.facts
                .toDispatch()
                .map(length -> length.fewest() == length.most()
                        ? length.fewest() + " steps"
                        : length.fewest() + " to " + length.most() + " steps")
                .orElse("nothing is dispatched");
    }

    // ---- order ----

    private List<Orders> orders() {
        if (left.profile.isEmpty() || right.profile.isEmpty()) {
            add(
                    Kind.ORDER,
                    "The order of acts was not compared: "
                            + Stream.of(left, right)
                                    .filter(side -> side.profile.isEmpty())
                                    .map(Side::name)
                                    .collect(Collectors.joining(" and "))
                            + " can stand in too many ways.",
                    List.of());
            return List.of();
        }
        List<Orders> orders = new ArrayList<>();
        Map<String, List<ProcedureStep>> ones = left.facts.acts();
        Map<String, List<ProcedureStep>> others = right.facts.acts();
        List<String> common = ones.keySet().stream().filter(others::containsKey).toList();
        for (int i = 0; i < common.size(); i++) {
            for (int j = i + 1; j < common.size(); j++) {
                String first = common.get(i);
                String second = common.get(j);
                Order one = order(left, first, second);
                Order other = order(right, first, second);
                if (one != other) {
                    orders.add(new Orders(first, second, word(one), word(other)));
                    add(
                            Kind.ORDER,
                            sentence(first, second) + ": in " + left.name + " " + inWords(left, first, second, one)
                                    + "; in " + right.name + " " + inWords(right, first, second, other) + ".",
                            Stream.of(
                                            ones.getOrDefault(first, List.of()),
                                            ones.getOrDefault(second, List.of()),
                                            others.getOrDefault(first, List.of()),
                                            others.getOrDefault(second, List.of()))
                                    .flatMap(List::stream)
                                    .toList());
                }
            }
        }
        return orders;
    }

    private static String sentence(String first, String second) {
        return Character.toUpperCase(first.charAt(0)) + first.substring(1) + " and " + second;
    }

    private static Order order(Side side, String first, String second) {
        return side.profile.orElseThrow().order(steps(side, first), steps(side, second));
    }

    private static List<StepId> steps(Side side, String act) {
        return ProcedureFacts.ids(side.facts.acts().getOrDefault(act, List.of()));
    }

    static String word(Order order) {
        return switch (order) {
            case BEFORE -> "always before";
            case AFTER -> "always after";
            case EITHER_ORDER -> "either order";
            case EXCLUSIVE -> "never together";
        };
    }

    private static String inWords(Side side, String first, String second, Order order) {
        return switch (order) {
            case BEFORE -> first + " always comes first (" + pair(side, first, second) + ")";
            case AFTER -> second + " always comes first (" + pair(side, second, first) + ")";
            case EITHER_ORDER ->
                "either may come first (" + pair(side, first, second) + ", " + pair(side, second, first) + ")";
            case EXCLUSIVE ->
                "no way without a loop has both ("
                        + side.step(steps(side, first).get(0)) + ", "
                        + side.step(steps(side, second).get(0)) + ")";
        };
    }

    private static String pair(Side side, String first, String second) {
        return side.profile
                .orElseThrow()
                .before(steps(side, first), steps(side, second))
                .map(pair -> side.step(pair.first()) + " before " + side.step(pair.second()))
                .orElseThrow();
    }

    // ---- the overview ----

    static List<Topic> overview(Side left, Side right) {
        return List.of(
                topic("validity", left, right, side -> side.procedure.validity()),
                topic("confidence", left, right, side -> side.procedure.confidence()),
                topic(
                        "entries",
                        left,
                        right,
                        side -> String.valueOf(
                                side.procedure.behaviour().entries().size())),
                topic(
                        "offices",
                        left,
                        right,
                        side -> String.valueOf(side.procedure.offices().size())),
                topic(
                        "steps",
                        left,
                        right,
                        side -> String.valueOf(side.procedure.steps().size())),
                topic("steps by phase", left, right, CompareProcedures::steps),
                topic(
                        "different acts",
                        left,
                        right,
                        side -> String.valueOf(side.facts.acts().size())),
                topic("decided by", left, right, side -> orNobody(side.offices(side.facts.decisions()))),
                topic(
                        "may refuse",
                        left,
                        right,
                        side -> orNobody(side.offices(side.facts.refusals().stream()
                                .map(ProcedureFacts.Refusal::step)
                                .toList()))),
                topic("registered at", left, right, side -> orNobody(side.offices(side.facts.registrations()))),
                topic(
                        "ways back",
                        left,
                        right,
                        side -> String.valueOf(side.facts.loops().size())),
                topic("to the first dispatch", left, right, CompareProcedures::length));
    }

    private static String steps(Side side) {
        Map<Phase, List<ProcedureStep>> phases = side.facts.phases();
        return phases.entrySet().stream()
                .map(phase -> phase.getKey().word() + " " + phase.getValue().size())
                .collect(Collectors.joining(", "));
    }

    private static String orNobody(String offices) {
        return offices.isEmpty() ? "nobody" : offices;
    }

    private static Topic topic(String topic, Side left, Side right, java.util.function.Function<Side, String> text) {
        return new Topic(topic, text.apply(left), text.apply(right));
    }

    // ---- sentences ----

    private static <T> List<T> both(List<T> ones, List<T> others) {
        return Stream.concat(ones.stream(), others.stream()).toList();
    }

    private void add(Kind kind, String sentence, List<ProcedureStep> steps) {
        Set<String> elements = new TreeSet<>();
        steps.forEach(step -> elements.add(step.id().value()));
        differences.add(new Difference(kind, sentence, List.copyOf(elements)));
    }

    /** The first few of a list, and how many more there are. */
    private static String some(List<String> all) {
        return all.size() <= NAMED + 1
                ? String.join(", ", all)
                : String.join(", ", all.subList(0, NAMED)) + " and " + (all.size() - NAMED) + " more";
    }
}
