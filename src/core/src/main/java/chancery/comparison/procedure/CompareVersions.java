package chancery.comparison.procedure;

import chancery.comparison.procedure.BehaviouralProfile.Order;
import chancery.comparison.procedure.CompareProcedures.Side;
import chancery.comparison.procedure.ProcedureComparison.Difference;
import chancery.comparison.procedure.ProcedureComparison.Kind;
import chancery.comparison.procedure.ProcedureComparison.Orders;
import chancery.path.StepId;
import chancery.procedure.Procedure;
import chancery.procedure.diagram.DecisionTable;
import chancery.procedure.diagram.ProcedureStep;
import chancery.procedure.net.Behaviour;
import chancery.register.NumberSeries;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Compares two versions of one procedure, element by element: elements of the same id are the same. What merely follows
 * from a difference (one step more to the dispatch, since a step was added) stands in the overview and is not told again.
 */
final class CompareVersions {
    private final Side left;
    private final Side right;
    private final List<Difference> differences = new ArrayList<>();

    CompareVersions(Procedure left, Procedure right) {
        this.left = new Side(left, left.id() + "@" + left.version());
        this.right = new Side(right, right.id() + "@" + right.version());
    }

    ProcedureComparison comparison() {
        offices();
        steps();
        choices();
        tables();
        series();
        loops();
        List<Orders> orders = orders();
        description();
        return new ProcedureComparison(
                left.procedure(),
                right.procedure(),
                left.name(),
                right.name(),
                CompareProcedures.overview(left, right),
                orders,
                differences);
    }

    private void offices() {
        changes(
                Kind.OFFICE,
                "office",
                left.procedure().offices(),
                right.procedure().offices(),
                office -> office.names().stream()
                        .map(name -> name.text()
                                + (name.inLanguages().isEmpty() ? "" : " " + new TreeMap<>(name.inLanguages()))
                                + (name.from() == null ? "" : " from " + name.from())
                                + (name.until() == null ? "" : " until " + name.until()))
                        .collect(Collectors.joining(", ")));
    }

    private void steps() {
        Map<StepId, ProcedureStep> ones = left.procedure().steps();
        Map<StepId, ProcedureStep> others = right.procedure().steps();
        ones.values().stream()
                .filter(step -> !others.containsKey(step.id()))
                .forEach(step -> add(
                        Kind.STEP,
                        "Only " + left.name() + " has the step " + Side.step(step) + ", by "
                                + left.office(step.office()) + ".",
                        step.id().value()));
        others.values().stream()
                .filter(step -> !ones.containsKey(step.id()))
                .forEach(step -> add(
                        Kind.STEP,
                        "Only " + right.name() + " has the step " + Side.step(step) + ", by "
                                + right.office(step.office()) + ".",
                        step.id().value()));
        ones.forEach((id, one) -> Optional.ofNullable(others.get(id)).ifPresent(other -> {
            change(one, "label", ProcedureStep::label, other);
            change(one, "act", ProcedureFacts::actOf, other);
            change(one, "phase", step -> step.phase().word(), other);
            change(one, "office", step -> step.office().value(), other);
            change(
                    one,
                    "documents",
                    step -> step.documents().stream()
                            .map(form -> form.word())
                            .sorted()
                            .collect(Collectors.joining(", ")),
                    other);
            change(one, "source", ProcedureStep::source, other);
            change(
                    one,
                    "series",
                    step -> Optional.ofNullable(step.series())
                            .map(Object::toString)
                            .orElse(""),
                    other);
        }));
    }

    private void change(ProcedureStep one, String what, Function<ProcedureStep, String> value, ProcedureStep other) {
        String was = value.apply(one);
        String is = value.apply(other);
        if (!was.equals(is)) {
            add(
                    Kind.STEP,
                    "The " + what + " of " + Side.step(one) + " is " + quoted(was) + " in " + left.name() + " and "
                            + quoted(is) + " in " + right.name() + ".",
                    one.id().value());
        }
    }

    private static String quoted(String value) {
        return value.isEmpty() ? "none" : "\"" + value + "\"";
    }

    private void choices() {
        changes(Kind.CHOICE, "choice", choices(left), choices(right), values -> String.join(" or ", values));
    }

    private static Map<String, TreeSet<String>> choices(Side side) {
        Map<String, TreeSet<String>> choices = new TreeMap<>();
        for (Behaviour.Firing firing : side.procedure().behaviour().firings()) {
            for (Behaviour.Choice choice : firing.choices()) {
                choices.computeIfAbsent(firing.node(), unseen -> new TreeSet<>())
                        .add(choice.variable() + " = " + choice.value());
            }
        }
        return choices;
    }

