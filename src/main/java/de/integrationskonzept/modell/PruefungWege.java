package de.integrationskonzept.modell;

import static de.integrationskonzept.modell.WissenXml.alle;
import static de.integrationskonzept.modell.WissenXml.angabe;
import static de.integrationskonzept.modell.WissenXml.kinder;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** Every step is reached, and from every step it goes on. */
@Component
@Order(5)
class PruefungWege implements PruefungRegel {

    /** What may stand at the end: parts that run beside the others, and events that end something. */
    private static final Set<String> DARF_ENDEN = Set.of("endEvent", "callActivity", "subProcess");
    private static final Set<String> VERZWEIGUNG = Set.of("exclusiveGateway", "inclusiveGateway");

    @Override
    public void pruefe(List<PruefungDatei> satz, Wissen wissen, PruefungMelder melder) {
        satz.forEach(datei -> datei.ablaeufe().forEach(ablauf -> Stream.concat(Stream.of(ablauf), alle(ablauf, "subProcess").stream())
                .forEach(bereich -> bereich(datei, bereich, melder))));
    }

    private static void bereich(PruefungDatei datei, Element bereich, PruefungMelder melder) {
        List<Element> schritte = kinder(bereich).stream().filter(PruefungWege::istSchritt).toList();
        List<Element> wege = kinder(bereich, "sequenceFlow");
        Set<String> erreicht = erreicht(schritte, wege);
        Set<String> gehtWeiter = wege.stream().map(weg -> weg.getAttribute("sourceRef")).collect(Collectors.toSet());
        schritte.forEach(schritt -> {
            String id = schritt.getAttribute("id");
            if (!erreicht.contains(id)) {
                melder.fehler(datei, schritt, "Zu dieser Stelle führt kein Weg; sie käme nie an die Reihe. Bitte verbinden Sie sie, oder "
                        + "entfernen Sie sie.");
            } else if (!gehtWeiter.contains(id) && !DARF_ENDEN.contains(schritt.getLocalName())
                    && sprung(schritt, "intermediateThrowEvent") == null) {
                melder.fehler(datei, schritt, "Von dieser Stelle führt kein Weg weiter. Bitte ziehen Sie einen Weg zum nächsten Schritt oder zu "
                        + "einem Endereignis.");
            }
            if (VERZWEIGUNG.contains(schritt.getLocalName()) && angabe(schritt, "default") == null) {
                verzweigung(datei, schritt, wege.stream().filter(weg -> id.equals(weg.getAttribute("sourceRef"))).toList(), melder);
            }
        });
    }

    private static boolean istSchritt(Element element) {
        String art = element.getLocalName();
        return art.endsWith("Task") || art.equals("task") || art.endsWith("Gateway") || art.endsWith("Event") || art.equals("callActivity")
                || art.equals("subProcess");
    }

    private static Set<String> erreicht(List<Element> schritte, List<Element> wege) {
        Deque<Element> offen = new ArrayDeque<>(schritte.stream().filter(s -> s.getLocalName().equals("startEvent")
                || "true".equals(s.getAttribute("triggeredByEvent"))).toList());
        Set<String> erreicht = new HashSet<>();
        while (!offen.isEmpty()) {
            Element hier = offen.poll();
            if (erreicht.add(hier.getAttribute("id"))) {
                schritte.stream().filter(dort -> folgt(hier, dort, wege)).forEach(offen::add);
            }
        }
        return erreicht;
    }

    private static boolean folgt(Element hier, Element dort, List<Element> wege) {
        String id = hier.getAttribute("id");
        String absprung = sprung(hier, "intermediateThrowEvent");
        return id.equals(dort.getAttribute("attachedToRef")) || absprung != null && absprung.equals(sprung(dort, "intermediateCatchEvent"))
                || wege.stream().anyMatch(weg -> id.equals(weg.getAttribute("sourceRef"))
                && dort.getAttribute("id").equals(weg.getAttribute("targetRef")));
    }

    /** The name of the link that the event throws or catches, null when it is no link. */
    private static String sprung(Element schritt, String art) {
        return !art.equals(schritt.getLocalName()) ? null : kinder(schritt, "linkEventDefinition").stream().map(e -> e.getAttribute("name"))
                .findFirst().orElse(null);
    }

    private static void verzweigung(PruefungDatei datei, Element schritt, List<Element> wege, PruefungMelder melder) {
        List<String> bedingungen = wege.stream().flatMap(weg -> kinder(weg, "conditionExpression").stream())
                .map(bedingung -> bedingung.getTextContent().replaceAll("\\s", "")).toList();
        if (wege.size() > 1 && bedingungen.size() == wege.size() && !ergaenzen(bedingungen)) {
            melder.hinweis(datei, schritt, "Wenn keine der Bedingungen zutrifft, bleibt die Akte hier mit einem Fehler stehen. Bitte machen Sie "
                    + "einen der Wege zum Standardweg (Default flow).");
        }
    }

    private static boolean ergaenzen(List<String> bedingungen) {
        return bedingungen.size() == 2 && (verneint(bedingungen.get(0)).contains(bedingungen.get(1))
                || verneint(bedingungen.get(1)).contains(bedingungen.get(0)));
    }

    private static List<String> verneint(String bedingung) {
        String innen = bedingung.replaceFirst("^[$#]\\{(.*)}$", "$1");
        return List.of("${!" + innen + "}", "${!(" + innen + ")}", "${" + innen.replaceFirst("==", "!=") + "}");
    }
}
