package de.integrationskonzept.modell;

import static de.integrationskonzept.modell.Mustersatz.ABLAUF;
import static de.integrationskonzept.modell.Mustersatz.FORMULAR;
import static de.integrationskonzept.modell.Mustersatz.REGEL;
import static de.integrationskonzept.modell.Mustersatz.TEIL;
import static de.integrationskonzept.modell.Mustersatz.mit;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.provider.Arguments;

/** The set of files with one thing wrong each: what, in which file, at which element, and part of the sentence about it. */
final class Musterfehler {

    private Musterfehler() {
    }

    /** Must not be deployed. */
    static List<Arguments> fehler() {
        List<Arguments> faelle = new ArrayList<>();
        fall(faelle, "Weg ins Leere", mit(ABLAUF, "targetRef=\"stufe-finden\"", "targetRef=\"gibt-es-nicht\""), ABLAUF, "w2", "endet an "
                + "„gibt-es-nicht“");
        fall(faelle, "kein XML", mit(ABLAUF, "</bpmn:process>", ""), ABLAUF, null, "kein lesbares XML (Zeile ");
        fall(faelle, "ohne Aufbewahrung", mit(ABLAUF, "camunda:historyTimeToLive=\"P30D\"", ""), ABLAUF, "muster", "wie lange Erledigtes");
        fall(faelle, "kein Start", mit(ABLAUF, "<bpmn:startEvent id=\"eingang\" name=\"Antrag da\"/>", ""), ABLAUF, "zuschuss-pruefen", "führt "
                + "kein Weg");
        fall(faelle, "unbekannte Rolle", mit(ABLAUF, "\"kaemmerei\"", "\"kaemmerei, kaemerei\""), ABLAUF, "zuschuss-pruefen", "Die Rolle "
                + "„kaemerei“ gibt es nicht");
        fall(faelle, "keine Rolle", mit(ABLAUF, "camunda:candidateGroups=\"kaemmerei\"", ""), ABLAUF, "zuschuss-pruefen", "gehört zu keiner Rolle");
        fall(faelle, "fehlendes Formular", mit(ABLAUF, "formRef=\"muster-", "formRef=\"munster-"), ABLAUF, "zuschuss-pruefen",
                "Das Formular „munster-zuschuss-pruefen“ gibt es nicht");
        fall(faelle, "Skript", mit(TEIL, "camunda:expression=\"${dokument.festschreiben('ressourcenplan')}\"",
                "><bpmn:script>1</bpmn:script></bpmn:serviceTask>" + "<bpmn:scriptTask id=\"rechnen\" scriptFormat=\"javascript\""), TEIL,
                "rechnen", "ist in Modellen nicht zugelassen");
        fall(faelle, "Kreis von Aufrufen", mit(TEIL, "<bpmn:serviceTask id=\"ablegen\" name=\"Bescheid ablegen\" "
                + "camunda:expression=\"${dokument.festschreiben('ressourcenplan')}\"/>", "<bpmn:callActivity id=\"ablegen\" name=\"Von vorn\" "
                + "calledElement=\"muster\"/>"),
                ABLAUF, "auszahlen", "im Kreis (muster → muster-teil → muster)");
        fall(faelle, "Aufruf seiner selbst", mit(ABLAUF, "calledElement=\"muster-teil\"", "calledElement=\"muster\""), ABLAUF, "auszahlen",
                "im Kreis (muster → muster)");
        fall(faelle, "Schlüssel zweimal", dazu("ordner/" + ABLAUF, Mustersatz.gut().get(ABLAUF)), "ordner/" + ABLAUF, "muster",
                "Den Schlüssel „muster“ hat auch die Datei „muster.bpmn“");
        fall(faelle, "Regel, die schon anderswo steht", mit(REGEL, "</definitions>", "<decision id=\"ampel-grenzen\" name=\"Grenzen\" "
                + "camunda:historyTimeToLive=\"P30D\"><literalExpression "
                + "id=\"l\"><text>1</text></literalExpression></decision></definitions>"), REGEL,
                "ampel-grenzen", "steht schon in der Datei „ampel.dmn“");
        fall(faelle, "fehlende Regel", mit(ABLAUF, "decisionRef=\"muster-stufe\"", "decisionRef=\"muster-stuffe\""), ABLAUF, "stufe-finden",
                "Die Regel „muster-stuffe“ gibt es nicht");
        fall(faelle, "mehrere Ergebnisse, wo eines erwartet wird", mit(REGEL, "\"FIRST\"", "\"COLLECT\""), ABLAUF, "stufe-finden",
                "in der Regel „muster-stufe“ können mehrere Zeilen zutreffen");
        fall(faelle, "mehrere Spalten, wo ein Wert erwartet wird", spalte(), ABLAUF, "stufe-finden",
                "hat mehrere Ergebnisspalten");
        fall(faelle, "unbekannter Baustein", mit(TEIL, "dokument.fest", "ablage.fest"), TEIL, "ablegen", "ruft „ablage.festschreiben“ auf. Das "
                + "gibt es in Modellen nicht");
        fall(faelle, "unbekannte Methode", mit(TEIL, "festschreiben", "aufschreiben"), TEIL, "ablegen", "ruft „dokument.aufschreiben“ auf. Das "
                + "gibt es für Modelle nicht");
        fall(faelle, "fehlende Vorlage", mit(TEIL, "'ressourcenplan'", "'resourcenplan'"), TEIL, "ablegen", "Die Dokumentvorlage „resourcenplan“ "
                + "gibt es nicht");
        fall(faelle, "fehlender gerufener Ablauf", mit(ABLAUF, "calledElement=\"muster-teil\"", "calledElement=\"muster-teile\""), ABLAUF,
                "auszahlen", "Der gerufene Ablauf „muster-teile“ ist nicht da");
        fall(faelle, "Bedingung über ein unbekanntes Feld", mit(ABLAUF, "amp; zugestimmt", "amp; zugestimt"), ABLAUF, "ja", "fragt nach „zugestimt“");
        fall(faelle, "Bedingung über ein entferntes Feld", mit(FORMULAR, "\"zugestimmt\"", "\"einverstandenMuster\""), ABLAUF, "ja", "fragt nach "
                + "„zugestimmt“");
        fall(faelle, "Aufgabe ohne Namen", mit(ABLAUF, "name=\"Zuschuss prüfen\"", "name=\" \""), ABLAUF, "zuschuss-pruefen", "hat keinen Namen");
        fall(faelle, "Sackgasse", mit(ABLAUF, "sourceRef=\"zuschuss-pruefen\" targetRef=\"stufe-finden\"", "sourceRef=\"eingang\" "
                + "targetRef=\"stufe-finden\""),
                ABLAUF, "zuschuss-pruefen", "führt kein Weg weiter");
        fall(faelle, "unerreichbar", mit(ABLAUF, "sourceRef=\"hoch-genug\" targetRef=\"auszahlen\"", "sourceRef=\"hoch-genug\" "
                + "targetRef=\"fertig\""), ABLAUF,
                "auszahlen", "Zu dieser Stelle führt kein Weg");
        fall(faelle, "Weg ohne Bedingung", mit(ABLAUF, " default=\"nein\"", " default=\"ja\""), ABLAUF, "hoch-genug", "Der Standardweg „ja“ hat "
                + "eine Bedingung");
        fall(faelle, "falscher Dateiname", umbenannt(ABLAUF, "diagram_1.bpmn"), "diagram_1.bpmn", "muster", "Bitte nennen Sie sie „muster.bpmn“");
        fall(faelle, "falscher Dateiname einer Regel", umbenannt(REGEL, "regel.dmn"), "regel.dmn", null, "Bitte nennen Sie sie „muster-stufe.dmn“");
        fall(faelle, "falscher Dateiname eines Formulars", umbenannt(FORMULAR, "form.form"), "form.form", null, "Bitte nennen Sie sie "
                + "„" + FORMULAR + "“");
        fall(faelle, "Formular, das kein JSON ist", mit(FORMULAR, "}]}", "}]"), FORMULAR, null, "kein lesbares JSON");
        fall(faelle, "Feld zweimal", mit(FORMULAR, "\"zugestimmt\"", "\"betrag\""), FORMULAR, "feld-zustimmung", "Das Feld „betrag“ gibt es in "
                + "diesem Formular zweimal");
        fall(faelle, "Regel, die sich nicht lesen lässt", mit(REGEL, "typeRef=\"double\"><text>betrag</text>", "typeRef=\"double\"><text>betrag "
                + "+</text>"), REGEL,
                "ein-ausdruck", "ist nicht lesbar");
        fall(faelle, "Regel mit unmöglicher Einstellung", mit(REGEL, "\"FIRST\"", "\"ERSTE\""), REGEL, null, "So lässt sich das Modell nicht "
                + "ausführen");
        fall(faelle, "Fassung, die keine ist", mit(ABLAUF, "versionTag=\"1.0.0\"", "versionTag=\"eins\""), ABLAUF, "muster", "Die Fassung „eins“");
        fall(faelle, "nicht ausführbar", mit(TEIL, "isExecutable=\"true\"", "isExecutable=\"false\""), TEIL, null, "kein Ablauf, der sich "
                + "ausführen lässt");
        return faelle;
    }

