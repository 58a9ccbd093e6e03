package de.integrationskonzept.modell;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Was jemand anders inzwischen bereitgestellt, bearbeitet oder verworfen hat, überschreibt niemand")
class VorschlagsstandTest extends Vorschlagsfall {

    @Test
    @DisplayName("Hat jemand dieselbe Datei inzwischen bereitgestellt, sagt die Antwort wer und wann, auch wenn beide im selben Augenblick kommen")
    void zweiAnEinerDatei() throws Exception {
        String erste = beginne(pflege, "Erste", Map.of(fall.formular(), fall.frage("Eins?")));
        String zweite = beginne(rest.als("admin"), "Zweite", Map.of(fall.formular(), fall.frage("Zwei?")));
        List<Rest.Antwort> antworten = zugleich(() -> pflege.post(erste + "/bereitstellung", Map.of()),
                () -> rest.als("admin").post(zweite + "/bereitstellung", Map.of()));
        assertThat(antworten).extracting(Rest.Antwort::status).containsExactlyInAnyOrder(200, 409);
        boolean pflegeWarSchneller = antworten.get(0).status() == 200;
        String sieger = pflegeWarSchneller ? erste : zweite;
        Rest.Antwort verlierer = antworten.get(pflegeWarSchneller ? 1 : 0);
        problem(verlierer, 409, fall.formular());
        assertThat(verlierer.json().path("detail").asText()).contains("von " + pflege.get(sieger).json().path("angelegtVon").asText())
                .contains("24.11.2026");
        String unterlegen = pflegeWarSchneller ? zweite : erste;
        erfolg(pflege.sende("DELETE", unterlegen + "/dateien/" + fall.formular(), null));
        erfolg(Hochladen.sende(pflege, unterlegen + "/dateien", Map.of(fall.formular(), fall.frage("Eins und zwei?"))));
        erfolg(pflege.post(unterlegen + "/bereitstellung", Map.of()));
    }

    @Test
    @DisplayName("Wer dieselbe Änderung zweimal zugleich bereitstellt, stellt sie einmal bereit")
    void einmal() throws Exception {
        String weg = beginne(pflege, "Doppelklick", Map.of(fall.formular(), fall.frage("Einmal?")));
        int vorher = bereitstellungen();
        List<Rest.Antwort> antworten = zugleich(() -> pflege.post(weg + "/bereitstellung", Map.of()), () -> pflege.post(weg + "/bereitstellung",
                Map.of()));
        assertThat(antworten).extracting(Rest.Antwort::status).containsExactlyInAnyOrder(200, 409);
        assertThat(bereitstellungen()).isEqualTo(vorher + 1);
    }

    private static List<Rest.Antwort> zugleich(Callable<Rest.Antwort> eins, Callable<Rest.Antwort> zwei) throws Exception {
        ExecutorService zweiLeute = Executors.newFixedThreadPool(2);
        try {
            List<Rest.Antwort> antworten = new ArrayList<>();
            for (Future<Rest.Antwort> antwort : zweiLeute.invokeAll(List.of(eins, zwei))) {
                antworten.add(antwort.get());
            }
            return antworten;
        } finally {
            zweiLeute.shutdown();
        }
    }

    @Test
    @DisplayName("Zwei Fenster: Wer einen alten Stand vor sich hat, überschreibt nichts")
    void zweiFenster() {
        String weg = beginne(pflege, "Zwei Fenster", Map.of(fall.formular(), fall.frage("Eins?")));
        int gesehen = pflege.get(weg).json().path("revision").asInt();
        byte[] ausEditor = fall.frage("Aus dem Editor?");
        Rest.Antwort gelegt = pflege.sende("PUT", weg + "/dateien/" + fall.formular() + "?revision=" + gesehen, "application/json",
                HttpRequest.BodyPublishers.ofByteArray(ausEditor));
        assertThat(erfolg(gelegt).json().path("revision").asInt()).isGreaterThan(gesehen);

        for (Rest.Antwort zuSpaet : List.of(pflege.sende("PATCH", weg + "?revision=" + gesehen, Map.of("titel", "Überschrieben")),
                pflege.sende("PUT", weg + "/dateien/" + fall.formular() + "?revision=" + gesehen, "application/json",
                        HttpRequest.BodyPublishers.ofByteArray(fall.frage("Überschrieben?"))),
                pflege.sende("DELETE", weg + "/dateien/" + fall.formular() + "?revision=" + gesehen, null),
                pflege.sende("DELETE", weg + "?revision=" + gesehen, null),
                pflege.post(weg + "/bereitstellung?revision=" + gesehen, Map.of()))) {
            problem(zuSpaet, 409, "inzwischen bearbeitet");
        }
        assertThat(pflege.bytes(weg + "/dateien/" + fall.formular())).isEqualTo(ausEditor);
        assertThat(pflege.get(weg).json().path("titel").asText()).isEqualTo("Zwei Fenster");
    }

    @Test
    @DisplayName("Verworfenes und Bereitgestelltes ändert niemand mehr, und ohne Änderung oder Reichweite gibt es nichts bereitzustellen")
    void amEnde() {
        String weg = beginne(pflege, "Weg damit", Map.of(fall.formular(), fall.frage("Weg?")));
        erfolg(pflege.sende("DELETE", weg, null));
        problem(pflege.post(weg + "/bereitstellung", Map.of()), 409, "schon verworfen");
        problem(Hochladen.sende(pflege, weg + "/dateien", Map.of(fall.formular(), fall.frage("Doch?"))), 409, "schon verworfen");
        problem(pflege.sende("PATCH", weg, Map.of("titel", "Doch")), 409, "schon verworfen");
        problem(pflege.post(weg + "/ruecknahme", Map.of()), 409, "bereitgestellt");
        problem(pflege.post(weg + "/freigabe", Map.of()), 409, "nicht nötig");

        String leer = WEG + "/" + pflege.post(WEG, Map.of("titel", "Nichts")).json().path("id").asText();
        problem(pflege.post(leer + "/bereitstellung", Map.of()), 409, "ändert nichts");
        erfolg(pflege.sende("PUT", leer + "/dateien/" + fall.regel(), "application/xml",
                HttpRequest.BodyPublishers.ofByteArray(fall.dateien().get(fall.regel()))));
        problem(pflege.post(leer + "/bereitstellung", Map.of()), 409, "ändert nichts");
        erfolg(pflege.sende("PUT", leer + "/dateien/" + fall.regel(), "application/xml",
                HttpRequest.BodyPublishers.ofByteArray(fall.ergebnis("bald"))));
        problem(pflege.post(leer + "/bereitstellung", Map.of()), 409, "wie weit");
        erfolg(pflege.sende("PATCH", leer, Map.of("stufe", "major")));
        erfolg(pflege.post(leer + "/bereitstellung", Map.of()));
        assertThat(modell(fall.regel()).path("fassung").asText()).isEqualTo("2.0.0");
        assertThat(modell(fall.regel()).path("name").asText()).isEqualTo("Wann zu notieren ist");
        problem(pflege.sende("DELETE", leer, null), 409, "schon bereitgestellt");
        vorschlaege.ordneZu(kennung(leer), Map.of("pflegefall", Map.of("alt", "neu")));
        assertThat(pflege.get(leer).json().path("zustand").asText()).as("its mapping may still be completed").isEqualTo("bereitgestellt");
    }
}
