package de.integrationskonzept.modell;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Laufende Akten ziehen auf neue Fassungen um")
class UmzuegeTest extends Umzugsfall {

    @Autowired
    Umzugsbuch buch;

    @Test
    @DisplayName("Die offene Aufgabe heißt danach wie im neuen Modell und geht an die neue Rolle; Person, Frist und Wiedervorlage bleiben")
    void folgtDemModell() {
        String wurzel = akte(false);
        Task vorher = aufgabe(wurzel);
        Date tag = new Date(1_800_000_000_000L);
        vorher.setDueDate(tag);
        vorher.setFollowUpDate(tag);
        vorher.setAssignee("controlling");
        engine.getTaskService().saveTask(vorher);
        Date erinnerung = engine.getManagementService().createJobQuery().processInstanceId(vorher.getProcessInstanceId()).singleResult().getDuedate();

        String umzug = beginne(bereit(), List.of(wurzel));
        spiel.arbeite(umzug);

        assertThat(umzuege.stand(umzug)).extracting(Fortschritt::zustand, Fortschritt::umgezogen, Fortschritt::gesamt)
                .containsExactly("fertig", 1, 1);
        Task nachher = aufgabe(wurzel);
        assertThat(nachher.getId()).isEqualTo(vorher.getId());
        assertThat(nachher.getTaskDefinitionKey()).isEqualTo("antrag-pruefen");
        assertThat(nachher.getName()).isEqualTo("Antrag genau prüfen");
        assertThat(nachher.getDescription()).isEqualTo("Bitte prüfen Sie den Antrag: Antrag genau prüfen.");
        assertThat(rollen(nachher)).containsExactly("controlling");
        assertThat(nachher.getDueDate()).isEqualTo(tag);
        assertThat(nachher.getFollowUpDate()).isEqualTo(tag);
        assertThat(nachher.getAssignee()).isEqualTo("controlling");
        assertThat(engine.getManagementService().createJobQuery().processInstanceId(vorher.getProcessInstanceId()).singleResult().getDuedate())
                .isEqualTo(erinnerung);
        assertThat(engine.getHistoryService().createHistoricTaskInstanceQuery().taskId(nachher.getId()).singleResult().getName())
                .isEqualTo("Antrag genau prüfen");
    }

    @Test
    @DisplayName("Was jemand von Hand geändert hat, bleibt")
    void vonHand() {
        String wurzel = akte(false);
        Task vorher = aufgabe(wurzel);
        vorher.setName("Antrag von Frau Muster prüfen");
        engine.getTaskService().saveTask(vorher);
        engine.getTaskService().deleteCandidateGroup(vorher.getId(), "integrationsbeauftragte");
        engine.getTaskService().addCandidateGroup(vorher.getId(), "planung");

        spiel.arbeite(beginne(bereit(), List.of(wurzel)));

        assertThat(aufgabe(wurzel).getTaskDefinitionKey()).isEqualTo("antrag-pruefen");
        assertThat(aufgabe(wurzel).getName()).isEqualTo("Antrag von Frau Muster prüfen");
        assertThat(rollen(aufgabe(wurzel))).containsExactly("planung");
    }

    private List<String> rollen(Task aufgabe) {
        return engine.getTaskService().getIdentityLinksForTask(aufgabe.getId()).stream().map(IdentityLink::getGroupId).filter(g -> g != null)
                .toList();
    }

    @Test
    @DisplayName("Eine Akte, die nicht umziehen kann, bleibt ganz, wie sie war; die anderen ziehen um")
    void giftigeAkte() {
        List<String> gute = akten(4);
        String giftige = akte(true);
        List<String> alle = new ArrayList<>(gute);
        alle.add(giftige);
        String definition = aufgabe(giftige).getProcessDefinitionId();

        String umzug = beginne(bereit(), alle);
        spiel.arbeite(umzug);

        assertThat(umzuege.stand(umzug)).extracting(Fortschritt::umgezogen, Fortschritt::gescheitert, Fortschritt::offen).containsExactly(4, 1, 0);
        assertThat(gute).allSatisfy(wurzel -> assertThat(aufgabe(wurzel).getTaskDefinitionKey()).isEqualTo("antrag-pruefen"));
        assertThat(aufgabe(giftige).getProcessDefinitionId()).isEqualTo(definition);
        assertThat(buch.zeilen(umzug, Umzugsbuch.GESCHEITERT, 0)).singleElement().satisfies(zeile -> {
            assertThat(zeile.wurzel()).isEqualTo(giftige);
            assertThat(zeile.saetze()).singleElement().asString().startsWith("Die Akte steht bei „Sonderfall klären“ (gift) im Ablauf „Umzugsteil“");
        });
    }

