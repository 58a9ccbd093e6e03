package de.integrationskonzept.beteiligung;

import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Poststelle;
import de.integrationskonzept.Rest;
import de.integrationskonzept.prozess.Spiel;
import jakarta.mail.Multipart;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Ein persönlicher Link: für eine Aufgabe, für eine Zeit, für einen Menschen")
class LinkTest {

    private static final String IB = "integrationsbeauftragte";

    @Autowired
    private Spiel spiel;
    @Autowired
    private Rest rest;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private ManagementService jobs;
    @Autowired
    private RuntimeService vorgaenge;
    @Autowired
    private IdentityService personen;

    private Spiel.Akte akte;
    private String aufgabe;

    @BeforeEach
    void entwurfLiegtVor() {
        akte = spiel.wurzel("leitbild", zeile("verfahren", "ausfuehrlich", "leitbildVorhanden", false, "zurueckNach", null, "zurueckGruende", null));
        akte.erledige(IB, "leitbild-entwerfen", zeile("leitbildText", "Wir gehören zusammen.", "beiratVorhanden", "nein", "beteiligungVorhaben", "Abende"));
        aufgabe = akte.aufgabe("leitbild-beteiligen").getId();
    }

    private String einladungen() {
        return "/api/aufgaben/" + aufgabe + "/einladungen";
    }

    private Gast gast() {
        return Gast.ladeEin(rest, IB, aufgabe, "Moscheeverein").get(0);
    }

    @Test
    @DisplayName("Geraten: Was kein Link ist, führt immer auf dieselbe Seite; wer es oft versucht, muss warten, und andere nicht")
    void geraten() {
        Gast gast = gast();
        String echt = gast.pfad();
        Gast rater = Gast.mit(rest, echt);
        String seite = null;
        for (String versuch : List.of(Marke.neu(), "x", aufgabe, akte.id(), echt.substring("/beteiligung/".length()).toLowerCase(), "%00", "..%2Fapi",
                "a".repeat(3000), echt.substring("/beteiligung/".length(), echt.length() - 1))) {
            HttpResponse<String> antwort = rater.bei("/beteiligung/" + versuch).oeffne();
            if (antwort.statusCode() == 400) {
                continue; // the server itself reads no such address
            }
            assertThat(antwort.statusCode()).as(versuch).isEqualTo(404);
            seite = seite == null ? antwort.body() : seite;
            assertThat(antwort.body()).isEqualTo(seite);
        }
        assertThat(rater.bei("/beteiligung/" + Marke.neu()).sende("x", "meinung", "x").statusCode()).isEqualTo(404);
        assertThat(rater.bei("/beteiligung/" + Marke.neu() + "/danke").oeffne().body()).isEqualTo(seite);
        List<Integer> weitere = IntStream.range(0, 30).mapToObj(i -> rater.bei("/beteiligung/" + Marke.neu()).oeffne().statusCode()).toList();
        assertThat(weitere).contains(429).last().isEqualTo(429);
        assertThat(rater.oeffne().statusCode()).as("not even a true one").isEqualTo(429);
        assertThat(gast.oeffne().statusCode()).isEqualTo(200);
    }

    @Test
    @DisplayName("Auch mit einem echten Link wird nicht beliebig oft gesendet")
    void gedrosselt() {
        Gast gast = gast();
        List<Integer> antworten = IntStream.range(0, 25).mapToObj(i -> gast.sende("x").statusCode()).toList();
        assertThat(antworten.subList(0, 20)).containsOnly(422);
        assertThat(antworten.subList(20, 25)).containsOnly(429);
        ClockUtil.offset(ClockUtil.getCurrentTime().getTime() - System.currentTimeMillis() + Duration.ofMinutes(11).toMillis());
        assertThat(gast.antworte("zustimmung", "ja", "meinung", "Gut").statusCode()).isEqualTo(303);
    }

    @Test
    @DisplayName("Abgelaufen: der letzte Tag zählt ganz, danach nicht mehr")
    void abgelaufen() {
        Gast gast = gast();
        long versatz = ClockUtil.getCurrentTime().getTime() - System.currentTimeMillis();
        ClockUtil.offset(versatz + Duration.ofDays(30).toMillis());
        assertThat(gast.antworte("zustimmung", "ja", "meinung", "Gut").statusCode()).isEqualTo(303);
        ClockUtil.offset(versatz + Duration.ofDays(31).toMillis());
        assertThat(gast.oeffne().statusCode()).isEqualTo(410);
        assertThat(gast.sende("x", "zustimmung", "nein", "meinung", "Spät").statusCode()).isEqualTo(410);
        assertThat(akte.inhalt("leitbild-beteiligen", "rueckmeldungen").toString()).contains("Gut").doesNotContain("Spät");
    }

