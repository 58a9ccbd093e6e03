package de.integrationskonzept.modell;

import static de.integrationskonzept.modell.WissenXml.angabe;
import static de.integrationskonzept.modell.WissenXml.kinder;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** What people read is there, and German. */
@Component
@Order(7)
class PruefungTexte implements PruefungRegel {

    /** Words that no German text has, placeholders left out. */
    private static final Pattern ENGLISCH = Pattern.compile("\\b(the|and|of|with|your|please|required|submit|field|select|choose|enter|yes|cancel|"
            + "remove|when|task|due|user|value|label|description|reason|decision|comment|approve|reject|done|check|review|update|create|delete|send|"
            + "request|application|approval)\\b", Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern KEIN_TEXT = Pattern.compile("(?s)\\{\\{.*?}}|\\$\\{.*?}|<[^>]*>|`[^`]*`");

    private static final String[] BENANNT = {"task", "manualTask", "serviceTask", "sendTask", "receiveTask", "businessRuleTask", "callActivity",
            "subProcess", "startEvent", "endEvent", "boundaryEvent", "intermediateCatchEvent", "intermediateThrowEvent"};
    private static final Set<String> FORMULARTEXTE = Set.of("label", "description", "dateLabel", "timeLabel", "text");

    @Override
    public void pruefe(List<PruefungDatei> satz, Wissen wissen, PruefungMelder melder) {
        satz.forEach(datei -> {
            datei.schritte(BENANNT).filter(schritt -> angabe(schritt, "name") == null).forEach(schritt -> melder.hinweis(datei, schritt,
                    "Hier fehlt eine Beschriftung. Bitte sagen Sie in ein paar Worten, was geschieht."));
            datei.schritte("exclusiveGateway").forEach(verzweigung -> verzweigung(datei, verzweigung, melder));
            Stream.concat(datei.ablaeufe().stream(), datei.schritte()).forEach(element -> deutsch(datei, element, melder));
            datei.regeln().forEach(regel -> deutsch(datei, regel, melder));
            if (datei.art() == Dateiart.FORMULAR) {
                PruefungFormulare.felder(datei).forEach(feld -> feld.fields().forEachRemaining(angabe -> {
                    if (FORMULARTEXTE.contains(angabe.getKey()) && !angabe.getValue().asText().startsWith("=")) {
                        fremd(angabe.getValue().asText()).ifPresent(wort -> melder.melde(datei, feld.path("id").asText(null),
                                PruefungFormulare.ort(feld), englisch(wort), true));
                    }
                }));
            }
        });
    }

    private static void verzweigung(PruefungDatei datei, Element verzweigung, PruefungMelder melder) {
        String id = verzweigung.getAttribute("id");
        List<Element> wege = kinder((Element) verzweigung.getParentNode(), "sequenceFlow").stream()
                .filter(weg -> id.equals(weg.getAttribute("sourceRef"))).toList();
        if (wege.size() < 2) {
            return;
        }
        if (angabe(verzweigung, "name") == null) {
            melder.hinweis(datei, verzweigung, "Die Verzweigung sagt nicht, was sie fragt. Bitte beschriften Sie sie mit der Frage.");
        }
        wege.stream().filter(weg -> angabe(weg, "name") == null).forEach(weg -> melder.hinweis(datei, weg, "Der Weg sagt nicht, wann er gegangen "
                + "wird. Bitte beschriften Sie ihn mit der Antwort."));
    }

    private static void deutsch(PruefungDatei datei, Element element, PruefungMelder melder) {
        String erklaerung = kinder(element, "documentation").stream().map(Element::getTextContent).reduce("", (a, b) -> a + " " + b);
        boolean steht = element.getParentNode() == datei.wurzel() || element.hasAttribute("id");
        if (steht && !element.getLocalName().equals("property")) {
            fremd(element.getAttribute("name") + " " + erklaerung).ifPresent(wort -> melder.hinweis(datei, element, englisch(wort)));
        }
    }

    private static Optional<String> fremd(String text) {
        return ENGLISCH.matcher(KEIN_TEXT.matcher(text).replaceAll(" ")).results().map(MatchResult::group).findFirst();
    }

    private static String englisch(String wort) {
        return "Der Text ist anscheinend nicht deutsch („" + wort + "“). Bitte schreiben Sie ihn so, wie ihn alle verstehen.";
    }
}
