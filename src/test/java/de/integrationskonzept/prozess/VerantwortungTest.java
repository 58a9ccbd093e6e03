package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who leads, who backs it, and which Fachbereiche are in. */
@Anwendungstest
@Tag("postgresql")
class VerantwortungTest {

    @Autowired
    Spiel spiel;

    private Spiel.Befund verantwortung(String schritt, Object... antworten) {
        return spiel.beginne(stadt()).spieleBis(gut().anders(schritt, antworten), "startreife-pruefen").befund("Verantwortung");
    }

    @Test
    @Tag("R21")
    @DisplayName("R21: Ist die Federführung nicht förmlich übertragen, wird es gelb")
    void ohneFederfuehrung() {
        assertThat(verantwortung("auftrag-erteilen", "federfuehrungUebertragen", false)).satisfies(b -> {
            assertThat(b.ampel()).isEqualTo("gelb");
            assertThat(b.satz()).contains("Federführung");
        });
    }

    @Test
    @Tag("R21")
    @DisplayName("R21: Wem die Spitze die Federführung überträgt, steht danach für die ganze Akte fest")
    void federfuehrungInDerAkte() {
        var akte = spiel.beginne(stadt()).spieleBis(gut().anders("auftrag-erteilen", "federfuehrungPerson", "Mehmet Neu"),
                "startreife-pruefen");
        assertThat(akte.wert("federfuehrung")).isEqualTo("Mehmet Neu");
    }

    @Test
    @Tag("R23")
    @DisplayName("R23: Ohne verbindliche Unterstützung der Spitze bleibt die Ampel rot")
    void ohneUnterstuetzung() {
        assertThat(verantwortung("auftrag-erteilen", "unterstuetzungZugesagt", false)).satisfies(b -> {
            assertThat(b.ampel()).isEqualTo("rot");
            assertThat(b.satz()).contains("Unterstützung");
        });
    }

    @Test
    @Tag("R24")
    @DisplayName("R24: Jeder gewählte Fachbereich bekommt eine eigene Aufgabe und nennt Ansprechperson, Vertretung und Stunden")
    void jederFachbereichWirdGefragt() {
        var akte = spiel.beginne(stadt()).spieleBis(gut(), "beteiligung-planen");
        akte.erledige("integrationsbeauftragte", "beteiligung-planen", zeile("fachbereiche",
                List.of("fachbereich-soziales", "fachbereich-kultur", "fachbereich-auslaenderbehoerde")));
        assertThat(akte.aufgaben().stream().filter(t -> t.getTaskDefinitionKey().equals("mitwirkung-zusagen")).map(akte::rolle))
                .containsExactlyInAnyOrder("fachbereich-soziales", "fachbereich-kultur", "fachbereich-auslaenderbehoerde");

        var kultur = akte.aufgaben().stream().filter(t -> t.getTaskDefinitionKey().equals("mitwirkung-zusagen"))
                .filter(t -> akte.rolle(t).equals("fachbereich-kultur")).findFirst().orElseThrow();
        akte.erledige("fachbereich-kultur", kultur, zeile("mitwirkungZugesagt", "ja", "ansprechperson", "Lea Kraus",
                "vertretung", "Tom Roth", "stunden", 6, "beteiligungMitgetragen", "ja"));
        assertThat(akte.wert("mitwirkungen").toString()).contains("fachbereich-kultur", "Lea Kraus", "Tom Roth", "6");
    }

    @Test
    @Tag("R24")
    @DisplayName("R24: Macht kein Fachbereich mit, ist die Ampel rot; macht nur Soziales mit, ist sie gelb")
    void nurSoziales() {
        assertThat(verantwortung("mitwirkung-zusagen", "mitwirkungZugesagt", "nein").ampel()).isEqualTo("rot");
        assertThat(verantwortung("beteiligung-planen", "fachbereiche", List.of("fachbereich-soziales"))).satisfies(b -> {
            assertThat(b.ampel()).isEqualTo("gelb");
            assertThat(b.satz()).contains("nur der Bereich Soziales");
        });
    }

    @Test
    @Tag("R24")
    @DisplayName("R24: Wer schon zugesagt hat, wird beim zweiten Mal nicht noch einmal gefragt")
    void keineZweiteFrage() {
        var drehbuch = gut();
        var akte = spiel.beginne(stadt()).spieleBis(drehbuch, "beteiligung-planen");
        akte.erledige("integrationsbeauftragte", "beteiligung-planen", drehbuch.get("beteiligung-planen"));
        akte.spieleBis(drehbuch.anders("mitwirkung-zusagen", "mitwirkungZugesagt", "ja"), "startreife-pruefen");
        akte.erledige("integrationsbeauftragte", "startreife-pruefen", zeile("entscheidung", "zurueck",
                "themenOffen", List.of("beteiligung")));
        akte.erledige("integrationsbeauftragte", "beteiligung-planen", zeile("fachbereiche",
                List.of("fachbereich-soziales", "fachbereich-wirtschaft", "fachbereich-jugend")));
        assertThat(akte.aufgaben().stream().filter(t -> t.getTaskDefinitionKey().equals("mitwirkung-zusagen")).map(akte::rolle))
                .containsExactly("fachbereich-jugend");
    }
}
