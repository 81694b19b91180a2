package chancery.comparison.alignment;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The down-sets of a partial order (sets of steps that hold, with a step, all that come before it), and the steps that
 * lead from one to the next. Every way through them from the empty set to the whole is one of the orders in which the
 * steps can have happened, and the other way round. A total order of <i>n</i> steps has <i>n</i> + 1 of them; what is
 * open multiplies, hence {@link #MOST}.
 *
 * <p>They are numbered from 0, the empty one, to the whole, smaller sets first. From down-set <i>s</i> lead the entries
 * {@code first[s]} to {@code first[s + 1]} of {@code step} and {@code next}, lowest step first; {@code from} holds
 * <i>s</i> itself for each.
 */
@SuppressWarnings("ArrayRecordComponent") // the inner loop of every comparison; never compared itself
record DownSets(int[] first, int[] from, int[] step, int[] next) {
    /** Down-sets beyond which an order is too open to be compared. */
    static final int MOST = 200_000;

    /** The down-sets; empty if there are more than {@link #MOST}. */
    static Optional<DownSets> of(BitSet[] before) {
        List<List<Integer>> later = directlyLater(before);
        Map<BitSet, Integer> numbers = new HashMap<>();
        List<BitSet> sets = new ArrayList<>();
        List<BitSet> ready = new ArrayList<>();
        BitSet begin = new BitSet();
        for (int i = 0; i < before.length; i++) {
            begin.set(i, before[i].isEmpty());
        }
        numbers.put(new BitSet(), 0);
        sets.add(new BitSet());
        ready.add(begin);
        List<Integer> first = new ArrayList<>(List.of(0));
        List<Integer> from = new ArrayList<>();
        List<Integer> steps = new ArrayList<>();
        List<Integer> next = new ArrayList<>();
        for (int at = 0; at < sets.size(); at++) {
            BitSet set = sets.get(at);
            BitSet open = ready.get(at);
            for (int step = open.nextSetBit(0); step >= 0; step = open.nextSetBit(step + 1)) {
                BitSet larger = (BitSet) set.clone();
                larger.set(step);
                Integer known = numbers.putIfAbsent(larger, sets.size());
                from.add(at);
                steps.add(step);
                next.add(known == null ? sets.size() : known);
                if (known == null) {
                    if (sets.size() == MOST) {
                        return Optional.empty();
                    }
                    sets.add(larger);
                    ready.add(readyIn(larger, open, step, before, later));
                }
            }
            first.add(steps.size());
        }
        return Optional.of(new DownSets(array(first), array(from), array(steps), array(next)));
    }

    int size() {
        return first.length - 1;
    }

    private static BitSet readyIn(
            BitSet set, BitSet readyBefore, int added, BitSet[] before, List<List<Integer>> later) {
        BitSet ready = (BitSet) readyBefore.clone();
        ready.clear(added);
        for (int step : later.get(added)) {
            BitSet missing = (BitSet) before[step].clone();
            missing.andNot(set);
            ready.set(step, missing.isEmpty());
        }
        return ready;
    }

    /** For each step those that come after it with no other between. */
    private static List<List<Integer>> directlyLater(BitSet[] before) {
        List<List<Integer>> later = new ArrayList<>();
        for (BitSet ignored : before) {
            later.add(new ArrayList<>());
        }
        for (int step = 0; step < before.length; step++) {
            BitSet direct = (BitSet) before[step].clone();
            for (int earlier = direct.length() - 1; earlier >= 0; earlier = direct.previousSetBit(earlier - 1)) {
                direct.andNot(before[earlier]);
            }
            int index = step;
            direct.stream().forEach(earlier -> later.get(earlier).add(index));
        }
        return later;
    }

    private static int[] array(List<Integer> numbers) {
        return numbers.stream().mapToInt(Integer::intValue).toArray();
    }
}
