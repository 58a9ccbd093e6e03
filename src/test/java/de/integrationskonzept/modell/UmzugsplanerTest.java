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
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.leistung.Zaehler;
import de.integrationskonzept.prozess.Spiel;
import java.io.ByteArrayInputStream;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.camunda.bpm.model.bpmn.instance.IntermediateCatchEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.simple.JdbcClient;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Wo laufende Akten stehen, und wo es unter einer neuen Fassung weitergeht")
class UmzugsplanerTest {

    @Autowired
    ProcessEngine engine;
    @Autowired
    JdbcClient datenbank;
    @Autowired
    DataSource quelle;
    @Autowired
    Umzugsplaner planer;
    @Autowired
    Zuordnungsleser leser;
    @Autowired
    Spiel spiel;

    private Probeprozess probe;

    @BeforeEach
    void neueProbe() {
        probe = new Probeprozess(engine, datenbank, planer);
    }

    @AfterEach
    void raeumeAuf() {
        probe.close();
    }

    private static void verlange(Stelle stelle, int anzahl, String ziel, String herkunft) {
        assertThat(stelle).returns(anzahl, Stelle::anzahl).returns(ziel, Stelle::ziel).returns(herkunft, Stelle::herkunft);
    }

    @Test
    @DisplayName("In einer gleichen Fassung bleibt jede Aufgabe und jedes Ereignis jedes mitgelieferten Ablaufs, wo es ist")
    void gleiche() throws Exception {
        for (Resource ablauf : new PathMatchingResourcePatternResolver().getResources("classpath*:bpmn/**/*.bpmn")) {
            byte[] inhalt = ablauf.getContentAsByteArray();
            List<String> wartende = Bpmn.readModelFromStream(new ByteArrayInputStream(inhalt)).getModelElementsByType(FlowNode.class).stream()
                    .filter(teil -> teil instanceof UserTask || teil instanceof IntermediateCatchEvent || teil instanceof CallActivity)
                    .map(BaseElement::getId).toList();
            assertThat(planer.anweisungen(inhalt, inhalt, Map.of()).keySet()).as(ablauf.getFilename()).containsAll(wartende);
        }
    }

