package de.integrationskonzept.browser;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.AxeResults;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Looks at pages as they are on the screen and remembers what keeps people out: what axe-core finds critical or serious,
 * what does not fit into a window magnified to 400 %, and pages that do not say where one is. What axe-core only
 * recommends is written to target/browser/barrieren.txt.
 */
final class Barrieren {

    private static final List<String> REGELN = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice");
    private static final Set<String> SCHWER = Set.of("critical", "serious");
    /** 1280 CSS pixels at 400 %. */
    private static final int SCHMAL = 320;

    /** Nothing turns any more, and the scripts that help have done their work. */
    private static final String RUHIG = """
            () => (!document.querySelector('base[app-name]') || document.documentElement.dataset.bedienhilfe === 'fertig')
              && ![...document.querySelectorAll('.animate-spin, .loader-state.loading, .app-splash, .modal:not(.in), [aria-busy=true]')]
                  .some(e => e.checkVisibility())
              && document.getAnimations().every(a => a.playState !== 'running')""";

    /** What sticks out of the window and is in no frame of its own that can be moved. */
    private static final String RAGT_HINAUS = """
            () => {
              const rahmen = e => { for (let a = e.parentElement; a; a = a.parentElement) {
                if (/auto|scroll/.test(getComputedStyle(a).overflowX) || a.matches('svg, .djs-container')) return true; } return false; };
              return [...document.querySelectorAll('body *')].filter(e => {
                const ort = e.getBoundingClientRect();
                return e.checkVisibility({visibilityProperty: true}) && ort.width > 1 && ort.height > 1 && (ort.right > innerWidth + 2 || ort.left < -2)
                  && !rahmen(e) && !e.closest('svg, .ik-nur-vorlesen, .ik-sprung, .tooltip');
              }).slice(0, 5).map(e => e.localName + '.' + e.getAttribute('class'));
            }""";

    private static final String GLIEDERUNG = """
            () => {
              const maengel = [];
              const sichtbar = wahl => [...document.querySelectorAll(wahl)].filter(e => e.checkVisibility());
              if (document.documentElement.lang !== 'de') maengel.push('the language is not said');
              if (sichtbar('main, [role=main]').length !== 1) maengel.push('not one main: ' + sichtbar('main, [role=main]').length);
              const erste = sichtbar('h1:not([aria-level]), [aria-level="1"]').map(e => e.textContent.trim());
              if (erste.length !== 1 || !erste[0]) maengel.push('not one heading of the first level: ' + erste);
              return maengel;
            }""";

    private final List<String> befunde = new ArrayList<>();
    private final List<String> bericht = new ArrayList<>();
    private final Set<String> titel = new TreeSet<>();

    /** A page that is on the screen, with what is open on it. */
    void pruefe(Page seite, String name) {
        warte(seite);
        pruefeRegeln(seite, name);
        if (seite.locator(".modal.in").count() == 0) {
            ((List<?>) seite.evaluate(GLIEDERUNG)).forEach(mangel -> befunde.add(name + ": " + mangel));
        }
        titel.add(seite.title());
    }

    /** The same page at 400 %, and back. */
    void pruefeSchmal(Page seite, String name) {
        var vorher = seite.viewportSize();
        seite.setViewportSize(SCHMAL, 256);
        warte(seite);
        breite(seite, name + " bei 400 %");
        seite.setViewportSize(vorher.width, vorher.height);
        warte(seite);
    }

    void breite(Page seite, String name) {
        int breite = ((Number) seite.evaluate("document.scrollingElement.scrollWidth - innerWidth")).intValue();
        List<?> hinaus = (List<?>) seite.evaluate(RAGT_HINAUS);
        if (breite > 2 || !hinaus.isEmpty()) {
            befunde.add(name + ": wider by " + breite + ", sticks out: " + hinaus);
        }
    }

    private void pruefeRegeln(Page seite, String name) {
        seite.evaluate("() => document.querySelectorAll('.modal').forEach(fenster => { fenster.scrollTop = 0; })"); // what lies above it stumbles over
        AxeResults ergebnis = new AxeBuilder(seite).withTags(REGELN).setLegacyMode(true).analyze();
        ergebnis.getViolations().forEach(regel -> {
            boolean schwer = SCHWER.contains(regel.getImpact()) && !regel.getTags().contains("best-practice");
            for (CheckedNode stelle : regel.getNodes()) {
                String satz = name + ": " + regel.getImpact() + " " + regel.getId() + " " + stelle.getTarget() + " " + stelle.getHtml();
                (schwer ? befunde : bericht).add(satz);
            }
        });
        // A rule that stumbled over the page has not looked at it.
        ergebnis.getIncomplete().stream().filter(Barrieren::gestolpert)
                .forEach(regel -> befunde.add(name + ": the rule " + regel.getId() + " failed at " + regel.getNodes().get(0).getTarget()));
    }

    private static boolean gestolpert(Rule regel) {
        return regel.getNodes().stream().flatMap(n -> Stream.of(n.getAny(), n.getAll(), n.getNone())).flatMap(List::stream)
                .anyMatch(pruefung -> "error-occurred".equals(pruefung.getId()));
    }

    static void warte(Page seite) {
        seite.waitForFunction(RUHIG);
    }

    List<String> befunde() {
        try {
            Files.createDirectories(Path.of("target", "browser"));
            Files.write(Path.of("target", "browser", "barrieren.txt"), bericht);
        } catch (IOException fehler) {
            throw new UncheckedIOException(fehler);
        }
        return befunde;
    }

    /** The titles of the pages looked at. */
    Set<String> titel() {
        return titel;
    }
}
