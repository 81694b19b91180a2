package chancery.comparison.page;

import static chancery.comparison.PathBuilder.path;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chancery.comparison.Collate;
import chancery.comparison.ComparePaths;
import chancery.comparison.Comparison;
import chancery.comparison.FindDifferences;
import chancery.comparison.RandomPaths;
import chancery.comparison.Sentences;
import chancery.comparison.Weights;
import chancery.comparison.alignment.StepCosts;
import chancery.office.Act;
import chancery.path.EvidenceStatus;
import chancery.path.Path;
import chancery.web.Chromium;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The pages of a comparison in a real Chromium; skipped, saying so, where there is none. */
class ComparisonPageTest {
    private static final String HOSTILE = "<img src=x onerror=alert(1)></script><marquee>\"&amp;";
    private static final String PICTURE =
            "<svg xmlns='http://www.w3.org/2000/svg' width='900' height='300'><rect width='900' height='300'/></svg>";

    @TempDir
    static java.nio.file.Path folder;

    private static Chromium chromium;
    private static Page two;
    private static Page fifty;

    @BeforeAll
    static void open() throws IOException {
        chromium = Chromium.start();
        two = open("two", pageOfTwo());
        fifty = open("fifty", pageOfFifty());
    }

    private static Page open(String name, String page) throws IOException {
        return chromium.open(
                Files.writeString(folder.resolve(name + ".html"), page).toUri().toString());
    }

    private static String pageOfTwo() {
        Path left = path("a")
                .does(Act.DRAFT, HOSTILE)
                .at("department")
                .on("1955-01-10")
                .does(Act.SIGN)
                .at(HOSTILE)
                .on("1955-01-14/1955-01-15")
                .numbered(HOSTILE)
                .does(Act.CLEAR)
                .after(HOSTILE)
                .held(EvidenceStatus.INFERRED)
                .does(Act.TYPE)
                .held(EvidenceStatus.PRESUMED)
                .does(Act.FILE)
                .path();
        Path right = path("b")
                .does(Act.DRAFT)
                .at("department")
                .on("1955-01-10")
                .does(Act.SIGN)
                .disputed()
                .does(Act.DISPATCH)
                .held(EvidenceStatus.POSSIBLE)
                .path();
        Comparison comparison =
                new ComparePaths(StepCosts.standard()).compare(left, right).orElseThrow();
        return ComparisonPage.of(
                comparison,
                FindDifferences.of(comparison, StepCosts.standard(), Weights.standard()),
                Sentences.inEnglish(),
                PICTURE,
                PICTURE);
    }

    private static String pageOfFifty() {
        Random random = new Random(50);
        List<Path> paths = new ArrayList<>();
        for (int document = 0; document < 50; document++) {
            paths.add(RandomPaths.total("paper-" + document, 10 + random.nextInt(20), random));
        }
        return ComparisonPage.of(
                new Collate(StepCosts.standard(), Weights.standard(), 2, done -> {}).collate(paths),
                Sentences.inEnglish());
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

    // ---- two ----

    @Test
    void every_difference_is_said_and_leads_to_its_row_and_back_by_keyboard() {
        Locator said = two.locator("#differences .sentence");
        assertThat(said.first()).containsText("falls to");
        Locator toRow = two.locator("#difference-1 a[href^='#row-']").first();
        String row = toRow.getAttribute("href");
        toRow.focus();
        two.keyboard().press("Enter");
        assertThat(two).hasURL(Pattern.compile(".*" + row + "$"));
        assertThat(two.locator(row)).isInViewport();

        two.locator(row + " a[href^='#difference-']").first().press("Enter");
        assertThat(two.locator("#difference-1")).isInViewport();
    }

    @Test
    void texts_of_case_files_never_become_html() {
        assertThat(two.locator("img[src='x'], marquee, #content script").count())
                .isZero();
        assertThat(two.locator("#row-1 .label").first()).hasText(HOSTILE);
    }

    @Test
    void rows_and_statuses_are_told_by_sign_and_word_too() {
        assertThat(two.locator("tr[data-agreement='only left'] .agreement").first())
                .hasText("<");
        assertThat(two.locator("td.step.inferred .status").first()).containsText("○ inferred");
        assertThat(two.locator("td.step.presumed .status").first()).containsText("◌ presumed");
        assertThat(two.locator("td.step .status", new Page.LocatorOptions().setHasText("disputed"))
                        .first())
                .containsText("◐ evidenced, disputed");
    }

    @Test
    void an_open_order_is_said_to_be_open() {
        assertThat(two.locator(".open-order[data-side='A'], .open-order[data-side='left']"))
                .containsText("order");
    }

    @Test
    void the_diagrams_stand_in_the_page_and_can_be_seen_in_full() {
        Locator image = two.locator("#diagram-A img");
        assertThat(image.evaluate("image => image.naturalWidth")).isEqualTo(900);
        two.locator("#diagram-A .zoom-actual").click();
        assertThat(two.locator("#diagram-A .zoom-actual")).hasAttribute("aria-pressed", "true");
    }

    // ---- fifty ----

    @Test
    void a_page_of_fifty_is_usable_within_two_seconds_and_small() {
        Number usable = (Number) fifty.evaluate("performance.getEntriesByType('navigation')[0].domComplete");
        long size = folder.resolve("fifty.html").toFile().length();
        System.out.printf("Page of 50 documents: complete after %.0f ms, %d kB%n", usable.doubleValue(), size / 1000);

        // the time is reported, not a gate; the size is one
        assertThat(size).isLessThan(3_000_000);
        assertThat(fifty.locator("tr[id^='document-']").count()).isEqualTo(50);
        assertThat(fifty.locator("#heat-map svg").last()).isVisible();
        assertThat(fifty.locator("#tree svg")).isVisible();
        assertThat(fifty.locator("details[id^='against-']").count()).isPositive();
    }

    @Test
    void one_reads_the_cells_by_the_arrow_keys() {
        Locator cell = fifty.locator("td[data-document][data-column]").first();
        cell.focus();
        fifty.keyboard().press("ArrowRight");
        assertThat(fifty.locator(".cell-detail")).not().isEmpty();
    }

    // ---- both ----

    @Test
    void the_pages_ask_for_no_other_file() {
        for (Page page : List.of(two, fifty)) {
            assertThat(
                            page.evaluate(
                                    "performance.getEntriesByType('resource').filter(each => !each.name.startsWith('data:')).length"))
                    .isEqualTo(0);
        }
    }

    @Test
    void nothing_is_cut_off_on_a_laptop_or_a_telephone_in_light_or_dark() {
        for (Page page : List.of(two, fifty)) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : List.of(1366, 360)) {
                    assertThat(Chromium.isTooWide(page, width, scheme)).isFalse();
                }
            }
            Chromium.reset(page);
        }
    }

    @Test
    void on_paper_nothing_stays_behind_a_scroll_bar() {
        two.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(two.locator(".scroller").first().evaluate("box => box.scrollHeight - box.clientHeight"))
                .isEqualTo(0);
        two.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
    }

    @Test
    void axe_finds_nothing_that_keeps_anybody_out() throws IOException {
        for (Page page : List.of(two, fifty)) {
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                assertThat(Chromium.barriers(page, scheme)).isEqualTo(List.of());
            }
        }
    }
}
