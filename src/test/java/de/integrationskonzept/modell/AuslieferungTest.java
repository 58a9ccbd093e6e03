package de.integrationskonzept.modell;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Rest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;

/** Each test has files of its own; a start of the application is told from the first one only by what is shipped. */
@Tag("eigene-anwendung")
@DisplayName("Eine neue Programmversion ersetzt kein Modell, das hier geändert wurde")
class AuslieferungTest {

    private static final String MP = "modellpflege";

    @TempDir
    private static Path ordner;
    private static Produkt produkt;
    private static ConfigurableApplicationContext anwendung;
    private static Rest rest;
    private static JdbcClient datenbank;
    private static Bestand bestand;

    @BeforeAll
    static void starte() throws IOException {
        produkt = new Produkt(ordner);
        anwendung = produkt.starte();
        rest = anwendung.getBean(Rest.class);
        datenbank = anwendung.getBean(JdbcClient.class);
        bestand = anwendung.getBean(Bestand.class);
    }

    @AfterAll
    static void beende() {
        anwendung.close();
    }

    @Test
    @DisplayName("Unverändert neu gestartet, geschieht nichts; eine Datei, die hier niemand geändert hat, wird bereitgestellt")
    void unveraendert() {
        List<Map<String, Object>> vorher = zustand();
        aktualisiere();
        assertThat(zustand()).isEqualTo(vorher);

        String neu = liefereAus("ampel.dmn", "neu");
        aktualisiere();
        assertThat(hier("ampel.dmn")).isEqualTo(neu);
        assertThat(bereitstellungen()).isEqualTo(anzahl(vorher) + 1);
        assertThat(entscheidung("ampel.dmn")).isNull();
        vorher = zustand();
        aktualisiere();
        assertThat(zustand()).isEqualTo(vorher);
    }

    @Test
    @DisplayName("Hier geändert und unverändert ausgeliefert: Es bleibt, und niemand wird gefragt")
    void nurHierGeaendert() {
        String unsere = aendere("berichtszyklus.dmn", "unsere");
        aktualisiere();
        assertThat(hier("berichtszyklus.dmn")).isEqualTo(unsere);
        assertThat(entscheidung("berichtszyklus.dmn")).isNull();
    }

    @Test
    @DisplayName("Beides geändert: Unseres bleibt in Kraft, und die Entscheidung ist offen, mit allen drei Fassungen")
    void beidesGeaendert() {
        String gemeinsam = produkt.lies("leitbild.html");
        String unsere = aendere("leitbild.html", "unsere");
        String neu = liefereAus("leitbild.html", "neu");
        int vorher = bereitstellungen();
        aktualisiere();

        assertThat(hier("leitbild.html")).isEqualTo(unsere);
        assertThat(bereitstellungen()).isEqualTo(vorher);
        JsonNode entscheidung = entscheidung("leitbild.html");
        assertThat(entscheidung.path("zustand").asText()).isEqualTo("offen");
        assertThat(entscheidung.path("art").asText()).isEqualTo("vorlage");
        assertThat(entscheidung.path("entschiedenVon").isNull()).isTrue();
        JsonNode fassungen = rest.als(MP).get("/api/auslieferungen/leitbild.html").json();
        assertThat(fassungen.path("eigene").asText()).isEqualTo(unsere);
        assertThat(fassungen.path("ausgeliefert").asText()).isEqualTo(neu);
        assertThat(fassungen.path("gemeinsam").asText()).isEqualTo(gemeinsam);
        assertThat(fassungen.path("eigenerVergleich").path("was").asText()).isEqualTo("geaendert");
        assertThat(fassungen.path("auslieferungsVergleich").path("was").asText()).isEqualTo("geaendert");

        List<Map<String, Object>> danach = zustand();
        aktualisiere();
        assertThat(zustand()).as("asked once").isEqualTo(danach);

        String nochNeuer = liefereAus("leitbild.html", "noch neuer");
        aktualisiere();
        assertThat(rest.als(MP).get("/api/auslieferungen/leitbild.html").json().path("ausgeliefert").asText()).isEqualTo(nochNeuer);
        assertThat(entscheidungen("leitbild.html")).as("what was never decided is replaced").hasSize(1);

        produkt.liefert("leitbild.html", gemeinsam);
        aktualisiere();
        assertThat(entscheidung("leitbild.html")).as("the product is as before, there is nothing to decide").isNull();
        assertThat(hier("leitbild.html")).isEqualTo(unsere);
    }

