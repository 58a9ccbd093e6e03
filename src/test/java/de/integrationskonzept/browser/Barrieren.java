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
            () => {
              const fertig = (!document.querySelector('base[app-name]') || document.documentElement.dataset.bedienhilfe === 'fertig')
                && ![...document.querySelectorAll('.animate-spin, section.loading, .loader-state.loading, .app-splash, .modal:not(.in), [aria-busy=true]')]
                    .some(e => e.checkVisibility())
                && document.getAnimations().every(a => a.playState !== 'running');
              if (!fertig || !window.ikRuhe) window.ikRuhe = performance.now();
              return fertig && performance.now() - window.ikRuhe > 400; // for a while: what comes next may be on its way
            }""";

    /**
     * What gets lost in a narrow window: what sticks out of it, text that is cut off, bars that cover most of it, and what has
     * to be moved sideways without being a table or a diagram.
     */
    private static final String GEHT_VERLOREN = """
            () => {
              const alle = [...document.querySelectorAll('body *')].filter(e => {
                const ort = e.getBoundingClientRect();
                return ort.width > 1 && ort.height > 1 && e.checkVisibility({visibilityProperty: true, opacityProperty: true})
                  && !e.closest('svg, .djs-container, .ik-nur-vorlesen, .ik-sprung, .tooltip, .flatpickr-calendar:not(.open)');
              });
              const stil = new Map(alle.map(e => [e, getComputedStyle(e)]));
              const seitwaerts = e => /auto|scroll/.test(stil.get(e)?.overflowX) && e.scrollWidth > e.clientWidth + 2;
              const imRahmen = e => { for (let a = e; a; a = a.parentElement) { if (a.matches('table') || seitwaerts(a)) return true; } return false; };
              const name = e => e.localName + '.' + e.getAttribute('class');
              const hinaus = alle.filter(e => { const ort = e.getBoundingClientRect(); return (ort.right > innerWidth + 2 || ort.left < -2) && !imRahmen(e); });
              const text = e => [...e.childNodes].some(k => k.nodeType === 3 && k.data.trim());
              const ab = alle.filter(e => text(e) && !imRahmen(e) && !e.matches('input, textarea, select')
                && (stil.get(e).overflowX !== 'visible' && e.scrollWidth > e.clientWidth + 2 || stil.get(e).overflowY === 'hidden' && e.scrollHeight > e.clientHeight + 4));
              const rahmen = alle.filter(e => seitwaerts(e) && !e.matches('table, :has(table), :has(svg), textarea, pre, .modal'));
              const fest = alle.filter(e => stil.get(e).position === 'fixed' && !e.closest('.modal, .modal-backdrop, [notifications-panel]'))
                .reduce((hoehe, e) => hoehe + e.offsetHeight, 0);
              return [...hinaus.slice(0, 5).map(e => 'sticks out: ' + name(e)), ...ab.slice(0, 5).map(e => 'cut off: ' + name(e) + ' ' + e.textContent.trim()),
                ...rahmen.slice(0, 5).map(e => 'moves sideways: ' + name(e)), ...fest > innerHeight / 3 ? ['bars of ' + fest + ' pixels'] : []];
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
    }

    /** Whether everything is there at the present size of the window. */
    void breite(Page seite, String name) {
        int breite = ((Number) seite.evaluate("document.scrollingElement.scrollWidth - innerWidth")).intValue();
        ((List<?>) seite.evaluate(GEHT_VERLOREN)).forEach(verlust -> befunde.add(name + ": " + verlust));
        if (breite > 2) {
            befunde.add(name + ": wider by " + breite);
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
        seite.evaluate("() => { window.ikRuhe = 0; }");
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
