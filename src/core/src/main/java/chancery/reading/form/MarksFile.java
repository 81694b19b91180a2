package chancery.reading.form;

import chancery.casefile.InvalidInput;
import chancery.casefile.Suggestion;
import chancery.casefile.YamlFile;
import chancery.casefile.YamlMap;
import chancery.document.Certainty;
import chancery.document.Form;
import chancery.document.Layer;
import chancery.document.MarkKind;
import chancery.document.ReadingId;
import chancery.document.Transmission;
import chancery.office.Act;
import chancery.office.Direction;
import chancery.office.OfficeId;
import chancery.office.Words;
import chancery.reading.form.FormOfWords.Example;
import chancery.reading.form.FormOfWords.NamedDocument;
import chancery.reading.form.FormOfWords.Sense;
import chancery.reading.form.FormOfWords.Zone;
import chancery.reading.routing.RoutingWords;
import chancery.reading.text.Tokens;
import chancery.reading.zone.ZoneWords;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * How the marks of a procedure's papers are worded: {@code processes/<procedure>/marks.yaml}. Papers that are transcribed
 * are read by forms of words, whose keys {@link FormOfWords} explains.
 *
 * <p>A file of {@code processes/words} has {@code words}, its name, in the place of {@code procedure}; it names no
 * procedure. That of a language and state has {@code cues} by which zones are told; that of an edition has verbs and
 * other words that a grammar puts together, whose keys {@link RoutingWords} explains.
 *
 * @param procedure the id of the procedure, or the name of the words
 * @param language the language of the file, where it is one of a language and state; else {@code null}
 * @param stampWords words that announce a stamp within a bracket, such as {@code Stamp}
 * @param handWords words that announce handwriting within a bracket
 * @param routing the words of an edition's source notes
 * @param actWords words that name an act; one that ends in {@code *} stands for all that begin so
 */
