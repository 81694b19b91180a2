package chancery.procedure.net;

import chancery.path.StepId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a diagram allows to happen: a net, and for each transition what it stands for.
 *
 * @param firings one for each transition, by index
 * @param entries the place on which the token of each start event is laid, in order of the diagram
 * @param loops for each transition that closes a loop, by index, the nodes of the loop's body
 */
public record Behaviour(Net net, List<Firing> firings, Map<String, Integer> entries, Map<Integer, Set<String>> loops) {

    /** What a transition stands for. */
    public enum Kind {
        /** A task that somebody completes. */
        TASK,
        /** A message that arrives at an event or receiving task. */
        MESSAGE,
        /** A timer that fires. */
        TIMER,
        /** A branch taken at an exclusive gateway. */
        CHOICE,
        /** Anything that an engine does by itself. */
        AUTOMATIC
    }

    /**
     * What one transition stands for.
     *
     * @param node the id of the diagram's node
     * @param step the step, if the node is one
     * @param choice the variable and value that the branch asks for, if it is a choice
     * @param closesLoop whether firing it begins another round
     * @param boundary whether it interrupts, or runs beside, the task that it is attached to
     * @param ends whether a path may end with it
     */
    public record Firing(
            int index,
            String node,
            Kind kind,
            @Nullable StepId step,
            @Nullable Choice choice,
            boolean closesLoop,
            boolean boundary,
            boolean ends) {
        /** Whether an engine stands still before it until something happens. */
        public boolean waits() {
            return kind == Kind.TASK || kind == Kind.MESSAGE || kind == Kind.TIMER;
        }
    }

    /**
     * A branch: the value that a variable has when it is taken.
     *
     * @param question what the gateway asks, as the diagram words it
     */
    public record Choice(String question, String variable, String value) {}

    /** The net's transition of that index. */
    public Net.Transition transition(int index) {
        return net.transitions().get(index);
    }

    /** For each place, the transitions that consume its token, in order. */
    public int[][] consumers() {
        List<List<Integer>> consumers = new ArrayList<>();
        for (int place = 0; place < net.places(); place++) {
            consumers.add(new ArrayList<>());
        }
        firings.forEach(firing -> transition(firing.index()).consumes().stream()
                .forEach(place -> consumers.get(place).add(firing.index())));
        return consumers.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** Whether a transition fires by itself as soon as its one token is there, unseen and without alternative. */
    public boolean firesUnseen(int transition) {
        Firing firing = firings.get(transition);
        return firing.kind() == Kind.AUTOMATIC
                && firing.step() == null
                && !firing.closesLoop()
                && !firing.ends()
                && transition(transition).consumes().cardinality() == 1;
    }

    /** The marking with which a start event begins. */
    public BitSet startAt(String entry) {
        Integer place = entries.get(entry);
        if (place == null) {
            throw new IllegalArgumentException("No entry point " + entry);
        }
        return Net.placesOf(place);
    }
}
