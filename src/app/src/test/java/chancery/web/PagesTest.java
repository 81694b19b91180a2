package chancery.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chancery.cli.engine.RunningServer;
import chancery.web.page.DeskPage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The front page, the desk and the registers in a real Chromium; skipped, saying so, where there is none. */
class PagesTest {
    /** Stands for the page of the first paper of no procedure. */
    private static final String PAPER = "/chancery/papers/…";

    private static final String CARD = "/chancery/registers/minister-outgoing/1955/83";

    @TempDir
    static Path data;

    private static RunningServer server;
    private static Chromium chromium;
    private static String paper;
    private static Page admin;
    private static Page clerk;

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        server = RunningServer.on(data);
        Visitor administrator = new Visitor(
                server.address(), server.login().user(), server.login().password());
        administrator.enterClerk("department");
        administrator.post(
                "/chancery/api/cases",
                Map.of("procedure", "soviet-cc", "entry", "Start_OwnInitiative", "caseId", "2026-ways", "title", "A"));
        paper = administrator
                .json("/chancery/api/papers")
                .path("papers")
                .path(0)
                .path("address")
                .asText();
        admin = chromium.logIn(
                server.address(), server.login().user(), server.login().password());
        clerk = chromium.logIn(server.address(), Visitor.clerkOf("department"), Visitor.passwordOf("department"));
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            chromium.close();
            server.close();
        }
    }

    @AfterEach
    void nothing_is_complained_of() {
        assertThat(chromium.complaints()).isEmpty();
    }

    @Test
    void the_front_page_tells_the_administrator_what_there_is_to_do_and_where_the_cases_stand() {
        go(admin, "/");

        assertThat(admin.locator("#who")).hasText("You are admin, the administrator.");
        assertThat(admin.locator("#ways a"))
                .hasText(new String[] {"Tasklist", "Desk", "Registers", "Papers", "Cockpit", "Admin"});
        assertThat(admin.locator("#ways")).containsText("1 task open.");
        assertThat(admin.locator("#ways")).containsText("1 case at work, 0 ended; nothing is overdue.");
        assertThat(admin.locator("#cases")).containsText("2 at “Cleared with others?” after “Draft the telegram”");
        admin.locator("#cases a").filter(withText("su-1955-83M")).click();
        assertThat(admin.locator(".chancery-page h1")).containsText("su-1955-83M");
    }

    @Test
    void a_clerk_is_shown_no_way_that_is_closed() {
        go(clerk, "/");

        assertThat(clerk.locator("#who")).hasText("You are clerkdepartment, of Foreign Ministry department.");
        assertThat(clerk.locator("#ways a")).hasText(new String[] {"Tasklist", "Desk", "Registers", "Papers"});
        assertThat(clerk.locator("nav.pages a"))
                .hasText(new String[] {"Chancery", "Desk", "Registers", "Papers", "Tasklist"});
        assertThat(clerk.locator("#cases a")).hasCount(0);
        for (String page : List.of("/chancery/desk", CARD)) {
            go(clerk, page);
            assertThat(clerk.locator("a[href*=cockpit]")).hasCount(0);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/chancery/desk", "/chancery/registers", CARD, "/chancery/papers", PAPER})
    void each_page_leads_to_the_others(String page) {
        for (String place : List.of("Chancery", "Desk", "Registers", "Papers")) {
            go(admin, page);
            link(admin.locator("nav.pages"), place).click();
            assertThat(link(admin.locator("nav.pages"), place)).hasAttribute("aria-current", "page");
        }
        go(admin, page);
        link(admin.locator("nav.pages"), "Cockpit").click();
        assertThat(admin).hasURL(Pattern.compile(".*/camunda/app/cockpit/default/.*"));
    }

    @Test
    void cockpit_and_tasklist_lead_back() {
        for (String application : List.of("cockpit", "tasklist")) {
            for (String place : List.of("Desk", "Registers", "Chancery")) {
                go(admin, "/camunda/app/" + application + "/default/");
                admin.getByRole(
                                AriaRole.LINK,
                                new Page.GetByRoleOptions().setName(place).setExact(true))
                        .click();
                assertThat(link(admin.locator("nav.pages"), place)).hasAttribute("aria-current", "page");
            }
        }
    }

    @Test
    void a_number_leads_to_its_card_the_card_to_the_path_and_the_path_back() {
        go(admin, "/chancery/registers/minister-outgoing/1955");
        link(admin.locator("table"), "83/M").click();
        link(admin.locator("article"), "su-1955-83M note").click();
        Locator heading = admin.locator(".chancery-page header");
        assertThat(heading.locator("h1")).containsText("su-1955-83M");
        link(heading, "83/M").click();
        assertThat(admin).hasURL(server.address() + CARD);
    }

    @Test
    void a_number_of_no_series_leads_to_the_path_at_once() {
        go(admin, "/chancery/registers");
        link(admin.locator("table").last(), "367vn").click();
        assertThat(admin.locator(".chancery-page h1")).containsText("su-1955-83M");
    }

    @Test
    void a_number_on_a_paper_of_no_procedure_leads_to_the_paper() {
        go(clerk, "/chancery/registers");
        link(clerk.locator("table").last(), "858-372cc").click();
        assertThat(clerk.locator("h1")).hasText("su-1953-858-372cc");
        assertThat(clerk.locator("#choice")).hasText("Which procedure: none");
        assertThat(clerk.locator(".sound")).containsText("Vouched for.");
    }

    @Test
    void a_paper_is_read_by_keyboard_alone() {
        go(clerk, "/chancery/papers");
        link(clerk.locator("table"), "su-1953-858-372cc").focus();
        clerk.keyboard().press("Enter");
        assertThat(clerk.locator("svg")).containsText("Approve resolution");
        for (String region : List.of("Drawing of the path", "Acts", "Ledger entries")) {
            Locator place = clerk.getByRole(
                    AriaRole.REGION, new Page.GetByRoleOptions().setName(region).setExact(true));
            place.focus();
            assertThat(place).isFocused();
        }
        Locator folded = clerk.locator("details summary").first();
        folded.focus();
        clerk.keyboard().press("Enter");
        assertThat(clerk.locator("details[open] .trial").first()).isVisible();
    }

    @Test
    void the_page_of_all_paths_leads_to_the_desk_and_the_registers() {
        for (String place : List.of("desk", "registers")) {
            go(admin, "/camunda/app/cockpit/default/#/chancery");
            link(admin.locator(".chancery-page"), place).click();
            assertThat(admin).hasURL(server.address() + "/chancery/" + place);
        }
    }

    @Test
    void logging_out_leads_to_the_login() {
        Page page = chromium.logIn(
                server.address(), server.login().user(), server.login().password());
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log out"))
                .click();
        assertThat(page).hasURL(server.address() + "/login?logout");
        page.navigate(server.address() + "/");
        assertThat(page).hasURL(server.address() + "/login");
        page.context().close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/chancery/desk",
                "/chancery/registers",
                "/chancery/registers/minister-outgoing/1955",
                CARD,
                "/chancery/papers",
                PAPER
            })
    void nobody_is_kept_out_on_a_laptop_or_a_telephone_in_light_or_dark(String page) throws IOException {
        for (Page reader : List.of(admin, clerk)) {
            go(reader, page);
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : List.of(1366, 360)) {
                    assertThat(Chromium.isTooWide(reader, width, scheme)).isFalse();
                    assertThat(Chromium.barriers(reader, scheme)).isEqualTo(List.of());
                }
            }
            Chromium.reset(reader);
        }
    }

    /** From nowhere, since an address that differs in its fragment alone loads no page. */
    private static void go(Page page, String path) {
        page.navigate("about:blank");
        page.navigate(server.address() + (path.equals(PAPER) ? paper : path));
        if (path.equals("/")) {
            assertThat(page.locator("#ways a").first()).isVisible();
        }
        if (path.equals(DeskPage.PATH)) {
            assertThat(page.locator("#cases article").first()).isVisible();
        }
    }

    private static Locator link(Locator within, String name) {
        return within.getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(name).setExact(true))
                .first();
    }

    private static Locator.FilterOptions withText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
