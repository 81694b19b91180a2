package chancery.reading.form;

import chancery.reading.text.Tokens;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A form of words, as {@code marks.yaml} writes it, compiled to a small automaton over {@link Tokens}.
 *
 * <pre>
 * in accordance with [the] instructions to (submit|present) {text}
 * вх. {number}
 * </pre>
 *
 * Words match whatever their case; a word written with a full stop matches with and without it. {@code (a|b c)} are
 * alternatives, {@code [x]} may be missing, {@code {name}} is a {@link Slot}. What stands behind {@code >} must follow,
 * and is no part of the match.
 *
 * <p>Nothing repeats but inside a slot, so the automaton has no circle; where it gets from a state and a token is worked
 * out once. A scan therefore takes at most states × tokens × {@value Slot#MAX_WORDS} steps, whatever the pattern.
 *
 * <p>Of several matches the longest is taken; of several ways to it the one that the pattern names first, slots being
 * filled in the order of preference that {@link Slot#ends} states.
 */
public final class FormPattern {
    /** Longest pattern, in characters. */
    static final int MAX_LENGTH = 1_000;

    /** Deepest nesting of brackets. */
    static final int MAX_NESTING = 8;

    /** How many tokens {@link #match} looks ahead. */
    static final int MAX_SPAN = 400;

    private static final String CUT = ">";
    private static final int UNKNOWN = 0;
    private static final int NONE = -1;

    /** One state: a word, a slot, a choice of ways, or the end where it is none of them. */
    private record State(
            @Nullable String word,
            @Nullable String name,
            @Nullable Slot slot,
            int[] next,
            boolean fullStop) {}

    private final String words;
    private final List<State> states;
    private final int start;
    private final Set<String> slots;
    private final @Nullable Set<String> firstWords;

    private FormPattern(String words, List<State> states, int start) {
        this.words = words;
        this.states = states;
        this.start = start;
        this.slots = states.stream()
                .filter(state -> state.slot() != null)
                .flatMap(state -> Optional.ofNullable(state.name()).stream())
                .collect(Collectors.toUnmodifiableSet());
        Set<String> first = new HashSet<>();
        this.firstWords = collectFirst(start, first) ? first : null;
    }

    /** Tokens {@code from} (inclusive) to {@code to} (exclusive). */
    public record Span(int from, int to) {}

    /**
     * Where a form of words was found.
     *
     * @param end the token behind it
     * @param slots what filled the slots, by name
     */
    record Match(int from, int end, Map<String, Span> slots) {
        Match {
            slots = Map.copyOf(slots);
        }
    }

    /**
     * Compiles a pattern.
     *
     * @throws IllegalArgumentException saying what is wrong with it and where
     */
    static FormPattern compile(String words) {
        if (words.length() > MAX_LENGTH) {
            throw new IllegalArgumentException("the pattern has " + words.length() + " characters; at most "
                    + MAX_LENGTH + " are read: write several patterns");
        }
        return new Reader(words).pattern();
    }

    /** The pattern as written. */
    String words() {
        return words;
    }

    /** The names of its slots. */
    Set<String> slots() {
        return slots;
    }

    /** The longest match that begins with a token. */
    Optional<Match> match(Tokens tokens, int from) {
        int limit = Math.min(tokens.size(), from + MAX_SPAN);
        return over(tokens, from, limit, end -> true).at(from);
    }

    /**
     * Looks for the pattern among the tokens {@code from} (inclusive) to {@code limit} (exclusive).
     *
     * @param accepted the ends at which a match counts
     */
    Scan over(Tokens tokens, int from, int limit, IntPredicate accepted) {
        return new Scan(tokens, from, limit, accepted);
    }

    /** Whether a match may begin with a token; a quick look that rules out most. */
    boolean mayBegin(Tokens tokens, int at) {
        if (firstWords == null) {
            return true;
        }
        String word = tokens.folded(at);
        return firstWords.contains(word)
                || word.endsWith(".") && firstWords.contains(word.substring(0, word.length() - 1));
    }

    private boolean collectFirst(int at, Set<String> first) {
        State state = states.get(at);
        if (state.word() != null) {
            first.add(state.word());
            return true;
        }
        return state.slot() == null
                && state.next().length > 0
                && Arrays.stream(state.next()).allMatch(next -> collectFirst(next, first));
    }

    /** The search for one pattern in one stretch of text; what it finds out at one token serves at the next. */
    final class Scan {
        private final Tokens tokens;
        private final int base;
        private final int limit;
        private final IntPredicate accepted;
        private final Map<Integer, int[]> known = new HashMap<>();
        private long steps;

        private Scan(Tokens tokens, int base, int limit, IntPredicate accepted) {
            this.tokens = tokens;
            this.base = base;
            this.limit = limit;
            this.accepted = accepted;
        }

        /** The longest match that begins with a token. */
        Optional<Match> at(int from) {
            if (from >= limit || !mayBegin(tokens, from)) {
                return Optional.empty();
            }
            int end = reach(start, from);
            if (end <= from) {
                return Optional.empty();
            }
            Map<String, Span> filled = filled(from, end);
            Span cut = filled.remove(CUT);
            return Optional.of(new Match(from, cut == null ? end : cut.to(), filled));
        }

        /** The first match that begins with a token or behind it. */
        Optional<Match> next(int from) {
            for (int at = from; at < limit; at++) {
                Optional<Match> found = at(at);
                if (found.isPresent()) {
                    return found;
                }
            }
            return Optional.empty();
        }

        /** How many steps the search took so far. */
        long steps() {
            return steps;
        }

        /** The farthest accepted end from a state at a token. */
        private int reach(int state, int token) {
            int[] row = known.computeIfAbsent(state, first -> new int[limit - base + 1]);
            int cell = token - base;
            if (row[cell] == UNKNOWN) {
                int best = NONE;
                for (long way : ways(state, token)) {
                    steps++;
                    best = Math.max(best, way == END ? end(token) : reach((int) (way >>> 32), (int) way));
                }
                row[cell] = best == NONE ? NONE : best + 1;
            }
            return row[cell] == NONE ? NONE : row[cell] - 1;
        }

        private int end(int token) {
            return accepted.test(token) ? token : NONE;
        }

        /** Where one can go from a state at a token: pairs of state and token, the preferred first. */
        private long[] ways(int at, int token) {
            State state = states.get(at);
            if (state.word() != null) {
                String found = token >= limit ? "" : tokens.folded(token);
                boolean initial = state.fullStop() && found.equals(state.word() + ".");
                if (!initial && !found.equals(state.word())) {
                    return new long[0];
                }
                boolean stop = state.fullStop() && token + 1 < limit && tokens.is(token + 1, ".");
                return new long[] {pair(state.next()[0], stop ? token + 2 : token + 1)};
            }
            if (state.slot() != null) {
                int[] ends = state.slot().ends(tokens, token, limit);
                return Arrays.stream(ends)
                        .mapToLong(end -> pair(state.next()[0], end))
                        .toArray();
            }
            if (state.next().length == 0) {
                return new long[] {END};
            }
            return Arrays.stream(state.next())
                    .mapToLong(next -> pair(next, token))
                    .toArray();
        }

        /** Walks the preferred way to an end once more, and notes what filled the slots. */
        private Map<String, Span> filled(int from, int end) {
            Map<String, Span> filled = new LinkedHashMap<>();
            int state = start;
            int token = from;
            while (true) {
                long taken = END;
                for (long way : ways(state, token)) {
                    if (way == END || reach((int) (way >>> 32), (int) way) == end) {
                        taken = way;
                        break;
                    }
                }
                if (taken == END) {
                    return filled;
                }
                String name = states.get(state).name();
                if (name != null) {
                    filled.putIfAbsent(name, new Span(token, (int) taken));
                }
                state = (int) (taken >>> 32);
                token = (int) taken;
            }
        }
    }

    private static final long END = -1;

    private static long pair(int state, int token) {
        return (long) state << 32 | token;
    }

    /** Reads the notation from its end to its beginning, so that each state knows where it leads. */
    private static final class Reader {
        private final String words;
        private final List<State> states = new ArrayList<>();
        private int at;

        Reader(String words) {
            this.words = words;
        }

        /** A piece of the pattern: what leads from it to the state behind it. */
        private interface Piece {
            int before(int next);
        }

        FormPattern pattern() {
            Piece whole = alternatives(0, ' ');
            if (at < words.length()) {
                throw wrong("\"" + words.charAt(at) + "\" closes nothing", at);
            }
            int start = whole.before(add(null, null, null, false));
            return new FormPattern(words, List.copyOf(states), start);
        }

        private Piece alternatives(int depth, char close) {
            int opened = at;
            if (depth > MAX_NESTING) {
                throw wrong("brackets stand more than " + MAX_NESTING + " deep", at);
            }
            List<Piece> ways = new ArrayList<>();
            ways.add(sequence(depth, close));
            while (at < words.length() && words.charAt(at) == '|') {
                if (depth == 0) {
                    throw wrong("\"|\" stands outside of brackets", at);
                }
                at++;
                ways.add(sequence(depth, close));
            }
            if (depth > 0) {
                if (at >= words.length()) {
                    throw wrong("the bracket is never closed", opened - 1);
                }
                if (words.charAt(at) != close) {
                    throw wrong("\"" + words.charAt(at) + "\" stands where \"" + close + "\" is expected", at);
                }
                at++;
            }
            if (ways.size() == 1 && close != ']') {
                return ways.get(0);
            }
            return next -> {
                List<Integer> begins = new ArrayList<>(
                        ways.stream().map(way -> way.before(next)).toList());
                if (close == ']') {
                    begins.add(next);
                }
                return add(
                        null,
                        null,
                        null,
                        false,
                        begins.stream().mapToInt(Integer::intValue).toArray());
            };
        }

        private Piece sequence(int depth, char close) {
            int opened = at;
            List<Piece> pieces = new ArrayList<>();
            while (at < words.length() && "|)]".indexOf(words.charAt(at)) < 0) {
                char c = words.charAt(at);
                switch (c) {
                    case ' ' -> at++;
                    case '(' -> {
                        at++;
                        pieces.add(alternatives(depth + 1, ')'));
                    }
                    case '[' -> {
                        at++;
                        pieces.add(alternatives(depth + 1, ']'));
                    }
                    case '>' -> {
                        at++;
                        pieces.add(next -> add(null, CUT, null, false, next));
                    }
                    case '{' -> pieces.add(slot());
                    case '}' -> throw wrong("\"}\" closes nothing", at);
                    default -> pieces.add(literal());
                }
            }
            if (pieces.isEmpty()) {
                throw wrong("no words stand here", opened);
            }
            return next -> {
                int before = next;
                for (int i = pieces.size() - 1; i >= 0; i--) {
                    before = pieces.get(i).before(before);
                }
                return before;
            };
        }

        private Piece slot() {
            int close = words.indexOf('}', at);
            if (close < 0) {
                throw wrong("the slot is never closed", at);
            }
            String name = words.substring(at + 1, close);
            Slot slot = Slot.named(name)
                    .orElseThrow(() -> wrong(
                            "there is no slot \"" + name + "\"; expected one of: " + String.join(", ", Slot.names()),
                            at));
            at = close + 1;
            return next -> add(null, name, slot, false, next);
        }

        private Piece literal() {
            int from = at;
            while (at < words.length() && " ()[]{}|>".indexOf(words.charAt(at)) < 0) {
                at++;
            }
            String written = words.substring(from, at);
            // an abbreviation with stops within, such as z.d.A., is one token with its last stop
            boolean abbreviated =
                    written.length() > 1 && written.endsWith(".") && written.indexOf('.') == written.length() - 1;
            Tokens tokens = Tokens.of(abbreviated ? written.substring(0, written.length() - 1) : written);
            return next -> {
                int before = next;
                for (int i = tokens.size() - 1; i >= 0; i--) {
                    before = add(tokens.folded(i), null, null, abbreviated && i == tokens.size() - 1, before);
                }
                return before;
            };
        }

        private int add(
                @Nullable String word, @Nullable String name, @Nullable Slot slot, boolean fullStop, int... next) {
            states.add(new State(word, name, slot, next, fullStop));
            return states.size() - 1;
        }

        private IllegalArgumentException wrong(String what, int where) {
            return new IllegalArgumentException("pattern \"" + words + "\", character " + (where + 1) + ": " + what);
        }
    }
}
