package de.integrationskonzept.abwehr;

import static de.integrationskonzept.abwehr.Modell.definitionen;
import static de.integrationskonzept.abwehr.Modell.entscheidung;
import static de.integrationskonzept.abwehr.Modell.erweitert;
import static de.integrationskonzept.abwehr.Modell.formular;
import static de.integrationskonzept.abwehr.Modell.mitAufgabe;
import static de.integrationskonzept.abwehr.Modell.mitAusdruck;
import static de.integrationskonzept.abwehr.Modell.mitSchritt;
import static de.integrationskonzept.abwehr.Modell.tabelle;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.provider.Arguments;

/** Models that would run code, one for each kind of place: what it is, the file, its content. */
final class SchlechteModelle {

    private static final String SKRIPT = "<camunda:script scriptFormat=\"juel\">${1+1}</camunda:script>";
    private static final String BOESE = "${''.getClass()}";
    private static final String FORMAL = " xsi:type=\"bpmn:tFormalExpression\"";

    private SchlechteModelle() {
    }

    static List<Arguments> alle() {
        List<Arguments> alle = new ArrayList<>();
        SKRIPTE_UND_KLASSEN.forEach((name, modell) -> alle.add(Arguments.of(name, "abwehr.bpmn", modell)));
        AUSDRUECKE.forEach(ausdruck -> alle.add(Arguments.of(ausdruck, "abwehr.bpmn", mitAusdruck(ausdruck))));
        STELLEN.forEach((name, modell) -> alle.add(Arguments.of("Ausdruck in " + name, "abwehr.bpmn", modell)));
        ENTSCHEIDUNGEN.forEach((name, modell) -> alle.add(Arguments.of(name, "abwehr.dmn", modell)));
        FORMULARE.forEach((name, modell) -> alle.add(Arguments.of(name, "abwehr.form", modell)));
        List.of("abwehr.groovy", "abwehr.js", "abwehr.html", "abwehr.cmmn", "abwehr.bpmn20.xml", "abwehr.dmn11.xml", "abwehr.BPMN", "abwehr.png",
                "../abwehr.form", "<b>.form").forEach(datei -> alle.add(Arguments.of("Datei " + datei, datei, formular(""))));
        return alle;
    }

    private static String dienst(String angaben, String darin) {
        return mitSchritt("<bpmn:serviceTask id=\"schritt\" " + angaben + ">" + darin + "</bpmn:serviceTask>");
    }

    private static String bedingung(String angaben, String text) {
        return mitSchritt("<bpmn:exclusiveGateway id=\"schritt\" default=\"f3\"/><bpmn:sequenceFlow id=\"f3\" sourceRef=\"schritt\" targetRef=\"ende\">"
                + "</bpmn:sequenceFlow>").replace("targetRef=\"ende\"/>", "targetRef=\"ende\"><bpmn:conditionExpression" + FORMAL + " " + angaben
                + ">" + text + "</bpmn:conditionExpression></bpmn:sequenceFlow>");
    }

