package chancery.comparison.procedure;

import chancery.office.Act;
import chancery.office.Phase;
import chancery.path.StepId;
import chancery.procedure.Procedure;
import chancery.procedure.diagram.ProcedureStep;
import chancery.procedure.net.Behaviour;
import chancery.procedure.net.Behaviour.Firing;
import chancery.procedure.net.Net;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** What is asked of a procedure when it is compared with another; all of it is read from its diagram. */
final class ProcedureFacts {
    private static final Set<Act> REFUSALS = EnumSet.of(Act.REJECT, Act.RETURN, Act.WITHDRAW);

    private final Procedure procedure;
    private final Behaviour behaviour;

    ProcedureFacts(Procedure procedure) {
        this.procedure = procedure;
        this.behaviour = procedure.behaviour();
    }

    /**
     * A way back.
     *
     * @param name the transition that closes it
     * @param from the steps directly before it
     * @param to the steps that come first in the next round
     */
    record Loop(String name, List<ProcedureStep> from, List<ProcedureStep> to) {}

    /**
     * A step whose outcome may send the matter back, or end it.
     *
     * @param branches the values of the choice that do so
     */
    record Refusal(ProcedureStep step, List<String> branches) {}

    /** What a step does, in the words that make procedures comparable; registrations differ by direction. */
    static String actOf(ProcedureStep step) {
        return step.act().word()
                + (step.direction() == null ? "" : " " + step.direction().word());
    }

    Map<Phase, List<ProcedureStep>> phases() {
        return grouped(ProcedureStep::phase);
    }

    /** The steps by what they do, in the order of the vocabulary. */
    Map<String, List<ProcedureStep>> acts() {
        Map<String, List<ProcedureStep>> acts = new LinkedHashMap<>();
        procedure.steps().values().stream()
                .sorted(java.util.Comparator.comparing(ProcedureStep::act).thenComparing(ProcedureFacts::actOf))
                .forEach(step -> acts.computeIfAbsent(actOf(step), unseen -> new ArrayList<>())
                        .add(step));
        return acts;
    }

    /** The steps that decide: in deliberation approve, reject, amend or defer. */
    List<ProcedureStep> decisions() {
        return steps(step -> step.phase() == Phase.DELIBERATION && step.act().isDecision());
    }

    List<ProcedureStep> registrations() {
        return steps(step -> step.act() == Act.REGISTER);
    }

    private List<ProcedureStep> steps(Predicate<ProcedureStep> wanted) {
        return procedure.steps().values().stream().filter(wanted).toList();
    }

    private <K extends Comparable<K>> Map<K, List<ProcedureStep>> grouped(Function<ProcedureStep, K> key) {
        return procedure.steps().values().stream()
                .collect(Collectors.groupingBy(key, TreeMap::new, Collectors.toList()));
    }

    // ---- loops and refusals ----

    List<Loop> loops() {
        return behaviour.loops().keySet().stream()
                .sorted()
                .map(index -> new Loop(
                        behaviour.transition(index).id(),
                        behaviour.firings().get(index).step() != null
                                ? List.of(step(index))
                                : nearest(behaviour.transition(index).consumes(), Net.Transition::produces, true),
                        nearest(behaviour.transition(index).produces(), Net.Transition::consumes, false)))
                .toList();
    }

    /**
     * The steps upon which a choice is made of which a branch leads back before that choice, or through a step that
     * rejects, returns or withdraws to an end, before anything else is chosen, while another branch leads on.
     */
    List<Refusal> refusals() {
        Map<String, List<Firing>> choices = new LinkedHashMap<>();
        behaviour.firings().stream()
                .filter(firing -> !firing.choices().isEmpty())
                .forEach(firing -> choices.computeIfAbsent(firing.node(), unseen -> new ArrayList<>())
                        .add(firing));
        Map<StepId, Set<String>> found = new LinkedHashMap<>();
        choices.forEach((gateway, branches) -> {
            List<Firing> refusing = branches.stream().filter(this::refuses).toList();
            if (refusing.isEmpty() || refusing.size() == branches.size()) {
                return;
            }
            BitSet place = behaviour.transition(branches.get(0).index()).consumes();
            nearest(place, Net.Transition::produces, true)
                    .forEach(step -> refusing.stream()
                            .flatMap(branch -> branch.choices().stream())
                            .forEach(choice -> found.computeIfAbsent(step.id(), unseen -> new LinkedHashSet<>())
                                    .add(choice.value())));
        });
        return procedure.steps().values().stream()
                .filter(step -> found.containsKey(step.id()))
                .map(step -> new Refusal(step, List.copyOf(found.getOrDefault(step.id(), Set.of()))))
                .toList();
    }

