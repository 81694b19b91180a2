package chancery.procedure.explanation;

import chancery.procedure.explanation.ExplanationSearch.Candidate;
import chancery.procedure.net.Behaviour;
import chancery.procedure.net.Net;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The states of a search for explanations, and how one follows from another when a transition fires: which tokens move,
 * which obligations arise, are passed on and are met, which rounds begin and which values are chosen.
 */
final class StateSpace {
    private final Behaviour behaviour;
    private final List<String> tracked;
    private final List<Integer> loopTransitions;
    private final int[][] consumers;

    /** @param tracked the variables of choices that some mark shows */
    StateSpace(Behaviour behaviour, List<String> tracked) {
        this.behaviour = behaviour;
        this.tracked = tracked;
        this.loopTransitions = List.copyOf(behaviour.loops().keySet());
        this.consumers = behaviour.consumers();
    }

    /** A state; compared by value. */
    record State(BitSet marking, List<BitSet> obligations, long explained, List<Integer> rounds, List<String> chosen) {
        int roundsBegun() {
            int begun = 0;
            for (int round : rounds) {
                begun += round;
            }
            return begun;
        }
    }

    /** The state in which a run from an entry begins. */
    State startAt(String entry) {
        return settle(
                behaviour.startAt(entry),
                List.of(),
                0,
                Collections.nCopies(loopTransitions.size(), 0),
                Collections.nCopies(tracked.size(), ""));
    }

    /** The transitions that can fire in a state. */
    BitSet enabledIn(State state) {
        BitSet enabled = new BitSet();
        state.marking().stream().forEach(place -> {
            for (int transition : consumers[place]) {
                if (!enabled.get(transition) && behaviour.transition(transition).isEnabledIn(state.marking())) {
                    enabled.set(transition);
                }
            }
        });
        return enabled;
    }

    /** The state after a transition that carries some marks. */
    State successor(State state, int transition, long assigned) {
        Net.Transition fired = behaviour.transition(transition);
        Behaviour.Firing firing = behaviour.firings().get(transition);
        List<BitSet> obligations = new ArrayList<>();
        for (BitSet obligation : state.obligations()) {
            if (!obligation.intersects(fired.consumes())) {
                obligations.add(obligation);
            } else if (assigned == 0) {
                obligations.add(fired.fireIn(obligation));
            }
        }
        if (assigned == 0 && firing.step() != null) {
            obligations.add(fired.produces());
        }
        List<Integer> rounds = state.rounds();
        if (firing.closesLoop()) {
            rounds = new ArrayList<>(rounds);
            int loop = loopTransitions.indexOf(transition);
            rounds.set(loop, rounds.get(loop) + 1);
        }
        List<String> chosen = state.chosen();
        for (Behaviour.Choice choice : firing.choices()) {
            if (tracked.contains(choice.variable())) {
                chosen = new ArrayList<>(chosen);
                chosen.set(tracked.indexOf(choice.variable()), choice.value());
            }
        }
        return settle(fired.fireIn(state.marking()), obligations, state.explained() | assigned, rounds, chosen);
    }

    /** Fires what must happen anyway, unseen and without choice, so that fewer orders have to be looked at. */
    private State settle(
            BitSet marking, List<BitSet> obligations, long explained, List<Integer> rounds, List<String> chosen) {
        BitSet settled = marking;
        List<BitSet> owed = obligations;
        for (int place = settled.nextSetBit(0); place >= 0; place = settled.nextSetBit(place + 1)) {
            if (consumers[place].length == 1 && behaviour.firesUnseen(consumers[place][0])) {
                Net.Transition fired = behaviour.transition(consumers[place][0]);
                settled = fired.fireIn(settled);
                List<BitSet> moved = new ArrayList<>();
                for (BitSet obligation : owed) {
                    moved.add(obligation.intersects(fired.consumes()) ? fired.fireIn(obligation) : obligation);
                }
                owed = moved;
                place = -1;
            }
        }
        return new State(settled, least(owed), explained, rounds, chosen);
    }

    /** The obligations that imply all others, in a fixed order. */
    private static List<BitSet> least(List<BitSet> obligations) {
        if (obligations.size() < 2) {
            return List.copyOf(obligations);
        }
        List<BitSet> distinct = List.copyOf(new LinkedHashSet<>(obligations));
        return distinct.stream()
                .filter(one -> distinct.stream().noneMatch(other -> other != one && contains(one, other)))
                .sorted((a, b) -> Arrays.compare(a.toLongArray(), b.toLongArray()))
                .toList();
    }

    private static boolean contains(BitSet larger, BitSet smaller) {
        BitSet rest = (BitSet) smaller.clone();
        rest.andNot(larger);
        return rest.isEmpty();
    }

    /** How many rounds have begun of the loops that the node of a transition lies in. */
    int round(State state, int transition) {
        String node = behaviour.firings().get(transition).node();
        int round = 0;
        for (int i = 0; i < loopTransitions.size(); i++) {
            Set<String> body = behaviour.loops().getOrDefault(loopTransitions.get(i), Set.of());
            if (body.contains(node)) {
                round += state.rounds().get(i);
            }
        }
        return round;
    }

    /** Whether the values chosen so far are among those that a mark shows. */
    boolean agreesWithChoices(Candidate mark, State state) {
        return mark.choices().entrySet().stream().allMatch(choice -> {
            String chosen = state.chosen().get(tracked.indexOf(choice.getKey()));
            return chosen.isEmpty() || choice.getValue().contains(chosen);
        });
    }
}
