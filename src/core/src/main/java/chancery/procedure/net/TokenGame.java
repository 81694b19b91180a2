package chancery.procedure.net;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.TreeMap;
import java.util.TreeSet;

/**
 * Plays the token game of a behaviour and remembers which event laid each token, so that the causal order of the events
 * is known.
 */
public final class TokenGame {
    /** The cause of the first token. */
    public static final int START = -1;

    /**
     * A transition fired.
     *
     * @param causes the events whose tokens it consumed; {@link #START} for the first token
     */
    public record Event(int transition, int round, long marks, List<Integer> causes) {}

    private final Behaviour behaviour;
    private final int[][] consumers;
    private final TreeMap<Integer, Integer> tokens = new TreeMap<>();
    private final List<Event> events = new ArrayList<>();

    public TokenGame(Behaviour behaviour, String entry) {
        this.behaviour = behaviour;
        this.consumers = behaviour.consumers();
        behaviour.startAt(entry).stream().forEach(place -> tokens.put(place, START));
        settle();
    }

    public List<Event> events() {
        return events;
    }

    public Event event(int index) {
        return events.get(index);
    }

    public Behaviour.Firing firing(int event) {
        return behaviour.firings().get(events.get(event).transition());
    }

    /** The places that hold a token, in order. */
    public BitSet marking() {
        BitSet marking = new BitSet();
        tokens.keySet().forEach(marking::set);
        return marking;
    }

    /** The event that laid the token on a place. */
    public int causeOf(int place) {
        Integer cause = tokens.get(place);
        if (cause == null) {
            throw new IllegalArgumentException("No token on place " + place);
        }
        return cause;
    }

    public boolean canFire(int transition) {
        return behaviour.transition(transition).isEnabledIn(marking());
    }

    /** Fires an enabled transition and whatever then fires by itself. */
    public void fire(int transition, int round, long marks) {
        lay(transition, round, marks);
        settle();
    }

    /** The transitions that could take the token of a place. */
    public int[] consumersOf(int place) {
        return consumers[place];
    }

    /** The nearest events at or before an event for which a condition on its firing holds. */
    public TreeSet<Integer> nearest(List<Integer> from, java.util.function.Predicate<Behaviour.Firing> wanted) {
        TreeSet<Integer> found = new TreeSet<>();
        for (int event : from) {
            if (event == START) {
                continue;
            }
            if (wanted.test(firing(event))) {
                found.add(event);
            } else {
                found.addAll(nearest(event(event).causes(), wanted));
            }
        }
        return found;
    }

    private void lay(int transition, int round, long marks) {
        Net.Transition fired = behaviour.transition(transition);
        List<Integer> causes =
                fired.consumes().stream().mapToObj(tokens::remove).distinct().toList();
        int event = events.size();
        events.add(new Event(transition, round, marks, causes));
        fired.produces().stream().forEach(place -> tokens.put(place, event));
    }

    private void settle() {
        for (int place : List.copyOf(tokens.keySet())) {
            if (consumers[place].length == 1 && behaviour.firesUnseen(consumers[place][0])) {
                lay(consumers[place][0], 0, 0);
                settle();
                return;
            }
        }
    }
}