    private static final Map<String, String> SKRIPTE_UND_KLASSEN = Map.ofEntries(
            Map.entry("Skriptaufgabe", mitSchritt("<bpmn:scriptTask id=\"schritt\" scriptFormat=\"juel\"><bpmn:script>${1+1}</bpmn:script></bpmn:scriptTask>")),
            Map.entry("Skript als Ressource", mitSchritt("<bpmn:scriptTask id=\"schritt\" scriptFormat=\"juel\" camunda:resource=\"classpath://x.js\"/>")),
            Map.entry("Skript im Ausführungslistener", mitAufgabe("", erweitert("<camunda:executionListener event=\"start\">" + SKRIPT
                    + "</camunda:executionListener>"))),
            Map.entry("Skript im Aufgabenlistener", mitAufgabe("", erweitert("<camunda:taskListener event=\"create\">" + SKRIPT
                    + "</camunda:taskListener>"))),
            Map.entry("Skript in einer Eingabe", mitAufgabe("", erweitert("<camunda:inputOutput><camunda:inputParameter name=\"a\">" + SKRIPT
                    + "</camunda:inputParameter></camunda:inputOutput>"))),
            Map.entry("Skript in einer Ausgabe", mitAufgabe("", erweitert("<camunda:inputOutput><camunda:outputParameter name=\"a\">" + SKRIPT
                    + "</camunda:outputParameter></camunda:inputOutput>"))),
            Map.entry("Skript in einer Liste", mitAufgabe("", erweitert("<camunda:inputOutput><camunda:inputParameter name=\"a\"><camunda:list>" + SKRIPT
                    + "</camunda:list></camunda:inputParameter></camunda:inputOutput>"))),
            Map.entry("Skript in einer Zuordnung", mitAufgabe("", erweitert("<camunda:inputOutput><camunda:inputParameter name=\"a\"><camunda:map>"
                    + "<camunda:entry key=\"k\">" + SKRIPT + "</camunda:entry></camunda:map></camunda:inputParameter></camunda:inputOutput>"))),
            Map.entry("Skript in einer Bedingung", bedingung("language=\"juel\"", "${true}")),
            Map.entry("Skript in einer Bedingung als Ressource", bedingung("language=\"juel\" camunda:resource=\"classpath://x.js\"", "")),
            Map.entry("camunda:class", dienst("camunda:class=\"java.lang.Object\"", "")),
            Map.entry("camunda:class mit altem Namensraum", dienst("xmlns:activiti=\"http://activiti.org/bpmn\" activiti:class=\"java.lang.Object\"", "")),
            Map.entry("camunda:delegateExpression", dienst("camunda:delegateExpression=\"${x}\"", "")),
            Map.entry("Klasse im Ausführungslistener", mitAufgabe("", erweitert("<camunda:executionListener event=\"start\" class=\"a.B\"/>"))),
            Map.entry("Delegat im Ausführungslistener", mitAufgabe("", erweitert("<camunda:executionListener event=\"start\" delegateExpression=\"${x}\"/>"))),
            Map.entry("Klasse im Aufgabenlistener", mitAufgabe("", erweitert("<camunda:taskListener event=\"create\" class=\"a.B\"/>"))),
            Map.entry("Delegat im Aufgabenlistener", mitAufgabe("", erweitert("<camunda:taskListener event=\"create\" delegateExpression=\"${x}\"/>"))),
            Map.entry("Feldinjektion", dienst("camunda:expression=\"${true}\"", erweitert("<camunda:field name=\"a\" stringValue=\"b\"/>"))),
            Map.entry("Konnektor", dienst("camunda:expression=\"${true}\"", erweitert("<camunda:connector><camunda:connectorId>http-connector"
                    + "</camunda:connectorId></camunda:connector>"))),
            Map.entry("externe Aufgabe", dienst("camunda:type=\"external\" camunda:topic=\"x\"", "")),
            Map.entry("Betriebssystembefehl", dienst("camunda:type=\"shell\"", erweitert("<camunda:field name=\"command\" stringValue=\"id\"/>"))),
            Map.entry("Klasse in der Regelaufgabe", mitSchritt("<bpmn:businessRuleTask id=\"schritt\" camunda:class=\"a.B\"/>")),
            Map.entry("Klasse in der Sendeaufgabe", mitSchritt("<bpmn:sendTask id=\"schritt\" camunda:class=\"a.B\"/>")),
            Map.entry("Klasse im Nachrichtenereignis", mitSchritt("<bpmn:intermediateThrowEvent id=\"schritt\"><bpmn:messageEventDefinition id=\"d\" "
                    + "camunda:class=\"a.B\"/></bpmn:intermediateThrowEvent>")),
            Map.entry("eingebettetes Formular", mitAufgabe("camunda:formKey=\"embedded:app:forms/x.html\"", "")),
            Map.entry("eingebettetes Formular der Bereitstellung", mitAufgabe("camunda:formKey=\"embedded:deployment:x.html\"", "")),
            Map.entry("erzeugtes Formular", mitAufgabe("", erweitert("<camunda:formData><camunda:formField id=\"a\" type=\"string\"/></camunda:formData>"))),
            Map.entry("Formularklasse", mitAufgabe("camunda:formHandlerClass=\"a.B\"", "")),
            Map.entry("Klasse für die Übergabe", mitSchritt("<bpmn:callActivity id=\"schritt\" calledElement=\"auflage\" camunda:variableMappingClass=\"a.B\"/>")),
            Map.entry("Delegat für die Übergabe", mitSchritt("<bpmn:callActivity id=\"schritt\" calledElement=\"auflage\" "
                    + "camunda:variableMappingDelegateExpression=\"${x}\"/>")),
            Map.entry("Aufruf in fremder Kommune", mitSchritt("<bpmn:callActivity id=\"schritt\" calledElement=\"auflage\" camunda:calledElementTenantId=\"y\"/>")),
            Map.entry("Transaktion", mitSchritt("<bpmn:transaction id=\"schritt\"><bpmn:startEvent id=\"innen\"/></bpmn:transaction>")),
            Map.entry("Element eines fremden Namensraums", mitAufgabe("", erweitert("<x:inputOutput xmlns:x=\"http://fremd.example\"><x:script>1</x:script>"
                    + "</x:inputOutput>"))),
            Map.entry("Schema von außen", definitionen("xsi:schemaLocation=\"http://www.omg.org/spec/BPMN/20100524/MODEL http://127.0.0.1:9/x.xsd\"",
                    "<bpmn:startEvent id=\"los\"/>", "")));

