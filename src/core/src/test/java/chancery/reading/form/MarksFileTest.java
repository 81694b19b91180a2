package chancery.reading.form;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import chancery.casefile.InvalidInput;
import chancery.procedure.Holdings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The files that say how marks are worded, and what is refused in them. */
class MarksFileTest {
    private static final String HEAD = """
            procedure: soviet-cc
            brackets: {stamp: [stamp], hand: [handwriting]}
            acts: [approv*]
            forms:
            """;

    @TempDir
    Path folder;

    static Stream<Path> files() {
        return Holdings.in(Path.of("bpmn"), Path.of("processes")).wordings().stream();
    }

    static Stream<Arguments> examples() {
        return files().map(MarksFile::parse)
                .flatMap(marks -> marks.forms().stream()
                        .flatMap(form -> form.examples().stream().map(example -> Arguments.of(marks, form, example))));
    }

    @ParameterizedTest(name = "{0} {1} {2}")
    @MethodSource("examples")
    void an_example_gives_what_it_says(MarksFile marks, FormOfWords form, FormOfWords.Example example) {
        assertThat(TryExample.failure(marks, form, example)).isEmpty();
    }

    @Test
    void the_files_of_the_house_are_read_with_their_examples() {
        List<Path> files = files().toList();

        assertThat(files)
                .extracting(Path::toString)
                .contains("processes/soviet-cc/marks.yaml", "processes/words/german-austrian.yaml");
        assertThat(files)
                .allSatisfy(file -> assertThat(file.toString())
                        .contains(MarksFile.read(file).procedure()));
    }

    @Test
    void of_several_files_that_are_wrong_the_first_is_complained_of() throws IOException {
        Path right = Path.of("processes/words/frus-source-notes.yaml");
        Path first = Files.writeString(folder.resolve("z.yaml"), "procedure: soviet-cc");
        Path second = Files.writeString(folder.resolve("a.yaml"), "procedure: soviet-cc");

        assertThat(MarksFile.readAll(List.of(right, right))).hasSize(2);
        assertThatThrownBy(() -> MarksFile.readAll(List.of(right, first, second)))
                .isInstanceOf(InvalidInput.class)
                .hasMessageStartingWith(first.toString());
    }

    @Test
    void an_example_that_gives_something_else_is_refused() {
        refused("""
                  - id: copy-number
                    in: line
                    words: copy {copy}
                    kind: copy-number
                    examples:
                      - {text: Copy No 5, gives: {copy: "5"}}
                      - {text: Copy No 6, gives: {copy: "7"}}
                """)
                .hasMessage(
                        "%s:11: the example of \"copy-number\" gives {copy=6} instead of {copy=7};"
                                + " correct the words of the form or the example.",
                        folder.resolve("marks.yaml"));
    }

    @Test
    void an_example_of_a_verb_that_gives_something_else_is_refused() throws IOException {
        Path file = Files.writeString(folder.resolve("marks.yaml"), """
                procedure: us-telegram-out
                verbs:
                  - act: draft
                    words: [drafted]
                    examples: [{text: Drafted by Adams., by: [Adams]}]
                  - act: clear
                    words: [cleared]
                    by: [with]
                    examples:
                      - {text: Cleared with Adams and Brown., by: [Adams]}
                """);

        assertThatThrownBy(() -> MarksFile.read(file))
                .isInstanceOf(InvalidInput.class)
                .hasMessage(
                        "%s:10: the example \"Cleared with Adams and Brown.\" gives clear by Adams, Brown;"
                                + " correct the words of \"clear\" or the example.",
                        file);
    }

    @Test
    void a_verb_of_no_act_and_a_clock_of_no_zone_are_refused() throws IOException {
        Path file = folder.resolve("marks.yaml");

        Files.writeString(file, "procedure: us-telegram-out\nverbs:\n  - {act: daft, words: [drafted]}\n");
        assertThatThrownBy(() -> MarksFile.read(file)).hasMessageStartingWith(file + ":3: \"act\" is \"daft\"");
        Files.writeString(
                file,
                "procedure: us-telegram-out\nverbs:\n  - {act: draft, words: [drafted]}\nclocks:\n  Strelsau: Europe/Strelsau\n");
        assertThatThrownBy(() -> MarksFile.read(file))
                .hasMessageStartingWith(file + ":5: \"Europe/Strelsau\" is no zone of the tz database");
    }

