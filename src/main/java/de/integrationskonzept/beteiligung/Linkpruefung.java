package de.integrationskonzept.beteiligung;

import de.integrationskonzept.engine.Finding;
import de.integrationskonzept.engine.ModelCheck;
import de.integrationskonzept.engine.ModelDocument;
import de.integrationskonzept.engine.SafeXml;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** What a model says about links must be complete: what is shown to people without login is named, and what an answer does too. */
@Component
class Linkpruefung implements ModelCheck {

    private static final String BPMN = "http://www.omg.org/spec/BPMN/20100524/MODEL";
    private static final String CAMUNDA = "http://camunda.org/schema/1.0/bpmn";
    private static final Pattern NAME = Pattern.compile("[a-zA-Z][a-zA-Z0-9]*");
    private static final Pattern NAMEN = Pattern.compile("[a-zA-Z][a-zA-Z0-9]*(\\s*,\\s*[a-zA-Z][a-zA-Z0-9]*)*");
    private static final Map<String, Pattern> ERLAUBT = Map.of(Angebot.FORMULAR, Pattern.compile("[\\w-]{1,255}"),
            Angebot.ANTWORT, Pattern.compile("ergaenzt|erledigt"), Angebot.LISTE, NAME, Angebot.JE, NAME, Angebot.ZEIGT, NAMEN,
            Angebot.TITEL, Pattern.compile("[^\\p{Cntrl}]{1,100}"), Angebot.TAGE, Pattern.compile("[1-9]\\d?|[12]\\d\\d|3[0-5]\\d|36[0-5]"),
            Angebot.VERMERK, NAMEN, Angebot.TAG, NAME);

    @Override
    public List<Finding> check(String datei, byte[] inhalt) {
        List<Finding> befunde = new ArrayList<>();
        if (datei.endsWith(".bpmn")) {
            try {
                Element wurzel = SafeXml.read(inhalt);
                boolean vertraulich = elemente(wurzel, BPMN, "process").stream().anyMatch(prozess -> "true".equals(angaben(prozess).get("vertraulich")));
                elemente(wurzel, BPMN, "userTask").forEach(aufgabe -> befunde(angaben(aufgabe), vertraulich).forEach(satz ->
                        befunde.add(new Finding(datei, ModelDocument.id(aufgabe), ModelDocument.place(aufgabe), satz, false))));
            } catch (SAXException | IOException unlesbar) {
                return List.of(); // others say so
            }
        }
        return befunde;
    }

    private static List<String> befunde(Map<String, String> angaben, boolean vertraulich) {
        List<String> saetze = new ArrayList<>();
        Map<String, String> link = new HashMap<>(angaben);
        link.keySet().removeIf(name -> !name.startsWith("link"));
        if (link.isEmpty()) {
            return saetze;
        }
        link.forEach((name, wert) -> {
            if (!ERLAUBT.containsKey(name) || !ERLAUBT.get(name).matcher(wert).matches()) {
                saetze.add("Die Eigenschaft „" + name + "“ mit dem Wert „" + ModelDocument.shortened(wert) + "“ ist für persönliche Links nicht "
                        + "vorgesehen. Bitte prüfen Sie die Schreibweise.");
            }
        });
        for (String name : List.of(Angebot.FORMULAR, Angebot.ANTWORT, Angebot.TITEL)) {
            if (!link.containsKey(name)) {
                saetze.add("Für persönliche Links fehlt die Eigenschaft „" + name + "“. Bitte ergänzen Sie sie.");
            }
        }
        boolean ergaenzt = "ergaenzt".equals(link.get(Angebot.ANTWORT));
        if (ergaenzt != link.containsKey(Angebot.LISTE) || !ergaenzt && link.containsKey(Angebot.JE)) {
            saetze.add("Eine Liste („linkListe“) gehört genau dann dazu, wenn Antworten sie ergänzen („linkAntwort“ ist „ergaenzt“). Bitte ändern Sie das.");
        }
        if (link.containsKey(Angebot.JE) && !Angebot.namen(link.get(Angebot.ZEIGT)).contains(link.get(Angebot.LISTE))) {
            saetze.add("Wer seine Zeilen einer Liste beantwortet, muss sie sehen. Bitte nennen Sie die Liste auch in „linkZeigt“.");
        }
        if (vertraulich) {
            saetze.add("Zu Aufgaben eines vertraulichen Ablaufs gibt es keine persönlichen Links. Bitte entfernen Sie die Eigenschaften.");
        }
        return saetze;
    }

    private static Map<String, String> angaben(Element element) {
        Map<String, String> angaben = new HashMap<>();
        elemente(element, CAMUNDA, "property").stream().filter(eine -> eine.getParentNode().getParentNode().getParentNode() == element)
                .forEach(eine -> angaben.put(eine.getAttribute("name"), eine.getAttribute("value").strip()));
        return angaben;
    }

    private static List<Element> elemente(Element wurzel, String raum, String name) {
        NodeList alle = wurzel.getElementsByTagNameNS(raum, name);
        List<Element> elemente = new ArrayList<>();
        for (int i = 0; i < alle.getLength(); i++) {
            elemente.add((Element) alle.item(i));
        }
        return elemente;
    }
}
