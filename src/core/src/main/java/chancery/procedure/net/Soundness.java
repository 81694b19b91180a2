package chancery.procedure.net;

import chancery.procedure.net.Behaviour.Firing;
import java.util.ArrayDeque;
import java.util.BitSet;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Plays a diagram through, loops included, and looks where it gets stuck and where a second token arrives before the
 * first has gone on (so that tokens could heap up without bound). Van der Aalst, <i>The Application of Petri Nets to
 * Workflow Management</i>, 1998: a procedure is sound if neither happens.
 */
public final class Soundness {
    /** What to do about what is found. */
    public static final String REMEDY =
            "join with a parallel gateway what was forked by one, and with an exclusive one what was chosen";

    private static final int MAX_MARKINGS = 100_000;

    private final Behaviour behaviour;
    private final int[][] consumers;
    private final BitSet watched = new BitSet();
    private final TreeMap<String, String> found = new TreeMap<>();

    private Soundness(Behaviour behaviour) {
        this.behaviour = behaviour;
        this.consumers = behaviour.consumers();
        // what a boundary event waits on may stay behind when its task is done
        for (int place = 0; place < consumers.length; place++) {
            boolean work = false;
            for (int transition : consumers[place]) {
                work |= !behaviour.firings().get(transition).boundary();
            }
            watched.set(place, work);
        }
    }

    /** What is wrong, in a sentence, by the id of the element; what could not be played through stands under "". */
    public static TreeMap<String, String> check(Behaviour behaviour) {
        Soundness lint = new Soundness(behaviour);
        behaviour.entries().keySet().forEach(entry -> lint.play(behaviour.startAt(entry)));
        return lint.found;
    }

    private void play(BitSet start) {
        Set<BitSet> seen = new HashSet<>(Set.of(start));
        Deque<BitSet> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty() && found.isEmpty()) {
            BitSet marking = open.remove();
            boolean fired = false;
            for (Firing firing : behaviour.firings()) {
                if (runsBeside(firing) || !behaviour.transition(firing.index()).isEnabledIn(marking)) {
                    continue;
                }
                fired = true;
                BitSet next = fire(firing, marking);
                if (seen.add(next)) {
                    open.add(next);
                }
            }
            if (!fired) {
                stuck(marking);
            }
            if (seen.size() > MAX_MARKINGS) {
                found.put("", "the diagram can stand in more than " + MAX_MARKINGS + " ways");
            }
        }
    }

    /** What a boundary event sets off beside its task may begin anew in each round of a loop, and is left out. */
    private boolean runsBeside(Firing firing) {
        Net.Transition transition = behaviour.transition(firing.index());
        return firing.boundary() && transition.produces().intersects(transition.consumes());
    }

    private BitSet fire(Firing firing, BitSet marking) {
        Net.Transition transition = behaviour.transition(firing.index());
        BitSet kept = (BitSet) marking.clone();
        kept.andNot(transition.consumes());
        kept.and(transition.produces());
        kept.and(watched);
        if (!kept.isEmpty()) {
            String reached = nodes(kept).stream().findFirst().orElse(firing.node());
            found.put(reached, "\"" + reached + "\" can be reached a second time before it was left");
        }
        return transition.fireIn(marking);
    }

    private void stuck(BitSet marking) {
        BitSet left = (BitSet) marking.clone();
        left.and(watched);
        Optional<String> node = nodes(left).stream().findFirst();
        node.ifPresent(stuck -> found.put(stuck, "\"" + stuck + "\" can wait for ever: what it waits for never comes"));
    }

    /** The nodes that would take the tokens. */
    private Set<String> nodes(BitSet places) {
        Set<String> nodes = new TreeSet<>();
        places.stream().forEach(place -> {
            for (int transition : consumers[place]) {
                nodes.add(behaviour.firings().get(transition).node());
            }
        });
        return nodes;
    }
}