    @Test
    @DisplayName("Behalten: Unseres bleibt, und die nächste Version wird mit der jetzt ausgelieferten verglichen")
    void behalten() {
        String unsere = aendere("massnahmen.html", "unsere");
        String zweite = liefereAus("massnahmen.html", "zweite");
        aktualisiere();
        assertThat(waehle("massnahmen.html", Map.of("wahl", "behalten")).path("vorschlag").isNull()).isTrue();
        JsonNode entscheidung = entscheidung("massnahmen.html");
        assertThat(entscheidung.path("zustand").asText()).isEqualTo("behalten");
        assertThat(entscheidung.path("entschiedenVon").asText()).isNotBlank();
        assertThat(entscheidung.path("entschiedenAm").asText()).isNotBlank();
        List<Map<String, Object>> vorher = zustand();
        aktualisiere();
        assertThat(zustand()).isEqualTo(vorher);

        liefereAus("massnahmen.html", "dritte");
        aktualisiere();
        assertThat(hier("massnahmen.html")).isEqualTo(unsere);
        assertThat(entscheidungen("massnahmen.html")).extracting(e -> e.path("zustand").asText()).containsExactly("offen", "behalten");
        assertThat(rest.als(MP).get("/api/auslieferungen/massnahmen.html").json().path("gemeinsam").asText()).isEqualTo(zweite);
    }

    @Test
    @DisplayName("Übernehmen: Es entsteht eine Änderung; ist sie bereitgestellt, gilt die Datei als unverändert, und die nächste kommt von selbst")
    void uebernehmen() {
        aendere("auftragsgrad.dmn", "unsere");
        String zweite = liefereAus("auftragsgrad.dmn", "zweite");
        aktualisiere();
        String vorschlag = waehle("auftragsgrad.dmn", Map.of("wahl", "uebernehmen")).path("vorschlag").asText();
        assertThat(inhalt(vorschlag, "auftragsgrad.dmn")).isEqualTo(zweite);
        JsonNode entscheidung = entscheidung("auftragsgrad.dmn");
        assertThat(entscheidung.path("zustand").asText()).as("nothing is in force yet").isEqualTo("offen");
        assertThat(entscheidung.path("vorschlag").asText()).isEqualTo(vorschlag);
        assertThat(rest.als(MP).post("/api/auslieferungen/auftragsgrad.dmn", Map.of("wahl", "behalten")).status()).isEqualTo(409);

        stelleBereit(vorschlag);
        assertThat(hier("auftragsgrad.dmn")).as("the deployment counts the version")
                .isEqualTo(zweite.replace("versionTag=\"1.0.0\"", "versionTag=\"1.0.1\""));
        assertThat(entscheidung("auftragsgrad.dmn").path("zustand").asText()).isEqualTo("uebernommen");
        List<Map<String, Object>> vorher = zustand();
        aktualisiere();
        assertThat(zustand()).isEqualTo(vorher);

        String dritte = liefereAus("auftragsgrad.dmn", "dritte");
        aktualisiere();
        assertThat(hier("auftragsgrad.dmn")).isEqualTo(dritte);
        assertThat(entscheidungen("auftragsgrad.dmn")).as("the decision is kept").hasSize(1);
    }

