package de.integrationskonzept.modell;

import static de.integrationskonzept.modell.WissenXml.alle;
import static de.integrationskonzept.modell.WissenXml.angabe;
import static de.integrationskonzept.modell.WissenXml.camunda;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.w3c.dom.Element;

/**
 * What others need to know of a process.
 *
 * @param datei that holds it
 * @param gerufen keys of the processes that it calls
 * @param formulare ids of its forms
 * @param eigene variables that its steps set, without those of the forms
 * @param uebergaben for each called process, the variables that it is given
 * @param genannt every word that it hands to a bean: most of them name variables
 * @param fragen names in its conditions
 */
record WissenAblauf(String datei, String schluessel, String name, Set<String> gerufen, Set<String> formulare, Set<String> eigene,
        Map<String, Set<String>> uebergaben, Set<String> genannt, Set<String> fragen, List<Regelschritt> regelschritte) {

    private static final Map<String, String> SETZT = Map.of("inputParameter", "name", "outputParameter", "name", "out", "target");
    private static final Set<String> ERGEBNISSE = Set.of("resultVariable", "elementVariable", "errorCodeVariable", "errorMessageVariable",
            "escalationCodeVariable", "initiator");

    /**
     * A step that asks a decision.
     *
     * @param ergebnis how the engine is to take the result, null when nothing is said
     */
    record Regelschritt(String name, String regel, String ergebnis) {
    }

    static WissenAblauf aus(String datei, Element prozess) {
        WissenAblauf ablauf = new WissenAblauf(datei, prozess.getAttribute("id"), prozess.getAttribute("name"), new HashSet<>(), new HashSet<>(),
                new HashSet<>(), new HashMap<>(), new HashSet<>(), new HashSet<>(), new ArrayList<>());
        alle(prozess, "userTask", "startEvent").stream().map(e -> camunda(e, "formRef")).filter(Objects::nonNull).forEach(ablauf.formulare::add);
        alle(prozess, "callActivity").forEach(ablauf::rufe);
        alle(prozess, "businessRuleTask").stream().filter(e -> camunda(e, "decisionRef") != null).forEach(e -> ablauf.regelschritte.add(
                new Regelschritt(e.getAttribute("name"), camunda(e, "decisionRef"), camunda(e, "mapDecisionResult"))));
        alle(prozess, "conditionExpression").forEach(e -> WissenAusdruck.lies(e.getTextContent()).ifPresent(a -> ablauf.fragen.addAll(a.namen())));
        texte(prozess, text -> WissenAusdruck.lies(text).ifPresent(a -> a.aufrufe().forEach(r -> ablauf.genannt.addAll(r.worte()))));
        SETZT.forEach((art, name) -> alle(prozess, art).stream().map(e -> angabe(e, name)).filter(Objects::nonNull).forEach(ablauf.eigene::add));
        alle(prozess).forEach(e -> ERGEBNISSE.stream().map(name -> camunda(e, name)).filter(Objects::nonNull).forEach(ablauf.eigene::add));
        return ablauf;
    }

    private void rufe(Element aufruf) {
        String ziel = angabe(aufruf, "calledElement");
        if (ziel != null && !WissenXml.istAusdruck(ziel)) {
            gerufen.add(ziel);
            alle(aufruf, "in").stream().map(e -> angabe(e, "target")).filter(Objects::nonNull)
                    .forEach(uebergaben.computeIfAbsent(ziel, z -> new HashSet<>())::add);
        }
    }

    /** Every attribute and every text. */
    private static void texte(Element element, Consumer<String> jeder) {
        alle(element).forEach(e -> {
            IntStream.range(0, e.getAttributes().getLength()).forEach(i -> jeder.accept(e.getAttributes().item(i).getNodeValue()));
            if (WissenXml.kinder(e).isEmpty()) {
                jeder.accept(e.getTextContent());
            }
        });
    }
}
