package de.integrationskonzept.stoerung;

import static de.integrationskonzept.abwehr.Bereitstellung.REST;
import static de.integrationskonzept.abwehr.Bereitstellung.WEB;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import de.integrationskonzept.Datenbank;
import de.integrationskonzept.Fremd;
import de.integrationskonzept.Poststelle;
import de.integrationskonzept.Rest;
import de.integrationskonzept.abwehr.Bereitstellung;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.io.ClassPathResource;

@Tag("lang")
@Timeout(1800)
@DisplayName("Zwei Knoten auf einer Datenbank hinter einem nginx arbeiten wie einer, und einer darf fehlen")
class ZweiKnotenTest {

    private static final String ANTRAG = "fremder-vorgang-antrag.form";
    private static final String ABLAUF = "fremder-vorgang.bpmn";
    private static final String HAUSHALT = "fremder-vorgang-haushalt-pruefen.form";

    @TempDir
    private static Path ordner;
    private static Knotenpaar paar;
    private static Knoten eins;
    private static Knoten zwei;
    private static Nachschau nachschau;

    @BeforeAll
    static void starte() throws Exception {
        Map<String, Object> datenbank = Datenbank.postgres("zweiknoten");
        nachschau = Nachschau.in(datenbank);
        paar = Knotenpaar.starte(ordner, datenbank);
        eins = paar.eins();
        zwei = paar.zwei();
        stelleBereit(eins, Map.of(ABLAUF, lies(ABLAUF), ANTRAG, lies(ANTRAG), HAUSHALT, lies(HAUSHALT)));
    }

    @AfterAll
    static void beende() throws Exception {
        if (paar != null) {
            paar.close();
        }
    }

    private static String lies(String datei) throws IOException {
        return new ClassPathResource("fremd/" + datei).getContentAsString(StandardCharsets.UTF_8);
    }

    private static void stelleBereit(Knoten knoten, Map<String, String> dateien) {
        Rest.Antwort antwort = Bereitstellung.sende(knoten.rest().als("modellpflege"), REST, dateien);
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
    }

    private static long zahl(String sql, Object... werte) {
        return nachschau.jdbc().queryForObject(sql, Long.class, werte);
    }

    private static Rest.Antwort beginne(Rest rest, Map<String, Object> angaben) {
        return rest.als("admin").post(REST + "/process-definition/key/fremder-vorgang/submit-form", Fremd.variablen(angaben));
    }

    private static JsonNode aufgabe(Rest rest, String vorgang) {
        Rest.Antwort antwort = rest.als("kaemmerei").get(REST + "/task?processInstanceId=" + vorgang);
        return antwort.status() == 200 ? antwort.json().path(0) : MissingNode.getInstance();
    }

    private static Rest.Antwort erledige(Rest rest, String aufgabe) {
        return rest.als("kaemmerei").post(REST + "/task/" + aufgabe + "/submit-form", Fremd.variablen(Fremd.pruefung()));
    }

    private static Rest.Person anKnoten(String knoten, String wer) {
        for (int versuch = 0; versuch < 20; versuch++) {
            Rest.Person person = paar.tor().anmelden(wer);
            if (person.ausweis("Cookie").contains("." + knoten + ";")) {
                return person;
            }
        }
        throw new AssertionError("nobody gets to " + knoten);
    }

    @Test
    @DisplayName("Fällt ein Knoten aus, gehen die Anmeldungen auf dem anderen weiter; wer sie doch verliert, liest, was zu tun ist")
    void anmeldung() throws Exception {
        Rest.Person bleibt = anKnoten("eins", "kaemmerei");
        Rest.Person verliert = anKnoten("eins", "personal");
        eins.toete();
        try {
            nachschau.jdbc().update("delete from IK_SITZUNG where PERSON = 'personal'");
            assertThat(bleibt.get("/api/akten").status()).isEqualTo(200);
            assertThat(bleibt.post(WEB + "/task/count", Map.of()).status()).as("changes too").isEqualTo(200);
            Rest.Antwort verloren = verliert.get("/api/akten");
            assertThat(verloren.status()).isEqualTo(401);
            assertThat(verloren.json().path("detail").asText()).isEqualTo("Bitte melden Sie sich an und versuchen Sie es noch einmal.");
            assertThat(paar.tor().anmelden("personal").get("/api/akten").status()).isEqualTo(200);
        } finally {
            Knotenpaar.starte(eins);
        }
        assertThat(bleibt.get("/api/akten").status()).as("back at its node").isEqualTo(200);
    }

