package de.integrationskonzept.modell;

import static de.integrationskonzept.modell.Unterschied.ENTFALLEN;
import static de.integrationskonzept.modell.Unterschied.GEAENDERT;
import static de.integrationskonzept.modell.Unterschied.NEU;
import static de.integrationskonzept.modell.Unterschied.VERSCHOBEN;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.regex.Matcher;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("einmal")
@DisplayName("Was sich an einem Ablauf ändert, steht in klaren Sätzen da")
class VergleichAblaufTest {

    private static final String FELD = "handlungsfeld.bpmn";

    @Test
    @DisplayName("Eine Aufgabe heißt anders, ist Sache einer anderen Rolle, hat ein anderes Formular, eine andere Frist")
    void aufgabe() {
        Vergleichsprobe.von(FELD).mit("name=\"Leitung benennen\"", "name=\"Leitung finden\"").ergibt("leitung-benennen", "Leitung finden", GEAENDERT,
                "Die Aufgabe heißt jetzt „Leitung finden“ (vorher „Leitung benennen“).");
        Vergleichsprobe.von(FELD).muster("(handlungsfeld-fachbereich-waehlen.*candidateGroups=\")integrationsbeauftragte", "$1hauptamt, planung")
                .ergibt("fachbereich-waehlen", "Anderen Fachbereich finden", GEAENDERT,
                        "Zuständig ist jetzt „Hauptamt“ oder „Planung“ (vorher „Integrationsbeauftragte“).");
        Vergleichsprobe.von(FELD).mit("camunda:candidateGroups=\"${fachbereich}\"", "camunda:candidateGroups=\"fremd\"").ergibt("leitung-benennen",
                "Leitung benennen", GEAENDERT, "Zuständig ist jetzt „fremd“ (vorher „${fachbereich}“).");
        Vergleichsprobe.von(FELD).mit("formRef=\"handlungsfeld-ziele-setzen\"", "formRef=\"ziele-kurz\"").ergibt("ziele-setzen", "Ziele setzen",
                GEAENDERT,
                "Das Formular ist jetzt „ziele-kurz“ (vorher „handlungsfeld-ziele-setzen“).");
        Vergleichsprobe.von(FELD).mit("faellig('ziele-setzen')", "faellig('bestand-aufnehmen')").ergibt("ziele-setzen", "Ziele setzen", GEAENDERT,
                "Die Fälligkeit richtet sich jetzt nach der Frist „bestand-aufnehmen“ des Zeitplans (vorher nach der Frist „ziele-setzen“ des "
                + "Zeitplans).");
        Vergleichsprobe.von(FELD).muster(" camunda:dueDate=\"[^\"]*ziele-setzen'\\)}\"", "").ergibt("ziele-setzen", "Ziele setzen", GEAENDERT,
                "Es gibt keine Fälligkeit mehr (vorher nach der Frist „ziele-setzen“ des Zeitplans).");
    }

    @Test
    @DisplayName("Von langen Beschreibungen zeigt der Vergleich die Stelle, an der sie sich unterscheiden")
    void beschreibung() {
        Vergleichsprobe.von(FELD).mit("Heraus kommt eine Bestandsaufnahme, aus der sich Ziele ableiten lassen.", "Heraus kommt eine Liste.")
                .ergibt("bestand-aufnehmen", "Bestand aufnehmen", GEAENDERT, "Die Beschreibung lautet jetzt „…Viele Blickwinkel helfen. "
                        + "Heraus kommt eine Liste.“ (vorher „…Viele Blickwinkel helfen. "
                        + "Heraus kommt eine Bestandsaufnahme, aus der sich Ziele ableiten lassen.“).");
        Vergleichsprobe.von(FELD).mit("<bpmn:documentation>Fehlt der Leitung Zeit, zeigt die Akte das als Hinweis.</bpmn:documentation>", "")
                .ergibt("leitung-festhalten", "Leitung in die Akte", GEAENDERT,
                        "Die Beschreibung entfällt (vorher „Fehlt der Leitung Zeit, zeigt die Akte das als Hinweis.“).");
    }

