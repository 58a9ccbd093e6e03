package de.integrationskonzept.browser;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.Request;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.WebError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.impl.driver.Driver;
import com.microsoft.playwright.options.LoadState;
import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * A real Chromium, one for all browser tests: an installed one, else the one that Playwright downloads. Each person has
 * a session of its own. When a test fails, what the people saw lies under target/browser.
 */
public class Chromium implements BeforeEachCallback, AfterEachCallback {

    private static final List<String> OPTIONEN = List.of("--headless", "--no-sandbox", "--disable-gpu", "--disable-quic",
            "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync");

    /** Long enough for a busy machine; nothing waits longer than it must. */
    private static final double WARTET_MS = 60_000;

    private static Playwright playwright;
    private static Browser browser;

    /** Nothing of the people before is left in them but what the browser keeps of the pages, so that it does not read them anew for each. */
    private static final Deque<BrowserContext> FREI = new ArrayDeque<>();

    private final Map<String, Sitzung> sitzungen = new LinkedHashMap<>();
    /** Requests that left this machine, and errors of scripts. */
    private final List<String> auffaellig = new ArrayList<>();
    private String adresse;

    private record Sitzung(BrowserContext browser, Consumer<Request> anfrage, Consumer<WebError> fehler) {
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        adresse = "http://127.0.0.1:" + SpringExtension.getApplicationContext(test).getEnvironment()
                .getRequiredProperty("local.server.port");
        auffaellig.clear();
        starte();
    }

    @Override
    public void afterEach(ExtensionContext test) {
        if (test.getExecutionException().isPresent()) {
            sitzungen.forEach((person, sitzung) -> sitzung.browser().pages().forEach(seite -> seite.screenshot(new Page.ScreenshotOptions()
                    .setPath(Path.of("target", "browser", test.getRequiredTestClass().getSimpleName() + "-" + person + ".png")))));
        }
        sitzungen.values().forEach(this::raeume);
        sitzungen.clear();
    }

    /** Somebody logs in at the start page, in a session of their own, and is where the application leads them. */
    public Arbeitsplatz anmelden(String kennung) {
        return vorDerAnmeldung(kennung).anmelden();
    }

    Arbeitsplatz vorDerAnmeldung(String kennung) {
        return new Arbeitsplatz(leereSeite(kennung), adresse, kennung).rufeAuf();
    }

    /** Somebody who has opened the browser and nothing else yet. */
    Page leereSeite(String kennung) {
        if (sitzungen.containsKey(kennung)) {
            verabschiede(kennung);
        }
        BrowserContext browser = FREI.isEmpty() ? neu() : FREI.pop();
        Sitzung sitzung = new Sitzung(browser, anfrage -> {
            if (!anfrage.url().startsWith(adresse) && !anfrage.url().matches("(data|blob|about):.*")) {
                auffaellig.add(kennung + " ruft " + anfrage.url());
            }
        }, fehler -> auffaellig.add(kennung + ": " + fehler.error()));
        browser.onRequest(sitzung.anfrage());
        browser.onWebError(sitzung.fehler());
        sitzungen.put(kennung, sitzung);
        return browser.newPage();
    }

    /** Somebody goes away when everything that they asked for has arrived. */
    void verabschiede(String kennung) {
        Sitzung sitzung = sitzungen.remove(kennung);
        sitzung.browser().pages().forEach(seite -> seite.waitForLoadState(LoadState.NETWORKIDLE));
        raeume(sitzung);
    }

    private static BrowserContext neu() {
        BrowserContext sitzung = browser.newContext(new Browser.NewContextOptions().setLocale("de-DE")
                .setTimezoneId("Europe/Berlin").setViewportSize(1360, 850));
        sitzung.setDefaultTimeout(WARTET_MS);
        return sitzung;
    }

    /** Whoever comes next finds no login and nothing that a page has noted. */
    private void raeume(Sitzung sitzung) {
        BrowserContext browser = sitzung.browser();
        browser.offRequest(sitzung.anfrage());
        browser.offWebError(sitzung.fehler());
        browser.pages().forEach(Page::close);
        browser.clearCookies();
        Page leer = browser.newPage();
        leer.route("**", weg -> weg.fulfill(new Route.FulfillOptions().setContentType("text/html").setBody("")));
        leer.navigate(adresse);
        leer.evaluate("() => localStorage.clear()");
        leer.close();
        FREI.push(browser);
    }

    /** What a browser should not have done: left this machine, or run into an error of a script. */
    public List<String> auffaellig() {
        return auffaellig;
    }

    private static synchronized void starte() {
        if (browser != null) {
            return;
        }
        Optional<Path> vorhanden = vorhanden();
        if (vorhanden.isEmpty()) {
            lade();
        }
        playwright = Playwright.create(new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        BrowserType.LaunchOptions start = new BrowserType.LaunchOptions().setArgs(OPTIONEN);
        vorhanden.ifPresent(start::setExecutablePath);
        PlaywrightAssertions.setDefaultAssertionTimeout(WARTET_MS);
        browser = playwright.chromium().launch(start);
        Runtime.getRuntime().addShutdownHook(new Thread(playwright::close));
    }

    private static Optional<Path> vorhanden() {
        return Stream.of(System.getenv("PATH").split(File.pathSeparator))
                .flatMap(ordner -> Stream.of("chromium", "chromium-browser", "google-chrome").map(name -> Path.of(ordner, name)))
                .filter(Files::isExecutable).findFirst();
    }

    /** Playwright's own Chromium, and nothing else of what it could bring. */
    private static void lade() {
        ProcessBuilder befehl = Driver.ensureDriverInstalled(Map.of(), false).createProcessBuilder();
        befehl.command().addAll(List.of("install", "--only-shell", "chromium"));
        if ("root".equals(System.getProperty("user.name"))) {
            befehl.command().add("--with-deps");
        }
        try {
            if (befehl.inheritIO().start().waitFor() != 0) {
                throw new IllegalStateException("There is no Chromium, and Playwright could not get one. Please install one.");
            }
        } catch (IOException fehler) {
            throw new UncheckedIOException(fehler);
        } catch (InterruptedException fehler) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(fehler);
        }
    }
}