    private static final List<String> AUSDRUECKE = List.of(BOESE, "${x.class}", "${x['class']}", "${x.y.class.classLoader}",
            "${''.getClass().forName('java.lang.Runtime').getMethods()[0].invoke(null)}", "${environment.getProperty('spring.datasource.url')}",
            "${environment}", "${dataSource.getConnection()}", "${execution.processEngineServices}", "${execution.getProcessEngineServices()}",
            "${execution['processEngineServices']}", "${execution[x]}", "${x[y]}", "${execution}", "${task}", "${execution.setVariable('a', 1)}",
            "${execution.bpmnModelInstance}", "${akte}", "${JSON(akte)}", "${akte.getClass()}", "${akte.gibtEsNicht()}", "${akte.class}",
            "${akte.phase('a', 'b')}", "${repositoryService.createDeployment()}", "${processEngine.name}", "${x.invoke(y)}", "${x ? y : z.wait()}",
            "${1 + 1} und ${''.getClass()}", "${XML('<a/>')}", "${'${1+1}'}", "${!(x.notify())}", "${[}", "${externalTask}");

    private static final Map<String, String> STELLEN = Map.ofEntries(
            Map.entry("Bedingung", bedingung("", BOESE)), Map.entry("Zuständigkeit", mitAufgabe("camunda:assignee=\"" + BOESE + "\"", "")),
            Map.entry("Rollen", mitAufgabe("camunda:candidateGroups=\"personal,${x == '}' ? 'b,${y}' : 'c'}\"", "")),
            Map.entry("Frist", mitAufgabe("camunda:dueDate=\"" + BOESE + "\"", "")),
            Map.entry("Wiedervorlage", mitAufgabe("camunda:followUpDate=\"" + BOESE + "\"", "")),
            Map.entry("Rang", mitAufgabe("camunda:priority=\"" + BOESE + "\"", "")), Map.entry("Formular", mitAufgabe("camunda:formRef=\"" + BOESE + "\" "
                    + "camunda:formRefBinding=\"latest\"", "")),
            Map.entry("Beschreibung", mitAufgabe("", "<bpmn:documentation>" + BOESE + "</bpmn:documentation>")),
            Map.entry("Name", mitAufgabe("", "").replace("Haushalt prüfen", BOESE)),
            Map.entry("Ausführungslistener", mitAufgabe("", erweitert("<camunda:executionListener event=\"start\" expression=\"" + BOESE + "\"/>"))),
            Map.entry("Aufgabenlistener", mitAufgabe("", erweitert("<camunda:taskListener event=\"create\" expression=\"" + BOESE + "\"/>"))),
            Map.entry("Eingabe, durch Kommentar zerteilt", mitAufgabe("", erweitert("<camunda:inputOutput><camunda:inputParameter name=\"a\">${''.get"
                    + "<!-- -->Class()}</camunda:inputParameter></camunda:inputOutput>"))),
            Map.entry("Liste", mitAufgabe("", erweitert("<camunda:inputOutput><camunda:inputParameter name=\"a\"><camunda:list><camunda:value>" + BOESE
                    + "</camunda:value></camunda:list></camunda:inputParameter></camunda:inputOutput>"))),
            Map.entry("Ausgabe", mitAufgabe("", erweitert("<camunda:inputOutput><camunda:outputParameter name=\"a\"><![CDATA[" + BOESE
                    + "]]></camunda:outputParameter></camunda:inputOutput>"))),
            Map.entry("Übergabe", mitSchritt("<bpmn:callActivity id=\"schritt\" calledElement=\"auflage\">" + erweitert("<camunda:in sourceExpression=\"" + BOESE
                    + "\" target=\"a\"/>") + "</bpmn:callActivity>")),
            Map.entry("Aktenzeichen", mitSchritt("<bpmn:callActivity id=\"schritt\" calledElement=\"auflage\">" + erweitert("<camunda:in businessKey=\"" + BOESE
                    + "\"/>") + "</bpmn:callActivity>")),
            Map.entry("aufgerufenem Prozess", mitSchritt("<bpmn:callActivity id=\"schritt\" calledElement=\"" + BOESE + "\"/>")),
            Map.entry("aufgerufener Regel", mitSchritt("<bpmn:businessRuleTask id=\"schritt\" camunda:decisionRef=\"" + BOESE + "\"/>")),
            Map.entry("Mehrfachausführung", mitAufgabe("", "<bpmn:multiInstanceLoopCharacteristics camunda:collection=\"" + BOESE + "\"/>")),
            Map.entry("Anzahl", mitAufgabe("", "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality" + FORMAL + ">" + BOESE
                    + "</bpmn:loopCardinality></bpmn:multiInstanceLoopCharacteristics>")),
            Map.entry("Zeitpunkt", mitSchritt("<bpmn:intermediateCatchEvent id=\"schritt\"><bpmn:timerEventDefinition id=\"t\"><bpmn:timeDate" + FORMAL
                    + ">" + BOESE + "</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:intermediateCatchEvent>")),
            Map.entry("Nachricht", definitionen("", "<bpmn:startEvent id=\"los\"><bpmn:messageEventDefinition id=\"d\" messageRef=\"m\"/></bpmn:startEvent>",
                    "<bpmn:message id=\"m\" name=\"" + BOESE + "\"/>")));

