package chancery.reading.particular;

import chancery.document.ArchivalReference;
import chancery.reading.text.Tokens;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * An archival reference in a text: an archive's initials, then its units.
 *
 * @param end the token behind it
 */
public record PrintedReference(ArchivalReference reference, int end) {
    private static final Map<String, String> UNITS = Map.ofEntries(
            Map.entry("f", "fond"),
            Map.entry("fond", "fond"),
            Map.entry("ф", "fond"),
            Map.entry("фонд", "fond"),
            Map.entry("op", "opis"),
            Map.entry("opis", "opis"),
            Map.entry("inventory", "opis"),
            Map.entry("оп", "opis"),
            Map.entry("опись", "opis"),
            Map.entry("p", "papka"),
            Map.entry("papka", "papka"),
            Map.entry("folder", "papka"),
            Map.entry("п", "papka"),
            Map.entry("пап", "papka"),
            Map.entry("папка", "papka"),
            Map.entry("por", "por"),
            Map.entry("пор", "por"),
            Map.entry("d", "delo"),
            Map.entry("delo", "delo"),
            Map.entry("file", "delo"),
            Map.entry("д", "delo"),
            Map.entry("дело", "delo"),
            Map.entry("l", "list"),
            Map.entry("ll", "list"),
            Map.entry("list", "list"),
            Map.entry("listy", "list"),
            Map.entry("л", "list"),
            Map.entry("лл", "list"),
            Map.entry("лист", "list"),
            Map.entry("листы", "list"));

    /** The reference that begins with a token. */
    public static Optional<PrintedReference> at(Tokens tokens, int from, int limit) {
        int at = from;
        List<String> archive = new ArrayList<>();
        while (at < limit && isInitialism(tokens.at(at)) && unit(tokens.at(at)) == null) {
            archive.add(tokens.at(at++));
        }
        Map<String, String> units = new LinkedHashMap<>();
        int end = at;
        while (!archive.isEmpty() && at < limit) {
            at = afterPunctuation(tokens, at, limit);
            if (at >= limit) {
                break;
            }
            String[] glued = tokens.at(at).split("\\.", 2);
            String unit = unit(glued[0]);
            if (unit == null) {
                break;
            }
            boolean apart = glued.length == 1 || glued[1].isEmpty();
            int value = apart ? afterPunctuation(tokens, at + 1, limit) : at;
            if (value >= limit) {
                break;
            }
            String text = apart ? tokens.at(value) : glued[1];
            if (text.chars().noneMatch(Character::isDigit)) {
                break;
            }
            units.put(unit, text);
            at = value + 1;
            end = at;
        }
        return units.size() < 2
                ? Optional.empty()
                : Optional.of(new PrintedReference(new ArchivalReference(String.join(" ", archive), units), end));
    }

    private static boolean isInitialism(String word) {
        return word.length() >= 2
                && word.chars().filter(Character::isUpperCase).count() >= 2
                && word.chars().allMatch(Character::isLetter);
    }

    private static @org.jspecify.annotations.Nullable String unit(String word) {
        return UNITS.get(word.toLowerCase(Locale.ROOT).replace(".", ""));
    }

    private static int afterPunctuation(Tokens tokens, int from, int limit) {
        int at = from;
        while (at < limit && (tokens.is(at, ",") || tokens.is(at, ".") || tokens.is(at, ":") || tokens.is(at, ";"))) {
            at++;
        }
        return at;
    }
}
