package chancery.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import chancery.cli.engine.RunningServer;
import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The Cockpit plug-in in a real Chromium; skipped, saying so, where there is none. */
class CockpitTest {
    private static final String VIEWER = "/web/bpmn-js/bpmn-navigated-viewer.production.min.js";

    @TempDir
    static Path data;

    private static RunningServer server;
    private static Visitor admin;
    private static Chromium chromium;

    private Page page;

    @BeforeAll
    static void start() {
        assumeTrue(
                CockpitTest.class.getResource(VIEWER) != null,
                "Skipped: the build has not copied bpmn-js to " + VIEWER + " on the class path.");
        chromium = Chromium.start();
        server = RunningServer.on(data);
        admin = new Visitor(
                server.address(), server.login().user(), server.login().password());
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            chromium.close();
            server.close();
        }
    }

    @BeforeEach
    void logIn() {
        page = chromium.logIn(
                server.address(), server.login().user(), server.login().password());
        page.navigate(server.address() + "/camunda/app/cockpit/");
        assertThat(page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Paths").setExact(true)))
                .isVisible();
    }

    @AfterEach
    void leave() {
        page.context().close();
        assertThat(chromium.complaints()).as("what the console complains of").isEmpty();
    }

    @Test
    void the_tab_of_a_definition_shows_running_and_finished_simulated_instances() {
        openTab();
        Locator rows = page.locator(".chancery-tab tbody tr");
        assertThat(rows.filter(withLink("su-1955-83M"))).containsText("archivedrunning");
        assertThat(rows.filter(withLink("su-1955-83M#foreseen"))).containsText("simulatedfinished");
    }

    @Test
    void the_diagram_of_a_definition_shows_how_often_a_step_is_evidenced() {
        openTab();
        JsonNode counted = null;
        for (JsonNode step :
                admin.json("/chancery/api/definitions/" + definitionId()).path("steps")) {
            if (step.path("step").asText().equals("Task_RegisterNote")) {
                counted = step;
            }
        }
        Locator badge = page.locator("[data-container-id=Task_RegisterNote] .chancery-count.chancery-evidenced");
        assertThat(badge)
                .hasText("● " + counted.path("counts").path("evidenced").asInt());
    }

    @Test
    void a_running_instance_is_drawn_as_its_path_says() {
        openTab();
        open("su-1955-83M");
        JsonNode instance = shownInstance();
        assertThat(drawn()).isEqualTo(statuses(instance));
        assertThat(page.locator(".djs-overlay .chancery-waits"))
                .hasCount(instance.path("waitsAt").size());
        page.locator(".chancery-choice summary").click();
        assertThat(page.locator(".chancery-choice p")).hasText("The case file names this procedure.");
        assertThat(page.locator(".chancery-choice li")).containsText("soviet-cc: explains 10 of the 10 marksFor it: ");
        assertThat(page.locator(".chancery-choice"))
                .containsText("number 83/M of the form of series minister-outgoing");
        assertThat(page.locator(".chancery-headline"))
                .containsText("“Register note at the CC” (367vn) is evidenced, disputed");
        assertThat(page.locator("[data-container-id=Task_SignNote] .chancery-date"))
                .hasText("1955-01-17");
        assertThat(page.locator(".chancery-history .chancery-line"))
                .hasCount(instance.path("ledger").size());
        assertThat(page.locator(".chancery-history")).containsText("V. Molotov");
    }

    @Test
    void a_finished_simulated_instance_opens_and_says_loudly_what_it_is() {
        openTab();
        open("su-1955-83M#foreseen");
        JsonNode instance = shownInstance();
        assertThat(page.locator(".chancery-warning")).containsText("Simulated. ");
        Map<String, Integer> expected = statuses(instance);
        assertThat(expected).containsKey("simulated");
        assertThat(drawn()).isEqualTo(expected);
        assertThat(page.locator(".djs-overlay .chancery-waits")).hasCount(0);
        assertThat(page.locator(".chancery-history .chancery-line"))
                .hasCount(instance.path("ledger").size());
    }

    @Test
    void a_step_chosen_by_keyboard_tells_why_it_stands_so() {
        openTab();
        open("su-1955-83M");
        page.locator(".chancery-history .chancery-step")
                .filter(new Locator.FilterOptions().setHasText("Visa of the deputy"))
                .focus();
        page.keyboard().press("Enter");
        assertThat(page.locator(".chancery-details")).containsText("presumed by soviet-cc");
        assertThat(page.locator("[data-container-id=Task_VisaDeputy] .chancery-chosen"))
                .isVisible();
    }

    @Test
    void the_menu_leads_to_the_paths_and_logging_out_to_the_login() {
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Paths").setExact(true))
                .click();
        assertThat(page.locator(".chancery-page .chancery-table")
                        .filter(new Locator.FilterOptions().setHasText("su-1955-584dv")))
                .isVisible();
        page.locator(".account a").first().click();
        page.getByText("Log out").click();
        assertThat(page).hasURL(server.address() + "/login");
        page.navigate(server.address() + "/camunda/app/cockpit/default/");
        assertThat(page).hasURL(server.address() + "/login");
    }

    @Test
    void presumed_steps_are_drawn_weaker_than_inferred_ones_and_listed_with_their_reason() {
        openTab();
        open("su-1955-83M");
        Locator legend = page.locator(".chancery-legend li");
        assertThat(legend.filter(new Locator.FilterOptions().setHasText("presumed")))
                .hasText("◔5 presumed");
        Locator drawn = page.locator("[data-element-id=Task_VisaDeputy].chancery-presumed .djs-visual > :first-child");
        assertThat(drawn).hasCSS("stroke-width", "1.75px");
        assertThat(drawn).hasCSS("fill", "rgb(248, 252, 248)");
        page.locator(".chancery-all summary").click();
        assertThat(page.locator(".chancery-all tr")
                        .filter(new Locator.FilterOptions().setHasText("Visa of the deputy")))
                .containsText("presumed by soviet-cc");
    }

    @Test
    void papers_of_no_procedure_are_found_among_the_processes_and_the_paths() throws IOException {
        for (String place : List.of("processes", "chancery")) {
            page.navigate("about:blank");
            page.navigate(server.address() + "/camunda/app/cockpit/default/#/" + place);
            Locator papers = page.locator(".chancery-papers");
            assertThat(papers.locator("h2")).hasText("Papers of no procedure here");
            assertThat(papers.locator("tbody tr")).hasCount(2);
            for (ColorScheme scheme : List.of(ColorScheme.LIGHT, ColorScheme.DARK)) {
                for (int width : List.of(1366, 360)) {
                    assertThat(Chromium.isTooWide(page, width, scheme)).isFalse();
                    assertThat(Chromium.barriers(page, scheme, ".chancery-papers"))
                            .isEqualTo(List.of());
                }
            }
            Chromium.reset(page);
            papers.getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName("su-1956-1364dv"))
                    .focus();
            page.keyboard().press("Enter");
            assertThat(page.locator("h1")).hasText("su-1956-1364dv");
            assertThat(page.locator("main")).containsText("7 acts evidenced by its marks");
        }
    }

    @Test
    void an_instance_whose_mark_contradicts_itself_says_so() {
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("Paths").setExact(true))
                .click();
        page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName("su-1950-600428sh").setExact(true))
                .click();
        assertThat(page.locator(".chancery-warning"))
                .containsText("11 copies are stated, the distribution list sums to 8");
    }

    private Locator.FilterOptions withLink(String businessKey) {
        return new Locator.FilterOptions()
                .setHas(page.getByRole(
                        AriaRole.LINK,
                        new Page.GetByRoleOptions().setName(businessKey).setExact(true)));
    }

    private void openTab() {
        page.navigate(server.address() + "/camunda/app/cockpit/default/#/process-definition/" + definitionId()
                + "/runtime?detailsTab=chanceryPathsTab");
        assertThat(page.locator(".chancery-tab .chancery-table")).isVisible();
        // Cockpit writes this into the address some time later, whatever page is then shown, and loads that page anew
        assertThat(page).hasURL(Pattern.compile(".*viewbox=.*"));
    }

    private void open(String businessKey) {
        page.locator(".chancery-tab")
                .getByRole(
                        AriaRole.LINK,
                        new Locator.GetByRoleOptions().setName(businessKey).setExact(true))
                .click();
        assertThat(page.locator(".chancery-drawn")).isVisible();
    }

    private static String definitionId() {
        for (JsonNode definition : admin.json("/chancery/api/definitions")) {
            if (definition.path("definitionId").asText().startsWith("soviet-cc:")) {
                return definition.path("definitionId").asText();
            }
        }
        throw new AssertionError("soviet-cc is not deployed");
    }

    private JsonNode shownInstance() {
        return admin.json(
                "/chancery/api/instances/" + page.url().replaceFirst(".*/", "").replaceFirst("\\?.*", ""));
    }

    /** How many elements of the diagram carry the class of each status. */
    private Map<String, Integer> drawn() {
        Map<String, Integer> counts = new TreeMap<>();
        for (String status : List.of(
                "evidenced",
                "inferred",
                "presumed",
                "possible",
                "contradicted",
                "not evidenced",
                "simulated",
                "live",
                "unexplained")) {
            int count = page.locator(".chancery-diagram .djs-element.chancery-" + status.replace(' ', '-'))
                    .count();
            if (count > 0) {
                counts.put(status, count);
            }
        }
        return counts;
    }

    /** How many steps have each status: as the path says, or simulated where only the ledger has them. */
    private static Map<String, Integer> statuses(JsonNode instance) {
        Map<String, String> steps = new HashMap<>();
        Set<String> simulated = new HashSet<>();
        instance.path("ledger").forEach(entry -> {
            if (entry.path("act").path("status").asText().equals("simulated")) {
                simulated.add(entry.path("act").path("step").asText());
            }
        });
        for (JsonNode step : instance.path("path").path("steps")) {
            String id = step.path("id").asText();
            steps.put(
                    id,
                    simulated.contains(id) ? "simulated" : step.path("status").asText());
        }
        Map<String, Integer> counts = new TreeMap<>();
        steps.values().forEach(status -> counts.merge(status, 1, Integer::sum));
        return counts;
    }
}