    @Test
    @DisplayName("Was auf einem Knoten bereitgestellt wird, gilt auf dem anderen sofort: Ablauf und Formular")
    void modelle() throws Exception {
        assertThat(beginne(zwei.rest(), Fremd.antrag()).status()).as("known at the other one").isEqualTo(200);
        stelleBereit(eins, Map.of(ABLAUF, lies(ABLAUF).replace("name=\"Haushalt prüfen\"", "name=\"Haushalt genau prüfen\""),
                ANTRAG, lies(ANTRAG).replace("\"required\": true,\n        \"maxLength\": 100", "\"required\": true,\n        \"maxLength\": 5")));
        try {
            Rest.Antwort zuLang = beginne(zwei.rest(), Fremd.antrag());
            assertThat(zuLang.status()).as("the new form").isEqualTo(400);
            assertThat(zuLang.text()).contains("Antragsteller");
            Map<String, Object> kurz = new LinkedHashMap<>(Fremd.antrag());
            kurz.put("antragsteller", "Verein".substring(0, 5));
            Rest.Antwort begonnen = beginne(zwei.rest(), kurz);
            assertThat(begonnen.status()).as(begonnen.text()).isEqualTo(200);
            assertThat(aufgabe(zwei.rest(), begonnen.json().path("id").asText()).path("name").asText()).isEqualTo("Haushalt genau prüfen");
        } finally {
            stelleBereit(zwei, Map.of(ABLAUF, lies(ABLAUF), ANTRAG, lies(ANTRAG)));
        }
        assertThat(beginne(eins.rest(), Fremd.antrag()).status()).as("and back, the other way round").isEqualTo(200);
    }

    @Test
    @DisplayName("200 Jobs laufen auf beiden, jeder einmal")
    void jobs() {
        stelleBereit(eins, Map.of("zaehlprobe.bpmn", Bpmn.convertToString(Bpmn.createExecutableProcess("zaehlprobe").name("Zählprobe")
                .camundaHistoryTimeToLiveString("P1D").startEvent("los").name("Los").serviceTask("rechnen").name("Rechnen").camundaAsyncBefore()
                .camundaExpression("${angabe * 2}").endEvent("fertig").name("Fertig").done())));
        for (int i = 0; i < 200; i++) {
            Rest.Antwort begonnen = (i % 2 == 0 ? eins : zwei).rest().als("admin").post(REST + "/process-definition/key/zaehlprobe/start",
                    Map.of("variables", Map.of("angabe", Map.of("value", i, "type", "Integer"))));
            assertThat(begonnen.status()).as(begonnen.text()).isEqualTo(200);
        }
        await().atMost(Duration.ofMinutes(2)).until(() -> zahl("select count(*) from ACT_HI_PROCINST where PROC_DEF_KEY_ = 'zaehlprobe' "
                + "and END_TIME_ is not null") == 200);
        assertThat(zahl("select count(*) from ACT_HI_ACTINST where ACT_ID_ = 'rechnen'")).isEqualTo(200);
        assertThat(zahl("select count(*) from ACT_RU_INCIDENT")).isZero();
        List<Map<String, Object>> jeKnoten = nachschau.jdbc().queryForList("select HOSTNAME_ as WER, count(*) as JOBS, count(distinct JOB_ID_) as "
                + "EINMAL from ACT_HI_JOB_LOG where PROCESS_DEF_KEY_ = 'zaehlprobe' and JOB_STATE_ = 2 group by HOSTNAME_ order by HOSTNAME_");
        System.out.println("200 Jobs: " + jeKnoten);
        assertThat(jeKnoten).extracting(zeile -> zeile.get("wer")).containsExactly("eins", "zwei");
        assertThat(zahl("select count(*) from ACT_HI_JOB_LOG where PROCESS_DEF_KEY_ = 'zaehlprobe' and JOB_STATE_ = 2")).isEqualTo(200);
    }