    @Test
    @DisplayName("Bedingungen, Beschriftungen, Ziele von Wegen und der Weg, der sonst gilt")
    void wege() {
        Vergleichsprobe.von(FELD).mit("${!empty leitung}", "${leitung != null}").ergibt("leitung-da-zu-arbeit-beginnt",
                "Weg „ja“ von „Ist eine Leitung benannt?“ zu der Verzweigung (arbeit-beginnt)", GEAENDERT,
                "Der Weg gilt jetzt, wenn „${leitung != null}“ (vorher, wenn „${!empty leitung}“).");
        Vergleichsprobe.von(FELD).mit("name=\"nein, Nacharbeit\"", "name=\"noch nicht\"").ergibt("nacharbeit",
                "Weg „noch nicht“ von „Ergebnis gebilligt?“ zu der Verzweigung (ziele-erarbeiten)", GEAENDERT,
                "Der Weg ist jetzt mit „noch nicht“ beschriftet (vorher mit „nein, Nacharbeit“).");
        Vergleichsprobe.von(FELD).mit("sourceRef=\"ergebnis-gebilligt\" targetRef=\"ziele-erarbeiten\"",
                "sourceRef=\"ergebnis-gebilligt\" targetRef=\"arbeit-beginnt\"")
                .ergibt("nacharbeit", "Weg „nein, Nacharbeit“ von „Ergebnis gebilligt?“ zu der Verzweigung (arbeit-beginnt)", GEAENDERT,
                        "Der Weg führt jetzt zu der Verzweigung (arbeit-beginnt) (vorher zu der Verzweigung (ziele-erarbeiten)).");
        Vergleichsprobe.von(FELD).mit("default=\"ausfuehrlich\"", "default=\"art-kompakt\"").ergibt("verfahren-wahl", "Welches Verfahren?", GEAENDERT,
                "Trifft keine Bedingung zu, geht es jetzt zu „Feld bearbeiten“ (vorher zu „Ist eine Leitung benannt?“).");
        Vergleichsprobe.von(FELD).mit("<bpmn:sequenceFlow id=\"leitung-fehlt\"", "<bpmn:sequenceFlow id=\"direkt\" sourceRef=\"leitung-da\" "
                + "targetRef=\"feld-bearbeiten\"><bpmn:conditionExpression>${eilig}</bpmn:conditionExpression></bpmn:sequenceFlow><bpmn:sequenceFlow id=\"leitung-fehlt\"")
                .ergibt("direkt", "Weg von „Ist eine Leitung benannt?“ zu „Feld bearbeiten“", NEU, "Neuer Weg, wenn „${eilig}“.");
        Vergleichsprobe.von(FELD).mit("<bpmn:sequenceFlow id=\"schon-fertig\" name=\"nein\" sourceRef=\"laeuft-noch\" "
                + "targetRef=\"fachbereich-finden\" />", "")
                .ergibt("schon-fertig", "Weg „nein“ von „Läuft das andere Feld noch?“ zu „Fachbereich nachsehen“", ENTFALLEN, "Der Weg entfällt.");
    }

