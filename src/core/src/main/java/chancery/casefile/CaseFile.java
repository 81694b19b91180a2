package chancery.casefile;

import chancery.document.ArchivalReference;
import chancery.document.Attestation;
import chancery.document.Certainty;
import chancery.document.Copies;
import chancery.document.Document;
import chancery.document.DocumentId;
import chancery.document.Form;
import chancery.document.Layer;
import chancery.document.Mark;
import chancery.document.MarkId;
import chancery.document.MarkKind;
import chancery.document.Place;
import chancery.document.Reading;
import chancery.document.ReadingId;
import chancery.document.Transmission;
import chancery.document.Witness;
import chancery.document.date.HistoricalDate;
import chancery.document.date.WrittenCalendar;
import chancery.document.date.WrittenDate;
import chancery.office.Act;
import chancery.office.Agent;
import chancery.office.Direction;
import chancery.office.OfficeId;
import chancery.office.Words;
import chancery.register.RegistryNumber;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads a case file (YAML; JSON Schema {@code schema/case.schema.json}) into a {@link Dossier}. */
public final class CaseFile {
    private static final ReadingId ONLY = new ReadingId("only");

    private final YamlFile file;
    private final Set<DocumentId> documents = new HashSet<>();

    private CaseFile(YamlFile file) {
        this.file = file;
    }

    /**
     * Reads a case file.
     *
     * @throws InvalidInput at the first thing that is wrong
     */
    public static Dossier read(Path path) {
        return new CaseFile(YamlFile.read(path)).dossier();
    }

    /** Writes a dossier as a case file, so that reading it gives the same dossier. */
    public static String write(Dossier dossier) {
        return CaseFileWriter.yaml(dossier);
    }

    private Dossier dossier() {
        YamlMap root = file.root();
        CaseId id = root.text("case", CaseId::new);
        String title = root.text("title");
        List<Document> bound = root.list("documents", this::document);
        checkDocuments(root, bound);
        List<Mark> marks = root.list("marks", this::mark);
        checkMarks(root, marks);
        Dossier dossier = new Dossier(
                id,
                title,
                root.optional("procedure").orElse(null),
                root.line("procedure"),
                root.optional("entry").orElse(null),
                root.line("entry"),
                root.flag("constructed"),
                root.flag("simulate"),
                bound,
                marks,
                root.list("expect", this::expectation),
                root.list("context", EditionKeys::related),
                file.name(),
                file.hash());
        root.done();
        checkEntry(root, dossier);
        checkExpectations(dossier);
        return dossier;
    }

    private Document document(YamlMap map) {
        DocumentId id = map.text("id", DocumentId::new);
        if (!documents.add(id)) {
            throw map.invalid(map.line("id"), "document \"" + id + "\" stands here twice", "give each its own id");
        }
        map.oneOf("form", Form.words());
        Document document = new Document(
                id,
                map.text("form", form -> Form.of(form).orElseThrow()),
                map.text("title"),
                choice(map, "state", Transmission.class).orElse(Transmission.ORIGINAL),
                map.map("witness").map(this::witness).orElse(null),
                map.texts("encloses", DocumentId::new),
                map.map("edition").map(EditionKeys::edition).orElse(null));
        map.done();
        return document;
    }

    private Witness witness(YamlMap map) {
        Witness witness = new Witness(
                map.text("description"),
                map.map("reference").map(this::reference).orElse(null));
        map.done();
        return witness;
    }

    private ArchivalReference reference(YamlMap map) {
        Map<String, String> units = new LinkedHashMap<>(map.allTexts());
        String archive = map.text("archive");
        units.remove("archive");
        return new ArchivalReference(archive, units);
    }

