package de.integrationskonzept.abwehr;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@Tag("abwehr")
@DisplayName("Abwehr: Modelle bereitstellen heißt Programme ausführen")
class AbwehrModelleTest {

    private static final String HARMLOS = Modell.mitAufgabe("camunda:candidateGroups=\"kaemmerei\"", "");

    /** How sentences go that say what a model must not do. */
    private static final Pattern GEFAEHRLICH = Pattern.compile("nicht zugelassen|Der (FEEL-)?Ausdruck|Bereitstellen lassen sich nur|errechnen|einen Verweis|"
            + "nur absenden|Bilder müssen|kein lesbares JSON|Vorlage");

    @TempDir
    private Path ordner;
    @Autowired
    private Rest rest;

    @ParameterizedTest
    @ValueSource(strings = {"integrationsbeauftragte", "vorgesetzte", "verwaltungsspitze", "steuerungsgruppe", "kaemmerei", "personal", "hauptamt",
            "planung", "fachbereich-soziales", "fachbereich-bildung", "fachbereich-jugend", "fachbereich-wirtschaft", "fachbereich-kultur",
            "fachbereich-auslaenderbehoerde", "sitzungsdienst", "ag-leitung", "externe-begleitung", "controlling", "gemeinde", "stakeholder",
            "prozessverantwortung"})
    @DisplayName("7 Mitarbeitende stellen bereit, stellen noch einmal bereit oder löschen → 403")
    void nurModellpflege(String rolle) {
        assertThat(Bereitstellung.sende(rest.als("modellpflege"), "abwehr.bpmn", HARMLOS).status()).isEqualTo(200);
        JsonNode vorhanden = rest.als("admin").get("/engine-rest/deployment?name=abwehr&sortBy=deploymentTime&sortOrder=desc&maxResults=1").json();
        String pfad = "/deployment/" + vorhanden.get(0).path("id").asText();
        int vorher = Bereitstellung.anzahl(rest);

        Map<String, Integer> antworten = new LinkedHashMap<>();
        versuche(rest.als(rolle), Bereitstellung.REST, pfad, antworten);
        if (!List.of("gemeinde", "stakeholder", "prozessverantwortung").contains(rolle)) {
            versuche(rest.inTasklist(rolle), Bereitstellung.WEB, pfad, antworten);
        }

        assertThat(antworten).allSatisfy((was, status) -> assertThat(status).as(was).isEqualTo(403));
        assertThat(Bereitstellung.anzahl(rest)).isEqualTo(vorher);
    }

    private static void versuche(Rest.Person person, String api, String pfad, Map<String, Integer> antworten) {
        antworten.put(api + " create", Bereitstellung.sende(person, api, Map.of("abwehr.bpmn", HARMLOS)).status());
        antworten.put(api + " redeploy", sichtbar(person.post(api + pfad + "/redeploy", Map.of())));
        antworten.put(api + " delete", sichtbar(person.sende("DELETE", api + pfad + "?cascade=true", null)));
    }

    /** For whom a deployment is invisible, it does not exist. */
    private static int sichtbar(Rest.Antwort antwort) {
        return antwort.status() == 404 ? 403 : antwort.status();
    }

    @ParameterizedTest(name = "8 {0} → 400")
    @MethodSource("de.integrationskonzept.abwehr.SchlechteModelle#alle")
    @DisplayName("8 Programmcode im Modell → 400")
    void programmcode(String was, String datei, String inhalt) {
        int vorher = Bereitstellung.anzahl(rest);

        Rest.Antwort antwort = Bereitstellung.sende(rest.als("modellpflege"), datei, inhalt);

        assertThat(antwort.status()).as(antwort.text()).isEqualTo(400);
        assertThat(antwort.saetze()).as("for what it would do, not only for what it lacks").anyMatch(satz -> GEFAEHRLICH.matcher(satz).find());
        assertThat(Bereitstellung.anzahl(rest)).as("nothing is stored").isEqualTo(vorher);
    }