    @Test
    @DisplayName("Zusammenführen: Unsere Fassung liegt zum Bearbeiten bereit; verworfen ist wieder offen, bereitgestellt ist entschieden")
    void zusammenfuehren() {
        String datei = "auftragsklaerung-auftrag-klaeren.form";
        String unsere = aendere(datei, "unsere");
        String zweite = liefereAus(datei, "zweite");
        aktualisiere();
        String verworfen = waehle(datei, Map.of("wahl", "zusammenfuehren")).path("vorschlag").asText();
        assertThat(inhalt(verworfen, datei)).isEqualTo(unsere);
        assertThat(rest.als(MP).sende("DELETE", "/api/vorschlaege/" + verworfen, null).status()).isLessThan(300);
        JsonNode entscheidung = entscheidung(datei);
        assertThat(entscheidung.path("zustand").asText()).isEqualTo("offen");
        assertThat(entscheidung.path("vorschlag").isNull()).isTrue();
        assertThat(entscheidung.path("entschiedenVon").isNull()).isTrue();

        assertThat(rest.als(MP).post("/api/auslieferungen/" + datei, Map.of("wahl", "zusammenfuehren", "vorschlag", verworfen)).status())
                .as("what is discarded takes up nothing").isEqualTo(409);
        String sammlung = rest.als(MP).post("/api/vorschlaege", Map.of("titel", "Alles aus der Aktualisierung")).json().path("id").asText();
        assertThat(waehle(datei, Map.of("wahl", "zusammenfuehren", "vorschlag", sammlung)).path("vorschlag").asText()).isEqualTo(sammlung);
        String beides = Produkt.geaendert(zweite, "unsere");
        rest.als(MP).sende("PUT", "/api/vorschlaege/" + sammlung + "/dateien/" + datei, beides);
        stelleBereit(sammlung);
        assertThat(hier(datei)).isEqualTo(beides);
        assertThat(entscheidung(datei).path("zustand").asText()).isEqualTo("zusammengefuehrt");

        liefereAus(datei, "dritte");
        aktualisiere();
        assertThat(hier(datei)).isEqualTo(beides);
        assertThat(rest.als(MP).get("/api/auslieferungen/" + datei).json().path("gemeinsam").asText()).isEqualTo(zweite);
    }

    @Test
    @DisplayName("Mehreres auf einmal: Bereitgestellt wird in einem Zug, was hier niemand geändert hat, auch Neues; was wegfällt, bleibt")
    void gemischt() {
        String unsere = aendere("startreife.html", "unsere");
        String regel = liefereAus("beratungsfolge-vorschlag.dmn", "neu");
        String ablauf = liefereAus("versand.bpmn", "neu");
        String formular = liefereAus("ressourcen-ressourcen-planen.form", "neu");
        liefereAus("startreife.html", "neu");
        produkt.liefert("ganz-neu.html", produkt.lies("projektsteckbrief.html"));
        String weg = produkt.lies("uebergabe.html");
        produkt.liefert("uebergabe.html", null);
        int vorher = bereitstellungen();
        aktualisiere();

        assertThat(bereitstellungen()).isEqualTo(vorher + 1);
        assertThat(List.of(hier("beratungsfolge-vorschlag.dmn"), hier("versand.bpmn"), hier("ressourcen-ressourcen-planen.form")))
                .containsExactly(regel, ablauf, formular);
        assertThat(hier("ganz-neu.html")).isNotNull();
        assertThat(hier("startreife.html")).isEqualTo(unsere);
        assertThat(hier("uebergabe.html")).isEqualTo(weg);
        assertThat(zustaende("uebergabe.html")).containsExactly("entfallen");
        List<Map<String, Object>> danach = zustand();
        aktualisiere();
        assertThat(zustand()).isEqualTo(danach);

        produkt.liefert("uebergabe.html", Produkt.geaendert(weg, "wieder da"));
        aktualisiere();
        assertThat(hier("uebergabe.html")).contains("wieder da");
        assertThat(zustaende("uebergabe.html")).containsExactly("geliefert");
    }

