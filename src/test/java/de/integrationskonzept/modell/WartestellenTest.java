package de.integrationskonzept.modell;

import static de.integrationskonzept.modell.Probeablauf.aufgabe;
import static de.integrationskonzept.modell.Probeablauf.aufruf;
import static de.integrationskonzept.modell.Probeablauf.element;
import static de.integrationskonzept.modell.Probeablauf.empfang;
import static de.integrationskonzept.modell.Probeablauf.frist;
import static de.integrationskonzept.modell.Probeablauf.mehrmals;
import static de.integrationskonzept.modell.Probeablauf.pfeil;
import static de.integrationskonzept.modell.Probeablauf.teilprozess;
import static de.integrationskonzept.modell.Probeablauf.termin;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("einmal")
@DisplayName("Aus einem Modell lesen, wo Akten stehen können")
class WartestellenTest {

    private static Process prozess(Probeablauf ablauf) {
        return Bpmn.readModelFromStream(new ByteArrayInputStream(ablauf.bytes())).getModelElementsByType(Process.class).iterator().next();
    }

    private static Map<String, Wartestelle> stellen(Probeablauf ablauf) {
        return Wartestellen.von(prozess(ablauf));
    }

    private static List<String> worte(Map<String, Wartestelle> stellen) {
        return stellen.values().stream().map(stelle -> stelle.id() + " " + stelle.art().wort() + (stelle.haelt() ? "" : " (trägt)")
                + (stelle.bereich() == null ? "" : " in " + stelle.bereich())).toList();
    }

    @Test
    @DisplayName("Aufgaben, Nachrichten, Termine, aufgerufene Abläufe: mit Namen, Formular und Rolle")
    void worauf() {
        Map<String, Wartestelle> stellen = stellen(Probeablauf.mit("p",
                element("userTask", "schreiben", "  Brief\n schreiben ", "camunda:formRef=\"brief\" camunda:candidateGroups=\"kaemmerei\"", ""),
                empfang("antwort", "Antwort kommt", "da"), termin("warten", ""), aufruf("feld", "Feld", "handlungsfeld"),
                element("serviceTask", "sofort", "Sofort", "camunda:expression=\"${null}\"", "")).nachricht("da"));
        assertThat(worte(stellen)).containsExactly("schreiben aufgabe", "antwort nachricht", "warten termin", "feld aufruf");
        assertThat(stellen.get("schreiben")).returns("Brief schreiben", Wartestelle::name).returns("brief", Wartestelle::merkmal)
                .returns("kaemmerei", Wartestelle::rolle);
        assertThat(stellen.get("warten").name()).isEqualTo("termin ohne Namen");
        assertThat(stellen.get("antwort").merkmal()).isEqualTo("da");
        assertThat(stellen.get("feld").merkmal()).isEqualTo("handlungsfeld");
    }

    @Test
    @DisplayName("Im Hintergrund wartet, was vorher oder nachher gesichert wird, auch Gateways und Enden; eine Zusammenführung wartet immer")
    void hintergrund() {
        Map<String, Wartestelle> stellen = stellen(Probeablauf.mit("p",
                element("parallelGateway", "auf", "", "", ""), aufgabe("a", "A"),
                element("parallelGateway", "zu", "", "camunda:asyncBefore=\"true\"", ""),
                element("serviceTask", "senden", "Senden", "camunda:expression=\"${null}\" camunda:asyncAfter=\"true\"", ""),
                element("exclusiveGateway", "wahl", "Wie?", "camunda:asyncBefore=\"true\"", ""))
                .daneben(aufgabe("b", "B") + pfeil("auf", "b") + pfeil("b", "zu")));
        assertThat(worte(stellen)).containsExactly("a aufgabe", "zu zusammenführung", "senden hintergrund", "wahl hintergrund", "b aufgabe");
        assertThat(stellen.get("senden")).returns(false, Wartestelle::davor).returns(true, Wartestelle::danach);
    }

    @Test
    @DisplayName("Teilprozesse, Mehrfaches, Ereignisse am Rand und jederzeit Mögliches tragen etwas hinüber; gehalten wird darin")
    void bereiche() {
        Map<String, Wartestelle> stellen = stellen(Probeablauf.mit("p", teilprozess("teil", "Teil", mehrmals("je", "Je Amt")))
                .daneben(element("boundaryEvent", "mahnen", "Nach einem Monat", "attachedToRef=\"teil\" cancelActivity=\"false\"", frist("P30D"))
                        + element("endEvent", "gemahnt", "", "", "") + pfeil("mahnen", "gemahnt")
                        + "<bpmn:subProcess id=\"dazu\" triggeredByEvent=\"true\"><bpmn:startEvent id=\"gemeldet\" isInterrupting=\"false\">"
                        + "<bpmn:messageEventDefinition messageRef=\"nachricht-neu\"/></bpmn:startEvent></bpmn:subProcess>").nachricht("neu"));
        assertThat(worte(stellen)).containsExactly("teil teilprozess (trägt)", "je#multiInstanceBody mehrfach (trägt) in teil",
                "je aufgabe in je#multiInstanceBody", "mahnen randereignis (trägt)", "dazu jederzeit (trägt)", "gemeldet auslöser (trägt) in dazu");
        assertThat(stellen.get("je#multiInstanceBody").element()).isEqualTo("je");
    }

    @Test
    @DisplayName("Wo das erste von mehreren Ereignissen entscheidet, hält die Wahl und nicht das Ereignis")
    void ereigniswahl() {
        Map<String, Wartestelle> stellen = stellen(Probeablauf.mit("p",
                element("eventBasedGateway", "was", "Was zuerst?", "", ""), termin("zeit", "Zeit"))
                .daneben(element("intermediateCatchEvent", "post", "Post", "", "<bpmn:messageEventDefinition messageRef=\"nachricht-post\"/>")
                        + pfeil("was", "post") + element("endEvent", "ende", "", "", "") + pfeil("post", "ende")).nachricht("post"));
        assertThat(worte(stellen)).containsExactly("was ereigniswahl", "zeit termin (trägt)", "post nachricht (trägt)");
    }

    @Test
    @DisplayName("Was ein Modell über frühere Schritte sagt: frueher am Schritt, entfallen am Ablauf")
    void angaben() {
        Zuordnungsangaben angaben = Zuordnungsangaben.von(prozess(Probeablauf.mit("p", aufgabe("neu", "Neu", "alt, uralt ,,"))
                .eigenschaft("entfallen", "weg, dort -> neu")));
        assertThat(angaben.wohin()).isEqualTo(Map.of("alt", "neu", "uralt", "neu", "dort", "neu"));
        assertThat(angaben.mitAbsicht()).containsExactly("weg");
        assertThat(angaben.nennt("weg")).isTrue();
        assertThat(angaben.nennt("neu")).isFalse();
    }
}
