package chancery.comparison.alignment;

import chancery.procedure.net.Net.Transition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Two complete runs, one of each net, laid side by side.
 *
 * @param cost the sum of what the moves cost; no two runs can be laid side by side for less
 * @param moves in the order in which they happen on both sides
 */
public record Alignment(int cost, List<Move> moves) {
    public Alignment {
        moves = List.copyOf(moves);
    }

    /**
     * A transition of the left net, one of the right, or both together.
     *
     * @param left {@code null} if the right moves alone
     * @param right {@code null} if the left moves alone
     */
    public record Move(@Nullable Transition left, @Nullable Transition right, int cost) {
        /** Whether both sides move. */
        public boolean isSynchronous() {
            return left != null && right != null;
        }
    }

    /**
     * How well a case fits a procedure, from 0 to 1: 1 − cost / worst cost.
     *
     * @param worstCost what the case alone and the cheapest run of the procedure alone cost together; if it is 0, there
     *     is nothing to fit and the fitness is 1
     */
    public double fitness(int worstCost) {
        return worstCost == 0 ? 1 : 1 - (double) cost / worstCost;
    }
}
