package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.landkreis;
import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.engine.Refusal;
import java.util.List;
import java.util.UUID;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The record of a municipality. */
@Anwendungstest
@Tag("postgresql")
class AkteTest {

    @Autowired
    Spiel spiel;

    @Autowired
    HistoryService geschichte;

    @Autowired
    IdentityService personen;

    @Test
    @Tag("R1")
    @DisplayName("R1: Eine Akte braucht Art, Namen und Größe der Kommune, Titel und Namen der Leitung, das Gremium und wer die Feder führt")
    void startformular() {
        Refusal abgelehnt = catchThrowableOfType(Refusal.class, () -> spiel.beginne(mit(stadt(), "kommuneTyp", null, "kommuneName", null,
                "einwohner", null, "leitungAnrede", null, "leitungName", null, "gremium", null, "federfuehrung", null)));
        assertThat(abgelehnt.sentences()).hasSize(7);

        var akte = spiel.beginne(mit(stadt(), "aktenzeichen", "AZ " + UUID.randomUUID().toString().substring(0, 8)));
        assertThat((String) akte.wert("aktenname")).startsWith("AZ ").endsWith("· Musterstadt");
        assertThat(akte.wert("phase")).isEqualTo("Vorabklärung");
    }

    @Test
    @Tag("R1")
    @DisplayName("R1: Ein Aktenzeichen gibt es nur einmal; ein zweites Mal wird abgelehnt (409)")
    void aktenzeichenEinmalig() {
        String zeichen = "AZ " + UUID.randomUUID().toString().substring(0, 8);
        spiel.beginne(mit(stadt(), "aktenzeichen", zeichen));
        Refusal abgelehnt = catchThrowableOfType(Refusal.class, () -> spiel.beginne(mit(landkreis(), "aktenzeichen", zeichen)));
        assertThat(abgelehnt.getStatus().getStatusCode()).isEqualTo(409);
        assertThat(abgelehnt.sentences()).singleElement().asString().contains(zeichen);
        assertThat(geschichte.createHistoricProcessInstanceQuery().processInstanceBusinessKey(zeichen).rootProcessInstances().count())
                .isEqualTo(1);
    }

    @Test
    @Tag("R1")
    @DisplayName("R1: Jeder Vorgang einer Akte trägt ihr Aktenzeichen und ihre Kommune, von der ersten bis zur letzten Aufgabe")
    void jederVorgangTraegtAktenzeichenUndKommune() {
        String zeichen = "AZ " + UUID.randomUUID().toString().substring(0, 8);
        var drehbuch = gut().anders("ausrichtung-vorbereiten", "gemeinsamesKonzeptVorschlag", "ja", "gemeinden", List.of(zeile("name", "Aich")))
                .anders("ausrichtung-entscheiden", "gemeinsamesKonzept", "ja")
                .anders("beitritte-erfassen", "beitritteErfassung", List.of(zeile("name", "Aich", "entscheidung", "beigetreten",
                        "entscheidungAm", "2027-03-01", "entscheidungPapier", "GR 1")));
        var akte = spiel.beginne(mit(landkreis(), "aktenzeichen", zeichen)).spieleBis(drehbuch, "handlungsfelder-festlegen");
        akte.spieleBis(drehbuch);
        assertThat(akte.ende()).isEqualTo("umsetzung-beginnt");

        List<HistoricProcessInstance> alle = geschichte.createNativeHistoricProcessInstanceQuery()
                .sql("select * from ACT_HI_PROCINST where ROOT_PROC_INST_ID_ = #{id}").parameter("id", akte.id()).list();
        assertThat(alle).extracting(HistoricProcessInstance::getProcessDefinitionKey).contains("integrationskonzept", "vorabklaerung",
                "auftragsklaerung", "beauftragung", "ressourcen", "mittelpruefung", "ausrichtung", "gemeinden", "gemeindebeitritt",
                "planungsansatz", "unterstuetzung", "beteiligung", "mitwirkung", "projekt", "interessen", "nachtragen",
                "projektstart", "steuerungsgruppe", "leitbild", "handlungsfelder", "handlungsfeld", "massnahmen", "beschluss",
                "controlling", "verstetigung", "terminwacht");
        String kommune = personen.createTenantQuery().userMember("integrationsbeauftragte").includingGroupsOfUser(true)
                .singleResult().getId();
        assertThat(alle).allSatisfy(vorgang -> {
            assertThat(vorgang.getBusinessKey()).as(vorgang.getProcessDefinitionKey()).isEqualTo(zeichen);
            assertThat(vorgang.getTenantId()).as(vorgang.getProcessDefinitionKey()).isEqualTo(kommune);
            assertThat(vorgang.getEndTime()).as(vorgang.getProcessDefinitionKey()).isNotNull();
        });
    }

    @Test
    @Tag("R1")
    @DisplayName("R1: Nur die Integrationsbeauftragte legt eine Akte an")
    void nurDieIntegrationsbeauftragteLegtAn() {
        for (String rolle : List.of("fachbereich-kultur", "stakeholder", "gemeinde", "prozessverantwortung")) {
            assertThatThrownBy(() -> spiel.beginneAls(rolle, stadt())).as(rolle).isInstanceOf(AuthorizationException.class);
        }
    }
}
