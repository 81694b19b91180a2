package chancery.cli;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chancery.casefile.CaseFile;
import chancery.casefile.Dossier;
import chancery.cli.shared.ExitCode;
import chancery.document.Mark;
import chancery.document.MarkId;
import chancery.document.MarkKind;
import chancery.office.Act;
import chancery.web.Chromium;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A reader corrects a page in a real Chromium, and the commands go on from what was saved. */
class CorrectInChromiumTest {
    private static final String NOTE = """
            SECRET
            Copy No. 2

            USSR
            MINISTRY OF FOREIGN AFFAIRS
            14 March 1958
            No. 612/dv

            CC CPSU

            The draft of a reply is submitted for consideration.
            We request approval.

            Head of the Far Eastern Department
            /P. Orlov/

            Taken under observation on 18 March 1958 by Sidorov
            Burnt peat on 19 March 1958 by Rogov
            """;

    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private Chromium chromium;
    private Page page;

    @BeforeEach
    void open() throws IOException {
        Files.writeString(folder.resolve("note.txt"), NOTE);
        assertThat(run("read", note(), "-o", in("cases"), "--review")).isEqualTo(ExitCode.DONE);
        chromium = Chromium.start();
        page = chromium.open(folder.resolve("cases/note.html").toUri().toString());
    }

    @AfterEach
    void close() {
        if (chromium != null) {
            assertThat(chromium.complaints()).isEmpty();
            chromium.close();
        }
    }

    @Test
    void what_is_corrected_added_and_rejected_by_keyboard_is_saved_and_makes_another_case_and_path()
            throws IOException {
        Dossier read = CaseFile.read(folder.resolve("cases/note.yaml"));
        run("path", in("cases/note.yaml"));
        String pathBefore = taken();
        page.getByLabel("Corrected by").fill("A. Leser");

        mark(read, "SECRET").press("r");
        mark(read, "Copy No. 2").press("a");
        int signature = number(read, MarkKind.SIGNATURE);
        page.locator("#mark-" + signature).press("c");
        page.getByLabel("Agents").fill("P. Orloff");
        page.getByLabel("Because").fill("so the seal has it");
        page.getByLabel("keep what was read").check();
        page.getByText("Take it").press("Enter");
        assertThat(page.locator("#mark-" + signature)).isFocused();

        select("Burnt peat on 19 March 1958 by Rogov");
        page.keyboard().press("n");
        page.getByLabel("Kind of mark").selectOption("annotation");
        page.getByLabel("Act that it attests").selectOption("destroy");
        page.getByLabel("Date").fill("1958-03-19");
        page.getByLabel("Agents").fill("Rogov");
        page.getByLabel("make a form").check();
        page.getByText("Take it").press("Enter");
        assertThat(page.locator("main mark.added")).hasText("Burnt peat on 19 March 1958 by Rogov");

        int number = number(read, MarkKind.REGISTRY_NUMBER);
        page.locator("#mark-" + number).press("r");
        assertThat(page.locator("#mark-" + number)).hasAttribute("data-verdict", "reject");
        page.keyboard().press("Control+z");
        assertThat(page.locator("#mark-" + number)).hasAttribute("data-verdict", "");
        assertThat(page.getByRole(AriaRole.STATUS)).hasText("Undone.");

        Path saved = save();
        JsonNode corrections = new ObjectMapper().readTree(Files.readString(saved));
        assertThat(faults(Files.readString(saved))).isEmpty();
        assertThat(saved.getFileName()).hasToString("note.corrections.json");
        assertThat(corrections.get("by").asText()).isEqualTo("A. Leser");
        assertThat(corrections.findValuesAsText("verdict"))
                .containsExactlyInAnyOrder("reject", "accept", "correct", "add");

        assertThat(run("read", note(), "-o", in("corrected"), "--corrections", saved.toString(), "--review"))
                .as(err.toString())
                .isEqualTo(ExitCode.DONE);
        assertThat(taken()).contains("Corrected by A. Leser: note, 4 marks, 0 zones.");
        Dossier now = CaseFile.read(folder.resolve("corrected/note.yaml"));
        assertThat(now.marks()).noneMatch(mark -> mark.kind() == MarkKind.CLASSIFICATION);
        Mark signed = now.marks().stream()
                .filter(mark -> mark.kind() == MarkKind.SIGNATURE)
                .findFirst()
                .orElseThrow();
        assertThat(signed.readings()).hasSize(2);
        assertThat(signed.preferred().holder()).isEqualTo("A. Leser");
        assertThat(signed.preferred().because()).matches("corrected on \\d{4}-\\d\\d-\\d\\d: so the seal has it");
        assertThat(signed.preferred().attests().orElseThrow().agents().get(0).name())
                .isEqualTo("P. Orloff");
        Mark added = now.mark(new MarkId("added-1")).orElseThrow();
        assertThat(added.preferred().attests().orElseThrow().act()).isEqualTo(Act.DESTROY);
        assertThat(added.preferred().holder()).isEqualTo("A. Leser");
        run("path", in("corrected/note.yaml"));
        assertThat(taken()).isNotEqualTo(pathBefore).contains("P. Orloff").containsIgnoringCase("destroy");

        page.navigate(folder.resolve("corrected/note.html").toUri().toString());
        assertThat(page.locator("#count")).hasText("4 corrections");
        assertThat(page.locator("main mark.added")).hasText("Burnt peat on 19 March 1958 by Rogov");

        assertThat(run("learn", saved.toString(), "--texts", folder.toString(), "-o", in("0-learned.yaml")))
                .as(err.toString())
                .isEqualTo(ExitCode.DONE);
        assertThat(taken())
                .contains("words: [\"burnt peat on {date} by {by}\"]")
                .contains("In 1 text: ")
                .contains("annotation, destroy by Rogov");
        assertThat(Files.readString(folder.resolve("0-learned.yaml"))).contains("language: en");
    }

