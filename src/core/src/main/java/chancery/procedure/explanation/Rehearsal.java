package chancery.procedure.explanation;

import chancery.path.OpenDecision;
import chancery.path.StepId;
import chancery.path.StepKey;
import chancery.procedure.explanation.BestExplanations.Passage;
import chancery.procedure.net.Behaviour;
import chancery.procedure.net.Behaviour.Choice;
import chancery.procedure.net.Behaviour.Firing;
import chancery.procedure.net.Behaviour.Kind;
import chancery.procedure.net.Net;
import chancery.procedure.net.TokenGame;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Plays through what an engine is to do: all that the explanations agree on, up to the first choice that they leave
 * open; on demand simulated on to the end.
 */
final class Rehearsal {
    private static final int MAX_FIRINGS = 10_000;

    private final Behaviour behaviour;
    private final BestExplanations explanations;
    private final Map<Passage, StepKey> keys;
    private final BestExplanations.Run run;
    private final BitSet canEnd;

    /**
     * @param keys the steps of the path by passage
     */
    Rehearsal(Behaviour behaviour, BestExplanations explanations, Map<Passage, StepKey> keys) {
        this.behaviour = behaviour;
        this.explanations = explanations;
        this.keys = keys;
        this.run = explanations.shortest();
        this.canEnd = canEnd();
    }

    /** As far as the evidence goes; empty if not even the beginning is sure. */
    Optional<Script> script() {
        return rehearse().map(played -> write(played, played.game().events().size()));
    }

    /** Simulated on to the end: at each choice the first branch of the diagram that leads there without another round. */
    Optional<Script> foreseen() {
        return rehearse().map(played -> {
            int evidenced = played.game().events().size();
            runOn(played.game());
            return write(played, evidenced);
        });
    }

    /**
     * What was played.
     *
     * @param heldBack steps that are sure and were not played, since an open choice follows; what that asks
     */
    private record Played(TokenGame game, Map<StepId, Set<String>> heldBack) {}

    /** The sure part of the shortest explanation, drawn back until no token stands at an open choice. */
    private Optional<Played> rehearse() {
        Map<Integer, Set<String>> heldBack = new LinkedHashMap<>();
        while (true) {
            TokenGame game = new TokenGame(behaviour, run.entry());
            Map<Integer, Integer> edgeOfEvent = new HashMap<>();
            for (int i = 0; i < run.edges().size(); i++) {
                Explanations.Edge edge = run.edges().get(i);
                if (!heldBack.containsKey(i)
                        && explanations.allFire(edge.transition(), edge.round())
                        && game.canFire(edge.transition())) {
                    edgeOfEvent.put(game.events().size(), i);
                    game.fire(edge.transition(), edge.round(), edge.marks());
                }
            }
            Map<Integer, Set<String>> beforeOpenChoices = advance(game);
            if (beforeOpenChoices.isEmpty()) {
                return Optional.of(new Played(game, byStep(heldBack)));
            }
            for (Map.Entry<Integer, Set<String>> open : beforeOpenChoices.entrySet()) {
                Integer edge = open.getKey() == TokenGame.START ? null : edgeOfEvent.get(open.getKey());
                if (edge == null || heldBack.putIfAbsent(edge, open.getValue()) != null) {
                    return Optional.empty();
                }
            }
        }
    }

    private Map<StepId, Set<String>> byStep(Map<Integer, Set<String>> byEdge) {
        Map<StepId, Set<String>> byStep = new HashMap<>();
        byEdge.forEach((edge, questions) -> {
            StepId step =
                    behaviour.firings().get(run.edges().get(edge).transition()).step();
            if (step != null) {
                byStep.computeIfAbsent(step, unknown -> new LinkedHashSet<>()).addAll(questions);
            }
        });
        return byStep;
    }

    /**
     * Fires what an engine fires by itself; at a gateway with one way onward that way. Returns the waiting events whose
     * tokens then stand at an open choice, in order, and what is asked there.
     */
    private Map<Integer, Set<String>> advance(TokenGame game) {
        Map<Integer, Set<String>> open = new TreeMap<>();
        boolean fired = true;
        while (fired) {
            fired = false;
            open.clear();
            for (int place : game.marking().stream().toArray()) {
                List<Integer> onward = onward(game, place);
                boolean atChoice = isChoice(game.consumersOf(place));
                if (onward.size() == 1) {
                    game.fire(onward.get(0), 0, 0);
                    fired = true;
                    break;
                }
                if (atChoice) {
                    int cause = game.causeOf(place);
                    TreeSet<Integer> waiting = game.nearest(List.of(cause), Firing::waits);
                    String question = question(game.consumersOf(place)[0]);
                    (waiting.isEmpty() ? Set.of(TokenGame.START) : waiting)
                            .forEach(event -> open.computeIfAbsent(event, unknown -> new LinkedHashSet<>())
                                    .add(question));
                }
            }
        }
        return open;
    }

