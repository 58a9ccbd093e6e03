package de.integrationskonzept.beteiligung;

import de.integrationskonzept.beteiligung.Kontakt.Ansprechperson;
import de.integrationskonzept.formular.Formular;
import java.util.Map;
import java.util.TreeMap;

/**
 * What a link leads to.
 *
 * @param ansprechperson null when the link is unknown
 * @param angebot null, with {@code formular}, unless the link is open
 * @param kontext what the form may show, plain values by name
 */
record Blatt(Lage lage, Einladung einladung, Ansprechperson ansprechperson, Angebot angebot, Formular formular, Map<String, Object> kontext) {

    /** Whether an answer can be given, and why not. */
    enum Lage { OFFEN, UNBEKANNT, ZURUECKGEZOGEN, BEANTWORTET, ABGELAUFEN, BEENDET, RUHT }

    /** What was shown: whoever answers something else than what they have seen is asked again. */
    String stand() {
        return Marke.fingerabdruck(formular.id() + new TreeMap<>(kontext)).substring(0, 16);
    }
}
