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
import org.springframework.beans.factory.annotation.Autowired;

/** From the first draft to a Leitbild that the Steuerungsgruppe has approved. */
@Anwendungstest
@Tag("postgresql")
class LeitbildTest {

    private static final String IB = "integrationsbeauftragte";

    @Autowired
    Spiel spiel;

    private static Map<String, Object> runde(int erreicht, String sprachen) {
        return zeile("datum", "2028-01-15", "format", "workshop", "eingeladen", "Vereine und Schulen", "dabei", "Elternbeirat",
                "erreicht", erreicht, "sprachen", sprachen, "rueckmeldung", "Mehr Treffpunkte", "umgang", "Leitlinie 3 ergänzt");
    }

    private static Map<String, Object> entwurf() {
        return zeile("leitbildText", "Wir gehören zusammen.", "beiratVorhanden", "nein", "beteiligungVorhaben", "Zwei Abende");
    }

    private Spiel.Akte beginne(String verfahren) {
        return spiel.wurzel("leitbild", zeile("verfahren", verfahren, "leitbildVorhanden", false, "zurueckNach", null, "zurueckGruende", null));
    }

    @Test
    @Tag("R68")
    @DisplayName("R68: Ohne mindestens eine Runde mit Rückmeldungen gibt es kein Leitbild; jede sagt, wer erreicht wurde")
    void ohneRundeKeinLeitbild() {
        var akte = beginne("ausfuehrlich").erledige(IB, "leitbild-entwerfen", entwurf());
        assertThat(akte.abgelehnt(IB, "leitbild-beteiligen", zeile("runden", List.of()))).hasSize(1);
        assertThat(akte.abgelehnt(IB, "leitbild-beteiligen", zeile("runden", List.of(mit(runde(12, "Deutsch"), "dabei", ""))))).hasSize(1);
        akte.erledige(IB, "leitbild-beteiligen", zeile("runden", List.of(runde(40, "Deutsch, Arabisch"))));
        assertThat(akte.rolle(akte.aufgabe("leitbild-billigen"))).isEqualTo("steuerungsgruppe");
        assertThat((List<?>) akte.inhalt("leitbild-billigen", "leitbildHinweise")).isEmpty();
        akte.erledige("steuerungsgruppe", "leitbild-billigen", zeile("leitbildBilligung", "ja"));
        assertThat(akte.laeuft()).isFalse();
        assertThat(akte.ende()).isEqualTo("leitbild-gilt");
        assertThat(akte.zuletzt("runden").toString()).contains("Mehr Treffpunkte", "Leitlinie 3 ergänzt");
    }

    @Test
    @Tag("R68")
    @DisplayName("R68: Die Steuerungsgruppe sieht, was an der Beteiligung auffällt, und kann das Leitbild zurückgeben")
    void zurueck() {
        var akte = beginne("ausfuehrlich").erledige(IB, "leitbild-entwerfen", entwurf())
                .erledige(IB, "leitbild-beteiligen", zeile("runden", List.of(runde(0, "Deutsch"))));
        assertThat(akte.inhalt("leitbild-billigen", "leitbildHinweise").toString()).contains("Niemand wurde erreicht", "nur auf Deutsch");
        assertThat(akte.abgelehnt("steuerungsgruppe", "leitbild-billigen", zeile("leitbildBilligung", "nein", "leitbildGruende", null))).hasSize(1);
        akte.erledige("steuerungsgruppe", "leitbild-billigen", zeile("leitbildBilligung", "nein", "leitbildGruende", "Zu abstrakt"));
        assertThat(akte.inhalt("leitbild-entwerfen", "leitbildGruende")).isEqualTo("Zu abstrakt");
        assertThat(akte.inhalt("leitbild-entwerfen", "leitbildText")).as("the draft is not lost").isEqualTo("Wir gehören zusammen.");
    }

    @Test
    @Tag("I5")
    @DisplayName("I5: Wo es einen Integrationsbeirat gibt, wird er gehört; sonst wird nicht danach gefragt")
    void beirat() {
        var akte = beginne("kompakt");
        assertThat(akte.offen()).containsExactly("leitbild-erarbeiten");
        Map<String, Object> alles = mit(entwurf(), "beteiligungVorhaben", null, "beiratVorhanden", "ja", "runden", List.of(runde(15, "Deutsch, Russisch")));
        assertThat(akte.abgelehnt(IB, "leitbild-erarbeiten", mit(alles, "beiratDatum", null, "beiratStellungnahme", null, "beiratUmgang", null))).hasSize(3);
        akte.erledige(IB, "leitbild-erarbeiten", mit(alles, "beiratDatum", "2028-02-01", "beiratStellungnahme", "Mehr Mitsprache", "beiratUmgang", "Aufgenommen"));
        assertThat(akte.inhalt("leitbild-billigen", "beiratStellungnahme")).isEqualTo("Mehr Mitsprache");
        assertThat(akte.erledige("steuerungsgruppe", "leitbild-billigen", zeile("leitbildBilligung", "ja")).laeuft()).isFalse();
        assertThat(akte.zuletzt("beiratVorhanden")).isEqualTo("ja");
    }

    @Test
    @Tag("R68")
    @DisplayName("R68, I1: Ein vorhandenes Leitbild wird übernommen, es sei denn, der Rat hat das Konzept seinetwegen zurückgegeben")
    void vorhanden() {
        Map<String, Object> vorhanden = zeile("verfahren", "kompakt", "leitbildVorhanden", true, "zurueckNach", null, "zurueckGruende", null);
        assertThat(spiel.wurzel("leitbild", vorhanden).laeuft()).isFalse();
        var zurueck = spiel.wurzel("leitbild", mit(vorhanden, "zurueckNach", "leitbild", "zurueckGruende", "Zu alt"));
        assertThat(zurueck.offen()).containsExactly("leitbild-erarbeiten");
    }
}
