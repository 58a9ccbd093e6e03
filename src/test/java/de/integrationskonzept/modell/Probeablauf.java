package de.integrationskonzept.modell;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A small process for a test: steps one after the other, and what stands beside them. */
final class Probeablauf {

    private static final Pattern KENNUNG = Pattern.compile("<bpmn:\\w+ id=\"([^\"]+)\"");

    private final String schluessel;
    private final List<String> schritte = new ArrayList<>();
    private final StringBuilder daneben = new StringBuilder();
    private String eigenschaften = "";
    private String wurzeln = "";

    private Probeablauf(String schluessel) {
        this.schluessel = schluessel;
    }

    static Probeablauf mit(String schluessel, String... schritte) {
        Probeablauf ablauf = new Probeablauf(schluessel);
        ablauf.schritte.addAll(List.of(schritte));
        return ablauf;
    }

    Probeablauf daneben(String elemente) {
        daneben.append(elemente);
        return this;
    }

    Probeablauf eigenschaft(String name, String wert) {
        eigenschaften = erweitert(name, wert);
        return this;
    }

    Probeablauf nachricht(String name) {
        wurzeln += "<bpmn:message id=\"nachricht-" + name + "\" name=\"" + name + "\"/>";
        return this;
    }

    Probeablauf ersetze(String alt, String neu) {
        schritte.replaceAll(schritt -> schritt.replace(alt, neu));
        return this;
    }

    String text() {
        return "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<bpmn:definitions xmlns:bpmn=\"http://www.omg.org/spec/BPMN/20100524/MODEL\" "
                + "xmlns:xsi=\"http://www.w3.org/2001/XMLSchema-instance\" xmlns:camunda=\"http://camunda.org/schema/1.0/bpmn\" "
                + "id=\"probe\" targetNamespace=\"http://probe.example\"><bpmn:process id=\"" + schluessel
                + "\" name=\"Probe\" isExecutable=\"true\" camunda:historyTimeToLive=\"P1D\">" + eigenschaften + kette(schluessel, schritte) + daneben + "</bpmn:process>" + wurzeln
                + "</bpmn:definitions>";
    }

    byte[] bytes() {
        return text().getBytes(StandardCharsets.UTF_8);
    }

    /** Start, the steps, end, and the arrows between them. */
    private static String kette(String ort, List<String> schritte) {
        List<String> alle = new ArrayList<>(List.of("<bpmn:startEvent id=\"" + ort + "-los\"/>"));
        alle.addAll(schritte);
        alle.add("<bpmn:endEvent id=\"" + ort + "-fertig\"/>");
        StringBuilder text = new StringBuilder(String.join("", alle));
        for (int i = 1; i < alle.size(); i++) {
            text.append(pfeil(kennung(alle.get(i - 1)), kennung(alle.get(i))));
        }
        return text.toString();
    }

    static String pfeil(String von, String nach) {
        return "<bpmn:sequenceFlow id=\"" + von + "-zu-" + nach + "\" sourceRef=\"" + von + "\" targetRef=\"" + nach + "\"/>";
    }

    private static String kennung(String element) {
        Matcher kennung = KENNUNG.matcher(element);
        if (!kennung.find()) {
            throw new AssertionError(element);
        }
        return kennung.group(1);
    }

    static String erweitert(String name, String wert) {
        return "<bpmn:extensionElements><camunda:properties><camunda:property name=\"" + name + "\" value=\"" + wert.replace(">", "&gt;")
                + "\"/></camunda:properties></bpmn:extensionElements>";
    }

    static String aufgabe(String id, String name) {
        return element("userTask", id, name, "camunda:candidateGroups=\"integrationsbeauftragte\"", "");
    }

    /** A task that was formerly known under other ids. */
    static String aufgabe(String id, String name, String frueher) {
        return element("userTask", id, name, "camunda:candidateGroups=\"integrationsbeauftragte\"", erweitert("frueher", frueher));
    }

    static String mehrmals(String id, String name) {
        return element("userTask", id, name, "camunda:candidateGroups=\"integrationsbeauftragte\"",
                "<bpmn:multiInstanceLoopCharacteristics><bpmn:loopCardinality xsi:type=\"bpmn:tFormalExpression\">3</bpmn:loopCardinality>"
                        + "</bpmn:multiInstanceLoopCharacteristics>");
    }

    static String aufruf(String id, String name, String prozess) {
        return element("callActivity", id, name, "calledElement=\"" + prozess + "\"", "");
    }

    static String teilprozess(String id, String name, String... schritte) {
        return element("subProcess", id, name, "", kette(id, List.of(schritte)));
    }

    static String termin(String id, String name) {
        return element("intermediateCatchEvent", id, name, "", frist("P30D"));
    }

    static String frist(String dauer) {
        return "<bpmn:timerEventDefinition><bpmn:timeDuration xsi:type=\"bpmn:tFormalExpression\">" + dauer
                + "</bpmn:timeDuration></bpmn:timerEventDefinition>";
    }

    static String empfang(String id, String name, String nachricht) {
        return element("receiveTask", id, name, "messageRef=\"nachricht-" + nachricht + "\"", "");
    }

    static String element(String art, String id, String name, String angaben, String darin) {
        return "<bpmn:" + art + " id=\"" + id + "\" name=\"" + name + "\" " + angaben + ">" + darin + "</bpmn:" + art + ">";
    }
}
