package chancery.reading.form;

import chancery.document.Copies;
import chancery.office.Words;
import chancery.reading.form.FormOfWords.Example;
import chancery.reading.text.Tokens;
import chancery.reading.zone.Regions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads the example of a form of words, with all forms of its file, and says in which way it fails. */
final class TryExample {
    private TryExample() {}

    /** What is wrong with an example; empty if it gives what it says. */
    static Optional<String> failure(MarksFile marks, FormOfWords form, Example example) {
        Tokens tokens = Tokens.of(example.text());
        List<FoundForm> all = marks.isOfLanguage()
                ? ReadZones.of(tokens, Vocabulary.of(marks), Regions.NONE).forms()
                : FindForms.in(tokens, marks).forms();
        List<FoundForm> found = all.stream()
                .filter(other -> other.form().id().equals(form.id()))
                .toList();
        if (example.gives().isEmpty()) {
            return found.isEmpty()
                    ? Optional.empty()
                    : Optional.of(
                            "is to give nothing, but gives \"" + found.get(0).reading() + "\"");
        }
        if (found.isEmpty()) {
            return Optional.of("is not read by it");
        }
        List<Map<String, String>> given =
                found.stream().map(one -> values(one, example.gives().keySet())).toList();
        return given.contains(example.gives())
                ? Optional.empty()
                : Optional.of("gives " + given.get(0) + " instead of " + new TreeMap<>(example.gives()));
    }

    private static Map<String, String> values(FoundForm found, Iterable<String> keys) {
        Map<String, String> values = new TreeMap<>();
        keys.forEach(key -> values.put(key, value(found, key)));
        return values;
    }

    private static String value(FoundForm found, String key) {
        return switch (key) {
            case "reading" -> found.reading();
            case "number" -> found.number().orElse("");
            case "date" -> found.date().or(found::time).orElse("");
            case "agents" -> found.agents().collect(Collectors.joining(", "));
            case "to" -> String.join(", ", found.names("to"));
            case "copy" -> found.copy().map(String::valueOf).orElse("");
            case "copies" -> found.copies().map(String::valueOf).orElse("");
            case "list" -> found.list().stream().map(TryExample::told).collect(Collectors.joining(", "));
            case "archive" ->
                found.reference().map(reference -> reference.cited()).orElse("");
            case "opens" ->
                Optional.ofNullable(found.form().opens())
                        .map(document -> document.form().word())
                        .orElse("");
            case "layer" ->
                Optional.ofNullable(found.form().layer()).map(Words::key).orElse("headed");
            default -> throw new IllegalArgumentException(key);
        };
    }

    private static String told(Copies.Recipient recipient) {
        return recipient.copies() == 1 ? recipient.to() : recipient.to() + " (" + recipient.copies() + ")";
    }
}
