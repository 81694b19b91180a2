package chancery.procedure.net;

import java.util.BitSet;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A safe Petri net: at most one token on a place, so that a marking is a set of places.
 *
 * @param places number of places; a place is its index
 * @param transitions a transition's index is its position
 */
public record Net(int places, List<Transition> transitions) {
    public Net {
        transitions = List.copyOf(transitions);
    }

    /**
     * A transition; its sets are not to be changed.
     *
     * @param label what is seen when it fires, {@code null} if nothing
     */
    public record Transition(String id, @Nullable String label, BitSet consumes, BitSet produces) {
        /** Whether a marking has all the tokens that the transition consumes. */
        public boolean isEnabledIn(BitSet marking) {
            BitSet missing = (BitSet) consumes.clone();
            missing.andNot(marking);
            return missing.isEmpty();
        }

        /** The marking after firing. */
        public BitSet fireIn(BitSet marking) {
            BitSet next = (BitSet) marking.clone();
            next.andNot(consumes);
            next.or(produces);
            return next;
        }
    }

    /** A set of places. */
    public static BitSet placesOf(int... places) {
        BitSet set = new BitSet();
        for (int place : places) {
            set.set(place);
        }
        return set;
    }
}
