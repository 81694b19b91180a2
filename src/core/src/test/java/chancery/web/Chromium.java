package chancery.web;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Media;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A real browser on a laptop screen; whatever its console complains of is kept. */
public final class Chromium implements AutoCloseable {
    private static final Path PROGRAM =
            Path.of(Optional.ofNullable(System.getenv("CHROMIUM")).orElse("/usr/bin/chromium"));

    private static final Path AXE = Path.of("src/web/node_modules/axe-core/axe.min.js");

    private final Playwright playwright;
    private final Browser browser;
    private final List<String> complaints = new ArrayList<>();

    private Chromium(Playwright playwright, Browser browser) {
        this.playwright = playwright;
        this.browser = browser;
    }

    /** Starts it; where there is none, the test is skipped, saying so. */
    public static Chromium start() {
        assumeTrue(
                Files.isExecutable(PROGRAM),
                "Skipped: there is no Chromium at " + PROGRAM + "; name one in the environment variable CHROMIUM.");
        // the first page after a cold start takes its time
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        Playwright playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        Browser browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(PROGRAM)
                        .setArgs(List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--no-first-run")));
        return new Chromium(playwright, browser);
    }

    /** A page of somebody's own, logged in. */
    Page logIn(String address, String user, String password) {
        Page page = open(address + "/login");
        page.getByLabel("User").fill(user);
        page.getByLabel("Password").fill(password);
        page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Log in"))
                .click();
        page.waitForURL(url -> !url.endsWith("/login"));
        return page;
    }

    /** A page of somebody's own. */
    public Page open(String address) {
        Page page = browser.newContext(new Browser.NewContextOptions().setViewportSize(1366, 768))
                .newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.navigate(address);
        return page;
    }

    /** Whether a page that is {@code width} wide and of that colour scheme has to be pushed sideways. */
    public static boolean isTooWide(Page page, int width, ColorScheme scheme) {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(width, 768);
        return !page.evaluate("document.documentElement.scrollWidth").equals(width);
    }

    /** What keeps somebody out of a page, after the guidelines WCAG 2 A and AA, in that colour scheme. */
    public static Object barriers(Page page, ColorScheme scheme) throws IOException {
        return barriers(page, scheme, "html");
    }

    /** What keeps somebody out of a part of a page; see {@link #barriers(Page, ColorScheme)}. */
    public static Object barriers(Page page, ColorScheme scheme, String within) throws IOException {
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.evaluate(Files.readString(AXE) + "; 0");
        return page.evaluate("axe.run('" + within + "', {runOnly: ['wcag2a', 'wcag2aa']}).then(found =>"
                + " found.violations.map(each => each.id + ' ' + each.nodes[0].html))");
    }

    /** The page on a laptop screen again, in light colours. */
    public static void reset(Page page) {
        page.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN).setColorScheme(ColorScheme.LIGHT));
        page.setViewportSize(1366, 768);
    }

    /** What the console has complained of since it was last asked. */
    public List<String> complaints() {
        List<String> since = List.copyOf(complaints);
        complaints.clear();
        return since;
    }

    @Override
    public void close() {
        playwright.close();
    }
}
