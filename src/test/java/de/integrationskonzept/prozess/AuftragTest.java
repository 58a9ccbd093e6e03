package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.Drehbuch.BESCHLUSS;
import static de.integrationskonzept.prozess.Drehbuch.grundlage;
import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import java.time.Duration;
import java.util.List;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What is my mandate, and what if there is none? */
@Anwendungstest
@Tag("postgresql")
class AuftragTest {

    @Autowired
    Spiel spiel;

    @Test
    @Tag("R7")
    @DisplayName("R7: Am Anfang steht die Frage nach dem Auftrag; bevor sie beantwortet ist, beginnt kein anderes Thema")
    void auftragZuerst() {
        var akte = spiel.beginne(stadt());
        assertThat(akte.offen()).containsExactly("akte-nachtragen", "auftrag-klaeren");

        akte.erledige("integrationsbeauftragte", "auftrag-klaeren", gut().get("auftrag-klaeren"));
        assertThat(akte.offen()).contains("auftrag-erteilen", "ressourcen-planen", "beteiligung-planen");
    }

    @Test
    @Tag("R6")
    @DisplayName("R6: Vor den Gesprächen klärt die Integrationsbeauftragte für sich Auftrag, Weg und Ziele, und hat dafür vier Wochen")
    void selbstklaerung() {
        var akte = spiel.beginne(stadt());
        assertThat(akte.abgelehnt("integrationsbeauftragte", "auftrag-klaeren", zeile("selbstklaerung", null)))
                .singleElement().asString().contains("Wie verstehen Sie Ihren Auftrag");

        Task aufgabe = akte.aufgabe("auftrag-klaeren");
        assertThat(Duration.between(aufgabe.getCreateTime().toInstant(), aufgabe.getDueDate().toInstant()))
                .isGreaterThan(Duration.ofDays(27));
    }

