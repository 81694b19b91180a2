package chancery.reading.routing;

import chancery.casefile.YamlMap;
import chancery.office.Act;
import chancery.reading.text.Phrases;

/**
 * The words in which the text of a paper speaks of the paper itself.
 *
 * @param lines what a telegram's own line of routing says was done: {@code Sent A, repeated B}; {@code dispatch} names those
 *     whom the heading names, too
 * @param asked what it asks another to do: {@code Department please pass C}
 * @param within words of such a line that name nobody
 * @param enclosures what says that something is enclosed
 */
public record TextWords(Phrases<Act> lines, Phrases<String> asked, Phrases<String> within, Phrases<String> enclosures) {
    static TextWords read(YamlMap root) {
        Phrases<Act> lines = new Phrases<>();
        Phrases<String> asked = new Phrases<>();
        Phrases<String> within = new Phrases<>();
        root.map("lines").ifPresent(map -> {
            lines.add(map, "sent", Act.DISPATCH);
            lines.add(map, "repeated", Act.REPEAT);
            lines.add(map, "pouched", Act.POUCH);
            map.texts("asked", word -> added(asked, word));
            map.texts("within", word -> added(within, word));
            map.done();
        });
        Phrases<String> enclosures = new Phrases<>();
        root.texts("enclosures", word -> added(enclosures, word));
        return new TextWords(lines, asked, within, enclosures);
    }

    private static String added(Phrases<String> phrases, String word) {
        phrases.add(word, word);
        return word;
    }
}
