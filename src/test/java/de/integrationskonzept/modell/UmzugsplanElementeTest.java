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

import de.integrationskonzept.Anwendungstest;
import java.util.Date;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Teilprozesse, Aufrufe, Ereignisse und was mehrfach läuft, finden ihren Platz in der neuen Fassung")
class UmzugsplanElementeTest extends Umzugsplanfall {

    @Test
    @DisplayName("Eine Aufgabe in einem neuen Teilprozess zieht mit um; heraus aus einem, der bleibt, kann sie nicht")
    void teilprozesse() {
        Probeablauf alt = probe.ablauf(aufgabe("a", "A"), aufgabe("b", "B"));
        probe.stelleBereit(alt);
        String instanz = probe.beginne();
        Probeablauf darin = probe.ablauf(teilprozess("teil", "Teil", aufgabe("a", "A"), aufgabe("b", "B")));
        verlange(probe.stelle(darin, "a"), 1, "a", "gleich");
        assertThat(probe.ziehUm(alt, darin, Map.of(), instanz)).containsExactly("a");
        Probeablauf heraus = probe.ablauf(teilprozess("teil", "Teil", aufgabe("b", "B")), aufgabe("a", "A"));
        verlange(probe.stelle(heraus, "a"), 1, null, "fehlt");
        assertThat(probe.stelle(heraus, "a").grund()).contains("umschließt");
        assertThat(probe.umzug(darin).stellen()).as("what stays needs no confirmation").extracting(Stelle::element).doesNotContain("teil");
    }

    @Test
    @DisplayName("Ein umbenannter Teilprozess wird vorgeschlagen, damit seine Angaben mitkommen; gezählt wird, was darin steht")
    void teilprozessUmbenannt() {
        Probeablauf alt = probe.ablauf(teilprozess("teil", "Teil", aufgabe("a", "A")));
        probe.stelleBereit(alt);
        String instanz = probe.beginne();
        String darin = engine.getTaskService().createTaskQuery().processInstanceId(instanz).singleResult().getExecutionId();
        engine.getRuntimeService().setVariableLocal(darin, "darin", 7);
        Probeablauf neu = probe.ablauf(teilprozess("abschnitt", "Teil", aufgabe("a", "A")));
        verlange(probe.stelle(neu, "teil"), 1, "abschnitt", "vorschlag");
        verlange(probe.stelle(neu, "a"), 1, "a", "gleich");
        assertThat(probe.ziehUm(alt, neu, Map.of("teil", "abschnitt"), instanz)).containsExactly("a");
        assertThat(engine.getRuntimeService().createVariableInstanceQuery().processInstanceIdIn(instanz).variableName("darin").count()).isEqualTo(1);
    }

    @Test
    @DisplayName("Ein umbenannter Aufruf: mit Anweisung läuft der aufgerufene Ablauf unter dem neuen weiter")
    void aufrufUmbenannt() {
        Probeprozess gerufen = new Probeprozess(engine, datenbank, planer);
        try (gerufen) {
            gerufen.stelleBereit(gerufen.ablauf(aufgabe("innen", "Innen")));
            Probeablauf alt = probe.ablauf(aufruf("feld", "Feld", gerufen.schluessel));
            probe.stelleBereit(alt);
            String instanz = probe.beginne();
            Probeablauf neu = probe.ablauf(aufruf("handlungsfeld", "Handlungsfeld", gerufen.schluessel));
            verlange(probe.stelle(neu, "feld"), 1, "handlungsfeld", "vorschlag");
            neu.eigenschaft("entfallen", "feld->handlungsfeld");
            verlange(probe.stelle(neu, "feld"), 1, "handlungsfeld", "anweisung");
            assertThat(probe.ziehUm(alt, neu, Map.of(), instanz)).containsExactly("handlungsfeld");
            String innen = engine.getRuntimeService().createProcessInstanceQuery().superProcessInstanceId(instanz).singleResult().getId();
            gerufen.erledige(innen, "innen");
            assertThat(engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(instanz).count()).as("the file went on").isZero();
        }
    }

