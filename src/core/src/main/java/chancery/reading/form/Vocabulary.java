package chancery.reading.form;

import chancery.reading.form.FormOfWords.Zone;
import chancery.reading.text.Tokens;
import chancery.reading.zone.ZoneWords;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The words of one language in all states that write it; none of them tells of which procedure a paper is. */
public final class Vocabulary {
    private final List<MarksFile> files;
    private final ZoneWords cues;

    private Vocabulary(List<MarksFile> files) {
        this.files = List.copyOf(files);
        this.cues = ZoneWords.together(files.stream().map(MarksFile::cues).toList());
    }

    /** The words of the language of a text: that of whose little words most stand in it; of equals the first by name. */
    public static Vocabulary of(Tokens text, List<MarksFile> files) {
        Map<String, List<MarksFile>> byLanguage = files.stream()
                .filter(MarksFile::isOfLanguage)
                .collect(Collectors.groupingBy(
                        file -> String.valueOf(file.language()), TreeMap::new, Collectors.toList()));
        return byLanguage.values().stream()
                .map(Vocabulary::new)
                .reduce((best, next) -> next.cues.told(text) > best.cues.told(text) ? next : best)
                .orElseGet(() -> new Vocabulary(List.of()));
    }

    /** The words of one file. */
    static Vocabulary of(MarksFile file) {
        return new Vocabulary(List.of(file));
    }

    ZoneWords cues() {
        return cues;
    }

    List<FormOfWords> in(Zone zone) {
        return files.stream().flatMap(file -> file.in(zone).stream()).toList();
    }

    /** Whether a word, in lower case, names an act. */
    boolean namesAct(String word) {
        return files.stream().anyMatch(file -> file.actWords().has(word));
    }

    /** Of two forms the one that stands first. */
    Comparator<FormOfWords> order() {
        List<FormOfWords> all =
                files.stream().flatMap(file -> file.forms().stream()).toList();
        return Comparator.comparing(all::indexOf);
    }
}