    @Test
    @DisplayName("Aufgerufene Abläufe und Regeln, und was hin und her gegeben wird")
    void aufrufe() {
        Vergleichsprobe.von("integrationskonzept.bpmn").mit("calledElement=\"projektstart\"", "calledElement=\"projektstart-kurz\"")
                .ergibt("projektstart",
                "Projektstart", GEAENDERT, "Aufgerufen wird jetzt der Ablauf „projektstart-kurz“ (vorher „projektstart“).");
        Vergleichsprobe.von(FELD).mit("decisionRef=\"smart-hinweise\"", "decisionRef=\"ziel-hinweise\"").ergibt("ziele-pruefen", "Ziele prüfen",
                GEAENDERT,
                "Es gilt jetzt die Regel „ziel-hinweise“ (vorher „smart-hinweise“).");
        Vergleichsprobe.von("umsetzung.bpmn").mit("<camunda:in source=\"tiefe\" target=\"tiefe\" />",
                "<camunda:in source=\"tiefe\" target=\"stufe\" />")
                .mit("<camunda:in source=\"jahr\" target=\"jahr\" />", "<camunda:in sourceExpression=\"${jahr + 1}\" target=\"jahr\" />")
                .mit("<camunda:out source=\"jahrEntscheidung\" target=\"jahrEntscheidung\" />",
                        "<camunda:out source=\"urteil\" target=\"jahrEntscheidung\" />")
                .ergibt("umsetzungsjahr", "Das Jahr der Umsetzung", GEAENDERT, "Der aufgerufene Ablauf bekommt jetzt auch „stufe“ mit, aus „tiefe“.",
                        "Der aufgerufene Ablauf bekommt „jahr“ jetzt aus „${jahr + 1}“ (vorher aus „jahr“).",
                        "Aus dem aufgerufenen Ablauf kommt „jahrEntscheidung“ jetzt aus „urteil“ zurück (vorher aus „jahrEntscheidung“).",
                        "Der aufgerufene Ablauf bekommt „tiefe“ nicht mehr mit.");
        Vergleichsprobe.von(FELD).mit("<camunda:inputParameter name=\"stand\">in-arbeit<", "<camunda:inputParameter name=\"stand\">begonnen<").ergibt(
                "feld-eroeffnen", "Feld eröffnen", GEAENDERT, "Der Schritt bekommt als „stand“ jetzt „begonnen“ (vorher „in-arbeit“).");
        Vergleichsprobe.von(FELD).mit("<camunda:outputParameter name=\"hinweise\">${JSON(hinweiseRoh)}</camunda:outputParameter>",
                "<camunda:outputParameter name=\"meldungen\">${JSON(hinweiseRoh)}</camunda:outputParameter>").ergibt("ziele-pruefen",
                "Ziele prüfen", GEAENDERT,
                "Der Schritt gibt jetzt auch „meldungen“ weiter: „${JSON(hinweiseRoh)}“.", "Der Schritt gibt „hinweise“ nicht mehr weiter.");
    }

    @Test
    @DisplayName("Was nebenbei geschieht: Ausdrücke, Ereignisse, Reihenfolge, Zwischenspeichern")
    void nebenbei() {
        Vergleichsprobe.von(FELD).mit("'feldergebnisse','feld,fachbereich,stand')", "'feldergebnisse','feld,stand')").ergibt("feld-eroeffnen",
                "Feld eröffnen",
                GEAENDERT, "Das Programm führt jetzt „${akte.ergaenzen('feldergebnisse','feld,stand')}“ aus "
                        + "(vorher „${akte.ergaenzen('feldergebnisse','feld,fachbereich,stand')}“).");
        Vergleichsprobe.von("integrationskonzept.bpmn").mit("event=\"end\" expression=\"${zeitplan.erreicht('vorabklaerung')}\"",
                "event=\"end\" expression=\"${zeitplan.erreicht('start')}\"").ergibt("vorabklaerung", "Vorabklärung", GEAENDERT,
                "Beim Abschluss geschieht jetzt auch „${zeitplan.erreicht('start')}“.",
                "Beim Abschluss geschieht „${zeitplan.erreicht('vorabklaerung')}“ nicht mehr.");
        String erster = "<camunda:inputParameter name=\"nachricht\">uebernahme-${zielFeld}</camunda:inputParameter>";
        String zweiter = "<camunda:inputParameter name=\"vonFeld\">${feld}</camunda:inputParameter>";
        Vergleichsprobe.von(FELD).muster("\\Q" + erster + "\\E\\s*\\Q" + zweiter + "\\E", Matcher.quoteReplacement(zweiter + erster))
                .ergibt("ergebnisse-weitergeben", "Ergebnisse weitergeben", GEAENDERT, "Was der Schritt bekommt, steht in anderer Reihenfolge.");
        Vergleichsprobe.von(FELD).mit("<bpmn:serviceTask id=\"feld-eroeffnen\"",
                "<bpmn:serviceTask camunda:asyncBefore=\"true\" camunda:jobPriority=\"5\" "
                + "id=\"feld-eroeffnen\"").ergibt("feld-eroeffnen", "Feld eröffnen", GEAENDERT,
                "Vor dem Schritt wird der Stand jetzt zwischengespeichert.",
                "Neu ist die technische Angabe „jobPriority“: „5“.");
    }