    @Test
    void an_example_that_its_form_does_not_read_is_refused() {
        refused("""
                  - id: copy-number
                    in: line
                    words: copy {copy}
                    kind: copy-number
                    examples: [{text: Sheet No 5, gives: {copy: "5"}}]
                """)
                .hasMessageEndingWith(
                        "marks.yaml:9: the example of \"copy-number\" is not read by it; correct the words of the form or the"
                                + " example.");
    }

    @Test
    void an_example_of_what_is_not_read_is_refused_if_it_is_read() {
        refused("""
                  - id: copy-number
                    in: line
                    words: copy {copy}
                    kind: copy-number
                    examples: [{text: Copy No 5, gives: {copy: "5"}}, {text: Copy 6}]
                """)
                .hasMessageContaining(
                        "marks.yaml:9: the example of \"copy-number\" is to give nothing, but gives \"Copy 6\"");
    }

    @Test
    void a_broken_pattern_is_refused_with_its_line() {
        refused("""
                  - id: copy-number
                    in: line
                    words: copy {copi}
                    kind: copy-number
                """)
                .hasMessageContaining(
                        "marks.yaml:7: \"words\" of \"copy-number\": pattern \"copy {copi}\", character 6: there is no slot \"copi\"; expected one of: by,");
    }

    @ParameterizedTest
    @ValueSource(strings = {"verbs: [{act: sign, words: [signed, \u00ad]}]", "brackets: {stamp: [\u00ad]}"})
    void a_phrase_that_holds_no_word_is_refused_with_its_line(String words) throws IOException {
        Path file = Files.writeString(folder.resolve("marks.yaml"), "procedure: us-telegram-out\n" + words + "\n");

        assertThatThrownBy(() -> MarksFile.read(file))
                .isInstanceOf(InvalidInput.class)
                .hasMessageContaining("marks.yaml:2: ");
    }

    @Test
    void a_form_without_example_is_refused() {
        refused("""
                  - id: copy-heading
                    in: line
                    words: copy
                    kind: heading
                """).hasMessageContaining("marks.yaml:5: form \"copy-heading\" has no example that gives something");
    }

    @Test
    void a_form_that_passes_makes_no_mark() {
        refused("""
                  - id: wish
                    in: sentence
                    words: we wish
                    kind: clause
                    passes: a wish
                    examples: [{text: We wish it., gives: {reading: We wish}}]
                """).hasMessageContaining("marks.yaml:9: \"passes\" stands beside \"kind\" or \"attests\"");
    }

    @Test
    void a_form_that_follows_an_unknown_one_is_refused() {
        refused("""
                  - id: copy-number
                    in: line
                    words: copy {copy}
                    follows: clasification
                    kind: copy-number
                """)
                .hasMessageContaining(
                        "marks.yaml:8: \"follows\" names form \"clasification\", which does not stand above");
    }

    @Test
    void an_act_without_kind_and_an_unknown_zone_are_refused() {
        refused("""
                  - id: approval
                    in: sentence
                    words: it is approved
                    attests: approve
                    examples: [{text: It is approved., gives: {reading: It is approved}}]
                """).hasMessageContaining("marks.yaml:8: \"attests\" stands without \"kind\"");
        refused("  - {id: approval, in: margin, words: approved}\n")
                .hasMessageContaining("marks.yaml:5: \"in\" is \"margin\"");
    }

    private org.assertj.core.api.AbstractThrowableAssert<?, ? extends Throwable> refused(String forms) {
        Path file = folder.resolve("marks.yaml");
        try {
            Files.writeString(file, HEAD + forms);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
        return assertThatThrownBy(() -> MarksFile.read(file)).isInstanceOf(InvalidInput.class);
    }
}