    /** What could fire from a place without anybody doing anything, and leads to an end without another round. */
    private List<Integer> onward(TokenGame game, int place) {
        return Arrays.stream(game.consumersOf(place))
                .filter(t -> !behaviour.firings().get(t).waits()
                        && !behaviour.firings().get(t).closesLoop()
                        && game.canFire(t)
                        && leadsToEnd(t))
                .boxed()
                .toList();
    }

    private boolean isChoice(int[] transitions) {
        return transitions.length > 0 && behaviour.firings().get(transitions[0]).kind() == Kind.CHOICE;
    }

    private String question(int transition) {
        return behaviour.firings().get(transition).choices().get(0).question();
    }

    private boolean leadsToEnd(int transition) {
        return behaviour.firings().get(transition).ends()
                || behaviour.transition(transition).produces().intersects(canEnd);
    }

    /** The places from which a token can reach an end without closing a loop. */
    private BitSet canEnd() {
        BitSet places = new BitSet();
        int before = -1;
        while (places.cardinality() != before) {
            before = places.cardinality();
            for (Firing firing : behaviour.firings()) {
                Net.Transition transition = behaviour.transition(firing.index());
                if (!firing.closesLoop()
                        && !firing.boundary()
                        && (firing.ends() || transition.produces().intersects(places))) {
                    places.or(transition.consumes());
                }
            }
        }
        return places;
    }

    private void runOn(TokenGame game) {
        for (int fired = 0; fired < MAX_FIRINGS; fired++) {
            Optional<Integer> next = behaviour.firings().stream()
                    .filter(firing -> !firing.closesLoop()
                            && !firing.boundary()
                            && game.canFire(firing.index())
                            && leadsToEnd(firing.index()))
                    .map(Firing::index)
                    .findFirst();
            if (next.isEmpty()) {
                return;
            }
            game.fire(next.get(), 0, 0);
        }
    }

    // ---- the script ----

    private Script write(Played played, int evidenced) {
        TokenGame game = played.game();
        Map<Integer, Map<String, String>> decisions = new LinkedHashMap<>();
        List<String> assumed = new ArrayList<>();
        for (int event = 0; event < game.events().size(); event++) {
            for (Choice choice : game.firing(event).choices()) {
                TreeSet<Integer> triggers = game.nearest(game.event(event).causes(), Firing::waits);
                decisions
                        .computeIfAbsent(
                                triggers.isEmpty() ? TokenGame.START : triggers.last(), t -> new LinkedHashMap<>())
                        .put(choice.variable(), choice.value());
                if (event >= evidenced) {
                    assumed.add(choice.variable() + " = " + choice.value());
                }
            }
        }
        List<Script.Command> commands = new ArrayList<>();
        for (int event = 0; event < game.events().size(); event++) {
            Firing firing = game.firing(event);
            if (firing.waits()) {
                commands.add(new Script.Command(
                        firing.node(),
                        firing.kind(),
                        key(firing.step(), game.event(event).round()),
                        decisions.getOrDefault(event, Map.of())));
            }
        }
        List<StepId> waitsAt = waitsAt(game);
        return new Script(
                run.entry(),
                decisions.getOrDefault(TokenGame.START, Map.of()),
                commands,
                waitsAt,
                waitsAt.stream()
                        .filter(played.heldBack()::containsKey)
                        .map(step -> new OpenDecision(
                                step, List.copyOf(played.heldBack().get(step))))
                        .toList(),
                assumed);
    }

    private @Nullable StepKey key(@Nullable StepId step, int round) {
        return step == null ? null : keys.getOrDefault(new Passage(step, round), new StepKey(step, 1));
    }

    private List<StepId> waitsAt(TokenGame game) {
        List<StepId> steps = new ArrayList<>();
        game.marking().stream()
                .forEach(place -> Arrays.stream(game.consumersOf(place))
                        .mapToObj(behaviour.firings()::get)
                        .filter(firing -> firing.waits() && !firing.boundary() && game.canFire(firing.index()))
                        .map(Firing::step)
                        .filter(step -> step != null)
                        .forEach(steps::add));
        return steps.stream().distinct().toList();
    }
}
