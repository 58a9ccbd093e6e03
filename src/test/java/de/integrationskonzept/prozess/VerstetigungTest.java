package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import java.util.Map;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

/** The project ends only when somebody is there for what comes after it. */
@Anwendungstest
@Tag("postgresql")
class VerstetigungTest {

    private static final Map<String, Object> STADT = zeile("tiefe", "programm", "verfahren", "ausfuehrlich");
    private static final Map<String, Object> GEMEINDE = zeile("tiefe", "programm", "verfahren", "kompakt");
    private static final Map<String, Object> VORSCHLAG = zeile("dauerStelle", "Fachstelle Integration", "dauerPerson", "Amira Beispiel",
            "dauerBudget", 20000, "dauerMandat", "Steuert die Umsetzung", "dauerAb", "2029-01-01");
    private static final Map<String, Object> ZUSAGE = mit(VORSCHLAG, "verstetigungZusage", "ja");

    @Autowired
    Spiel spiel;

    @Test
    @Tag("R72")
    @DisplayName("R72: Das Hauptamt schlägt vor, die Spitze sagt zu und kann dabei ändern; beides steht danach in der Akte")
    void zugesagt() {
        var akte = spiel.wurzel("verstetigung", STADT);
        assertThat(akte.inhalt("verstetigung-vorschlagen", "dauerMandat").toString()).contains("Fortschreibung");
        akte.erledige("hauptamt", "verstetigung-vorschlagen", VORSCHLAG);
        assertThat(akte.inhalt("verstetigung-zusagen", "dauerPerson")).isEqualTo("Amira Beispiel");
        akte.erledige("verwaltungsspitze", "verstetigung-zusagen", zeile("verstetigungZusage", "ja", "dauerBudget", 25000));
        assertThat(akte.ende()).isEqualTo("verstetigung-gesichert");
        assertThat(akte.zuletzt("dauerStelle")).isEqualTo("Fachstelle Integration");
        assertThat(akte.zuletzt("dauerBudget")).isEqualTo(25000);
        assertThat(akte.zuletzt("dauerAb")).isEqualTo("2029-01-01");
    }

    @Test
    @Tag("R72")
    @DisplayName("R72: Gibt die Spitze den Vorschlag zurück, endet nichts: das Hauptamt arbeitet mit ihren Gründen weiter")
    void zurueck() {
        var akte = spiel.wurzel("verstetigung", STADT).erledige("hauptamt", "verstetigung-vorschlagen", VORSCHLAG);
        assertThat(akte.abgelehnt("verwaltungsspitze", "verstetigung-zusagen", zeile("verstetigungZusage", "nein",
                "verstetigungGruende", null))).hasSize(1);
        akte.erledige("verwaltungsspitze", "verstetigung-zusagen", zeile("verstetigungZusage", "nein",
                "verstetigungGruende", "Die Stelle ist befristet"));
        assertThat(akte.offen()).containsExactly("verstetigung-vorschlagen");
        assertThat(akte.inhalt("verstetigung-vorschlagen", "verstetigungGruende")).isEqualTo("Die Stelle ist befristet");
        assertThat(akte.inhalt("verstetigung-vorschlagen", "dauerPerson")).isEqualTo("Amira Beispiel");
        akte.erledige("hauptamt", "verstetigung-vorschlagen", zeile("dauerPerson", "Jo Weber"))
                .erledige("verwaltungsspitze", "verstetigung-zusagen", zeile("verstetigungZusage", "ja"));
        assertThat(akte.zuletzt("dauerPerson")).isEqualTo("Jo Weber");
        assertThat(akte.ende()).isEqualTo("verstetigung-gesichert");
    }

    @ParameterizedTest(name = "ohne {0}")
    @Tag("R72")
    @ValueSource(strings = {"dauerStelle", "dauerPerson", "dauerBudget", "dauerMandat"})
    @DisplayName("R72: Fehlt Stelle, Person, Budget oder Auftrag, endet das Projekt nicht")
    void keinEndeOhne(String angabe) {
        var akte = spiel.wurzel("verstetigung", GEMEINDE);
        assertThat(akte.abgelehnt("verwaltungsspitze", "verstetigung-zusagen",
                mit(ZUSAGE, angabe, angabe.equals("dauerBudget") ? null : ""))).hasSize(1);
        assertThat(akte.laeuft()).isTrue();
    }

    @Test
    @Tag("R72")
    @DisplayName("R72: Null Euro im Jahr brauchen eine Begründung")
    void nullEuro() {
        var akte = spiel.wurzel("verstetigung", GEMEINDE);
        assertThat(akte.abgelehnt("verwaltungsspitze", "verstetigung-zusagen", mit(ZUSAGE, "dauerBudget", 0, "dauerBudgetGrund", null)))
                .hasSize(1);
        akte.erledige("verwaltungsspitze", "verstetigung-zusagen", mit(ZUSAGE, "dauerBudget", 0, "dauerBudgetGrund", "Trägt der Landkreis"));
        assertThat(akte.ende()).isEqualTo("verstetigung-gesichert");
        assertThat(akte.zuletzt("dauerBudgetGrund")).isEqualTo("Trägt der Landkreis");
    }

    @Test
    @Tag("R72")
    @DisplayName("R72: In einer kleinen Gemeinde füllt die Spitze alles selbst aus; an sich selbst zurückgeben kann sie nicht")
    void kompakt() {
        var akte = spiel.wurzel("verstetigung", GEMEINDE);
        assertThat(akte.offen()).containsExactly("verstetigung-zusagen");
        assertThat(akte.inhalt("verstetigung-zusagen", "dauerStelle").toString()).contains("Geschäftsleitung");
        assertThat(akte.abgelehnt("verwaltungsspitze", "verstetigung-zusagen", zeile("verstetigungZusage", "nein",
                "verstetigungGruende", "Später"))).hasSize(1);
        akte.erledige("verwaltungsspitze", "verstetigung-zusagen", ZUSAGE);
        assertThat(akte.ende()).isEqualTo("verstetigung-gesichert");
    }

    @Test
    @Tag("R72")
    @DisplayName("R72: Vorschlag und Zusage lassen sich im Auftrag erfassen")
    void imAuftrag() {
        var akte = spiel.wurzel("verstetigung", STADT)
                .erledige("integrationsbeauftragte", "verstetigung-vorschlagen", mit(VORSCHLAG, "verstetigungVorschlagImAuftrag", true));
        assertThat(akte.abgelehnt("integrationsbeauftragte", "verstetigung-zusagen", ZUSAGE)).singleElement().asString().contains("Im Auftrag");
        akte.erledige("integrationsbeauftragte", "verstetigung-zusagen", mit(ZUSAGE, "verstetigungImAuftrag", true,
                "verstetigungPapier", "Verfügung 8"));
        assertThat(akte.ende()).isEqualTo("verstetigung-gesichert");
        assertThat(akte.zuletzt("verstetigungPapier")).isEqualTo("Verfügung 8");
    }
}
