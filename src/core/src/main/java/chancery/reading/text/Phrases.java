package chancery.reading.text;

import chancery.casefile.YamlMap;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Fixed runs of words, and what each stands for. Of several that begin at a token the longest counts. */
public final class Phrases<T> {
    private final Map<String, List<Phrase<T>>> byFirstWord = new HashMap<>();

    private record Phrase<T>(List<String> words, T value) {}

    /**
     * A phrase found.
     *
     * @param end the token behind it
     */
    public record Hit<T>(T value, int end) {}

    /** Adds a phrase; its case does not matter. */
    public void add(String phrase, T value) {
        add(words(phrase), value);
    }

    /**
     * Adds the phrases that stand under a key of a file.
     *
     * @throws chancery.casefile.InvalidInput at the line of one without a word
     */
    public void add(YamlMap map, String key, T value) {
        map.texts(key, Phrases::words).forEach(words -> add(words, value));
    }

    private static List<String> words(String phrase) {
        Tokens tokens = Tokens.of(phrase);
        if (tokens.size() == 0) {
            throw new IllegalArgumentException("a phrase needs a word");
        }
        return IntStream.range(0, tokens.size()).mapToObj(tokens::folded).toList();
    }

    private void add(List<String> words, T value) {
        List<Phrase<T>> same = byFirstWord.computeIfAbsent(words.get(0), first -> new ArrayList<>());
        same.add(new Phrase<>(words, value));
        same.sort((a, b) -> Integer.compare(b.words().size(), a.words().size()));
    }

    /** The longest phrase that begins at a token; {@code null} if none does. */
    @Nullable
    public Hit<T> at(Tokens tokens, int at, int to) {
        if (at >= to) {
            return null;
        }
        List<Phrase<T>> candidates = byFirstWord.get(tokens.folded(at));
        if (candidates == null) {
            return null;
        }
        for (Phrase<T> phrase : candidates) {
            if (matches(phrase.words(), tokens, at, to)) {
                return new Hit<>(phrase.value(), at + phrase.words().size());
            }
        }
        return null;
    }

    /** The first phrase anywhere between two tokens; {@code null} if there is none. */
    @Nullable
    public Hit<T> within(Tokens tokens, int from, int to) {
        for (int at = from; at < to; at++) {
            Hit<T> hit = at(tokens, at, to);
            if (hit != null) {
                return hit;
            }
        }
        return null;
    }

    private static boolean matches(List<String> words, Tokens tokens, int at, int to) {
        if (at + words.size() > to) {
            return false;
        }
        for (int word = 1; word < words.size(); word++) {
            if (!tokens.folded(at + word).equals(words.get(word))) {
                return false;
            }
        }
        return true;
    }
}
