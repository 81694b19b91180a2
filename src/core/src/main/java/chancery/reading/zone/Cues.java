package chancery.reading.zone;

import chancery.reading.text.Tokens;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Words by which a zone is told. A word that ends in {@code *} stands for all that begin so; full stops and case do not
 * matter, so {@code Зам.} is {@code зам}. Of several phrases at a token the longest counts.
 */
final class Cues {
    private static final int STEM = 3;

    private final Map<String, List<List<String>>> byBeginning = new HashMap<>();

    /** Adds a phrase; one without a word is refused. */
    void add(String phrase) {
        Tokens tokens = Tokens.of(phrase);
        List<String> words = new ArrayList<>();
        for (int at = 0; at < tokens.size(); at++) {
            if (tokens.is(at, "*") && !words.isEmpty()) {
                words.set(words.size() - 1, words.get(words.size() - 1) + "*");
            } else if (!plain(tokens, at).isEmpty()) {
                words.add(plain(tokens, at));
            }
        }
        if (words.isEmpty()) {
            throw new IllegalArgumentException("\"" + phrase + "\" holds no word");
        }
        byBeginning
                .computeIfAbsent(beginning(words.get(0)), first -> new ArrayList<>())
                .add(List.copyOf(words));
    }

    void addAll(Cues others) {
        others.byBeginning.forEach((beginning, phrases) -> byBeginning
                .computeIfAbsent(beginning, first -> new ArrayList<>())
                .addAll(phrases));
    }

    /** The token behind the longest phrase that begins with a token; the same token if none does. */
    int at(Tokens tokens, int from, int to) {
        if (from >= to) {
            return from;
        }
        String word = plain(tokens, from);
        int longest = from;
        for (int letters = 1; letters <= Math.min(STEM, word.length()); letters++) {
            for (List<String> phrase : byBeginning.getOrDefault(word.substring(0, letters), List.of())) {
                longest = Math.max(longest, matched(phrase, tokens, from, to));
            }
        }
        return longest;
    }

    /** Whether a phrase begins with one of the tokens. */
    boolean within(Tokens tokens, int from, int to) {
        for (int at = from; at < to; at++) {
            if (at(tokens, at, to) > at) {
                return true;
            }
        }
        return false;
    }

    private static int matched(List<String> phrase, Tokens tokens, int from, int to) {
        int at = from;
        for (int word = 0; word < phrase.size(); word++) {
            while (word > 0 && at < to && tokens.is(at, ".")) {
                at++;
            }
            if (at >= to || !same(phrase.get(word), plain(tokens, at))) {
                return from;
            }
            at++;
        }
        return at < to && tokens.is(at, ".") && tokens.at(at - 1).length() <= 5 ? at + 1 : at;
    }

    private static boolean same(String wanted, String word) {
        return wanted.endsWith("*") ? word.startsWith(wanted.substring(0, wanted.length() - 1)) : word.equals(wanted);
    }

    private static String beginning(String word) {
        String plain = word.replace("*", "");
        return plain.substring(0, Math.min(STEM, plain.length()));
    }

    private static String plain(Tokens tokens, int at) {
        return tokens.folded(at).replace(".", "");
    }
}