    @Test
    @DisplayName("Zeitpunkte, Nachrichten, Mehrfaches und angeheftete Ereignisse")
    void ereignisse() {
        Vergleichsprobe.von("umsetzungsjahr.bpmn").mit("${berichtTermin}</bpmn:timeDate>", "${naechsterTermin}</bpmn:timeDate>")
                .ergibt("berichtszeit",
                "Bericht fällig", GEAENDERT, "Der Zeitpunkt ist jetzt „${naechsterTermin}“ (vorher „${berichtTermin}“).");
        Vergleichsprobe.von("umsetzungsjahr.bpmn").mit("<bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">${berichtTermin}</bpmn:timeDate>",
                "<bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">P14D</bpmn:timeDuration>").ergibt("berichtszeit", "Bericht fällig", GEAENDERT,
                "Die Wartezeit ist jetzt 14 Tage.", "Der Zeitpunkt „${berichtTermin}“ gilt nicht mehr.");
        Vergleichsprobe.von(FELD).mit("name=\"uebernahme-${feld}\"", "name=\"weitergabe-${feld}\"").ergibt("uebernahme-gemeldet",
                "Übernahme gemeldet", GEAENDERT,
                "Die Nachricht ist jetzt „weitergabe-${feld}“ (vorher „uebernahme-${feld}“).");
        Vergleichsprobe.von("beteiligung.bpmn").mit("${JSON(fachbereicheOffen).elements()}", "${JSON(fachbereiche).elements()}").mit(
                "camunda:asyncAfter=\"true\" camunda:collection", "isSequential=\"true\" camunda:asyncAfter=\"true\" camunda:collection")
                .ergibt("mitwirkung",
                "Mitwirkung je Fachbereich", GEAENDERT, "Er läuft jetzt einmal je Eintrag von „${JSON(fachbereiche).elements()}“ (vorher von "
                        + "„${JSON(fachbereicheOffen).elements()}“).", "Die Male laufen jetzt nacheinander (vorher nebeneinander).");
        Vergleichsprobe.von("beauftragung.bpmn").mit("attachedToRef=\"beschluss-anstreben\"",
                "attachedToRef=\"beschluss-anstreben\" cancelActivity=\"false\"")
                .ergibt("beschluss-nachgereicht", "Beschluss nachgetragen", GEAENDERT,
                        "Tritt es ein, läuft der Schritt jetzt weiter (vorher brach er ab).");
        Vergleichsprobe.von(FELD).muster("(<bpmn:)serviceTask( id=\"feld-eroeffnen\"[^>]*>(?s:.*?)</bpmn:)serviceTask>", "$1sendTask$2sendTask>")
                .ergibt(
                "feld-eroeffnen", "Feld eröffnen", GEAENDERT, "Ist jetzt ein Schritt, in dem das Programm etwas sendet (vorher ein Schritt, den "
                + "das Programm erledigt).");
    }

    @Test
    @DisplayName("Der Ablauf selbst: Fassung, Aufbewahrung, Eigenschaften")
    void ablauf() {
        Vergleichsprobe.von(FELD).mit("versionTag=\"1.0.0\" camunda:historyTimeToLive=\"P3650D\"",
                "versionTag=\"1.1.0\" camunda:historyTimeToLive=\"P30D\"")
                .ergibt(null, "Handlungsfeld", GEAENDERT, "Aufbewahrt wird nach dem Ende jetzt 30 Tage (vorher 10 Jahre (3650 Tage)).",
                        "Die Fassung ist jetzt „1.1.0“ (vorher „1.0.0“).");
        Vergleichsprobe.von("nachtragen.bpmn").mit("name=\"stehtBereit\" value=\"true\"", "name=\"stehtBereit\" value=\"false\"").ergibt(null,
                "Akte nachtragen",
                GEAENDERT, "Ob die Aufgaben dieses Ablaufs nur bereitstehen, ohne dass jemand auf sie wartet: jetzt nein (vorher ja).");
        Vergleichsprobe.von("nachtragen.bpmn").mit("name=\"stehtBereit\" value=\"true\" />",
                "name=\"entfallen\" value=\"alt-eins, alt-zwei->akte-nachtragen\" />")
                .ergibt(null, "Akte nachtragen", GEAENDERT, "Umzugsanweisung: Mit Absicht entfallen jetzt „alt-eins, alt-zwei->akte-nachtragen“.",
                        "Auf die Aufgaben dieses Ablaufs wird jetzt gewartet wie auf andere (nur bereitstehend: vorher ja).");
    }

