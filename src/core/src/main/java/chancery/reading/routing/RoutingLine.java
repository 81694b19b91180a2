package chancery.reading.routing;

import chancery.office.Act;
import chancery.reading.text.Phrases.Hit;
import chancery.reading.text.Tokens;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The line in which a telegram says where it went: {@code Sent Zenda 12, repeated Strelsau as 4; Department please pass
 * Hentzau}. A sentence with any other word is none.
 *
 * @param repeated to whom it was repeated
 * @param pouched to whom it was pouched
 * @param asked who is asked to pass it on; {@code null} if nobody is, empty if nobody is named
 */
public record RoutingLine(
        List<String> repeated,
        List<String> pouched,
        @Nullable String asked) {
    /** How many words may stand before what is asked. */
    private static final int ASKING = 6;

    public RoutingLine {
        repeated = List.copyOf(repeated);
        pouched = List.copyOf(pouched);
    }

    /** Reads a sentence. */
    public static Optional<RoutingLine> read(TextWords words, Tokens tokens, int from, int to) {
        return new Reader(words, tokens, to).line(tokens.is(from, "(") || tokens.is(from, "[") ? from + 1 : from);
    }

    private static final class Reader {
        private final TextWords words;
        private final Tokens tokens;
        private final int to;
        private final List<String> repeated = new ArrayList<>();
        private final List<String> pouched = new ArrayList<>();
        private @Nullable String asked;

        Reader(TextWords words, Tokens tokens, int to) {
            this.words = words;
            this.tokens = tokens;
            this.to = to;
        }

        Optional<RoutingLine> line(int from) {
            if (asks(from)) {
                return Optional.of(new RoutingLine(repeated, pouched, asked));
            }
            Hit<Act> verb = words.lines().at(tokens, from, to);
            if (verb == null) {
                return Optional.empty();
            }
            int at = from;
            Act act = verb.value();
            while (at < to) {
                verb = words.lines().at(tokens, at, to);
                if (verb != null) {
                    act = verb.value();
                    at = verb.end();
                } else if (at > from && (tokens.is(at, "[") || asks(at))) {
                    break;
                } else if (AgentNames.isCapital(tokens, at) && words.within().at(tokens, at, to) == null) {
                    at = name(at, act);
                } else if (passedOver(at) > at) {
                    at = passedOver(at);
                } else {
                    return Optional.empty();
                }
            }
            return Optional.of(new RoutingLine(repeated, pouched, asked));
        }

        /** A name, with all its capital words; behind "for" it says only to whose attention. */
        private int name(int from, Act act) {
            int end = from;
            while (end < to
                    && AgentNames.isCapital(tokens, end)
                    && words.within().at(tokens, end, to) == null
                    && words.lines().at(tokens, end, to) == null
                    && (end == from || words.asked().at(tokens, end, to) == null)) {
                end++;
            }
            List<String> of = act == Act.REPEAT ? repeated : act == Act.POUCH ? pouched : new ArrayList<>();
            String name = tokens.between(from, end);
            if (!tokens.is(from - 1, "for")) {
                of.add(name);
            } else if (!of.isEmpty()) {
                of.set(of.size() - 1, of.get(of.size() - 1) + " (" + name + ")");
            }
            return end;
        }

        private int passedOver(int at) {
            Hit<String> word = words.within().at(tokens, at, to);
            if (word != null) {
                return word.end();
            }
            boolean sign = !Character.isLetter(tokens.at(at).charAt(0));
            return sign ? at + 1 : at;
        }

        /** {@code Department please pass}, {@code Dept may wish repeat}, {@code Please pass}, {@code Pass}. */
        private boolean asks(int from) {
            for (int at = from; at < Math.min(to, from + ASKING); at++) {
                if (words.asked().at(tokens, at, to) != null) {
                    boolean named = at > from && !tokens.is(from, "please");
                    asked = named ? tokens.at(from) : "";
                    return at == from
                            ? AgentNames.isCapital(tokens, at) && AgentNames.isCapital(tokens, at + 1)
                            : AgentNames.isCapital(tokens, from);
                }
                boolean leads = at == from
                        || tokens.is(at, "please")
                        || tokens.is(at, "may")
                        || tokens.is(at, "wish")
                        || tokens.is(at, "to")
                        || tokens.is(at, "also");
                if (!leads) {
                    break;
                }
            }
            asked = null;
            return false;
        }
    }
}