    private Mark mark(YamlMap map) {
        DocumentId on = known(map, "on")
                .orElseThrow(
                        () -> map.invalid(map.line(), "\"on\" is missing", "name the document that bears the mark"));
        boolean competing = map.has("readings");
        List<Reading> readings = competing
                ? map.list("readings", reading -> competing(reading, on))
                : List.of(new Reading(
                        ONLY,
                        true,
                        null,
                        certainty(map),
                        map.optional("because").orElse(null),
                        attestation(map, on)));
        refuseTwins(map, readings);
        if (competing && readings.stream().filter(Reading::preferred).count() != 1) {
            throw map.invalid(
                    map.line("readings"), "not exactly one reading is preferred", "set \"preferred: true\" on one");
        }
        WrittenDate written = written(map).orElse(null);
        Mark mark = new Mark(
                map.text("id", MarkId::new),
                on,
                choice(map, "kind", MarkKind.class)
                        .orElseThrow(() -> map.invalid(
                                map.line(),
                                "\"kind\" is missing",
                                "expected one of: " + String.join(", ", Words.keys(MarkKind.class)))),
                choice(map, "layer", Layer.class).orElse(Layer.ORIGINAL),
                map.text("reading"),
                map.optional("place", Place::parse).orElse(null),
                map.optional("hand").orElse(null),
                date(map, written),
                written,
                map.texts("before", MarkId::new),
                map.texts("after", MarkId::new),
                map.map("copies").map(this::copies).orElse(null),
                readings,
                map.list("doubts", EditionKeys::doubt),
                map.line());
        map.done();
        return mark;
    }

    private static Optional<WrittenDate> written(YamlMap map) {
        Optional<WrittenCalendar> calendar = choice(map, "calendar", WrittenCalendar.class);
        boolean dated = map.optional("written").isPresent();
        if (calendar.isPresent() && !dated) {
            throw map.invalid(
                    map.line("calendar"),
                    "\"calendar\" stands without \"written\"",
                    "say there how the paper writes the date, or leave it out");
        }
        if (dated && calendar.isEmpty()) {
            throw map.invalid(
                    map.line("written"),
                    "\"written\" stands without \"calendar\"",
                    "name the calendar, one of: " + String.join(", ", Words.keys(WrittenCalendar.class))
                            + ", or leave it out");
        }
        return calendar.flatMap(known -> map.optional("written", text -> WrittenDate.parse(known, text)));
    }

    /** The date given, which must allow for the day written on the paper; without one, that day. */
    private static @Nullable HistoricalDate date(YamlMap map, @Nullable WrittenDate written) {
        Optional<HistoricalDate> given = map.optional("date", HistoricalDate::parse);
        if (written == null) {
            return given.orElse(null);
        }
        given.filter(date -> !written.fits(date)).ifPresent(date -> {
            throw map.invalid(
                    map.line("written"),
                    "\"written\" of \"" + map.text("id") + "\" is " + written.told() + ", which is "
                            + written.date().edtf() + ", but \"date\" is " + date.edtf(),
                    "correct one of the two, or leave out \"date\"");
        });
        return given.orElseGet(written::date);
    }

    private static void refuseTwins(YamlMap map, List<Reading> readings) {
        Set<ReadingId> seen = new HashSet<>();
        readings.stream()
                .map(Reading::id)
                .filter(id -> !seen.add(id))
                .findFirst()
                .ifPresent(twin -> {
                    throw map.invalid(
                            map.line("readings"), "reading \"" + twin + "\" stands here twice", "give each its own id");
                });
    }

    private Reading competing(YamlMap map, DocumentId on) {
        Reading reading = new Reading(
                map.text("id", ReadingId::new),
                map.flag("preferred"),
                map.optional("holder").orElse(null),
                certainty(map),
                map.text("because"),
                attestation(map, on));
        map.done();
        return reading;
    }

    private static Certainty certainty(YamlMap map) {
        Certainty certainty = choice(map, "certainty", Certainty.class).orElse(Certainty.CERTAIN);
        if (certainty != Certainty.CERTAIN && map.optional("because").isEmpty()) {
            throw map.invalid(
                    map.line("certainty"),
                    "certainty \"" + Words.key(certainty) + "\" is given without a reason",
                    "say why under \"because\"");
        }
        return certainty;
    }

