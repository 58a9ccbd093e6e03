package de.integrationskonzept.modell;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import java.io.ByteArrayOutputStream;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@Anwendungstest
@Tag("einmal")
@DisplayName("Modellpflege: Was nicht hineingehört, kommt nicht hinein, und wer nicht darf, erfährt nichts")
class VorschlagAbwehrTest {

    private static final Pflegefall FALL = new Pflegefall("pflegefall-abwehr");
    private static final byte[] GUT = FALL.frage("Gut?");

    @Autowired
    private Rest rest;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private JdbcTemplate jdbc;

    private Rest.Person pflege;
    private String id;

    @BeforeEach
    void bereit() {
        pflege = rest.als("modellpflege");
        id = pflege.post("/api/vorschlaege", Map.of("titel", "Abwehr")).json().path("id").asText();
    }

    static Stream<Arguments> schlechtes() {
        String bpmn = FALL.bpmn();
        byte[] zip = Hochladen.zip(Map.of(FALL.formular(), GUT));
        return Stream.of(Arguments.of("Weg nach oben im Zip", Map.of("m.zip", zip("../../" + bpmn, FALL.ablauf("a", ""))), 400),
                Arguments.of("Weg mit umgekehrten Strichen", Map.of("m.zip", zip("bpmn\\..\\..\\" + bpmn, FALL.ablauf("a", ""))), 400),
                Arguments.of("Weg von der Wurzel", Map.of("m.zip", zip("/etc/" + bpmn, FALL.ablauf("a", ""))), 400),
                Arguments.of("Weg auf ein Laufwerk", Map.of("m.zip", zip("C:\\" + bpmn, FALL.ablauf("a", ""))), 400),
                Arguments.of("Zip im Zip", Map.of("m.zip", zip("innen.zip", zip)), 415),
                Arguments.of("Zip im Zip als Modell", Map.of("m.zip", zip(bpmn, zip)), 400),
                Arguments.of("Zip neben einer Datei", Map.of("m.zip", zip, FALL.formular(), GUT), 415),
                Arguments.of("Zip-Bombe", Map.of("m.zip", bombe(1, 40_000_000)), 413),
                Arguments.of("Viele große im Zip", Map.of("m.zip", bombe(30, 1_900_000)), 413),
                Arguments.of("Zu viele im Zip", Map.of("m.zip", bombe(1001, 1)), 413),
                Arguments.of("Kaputtes Zip", Map.of("m.zip", kaputt(zip)), 400),
                Arguments.of("Leeres Zip", Map.of("m.zip", Hochladen.zip(Map.of())), 400),
                Arguments.of("Dieselbe zweimal im Zip", Map.of("m.zip", Hochladen.zip(Map.of("a/" + FALL.formular(), GUT, "b/" + FALL.formular(),
                GUT))), 400),
                Arguments.of("Programm", Map.of("start.exe", GUT), 415),
                Arguments.of("Doppelte Endung", Map.of(bpmn + ".jsp", GUT), 415),
                Arguments.of("Name ohne Schlüssel", Map.of(".bpmn", FALL.ablauf("a", "")), 400),
                Arguments.of("Name mit Befehl", Map.of("a;rm.bpmn", FALL.ablauf("a", "")), 400),
                Arguments.of("Name aus Punkten", Map.of("a..bpmn", FALL.ablauf("a", "")), 400),
                Arguments.of("Name passt nicht zum Ablauf", Map.of("anderer.bpmn", FALL.ablauf("a", "")), 400),
                Arguments.of("Name passt nicht zum Formular", Map.of("anderes.form", GUT), 400),
                Arguments.of("Formular als Ablauf", Map.of(bpmn, GUT), 400),
                Arguments.of("Ablauf als Regel", Map.of("pflegefall-abwehr.dmn", FALL.ablauf("a", "")), 400),
                Arguments.of("Kein JSON", Map.of(FALL.formular(), "{".getBytes()), 400),
                Arguments.of("Leer", Map.of(FALL.formular(), new byte[0]), 400),
                Arguments.of("Kein UTF-8", Map.of(FALL.formular(), FALL.frage("Für wen?").clone(), "pflegefall-latin.html",
                        "<p>für</p>".getBytes(StandardCharsets.ISO_8859_1)), 400),
                Arguments.of("Andere Kodierung behauptet", Map.of(bpmn, ersetze(FALL.ablauf("a", ""), "UTF-8", "ISO-8859-1")), 400),
                Arguments.of("Bild als Vorlage", Map.of("bild.html", new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0}), 400),
                Arguments.of("Fremde Einheit", Map.of(bpmn, ersetze(FALL.ablauf("&geheim;", ""), "<bpmn:definitions",
                        "<!DOCTYPE a [<!ENTITY geheim SYSTEM \"file:///etc/passwd\">]><bpmn:definitions")), 400),
                Arguments.of("Zu groß", Map.of("gross.html", "<p>x</p>".repeat(300_000).getBytes()), 413));
    }

    private static byte[] zip(String name, byte[] inhalt) {
        Map<String, byte[]> dateien = new LinkedHashMap<>();
        dateien.put(FALL.formular(), GUT);
        dateien.put(name, inhalt);
        return Hochladen.zip(dateien);
    }

    private static byte[] bombe(int dateien, int groesse) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
            byte[] inhalt = new byte[groesse];
            java.util.Arrays.fill(inhalt, (byte) 'x');
            for (int i = 0; i < dateien; i++) {
                zip.putNextEntry(new ZipEntry("bombe" + i + ".html"));
                zip.write(inhalt);
            }
        } catch (java.io.IOException unmoeglich) {
            throw new java.io.UncheckedIOException(unmoeglich);
        }
        return bytes.toByteArray();
    }

    private static byte[] kaputt(byte[] zip) {
        byte[] kaputt = zip.clone();
        IntStream.range(30 + FALL.formular().length(), zip.length - 60).forEach(i -> kaputt[i] = 7);
        return kaputt;
    }

    private static byte[] ersetze(byte[] inhalt, String alt, String neu) {
        return Pflegefall.bytes(Pflegefall.text(inhalt).replace(alt, neu));
    }

    @ParameterizedTest(name = "{0} → {2}")
    @MethodSource("schlechtes")
    @DisplayName("Eine Datei, die nicht hineingehört, wird mit allen anderen abgelehnt")
    void abgelehnt(String was, Map<String, byte[]> dateien, int status) {
        Rest.Antwort antwort = Hochladen.sende(pflege, "/api/vorschlaege/" + id + "/dateien", dateien);

        assertThat(antwort.status()).as(antwort.text()).isEqualTo(status);
        assertThat(antwort.art()).startsWith("application/problem+json");
        assertThat(antwort.json().path("detail").asText()).endsWith(".").doesNotContain("Exception", "root:");
        assertThat(pflege.get("/api/vorschlaege/" + id).json().path("dateien")).as("nothing is kept").isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"..%2f..%2fa.bpmn", "a%5cb.bpmn", "a.exe", "%2e%2e.bpmn", "a%00.bpmn", "anderes.form"})
    @DisplayName("Auch unter der Adresse einer Datei nicht")
    void adresse(String datei) {
        Rest.Antwort antwort = pflege.sende("PUT", "/api/vorschlaege/" + id + "/dateien/" + datei, "application/json",
                HttpRequest.BodyPublishers.ofByteArray(GUT));
        assertThat(antwort.status()).as(antwort.text()).isBetween(400, 415);
        assertThat(pflege.get("/api/vorschlaege/" + id).json().path("dateien")).isEmpty();
    }

    @Test
    @DisplayName("Zu große, leere und unlesbare Angaben werden mit einem Satz abgelehnt")
    void angaben() {
        String weg = "/api/vorschlaege/" + id;
        Map<String, Rest.Antwort> antworten = new LinkedHashMap<>();
        antworten.put("ohne Titel", pflege.post("/api/vorschlaege", Map.of("notiz", "Warum")));
        antworten.put("leerer Titel", pflege.post("/api/vorschlaege", Map.of("titel", " \u0000\n ")));
        antworten.put("langer Titel", pflege.post("/api/vorschlaege", Map.of("titel", "x".repeat(256))));
        antworten.put("lange Notiz", pflege.post("/api/vorschlaege", Map.of("titel", "x", "notiz", "x".repeat(4001))));
        antworten.put("kein JSON", pflege.post("/api/vorschlaege", "{"));
        antworten.put("falsche Form", pflege.post("/api/vorschlaege", "{\"titel\":{\"a\":1}}"));
        antworten.put("unbekannte Reichweite", pflege.sende("PATCH", weg, Map.of("stufe", "riesig")));
        antworten.put("Stand ist keine Zahl", pflege.sende("PATCH", weg + "?revision=x", Map.of("titel", "y")));
        antworten.put("ohne Datei", Hochladen.sende(pflege, weg + "/dateien", Map.of()));
        antworten.put("kein mehrteiliger Inhalt", pflege.post(weg + "/dateien", Map.of()));
        antworten.put("11 MB", Hochladen.sende(pflege, weg + "/dateien", Map.of("gross.html", new byte[11 * 1024 * 1024])));
        antworten.put("fehlende Änderung", pflege.get("/api/vorschlaege/gibt-es-nicht"));
        antworten.put("Änderung mit Nullzeichen", pflege.get("/api/vorschlaege/a%00b"));
        antworten.put("fehlende Datei der Änderung", pflege.get(weg + "/dateien/fehlt.bpmn"));
        antworten.put("fehlendes Modell", pflege.get("/api/modelle/fehlt.bpmn"));
        antworten.put("Entfernen, was nicht da ist", pflege.sende("DELETE", weg + "/dateien/fehlt.bpmn", null));
        assertThat(antworten).allSatisfy((was, antwort) -> {
            assertThat(antwort.status()).as(was + ": " + antwort.text()).isBetween(400, 415);
            assertThat(antwort.text()).as(was).doesNotContain("Exception", "java.", "SQL");
        });
        assertThat(pflege.get(weg).json().path("titel").asText()).isEqualTo("Abwehr");
    }

    /** Every address with a method that it has. */
    private List<BiFunction<Rest.Person, String, Rest.Antwort>> alles() {
        return List.of((wer, v) -> wer.get("/api/modelle"), (wer, v) -> wer.get("/api/modelle/satz"), (wer, v) -> wer.get("/api/modelle/fristen.dmn"),
                (wer, v) -> wer.get("/api/vorschlaege"), (wer, v) -> wer.post("/api/vorschlaege", Map.of("titel", "Fremd")), (wer, v) -> wer.get(v),
                (wer, v) -> wer.sende("PATCH", v, Map.of("titel", "Fremd")), (wer, v) -> wer.sende("DELETE", v, null),
                (wer, v) -> wer.sende("PUT", v + "/dateien/" + FALL.formular(), "application/json", HttpRequest.BodyPublishers.ofByteArray(GUT)),
                (wer, v) -> Hochladen.sende(wer, v + "/dateien", Map.of(FALL.formular(), GUT)),
                (wer, v) -> wer.sende("DELETE", v + "/dateien/" + FALL.formular(), null), (wer, v) -> wer.get(v + "/dateien/" + FALL.formular()),
                (wer, v) -> wer.get(v + "/befunde"), (wer, v) -> wer.post(v + "/freigabe", Map.of()), (wer, v) -> wer.post(v + "/bereitstellung",
                Map.of()),
                (wer, v) -> wer.post(v + "/ruecknahme", Map.of()));
    }

    @ParameterizedTest
    @ValueSource(strings = {"integrationsbeauftragte", "vorgesetzte", "verwaltungsspitze", "steuerungsgruppe", "kaemmerei", "personal", "hauptamt",
            "planung", "fachbereich-soziales", "sitzungsdienst", "ag-leitung", "externe-begleitung", "controlling", "gemeinde", "stakeholder",
            "prozessverantwortung"})
    @DisplayName("Andere Rollen: überall 403")
    void nurModellpflege(String rolle) {
        alles().forEach(adresse -> {
            Rest.Antwort antwort = adresse.apply(rest.als(rolle), "/api/vorschlaege/" + id);
            assertThat(antwort.status()).as(antwort.text()).isEqualTo(403);
            assertThat(antwort.json().path("detail").asText()).contains("Modellpflege");
        });
        assertThat(pflege.get("/api/vorschlaege/" + id).json().path("titel").asText()).isEqualTo("Abwehr");
    }

    @Test
    @DisplayName("Ohne Anmeldung: überall 401; mit der Sitzung einer fremden Seite: nichts wird geändert")
    void ohneAnmeldung() {
        alles().forEach(adresse -> assertThat(adresse.apply(rest.ohneAnmeldung(), "/api/vorschlaege/" + id).status()).isEqualTo(401));
        Rest.Person imCockpit = rest.inAnwendung("cockpit", "modellpflege");
        int vorher = jdbc.queryForObject("select count(*) from IK_MODELLVORSCHLAG", Integer.class);
        Stream.of(imCockpit.ohne("X-XSRF-TOKEN"), imCockpit.mit("X-XSRF-TOKEN", "geraten")).forEach(fremdeSeite -> {
            assertThat(fremdeSeite.post("/api/vorschlaege", Map.of("titel", "Fremd")).status()).isEqualTo(403);
            assertThat(Hochladen.sende(fremdeSeite, "/api/vorschlaege/" + id + "/dateien", Map.of(FALL.formular(), GUT)).status()).isEqualTo(403);
            assertThat(fremdeSeite.post("/api/vorschlaege/" + id + "/bereitstellung", Map.of()).status()).isEqualTo(403);
        });
        assertThat(jdbc.queryForObject("select count(*) from IK_MODELLVORSCHLAG", Integer.class)).isEqualTo(vorher);
        assertThat(Hochladen.sende(imCockpit, "/api/vorschlaege/" + id + "/dateien", Map.of(FALL.formular(), GUT)).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("Die Modellpflege öffnet Cockpit und sieht Modelle, aber keinen Vorgang und keine Angabe")
    void imCockpit() {
        Hochladen.direkt(pflege, FALL.dateien());
        var vorgang = engine.getRuntimeService().createProcessInstanceByKey("pflegefall-abwehr").setVariable("pflegefallNotiz", "geheim").execute();
        Rest.Person imCockpit = rest.inAnwendung("cockpit", "modellpflege");
        String api = "/camunda/api/engine/engine/default";

        assertThat(imCockpit.get(api + "/process-definition?latestVersion=true&keysIn=pflegefall-abwehr,integrationskonzept").json()).hasSize(2);
        assertThat(imCockpit.get(api + "/process-definition/" + vorgang.getProcessDefinitionId() + "/xml").status()).isEqualTo(200);
        assertThat(imCockpit.get(api + "/process-instance?processInstanceIds=" + vorgang.getId() + "&maxResults=10").json()).isEmpty();
        assertThat(imCockpit.get(api + "/variable-instance?processInstanceIdIn=" + vorgang.getId() + "&maxResults=10").json()).isEmpty();
        assertThat(imCockpit.get(api + "/history/process-instance?processInstanceIds=" + vorgang.getId() + "&maxResults=10").json()).isEmpty();
        assertThat(imCockpit.get(api + "/task?processInstanceId=" + vorgang.getId() + "&maxResults=10").json()).isEmpty();
    }
}