    @Test
    @DisplayName("Erster Start auf dem Bestand einer früheren Programmversion: Was dort geändert wurde, wird als geändert erkannt")
    void fruehereVersion() {
        String damals = produkt.lies("beauftragung.html");
        bereitstellung("SpringAutoDeployment", "/opt/frueher/dokumente/beauftragung.html", damals);
        String unsere = aendere("beauftragung.html", "unsere");
        bereitstellung("Anpassung", "handgemacht.html", Produkt.geaendert(damals, "nie ausgeliefert"));
        datenbank.sql("delete from IK_AUSLIEFERUNG").update();
        liefereAus("beauftragung.html", "neu");
        String unberuehrt = liefereAus("controllingplan.html", "neu");
        produkt.liefert("handgemacht.html", Produkt.geaendert(damals, "jetzt ausgeliefert"));
        aktualisiere();

        assertThat(hier("beauftragung.html")).isEqualTo(unsere);
        assertThat(rest.als(MP).get("/api/auslieferungen/beauftragung.html").json().path("gemeinsam").asText()).isEqualTo(damals);
        assertThat(hier("controllingplan.html")).isEqualTo(unberuehrt);
        assertThat(hier("handgemacht.html")).contains("nie ausgeliefert");
        JsonNode fassungen = rest.als(MP).get("/api/auslieferungen/handgemacht.html").json();
        assertThat(fassungen.path("gemeinsam").isNull()).isTrue();
        assertThat(fassungen.path("auslieferungsVergleich").path("was").asText()).isEqualTo("neu");
    }

    @Test
    @DisplayName("Passt das Ausgelieferte nicht zu eigenen Änderungen, startet die Anwendung mit den bisherigen Modellen, und alles wartet")
    void passtNicht() {
        aendere("handlungsfelder.html", "unsere");
        String bisher = hier("monitoringbericht.html");
        String kaputt = bisher + "<script>alert(1)</script>";
        produkt.liefert("monitoringbericht.html", kaputt);
        String gut = produkt.lies("verstetigung.html");
        liefereAus("verstetigung.html", "neu");
        int vorher = bereitstellungen();
        aktualisiere();

        assertThat(bereitstellungen()).isEqualTo(vorher);
        assertThat(List.of(hier("monitoringbericht.html"), hier("verstetigung.html"))).containsExactly(bisher, gut);
        assertThat(entscheidung("monitoringbericht.html").path("zustand").asText()).isEqualTo("offen");
        assertThat(entscheidung("verstetigung.html").path("zustand").asText()).isEqualTo("offen");
        List<Map<String, Object>> danach = zustand();
        aktualisiere();
        assertThat(zustand()).as("does not try again at each start").isEqualTo(danach);
        produkt.liefert("monitoringbericht.html", bisher);
        aktualisiere();
        assertThat(entscheidung("monitoringbericht.html")).isNull();
    }

    @Test
    @DisplayName("Starten zwei Knoten zugleich, stellt einer bereit, und der andere findet nichts mehr zu tun")
    void zweiKnoten() throws Exception {
        liefereAus("zielvereinbarungen.html", "neu");
        int vorher = bereitstellungen();
        CyclicBarrier zugleich = new CyclicBarrier(2);
        ExecutorService knoten = Executors.newFixedThreadPool(2);
        try {
            List<Future<?>> starts = List.of(1, 2).stream().<Future<?>>map(nummer -> knoten.submit(() -> {
                Auslieferung eigene = new Auslieferung(anwendung.getBean(Lieferumfang.class), anwendung.getBean(Lieferungen.class), bestand,
                        anwendung.getBean(RepositoryService.class), anwendung.getBean(PlatformTransactionManager.class));
                zugleich.await();
                eigene.start();
                return nummer;
            })).toList();
            for (Future<?> start : starts) {
                start.get();
            }
        } finally {
            knoten.shutdownNow();
        }
        assertThat(bereitstellungen()).isEqualTo(vorher + 1);
        assertThat(zustaende("zielvereinbarungen.html")).containsExactly("geliefert");
    }