    private static final String FEEL = "expressionLanguage=\"feel\"><text>";
    private static final String JUEL = "expressionLanguage=\"juel\"><text>${''.getClass()}</text>";
    private static final String EXTERN = "function(x) external {java: {class: \"java.lang.Math\", method signature: \"abs(double)\"}}";

    private static final Map<String, String> ENTSCHEIDUNGEN = Map.ofEntries(
            Map.entry("JUEL als Eingabe", tabelle("", JUEL, FEEL + "-</text>", FEEL + "1</text>")),
            Map.entry("JUEL in der Eingabezelle", tabelle("", FEEL + "x</text>", JUEL, FEEL + "1</text>")),
            Map.entry("JUEL in der Ausgabezelle", tabelle("", FEEL + "x</text>", FEEL + "-</text>", JUEL)),
            Map.entry("JUEL für die ganze Datei", tabelle("expressionLanguage=\"juel\"", "><text>${''.getClass()}</text>", "><text></text>", "><text>1</text>")),
            Map.entry("Skript in der Ausgabezelle", tabelle("", FEEL + "x</text>", FEEL + "-</text>", "expressionLanguage=\"javascript\"><text>1</text>")),
            Map.entry("JUEL als Ausdruck", entscheidung("", "<variable id=\"v\" name=\"v\"/><literalExpression id=\"l\" " + JUEL + "</literalExpression>")),
            Map.entry("JUEL ohne Angabe der Sprache", entscheidung("", "<variable id=\"v\" name=\"v\"/><literalExpression id=\"l\"><text>${''.getClass()}</text>"
                    + "</literalExpression>")),
            Map.entry("Java-Funktion in FEEL", entscheidung("", "<variable id=\"v\" name=\"v\"/><literalExpression id=\"l\"><text>" + EXTERN
                    + "</text></literalExpression>")),
            Map.entry("Java-Methode in FEEL", tabelle("", FEEL + "x.getClass()</text>", FEEL + "-</text>", FEEL + "1</text>")),
            Map.entry("Java-Klasse in FEEL", tabelle("", FEEL + "x.class.classLoader</text>", FEEL + "-</text>", FEEL + "1</text>")),
            Map.entry("Fachfunktion", entscheidung("", "").replace("<decision ", "<businessKnowledgeModel id=\"b\" name=\"b\"/><decision ")));