    @Test
    @DisplayName("Termine behalten ihren Tag, auch am Rand einer umbenannten Aufgabe; Ereignisse verschiedener Art gehen nicht zusammen")
    void termine() {
        String rand = element("boundaryEvent", "mahnen", "Mahnen", "attachedToRef=\"%s\" cancelActivity=\"false\"", frist("%s"))
                + element("endEvent", "gemahnt", "", "", "") + pfeil("mahnen", "gemahnt");
        Probeablauf alt = probe.ablauf(aufgabe("a", "A"), termin("t", "T")).daneben(rand.formatted("a", "P30D"));
        probe.stelleBereit(alt);
        String instanz = probe.beginne();
        Date faellig = engine.getManagementService().createJobQuery().processInstanceId(instanz).singleResult().getDuedate();
        Probeablauf neu = probe.ablauf(aufgabe("b", "B", "a"), termin("t", "T")).daneben(rand.formatted("b", "P60D"));
        assertThat(probe.ziehUm(alt, neu, Map.of(), instanz)).containsExactly("b");
        assertThat(engine.getManagementService().createJobQuery().processInstanceId(instanz).singleResult().getDuedate()).isEqualTo(faellig);

        probe.erledige(instanz, "b");
        Date termin = engine.getManagementService().createJobQuery().processInstanceId(instanz).singleResult().getDuedate();
        Probeablauf empfang = probe.ablauf(aufgabe("b", "B", "a"), element("intermediateCatchEvent", "t", "T", "",
                "<bpmn:messageEventDefinition messageRef=\"nachricht-n\"/>")).nachricht("n");
        verlange(probe.stelle(empfang, "t"), 1, null, "fehlt");
        assertThat(probe.stelle(empfang, "t").grund()).contains("warten auf Verschiedenes");
        Probeablauf spaeter = probe.ablauf(aufgabe("b", "B", "a"), termin("t", "T").replace("P30D", "P90D"));
        assertThat(probe.ziehUm(neu, spaeter, Map.of(), instanz)).containsExactly("t");
        assertThat(engine.getManagementService().createJobQuery().processInstanceId(instanz).singleResult().getDuedate()).isEqualTo(termin);
    }

    @Test
    @DisplayName("Heißt die erwartete Nachricht jetzt anders, wartet die Akte nach dem Umzug auf die neue")
    void nachrichtUmbenannt() {
        Probeablauf alt = probe.ablauf(empfang("antwort", "Antwort", "alt-" + probe.schluessel)).nachricht("alt-" + probe.schluessel);
        probe.stelleBereit(alt);
        String instanz = probe.beginne();
        Probeablauf neu = probe.ablauf(empfang("antwort", "Antwort", "neu-" + probe.schluessel)).nachricht("neu-" + probe.schluessel);
        assertThat(planer.mitNeuemAusloeser(alt.bytes(), neu.bytes(), Map.of("antwort", "antwort"))).containsExactly("antwort");
        assertThat(probe.ziehUm(alt, neu, Map.of(), instanz)).containsExactly("antwort");
        assertThat(engine.getRuntimeService().createEventSubscriptionQuery().processInstanceId(instanz).singleResult().getEventName())
                .isEqualTo("neu-" + probe.schluessel);
    }

