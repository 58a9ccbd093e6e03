package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Was das Gremium beschließt, steht in der Akte und gilt")
class BeschlussTest extends Konzeptberatung {

    @Test
    @Tag("I1")
    @DisplayName("I1: Beschlossen: Nummer, Datum und Ergebnisse stehen in der Akte, und das Konzept wird veröffentlicht")
    void beschlossen() {
        var akte = bisZumBeschluss(PROGRAMM);
        assertThat(akte.inhalt("beschluss-erfassen", "beratungsergebnisse").toString()).contains("Sozialausschuss", "Stadtrat", "2028-04-01");
        assertThat(akte.abgelehnt("sitzungsdienst", "beschluss-erfassen", mit(BESCHLOSSEN, "konzeptBeschlussNummer", null,
                "konzeptBeschlussDatum", null, "konzeptBeschlussOrt", null))).hasSize(3);
        akte.erledige("sitzungsdienst", "beschluss-erfassen", BESCHLOSSEN);
        assertThat(akte.wert("beschlussErgebnis")).isEqualTo("beschlossen");
        assertThat(akte.wert("konzeptBeschlussNummer")).isEqualTo("12/2028");

        assertThat(akte.abgelehnt("integrationsbeauftragte", "konzept-veroeffentlichen", zeile("veroeffentlichtAm", null,
                "veroeffentlichtOrt", null, "veroeffentlichtFassungen", null, "veroeffentlichtInformiert", null))).hasSize(4);
        assertThat(akte.abgelehnt("integrationsbeauftragte", "konzept-veroeffentlichen", zeile("veroeffentlichtFassungen",
                List.of("uebersetzung"), "veroeffentlichtSprachen", null))).hasSize(1);
        akte.erledige("integrationsbeauftragte", "konzept-veroeffentlichen", zeile("veroeffentlichtFassungen", List.of("barrierefrei", "druck")));
        assertThat(akte.laeuft()).isFalse();
        assertThat(akte.ende()).isEqualTo("konzept-beschlossen");
        assertThat(akte.zuletzt("beratungsergebnisse").toString()).contains("31 zu 9");
    }

    @Test
    @Tag("I1")
    @DisplayName("I1: Mit Auflagen: jede nennt, wer sie bis wann erfüllt, sonst gilt der Beschluss nicht als erfasst")
    void mitAuflagen() {
        var akte = bisZumBeschluss(PROGRAMM);
        var ohne = mit(BESCHLOSSEN, "beschlussErgebnis", "mit-auflagen");
        assertThat(akte.abgelehnt("sitzungsdienst", "beschluss-erfassen", mit(ohne, "auflagen", List.of()))).hasSize(1);
        assertThat(akte.abgelehnt("sitzungsdienst", "beschluss-erfassen", mit(ohne, "auflagen",
                List.of(zeile("auflage", "Kosten prüfen"))))).hasSize(2);
        assertThat(akte.abgelehnt("sitzungsdienst", "beschluss-erfassen", mit(ohne, "auflagen",
                List.of(zeile("auflage", "Kosten prüfen", "zustaendig", "niemand", "bis", "2028-12-31"))))).hasSize(1);

        akte.erledige("sitzungsdienst", "beschluss-erfassen", mit(ohne, "auflagen",
                List.of(zeile("auflage", "Kosten prüfen", "zustaendig", "fachbereich-soziales", "bis", "2028-12-31"))));
        assertThat(akte.wert("auflagen").toString()).contains("Kosten prüfen", "fachbereich-soziales");
        assertThat(akte.offen()).containsExactly("konzept-veroeffentlichen");
        akte.erledige("integrationsbeauftragte", "konzept-veroeffentlichen", zeile());
        assertThat(akte.ende()).isEqualTo("konzept-beschlossen");
    }

    private static Map<String, Object> auflage(String zustaendig) {
        return zeile("auflage", "Kosten prüfen", "zustaendig", zustaendig, "bis", "2028-12-31");
    }

