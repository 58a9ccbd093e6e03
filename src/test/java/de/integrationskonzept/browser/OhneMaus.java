package de.integrationskonzept.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;

/** Somebody without a mouse. Wherever the tabulator key comes to, it must be seen. */
final class OhneMaus {

    /** Says what is wrong with where the keyboard is: no line around it, or under a bar that stays where it is. */
    private static final String UNSICHTBAR = """
            () => {
              const e = document.activeElement;
              if (!e || e === document.body) return null;
              const name = e.localName + '.' + e.getAttribute('class') + ' ' + e.textContent.trim().slice(0, 30);
              const linie = x => x && getComputedStyle(x).outlineStyle !== 'none' && parseFloat(getComputedStyle(x).outlineWidth) >= 2;
              if (!linie(e) && !linie(e.closest('.fjs-input-group'))) return 'no line: ' + name;
              const ort = e.getBoundingClientRect();
              const kopf = document.querySelector('[cam-widget-header]')?.getBoundingClientRect();
              const fest = kopf && getComputedStyle(document.querySelector('[cam-widget-header]')).position === 'fixed';
              if (fest && !e.closest('[cam-widget-header], .ik-spruenge, .modal') && ort.bottom <= kopf.bottom) return 'under the header: ' + name;
              if (ort.bottom <= 0 || ort.top >= innerHeight || ort.right <= 0 || ort.left >= innerWidth) return 'out of the window: ' + name;
              return null;
            }""";

    private final Page seite;
    private final List<String> unsichtbar = new ArrayList<>();
    private int schritte;

    OhneMaus(Page seite) {
        this.seite = seite;
    }

    /** Goes on with the tabulator key until it is there. */
    OhneMaus gehe(Locator ziel) {
        return gehe(ziel, "Tab");
    }

    OhneMaus geheZurueck(Locator ziel) {
        return gehe(ziel, "Shift+Tab");
    }

    private OhneMaus gehe(Locator ziel, String taste) {
        ziel.waitFor();
        Barrieren.warte(seite);
        for (int schritt = 0; schritt < 250; schritt++) {
            if ((Boolean) ziel.evaluate("e => e === document.activeElement")) {
                return this;
            }
            druecke(taste);
            schritte++;
            Object mangel = seite.evaluate(UNSICHTBAR);
            if (mangel != null) {
                unsichtbar.add((String) mangel);
            }
        }
        throw new AssertionError("the tabulator key never comes to " + ziel);
    }

    OhneMaus druecke(String taste) {
        seite.keyboard().press(taste);
        return this;
    }

    OhneMaus schreibe(String text) {
        seite.keyboard().type(text);
        return this;
    }

    /** Where the keyboard is, in words. */
    String hier() {
        return (String) seite.evaluate("() => document.activeElement.getAttribute('aria-label') || document.activeElement.textContent.trim()");
    }

    void immerGesehen() {
        assertThat(unsichtbar).as("focus that is not seen").isEmpty();
        assertThat(schritte).isGreaterThan(10);
    }
}