    @Test
    @DisplayName("Noch einmal umziehen ändert nichts mehr")
    void nochEinmal() {
        List<String> wurzeln = akten(2);
        String vorschlag = bereit();
        spiel.arbeite(beginne(vorschlag, wurzeln));
        int fassung = jdbc.queryForObject("select REV_ from ACT_RU_TASK where ID_ = ?", Integer.class, aufgabe(wurzeln.get(0)).getId());

        String zweiter = beginne(vorschlag, wurzeln);
        spiel.arbeite(zweiter);

        assertThat(umzuege.stand(zweiter)).extracting(Fortschritt::zustand, Fortschritt::unveraendert, Fortschritt::umgezogen)
                .containsExactly("fertig", 2, 0);
        assertThat(jdbc.queryForObject("select REV_ from ACT_RU_TASK where ID_ = ?", Integer.class, aufgabe(wurzeln.get(0)).getId()))
                .isEqualTo(fassung);
        assertThat(umzuege.stand(umzuege.beginne(vorschlag, false, List.of(wurzeln.get(0)), Umzugsspiel.PERSON)).zustand()).isEqualTo("fertig");
    }

    @Test
    @DisplayName("Angehalten wartet der Rest; fortgesetzt zieht er um, und kein Auftrag tut etwas doppelt")
    void haeltAnUndSetztFort() {
        List<String> wurzeln = akten(5);
        String umzug = beginne(bereit(), wurzeln);
        List<String> auftraege = spiel.jobs(umzug).stream().map(job -> job.getId()).toList();
        assertThat(auftraege).hasSize(5);
        auftraege.subList(0, 2).forEach(spiel::fuehreAus);

        umzuege.halte(umzug);
        spiel.arbeite(umzug);
        assertThat(umzuege.stand(umzug)).extracting(Fortschritt::zustand, Fortschritt::umgezogen, Fortschritt::offen)
                .containsExactly("angehalten", 2, 3);
        assertThat(wurzeln).filteredOn(wurzel -> aufgabe(wurzel).getTaskDefinitionKey().equals("pruefen")).hasSize(3);

        umzuege.setzeFort(umzug);
        umzuege.setzeFort(umzug);
        spiel.arbeite(umzug);
        assertThat(umzuege.stand(umzug)).extracting(Fortschritt::zustand, Fortschritt::umgezogen, Fortschritt::offen).containsExactly("fertig", 5, 0);
        assertThat(wurzeln).allSatisfy(wurzel -> assertThat(aufgabe(wurzel).getTaskDefinitionKey()).isEqualTo("antrag-pruefen"));
    }

    @Test
    @DisplayName("Arbeitet gerade jemand in der Akte, kommt der Umzug danach wieder dran und scheitert nicht")
    void gleichzeitig() {
        String wurzel = akte(false);
        String umzug = beginne(bereit(), List.of(wurzel));
        String auftrag = spiel.jobs(umzug).get(0).getId();
        String aufgabe = aufgabe(wurzel).getId();
        ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();

        stoere(configuration, auftrag, aufgabe);
        assertThat(umzuege.stand(umzug).offen()).isEqualTo(1);
        assertThat(buch.zeilen(umzug, null, 0).get(0).zustand()).isEqualTo(Umzugsbuch.OFFEN);
        assertThat(spiel.jobs(umzug)).singleElement().satisfies(job -> assertThat(job.getRetries()).isEqualTo(3));

        spiel.arbeite(umzug);
        assertThat(umzuege.stand(umzug).umgezogen()).isEqualTo(1);
        assertThat(aufgabe(wurzel).getPriority()).isEqualTo(77);
    }

    /** The job has read the file when somebody else changes its task. */
    private void stoere(ProcessEngineConfigurationImpl configuration, String auftrag, String aufgabe) {
        Umzugsstoerer.dazwischen(() -> configuration.getCommandExecutorTxRequiresNew().execute(context -> {
            context.getTaskManager().findTaskById(aufgabe).setPriority(77);
            return null;
        }));
        try {
            engine.getManagementService().executeJob(auftrag);
            throw new AssertionError("nobody came between");
        } catch (OptimisticLockingException erwartet) {
            // the engine's job executor tries again
        } finally {
            Umzugsstoerer.dazwischen(null);
        }
    }
}
