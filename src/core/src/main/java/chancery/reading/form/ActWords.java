package chancery.reading.form;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Words that name an act: a sentence that holds one and was not understood is unread.
 *
 * @param whole in lower case
 * @param beginnings of words, none of which begins with another
 */
record ActWords(Set<String> whole, TreeSet<String> beginnings) {
    /** Reads words; one that ends in {@code *} stands for all that begin so. */
    static ActWords of(List<String> words) {
        TreeSet<String> beginnings = new TreeSet<>();
        words.stream()
                .filter(word -> word.endsWith("*"))
                .map(word -> word.substring(0, word.length() - 1))
                .sorted()
                .filter(word -> beginnings.isEmpty() || !word.startsWith(beginnings.last()))
                .forEach(beginnings::add);
        return new ActWords(
                words.stream().filter(word -> !word.endsWith("*")).collect(Collectors.toUnmodifiableSet()), beginnings);
    }

    /** Whether a word, in lower case, names an act. */
    boolean has(String word) {
        String beginning = beginnings.floor(word);
        return whole.contains(word) || beginning != null && word.startsWith(beginning);
    }
}