    @Test
    @DisplayName("Eine eingefügte Aufgabe steht mit ihrer Stelle da, ohne die Wege, die daraus folgen")
    void eingefuegt() {
        mitPruefung(Vergleichsprobe.von(FELD)).ergibt("bestand-pruefen", "Bestand prüfen", NEU,
                "Neu eingefügt zwischen „Bestand aufnehmen“ und der Verzweigung "
                + "(ziele-erarbeiten).", "Zuständig ist „Planung“.", "Fällig wird sie nach der Frist „bestand-aufnehmen“ des Zeitplans.",
                "Sie hat das Formular „bestand-pruefen“.");
    }

    @Test
    @DisplayName("Auch neu gezogene Wege verschweigen nicht, dass dabei eine Bedingung verloren ging")
    void neuGezogen() {
        Vergleichsprobe.von(FELD).muster("(?s)<bpmn:sequenceFlow id=\"leitung-da-zu-arbeit-beginnt\".*?</bpmn:sequenceFlow>", """
                <bpmn:userTask id="sichten" name="Sichten"/><bpmn:sequenceFlow id="Flow_1" sourceRef="leitung-da" targetRef="sichten"/>
                <bpmn:sequenceFlow id="Flow_2" sourceRef="sichten" targetRef="arbeit-beginnt"/>""").ergibt(
                new Unterschied("sichten", "Sichten", NEU, List.of("Neu eingefügt zwischen „Ist eine Leitung benannt?“ und der Verzweigung "
                + "(arbeit-beginnt).")),
                new Unterschied("Flow_1", "Weg von „Ist eine Leitung benannt?“ zu „Sichten“", GEAENDERT,
                        List.of("Der Weg ist nicht mehr beschriftet (vorher mit „ja“).",
                        "Der Weg hat keine Bedingung mehr (vorher „${!empty leitung}“).")));
    }

    private static Vergleichsprobe mitPruefung(Vergleichsprobe probe) {
        return probe.mit("<bpmn:exclusiveGateway id=\"ziele-erarbeiten\">", """
                <bpmn:userTask id="bestand-pruefen" name="Bestand prüfen" camunda:formRef="bestand-pruefen" camunda:formRefBinding="latest"
                    camunda:candidateGroups="planung" camunda:dueDate="${zeitplan.faellig('bestand-aufnehmen')}"/>
                <bpmn:sequenceFlow id="Flow_1" sourceRef="bestand-pruefen" targetRef="ziele-erarbeiten" />
                <bpmn:exclusiveGateway id="ziele-erarbeiten">""").mit("sourceRef=\"bestand-aufnehmen\" targetRef=\"ziele-erarbeiten\"",
                "sourceRef=\"bestand-aufnehmen\" targetRef=\"bestand-pruefen\"");
    }