    private Optional<Attestation> attestation(YamlMap map, DocumentId on) {
        Optional<String> word =
                map.oneOf("attests", Arrays.stream(Act.values()).map(Act::word).toList());
        if (word.isEmpty()) {
            refuseParticulars(map);
            return Optional.empty();
        }
        String series = map.optional("series").orElse(null);
        return Optional.of(new Attestation(
                Act.of(word.get()).orElseThrow(),
                choice(map, "direction", Direction.class).orElse(null),
                map.optional("office", OfficeId::new).orElse(null),
                known(map, "about").orElse(on),
                map.optional("number", number -> new RegistryNumber(number, series))
                        .orElse(null),
                map.list("agents", CaseFile::agent),
                map.list("places", EditionKeys::locality),
                map.map("shows").map(YamlMap::allTexts).orElse(Map.of())));
    }

    /** The particulars of an act stand only beside the act. */
    private static void refuseParticulars(YamlMap map) {
        for (String key : List.of("direction", "office", "about", "number", "series", "agents", "places", "shows")) {
            if (map.has(key) && !map.has("readings")) {
                throw map.invalid(
                        map.line(key), "\"" + key + "\" stands without \"attests\"", "name the act, or leave it out");
            }
        }
    }

    private static Agent agent(YamlMap map) {
        if (map.has("positionFrom") && !map.has("position")) {
            throw map.invalid(
                    map.line("positionFrom"),
                    "\"positionFrom\" stands without \"position\"",
                    "write the position that it gives, or leave it out");
        }
        Agent agent = new Agent(
                map.text("name"),
                map.optional("position").orElse(null),
                map.optional("positionFrom").orElse(null),
                map.optional("onBehalfOf").orElse(null),
                map.optional("ref").orElse(null),
                map.flag("body"));
        map.done();
        return agent;
    }

    private Copies copies(YamlMap map) {
        Copies copies = new Copies(
                map.number("number").orElse(null),
                map.number("stated").orElse(null),
                map.list("distribution", recipient -> {
                    Copies.Recipient read = new Copies.Recipient(
                            recipient.text("to"), recipient.number("copies").orElse(1));
                    recipient.done();
                    return read;
                }));
        map.done();
        return copies;
    }

    private Expectation expectation(YamlMap map) {
        Expectation expectation = new Expectation(
                map.optional("reading", ReadingId::new).orElse(null),
                map.optional("describedBy").orElse(null),
                map.map("steps").map(YamlMap::allTexts).orElse(Map.of()),
                map.has("waitsAt") ? map.texts("waitsAt") : null,
                marks(map, "unexplained"),
                marks(map, "contradicted"),
                map.line());
        map.done();
        return expectation;
    }

    private static @Nullable List<MarkId> marks(YamlMap map, String key) {
        return map.has(key) ? map.texts(key, MarkId::new) : null;
    }

    private Optional<DocumentId> known(YamlMap map, String key) {
        Optional<DocumentId> id = map.optional(key, DocumentId::new);
        id.filter(found -> !documents.contains(found)).ifPresent(missing -> {
            throw map.invalid(
                    map.line(key),
                    "\"" + key + "\" names document \"" + missing + "\", which the case does not have",
                    Suggestion.expected(
                            missing.value(),
                            documents.stream().map(DocumentId::value).sorted().toList()));
        });
        return id;
    }

    private void checkDocuments(YamlMap root, List<Document> bound) {
        if (bound.isEmpty()) {
            throw root.invalid(root.line("documents"), "the case has no documents", "list at least one");
        }
        for (Document document : bound) {
            for (DocumentId enclosure : document.enclosures()) {
                if (!documents.contains(enclosure)) {
                    throw root.invalid(
                            root.line("documents"),
                            "document \"" + document.id() + "\" encloses \"" + enclosure
                                    + "\", which the case does not have",
                            "list it among the documents");
                }
            }
        }
    }