    @Test
    @DisplayName("Was für mehrere zugleich läuft, zieht als Ganzes um, auch umbenannt; aus einem werden nicht mehrere")
    void mehrfach() {
        Probeablauf alt = probe.ablauf(mehrmals("je", "Je Amt"), aufgabe("z", "Z"));
        probe.stelleBereit(alt);
        String instanz = probe.beginne();
        verlange(probe.stelle(probe.ablauf(mehrmals("je", "Je Amt")), "je"), 3, "je", "gleich");
        assertThat(probe.stelle(probe.ablauf(aufgabe("z", "Z"), element("userTask", "je", "Je Amt", "", "")), "z").ziel()).isEqualTo("z");
        Probeablauf neu = probe.ablauf(mehrmals("je-fachbereich", "Je Fachbereich"), aufgabe("z", "Z"));
        verlange(probe.stelle(neu, "je"), 3, "je-fachbereich", "vorschlag");
        assertThat(planer.anweisungen(alt.bytes(), neu.bytes(), Map.of("je", "je-fachbereich")))
                .containsEntry("je#multiInstanceBody", "je-fachbereich#multiInstanceBody");
        assertThat(probe.ziehUm(alt, neu, Map.of("je", "je-fachbereich"), instanz)).hasSize(3).containsOnly("je-fachbereich");
        Probeablauf einzeln = probe.ablauf(aufgabe("je-fachbereich", "Je Fachbereich"), mehrmals("z", "Z"));
        verlange(probe.stelle(einzeln, "z"), 0, null, "fehlt");
        assertThat(probe.stelle(einzeln, "z").grund()).contains("für mehrere zugleich");
    }

    @Test
    @DisplayName("Eine Zusammenführung im Hintergrund: wer dort wartet, zieht um; mit weniger Zugängen geht es nicht")
    void zusammenfuehrung() {
        String zweig = aufgabe("b", "B") + pfeil("auf", "b") + pfeil("b", "zu");
        String[] schritte = {element("parallelGateway", "auf", "", "", ""), aufgabe("a", "A"),
                element("parallelGateway", "zu", "", "camunda:asyncBefore=\"true\"", "")};
        Probeablauf alt = probe.ablauf(schritte).daneben(zweig);
        probe.stelleBereit(alt);
        String instanz = probe.beginne();
        probe.erledige(instanz, "a");
        Probeablauf gleich = probe.ablauf(schritte[0], aufgabe("a", "Anders"), schritte[2]).daneben(zweig);
        verlange(probe.stelle(gleich, "zu"), 1, "zu", "gleich");
        Probeablauf weniger = probe.ablauf(schritte[0], aufgabe("a", "A"), schritte[2]).daneben(aufgabe("b", "B") + pfeil("auf", "b")
                + element("endEvent", "ende-b", "", "", "") + pfeil("b", "ende-b"));
        verlange(Probeprozess.stelle(probe.plane(weniger, Map.of()), "zu"), 1, null, "fehlt");
        assertThat(probe.ziehUm(alt, gleich, Map.of(), instanz)).containsExactlyInAnyOrder("b", "zu");
        engine.getManagementService().createJobQuery().processInstanceId(instanz).list()
                .forEach(job -> engine.getManagementService().executeJob(job.getId()));
        probe.erledige(instanz, "b");
        engine.getManagementService().createJobQuery().processInstanceId(instanz).list()
                .forEach(job -> engine.getManagementService().executeJob(job.getId()));
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(instanz).count()).as("both branches met").isZero();
    }

    @Test
    @DisplayName("Was im Hintergrund wartet, braucht auch danach seinen Platz im Hintergrund")
    void hintergrund() {
        String senden = element("serviceTask", "senden", "Senden", "camunda:expression=\"${null}\" camunda:asyncBefore=\"true\"", "");
        probe.stelleBereit(probe.ablauf(senden, aufgabe("a", "A")));
        probe.beginne();
        verlange(probe.stelle(probe.ablauf(senden, aufgabe("b", "B")), "senden"), 1, "senden", "gleich");
        Probeablauf sofort = probe.ablauf(senden.replace("camunda:asyncBefore=\"true\"", "camunda:asyncAfter=\"true\""), aufgabe("a", "A"));
        verlange(probe.stelle(sofort, "senden"), 1, null, "fehlt");
        assertThat(probe.stelle(sofort, "senden").grund()).contains("im Hintergrund");
    }
}
