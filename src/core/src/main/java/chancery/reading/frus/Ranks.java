package chancery.reading.frus;

import chancery.reading.routing.AgentNames;
import chancery.reading.routing.RoutingWords;
import chancery.reading.text.Phrases.Hit;
import chancery.reading.text.Tokens;

/** Who stands above whom: what goes up is submitted, what goes down or abroad is sent. */
final class Ranks {
    private final RoutingWords words;

    Ranks(RoutingWords words) {
        this.words = words;
    }

    /** Whether one stands above another; who has no rank that is known stands below all that have. */
    boolean isAbove(String one, String other) {
        return of(Tokens.of(one)) < of(Tokens.of(other));
    }

    /** Whether an agent is of another government. */
    boolean isAbroad(String name) {
        Tokens agent = Tokens.of(name);
        return words.abroad().within(agent, 0, agent.size()) != null
                && words.atHome().at(agent, 0, agent.size()) == null;
    }

    private int of(Tokens agent) {
        Hit<Integer> rank = words.ranks().at(agent, 0, agent.size());
        return rank == null || isOwner(agent, rank.end()) ? Integer.MAX_VALUE : rank.value();
    }

    /** {@code Secretary of Defense’s Special Assistant}: the rank is his whose assistant it is. */
    private static boolean isOwner(Tokens agent, int behind) {
        for (int at = 0; at < Math.min(behind + 2, agent.size()); at++) {
            if (AgentNames.isPossessive(agent, at)) {
                return true;
            }
        }
        return false;
    }
}