    @Test
    @Tag("R9")
    @DisplayName("R9: Ein Beschluss des Rates und der Auftrag der Spitze zusammen ergeben den Grad A")
    void gradA() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "startreife-pruefen");
        assertThat(akte.wert("auftragsgrad")).isEqualTo("A");
        assertThat(akte.befund("Auftrag").ampel()).isEqualTo("grün");
    }

    @Test
    @Tag("R11")
    @DisplayName("R11: Der Auftrag der Spitze allein ist das Mindeste: Grad B, die Ampel bleibt gelb, der Start ist möglich")
    void gradB() {
        var akte = spiel.beginne(stadt()).spieleBis(gut().anders("auftrag-klaeren", "grundlagen", List.of(),
                "beschlussAnstreben", "nein"), "startreife-pruefen");
        assertThat(akte.wert("auftragsgrad")).isEqualTo("B");
        assertThat(akte.befund("Auftrag").ampel()).isEqualTo("gelb");
        assertThat(akte.erledige("integrationsbeauftragte", "startreife-pruefen", zeile("entscheidung", "weiter")).offen())
                .contains("startsignal-geben");
    }

    @Test
    @Tag("R11")
    @Tag("R12")
    @DisplayName("R11, R12: Steht der Auftrag nur in der Stellenbeschreibung, ist es Grad C: Rot, mit einer Warnung, und weiter geht es so nicht")
    void gradC() {
        var akte = spiel.beginne(stadt()).spieleBis(gut()
                .anders("auftrag-klaeren", "grundlagen", List.of(grundlage("stellenbeschreibung")), "beschlussAnstreben", "nein")
                .anders("auftrag-erteilen", "auftragErteilt", "nein"), "startreife-pruefen");
        assertThat(akte.wert("auftragsgrad")).isEqualTo("C");
        assertThat(akte.befund("Auftrag")).satisfies(befund -> {
            assertThat(befund.ampel()).isEqualTo("rot");
            assertThat(befund.satz()).contains("Stellenbeschreibung");
        });
        akte.abgelehnt("integrationsbeauftragte", "startreife-pruefen", zeile("entscheidung", "weiter"));
    }

    @Test
    @Tag("R8")
    @DisplayName("R8: Ohne jeden Auftrag steht das Risiko in der Akte, und die Spitze sieht es, wenn sie darüber entscheidet")
    void ohneAuftragSiehtDieSpitzeDasRisiko() {
        var akte = spiel.beginne(stadt()).spieleBis(gut()
                .anders("auftrag-klaeren", "grundlagen", List.of(), "beschlussAnstreben", "nein")
                .anders("auftrag-erteilen", "auftragErteilt", "nein"), "startreife-pruefen");
        akte.erledige("integrationsbeauftragte", "startreife-pruefen", zeile("entscheidung", "spitze"));
        assertThat(akte.rolle(akte.aufgabe("startreife-entscheiden"))).isEqualTo("verwaltungsspitze");
        assertThat(akte.befund("Auftrag").satz()).contains("noch keinen klaren Auftrag").contains("Rolle");
    }

    @Test
    @Tag("R10")
    @DisplayName("R10: Jeder Versuch um einen Beschluss wird notiert; die Aufgabe kommt wieder, bis er gefasst ist, und der Grad steigt auf A")
    void versucheBisZumBeschluss() {
        var drehbuch = gut().anders("auftrag-klaeren", "grundlagen", List.of(), "beschlussAnstreben", "ja");
        var akte = spiel.beginne(stadt()).spieleBis(drehbuch, "beschluss-anstreben");
        akte.erledige("vorgesetzte", "beschluss-anstreben", zeile("beschlussStand", "weiter",
                "versuche", List.of(zeile("datum", "2027-01-20", "gespraech", "Fraktionen", "ergebnis", "Nach der Wahl"))));
        assertThat(akte.inhalt("beschluss-anstreben", "versuche").toString()).contains("Nach der Wahl");

        akte.erledige("vorgesetzte", "beschluss-anstreben", drehbuch.get("beschluss-anstreben"))
                .spieleBis(drehbuch, "startreife-pruefen");
        assertThat(akte.wert("beschlussNummer")).isEqualTo("42/2027");
        assertThat(akte.wert("auftragsgrad")).isEqualTo("A");
    }

    @Test
    @Tag("R10")
    @DisplayName("R10: Wird der Beschluss aufgegeben, steht der Grund dabei und es geht mit Grad B weiter")
    void aufgegeben() {
        var drehbuch = gut().anders("auftrag-klaeren", "grundlagen", List.of(), "beschlussAnstreben", "ja");
        var akte = spiel.beginne(stadt()).spieleBis(drehbuch, "beschluss-anstreben");
        akte.abgelehnt("vorgesetzte", "beschluss-anstreben", zeile("beschlussStand", "aufgegeben", "aufgabeGrund", null));
        akte.erledige("vorgesetzte", "beschluss-anstreben", zeile("beschlussStand", "aufgegeben", "aufgabeGrund", "Keine Mehrheit"))
                .spieleBis(drehbuch, "startreife-pruefen");
        assertThat(akte.wert("auftragsgrad")).isEqualTo("B");
    }

    @Test
    @Tag("R10")
    @DisplayName("R10: Ein Beschluss braucht Nummer, Datum, Gremium und Fundstelle")
    void beschlussMitPapier() {
        var drehbuch = gut().anders("auftrag-klaeren", "grundlagen", List.of(), "beschlussAnstreben", "ja");
        var akte = spiel.beginne(stadt()).spieleBis(drehbuch, "beschluss-anstreben");
        assertThat(akte.abgelehnt("vorgesetzte", "beschluss-anstreben", zeile("beschlussStand", "erreicht", "beschlussNummer", null,
                "beschlussDatum", null, "beschlussGremium", null, "beschlussFundstelle", null))).hasSize(4);
    }

    @Test
    @Tag("R10")
    @DisplayName("R10: Kommt der Beschluss, während noch um ihn geworben wird, über „Akte nachtragen“, endet die Schleife und der Grad steigt")
    void spaeterBeschlussBeendetDieSchleife() {
        var drehbuch = gut().anders("auftrag-klaeren", "grundlagen", List.of(), "beschlussAnstreben", "ja");
        var akte = spiel.beginne(stadt()).spieleBis(drehbuch, "beschluss-anstreben");
        akte.erledige("verwaltungsspitze", "auftrag-erteilen", drehbuch.get("auftrag-erteilen"));

        akte.erledige("integrationsbeauftragte", "akte-nachtragen", beschlussNachgetragen());
        assertThat(akte.offen()).doesNotContain("beschluss-anstreben").contains("akte-nachtragen");
        akte.spieleBis(drehbuch, "startreife-pruefen");
        assertThat(akte.wert("auftragsgrad")).isEqualTo("A");
        assertThat(akte.befund("Auftrag").ampel()).isEqualTo("grün");
    }

    @Test
    @Tag("R10")
    @DisplayName("R10: Auch nach dem Start hebt ein später Beschluss den Grad von B auf A, ohne laufende Schritte zu stören")
    void spaeterBeschlussNachDemStart() {
        var akte = spiel.beginne(stadt()).spieleBis(gut().anders("auftrag-klaeren", "grundlagen", List.of(),
                "beschlussAnstreben", "nein"), "startsignal-geben");
        assertThat(akte.wert("auftragsgrad")).isEqualTo("B");

        akte.erledige("integrationsbeauftragte", "akte-nachtragen", beschlussNachgetragen());
        assertThat(akte.wert("auftragsgrad")).isEqualTo("A");
        assertThat(akte.wert("beschlussNummer")).isEqualTo("99/2027");
        assertThat(akte.offen()).containsExactly("akte-nachtragen", "startsignal-geben");
        assertThat(akte.inhalt("akte-nachtragen", "hinweis").toString()).contains("99/2027").contains("Grad A");
    }

    @Test
    @Tag("R13")
    @DisplayName("R13: Ohne die Überschrift, unter der beschlossen wurde, wird der Auftrag gelb")
    void ohneUeberschrift() {
        var akte = spiel.beginne(stadt()).spieleBis(gut().anders("auftrag-klaeren", "auftragLabel", null), "startreife-pruefen");
        assertThat(akte.befund("Auftrag").ampel()).isEqualTo("gelb");
        assertThat(akte.befund("Auftrag").satz()).contains("Überschrift");
    }

    @Test
    @Tag("R15")
    @DisplayName("R15: Ohne Chancen und Risiken wird der Auftrag gelb")
    void ohneChancen() {
        var akte = spiel.beginne(stadt()).spieleBis(gut().anders("auftrag-klaeren", "chancen", List.of()), "startreife-pruefen");
        assertThat(akte.befund("Auftrag").ampel()).isEqualTo("gelb");
        assertThat(akte.befund("Auftrag").satz()).contains("Chancen");
    }

    @Test
    @Tag("R9")
    @Tag("R4")
    @DisplayName("R9, R4: Liegen Beschluss, Auftrag, Federführung und Unterstützung schon vor, wird nichts davon noch einmal verhandelt")
    void allesLiegtSchonVor() {
        var akte = spiel.beginne(stadt()).spieleBis(gut().anders("auftrag-klaeren", "grundlagen", List.of(BESCHLUSS,
                grundlage("auftragsschreiben"), grundlage("federfuehrung"), grundlage("unterstuetzung"))), "startreife-pruefen");
        assertThat(akte.erledigt()).noneMatch(schritt -> schritt.endsWith("auftrag-erteilen") || schritt.endsWith("beschluss-anstreben"));
        assertThat(akte.wert("auftragsgrad")).isEqualTo("A");
        assertThat(akte.befund("Verantwortung").ampel()).isEqualTo("grün");
    }

    static java.util.Map<String, Object> beschlussNachgetragen() {
        return zeile("nachtragArt", "beschluss", "beschlussNummer", "99/2027", "beschlussDatum", "2027-06-01",
                "beschlussGremium", "Stadtrat", "beschlussFundstelle", "Ratsinformation");
    }
}