    @Test
    @DisplayName("Nur die Modellpflege entscheidet, nur über Offenes, und nur, was zur Wahl steht")
    void abgewiesen() {
        aendere("steuerungsgruppe.html", "unsere");
        liefereAus("steuerungsgruppe.html", "neu");
        aktualisiere();
        String adresse = "/api/auslieferungen/steuerungsgruppe.html";
        assertThat(rest.ohneAnmeldung().get("/api/auslieferungen").status()).isEqualTo(401);
        assertThat(rest.als("integrationsbeauftragte").get("/api/auslieferungen").status()).isEqualTo(403);
        assertThat(rest.als("prozessverantwortung").get(adresse).status()).isEqualTo(403);
        assertThat(rest.als("prozessverantwortung").post(adresse, Map.of("wahl", "behalten")).status()).isEqualTo(403);
        assertThat(rest.als(MP).get("/api/auslieferungen/gibtesnicht.html").status()).isEqualTo(404);
        assertThat(rest.als(MP).post("/api/auslieferungen/projektstart.bpmn", Map.of("wahl", "behalten")).status()).isEqualTo(404);
        for (Object falsch : List.of(Map.of(), Map.of("wahl", "weg"), "{", "[]", "\"behalten\"")) {
            assertThat(rest.als(MP).post(adresse, falsch)).satisfies(antwort -> {
                assertThat(antwort.status()).as(antwort.text()).isEqualTo(400);
                assertThat(antwort.art()).startsWith("application/problem+json");
            });
        }
        assertThat(rest.als(MP).post(adresse, Map.of("wahl", "uebernehmen", "vorschlag", "gibt es nicht")).status()).isEqualTo(404);
        assertThat(entscheidung("steuerungsgruppe.html").path("zustand").asText()).isEqualTo("offen");
        assertThat(rest.als("admin").post(adresse, Map.of("wahl", "behalten")).status()).isEqualTo(200);
        assertThat(rest.als(MP).post(adresse, Map.of("wahl", "behalten")).status()).isEqualTo(409);
    }

    private static void aktualisiere() {
        anwendung.getBean(Auslieferung.class).start();
    }

    private static String liefereAus(String datei, String womit) {
        produkt.liefert(datei, Produkt.geaendert(produkt.lies(datei), womit));
        return produkt.lies(datei);
    }

    /** As somebody does from the Modeler. */
    private static String aendere(String datei, String womit) {
        String inhalt = Produkt.geaendert(hier(datei), womit);
        bereitstellung("Anpassung", datei, inhalt);
        return inhalt;
    }

    private static void bereitstellung(String name, String datei, String inhalt) {
        anwendung.getBean(RepositoryService.class).createDeployment().name(name).addString(datei, inhalt).deploy();
    }

    private static void stelleBereit(String vorschlag) {
        String adresse = "/api/vorschlaege/" + vorschlag;
        assertThat(rest.als(MP).sende("PATCH", adresse, Map.of("stufe", "patch")).status()).isLessThan(300);
        Rest.Antwort antwort = rest.als(MP).post(adresse + "/bereitstellung", null);
        assertThat(antwort.status()).as(antwort.text()).isLessThan(300);
    }

    private static JsonNode waehle(String datei, Map<String, String> wahl) {
        Rest.Antwort antwort = rest.als(MP).post("/api/auslieferungen/" + datei, wahl);
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        return antwort.json();
    }

    private static String hier(String datei) {
        return bestand.zu(datei).map(modell -> new String(modell.inhalt(), StandardCharsets.UTF_8)).orElse(null);
    }

    private static String inhalt(String vorschlag, String datei) {
        return new String(anwendung.getBean(Vorschlaege.class).dateien(vorschlag).get(datei), StandardCharsets.UTF_8);
    }

    private static List<JsonNode> entscheidungen(String datei) {
        return StreamSupport.stream(rest.als(MP).get("/api/auslieferungen").json().spliterator(), false)
                .filter(e -> e.path("datei").asText().equals(datei)).toList();
    }

    private static JsonNode entscheidung(String datei) {
        return entscheidungen(datei).stream().findFirst().orElse(null);
    }

    private static List<String> zustaende(String datei) {
        return datenbank.sql("select ZUSTAND from IK_AUSLIEFERUNG where DATEI = ? order by NUMMER").param(datei).query(String.class).list();
    }

    private static int bereitstellungen() {
        return datenbank.sql("select count(*) from ACT_RE_DEPLOYMENT").query(Integer.class).single();
    }

    /** Everything that a start may write. */
    private static List<Map<String, Object>> zustand() {
        return datenbank.sql("select (select count(*) from ACT_RE_DEPLOYMENT) as BEREITSTELLUNGEN, DATEI, NUMMER, ZUSTAND, SEIT "
                + "from IK_AUSLIEFERUNG order by DATEI, NUMMER").query().listOfRows();
    }

    private static int anzahl(List<Map<String, Object>> zustand) {
        return ((Number) zustand.get(0).get("BEREITSTELLUNGEN")).intValue();
    }
}