    @Test
    @DisplayName("Eine Aufgabe, die herausgenommen wird, und was das für laufende Akten heißt")
    void herausgenommen() {
        Vergleichsprobe ohne = Vergleichsprobe.von(FELD).muster("(?s)<bpmn:userTask id=\"bestand-aufnehmen\".*?</bpmn:userTask>", "")
                .muster("<bpmn:sequenceFlow id=\"bestand-aufnehmen-zu-ziele-erarbeiten\"[^>]*/>", "")
                .mit("sourceRef=\"arbeit-beginnt\" targetRef=\"bestand-aufnehmen\"", "sourceRef=\"arbeit-beginnt\" targetRef=\"ziele-erarbeiten\"");
        String stand = "Entfällt; stand zwischen der Verzweigung (arbeit-beginnt) und der Verzweigung (ziele-erarbeiten).";
        ohne.ergibt("bestand-aufnehmen", "Bestand aufnehmen", ENTFALLEN, stand, "Stehen hier noch Akten, brauchen sie beim Umzug ein anderes Ziel.");

        ohne.mit("<bpmn:documentation>Ein Handlungsfeld von", "<bpmn:extensionElements><camunda:properties><camunda:property name=\"entfallen\" "
                + "value=\"bestand-aufnehmen->ziele-setzen\"/></camunda:properties></bpmn:extensionElements><bpmn:documentation>Ein Handlungsfeld "
                + "von");
        assertThat(ohne.vergleich().unterschiede()).contains(new Unterschied("bestand-aufnehmen", "Bestand aufnehmen", ENTFALLEN,
                List.of(stand, "Akten, die hier stehen, gehen beim Umzug zu „Ziele setzen“ über.")));
        ohne.mit("bestand-aufnehmen->ziele-setzen", "bestand-aufnehmen");
        assertThat(ohne.vergleich().unterschiede()).contains(new Unterschied("bestand-aufnehmen", "Bestand aufnehmen", ENTFALLEN,
                List.of(stand, "Laut Umzugsanweisung entfällt der Schritt mit Absicht.")));
    }

    @Test
    @DisplayName("Eine Aufgabe mit neuer Kennung ersetzt die frühere, wenn sie das sagt; auch zurück")
    void ersetzt() {
        Vergleichsprobe anders = Vergleichsprobe.von(FELD).mit("\"ziele-setzen\"", "\"ziele-festlegen\"").mit("name=\"Ziele setzen\"",
                "name=\"Ziele festlegen\"");
        anders.ergibt(new Unterschied("ziele-festlegen", "Ziele festlegen", NEU,
                List.of("Neu zwischen der Verzweigung (ziele-erarbeiten) und der Verzweigung "
                        + "(ziele-liegen-vor).", "Die Person, der sie gehört, ergibt sich aus „${empty leitungKennung ? null : leitungKennung}“.",
                        "Zuständig ist „Leitung einer Arbeitsgruppe“.", "Fällig wird sie nach der Frist „ziele-setzen“ des Zeitplans.",
                        "Sie hat das Formular „handlungsfeld-ziele-setzen“.")),
                new Unterschied("ziele-setzen", "Ziele setzen", ENTFALLEN,
                List.of("Entfällt; stand zwischen der Verzweigung (ziele-erarbeiten) und der Verzweigung "
                        + "(ziele-liegen-vor).", "Stehen hier noch Akten, brauchen sie beim Umzug ein anderes Ziel.")));

        anders.muster("(<bpmn:userTask id=\"ziele-festlegen\"[^>]*>)",
        "$1<bpmn:extensionElements><camunda:properties><camunda:property name=\"frueher\" "
                + "value=\"ziele-setzen\"/></camunda:properties></bpmn:extensionElements>").ergibt("ziele-festlegen", "Ziele festlegen", GEAENDERT,
                "Ersetzt die Aufgabe „Ziele setzen“ (ziele-setzen).", "Akten, die dort stehen, gehen beim Umzug hierher über.",
                "Die Aufgabe heißt jetzt „Ziele festlegen“ (vorher „Ziele setzen“).");
        assertThat(anders.zurueck().unterschiede()).containsExactly(new Unterschied("ziele-setzen", "Ziele setzen", GEAENDERT,
                List.of("Ersetzt die Aufgabe „Ziele festlegen“ (ziele-festlegen).",
                "Die Aufgabe heißt jetzt „Ziele setzen“ (vorher „Ziele festlegen“).")));
    }

