package chancery.reading.correction;

import chancery.casefile.CaseId;
import chancery.casefile.InvalidInput;
import chancery.casefile.TextFile;
import chancery.casefile.YamlFile;
import chancery.casefile.YamlMap;
import chancery.document.Certainty;
import chancery.document.Copies;
import chancery.document.DocumentId;
import chancery.document.MarkId;
import chancery.document.MarkKind;
import chancery.document.Place;
import chancery.document.date.HistoricalDate;
import chancery.office.Act;
import chancery.office.Direction;
import chancery.office.Words;
import chancery.reading.correction.Correction.Says;
import chancery.reading.correction.Correction.Verdict;
import chancery.reading.zone.ZoneKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Reads the corrections that a review page saves (JSON Schema {@code schema/corrections.schema.json}); JSON is YAML, so that
 * every complaint names its line.
 */
public final class CorrectionsFile {
    /** How the name of such a file ends. */
    public static final String ENDING = ".corrections.json";

    private static final Pattern RECIPIENT = Pattern.compile("(.+?)\\s*\\((\\d{1,6})\\)");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");

    private CorrectionsFile() {}

    /**
     * The corrections in files, and in those files of folders that end in {@value #ENDING}, by case.
     *
     * @throws InvalidInput if one cannot be read, or two are of one case
     */
    public static Map<CaseId, Corrections> in(List<Path> paths) {
        Map<CaseId, Corrections> byCase = new LinkedHashMap<>();
        paths.stream()
                .flatMap(CorrectionsFile::files)
                .map(CorrectionsFile::read)
                .forEach(read -> {
                    Corrections other = byCase.putIfAbsent(read.caseId(), read);
                    if (other != null) {
                        throw InvalidInput.at(
                                read.file(),
                                0,
                                "the case \"" + read.caseId() + "\" is corrected in " + other.file() + " too",
                                "keep the later one of the two, which holds all that was said before it");
                    }
                });
        return byCase;
    }

    private static Stream<Path> files(Path path) {
        if (!Files.isDirectory(path)) {
            return Stream.of(path);
        }
        try (Stream<Path> files = Files.list(path)) {
            return files.filter(file -> file.getFileName().toString().endsWith(ENDING)).sorted().toList().stream();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /**
     * Reads a file.
     *
     * @throws InvalidInput at the first thing that is wrong with it by itself
     */
    public static Corrections read(Path path) {
        byte[] bytes = TextFile.bytes(path, YamlFile.MAX_BYTES, "save the corrections of one paper at a time");
        YamlFile file = YamlFile.of(path.toString(), bytes);
        YamlMap root = file.root();
        Corrections corrections = new Corrections(
                file.name(),
                root.text("case", CaseId::new),
                root.text("by"),
                root.optional("on", CorrectionsFile::day).orElse(null),
                root.optional("language").orElse(null),
                root.list("marks", CorrectionsFile::mark),
                root.list("zones", CorrectionsFile::zone),
                TextFile.text(file.name(), bytes));
        root.optional("source");
        root.done();
        return corrections;
    }

    private static String day(String text) {
        if (!DAY.matcher(text).matches()) {
            throw new IllegalArgumentException("\"" + text + "\" is no day; write it as 2026-03-14");
        }
        return text;
    }

    private static Correction mark(YamlMap map) {
        Verdict verdict = choice(map, "verdict", Verdict.class)
                .orElseThrow(() -> map.invalid(
                        map.line(),
                        "\"verdict\" is missing",
                        "expected one of: " + String.join(", ", Words.keys(Verdict.class))));
        Optional<MarkId> mark = map.optional("mark", MarkId::new);
        Optional<Place> place = map.optional("place", Place::parse);
        if (verdict == Verdict.ADD && place.isEmpty()) {
            throw map.invalid(map.line(), "\"place\" is missing", "say where the added mark stands, such as 54-78");
        }
        if (verdict != Verdict.ADD && mark.isEmpty()) {
            throw map.invalid(map.line(), "\"mark\" is missing", "name the mark, as the case file calls it");
        }
        if (map.has("form") && place.isEmpty()) {
            throw map.invalid(map.line("form"), "\"form\" stands without \"place\"", "say where the mark stands");
        }
        boolean says = verdict == Verdict.CORRECT || verdict == Verdict.ADD;
        Correction correction = new Correction(
                verdict,
                mark.orElse(null),
                place.orElse(null),
                map.text("text"),
                map.optional("on", DocumentId::new).orElse(null),
                says ? says(map) : null,
                map.optional("because").orElse(null),
                map.flag("keep"),
                map.optional("form").orElse(null),
                map.line());
        map.done();
        return correction;
    }

    private static Says says(YamlMap map) {
        Says says = new Says(
                choice(map, "kind", MarkKind.class)
                        .orElseThrow(() -> map.invalid(
                                map.line(),
                                "\"kind\" is missing",
                                "expected one of: " + String.join(", ", Words.keys(MarkKind.class)))),
                map.oneOf("attests", Arrays.stream(Act.values()).map(Act::word).toList())
                        .flatMap(Act::of)
                        .orElse(null),
                choice(map, "direction", Direction.class).orElse(null),
                map.optional("number").orElse(null),
                map.optional("date", HistoricalDate::parse).orElse(null),
                map.texts("agents"),
                map.texts("to", CorrectionsFile::recipient),
                choice(map, "certainty", Certainty.class).orElse(Certainty.CERTAIN));
        if (says.countsCopies()) {
            map.number("number");
        }
        if (says.attests() == null) {
            Stream.of("direction", "agents", says.countsCopies() ? "" : "number")
                    .filter(map::has)
                    .findFirst()
                    .ifPresent(key -> {
                        throw map.invalid(
                                map.line(key),
                                "\"" + key + "\" stands without \"attests\"",
                                "name the act, or leave it out");
                    });
        }
        if (says.certainty() != Certainty.CERTAIN && map.optional("because").isEmpty()) {
            throw map.invalid(
                    map.line("certainty"),
                    "certainty \"" + Words.key(says.certainty()) + "\" is given without a reason",
                    "say why under \"because\"");
        }
        return says;
    }

    private static Copies.Recipient recipient(String text) {
        Matcher several = RECIPIENT.matcher(text);
        return several.matches()
                ? new Copies.Recipient(several.group(1), Integer.parseInt(several.group(2)))
                : new Copies.Recipient(text, 1);
    }

    private static CorrectedZone zone(YamlMap map) {
        List<Place> places = map.texts("places", Place::parse);
        if (places.isEmpty()) {
            throw map.invalid(map.line(), "\"places\" is missing", "say where the zone stands, such as 54-78");
        }
        CorrectedZone zone = new CorrectedZone(
                places,
                map.text("text"),
                choice(map, "kind", ZoneKind.class)
                        .orElseThrow(() -> map.invalid(
                                map.line(),
                                "\"kind\" is missing",
                                "expected one of: " + String.join(", ", Words.keys(ZoneKind.class)))),
                map.line());
        map.done();
        return zone;
    }

    private static <E extends Enum<E>> Optional<E> choice(YamlMap map, String key, Class<E> type) {
        return map.oneOf(key, Words.keys(type))
                .map(word -> Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_')));
    }
}
