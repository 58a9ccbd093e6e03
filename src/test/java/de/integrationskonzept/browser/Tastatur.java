package de.integrationskonzept.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.WaitForSelectorState;

/** Somebody who uses no mouse, and sees where they are. */
final class Tastatur {

    private static final int WEITESTER_WEG = 400;

    private final Page seite;

    Tastatur(Page seite) {
        this.seite = seite;
    }

    /** Goes there with the tabulator key. */
    Tastatur zu(Locator ziel) {
        ziel.waitFor(new Locator.WaitForOptions().setState(WaitForSelectorState.ATTACHED)); // a choice takes the keys in a field that nobody sees
        for (int schritt = 0; schritt < WEITESTER_WEG; schritt++) {
            if ((Boolean) ziel.evaluate("e => e === document.activeElement")) {
                assertThat((Boolean) ziel.evaluate("e => [e, e.closest('.fjs-input-group')].some(o => o && getComputedStyle(o).outlineStyle !== 'none')"))
                        .as("focus is visible at " + ziel).isTrue();
                return this;
            }
            seite.keyboard().press("Tab");
        }
        throw new AssertionError("the tabulator key never comes to " + ziel);
    }

    Tastatur druecke(Locator ziel) {
        zu(ziel);
        seite.keyboard().press("Enter");
        return this;
    }

    Tastatur tippe(Locator ziel, String text) {
        zu(ziel);
        seite.keyboard().type(text);
        return this;
    }

    /** Opens the list of a choice and takes that one of its words. */
    Tastatur waehle(Locator ziel, String wort) {
        zu(ziel);
        Locator moeglich = seite.locator(".fjs-dropdownlist-item");
        moeglich.first().waitFor();
        for (int schritt = 0; schritt < 30 && !moeglich.and(seite.locator(".focused")).allInnerTexts().contains(wort); schritt++) {
            seite.keyboard().press("ArrowDown");
        }
        seite.keyboard().press("Enter");
        return this;
    }
}
