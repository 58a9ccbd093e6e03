package de.integrationskonzept.modell;

import static de.integrationskonzept.modell.WissenXml.alle;
import static de.integrationskonzept.modell.WissenXml.angabe;
import static de.integrationskonzept.modell.WissenXml.kinder;

import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.w3c.dom.Element;

/**
 * What others need to know of a decision.
 *
 * @param datei named like the decision that the others in the file lead to
 * @param mehrere whether several rows may match, each with a result of its own
 * @param ausgaben names of its columns, empty when it is no table
 */
record WissenRegel(String datei, String schluessel, boolean mehrere, Set<String> ausgaben) {

    private static final Set<String> MEHRERE = Set.of("COLLECT", "RULE ORDER", "OUTPUT ORDER");

    /** @param ergebnis how a step takes the result, null when it does not say */
    boolean mehrereFuer(String ergebnis) {
        return mehrere && ergebnis != null && ergebnis.startsWith("single");
    }

    /** @param ergebnis how a step takes the result, null when it does not say */
    boolean mehrWerteAls(String ergebnis) {
        return ausgaben.size() > 1 && ergebnis != null && ergebnis.endsWith("Entry");
    }

    static WissenRegel aus(String datei, Element entscheidung) {
        Element tabelle = kinder(entscheidung, "decisionTable").stream().findFirst().orElse(null);
        return new WissenRegel(datei, entscheidung.getAttribute("id"), tabelle != null && MEHRERE.contains(tabelle.getAttribute("hitPolicy"))
                && angabe(tabelle, "aggregation") == null, tabelle == null ? Set.of() : kinder(tabelle, "output").stream()
                .map(spalte -> spalte.getAttribute("name")).collect(Collectors.toSet()));
    }

    /** The decision that no other one in the file requires: it gives the file its name. */
    static String haupt(Element definitionen) {
        Set<String> gebraucht = alle(definitionen, "requiredDecision").stream().map(e -> e.getAttribute("href").replaceFirst("^#", ""))
                .collect(Collectors.toSet());
        return kinder(definitionen, "decision").stream().map(e -> angabe(e, "id")).filter(Objects::nonNull).filter(id -> !gebraucht.contains(id))
                .findFirst().orElse(null);
    }
}