    @Test
    @DisplayName("Ein Schreiben an 60 Adressen kommt bei jeder einmal an")
    void mails() {
        String zeichen = "K-" + UUID.randomUUID();
        List<String> adressen = IntStream.range(0, 60).mapToObj(i -> "a" + i + "@" + zeichen.toLowerCase() + ".example").toList();
        Rest.Antwort begonnen = paar.tor().als("admin").post(REST + "/process-definition/key/projektstart/start", Map.of("businessKey", zeichen));
        assertThat(begonnen.status()).as(begonnen.text()).isEqualTo(200);
        reicheEin(zeichen, "verwaltungsspitze", "startsignal-geben", Map.of("startsignal", "ja", "briefText", "Es geht los.",
                "briefUnterzeichner", "Rita Muster", "briefDatum", "2027-01-15", "startsignalImAuftrag", false));
        reicheEin(zeichen, "integrationsbeauftragte", "startschreiben-versenden", Map.of("versandArt", "anwendung", "versandAdressen",
                String.join("\n", adressen), "versandAlle", "ja"));
        await().atMost(Duration.ofMinutes(2)).until(() -> zahl("select count(*) from IK_POST where ZUSTAND = 'gesendet' and ADRESSE like ?",
                "%@" + zeichen.toLowerCase() + ".example") == 60);
        assertThat(adressen).allSatisfy(adresse -> assertThat(Poststelle.an(adresse)).as(adresse).hasSize(1));
        System.out.println("60 E-Mails: " + nachschau.jdbc().queryForList("select HOSTNAME_ as WER, count(*) as MAILS from ACT_HI_JOB_LOG "
                + "where JOB_DEF_TYPE_ like 'nachricht%' and JOB_STATE_ = 2 group by HOSTNAME_"));
    }

    private static void reicheEin(String zeichen, String rolle, String schritt, Map<String, Object> angaben) {
        Rest.Person person = paar.tor().als(rolle);
        String suche = REST + "/task?processInstanceBusinessKey=" + zeichen + "&taskDefinitionKey=" + schritt;
        await().atMost(Duration.ofSeconds(60)).until(() -> person.get(suche).json().size() == 1);
        String weg = REST + "/task/" + person.get(suche).json().get(0).path("id").asText();
        Rest.Antwort antwort = person.post(weg + "/submit-form", Fremd.variablen(angaben));
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(204);
    }

