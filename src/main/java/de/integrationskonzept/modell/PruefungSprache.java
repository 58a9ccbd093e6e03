package de.integrationskonzept.modell;

import de.integrationskonzept.engine.ModelDocument;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Pattern;

/** What the engine says about a model that it cannot read, in German as far as it is something that happens often. */
final class PruefungSprache {

    private static final Map<Pattern, String> SAETZE = saetze();

    private PruefungSprache() {
    }

    private static Map<Pattern, String> saetze() {
        Map<Pattern, String> saetze = new LinkedHashMap<>();
        saetze.put(Pattern.compile("(?s)Invalid (?:source|destination) '(.*?)'.*"), "Der Weg beginnt oder endet an „$1“, und das gibt es an "
                + "dieser Stelle nicht. Bitte verbinden Sie ihn neu.");
        saetze.put(Pattern.compile("(?s)Exclusive Gateway '.*?' has only one outgoing.*"), "Von der Verzweigung führt nur ein Weg weiter, und der "
                + "hat eine Bedingung. Bitte entfernen Sie die Bedingung, oder ergänzen Sie den anderen Weg.");
        saetze.put(Pattern.compile("(?s)Exclusive Gateway '.*?' has outgoing sequence flow '(.*?)' which is the default.*"), "Der Standardweg "
                + "„$1“ hat eine Bedingung. Bitte entfernen Sie sie.");
        saetze.put(Pattern.compile("(?s)Exclusive Gateway '.*?' has outgoing sequence flow '(.*?)' without condition.*"), "Der Weg „$1“ hat keine "
                + "Bedingung und ist nicht der Standardweg. Bitte tragen Sie die Bedingung ein.");
        saetze.put(Pattern.compile("(?s).*must define a startEvent element.*"), "Es fehlt ein Startereignis. Bitte ergänzen Sie es.");
        saetze.put(Pattern.compile("(?s)multiple .*start events.*"), "Es gibt mehr als ein Startereignis. Bitte lassen Sie nur eines stehen.");
        saetze.put(Pattern.compile("(?s)Timer needs configuration.*"), "Dem Zeitereignis fehlt die Zeit. Bitte tragen Sie einen Tag, eine Dauer oder "
                + "eine Wiederholung ein.");
        saetze.put(Pattern.compile("(?s)Invalid reference in boundary event.*"), "Das Ereignis ist an nichts angeheftet. Bitte setzen Sie es auf den "
                + "Rand des Schritts, zu dem es gehört.");
        saetze.put(Pattern.compile("(?s)Missing attribute 'calledElement'.*"), "Der Aufruf nennt keinen Ablauf. Bitte tragen Sie ein, welcher "
                + "gerufen wird.");
        saetze.put(Pattern.compile("(?s)(?:One of the attributes|Missing attribute).*"), "Der Schritt sagt nicht, was er tun soll. Bitte ergänzen "
                + "Sie seinen Ausdruck oder seine Regel.");
        saetze.put(Pattern.compile("(?s).*'messageRef'.*|.*message event subscription with an empty.*"), "Das Ereignis nennt keine Nachricht. "
                + "Bitte wählen Sie eine aus, und geben Sie ihr einen Namen.");
        return saetze;
    }

    /** @param zeile 0 when nobody knows */
    static String satz(String meldung, int zeile) {
        return SAETZE.entrySet().stream().map(eintrag -> Map.entry(eintrag.getKey().matcher(meldung), eintrag.getValue()))
                .filter(eintrag -> eintrag.getKey().matches()).findFirst()
                .map(eintrag -> eintrag.getKey().replaceFirst(eintrag.getValue()) + wo(zeile))
                .orElseGet(() -> "So lässt sich das Modell nicht ausführen" + wo(zeile) + ". Bitte prüfen Sie die Stelle im Modeler. Die "
                        + "technische Meldung lautet: „" + ModelDocument.shortened(meldung) + "“.");
    }

    private static String wo(int zeile) {
        return zeile > 0 ? " (Zeile " + zeile + ")" : "";
    }
}
