package chancery.reading.routing;

import chancery.reading.routing.AgentNames.Found;
import chancery.reading.text.Tokens;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Whose words a telegram carries, as its first sentences say: {@code For Fox from Gray.} */
public final class TelegramAuthor {
    /** A sentence that says no more than that is short. */
    private static final int SHORT = 14;

    private static final Pattern POST = Pattern.compile("\\p{Lu}{2}\\p{L}*");

    private TelegramAuthor() {}

    /** Those whom a sentence names as the authors, if that is all it says. */
    public static Optional<List<String>> of(RoutingWords words, Tokens tokens, int from, int to) {
        boolean ends = tokens.is(to - 1, ".") || tokens.is(to - 1, ":");
        boolean begins = tokens.is(from, "from") || tokens.is(from, "for") || tokens.is(from, "personal");
        if (!ends || !begins || to - from > SHORT) {
            return Optional.empty();
        }
        for (int at = from; at < to - 1; at++) {
            if (tokens.is(at, "from")) {
                Found found = new AgentNames(words).list(tokens, at + 1, to - 1);
                return found != null
                                && found.end() == to - 1
                                && found.names().stream().allMatch(name -> isPerson(words, name))
                        ? Optional.of(found.names())
                        : Optional.empty();
            }
        }
        return Optional.empty();
    }

    /** {@code From Ambassador}, {@code From USDel}: the post that sends it says only that it does. */
    private static boolean isPerson(RoutingWords words, String name) {
        Tokens tokens = Tokens.of(name);
        boolean office = tokens.size() == 1 && words.offices().contains(tokens.folded(0));
        return !office && !POST.matcher(name).find();
    }
}