    @ParameterizedTest(name = "{0}")
    @Tag("I1")
    @ValueSource(strings = {"fachbereich-soziales", "integrationsbeauftragte"})
    @DisplayName("I1: Eine Auflage geht an die Stelle, die sie erfüllen soll, und ist erst mit einem Nachweis erledigt")
    void auflageErfuellen(String zustaendig) {
        var akte = spiel.wurzel("auflage", auflage(zustaendig));
        assertThat(akte.rolle(akte.aufgabe("auflage-erfuellen"))).isEqualTo(zustaendig);
        assertThat(akte.abgelehnt(zustaendig, "auflage-erfuellen", zeile("auflageErledigung", "erfuellt", "auflageWie", null,
                "auflageErfuelltAm", null, "auflageNachweis", null))).hasSize(3);
        akte.erledige(zustaendig, "auflage-erfuellen", zeile("auflageErledigung", "erfuellt", "auflageNachweis", "Vermerk 9"));
        assertThat(akte.ende()).isEqualTo("auflage-erfuellt");
        assertThat(akte.zuletzt("auflagenStand").toString()).contains("Kosten prüfen", zustaendig, "erfuellt", "Vermerk 9");
    }

    @Test
    @Tag("I1")
    @DisplayName("I1: Eine Auflage kann nur das Gremium erlassen, mit Datum, Beschluss und Grund")
    void auflageErlassen() {
        var akte = spiel.wurzel("auflage", auflage("fachbereich-soziales"));
        assertThat(akte.abgelehnt("fachbereich-soziales", "auflage-erfuellen", zeile("auflageErledigung", "erlassen",
                "auflageErlassenAm", null, "auflageErlassenPapier", null, "auflageErlassenGrund", null))).hasSize(3);
        akte.erledige("integrationsbeauftragte", "auflage-erfuellen", zeile("auflageErledigung", "erlassen",
                "auflageErlassenPapier", "Beschluss 40/2028", "auflageImAuftrag", true));
        assertThat(akte.ende()).isEqualTo("auflage-erlassen");
        assertThat(akte.zuletzt("auflagenStand").toString()).contains("erlassen", "Beschluss 40/2028");
    }

    @Test
    @Tag("I1")
    @DisplayName("I1: Abgelehnt: der Beschluss endet geordnet mit den Gründen, veröffentlicht wird nichts")
    void abgelehnt() {
        var akte = bisZumBeschluss(PROGRAMM);
        var nein = mit(BESCHLOSSEN, "beschlussErgebnis", "abgelehnt");
        assertThat(akte.abgelehnt("sitzungsdienst", "beschluss-erfassen", mit(nein, "ablehnungGruende", null))).hasSize(1);
        akte.erledige("sitzungsdienst", "beschluss-erfassen", mit(nein, "ablehnungGruende", "Zu teuer"));
        assertThat(akte.laeuft()).isFalse();
        assertThat(akte.ende()).isEqualTo("konzept-abgelehnt");
        assertThat(akte.zuletzt("ablehnungGruende")).isEqualTo("Zu teuer");
        assertThat(akte.zuletzt("veroeffentlichtAm")).isNull();
    }

    @Test
    @Tag("I1")
    @DisplayName("I1: Freigabe und Beschluss kann die Integrationsbeauftragte im Auftrag erfassen, mit Person, Tag und Papier")
    void imAuftrag() {
        var akte = spiel.wurzel("beschluss", PROGRAMM).erledige("integrationsbeauftragte", "konzept-vorlegen", VORLAGE);
        assertThat(akte.abgelehnt("integrationsbeauftragte", "vorlage-freigeben", zeile("vorlageFreigabe", "ja")))
                .singleElement().asString().contains("Im Auftrag");
        akte.erledige("integrationsbeauftragte", "vorlage-freigeben", zeile("vorlageFreigabe", "ja", "vorlageImAuftrag", true));
        akte.erledige("integrationsbeauftragte", "beschluss-erfassen", mit(BESCHLOSSEN, "beschlussImAuftrag", true,
                "beschlussPapier", "Niederschrift 4"));
        assertThat(akte.zuletzt("beschlussPapier")).isEqualTo("Niederschrift 4");
    }
}
