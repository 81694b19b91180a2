package chancery.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import chancery.casefile.CaseFile;
import chancery.casefile.Dossier;
import chancery.casefile.InvalidInput;
import chancery.comparison.Difference;
import chancery.document.Certainty;
import chancery.document.Doubt;
import chancery.document.Form;
import chancery.document.Layer;
import chancery.document.MarkKind;
import chancery.document.ReadingId;
import chancery.document.Related;
import chancery.document.Transmission;
import chancery.document.date.WrittenCalendar;
import chancery.office.Act;
import chancery.office.Direction;
import chancery.office.Phase;
import chancery.office.Way;
import chancery.office.Words;
import chancery.path.EvidenceStatus;
import chancery.path.Path.Result;
import chancery.path.PathJson;
import chancery.procedure.Holdings;
import chancery.procedure.explanation.ChooseProcedure;
import chancery.reading.correction.Correction.Verdict;
import chancery.reading.zone.ZoneKind;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The published schemas say what the readers read and the writers write. */
class SchemaTest {
    private static final Holdings HOLDINGS = Holdings.in(Path.of("bpmn"), Path.of("processes"));
    private static final JsonNode CASE = schema("case");
    private static final JsonNode PATH = schema("path");

    private static final String FULL = """
            case: full
            title: Full
            procedure: soviet-cc
            entry: Start_Assignment
            constructed: true
            simulate: true
            documents:
              - id: note
                form: Note
                title: Note
                state: copy
                witness:
                  description: Copy
                  reference: {archive: AVPRF, fond: "0102"}
                encloses: [memo]
                edition: {key: 12, ref: "https://example.org/12", title: E, type: print, source: e}
              - {id: memo, form: Memorandum, title: Memo}
            marks:
              - id: one
                on: note
                kind: stamp
                layer: copy
                reading: One
                hand: Somebody
                date: 1955
                calendar: julian
                written: 1955-01-04
                before: [two]
                after: three
                copies:
                  number: 1
                  stated: 2
                  distribution: [{to: file, copies: 1}]
                certainty: probable
                because: so
                attests: register
                direction: incoming
                office: department
                about: memo
                number: 12126
                series: incoming
                agents: [{name: A, position: B, onBehalfOf: C, ref: D, body: true}]
                places: [{name: P, ref: Q}]
                doubts: [{of: agent, name: A, cert: low, evidence: conjecture}]
                shows: {numeral: Arabic}
              - id: two
                on: note
                kind: stamp
                reading: Two
                readings:
                  - id: r
                    preferred: true
                    holder: somebody
                    certainty: doubtful
                    because: so
                    attests: register
                    direction: incoming
                    office: department
                    about: memo
                    number: 1
                    series: incoming
                    agents: []
                    places: []
                    shows: {}
                  - {id: s, because: so}
              - {id: three, on: note, kind: stamp, reading: Three}
            context:
              - {kind: answers, called: reply, target: "#l11", text: the letter before}
            expect:
              - reading: r
                describedBy: soviet-cc
                steps: {Task_Draft: "evidenced, disputed"}
                waitsAt: []
                unexplained: [one]
                contradicted: [one]
            """;

    @TempDir
    private Path folder;

    @Test
    void all_case_files_fit_their_schema() throws IOException {
        for (Path file : HOLDINGS.caseFiles()) {
            assertThat(faults(CASE, Files.readString(file), InputFormat.YAML))
                    .as(file.toString())
                    .isEmpty();
        }
    }

    @Test
    void the_json_of_all_paths_fits_its_schema() {
        for (Dossier dossier : HOLDINGS.dossiers(List.of())) {
            ChooseProcedure explain = new ChooseProcedure(HOLDINGS.proceduresOf(dossier));
            for (ReadingId reading : dossier.readings()) {
                String json = PathJson.line(explain.explain(dossier, reading).path());
                assertThat(faults(PATH, json, InputFormat.JSON))
                        .as(dossier.id() + " " + reading)
                        .isEmpty();
            }
        }
    }

    @Test
    void what_stands_beside_a_letter_fits_the_schema_and_leaves_the_hash_as_it_is() throws IOException {
        Dossier dossier = CaseFile.read(file(FULL));
        chancery.path.Path path = new ChooseProcedure(HOLDINGS.proceduresOf(dossier))
                .explain(dossier, Dossier.PREFERRED)
                .path();
        String json = PathJson.line(path, dossier.context());

        assertThat(faults(PATH, json, InputFormat.JSON)).isEmpty();
        assertThat(json)
                .contains(PathJson.hash(path))
                .contains(
                        "{\"kind\":\"answers\",\"called\":\"reply\",\"target\":\"#l11\",\"text\":\"the letter before\"}");
    }