    /** May be deployed, but could be better. */
    static List<Arguments> hinweise() {
        List<Arguments> faelle = new ArrayList<>();
        fall(faelle, "ohne Frist", mit(ABLAUF, "camunda:dueDate=\"${zeitplan.faellig('zuschuss-pruefen')}\"", ""), ABLAUF, "zuschuss-pruefen",
                "hat keine Frist");
        fall(faelle, "ohne Erklärung", mit(ABLAUF, "Bitte prüfen Sie, ob der Zuschuss gedeckt ist, und halten Sie das Ergebnis fest.", ""), ABLAUF,
                "zuschuss-pruefen", "sagt nicht, was zu tun ist");
        fall(faelle, "ohne Formular", mit(ABLAUF, "camunda:formRef=\"muster-zuschuss-pruefen\" camunda:formRefBinding=\"latest\"", ""), ABLAUF,
                "zuschuss-pruefen", "hat kein Formular");
        fall(faelle, "ohne Beschriftung", mit(TEIL, "name=\"Bescheid ablegen\"", ""), TEIL, "ablegen", "fehlt eine Beschriftung");
        fall(faelle, "Verzweigung ohne Frage", mit(ABLAUF, "name=\"Hoch genug?\"", ""), ABLAUF, "hoch-genug", "was sie fragt");
        fall(faelle, "Weg ohne Antwort", mit(ABLAUF, "id=\"ja\" name=\"ja\"", "id=\"ja\""), ABLAUF, "ja", "wann er gegangen wird");
        fall(faelle, "englisch", mit(ABLAUF, "name=\"Zuschuss prüfen\"", "name=\"Check request\""), ABLAUF, "zuschuss-pruefen", "nicht deutsch "
                + "(„Check“)");
        fall(faelle, "englisches Formular", mit(FORMULAR, "Betrag in Euro", "Please enter a value"), FORMULAR, "feld-betrag", "nicht deutsch "
                + "(„Please“)");
        fall(faelle, "Feld ohne Beschriftung", mit(FORMULAR, "Betrag in Euro", ""), FORMULAR, "feld-betrag", "hat keine Beschriftung");
        fall(faelle, "feste Person", mit(ABLAUF, "camunda:candidateGroups", "camunda:assignee=\"mia\" "
                + "camunda:candidateGroups"), ABLAUF, "zuschuss-pruefen",
                "eine feste Person („mia“)");
        fall(faelle, "ohne Standardweg", zweiBedingungen(), ABLAUF, "hoch-genug", "Wenn keine der Bedingungen zutrifft");
        fall(faelle, "Bedingung über ein Feld von anderswo", mit(ABLAUF, "amp; zugestimmt", "amp; zusageVorhanden == 'ja'"), ABLAUF, "ja",
                "In diesem Ablauf trägt das niemand ein");
        fall(faelle, "ohne Fassung", mit(ABLAUF, "camunda:versionTag=\"1.0.0\"", ""), ABLAUF, "muster", "keine Fassung angegeben");
        return faelle;
    }