    @Test
    @DisplayName("Zurückgezogen: der Link gilt nicht mehr, die Adresse ist fort, und ein zweites Mal geht es nicht")
    void zurueckgezogen() {
        Gast gast = gast();
        String stand = gast.stand();
        assertThat(rest.als(IB).sende("DELETE", einladungen() + "/1", null).status()).isEqualTo(204);
        assertThat(gast.oeffne().statusCode()).isEqualTo(410);
        assertThat(gast.sende(stand, "zustimmung", "ja", "meinung", "x").statusCode()).isEqualTo(410);
        assertThat(gast.bei(gast.pfad() + "/danke").oeffne().statusCode()).isEqualTo(410);
        assertThat(rest.als(IB).sende("DELETE", einladungen() + "/1", null).status()).isEqualTo(404);
        assertThat(akte.inhalt("leitbild-beteiligen", "rueckmeldungen")).isNull();
    }

    @Test
    @DisplayName("Ist die Aufgabe inzwischen erledigt oder ruht die Akte, kommt nichts mehr an, und die Seite sagt es")
    void beendet() {
        List<Gast> gaeste = Gast.gaeste(rest, IB, aufgabe, List.of(Map.of("name", "Verein", "adresse", "verein-" + UUID.randomUUID() + "@beispiel.example"),
                Map.of("name", "Schule")));
        Gast gast = gaeste.get(1);
        String stand = gast.stand();
        vorgaenge.suspendProcessInstanceById(akte.id());
        assertThat(gast.sende(stand, "zustimmung", "ja", "meinung", "x").statusCode()).isEqualTo(409);
        assertThat(rest.als(IB).post(einladungen(), Map.of("gaeste", List.of(Map.of("name", "Spät")))).status()).isEqualTo(409);
        vorgaenge.activateProcessInstanceById(akte.id());
        assertThat(jdbc.queryForObject("select count(*) from IK_EINLADUNG where AUFGABE = ? and ADRESSE is not null", Integer.class, aufgabe)).isEqualTo(1);
        akte.erledige(IB, "leitbild-beteiligen", Map.of());
        assertThat(gast.sende(stand, "zustimmung", "ja", "meinung", "x").statusCode()).isEqualTo(410);
        assertThat(gast.oeffne().body()).contains("Die Beteiligung ist zu Ende");
        assertThat(jdbc.queryForObject("select count(*) from IK_EINLADUNG where AUFGABE = ? and ADRESSE is not null", Integer.class, aufgabe)).isZero();
    }

    @Test
    @DisplayName("Mit Adresse geht der Link per E-Mail und steht sonst nirgends; aufbewahrt wird nur sein Fingerabdruck")
    void perMail() throws Exception {
        String adresse = "verein-" + UUID.randomUUID() + "@beispiel.example";
        Rest.Antwort antwort = rest.als(IB).post(einladungen(), Map.of("gaeste", List.of(Map.of("name", "Verein", "adresse", adresse.toUpperCase()))));
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(201);
        assertThat(antwort.json().get(0).path("link").isNull()).isTrue();
        String vorgang = jdbc.queryForObject("select S.VORGANG from IK_SENDUNG S join IK_POST P on P.SENDUNG = S.ID where P.ADRESSE = ?", String.class, adresse);
        jobs.createJobQuery().processInstanceId(vorgang).listPage(0, 10).forEach(job -> jobs.executeJob(job.getId()));
        var mail = Poststelle.an(adresse).get(0);
        assertThat(mail.getSubject()).isEqualTo("Bitte um Ihre Antwort: Ihre Meinung zum Leitbild");
        Object inhalt = ((Multipart) mail.getContent()).getBodyPart(0).getContent();
        Matcher link = Pattern.compile("/beteiligung/([\\w-]{43})").matcher(String.valueOf(inhalt));
        assertThat(link.find()).as(String.valueOf(inhalt)).isTrue();
        assertThat(Gast.mit(rest, link.group()).oeffne().statusCode()).isEqualTo(200);
        assertThat(jdbc.queryForObject("select MARKE from IK_EINLADUNG where AUFGABE = ?", String.class, aufgabe)).isEqualTo(Marke.fingerabdruck(link.group(1)));
        assertThat(jdbc.queryForObject("select count(*) from IK_POST where INHALT like ?", Integer.class, "%" + link.group(1) + "%")).isZero();
    }