    private static void checkMarks(YamlMap root, List<Mark> marks) {
        Map<MarkId, Mark> byId = new HashMap<>();
        for (Mark mark : marks) {
            if (byId.put(mark.id(), mark) != null) {
                throw root.invalid(mark.line(), "mark \"" + mark.id() + "\" stands here twice", "give each its own id");
            }
        }
        for (Mark mark : marks) {
            Stream.concat(mark.before().stream(), mark.after().stream())
                    .filter(other -> !byId.containsKey(other))
                    .findFirst()
                    .ifPresent(missing -> {
                        throw root.invalid(
                                mark.line(),
                                "mark \"" + mark.id() + "\" is dated by mark \"" + missing
                                        + "\", which the case does not have",
                                "name a mark of this case");
                    });
        }
        refuseCycle(root, marks);
    }

    private static void refuseCycle(YamlMap root, List<Mark> marks) {
        Map<MarkId, Set<MarkId>> later = new HashMap<>();
        for (Mark mark : marks) {
            mark.before()
                    .forEach(other -> later.computeIfAbsent(mark.id(), id -> new HashSet<>())
                            .add(other));
            mark.after()
                    .forEach(other ->
                            later.computeIfAbsent(other, id -> new HashSet<>()).add(mark.id()));
        }
        Set<MarkId> open = new HashSet<>();
        marks.forEach(mark -> open.add(mark.id()));
        while (open.removeIf(mark -> later.getOrDefault(mark, Set.of()).stream().noneMatch(open::contains))) {
            // marks that nothing open follows are peeled off until only circles are left
        }
        marks.stream().filter(mark -> open.contains(mark.id())).findFirst().ifPresent(mark -> {
            throw root.invalid(
                    mark.line(),
                    "the marks " + open.stream().map(MarkId::value).sorted().toList()
                            + " stand before and after each other in a circle",
                    "take out one \"before\" or \"after\"");
        });
    }

    private static void checkEntry(YamlMap root, Dossier dossier) {
        if (dossier.procedure() == null && dossier.entry() != null) {
            throw root.invalid(
                    dossier.entryLine(),
                    "\"entry\" stands without \"procedure\"",
                    "name the procedure of which it is an entry, or leave it out");
        }
    }

    private static void checkExpectations(Dossier dossier) {
        for (Expectation expectation : dossier.expectations()) {
            ReadingId reading = expectation.reading();
            if (reading != null && !dossier.knows(reading)) {
                throw InvalidInput.at(
                        dossier.file(),
                        expectation.line(),
                        "\"expect\" speaks of reading \"" + reading + "\", which no mark has",
                        Suggestion.expected(
                                reading.value(),
                                dossier.readings().stream()
                                        .map(ReadingId::value)
                                        .toList()));
            }
            Stream.of(expectation.unexplained(), expectation.contradicted())
                    .flatMap(Stream::ofNullable)
                    .flatMap(List::stream)
                    .filter(mark -> dossier.mark(mark).isEmpty())
                    .findFirst()
                    .ifPresent(missing -> {
                        throw InvalidInput.at(
                                dossier.file(),
                                expectation.line(),
                                "\"expect\" names mark \"" + missing + "\", which the case does not have",
                                Suggestion.expected(
                                        missing.value(),
                                        dossier.marks().stream()
                                                .map(mark -> mark.id().value())
                                                .toList()));
                    });
        }
    }

    /** One of an enumeration, by its key. */
    static <E extends Enum<E>> Optional<E> choice(YamlMap map, String key, Class<E> type) {
        Function<String, E> constant =
                word -> Enum.valueOf(type, word.toUpperCase(Locale.ROOT).replace('-', '_'));
        return map.oneOf(key, Words.keys(type)).map(constant);
    }
}
