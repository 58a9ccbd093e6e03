package de.integrationskonzept.modell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Der Vergleich eines Vorschlags mit dem, was gilt")
class VergleichSchnittstelleTest {

    @Autowired
    Rest rest;
    @Autowired
    Vorschlaege vorschlaege;
    @Autowired
    Bestand bestand;
    @Autowired
    JdbcClient datenbank;

    private final List<String> angelegte = new ArrayList<>();

    @AfterEach
    void raeumeAuf() {
        angelegte.forEach(id -> datenbank.sql("delete from IK_MODELLVORSCHLAG where ID = ?").param(id).update());
    }

    private String vorschlag() {
        String id = vorschlaege.beginne("Frist ändern", null, "modellpflege");
        angelegte.add(id);
        return id;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private JsonNode vergleich(String id) {
        Rest.Antwort antwort = rest.als("modellpflege").get("/api/vorschlaege/" + id + "/vergleich");
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        return antwort.json();
    }

    @Test
    @DisplayName("Geändertes in Worten, Neues vorgestellt, Gleiches weggelassen; und ob inzwischen jemand anderes bereitgestellt hat")
    void vergleiche() {
        String id = vorschlag();
        Bestand.Modell dauer = bestand.zu("plandauer.dmn").orElseThrow();
        vorschlaege.legeAb(id, "plandauer.dmn", bytes(new String(dauer.inhalt(), StandardCharsets.UTF_8).replace("&gt;= 18", "&gt;= 12")),
                dauer.bereitstellung());
        vorschlaege.legeAb(id, "ampel.dmn", bestand.zu("ampel.dmn").orElseThrow().inhalt(), "eine frühere");
        vorschlaege.legeAb(id, "vergleichsprobe.bpmn", bytes("<definitions><process id='vergleichsprobe' name='Probe'/></definitions>"), null);

        JsonNode vergleich = vergleich(id);

        assertThat(vergleich.findValuesAsText("datei")).containsExactly("plandauer.dmn", "vergleichsprobe.bpmn");
        assertThat(vergleich.get(0).path("was").asText()).isEqualTo("geaendert");
        assertThat(vergleich.get(0).path("art").asText()).isEqualTo("regel");
        assertThat(vergleich.get(0).path("name").asText()).isEqualTo("Reicht die geplante Zeit?");
        assertThat(vergleich.get(0).path("ueberholt").asBoolean()).isFalse();
        assertThat(vergleich.get(0).at("/unterschiede/0/element").asText()).isEqualTo("plandauer-regel-1");
        assertThat(vergleich.get(0).at("/unterschiede/0/saetze/0").asText())
                .isEqualTo("Spalte „Dauer des Plans in Monaten“: jetzt „>= 12“ (vorher „>= 18“).");
        assertThat(vergleich.get(1).path("was").asText()).isEqualTo("neu");
        assertThat(vergleich.get(1).path("ueberholt").asBoolean()).isFalse();

        datenbank.sql("update IK_MODELLDATEI set GRUNDLAGE = 'eine frühere' where VORSCHLAG = ?").param(id).update();
        assertThat(vergleich(id).get(0).path("ueberholt").asBoolean()).isTrue();
        assertThat(vergleich(id).get(1).path("ueberholt").asBoolean()).isTrue();
    }

    @Test
    @DisplayName("Nach der Bereitstellung zeigt er, was sie geändert hat")
    void bereitgestellt() {
        String id = vorschlag();
        Bestand.Modell dauer = bestand.zu("plandauer.dmn").orElseThrow();
        vorschlaege.legeAb(id, "plandauer.dmn", dauer.inhalt(), null);
        datenbank.sql("update IK_MODELLDATEI set VORHER = ? where VORSCHLAG = ?")
                .params(bytes(new String(dauer.inhalt(), StandardCharsets.UTF_8).replace("&gt;= 18", "&gt;= 24")), id).update();
        assertThat(vergleich(id)).isEmpty();
        datenbank.sql("update IK_MODELLVORSCHLAG set ZUSTAND = 'bereitgestellt' where ID = ?").param(id).update();
        assertThat(vergleich(id).get(0).at("/unterschiede/0/saetze/0").asText())
                .isEqualTo("Spalte „Dauer des Plans in Monaten“: jetzt „>= 18“ (vorher „>= 24“).");
    }

    @Test
    @DisplayName("Nur für die Modellpflege und die Administration; was es nicht gibt, gibt es nicht")
    void rechte() {
        String weg = "/api/vorschlaege/" + vorschlag() + "/vergleich";
        assertThat(rest.als("admin").get(weg).status()).isEqualTo(200);
        assertThat(rest.als("integrationsbeauftragte").get(weg).status()).isEqualTo(403);
        assertThat(rest.ohneAnmeldung().get(weg).status()).isEqualTo(401);
        assertThat(rest.als("modellpflege").get("/api/vorschlaege/gibt-es-nicht/vergleich").status()).isEqualTo(404);
        assertThat(rest.als("integrationsbeauftragte").get("/api/vorschlaege/gibt-es-nicht/vergleich").status())
                .as("says nothing about what there is").isEqualTo(403);
    }
}