    @Test
    @DisplayName("Einladen, sehen und zurückziehen kann nur, wer an der Aufgabe arbeitet, und nur wo das Modell es vorsieht")
    void nurZustaendige() {
        gast();
        for (String rolle : List.of("kaemmerei", "steuerungsgruppe", "prozessverantwortung")) {
            assertThat(rest.als(rolle).get(einladungen()).status()).as(rolle).isEqualTo(404);
            assertThat(rest.als(rolle).post(einladungen(), Map.of("gaeste", List.of(Map.of("name", "Ich")))).status()).as(rolle).isEqualTo(404);
            assertThat(rest.als(rolle).sende("DELETE", einladungen() + "/1", null).status()).as(rolle).isEqualTo(404);
        }
        assertThat(rest.ohneAnmeldung().get(einladungen()).status()).isEqualTo(401);
        assertThat(rest.als(IB).get("/api/aufgaben/gibt-es-nicht/einladungen").status()).isEqualTo(404);
        String andere = spiel.wurzel("leitbild", zeile("verfahren", "ausfuehrlich", "leitbildVorhanden", false, "zurueckNach", null, "zurueckGruende", null))
                .aufgabe("leitbild-entwerfen").getId();
        JsonNode nichts = rest.als(IB).get("/api/aufgaben/" + andere + "/einladungen").json();
        assertThat(nichts.path("moeglich").asBoolean(true)).isFalse();
        assertThat(rest.als(IB).post("/api/aufgaben/" + andere + "/einladungen", Map.of("gaeste", List.of(Map.of("name", "Wer")))).status()).isEqualTo(400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "[]", "{}", "null", "{\"gaeste\":null}", "{\"gaeste\":[]}", "{\"gaeste\":[null]}", "{\"gaeste\":\"x\"}", "{\"gaeste\":[{}]}",
            "{\"gaeste\":[{\"name\":\"  \"}]}", "{\"gaeste\":[{\"name\":\"a\\nb\"}]}", "{\"gaeste\":[{\"name\":\"A\",\"adresse\":\"keine\"}]}",
            "{\"gaeste\":[{\"name\":\"A\",\"adresse\":\"a@b.example\\r\\nBcc: c@d.example\"}]}",
            "{\"gaeste\":[{\"name\":\"A\",\"adresse\":\"a@b.example\"},{\"name\":\"B\",\"adresse\":\"A@b.example\"}]}", "{\"gaeste\":[{\"name\":[1]}]}"})
    @DisplayName("Unbrauchbare Einladungen werden abgelehnt, und niemand ist eingeladen")
    void unbrauchbar(String auftrag) {
        Rest.Antwort antwort = rest.als(IB).sende("POST", einladungen(), auftrag);
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(400);
        assertThat(antwort.art()).contains("problem+json");
        assertThat(rest.als(IB).sende("DELETE", einladungen() + "/99999999999", null).status()).isEqualTo(404);
        assertThat(jdbc.queryForObject("select count(*) from IK_EINLADUNG where AUFGABE = ?", Integer.class, aufgabe)).isZero();
    }

    @Test
    @DisplayName("Wer eingeladen hat, steht als Ansprechperson auf der Seite; wird die Person vergessen, bleibt nur die Kommune, und der Link gilt weiter")
    void vergessen() {
        var neu = personen.newUser("k.wehrfritz");
        neu.setFirstName("Korinna");
        neu.setLastName("Wehrfritz");
        neu.setEmail("wehrfritz@stadt.example");
        neu.setPassword(Anwendungstest.PASSWORT);
        personen.saveUser(neu);
        personen.createMembership("k.wehrfritz", IB);
        Gast gast = Gast.ladeEin(rest, "k.wehrfritz", aufgabe, "Bürozeit bei Wehrfritz").get(0);
        assertThat(gast.oeffne().body()).contains("Bitte fragen Sie: Korinna Wehrfritz", "mailto:wehrfritz@stadt.example");
        Rest.Antwort vergessen = rest.als("admin").post("/api/personen/k.wehrfritz/vergessen", Map.of("name", List.of("Korinna", "Wehrfritz"),
                "bestaetigung", true));
        assertThat(vergessen.status()).as(vergessen.text()).isEqualTo(200);
        assertThat(jdbc.queryForList("select * from IK_EINLADUNG where AUFGABE = ?", aufgabe).toString().toLowerCase()).doesNotContain("wehrfritz");
        assertThat(gast.oeffne().body()).doesNotContain("Wehrfritz");
        assertThat(gast.antworte("zustimmung", "ja", "meinung", "Gut").statusCode()).isEqualTo(303);
    }

    @Test
    @DisplayName("Die Seite zum Datenschutz und ihr Aussehen liegen unter demselben Pfad und brauchen keine Anmeldung")
    void datenschutz() {
        Gast gast = Gast.mit(rest, "/beteiligung/datenschutz");
        assertThat(gast.oeffne().body()).contains("So schützen wir Ihre Daten", "keine Cookies").doesNotContain("{{");
        assertThat(gast.bei("/beteiligung/aussehen/seite.css").oeffne().statusCode()).isEqualTo(200);
    }
}