    @ParameterizedTest
    @ValueSource(strings = {"modellpflege", "admin"})
    @DisplayName("8 Auch wer bereitstellen darf, auch über die Webanwendungen, auch neben Harmlosem → 400, mit Datei, Element und Grund")
    void niemand(String person) {
        String schlecht = Modell.mitSchritt("<bpmn:scriptTask id=\"schritt\" name=\"Rechnen\" scriptFormat=\"juel\"><bpmn:script>${''.getClass()}</bpmn:script>"
                + "</bpmn:scriptTask>");
        int vorher = Bereitstellung.anzahl(rest);
        Map<String, String> dateien = Map.of("abwehr-gut.bpmn", HARMLOS.replace("id=\"abwehr\"", "id=\"abwehr-gut\""), "abwehr.bpmn", schlecht);

        Rest.Antwort direkt = Bereitstellung.sende(rest.als(person), Bereitstellung.REST, dateien);
        Rest.Antwort web = Bereitstellung.sende(rest.inTasklist("admin"), Bereitstellung.WEB, dateien);

        assertThat(List.of(direkt, web)).allSatisfy(antwort -> {
            assertThat(antwort.status()).as(antwort.text()).isEqualTo(400);
            assertThat(antwort.saetze()).hasSizeGreaterThanOrEqualTo(3).allSatisfy(satz -> assertThat(satz).startsWith("„abwehr.bpmn“, "))
                    .anySatisfy(satz -> assertThat(satz).contains("scriptTask „Rechnen“ (schritt)").contains("nicht zugelassen"))
                    .anySatisfy(satz -> assertThat(satz).contains("getClass"));
        });
        assertThat(Bereitstellung.anzahl(rest)).isEqualTo(vorher);
    }

    @ParameterizedTest(name = "9 Fremde Datei in {0} → 400, Inhalt nie zurückgegeben")
    @ValueSource(strings = {"abwehr.bpmn", "abwehr.dmn"})
    @DisplayName("9 Fremde Datei über XML eingebunden → 400, Inhalt nie zurückgegeben")
    void fremdeDatei(String datei) throws Exception {
        String geheim = "geheim-" + UUID.randomUUID();
        String adresse = Files.writeString(ordner.resolve("geheim.txt"), geheim).toUri().toString();
        String inhalt = (datei.endsWith("dmn") ? Modell.tabelle("", "><text>x</text>", "><text>-</text>", "><text>\"a&b;\"</text>")
                : Modell.mitAufgabe("", "<bpmn:documentation>a&b;</bpmn:documentation>"))
                .replaceFirst("\\?>", "?><!DOCTYPE a [<!ENTITY b SYSTEM \"" + adresse + "\">]>");
        int vorher = Bereitstellung.anzahl(rest);

        Rest.Antwort antwort = Bereitstellung.sende(rest.als("modellpflege"), datei, inhalt);

        assertThat(antwort.status()).as(antwort.text()).isEqualTo(400);
        assertThat(antwort.text()).doesNotContain(geheim);
        assertThat(Bereitstellung.anzahl(rest)).isEqualTo(vorher);
    }

    @Test
    @DisplayName("26 Bereitstellung: wer, wann und SHA-256 jeder Datei im Protokoll; für Mitarbeitende → leer")
    void protokoll() throws Exception {
        Rest.Antwort antwort = Bereitstellung.sende(rest.als("modellpflege"), "abwehr.bpmn", HARMLOS);
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        String abfrage = "/engine-rest/history/user-operation?property=sha256&deploymentId=" + antwort.json().path("id").asText();

        JsonNode eintraege = rest.als("admin").get(abfrage + "&maxResults=10").json();

        String sha256 = HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256")
                .digest(HARMLOS.getBytes(StandardCharsets.UTF_8)));
        assertThat(eintraege).singleElement().satisfies(eintrag -> {
            assertThat(eintrag.path("userId").asText()).isEqualTo("modellpflege");
            assertThat(eintrag.path("timestamp").asText()).isNotBlank();
            assertThat(eintrag.path("newValue").asText()).isEqualTo(sha256 + "  abwehr.bpmn");
        });
        for (String rolle : List.of("kaemmerei", "integrationsbeauftragte", "modellpflege")) {
            assertThat(rest.als(rolle).get(abfrage + "&maxResults=10").json()).as(rolle).isEmpty();
        }
    }
}
