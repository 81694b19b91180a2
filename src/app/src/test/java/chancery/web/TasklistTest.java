package chancery.web;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import chancery.cli.engine.RunningServer;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import com.microsoft.playwright.options.AriaRole;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Live work in Tasklist and on the desk, in a real Chromium; skipped, saying so, where there is none. */
class TasklistTest {
    private static final String CASE = "2026-journal-1";

    @TempDir
    static Path data;

    private static RunningServer server;
    private static Chromium chromium;
    private static Visitor admin;
    private static final Map<String, Page> PAGES = new HashMap<>();
    private static final Set<String> CLAIMED = new HashSet<>();

    @BeforeAll
    static void start() {
        chromium = Chromium.start();
        server = RunningServer.on(data);
        admin = new Visitor(
                server.address(), server.login().user(), server.login().password());
        for (String office : List.of("post", "general-secretariat", "department", "readers")) {
            admin.enterClerk(office);
            PAGES.put(office, chromium.logIn(server.address(), Visitor.clerkOf(office), Visitor.passwordOf(office)));
        }
    }

    @AfterAll
    static void stop() {
        if (server != null) {
            chromium.close();
            server.close();
        }
    }

    @AfterEach
    void nothingIsComplainedOf() {
        // a form that is refused, or a claim that comes too late, is answered so, which the console calls an error
        assertThat(chromium.complaints())
                .as("what the console complains of")
                .allMatch(complaint -> complaint.matches(".*status of (400|409).*"));
    }

    @Test
    void a_journal_goes_from_the_post_through_four_offices_to_the_file() {
        begin();
        complete("post", "Draft the paper", Map.of());
        complete("post", "Type the copies", Map.of("copiesTyped", "2"));
        complete("post", "Give the post's number", Map.of());
        choose("post", "Classify the paper", "carriage", "By bag", Map.of());
        complete("post", "Send by bag", Map.of());
        choose("general-secretariat", "Receive the bag", "registration", "Secretariat, then department", Map.of());
        complete("general-secretariat", "Register at the secretariat", Map.of("correspondent", "Embassy"));
        complete("department", "Register at the department", Map.of("subject", "Journal"));
        refused(
                "department",
                "Send copies by the list",
                Map.of("recipients", "Gromyko; Fedorenko", "copiesStated", "1"),
                "2 recipients are named for 1 copies");
        complete("department", "Send copies by the list", Map.of("recipients", "Gromyko; Fedorenko"));
        complete("readers", "Read the copy", Map.of());
        choose(
                "readers",
                "Write a disposition",
                "outcome",
                "Put by",
                Map.of("disposition", "to the file", "executor", "Ivanov"));
        complete("department", "Put by", Map.of());

        Page desk = PAGES.get("department");
        desk.navigate(server.address() + "/chancery/desk");
        assertThat(atWork(desk)).containsText("Ended ");
    }

    @Test
    void a_claim_that_comes_too_late_is_shown_who_has_the_task() {
        assertThat(admin.post(
                                "/chancery/api/cases",
                                Map.of(
                                        "procedure", "soviet-cc",
                                        "entry", "Start_OwnInitiative",
                                        "caseId", "2026-late",
                                        "title", "A matter"))
                        .statusCode())
                .isEqualTo(201);
        Page page = open("department", "2026-late", "Draft note");
        String task = page.url().replaceFirst(".*[?&]task=([^&]*).*", "$1");
        assertThat(admin.post(Visitor.ENGINE + "/task/" + task + "/claim", Map.of("userId", "admin"))
                        .statusCode())
                .isEqualTo(204);

        page.getByText("Claim", new Page.GetByTextOptions().setExact(true))
                .first()
                .click();
        assertThat(page.locator("body")).containsText("is with admin, who has claimed it. Take another task");
    }

    private static void begin() {
        Page desk = PAGES.get("post");
        desk.navigate(server.address() + "/chancery/desk");
        desk.getByLabel("Entry").selectOption("soviet-incoming: Post has something to report (post)");
        desk.getByLabel("Case id").fill(CASE);
        desk.getByLabel("Title").fill("Journal of the ambassador");
        desk.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Begin"))
                .click();
        assertThat(atWork(desk)).containsText("Stands at: Draft the paper");
    }

    /** What the desk says of the case. */
    private static Locator atWork(Page desk) {
        return desk.locator("article").filter(withText(CASE));
    }

    /**
     * Opens a task of the case in an office's list, claimed. A claim draws the form anew and binds its values, which would
     * overwrite what is filled in meanwhile; so the task is opened again behind it.
     */
    private static Page claim(String office, String task) {
        Page page = open(office, CASE, task);
        if (CLAIMED.add(task)) {
            page.waitForResponse(
                    answer -> answer.url().endsWith("/claim"),
                    () -> page.getByText("Claim", new Page.GetByTextOptions().setExact(true))
                            .first()
                            .click());
            open(office, CASE, task);
        }
        assertThat(page.locator("form[name=generatedForm]")).isVisible();
        return page;
    }

    private static Page open(String office, String caseId, String task) {
        Page page = PAGES.get(office);
        page.navigate("about:blank");
        page.navigate(server.address() + "/camunda/app/tasklist/default/");
        Locator listed = page.locator(".tasks-list li.task")
                .filter(withText(caseId))
                .filter(withText(task))
                .first();
        assertThat(listed).containsText(caseId.equals(CASE) ? "Journal of the ambassador" : "A matter");
        listed.click();
        assertThat(page.locator(".task-card h2, .task-details h2, h2").first()).containsText(task);
        return page;
    }

    private static void complete(String office, String task, Map<String, String> particulars) {
        Page page = claim(office, task);
        fill(page, particulars);
        completed(page);
    }

    private static void choose(
            String office, String task, String variable, String label, Map<String, String> particulars) {
        Page page = claim(office, task);
        fill(page, particulars);
        page.locator("form select[name=" + variable + "]").selectOption(label);
        completed(page);
    }

    private static void completed(Page page) {
        Response answer = page.waitForResponse(
                sent -> sent.url().endsWith("/submit-form"), () -> button(page).click());
        assertThat(answer.ok()).as(answer.url()).isTrue();
        assertThat(page.locator("form[name=generatedForm]")).hasCount(0);
    }

    /** A form that lacks what it must have cannot be sent; one that contradicts itself is answered with the reason. */
    private static void refused(String office, String task, Map<String, String> particulars, String because) {
        Page page = claim(office, task);
        assertThat(button(page)).isDisabled();
        fill(page, particulars);
        button(page).click();
        assertThat(page.locator("body")).containsText(because);
        assertThat(button(page)).isVisible();
    }

    private static void fill(Page page, Map<String, String> particulars) {
        particulars.forEach(
                (name, value) -> page.locator("form [name=" + name + "]").fill(value));
    }

    private static Locator button(Page page) {
        return page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Complete"));
    }

    private static Locator.FilterOptions withText(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }
}
