package chancery.engine.task;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The result of a poll by circulation. The rule is assumed, no source tells it: at least as many against as for rejects
 * the draft, and so does it if nobody is for it; otherwise a remark by anybody sends it back to be amended; otherwise
 * it is adopted. Whoever is on leave does not count.
 */
public final class Poll {
    /** The variable that holds the votes so far, and the one that asks a member for one. */
    public static final String VOTES = "votes";

    public static final String VOTE = "vote";
    /** The variable that gateways ask for the result. */
    public static final String RESULT = "pollResult";

    private Poll() {}

    public static List<String> with(@Nullable Object votes, String vote) {
        List<String> all = new ArrayList<>();
        if (votes != null) {
            all.addAll(Arrays.asList(votes.toString().split(" ", -1)));
        }
        all.add(vote);
        return all;
    }

    public static String result(List<String> votes) {
        long against = votes.stream().filter("against"::equals).count();
        long remarks = votes.stream().filter("remarks"::equals).count();
        long in = votes.stream().filter("for"::equals).count() + remarks;
        if (in == 0 || against >= in) {
            return "rejected";
        }
        return remarks > 0 ? "amended" : "adopted";
    }
}
