package chancery.procedure.explanation;

import chancery.procedure.explanation.ExplanationSearch.Candidate;
import java.util.List;

/** Which marks may be explained after which others, and which together; sets of marks are bits of a {@code long}. */
final class MarkOrder {
    private final List<Candidate> marks;
    private final long[] preceding;

    MarkOrder(List<Candidate> marks) {
        this.marks = marks;
        this.preceding = preceding();
    }

    static boolean has(long set, int index) {
        return (set >> index & 1) == 1;
    }

    /** The marks that must come before one if both are explained. */
    long preceding(int mark) {
        return preceding[mark];
    }

    /** Whether the mark's days, and those marks that must follow it, leave room for it after those explained. */
    boolean isInTime(int mark, long explained) {
        for (int i = 0; i < marks.size(); i++) {
            if (has(explained, i)
                    && (marks.get(i).earliest() > marks.get(mark).latest()
                            || has(marks.get(i).follows(), mark))) {
                return false;
            }
        }
        return true;
    }

    /** Whether marks can stand on one and the same step. */
    boolean isConsistent(long assigned, boolean bag) {
        for (int i = 0; i < marks.size(); i++) {
            if (!has(assigned, i)) {
                continue;
            }
            for (int j = i + 1; j < marks.size(); j++) {
                if (has(assigned, j) && !marks.get(i).agreesWith(marks.get(j), bag)) {
                    return false;
                }
            }
        }
        return true;
    }

    /** Whether a mark agrees with all that fit the same step, and may come before all that are not explained yet. */
    boolean isHarmless(int mark, List<Integer> fitting, long explained, boolean bag) {
        Candidate candidate = marks.get(mark);
        for (int other : fitting) {
            if (other != mark && !candidate.agreesWith(marks.get(other), bag)) {
                return false;
            }
        }
        for (int other = 0; other < marks.size(); other++) {
            if (other != mark
                    && !has(explained, other)
                    && (candidate.earliest() > marks.get(other).latest() || has(candidate.follows(), other))) {
                return false;
            }
        }
        return true;
    }

    /** For each mark, those that must come before it if both are explained. */
    private long[] preceding() {
        long[] before = new long[marks.size()];
        for (int i = 0; i < before.length && i < ExplanationSearch.MAX_MARKS; i++) {
            before[i] = marks.get(i).follows();
            for (int j = 0; j < marks.size(); j++) {
                if (marks.get(j).latest() < marks.get(i).earliest()) {
                    before[i] |= 1L << j;
                }
            }
        }
        return before;
    }
}
