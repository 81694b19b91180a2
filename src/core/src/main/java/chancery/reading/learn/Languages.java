package chancery.reading.learn;

import chancery.reading.form.MarksFile;
import chancery.reading.text.Tokens;
import chancery.reading.zone.ZoneWords;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** The languages of which there are words, told by their little words. */
public final class Languages {
    private final Map<String, ZoneWords> byName;

    /** The languages of some files of words. */
    public Languages(List<MarksFile> files) {
        this.byName = files.stream()
                .filter(MarksFile::isOfLanguage)
                .collect(Collectors.groupingBy(
                        file -> Objects.requireNonNull(file.language()),
                        TreeMap::new,
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                of -> ZoneWords.together(
                                        of.stream().map(MarksFile::cues).toList()))));
    }

    /** The language of a text: of whose little words most stand in it, of equals the first by name; none if none do. */
    public Optional<String> of(String text) {
        Tokens tokens = Tokens.of(text);
        return byName.entrySet().stream()
                .filter(language -> language.getValue().told(tokens) > 0)
                .reduce((best, next) ->
                        next.getValue().told(tokens) > best.getValue().told(tokens) ? next : best)
                .map(Map.Entry::getKey);
    }
}