    private boolean refuses(Firing branch) {
        Deque<Integer> open = new ArrayDeque<>(List.of(branch.index()));
        Set<Integer> seen = new LinkedHashSet<>();
        boolean unwilling = false;
        boolean ends = false;
        while (!open.isEmpty()) {
            int index = open.remove();
            Firing firing = behaviour.firings().get(index);
            if (!seen.add(index) || (!firing.choices().isEmpty() && index != branch.index())) {
                continue;
            }
            if (behaviour.loops().getOrDefault(index, Set.of()).contains(branch.node())) {
                return true;
            }
            unwilling |= firing.step() != null && REFUSALS.contains(step(index).act());
            ends |= firing.ends();
            BitSet produced = behaviour.transition(index).produces();
            behaviour.firings().stream()
                    .filter(next -> !next.boundary()
                            && behaviour.transition(next.index()).consumes().intersects(produced))
                    .forEach(next -> open.add(next.index()));
        }
        return unwilling && ends;
    }

    /** The steps next to places, through whatever is no step. */
    private List<ProcedureStep> nearest(BitSet from, Function<Net.Transition, BitSet> touching, boolean backward) {
        List<ProcedureStep> found = new ArrayList<>();
        Deque<BitSet> open = new ArrayDeque<>(List.of(from));
        Set<Integer> seen = new LinkedHashSet<>();
        while (!open.isEmpty()) {
            BitSet places = open.remove();
            for (Firing firing : behaviour.firings()) {
                Net.Transition transition = behaviour.transition(firing.index());
                if (touching.apply(transition).intersects(places) && seen.add(firing.index())) {
                    if (firing.step() != null) {
                        found.add(step(firing.index()));
                    } else {
                        open.add(backward ? transition.consumes() : transition.produces());
                    }
                }
            }
        }
        return found.stream()
                .sorted(java.util.Comparator.comparing(
                        step -> List.copyOf(procedure.steps().keySet()).indexOf(step.id())))
                .distinct()
                .toList();
    }

    private ProcedureStep step(int transition) {
        return procedure.step(
                Optional.ofNullable(behaviour.firings().get(transition).step()).orElseThrow());
    }

    // ---- how long it takes ----

    /** The fewest and most steps, the dispatch included. */
    record Length(int fewest, int most) {}

    /**
     * How many steps lie, in causal order, from an entry to the first dispatch, over all entries and choices, without
     * going round a loop and without what boundary events set off; empty if nothing is dispatched, or there are too many
     * runs.
     */
    Optional<Length> toDispatch() {
        Runs runs = new Runs();
        for (String entry : behaviour.entries().keySet()) {
            Map<Integer, BitSet> tokens = new TreeMap<>();
            behaviour.startAt(entry).stream().forEach(place -> tokens.put(place, new BitSet()));
            runs.play(tokens);
        }
        return runs.left < 0 || runs.most == 0 ? Optional.empty() : Optional.of(new Length(runs.fewest, runs.most));
    }

    /** Plays all runs, each up to the order of what is independent; a token knows the steps that lie behind it. */
    private final class Runs {
        private int left = 500_000;
        private int fewest = Integer.MAX_VALUE;
        private int most;

        void play(Map<Integer, BitSet> tokens) {
            for (int place : tokens.keySet()) {
                List<Firing> next = behaviour.firings().stream()
                        .filter(firing -> !firing.boundary()
                                && !firing.closesLoop()
                                && behaviour
                                        .transition(firing.index())
                                        .consumes()
                                        .get(place)
                                && behaviour.transition(firing.index()).consumes().stream()
                                        .allMatch(tokens::containsKey))
                        .toList();
                if (!next.isEmpty()) {
                    next.forEach(firing -> fire(firing, tokens));
                    return;
                }
            }
        }

        private void fire(Firing firing, Map<Integer, BitSet> before) {
            if (--left < 0) {
                return;
            }
            Map<Integer, BitSet> tokens = new TreeMap<>(before);
            BitSet behind = new BitSet();
            behaviour.transition(firing.index()).consumes().stream()
                    .mapToObj(tokens::remove)
                    .forEach(behind::or);
            if (firing.step() != null) {
                behind.set(firing.index());
                if (step(firing.index()).act() == Act.DISPATCH) {
                    fewest = Math.min(fewest, behind.cardinality());
                    most = Math.max(most, behind.cardinality());
                    return;
                }
            }
            behaviour.transition(firing.index()).produces().stream().forEach(place -> tokens.put(place, behind));
            play(tokens);
        }
    }

    static List<StepId> ids(Collection<ProcedureStep> steps) {
        return steps.stream().map(ProcedureStep::id).toList();
    }
}