public record MarksFile(
        String name,
        String procedure,
        Set<String> stampWords,
        Set<String> handWords,
        ActWords actWords,
        List<FormOfWords> forms,
        Optional<RoutingWords> routing,
        @Nullable String language,
        ZoneWords cues) {
    private static final ReadingId ONLY = new ReadingId("only");
    private static final List<String> GIVES =
            List.of("reading", "number", "date", "agents", "to", "copy", "copies", "list", "archive", "opens", "layer");

    public MarksFile {
        stampWords = Set.copyOf(stampWords);
        handWords = Set.copyOf(handWords);
        forms = List.copyOf(forms);
    }

    /**
     * Reads the file and tries its examples.
     *
     * @throws InvalidInput at the first thing that is wrong: a key, a pattern, an example that gives something else
     */
    public static MarksFile read(Path path) {
        return read(YamlFile.read(path));
    }

    /** The same of a file that is in memory. */
    public static MarksFile read(YamlFile file) {
        MarksFile marks = parse(file);
        for (FormOfWords form : marks.forms) {
            for (Example example : form.examples()) {
                TryExample.failure(marks, form, example).ifPresent(failure -> {
                    throw InvalidInput.at(
                            marks.name,
                            example.line(),
                            "the example of \"" + form.id() + "\" " + failure,
                            "correct the words of the form or the example");
                });
            }
        }
        marks.routing.ifPresent(words -> words.tryExamples(marks.name));
        return marks;
    }

    /**
     * Reads several files, as many at once as there are processors, in their order.
     *
     * @throws InvalidInput of the first that is wrong, in that order
     */
    public static List<MarksFile> readAll(List<Path> paths) {
        return paths.parallelStream().map(MarksFile::attempt).toList().stream()
                .map(Supplier::get)
                .toList();
    }

    private static Supplier<MarksFile> attempt(Path path) {
        try {
            MarksFile marks = read(path);
            return () -> marks;
        } catch (InvalidInput wrong) {
            return () -> {
                throw wrong;
            };
        }
    }

    /** Whether it words the papers of a language and state, not those of a procedure. */
    public boolean isOfLanguage() {
        return language != null;
    }

    /** Whether plain transcriptions are read by it. */
    public boolean isForTranscriptions() {
        return !forms.isEmpty();
    }

    /** The forms of a zone, in order of the file. */
    List<FormOfWords> in(Zone zone) {
        return forms.stream().filter(form -> form.zone() == zone).toList();
    }

    /** Reads the file without trying its examples. */
    public static MarksFile parse(Path path) {
        return parse(YamlFile.read(path));
    }

    private static MarksFile parse(YamlFile file) {
        YamlMap root = file.root();
        Optional<YamlMap> brackets = root.map("brackets");
        if (root.has("forms") && brackets.isEmpty() && !root.has("language")) {
            throw root.invalid(
                    root.line(), "\"brackets\" is missing", "say which words announce a stamp and handwriting");
        }
        Set<String> seen = new HashSet<>();
        ZoneWords cues = new ZoneWords();
        root.map("cues").ifPresent(cues::read);
        Optional<String> language = root.optional("language");
        MarksFile marks = new MarksFile(
                file.name(),
                root.text(root.has("words") ? "words" : "procedure"),
                brackets.map(words -> folded(words, "stamp")).orElse(Set.of()),
                brackets.map(words -> folded(words, "hand")).orElse(Set.of()),
                ActWords.of(root.texts("acts")),
                root.list("forms", map -> form(map, seen)),
                root.has("verbs") ? Optional.of(RoutingWords.read(root)) : Optional.empty(),
                language.orElse(null),
                cues);
        brackets.ifPresent(YamlMap::done);
        root.done();
        if (marks.forms.isEmpty() && marks.routing.isEmpty()) {
            throw root.invalid(
                    root.line("forms"), "the file has neither forms nor verbs", "list at least one under \"forms\"");
        }
        return marks;
    }

    private static Set<String> folded(YamlMap map, String key) {
        return Set.copyOf(map.texts(key, word -> {
            Tokens tokens = Tokens.of(word);
            if (tokens.size() == 0) {
                throw new IllegalArgumentException("\"" + word + "\" holds no word");
            }
            return tokens.folded(0);
        }));
    }

    private static FormOfWords form(YamlMap map, Set<String> seen) {
        String id = map.text("id");
        Zone zone = choice(map, "in", Zone.class)
                .orElseThrow(() -> map.invalid(
                        map.line(),
                        "\"in\" is missing",
                        "say where the form is looked for, one of: " + String.join(", ", Words.keys(Zone.class))));
        List<FormPattern> words = patterns(map, "words");
        if (words.isEmpty() && zone != Zone.STAMP && zone != Zone.HAND) {
            throw map.invalid(
                    map.line(), "\"words\" is missing", "only a stamp or handwriting is read whatever it says");
        }
        List<String> follows = known(map, "follows", seen);
        List<String> below = known(map, "below", seen);
        List<String> after = known(map, "after", seen);
        if (!seen.add(id)) {
            throw map.invalid(map.line("id"), "form \"" + id + "\" stands here twice", "give each its own id");
        }
        Optional<YamlMap> number = map.map("number");
        FormOfWords form = new FormOfWords(
                id,
                zone,
                words,
                patterns(map, "with"),
                follows,
                below,
                map.texts("named"),
                number.map(ends -> ends.texts("prefix")).orElse(List.of()),
                number.map(ends -> ends.texts("suffix")).orElse(List.of()),
                choice(map, "kind", MarkKind.class).orElse(null),
                map.oneOf("layer", List.of("original", "copy", "headed"))
                                .orElse("original")
                                .equals("headed")
                        ? null
                        : choice(map, "layer", Layer.class).orElse(Layer.ORIGINAL),
                map.optional("series").orElse(null),
                map.optional("qualifier").orElse(null),
                map.map("shows").map(YamlMap::allTexts).orElse(Map.of()),
                senses(map),
                map.oneOf("date", List.of("beside")).isPresent(),
                after,
                map.map("about").map(MarksFile::document).orElse(null),
                map.map("opens").map(MarksFile::document).orElse(null),
                choice(map, "state", Transmission.class).orElse(null),
                map.optional("passes").orElse(null),
                map.list("examples", MarksFile::example),
                map.line());
        number.ifPresent(YamlMap::done);
        map.done();
        check(map, form);
        return form;
    }

    private static void check(YamlMap map, FormOfWords form) {
        if (form.passes() != null && (form.kind() != null || form.act().isPresent())) {
            throw map.invalid(
                    map.line("passes"),
                    "\"passes\" stands beside \"kind\" or \"attests\"",
                    "what passes makes no mark: leave out one of them");
        }
        if (form.act().isPresent() && form.kind() == null) {
            throw map.invalid(
                    map.line("attests"),
                    "\"attests\" stands without \"kind\"",
                    "expected one of: " + String.join(", ", Words.keys(MarkKind.class)));
        }
        if (form.examples().stream().allMatch(example -> example.gives().isEmpty())) {
            throw map.invalid(
                    map.line(),
                    "form \"" + form.id() + "\" has no example that gives something",
                    "write one under \"examples\"");
        }
    }

    private static List<FormPattern> patterns(YamlMap map, String key) {
        return map.texts(key, FormPattern::compile);
    }

    private static List<String> known(YamlMap map, String key, Set<String> seen) {
        List<String> ids = map.texts(key);
        ids.stream().filter(id -> !seen.contains(id)).findFirst().ifPresent(missing -> {
            throw map.invalid(
                    map.line(key),
                    "\"" + key + "\" names form \"" + missing + "\", which does not stand above",
                    Suggestion.expected(missing, seen.stream().sorted().toList()));
        });
        return ids;
    }

    private static List<Sense> senses(YamlMap map) {
        if (!map.has("readings")) {
            return List.of(sense(map, ONLY, true));
        }
        List<Sense> readings = map.list("readings", reading -> {
            Sense sense = sense(reading, reading.text("id", ReadingId::new), reading.flag("preferred"));
            if (sense.because() == null) {
                throw reading.invalid(reading.line(), "\"because\" is missing", "say why one may read so");
            }
            reading.done();
            return sense;
        });
        if (readings.stream().filter(Sense::preferred).count() != 1) {
            throw map.invalid(
                    map.line("readings"), "not exactly one reading is preferred", "set \"preferred: true\" on one");
        }
        return readings;
    }

    private static Sense sense(YamlMap map, ReadingId id, boolean preferred) {
        Certainty certainty = choice(map, "certainty", Certainty.class).orElse(Certainty.CERTAIN);
        String because = map.optional("because").orElse(null);
        if (certainty != Certainty.CERTAIN && because == null) {
            throw map.invalid(
                    map.line("certainty"),
                    "certainty \"" + Words.key(certainty) + "\" is given without a reason",
                    "say why under \"because\"");
        }
        return new Sense(
                id,
                preferred,
                map.optional("holder").orElse(null),
                certainty,
                because,
                map.oneOf("attests", Arrays.stream(Act.values()).map(Act::word).toList())
                        .flatMap(Act::of)
                        .orElse(null),
                choice(map, "direction", Direction.class).orElse(null),
                map.optional("office", OfficeId::new).orElse(null));
    }

    private static NamedDocument document(YamlMap map) {
        map.oneOf("form", Form.words());
        NamedDocument document = new NamedDocument(
                map.text("id"),
                map.text("form", form -> Form.of(form).orElseThrow()),
                map.optional("title").orElse(null),
                choice(map, "state", Transmission.class).orElse(Transmission.ORIGINAL));
        map.done();
        return document;
    }

    private static Example example(YamlMap map) {
        Optional<YamlMap> gives = map.map("gives");
        Example example =
                new Example(map.text("text"), gives.map(YamlMap::allTexts).orElse(Map.of()), map.line());
        example.gives().keySet().stream()
                .filter(key -> !GIVES.contains(key))
                .findFirst()
                .ifPresent(key -> {
                    throw map.invalid(
                            gives.map(given -> given.line(key)).orElse(map.line()),
                            "unknown key \"" + key + "\"",
                            Suggestion.expected(key, GIVES));
                });
        map.done();
        return example;
    }

    private static <E extends Enum<E>> Optional<E> choice(YamlMap map, String key, Class<E> type) {
        return map.oneOf(key, Words.keys(type))
                .map(word -> Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_')));
    }
}