    /** With {@code -Dvorversion=}, the checkout of an older version that has been built, they start as that one and are updated. */
    @Test
    @DisplayName("Knoten für Knoten neu gestartet, während gearbeitet wird: was zugesagt wurde, ist einmal geschehen")
    void reihum() throws Exception {
        AtomicBoolean weiter = new AtomicBoolean(true);
        Map<Integer, Integer> abgelehnt = new ConcurrentHashMap<>();
        try (Kassenbuch buch = new Kassenbuch(ordner.resolve("reihum.txt"))) {
            List<CompletableFuture<Void>> leute = IntStream.range(0, 3)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> arbeite(weiter, buch, abgelehnt))).toList();
            try {
                startetNeu(eins, "eins");
                startetNeu(zwei, "zwei");
            } finally {
                weiter.set(false);
                leute.forEach(CompletableFuture::join);
            }
            System.out.println("Reihum neu gestartet: " + buch + "; abgelehnt nach Status " + abgelehnt);
            assertThat(buch.bestaetigt(Kassenbuch.Art.ERLEDIGUNG)).hasSizeGreaterThan(50);
            assertThat(nachschau.erledigungen(buch)).isEmpty();
            assertThat(nachschau.doppelte()).isEmpty();
            assertThat(abgelehnt.keySet()).as("only the web server itself says no").allMatch(status -> status == 503);
        }
    }

    /** The next one only when the web server has found this one again. */
    private static void startetNeu(Knoten knoten, String name) throws Exception {
        knoten.beende();
        Knotenpaar.starte(knoten.stand(Path.of("")));
        await().atMost(Duration.ofSeconds(60)).untilAsserted(() -> anKnoten(name, "personal"));
    }

    private static void arbeite(AtomicBoolean weiter, Kassenbuch buch, Map<Integer, Integer> abgelehnt) {
        while (weiter.get()) {
            Rest.Antwort begonnen = beginne(paar.tor(), Fremd.antrag());
            JsonNode aufgabe = begonnen.status() == 200 ? aufgabe(paar.tor(), begonnen.json().path("id").asText()) : MissingNode.getInstance();
            if (aufgabe.path("id").isMissingNode()) {
                abgelehnt.merge(begonnen.status() == 200 ? 503 : begonnen.status(), 1, Integer::sum);
                continue;
            }
            String id = aufgabe.path("id").asText();
            buch.gefragt(Kassenbuch.Art.ERLEDIGUNG, id);
            Rest.Antwort erledigt = erledige(paar.tor(), id);
            if (erledigt.status() == 204) {
                buch.bestaetigt(Kassenbuch.Art.ERLEDIGUNG, id);
            } else {
                abgelehnt.merge(erledigt.status(), 1, Integer::sum);
                buch.abgelehnt(Kassenbuch.Art.ERLEDIGUNG, id);
            }
        }
    }

    @Test
    @DisplayName("Zwei starten im selben Augenblick, auf einer leeren Datenbank und noch einmal auf der vollen")
    void zugleich() throws Exception {
        Map<String, Object> datenbank = Datenbank.postgres("zugleich");
        Nachschau darin = Nachschau.in(datenbank);
        List<String> echt = new ArrayList<>(List.of("--spring.profiles.active=echt", "--integrationskonzept.administration.kennung=leitung",
                "--integrationskonzept.administration.passwort=Ganz-Sicher-2026", "--logging.level.root=warn"));
        Poststelle.angaben().forEach((was, wert) -> echt.add("--" + was + "=" + wert));
        String[] optionen = echt.toArray(String[]::new);
        try (Knoten a = new Knoten(ordner.resolve("a"), datenbank, optionen); Knoten b = new Knoten(ordner.resolve("b"), datenbank, optionen)) {
            for (int start = 1; start <= 2; start++) {
                a.beginne();
                b.beginne();
                for (Knoten knoten : List.of(a, b)) {
                    await().atMost(Duration.ofMinutes(9)).until(() -> {
                        assertThat(knoten.prozess().isAlive()).as(knoten.ausgabe()).isTrue();
                        return knoten.gesund();
                    });
                    assertThat(knoten.ausgabe()).doesNotContain("ERROR", "Exception");
                }
                assertThat(darin.jdbc().queryForObject("select count(*) from ACT_RE_DEPLOYMENT", Long.class)).as("delivered once").isEqualTo(1);
                assertThat(darin.jdbc().queryForList("select NAME_ from ACT_RU_FILTER", String.class)).doesNotHaveDuplicates().isNotEmpty();
                assertThat(darin.jdbc().queryForList("select GROUP_ID_ || RESOURCE_TYPE_ || RESOURCE_ID_ from ACT_RU_AUTHORIZATION "
                        + "where GROUP_ID_ is not null", String.class)).doesNotHaveDuplicates();
                assertThat(darin.jdbc().queryForObject("select count(*) from ACT_RU_JOB where HANDLER_TYPE_ = 'nachricht-tagespost'", Long.class))
                        .as("the job of the morning digest").isEqualTo(1);
                a.toete();
                b.toete();
            }
        }
    }
}