    @Test
    @DisplayName("Ein Schritt liegt jetzt in einem anderen Abschnitt; ein Abschnitt ist neu, mit allem, was darin ist")
    void abschnitte() {
        Vergleichsprobe.von(FELD).muster("(?s)(<bpmn:serviceTask id=\"stand-sichern\".*?</bpmn:serviceTask>)(.*)(<bpmn:endEvent "
                + "id=\"feld-erledigt\")", "$2$1$3")
                .ergibt("stand-sichern", "Gesammeltes sichern", GEAENDERT,
                        "Liegt jetzt im Hauptablauf (vorher im Abschnitt „Das Feld wird geschlossen oder zusammengelegt“).");
        Vergleichsprobe.von(FELD).mit("<bpmn:endEvent id=\"feld-erledigt\"", """
                <bpmn:subProcess id="anhang" name="Anhang pflegen" triggeredByEvent="true"><bpmn:startEvent id="anhang-beginnt" name="Anhang kommt"/>
                <bpmn:userTask id="anhang-ablegen" name="Anhang ablegen" camunda:candidateGroups="hauptamt"/>
                <bpmn:sequenceFlow id="a1" sourceRef="anhang-beginnt" targetRef="anhang-ablegen"/></bpmn:subProcess><bpmn:endEvent id="feld-erledigt\"""").ergibt(
                new Unterschied("anhang", "Anhang pflegen", NEU, List.of("Neu.", "Darin: „Anhang kommt“ und „Anhang ablegen“.",
                "Er kann jederzeit beginnen.")),
                new Unterschied("anhang-ablegen", "Anhang ablegen", NEU, List.of("Neu, hinter „Anhang kommt“.", "Zuständig ist „Hauptamt“.")));
    }

    @Test
    @DisplayName("Nur gezeichnet: ein Satz, keine Aufregung")
    void zeichnung() {
        Vergleichsprobe.von(FELD).mit("<dc:Bounds x=\"894\" y=\"60\"", "<dc:Bounds x=\"894\" y=\"160\"").ergibt("leitung-benennen",
                "Leitung benennen", VERSCHOBEN,
                "„Leitung benennen“ ist anders gezeichnet (Stelle, Größe oder Farbe). Am Ablauf ändert das nichts.");
        Vergleichsprobe.von(FELD).mit("<dc:Bounds x=\"894\" y=\"60\"", "<dc:Bounds x=\"894\" y=\"160\"").mit("<dc:Bounds x=\"398\" y=\"60\"",
                "<dc:Bounds x=\"98\" y=\"60\"")
                .ergibt(null, "Zeichnung", VERSCHOBEN, "2 Elemente sind anders gezeichnet (Stelle, Größe oder Farbe): „Feld eröffnen“ und „Leitung "
                        + "benennen“. "
                        + "Am Ablauf ändert das nichts.");
    }

    @Test
    @DisplayName("Anders geschrieben ist nicht anders: Leerraum, Reihenfolge, Namensräume, Nachkommastellen, Knicke, Übliches ausgeschrieben")
    void gleich() {
        Vergleichsprobe.von(FELD).muster("\\n\\s*", "\n\n\t ").ergibtNichts();
        Vergleichsprobe.von(FELD).muster("(<bpmn:userTask) (id=\"[^\"]*\") (name=\"[^\"]*\") (camunda:formRef=\"[^\"]*\")", "$1 $4 $3 $2")
                .ergibtNichts();
        Vergleichsprobe.von(FELD).muster("(<dc:Bounds x=\"-?\\d+)\"", "$1.0\"").muster("<di:waypoint x=\"\\d+\"", "<di:waypoint x=\"1.5\"")
                .ergibtNichts();
        Vergleichsprobe.von(FELD).muster("\\bbpmn:", "bpmn2:").mit("xmlns:bpmn=", "xmlns:bpmn2=").muster("exporterVersion=\"[^\"]*\"",
                "exporterVersion=\"9\"")
                .ergibtNichts();
        Vergleichsprobe.von(FELD).muster("(<bpmn:(?:user|service)Task)", "$1 camunda:exclusive=\"true\" camunda:asyncBefore=\"false\"")
                .muster("(?s)<bpmn:(incoming|outgoing)>.*?</bpmn:\\1>", "").muster(" xsi:type=\"bpmn:tFormalExpression\"", "").ergibtNichts();
        Vergleichsprobe.von(FELD).mit("\"keine-leitung\"", "\"Flow_0abc\"").ergibtNichts();
    }
}
