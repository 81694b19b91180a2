package chancery.comparison.alignment;

import chancery.procedure.net.Net;
import chancery.procedure.net.Net.Transition;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A net with a start and an end marking, and the markings between them: numbered, and worked out when first asked for,
 * so that many alignments share the work. Not for several threads at once.
 */
public final class MarkingGraph {
    static final int START = 0;

    private final Net net;
    private final int end;
    private final int[][] consumers;
    private final Map<BitSet, Integer> numbers = new HashMap<>();
    private final List<BitSet> markings = new ArrayList<>();
    private final List<@Nullable Firings> firings = new ArrayList<>();

    /**
     * What can fire in a marking, lowest transition first.
     *
     * @param transitions by index
     * @param markings the marking that each leads to, by number
     */
    @SuppressWarnings("ArrayRecordComponent") // the inner loop of the search; never compared
    record Firings(int[] transitions, int[] markings) {}

    /**
     * A net to be run from one marking to another. A run is complete when exactly the end marking is reached, which may
     * be the empty one.
     */
    public MarkingGraph(Net net, BitSet start, BitSet end) {
        this.net = net;
        this.consumers = consumers(net);
        number((BitSet) start.clone());
        this.end = number((BitSet) end.clone());
    }

    /** The net of a plain sequence: its labels, one after the other. */
    public static MarkingGraph ofSequence(List<String> labels) {
        List<Transition> transitions = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            transitions.add(new Transition(String.valueOf(i), labels.get(i), Net.placesOf(i), Net.placesOf(i + 1)));
        }
        return new MarkingGraph(new Net(labels.size() + 1, transitions), Net.placesOf(0), Net.placesOf(labels.size()));
    }

    Net net() {
        return net;
    }

    int end() {
        return end;
    }

    Firings firings(int marking) {
        Firings known = firings.get(marking);
        if (known == null) {
            known = work(markings.get(marking));
            firings.set(marking, known);
        }
        return known;
    }

    private Firings work(BitSet marking) {
        BitSet touched = new BitSet();
        marking.stream().forEach(place -> {
            for (int transition : consumers[place]) {
                touched.set(transition);
            }
        });
        int[] transitions = touched.stream()
                .filter(index -> net.transitions().get(index).isEnabledIn(marking))
                .toArray();
        int[] next = new int[transitions.length];
        for (int i = 0; i < transitions.length; i++) {
            next[i] = number(fire(net.transitions().get(transitions[i]), marking));
        }
        return new Firings(transitions, next);
    }

    private static BitSet fire(Transition transition, BitSet marking) {
        BitSet kept = (BitSet) marking.clone();
        kept.andNot(transition.consumes());
        if (kept.intersects(transition.produces())) {
            kept.and(transition.produces());
            throw new IllegalArgumentException("The net is not safe: transition \"" + transition.id()
                    + "\" lays a second token on place " + kept.nextSetBit(0) + ".");
        }
        kept.or(transition.produces());
        return kept;
    }

    private int number(BitSet marking) {
        Integer known = numbers.putIfAbsent(marking, markings.size());
        if (known != null) {
            return known;
        }
        markings.add(marking);
        firings.add(null);
        return markings.size() - 1;
    }

    private static int[][] consumers(Net net) {
        List<List<Integer>> consumers = new ArrayList<>();
        for (int place = 0; place < net.places(); place++) {
            consumers.add(new ArrayList<>());
        }
        for (int i = 0; i < net.transitions().size(); i++) {
            Transition transition = net.transitions().get(i);
            if (transition.consumes().isEmpty()) {
                throw new IllegalArgumentException("The net is not safe: transition \"" + transition.id()
                        + "\" consumes nothing, so it can fire for ever.");
            }
            int index = i;
            transition.consumes().stream().forEach(place -> consumers.get(place).add(index));
        }
        return consumers.stream()
                .map(list -> list.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }
}