    @Test
    void a_case_file_with_every_key_is_read_and_fits_the_schema() throws IOException {
        assertThat(CaseFile.read(file(FULL)).marks()).hasSize(3);
        assertThat(faults(CASE, FULL, InputFormat.YAML)).isEmpty();
    }

    @Test
    void the_schema_refuses_what_the_reader_refuses() {
        assertThat(faults(CASE, FULL.replace("kind: stamp", "kind: smear"), InputFormat.YAML))
                .isNotEmpty();
        assertThat(faults(CASE, FULL.replace("hand: Somebody", "hnad: Somebody"), InputFormat.YAML))
                .isNotEmpty();
        assertThat(faults(CASE, FULL.replace("evidenced, disputed", "evidence"), InputFormat.YAML))
                .isNotEmpty();
        assertThat(faults(CASE, FULL.replace("    form: Note\n", ""), InputFormat.YAML))
                .isNotEmpty();
        assertThat(faults(CASE, FULL.replace("    calendar: julian\n", ""), InputFormat.YAML))
                .isNotEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(
            delimiter = '|',
            value = {
                "case | '' | constructed: true",
                "document | /$defs/document | '    state: copy'",
                "witness | /$defs/witness | '      description: Copy'",
                "copies | /$defs/copies | '      stated: 2'",
                "reading | /$defs/reading | '        holder: somebody'",
                "expectation | /$defs/expectation | '    waitsAt: []'",
            })
    void reader_and_schema_know_the_same_keys(String what, String pointer, String besides) throws IOException {
        assertThat(keysRead(FULL, besides)).as(what).isEqualTo(keys(pointer));
    }

    @Test
    void reader_and_schema_know_the_same_keys_of_marks_and_their_particulars() throws IOException {
        Set<String> ofMarks = new TreeSet<>(keysRead(FULL, "    hand: Somebody"));
        assertThat(ofMarks).isEqualTo(keys("/$defs/mark"));
        assertThat(keysRead(FULL.replace("{name: A,", "{zzz: 1, name: A,"), "")).isEqualTo(keys("/$defs/agent"));
        assertThat(keysRead(FULL.replace("{name: P,", "{zzz: 1, name: P,"), "")).isEqualTo(keys("/$defs/locality"));
        assertThat(keysRead(FULL.replace("{of: agent,", "{zzz: 1, of: agent,"), ""))
                .isEqualTo(keys("/$defs/doubt"));
        assertThat(keysRead(FULL.replace("{key: 12,", "{zzz: 1, key: 12,"), "")).isEqualTo(keys("/$defs/edition"));
        assertThat(keysRead(FULL.replace("{kind: answers,", "{zzz: 1, kind: answers,"), ""))
                .isEqualTo(keys("/$defs/related"));
        assertThat(keysRead(FULL.replace("{to: file,", "{zzz: 1, to: file,"), ""))
                .isEqualTo(keys("/$defs/copies/properties/distribution/items"));
    }

    @Test
    void enumerations_are_those_of_the_program() {
        List<String> acts = Arrays.stream(Act.values()).map(Act::word).toList();
        List<String> directions =
                Arrays.stream(Direction.values()).map(Direction::word).toList();
        List<String> statuses =
                Arrays.stream(EvidenceStatus.values()).map(EvidenceStatus::word).toList();
        for (String where : List.of("/$defs/mark", "/$defs/reading")) {
            assertThat(words(CASE, where + "/properties/attests")).isEqualTo(acts);
            assertThat(words(CASE, where + "/properties/direction")).isEqualTo(directions);
            assertThat(words(CASE, where + "/properties/certainty")).isEqualTo(Words.keys(Certainty.class));
        }
        assertThat(words(CASE, "/$defs/mark/properties/kind")).isEqualTo(Words.keys(MarkKind.class));
        assertThat(words(CASE, "/$defs/mark/properties/layer")).isEqualTo(Words.keys(Layer.class));
        assertThat(words(CASE, "/$defs/mark/properties/calendar")).isEqualTo(Words.keys(WrittenCalendar.class));
        assertThat(words(CASE, "/$defs/doubt/properties/of")).isEqualTo(Words.keys(Doubt.Part.class));
        assertThat(words(CASE, "/$defs/related/properties/kind")).isEqualTo(Words.keys(Related.Kind.class));
        assertThat(words(CASE, "/$defs/document/properties/form")).isEqualTo(Form.words());
        assertThat(words(CASE, "/$defs/document/properties/state")).isEqualTo(Words.keys(Transmission.class));
        assertThat(words(CASE, "/$defs/expectation/properties/steps/additionalProperties"))
                .isEqualTo(statuses.stream()
                        .flatMap(status -> Stream.of(status, status + ", disputed"))
                        .toList());
        String step = "/properties/steps/items/properties";
        assertThat(words(PATH, step + "/act")).isEqualTo(acts);
        assertThat(words(PATH, "/properties/unexplained/items/properties/act")).isEqualTo(acts);
        assertThat(words(PATH, step + "/phase"))
                .isEqualTo(Arrays.stream(Phase.values()).map(Phase::word).toList());
        assertThat(words(PATH, step + "/direction").stream().filter(word -> !word.equals("null")))
                .containsExactlyElementsOf(directions);
        assertThat(words(PATH, step + "/way").stream().filter(word -> !word.equals("null")))
                .containsExactlyElementsOf(Words.keys(Way.class));
        assertThat(words(PATH, step + "/status")).isEqualTo(statuses);
        assertThat(words(PATH, "/properties/result"))
                .isEqualTo(Arrays.stream(Result.values()).map(Words::of).toList());
    }

    @Test
    void corrections_know_the_words_of_the_program() {
        JsonNode corrections = schema("corrections");
        assertThat(words(corrections, "/$defs/mark/properties/verdict")).isEqualTo(Words.keys(Verdict.class));
        assertThat(words(corrections, "/$defs/zone/properties/kind")).isEqualTo(Words.keys(ZoneKind.class));
        for (String key : List.of("kind", "attests", "direction", "certainty")) {
            assertThat(words(corrections, "/$defs/mark/properties/" + key))
                    .as(key)
                    .isEqualTo(words(CASE, "/$defs/mark/properties/" + key));
        }
    }

    @Test
    void every_key_of_a_case_file_is_described_in_plain_words() {
        List<String> silent = new ArrayList<>();
        CASE.findParents("properties")
                .forEach(object -> object.get("properties").fields().forEachRemaining(key -> {
                    JsonNode schema = key.getValue();
                    JsonNode target = schema.has("$ref")
                            ? CASE.at(schema.get("$ref").asText().substring(1))
                            : schema;
                    if (!schema.has("description") && !target.has("description")) {
                        silent.add(key.getKey());
                    }
                }));
        assertThat(silent).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"comparison", "collation"})
    void the_kinds_of_difference_are_those_that_the_program_knows(String form) {
        assertThat(words(schema(form), "/$defs/difference/properties/kind"))
                .isEqualTo(
                        Arrays.stream(Difference.Kind.values()).map(Words::of).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"comparison", "collation"})
    void a_comparison_tells_and_counts_every_status_of_a_step_that_is_taken(String form) {
        List<String> taken = Arrays.stream(EvidenceStatus.values())
                .filter(status -> status != EvidenceStatus.NOT_EVIDENCED)
                .map(EvidenceStatus::word)
                .toList();

        assertThat(words(schema(form), "/$defs/step/properties/status")).isEqualTo(taken);
        assertThat(schema(form).at("/$defs/side/required"))
                .extracting(JsonNode::asText)
                .containsAll(taken);
    }