    @Test
    void words_are_added_without_a_mouse_and_a_zone_is_changed_by_its_list() throws IOException {
        page.getByLabel("Corrected by").fill("A. Leser");
        page.keyboard().press("Tab");
        page.keyboard().press("n");
        page.getByLabel("Words, as they stand").fill("nowhere to be found");
        page.getByText("Take it").press("Enter");
        assertThat(page.locator(".complaint")).hasText("These words do not stand in the text.");
        page.getByLabel("Words, as they stand").fill("Taken under observation on 18 March 1958 by Sidorov");
        page.getByLabel("How sure").selectOption("possible");
        page.getByText("Take it").press("Enter");
        assertThat(page.locator(".complaint")).hasText("Say because of what it is not certain.");
        page.getByLabel("Because").fill("it may be a draft");
        page.getByText("Take it").press("Enter");
        assertThat(page.locator("#mark-a1")).isFocused();
        page.keyboard().press("r");
        assertThat(page.locator("#mark-a1")).hasCount(0);

        page.locator(".zones li", new Page.LocatorOptions().setHasText("CC CPSU"))
                .getByRole(AriaRole.COMBOBOX)
                .selectOption("heading");
        Path saved = save();

        assertThat(run("read", note(), "-o", in("corrected"), "--corrections", saved.toString(), "--review"))
                .as(err.toString())
                .isEqualTo(ExitCode.DONE);
        Dossier now = CaseFile.read(folder.resolve("corrected/note.yaml"));
        assertThat(now.marks())
                .filteredOn(mark -> mark.reading().equals("CC CPSU"))
                .singleElement()
                .satisfies(mark -> assertThat(mark.copies()).isNull());
        assertThat(Files.readString(folder.resolve("corrected/note.html"))).contains("corrected by A. Leser");
    }

    @Test
    void axe_finds_nothing_that_keeps_anybody_out() throws IOException {
        page.locator("#mark-1").press("a");
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            assertThat(Chromium.barriers(page, scheme)).isEqualTo(List.of());
        }
        page.locator("#mark-2").press("c");
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            assertThat(Chromium.barriers(page, scheme)).isEqualTo(List.of());
        }
        page.keyboard().press("Escape");
    }

    private Locator mark(Dossier read, String words) {
        for (int at = 0; at < read.marks().size(); at++) {
            if (read.marks().get(at).reading().equals(words)) {
                return page.locator("#mark-" + (at + 1));
            }
        }
        throw new AssertionError("No mark reads " + words);
    }

    private static int number(Dossier read, MarkKind kind) {
        for (int at = 0; at < read.marks().size(); at++) {
            if (read.marks().get(at).kind() == kind) {
                return at + 1;
            }
        }
        throw new AssertionError("No mark is a " + kind);
    }

    /** Selects words as a mouse does that is drawn over them. */
    private void select(String words) {
        page.evaluate("""
                words => {
                  const walker = document.createTreeWalker(document.querySelector('.passage p'), NodeFilter.SHOW_TEXT);
                  const parts = [];
                  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
                    parts.push(node);
                  }
                  const text = parts.map(part => part.data).join('');
                  const at = offset => {
                    let left = offset;
                    const node = parts.find(part => (left -= part.length) <= 0);
                    return [node, left + node.length];
                  };
                  const from = text.indexOf(words);
                  document.activeElement.blur();
                  getSelection().setBaseAndExtent(...at(from), ...at(from + words.length));
                }""", words);
    }

    private Path save() {
        Path file = folder.resolve("saved/note.corrections.json");
        Download download = page.waitForDownload(() -> page.keyboard().press("Control+s"));
        download.saveAs(file);
        assertThat(download.suggestedFilename()).isEqualTo("note.corrections.json");
        return file;
    }

    private static List<String> faults(String json) throws IOException {
        try (InputStream schema = CaseFile.class.getResourceAsStream("/schema/corrections.schema.json")) {
            return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                    .getSchema(new ObjectMapper().readTree(Objects.requireNonNull(schema)))
                    .validate(json, InputFormat.JSON)
                    .stream()
                    .map(Object::toString)
                    .toList();
        }
    }

    private String note() {
        return in("note.txt");
    }

    private String in(String name) {
        return folder.resolve(name).toString();
    }

    private String taken() {
        String text = out.toString();
        out.getBuffer().setLength(0);
        return text;
    }

    private int run(String... args) {
        return Main.run(args, new PrintWriter(out, true), new PrintWriter(err, true));
    }
}