    @Test
    @DisplayName("Was gleich heißt, bleibt; gezählt wird über alle Fassungen, die noch laufen, auch die neueste")
    void alleFassungen() {
        probe.stelleBereit(probe.ablauf(aufgabe("a", "A"), aufgabe("b", "B")));
        probe.beginne();
        probe.erledige(probe.beginne(), "a");
        probe.stelleBereit(probe.ablauf(aufgabe("a", "A"), aufgabe("c", "C")));
        probe.beginne();
        probe.beginne();
        Probeablauf neu = probe.ablauf(aufgabe("a", "A"), aufgabe("b", "B"), aufgabe("c", "C"));
        Prozessumzug umzug = probe.umzug(neu);
        assertThat(umzug.quellen()).extracting(Quelle::version, Quelle::laufend)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(2, 2), org.assertj.core.groups.Tuple.tuple(1, 2));
        verlange(probe.stelle(neu, "a"), 3, "a", "gleich");
        verlange(probe.stelle(neu, "b"), 1, "b", "gleich");
        assertThat(umzug.ziele()).extracting(Wahl::element).containsExactly("a", "b", "c");
        assertThat(probe.umzug(probe.ablauf(aufgabe("a", "A"), aufgabe("c", "C"))).quellen())
                .as("the same version is no other one").extracting(Quelle::version).containsExactly(1);
    }

    @Test
    @DisplayName("Eine umbenannte Aufgabe: erst vorgeschlagen, dann mit Anweisung oder von Hand; erst dann zieht sie um")
    void umbenannt() {
        Probeablauf alt = probe.ablauf(aufgabe("pruefen", "Antrag prüfen"));
        probe.stelleBereit(alt);
        String instanz = probe.beginne();
        Probeablauf ohne = probe.ablauf(aufgabe("antrag-pruefen", "antrag prüfen"));
        verlange(probe.stelle(ohne, "pruefen"), 1, "antrag-pruefen", "vorschlag");
        assertThat(planer.anweisungen(alt.bytes(), ohne.bytes(), Map.of())).as("nobody has confirmed it").doesNotContainKey("pruefen");
        assertThat(planer.fehlend(Map.of(probe.datei(), ohne.bytes())))
                .containsExactly(new FehlendeStellen.Fehlend(probe.datei(), "pruefen", "Antrag prüfen", 1));
        Map<String, String> vonHand = Map.of("pruefen", "antrag-pruefen");
        verlange(Probeprozess.stelle(probe.plane(ohne, vonHand), "pruefen"), 1, "antrag-pruefen", "bestaetigt");
        assertThat(planer.fehlend(Map.of(probe.datei(), ohne.bytes()), Map.of(probe.schluessel, vonHand))).isEmpty();

        Probeablauf mit = probe.ablauf(aufgabe("sichten", "Unterlagen sichten", "pruefen"));
        verlange(probe.stelle(mit, "pruefen"), 1, "sichten", "anweisung");
        assertThat(planer.fehlend(Map.of(probe.datei(), mit.bytes()))).isEmpty();
        assertThat(probe.ziehUm(alt, mit, Map.of(), instanz)).containsExactly("sichten");
    }

    @Test
    @DisplayName("Vorgeschlagen wird auch, was dasselbe Formular hat, und was als Einziges seiner Art und Rolle in Frage kommt; sonst nichts")
    void vorschlaege() {
        String formular = "camunda:formRef=\"leitbild-leitbild-entwerfen\" camunda:formRefBinding=\"latest\" camunda:candidateGroups=\"planung\"";
        probe.stelleBereit(probe.ablauf(element("userTask", "eins", "Eins", formular, ""), aufgabe("zwei", "Zwei"), aufgabe("drei", "Drei")));
        Probeablauf neu = probe.ablauf(element("userTask", "anders", "Anders", formular.replace("planung", "kaemmerei"), ""), aufgabe("neu", "Neu"),
                aufgabe("drei", "Drei"));
        probe.beginne();
        verlange(probe.stelle(neu, "eins"), 1, "anders", "vorschlag");
        verlange(probe.stelle(neu, "zwei"), 0, "neu", "vorschlag");
        Probeablauf zwei = probe.ablauf(aufgabe("neu", "Neu"), aufgabe("auch-neu", "Auch neu"), aufgabe("drei", "Drei"));
        verlange(probe.stelle(zwei, "zwei"), 0, null, "fehlt");
    }

    @Test
    @DisplayName("Eine entfallene Aufgabe fehlt, außer der Ablauf sagt, wo es weitergeht oder dass es mit Absicht ist; eine neue stört nicht")
    void entfallen() {
        Probeablauf alt = probe.ablauf(aufgabe("a", "A"), termin("weg", "Weg"), aufgabe("z", "Z"));
        probe.stelleBereit(alt);
        String instanz = probe.beginne();
        probe.erledige(instanz, "a");
        Probeablauf neu = probe.ablauf(aufgabe("a", "A"), aufgabe("dazu", "Dazu"), aufgabe("z", "Z"));
        verlange(probe.stelle(neu, "weg"), 1, null, "fehlt");
        assertThat(planer.fehlend(Map.of(probe.datei(), neu.bytes()))).extracting(FehlendeStellen.Fehlend::element).containsExactly("weg");
        assertThat(planer.fehlend(Map.of(probe.datei(), neu.eigenschaft("entfallen", "weg").bytes()))).isEmpty();
        verlange(probe.stelle(neu, "weg"), 1, null, "fehlt");
        verlange(probe.stelle(neu.eigenschaft("entfallen", "weg->z"), "weg"), 1, null, "fehlt");
        assertThat(probe.stelle(neu, "weg").grund()).as("a timer does not become a task").contains("verschiedener Art");
        assertThat(planer.fehlend(Map.of(probe.datei(), neu.bytes()))).hasSize(1);
        verlange(probe.stelle(neu.eigenschaft("entfallen", "a -> dazu"), "a"), 0, "dazu", "anweisung");
    }

    @Test
    @DisplayName("Eine Anweisung, die im Modell stehen bleibt, lenkt nicht um, was es inzwischen wieder gibt")
    void alteAnweisung() {
        probe.stelleBereit(probe.ablauf(aufgabe("a", "A")));
        String erste = probe.beginne();
        probe.stelleBereit(probe.ablauf(aufgabe("a", "Wieder A"), aufgabe("b", "B", "a")));
        probe.beginne();
        Probeablauf neu = probe.ablauf(aufgabe("a", "Wieder A"), aufgabe("b", "B", "a"), aufgabe("c", "C"));
        assertThat(planer.anweisungen(probe.ablauf(aufgabe("a", "A")).bytes(), neu.bytes(), Map.of())).containsEntry("a", "b");
        assertThat(planer.anweisungen(probe.ablauf(aufgabe("a", "A"), aufgabe("b", "B")).bytes(), neu.bytes(), Map.of())).containsEntry("a", "a");
        assertThat(probe.ziehUm(probe.ablauf(aufgabe("a", "A")), neu, Map.of(), erste)).containsExactly("b");
    }

    @Test
    @DisplayName("Was eine frühere Änderung zurückgelassen hat, steht der nächsten nicht im Weg")
    void zurueckgelassen() {
        probe.stelleBereit(probe.ablauf(aufgabe("alt", "Alt")));
        probe.beginne();
        probe.stelleBereit(probe.ablauf(aufgabe("neu", "Neu")));
        assertThat(planer.fehlend(Map.of(probe.datei(), probe.ablauf(aufgabe("neu", "Ganz neu")).bytes()))).isEmpty();
        assertThat(planer.fehlend(Map.of(probe.datei(), "kein Modell".getBytes(), "regel.dmn", new byte[0]))).isEmpty();
        assertThatThrownBy(() -> planer.plane(Map.of(probe.datei(), "kein Modell".getBytes()), Map.of())).isInstanceOf(Refusal.class)
                .hasMessageContaining("lässt sich nicht als Ablauf lesen");
    }

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

    @Test
    @DisplayName("Zwei Akten oder vierzig: dieselbe Zahl von Anweisungen an die Datenbank")
    void gleichVieleAnweisungen() {
        Zaehler zaehler = new Zaehler();
        JdbcClient gezaehlt = JdbcClient.create(zaehler.um(quelle));
        Umzugsplanwege wege = new Umzugsplanwege(new Umzugsplanbestand(gezaehlt), leser);
        UmzugsplanAkten akten = new UmzugsplanAkten(gezaehlt, engine.getIdentityService());
        probe.stelleBereit(probe.ablauf(aufgabe("a", "A"), aufgabe("b", "B")));
        Map<String, byte[]> dateien = Map.of(probe.datei(), probe.ablauf(aufgabe("a", "A"), aufgabe("c", "C")).bytes());
        IntStream.range(0, 2).forEach(i -> probe.beginne());
        List<Long> zwei = anweisungen(zaehler, wege, akten, dateien, 2);
        IntStream.range(2, 40).forEach(i -> probe.erledige(probe.beginne(), i % 2 == 0 ? "a" : "-"));
        assertThat(anweisungen(zaehler, wege, akten, dateien, 40)).isEqualTo(zwei).isEqualTo(List.of(2L, 3L, 2L));
    }

    private List<Long> anweisungen(Zaehler zaehler, Umzugsplanwege wege, UmzugsplanAkten akten, Map<String, byte[]> dateien, int erwartet) {
        return spiel.als("modellpflege", () -> {
            long anfang = zaehler.anweisungen();
            List<Umzugsplanweg> laufende = wege.laufende(wege.neue(dateien), Map.of(), null);
            long plan = zaehler.anweisungen();
            assertThat(akten.seite(laufende, null, 0).akten()).hasSize(erwartet);
            long seite = zaehler.anweisungen();
            new Umzugsplaner(wege, leser).fehlend(dateien);
            return List.of(plan - anfang, seite - plan, zaehler.anweisungen() - seite);
        });
    }
}
