package chancery.casefile;

import java.util.List;
import java.util.Optional;

/** What was expected instead of a word, with the nearest of the known ones when it looks like a slip. */
public final class Suggestion {
    private Suggestion() {}

    /** Such as {@code did you mean "register"?} or {@code expected one of: sign, register}. */
    public static String expected(String found, List<String> known) {
        return nearest(found, known)
                .map(near -> "did you mean \"" + near + "\"? Known here: " + String.join(", ", known))
                .orElse("expected one of: " + String.join(", ", known));
    }

    private static Optional<String> nearest(String found, List<String> known) {
        String best = null;
        int least = Math.max(1, found.length() / 3) + 1;
        for (String word : known) {
            int distance = distance(found, word);
            if (distance < least) {
                least = distance;
                best = word;
            }
        }
        return Optional.ofNullable(best);
    }

    /** Levenshtein's distance, letters compared without case. */
    private static int distance(String a, String b) {
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                boolean same = Character.toLowerCase(a.charAt(i - 1)) == Character.toLowerCase(b.charAt(j - 1));
                int replace = diagonal + (same ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.min(replace, 1 + Math.min(row[j], row[j - 1]));
            }
        }
        return row[b.length()];
    }
}