    private void tables() {
        Function<Side, Map<String, DecisionTable>> tables = side -> side.procedure().tables().stream()
                .collect(Collectors.toMap(DecisionTable::id, Function.identity(), (a, b) -> a, TreeMap::new));
        changes(
                Kind.DECISION,
                "decision table",
                tables.apply(left),
                tables.apply(right),
                table -> table.rows().stream()
                        .map(row -> (row.input().isEmpty() ? "anything" : row.input()) + " gives " + row.output())
                        .collect(Collectors.joining(", ")));
    }

    private void series() {
        Function<Side, Map<String, NumberSeries>> series = side -> side.procedure().series().stream()
                .collect(Collectors.toMap(known -> known.id().value(), Function.identity(), (a, b) -> a, TreeMap::new));
        changes(Kind.REGISTRATION, "series", series.apply(left), series.apply(right), NumberSeries::inWords);
    }

    private void loops() {
        Function<Side, Map<String, ProcedureFacts.Loop>> loops = side -> side.facts().loops().stream()
                .collect(Collectors.toMap(ProcedureFacts.Loop::name, Function.identity(), (a, b) -> a, TreeMap::new));
        changes(
                Kind.LOOP,
                "way back",
                loops.apply(left),
                loops.apply(right),
                loop -> "from " + left.steps(loop.from()) + " to " + left.steps(loop.to()));
    }

    private List<Orders> orders() {
        if (left.profile().isEmpty() || right.profile().isEmpty()) {
            return List.of();
        }
        List<Orders> orders = new ArrayList<>();
        List<StepId> common = left.procedure().steps().keySet().stream()
                .filter(right.procedure().steps()::containsKey)
                .toList();
        for (int i = 0; i < common.size(); i++) {
            for (int j = i + 1; j < common.size(); j++) {
                List<StepId> first = List.of(common.get(i));
                List<StepId> second = List.of(common.get(j));
                Order one = left.profile().orElseThrow().order(first, second);
                Order other = right.profile().orElseThrow().order(first, second);
                if (one != other) {
                    String was = CompareProcedures.word(one);
                    String is = CompareProcedures.word(other);
                    orders.add(new Orders(common.get(i).value(), common.get(j).value(), was, is));
                    add(
                            Kind.ORDER,
                            left.step(common.get(i)) + " and " + left.step(common.get(j)) + ": " + was + " in "
                                    + left.name() + ", " + is + " in " + right.name() + ".",
                            common.get(i).value(),
                            common.get(j).value());
                }
            }
        }
        return orders;
    }

    private void description() {
        describe("title", Procedure::title);
        describe("validity", Procedure::validity);
        describe("confidence", Procedure::confidence);
        describe("sources", procedure -> String.join("; ", procedure.sources()));
        describe(
                "circulation",
                procedure ->
                        procedure.circulations().stream().map(Object::toString).collect(Collectors.joining("; ")));
        if (differences.isEmpty()
                && !left.procedure().version().equals(right.procedure().version())) {
            add(
                    Kind.DESCRIPTION,
                    "Their files differ, but prescribe the same; what differs is drawing, wording or comments.");
        }
    }

    private void describe(String what, Function<Procedure, String> value) {
        String was = value.apply(left.procedure());
        String is = value.apply(right.procedure());
        if (!was.equals(is)) {
            add(
                    Kind.DESCRIPTION,
                    "The " + what + " is " + quoted(was) + " in " + left.name() + " and " + quoted(is) + " in "
                            + right.name() + ".");
        }
    }

    /** What only one side has, and what both have and say otherwise. */
    private <K, V> void changes(Kind kind, String what, Map<K, V> ones, Map<K, V> others, Function<V, String> inWords) {
        ones.forEach((id, one) -> {
            V other = others.get(id);
            if (other == null) {
                add(
                        kind,
                        "Only " + left.name() + " has the " + what + " " + id + ": " + inWords.apply(one) + ".",
                        id.toString());
            } else if (!Objects.equals(inWords.apply(one), inWords.apply(other))) {
                add(
                        kind,
                        "The " + what + " " + id + " is in " + left.name() + ": " + inWords.apply(one) + "; in "
                                + right.name() + ": " + inWords.apply(other) + ".",
                        id.toString());
            }
        });
        others.forEach((id, other) -> {
            if (!ones.containsKey(id)) {
                add(
                        kind,
                        "Only " + right.name() + " has the " + what + " " + id + ": " + inWords.apply(other) + ".",
                        id.toString());
            }
        });
    }

    private void add(Kind kind, String sentence, String... elements) {
        differences.add(new Difference(kind, sentence, List.of(elements)));
    }
}
