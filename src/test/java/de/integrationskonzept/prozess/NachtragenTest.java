package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.integrationskonzept.Anwendungstest;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The standing door of a file for what comes late. */
@Anwendungstest
@Tag("postgresql")
class NachtragenTest {

    private static final Map<String, Object> SPITZE = zeile("spitzeName", "Rita Muster", "spitzeDatum", "2027-04-01",
            "spitzePapier", "Vermerk 4", "spitzeGrund", "Bürgermeisterwahl");

    @Autowired
    Spiel spiel;

    @Autowired
    KleineAkte kleineAkte;

    private static Map<String, Object> thema(String id) {
        return zeile("nachtragArt", "thema", "themaOeffnen", id, "themaGrund", "Es gibt Neues");
    }

    @Test
    @Tag("R4")
    @DisplayName("R4: Ein fertiges Thema öffnet sich wieder, während die anderen laufen, mit den früheren Antworten")
    void themaWiederOeffnen() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "ressourcen-planen");
        akte.erledige("integrationsbeauftragte", "projekt-aufsetzen", mit(gut().get("projekt-aufsetzen"), "projektZiele", "Zusammenhalt"));
        List<String> vorher = akte.offen();
        assertThat(vorher).doesNotContain("projekt-aufsetzen").contains("ressourcen-planen");

        akte.erledige("integrationsbeauftragte", "akte-nachtragen", thema("projekt"));
        assertThat(akte.inhalt("akte-nachtragen", "hinweis").toString()).contains("wieder offen");
        assertThat(akte.inhalt("projekt-aufsetzen", "projektZiele")).isEqualTo("Zusammenhalt");
        assertThat(akte.offen()).containsAll(vorher).contains("projekt-aufsetzen");

        akte.erledige("integrationsbeauftragte", "projekt-aufsetzen", zeile("projektform", "nein", "projektformGrund", "Zu klein"));
        akte.spieleBis(gut(), "startreife-pruefen");
        assertThat(akte.befund("Projekt").satz()).as("the last answer counts").contains("nicht als Projekt");
    }

    @Test
    @Tag("R4")
    @DisplayName("R4: Ein Thema, das noch in Arbeit ist, wird nicht ein zweites Mal geöffnet, und nach der Vorabklärung keines mehr")
    void nichtZuOeffnen() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "ressourcen-planen");
        List<String> vorher = akte.offen();
        akte.erledige("integrationsbeauftragte", "akte-nachtragen", thema("ressourcen"));
        assertThat(akte.offen()).isEqualTo(vorher);
        assertThat(akte.inhalt("akte-nachtragen", "hinweis").toString()).contains("lässt sich gerade nicht öffnen");

        akte.spieleBis(gut(), "startsignal-geben");
        akte.erledige("integrationsbeauftragte", "akte-nachtragen", thema("ressourcen"));
        assertThat(akte.offen()).containsExactly("akte-nachtragen", "startsignal-geben");
        assertThat(akte.inhalt("akte-nachtragen", "hinweis").toString()).contains("lässt sich gerade nicht öffnen");
    }

    @Test
    @Tag("I2")
    @DisplayName("I2: Die Spitze lässt die Akte ruhen: niemand kommt weiter, bis sie fortgesetzt wird; beides mit Name, Datum, Papier und Grund")
    void ruhenUndFortsetzen() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "ressourcen-planen");
        assertThat(akte.abgelehnt("integrationsbeauftragte", "akte-nachtragen", zeile("nachtragArt", "ruhen", "spitzeName", null,
                "spitzeDatum", null, "spitzePapier", null, "spitzeGrund", null))).hasSize(4);

        akte.erledige("integrationsbeauftragte", "akte-nachtragen", mit(SPITZE, "nachtragArt", "ruhen"));
        assertThat(akte.wert("ruht")).isEqualTo(true);
        assertThat(akte.aufgaben()).filteredOn(t -> !t.getTaskDefinitionKey().equals("akte-nachtragen")).isNotEmpty()
                .allMatch(Task::isSuspended);
        assertThatThrownBy(() -> akte.erledige("integrationsbeauftragte", "ressourcen-planen", gut().get("ressourcen-planen")))
                .as("work on a resting file");
        assertThat(akte.abgelehnt("integrationsbeauftragte", "akte-nachtragen", thema("projekt"))).isNotEmpty();

        akte.erledige("integrationsbeauftragte", "akte-nachtragen", mit(SPITZE, "nachtragArt", "fortsetzen"));
        assertThat(akte.wert("ruht")).isEqualTo(false);
        assertThat(akte.aufgaben()).noneMatch(Task::isSuspended);
        akte.spieleBis(gut(), "startreife-pruefen");
        assertThat(akte.inhalt("startreife-pruefen", "ampel")).isEqualTo("grün");
    }

    @Test
    @Tag("I2")
    @DisplayName("I2: Beendet die Spitze die Akte, endet alles, auch was gerade offen war, und ihr Grund bleibt")
    void beenden() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "ressourcen-planen");
        akte.erledige("integrationsbeauftragte", "akte-nachtragen", mit(SPITZE, "nachtragArt", "beenden"));
        akte.jobs();
        assertThat(akte.laeuft()).isFalse();
        assertThat(akte.ende()).isEqualTo("akte-beendet");
        assertThat(akte.instanzen()).isEmpty();
        assertThat(akte.zuletzt("spitzeGrund")).isEqualTo("Bürgermeisterwahl");
    }

    @Test
    @Tag("I2")
    @DisplayName("I2: Auch eine ruhende Akte kann die Spitze beenden")
    void ruhendeAkteBeenden() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "ressourcen-planen");
        akte.erledige("integrationsbeauftragte", "akte-nachtragen", mit(SPITZE, "nachtragArt", "ruhen"));
        akte.erledige("integrationsbeauftragte", "akte-nachtragen", mit(SPITZE, "nachtragArt", "beenden"));
        akte.jobs();
        assertThat(akte.laeuft()).isFalse();
        assertThat(akte.instanzen()).isEmpty();
    }

    @Test
    @Tag("I4")
    @Tag("R59")
    @DisplayName("I4, R59: Wird die Begleitung von außen abgelehnt, geht es ohne sie weiter, und die Startreife zeigt es gelb")
    void begleitungAbgelehnt() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "ressourcen-planen");
        var absage = zeile("nachtragArt", "begleitung", "begleitungDurch", "Stadtrat", "begleitungAm", "2027-03-01",
                "begleitungPapier", "12/2027", "begleitungGrund", "Kein Geld");
        assertThat(akte.abgelehnt("integrationsbeauftragte", "akte-nachtragen", mit(absage, "begleitungGrund", null))).hasSize(1);
        akte.erledige("integrationsbeauftragte", "akte-nachtragen", absage);
        assertThat(akte.wert("begleitungStand")).isEqualTo("abgelehnt");
        assertThat(akte.wert("begleitungDurch")).isEqualTo("Stadtrat");

        akte.spieleBis(gut(), "startreife-pruefen");
        assertThat(akte.befund("Begleitung").ampel()).isEqualTo("gelb");
        assertThat(akte.befund("Begleitung").satz()).contains("geht ohne Begleitung weiter");
    }

    @Test
    @Tag("R4")
    @Tag("R69")
    @DisplayName("R4, R69: Solange an keinem Handlungsfeld gearbeitet wird, sagt die Antwort, was stattdessen zu tun ist")
    void feldOhneArbeit() {
        var akte = spiel.beginne(stadt());
        akte.erledige("integrationsbeauftragte", "akte-nachtragen", zeile("nachtragArt", "feld", "feldArt", "dazu", "feldNeu", "Arbeit",
                "fachbereich", "fachbereich-wirtschaft", "feldGrund", "Neue Lage"));
        assertThat(akte.inhalt("akte-nachtragen", "hinweis").toString()).contains("läuft gerade nicht");
    }

    @Test
    @Tag("R4")
    @Tag("R69")
    @DisplayName("R4, R69: Handlungsfelder kommen dazu, gehen ineinander auf und werden geschlossen, auch während die Aufgabe schon offen ist")
    void felderAendern() {
        var akte = kleineAkte.beginne(mit(stadt(), "feldergebnisse", List.of(zeile("feld", "Sprache", "stand", "in-arbeit"),
                zeile("feld", "Wohnen", "stand", "gebilligt"))));
        var dazu = zeile("nachtragArt", "feld", "feldArt", "dazu", "feldNeu", "sprache", "fachbereich", "fachbereich-wirtschaft",
                "feldGrund", "Neue Lage");
        akte.erledige("integrationsbeauftragte", "akte-nachtragen", dazu);
        assertThat(akte.inhalt("akte-nachtragen", "hinweis").toString()).contains("gibt es schon");
        assertThat((List<?>) akte.wert("feldergebnisse")).hasSize(2);

        akte.erledige("integrationsbeauftragte", "akte-nachtragen", mit(dazu, "feldNeu", "Arbeit"));
        assertThat(akte.inhalt("akte-nachtragen", "hinweis").toString()).contains("aufgenommen");
        assertThat(akte.wert("feldergebnisse").toString()).contains("feld=Arbeit", "fachbereich=fachbereich-wirtschaft");

        kleineAkte.melde(akte, "stand-geaendert");
        akte.jobs();
        var ende = zeile("nachtragArt", "feld", "feldArt", "zusammenlegen", "feld", "Sprache", "zielFeld", "Sprache", "feldGrund", "Zu klein");
        assertThat(akte.abgelehnt("integrationsbeauftragte", "akte-nachtragen", ende)).as("a field is not offered to itself").hasSize(1);
        assertThat(akte.abgelehnt("integrationsbeauftragte", "akte-nachtragen", mit(ende, "feld", "Wohnen", "zielFeld", "Arbeit")))
                .as("what is approved cannot end").hasSize(1);
        akte.erledige("integrationsbeauftragte", "akte-nachtragen", mit(ende, "zielFeld", "Wohnen"));
        assertThat(akte.inhalt("akte-nachtragen", "hinweis").toString()).contains("ist übergeben");
        assertThat(akte.wert("zielFeld")).isEqualTo("Wohnen");

        akte.erledige("integrationsbeauftragte", "akte-nachtragen", zeile("nachtragArt", "feld", "feldArt", "schliessen", "feld", "Arbeit",
                "feldGrund", "Erledigt"));
        assertThat(akte.inhalt("akte-nachtragen", "hinweis").toString()).as("nobody works on it here").contains("läuft gerade nicht");
    }
}