    private static final Map<String, String> FORMULARE = Map.ofEntries(
            Map.entry("Dateiauswahl", formular("{\"type\":\"filepicker\",\"id\":\"a\",\"key\":\"a\"}")),
            Map.entry("fremde Seite im Formular", formular("{\"type\":\"iframe\",\"id\":\"a\",\"url\":\"https://fremd.example\"}")),
            Map.entry("Dokumentvorschau", formular("{\"type\":\"documentPreview\",\"id\":\"a\"}")),
            Map.entry("Skript im Formular", formular("{\"type\":\"html\",\"id\":\"a\",\"content\":\"<script>1</script>\"}")),
            Map.entry("Ereignis im Formular", formular("{\"type\":\"html\",\"id\":\"a\",\"content\":\"<b onclick='x()'>b</b>\"}")),
            Map.entry("Skriptverweis im Text", formular("{\"type\":\"text\",\"id\":\"a\",\"text\":\"[Weiter](java\\tscript:alert(1))\"}")),
            Map.entry("Bild von außen", formular("{\"type\":\"image\",\"id\":\"a\",\"source\":\"https://fremd.example/a.png\"}")),
            Map.entry("Schaltfläche mit eigener Aktion", formular("{\"type\":\"button\",\"id\":\"a\",\"action\":\"zauber\",\"label\":\"b\"}")),
            Map.entry("Pflicht, die sich errechnet", formular("{\"type\":\"textfield\",\"id\":\"a\",\"key\":\"a\",\"label\":\"b\",\"validate\":{\"required\":\"=x\"}}")),
            Map.entry("Java-Methode im Formular", formular("{\"type\":\"expression\",\"id\":\"a\",\"key\":\"a\",\"computeOn\":\"change\",\"expression\":\"=x.getClass()\"}")),
            Map.entry("unbekannte Einstellung", formular("{\"type\":\"textfield\",\"id\":\"a\",\"key\":\"a\",\"label\":\"b\",\"zauber\":1}")),
            Map.entry("doppelte Angabe", formular("{\"type\":\"filepicker\",\"type\":\"textfield\",\"id\":\"a\",\"key\":\"a\",\"label\":\"b\"}")));
}
