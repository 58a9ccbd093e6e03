package de.integrationskonzept.modell;

import de.integrationskonzept.engine.Finding;

/**
 * What was found, as the pages show it.
 *
 * @param element id, null when it is the file as a whole
 * @param ort the element as people find it, null as well
 * @param art {@code fehler} stands in the way of deploying, {@code hinweis} does not
 */
record Befund(String datei, String element, String ort, String art, String satz) {

    static final String FEHLER = "fehler";

    static Befund aus(Finding befund) {
        return new Befund(befund.file(), befund.element(), befund.place(), befund.hint() ? "hinweis" : FEHLER, befund.reason());
    }
}
