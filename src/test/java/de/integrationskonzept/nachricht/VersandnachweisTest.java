package de.integrationskonzept.nachricht;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Poststelle;
import de.integrationskonzept.Rest;
import de.integrationskonzept.prozess.Drehbuch;
import de.integrationskonzept.prozess.Spiel;
import java.util.List;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@Tag("postgresql")
@Tag("R64")
@DisplayName("R64: Die Akte weiß, wen das Startschreiben erreicht hat, so lange es sie gibt")
class VersandnachweisTest extends Versandfall {

    @Autowired
    private Rest rest;
    @Autowired
    private Postbuch postbuch;

    @Test
    @DisplayName("Den Nachweis sieht, wer die Akte sieht: Summen und die abgewiesenen Adressen, auf Wunsch alle")
    void nachweis() {
        Spiel.Akte akte = spiel.beginne(Drehbuch.stadt()).spieleBis(Drehbuch.gut().anders("startsignal-geben", "briefText", BRIEF),
                "startschreiben-versenden");
        akte.erledige("integrationsbeauftragte", "startschreiben-versenden", angaben(adresse("eins") + ";" + adresse("zwei") + ";"
                + adresse("drei")));
        Poststelle.pfoertner().antworte(adresse("zwei"), "550 5.1.1 unbekannt");
        fuehreAus(job(akte, adresse("eins")));
        assertThatThrownBy(() -> fuehreAus(job(akte, adresse("zwei")))).isInstanceOf(NichtZugestellt.class);

        String pfad = "/api/akten/" + akte.id() + "/versand";
        for (String rolle : List.of("integrationsbeauftragte", "vorgesetzte", "verwaltungsspitze", "steuerungsgruppe")) {
            JsonNode versand = rest.als(rolle).get(pfad).json();
            assertThat(versand).hasSize(1);
            assertThat(versand.get(0).path("anlass").asText()).isEqualTo("startschreiben");
            assertThat(List.of("adressen", "gesendet", "geplant", "abgewiesen").stream().map(n -> versand.get(0).path(n).asInt()).toList())
                    .containsExactly(3, 1, 1, 1);
            assertThat(versand.get(0).path("abgewiesene")).hasSize(1);
            assertThat(versand.get(0).path("abgewiesene").get(0).path("adresse").asText()).isEqualTo(adresse("zwei"));
            assertThat(versand.get(0).path("abgewiesene").get(0).path("antwort").asInt()).isEqualTo(550);
            assertThat(versand.get(0).path("empfang").isNull()).isTrue();
            assertThat(rest.als(rolle).get(pfad + "?alle=true").json().get(0).path("empfang")).hasSize(3);
        }
        for (String rolle : List.of("kaemmerei", "fachbereich-soziales", "gemeinde", "modellpflege")) {
            Rest.Antwort antwort = rest.als(rolle).get(pfad);
            assertThat(antwort.status()).as(rolle).isEqualTo(404);
            assertThat(antwort.text()).doesNotContain(haus);
        }
        Rest.Antwort nurStand = rest.als("prozessverantwortung").get(pfad);
        assertThat(nurStand.status()).isEqualTo(403);
        assertThat(nurStand.text()).doesNotContain(haus);
        assertThat(rest.ohneAnmeldung().get(pfad).status()).isEqualTo(401);
        assertThat(jdbc.queryForObject("select count(*) from IK_ZUGRIFF where ART = 'Versand' and PROZESSINSTANZ = ?", Integer.class, akte.id()))
                .as("who read it is noted").isEqualTo(4);
    }

    @Test
    @DisplayName("Adressen bleiben so lange wie die Geschichte ihrer Akte, und keinen Tag länger")
    void aufbewahrung() {
        Spiel.Akte geht = versende(adresse("geht"));
        versende(adresse("bleibt"));
        engine.getRuntimeService().deleteProcessInstance(geht.id(), "Probe");
        postbuch.raeumeAuf();
        assertThat(eintrag(adresse("geht"))).isNotEmpty();
        engine.getHistoryService().deleteHistoricProcessInstance(geht.id());
        postbuch.raeumeAuf();
        assertThat(jdbc.queryForList("select ADRESSE from IK_POST where ADRESSE like ?", String.class, "%" + haus))
                .containsExactly(adresse("bleibt"));
    }
}