    /** The keys that the reader says it knows when it meets one that it does not. */
    private Set<String> keysRead(String text, String besides) throws IOException {
        String indent =
                besides.substring(0, besides.length() - besides.stripLeading().length());
        String wrong = besides.isEmpty()
                ? text
                : text.replaceFirst(java.util.regex.Pattern.quote(besides), besides + "\n" + indent + "zzz: 1");
        InvalidInput refused = catchThrowableOfType(InvalidInput.class, () -> CaseFile.read(file(wrong)));
        assertThat(refused).hasMessageContaining("unknown key \"zzz\"; ");
        String known = refused.getMessage()
                .replaceFirst("(?s).*(expected one of|Known here): ", "")
                .replaceFirst("\\.$", "");
        return new TreeSet<>(Arrays.asList(known.split(", ", -1)));
    }

    private Set<String> keys(String pointer) {
        Set<String> keys = new TreeSet<>();
        CASE.at(pointer + "/properties").fieldNames().forEachRemaining(keys::add);
        return keys;
    }

    private static List<String> words(JsonNode schema, String pointer) {
        List<String> words = new ArrayList<>();
        schema.at(pointer).path("enum").forEach(word -> words.add(word.asText()));
        return words;
    }

    private static List<String> faults(JsonNode schema, String text, InputFormat format) {
        Schema compiled = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(schema);
        return compiled.validate(text, format).stream()
                .map(error -> error.getInstanceLocation() + " " + error.getMessage())
                .toList();
    }

    private static JsonNode schema(String name) {
        try (InputStream in = SchemaTest.class.getResourceAsStream("/schema/" + name + ".schema.json")) {
            return new ObjectMapper().readTree(Objects.requireNonNull(in));
        } catch (IOException broken) {
            throw new IllegalStateException(broken);
        }
    }

    private Path file(String text) throws IOException {
        return Files.writeString(folder.resolve("full.yaml"), text);
    }
}
