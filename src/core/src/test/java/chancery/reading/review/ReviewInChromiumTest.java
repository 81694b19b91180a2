package chancery.reading.review;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chancery.document.Certainty;
import chancery.document.Mark;
import chancery.document.Place;
import chancery.office.Act;
import chancery.reading.found.ReadDocument;
import chancery.web.Chromium;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The review page in a real Chromium; skipped, saying so, where there is none. */
class ReviewInChromiumTest {
    private static final String NOTE = "Source: Central Files, 123.45/6–755. Secret. Drafted by Adams; cleared with"
            + " Clark, in draft, and approved by Dawson, who signed for Dulles. Minuted upon in the Bureau.";

    @TempDir
    static Path folder;

    private static Chromium chromium;
    private static ReadDocument document;
    private static Page page;

    @BeforeAll
    static void open() throws IOException {
        chromium = Chromium.start();
        document = Reviewed.titled("Telegram From the Department of State to the Embassy in Ruritania")
                .passage("d1/dateline", "dateline", "Washington, June 7, 1955—7:05 p.m.")
                .attested(Act.DISPATCH, "Washington, June 7, 1955—7:05 p.m.", "Department of State")
                .passage("d1fn1", "source note", NOTE)
                .descriptive("Secret")
                .attested(Act.DRAFT, "Drafted by Adams", "Adams")
                .attested(Act.CLEAR, "cleared with Clark, in draft", "Clark")
                .attested(Act.APPROVE, "approved by Dawson, who signed for Dulles", "Dawson")
                .presumed(Act.SIGN, "Dawson, who signed for Dulles", "the name may be a formula", "Dawson")
                .unread("Minuted upon in the Bureau.", "\"Minuted\" has no object")
                .passage("d1/text[1]", "text", "המכתב נשלח ביום שני מחיפה בידי דנה כהן. قُرئ في القاهرة.")
                .mark(
                        "נשלח ביום שני",
                        new Place("d1/text[1]", 6, 19),
                        "1955-06-06~",
                        Reviewed.reading("monday", true, Certainty.PROBABLE, "the text says Monday", Act.DISPATCH),
                        Reviewed.reading("tuesday", false, Certainty.DOUBTFUL, "the mail went on Tuesdays", Act.POUCH))
                .attested(Act.SEE, "قُرئ في القاهرة", "القاهرة")
                .passage("d1/text[2]", "text", "Text of the telegram, read and not understood as an act. ".repeat(60))
                .mark(
                        "In another hand.",
                        new Place("d1fn9", 0, 16),
                        null,
                        Reviewed.reading("only", true, Certainty.CERTAIN, null, Act.SEE, "E\u0301mile"))
                .document();
        Path file = Files.writeString(folder.resolve("review.html"), ReviewPage.html(document));
        page = chromium.open(file.toUri().toString());
    }

    @AfterAll
    static void close() {
        if (chromium != null) {
            chromium.close();
        }
    }

    @AfterEach
    void nothing_is_complained_of() {
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void the_highlighted_text_of_each_mark_is_its_reading() {
        List<Mark> marks = document.dossier().marks();
        for (int at = 0; at < marks.size() - 1; at++) {
            assertThat(highlighted(String.valueOf(at + 1)))
                    .isEqualTo(marks.get(at).reading());
        }
        assertThat(highlighted("u1")).isEqualTo(document.unread().get(0).sentence());
        assertThat(page.locator("li#mark-9")).containsText("not shown here");
    }

    private static String highlighted(String key) {
        return String.join("", page.locator("mark[data-mark='" + key + "']").allTextContents());
    }

    @Test
    void one_goes_from_the_text_to_the_list_and_back_by_keyboard() {
        page.locator("#at-6").focus();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*#mark-6$"));
        assertThat(page.locator("#mark-6")).isInViewport();

        page.keyboard().press("Tab");
        assertThat(page.locator("#mark-6 a")).isFocused();
        page.keyboard().press("Enter");
        assertThat(page).hasURL(Pattern.compile(".*#at-6$"));
        assertThat(page.locator("#at-6")).isInViewport();
    }

    @Test
    void the_page_runs_its_own_script_alone_and_asks_for_no_other_file() {
        assertThat(page.locator("script[src], iframe, object, embed, img, link:not([rel=icon])")
                        .count())
                .isZero();
        page.evaluate(
                "document.head.append(Object.assign(document.createElement('script'), {textContent: 'window.alien = 1'}))");
        assertThat(page.evaluate("window.alien")).isNull();
        assertThat(chromium.complaints()).singleElement().asString().contains("Content Security Policy");
        assertThat(page.evaluate("performance.getEntriesByType('resource').length"))
                .isEqualTo(0);
    }

    @Test
    void certain_presumed_and_unread_differ_by_their_underline_too() {
        assertThat(underline("certain")).isEqualTo("solid");
        assertThat(underline("presumed")).isEqualTo("dashed");
        assertThat(underline("descriptive")).isEqualTo("dotted");
        assertThat(underline("unread")).isEqualTo("wavy");
    }

    private static Object underline(String look) {
        return page.locator("mark." + look).first().evaluate("mark => getComputedStyle(mark).textDecorationStyle");
    }

    @Test
    void text_that_runs_from_right_to_left_begins_at_the_right() {
        Locator passage = page.locator(".passage", new Page.LocatorOptions().setHasText("המכתב"))
                .locator("p");
        assertThat(passage.evaluate("p => getComputedStyle(p).direction")).isEqualTo("rtl");
    }

    @Test
    void nothing_is_cut_off_on_a_laptop_a_telephone_or_paper_in_light_or_dark() {
        for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
            for (int width : List.of(1366, 360)) {
                assertThat(Chromium.isTooWide(page, width, scheme)).isFalse();
            }
        }
        Chromium.reset(page);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT).setColorScheme(ColorScheme.LIGHT));
        assertThat(page.locator("aside").evaluate("aside => aside.scrollHeight - aside.clientHeight"))
                .isEqualTo(0);
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }
}