    private static void fall(List<Arguments> faelle, String was, Map<String, String> satz, String datei, String element, String satzteil) {
        faelle.add(Arguments.of(was, satz, datei, element, satzteil));
    }

    private static Map<String, String> dazu(String datei, String inhalt) {
        Map<String, String> satz = Mustersatz.gut();
        satz.put(datei, inhalt);
        return satz;
    }

    private static Map<String, String> umbenannt(String alt, String neu) {
        Map<String, String> satz = Mustersatz.gut();
        satz.put(neu, satz.remove(alt));
        return satz;
    }

    private static Map<String, String> spalte() {
        Map<String, String> satz = mit(REGEL, "<rule id=\"r1\">", "<output id=\"aus-2\" label=\"Grund\" name=\"grund\" typeRef=\"string\"/><rule "
                + "id=\"r1\">");
        satz.computeIfPresent(REGEL, (datei, inhalt) -> inhalt.replaceAll("<outputEntry id=\"(r\\d)-aus\">.*?</outputEntry>",
                "$0<outputEntry id=\"$1-grund\"><text>\"x\"</text></outputEntry>"));
        return satz;
    }

    private static Map<String, String> zweiBedingungen() {
        return mit(ABLAUF, " default=\"nein\"", "").entrySet().stream().collect(HashMap::new, (satz, eintrag) -> satz.put(eintrag.getKey(),
                eintrag.getValue().replace("sourceRef=\"hoch-genug\" targetRef=\"fertig\"/>",
                        "sourceRef=\"hoch-genug\" targetRef=\"fertig\"><bpmn:conditionExpression "
                        + "xsi:type=\"bpmn:tFormalExpression\">${stufe == 'niedrig'}</bpmn:conditionExpression></bpmn:sequenceFlow>")), Map::putAll);
    }
}
