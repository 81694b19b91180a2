package chancery.comparison.procedure;

import chancery.path.StepId;
import chancery.procedure.net.Behaviour;
import chancery.procedure.net.Behaviour.Firing;
import chancery.procedure.net.Net;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * In which order the steps of a procedure may come when no loop is gone round: Weidlich, Mendling, Weske, <i>Efficient
 * Consistency Measurement Based on Behavioral Profiles of Process Models</i>, IEEE TSE 37 (2011).
 *
 * <p>Two sets of steps (all that do one act, say) are related by the weak order: one may come before the other if some
 * run, from any entry, has a step of the one somewhere before a step of the other. A way back is followed up to the
 * transition that closes its loop, where its token ends, so that a step that only a refusal leads to has its order too.
 * The markings so reached are finitely many and in no circle; time and space grow with their number.
 *
 * <p>Example: after {@code draft} a choice of {@code sign} or {@code reject}: draft is always before both, sign and reject
 * are exclusive; with a fork instead of the choice, sign and reject come in either order.
 */
final class BehaviouralProfile {
    private static final int MAX_MARKINGS = 200_000;

    /** How two sets of steps are related. */
    enum Order {
        BEFORE,
        AFTER,
        EITHER_ORDER,
        EXCLUSIVE
    }

    /** Two steps of which the first may come before the second. */
    record Pair(StepId first, StepId second) {}

    private final Map<StepId, Integer> transitions = new HashMap<>();
    private final BitSet[] later;

    private BehaviouralProfile(Behaviour behaviour, BitSet[] later) {
        this.later = later;
        for (Firing firing : behaviour.firings()) {
            if (firing.step() != null) {
                transitions.put(firing.step(), firing.index());
            }
        }
    }

    /** The profile of a behaviour; empty if it has too many markings. */
    static Optional<BehaviouralProfile> of(Behaviour behaviour) {
        int count = behaviour.firings().size();
        BitSet[] later = new BitSet[count];
        for (int i = 0; i < count; i++) {
            later[i] = new BitSet(count);
        }
        Map<BitSet, BitSet> futures = new HashMap<>();
        for (String entry : behaviour.entries().keySet()) {
            if (!explore(behaviour, behaviour.startAt(entry), futures, later)) {
                return Optional.empty();
            }
        }
        return Optional.of(new BehaviouralProfile(behaviour, later));
    }

    /** What may still fire after each marking, depth first without recursion; a marking is left when all after it are. */
    private static boolean explore(Behaviour behaviour, BitSet start, Map<BitSet, BitSet> futures, BitSet[] later) {
        Deque<BitSet> open = new ArrayDeque<>(List.of(start));
        while (!open.isEmpty()) {
            BitSet marking = open.element();
            if (futures.containsKey(marking)) {
                open.remove();
                continue;
            }
            if (futures.size() > MAX_MARKINGS) {
                return false;
            }
            BitSet future = new BitSet();
            List<BitSet> unknown = new ArrayList<>();
            for (Firing firing : behaviour.firings()) {
                Net.Transition transition = behaviour.transition(firing.index());
                if (!transition.isEnabledIn(marking)) {
                    continue;
                }
                BitSet next = transition.fireIn(marking);
                if (firing.closesLoop()) {
                    next.andNot(transition.produces());
                }
                BitSet after = futures.get(next);
                if (after == null) {
                    unknown.add(next);
                } else {
                    future.set(firing.index());
                    future.or(after);
                    later[firing.index()].or(after);
                }
            }
            if (unknown.isEmpty()) {
                futures.put(marking, future);
                open.remove();
            } else {
                unknown.forEach(open::addFirst);
            }
        }
        return true;
    }

    /** How all steps of one set are related to all of another. */
    Order order(Collection<StepId> ones, Collection<StepId> others) {
        boolean before = before(ones, others).isPresent();
        boolean after = before(others, ones).isPresent();
        if (before && after) {
            return Order.EITHER_ORDER;
        }
        return before ? Order.BEFORE : after ? Order.AFTER : Order.EXCLUSIVE;
    }

    /** The first pair, in order of the collections, of which the one may come before the other. */
    Optional<Pair> before(Collection<StepId> ones, Collection<StepId> others) {
        for (StepId one : ones) {
            for (StepId other : others) {
                if (!one.equals(other) && mayFollow(one, other)) {
                    return Optional.of(new Pair(one, other));
                }
            }
        }
        return Optional.empty();
    }

    private boolean mayFollow(StepId one, StepId other) {
        Integer first = transitions.get(one);
        Integer second = transitions.get(other);
        return first != null && second != null && later[first].get(second);
    }
}
