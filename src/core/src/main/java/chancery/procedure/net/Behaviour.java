package chancery.procedure.net;

import chancery.path.StepId;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a diagram allows to happen: a net, and for each transition what it stands for. What follows from the net alone is
 * worked out once, since many documents are explained by one procedure.
 */
public final class Behaviour {
    private final Net net;
    private final List<Firing> firings;
    private final Map<String, Integer> entries;
    private final Map<Integer, Set<String>> loops;
    private final int[][] consumers;
    private final BitSet[] reachedOnward;
    private final BitSet[] reachedByLoops;

    /**
     * @param firings one for each transition, by index
     * @param entries the place on which the token of each start event is laid, in order of the diagram
     * @param loops for each transition that closes a loop, by index, the nodes of the loop's body
     */
    public Behaviour(Net net, List<Firing> firings, Map<String, Integer> entries, Map<Integer, Set<String>> loops) {
        this.net = net;
        this.firings = List.copyOf(firings);
        this.entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        this.loops = Collections.unmodifiableMap(new LinkedHashMap<>(loops));
        this.consumers = consumersOfPlaces();
        this.reachedOnward = reached(false);
        this.reachedByLoops = reached(true);
    }

    public Net net() {
        return net;
    }

    /** One for each transition, by index. */
    public List<Firing> firings() {
        return firings;
    }

    /** The place on which the token of each start event is laid, in order of the diagram. */
    public Map<String, Integer> entries() {
        return entries;
    }

    /** For each transition that closes a loop, by index, the nodes of the loop's body. */
    public Map<Integer, Set<String>> loops() {
        return loops;
    }

    /** What a transition stands for. */
    public enum Kind {
        /** A task that somebody completes. */
        TASK,
        /** A message or signal that arrives at an event or receiving task, or a condition that is met there. */
        MESSAGE,
        /** A timer that fires. */
        TIMER,
        /** A branch taken at an exclusive gateway, or one or several at an inclusive gateway. */
        CHOICE,
        /** Anything that an engine does by itself. */
        AUTOMATIC
    }

    /**
     * What one transition stands for.
     *
     * @param node the id of the diagram's node
     * @param step the step, if the node is one
     * @param choices the variables and values that the branches ask for, if it is a choice: one at an exclusive gateway,
     *     one for each conditional branch at an inclusive gateway
     * @param closesLoop whether firing it begins another round
     * @param boundary whether it interrupts, or runs beside, the task that it is attached to
     * @param ends whether a path may end with it
     */
    public record Firing(
            int index,
            String node,
            Kind kind,
            @Nullable StepId step,
            List<Choice> choices,
            boolean closesLoop,
            boolean boundary,
            boolean ends) {
        public Firing {
            choices = List.copyOf(choices);
        }

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

    /** For each place, the transitions that consume its token, in order; not to be changed. */
    public int[][] consumers() {
        return consumers;
    }

    /**
     * The transitions that a token on a place may lead to; not to be changed.
     *
     * @param byLoops whether also by going round loops
     */
    public BitSet reachedFrom(int place, boolean byLoops) {
        return byLoops ? reachedByLoops[place] : reachedOnward[place];
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

    private int[][] consumersOfPlaces() {
        List<List<Integer>> consuming = new ArrayList<>();
        for (int place = 0; place < net.places(); place++) {
            consuming.add(new ArrayList<>());
        }
        firings.forEach(firing -> transition(firing.index()).consumes().stream()
                .forEach(place -> consuming.get(place).add(firing.index())));
        return consuming.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    private BitSet[] reached(boolean byLoops) {
        BitSet[] reached = new BitSet[net.places()];
        for (int place = 0; place < reached.length; place++) {
            BitSet seen = new BitSet();
            BitSet transitions = new BitSet();
            Deque<Integer> open = new ArrayDeque<>(List.of(place));
            while (!open.isEmpty()) {
                int at = open.remove();
                if (seen.get(at)) {
                    continue;
                }
                seen.set(at);
                for (int transition : consumers[at]) {
                    // a step that closes a loop is itself reached without going round
                    transitions.set(transition);
                    if (byLoops || !firings.get(transition).closesLoop()) {
                        transition(transition).produces().stream().forEach(open::add);
                    }
                }
            }
            reached[place] = transitions;
        }
        return reached;
    }
}
