package de.integrationskonzept.modell;

import static de.integrationskonzept.modell.Mustersatz.ABLAUF;
import static de.integrationskonzept.modell.Mustersatz.FORMULAR;
import static de.integrationskonzept.modell.Mustersatz.REGEL;
import static de.integrationskonzept.modell.Mustersatz.mit;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@Tag("einmal")
@DisplayName("Geprüft wird auch, ob Neues zu dem passt, was schon bereitgestellt ist und läuft")
class BestandspruefungTest {

    @Autowired
    private Pruefung pruefung;
    @Autowired
    private Musterablage ablage;
    @Autowired
    private ProcessEngine engine;

    @Test
    @DisplayName("Was ein bereitgestellter Ablauf nicht verträgt, fällt auch auf, wenn nur das Formular oder die Regel sich ändert")
    void nurEineDatei() {
        ablage.mitBereitgestelltem(() -> {
            einzeln(FORMULAR, "\"zugestimmt\"", "\"einverstandenMuster\"", null, "Das Feld „zugestimmt“ fehlt in der neuen Fassung, aber eine "
                    + "Bedingung im Ablauf „Zuschuss bewilligen“ (muster) fragt danach");
            einzeln(REGEL, "\"FIRST\"", "\"COLLECT\"", "muster-stufe", "Der Schritt „Stufe bestimmen“ im Ablauf „Zuschuss bewilligen“ (muster) "
                    + "erwartet einen einzigen Wert");
        });
    }

    private void einzeln(String datei, String alt, String neu, String element, String satzteil) {
        Map<String, String> satz = Map.of(datei, mit(datei, alt, neu).get(datei));
        Map<String, Long> vorher = ablage.zeilen();
        assertThat(pruefung.pruefe(Mustersatz.bytes(satz))).singleElement().satisfies(befund -> {
            assertThat(befund.art()).isEqualTo(Befund.FEHLER);
            assertThat(befund.element()).isEqualTo(element);
            assertThat(befund.satz()).contains(satzteil);
        });
        assertThat(ablage.stelleBereit(satz, null).status()).isEqualTo(400);
        assertThat(ablage.zeilen()).isEqualTo(vorher);
    }

    @Test
    @DisplayName("Eine Stelle, an der eine Akte steht, verschwindet nicht ohne Anweisung; eine neue Hauptfassung gilt nur für neue Akten")
    void verschwundeneStelle() {
        ablage.mitBereitgestelltem(() -> {
            engine.getRuntimeService().startProcessInstanceByKey("muster");
            Map<String, String> umbenannt = mit(ABLAUF, "\"zuschuss-pruefen\"", "\"antrag-pruefen\"");
            Map<String, Long> vorher = ablage.zeilen();

            assertThat(pruefung.pruefe(Mustersatz.bytes(umbenannt))).singleElement().satisfies(befund -> {
                assertThat(befund.datei()).isEqualTo(ABLAUF);
                assertThat(befund.element()).isEqualTo("zuschuss-pruefen");
                assertThat(befund.satz()).contains("eine laufende Akte steht dort", "unter „frueher“ die Kennung „zuschuss-pruefen“");
            });
            Rest.Antwort antwort = ablage.stelleBereit(umbenannt, null);
            assertThat(antwort.status()).as(antwort.text()).isEqualTo(400);
            assertThat(antwort.saetze()).singleElement().asString().contains("(zuschuss-pruefen)", "gibt es in der neuen Fassung nicht mehr");
            assertThat(ablage.zeilen()).isEqualTo(vorher);

            assertThat(mitPlan(Vorschlag.Stufe.PATCH, Map.of(), umbenannt)).extracting(Befund::art).containsExactly(Befund.FEHLER);
            assertThat(mitPlan(Vorschlag.Stufe.MINOR, Map.of(), umbenannt)).singleElement().satisfies(befund -> {
                assertThat(befund.art()).isEqualTo("hinweis");
                assertThat(befund.satz()).contains("behält, was dort steht, die alte Fassung");
            });
            assertThat(mitPlan(Vorschlag.Stufe.MAJOR, Map.of(), umbenannt)).isEmpty();
            assertThat(mitPlan(Vorschlag.Stufe.PATCH, Map.of("muster", Map.of("zuschuss-pruefen", "antrag-pruefen")), umbenannt)).isEmpty();

            umbenannt.computeIfPresent(ABLAUF, (datei, inhalt) -> inhalt.replace("versionTag=\"1.0.0\"", "versionTag=\"2.0.0\""));
            assertThat(pruefung.pruefe(Mustersatz.bytes(umbenannt))).isEmpty();
        });
    }

    private List<Befund> mitPlan(Vorschlag.Stufe stufe, Map<String, Map<String, String>> zuordnung, Map<String, String> satz) {
        return pruefung.mitPlan(stufe, zuordnung, () -> pruefung.pruefe(Mustersatz.bytes(satz)));
    }

    @Test
    @DisplayName("Ein Modell für eine einzelne Kommune, die eigene oder eine fremde, wird nicht angenommen")
    void fremdeKommune() {
        for (String kommune : List.of("kommune", "09888888")) {
            Map<String, Long> vorher = ablage.zeilen();
            Rest.Antwort antwort = ablage.stelleBereit(Mustersatz.gut(), kommune);
            assertThat(antwort.status()).as(antwort.text()).isEqualTo(400);
            assertThat(antwort.saetze()).hasSize(4).allSatisfy(satz -> assertThat(satz).contains("gelten für alle Kommunen gemeinsam"));
            assertThat(ablage.zeilen()).isEqualTo(vorher);
        }
    }
}
