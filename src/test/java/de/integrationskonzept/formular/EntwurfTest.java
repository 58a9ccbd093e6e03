package de.integrationskonzept.formular;

import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import de.integrationskonzept.prozess.Spiel;
import de.integrationskonzept.rolle.Datenbankauszug;
import de.integrationskonzept.rolle.Rollen;
import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@Anwendungstest
@DisplayName("Ein Entwurf liegt bei der Aufgabe, nicht im Browser")
class EntwurfTest {

    private static final String IB = "integrationsbeauftragte";
    private static final String KOLLEGIN = "b.berg";
    private static final String GEHEIM = "Streng-geheimer-Entwurf-4713";

    @Autowired
    Rest rest;
    @Autowired
    Spiel spiel;
    @Autowired
    Rollen rollen;
    @Autowired
    ProcessEngine engine;
    @Autowired
    JdbcTemplate jdbc;

    private Spiel.Akte akte;
    private Task aufgabe;
    private String weg;

    @BeforeEach
    void zweiInDerRolle() {
        var personen = engine.getIdentityService();
        var neu = personen.newUser(KOLLEGIN);
        neu.setFirstName("Birke");
        neu.setLastName("Berg");
        neu.setPassword(Anwendungstest.PASSWORT);
        personen.saveUser(neu);
        personen.createMembership(KOLLEGIN, IB);
        akte = spiel.beginne(stadt()).spieleBis(gut(), "ressourcen-planen");
        an("ressourcen-planen");
    }

    @AfterEach
    void weg() {
        engine.getIdentityService().deleteUser(KOLLEGIN);
    }

    private void an(String schritt) {
        aufgabe = akte.aufgabe(schritt);
        weg = "/api/aufgaben/" + aufgabe.getId() + "/entwurf";
    }

    private static Map<String, Object> entwurf(int version, Object... angaben) {
        return Map.of("version", version, "angaben", zeile(angaben));
    }

    private JsonNode speichere(String person, int version, Object... angaben) {
        Rest.Antwort antwort = rest.als(person).put(weg, entwurf(version, angaben));
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        return antwort.json();
    }

    private int entwuerfe() {
        return jdbc.queryForObject("select count(*) from IK_ENTWURF where AUFGABE = ?", Integer.class, aufgabe.getId());
    }

    private static void problem(Rest.Antwort antwort, int status, String satz) {
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(status);
        assertThat(antwort.art()).startsWith("application/problem+json");
        assertThat(antwort.json().path("detail").asText()).contains(satz).endsWith(".");
    }

    @Test
    @DisplayName("Unfertiges wird ohne Prüfung gespeichert; wer die Rolle hat, setzt es fort und sieht, von wem es ist")
    void zweiteSetztFort() {
        assertThat(rest.als(IB).get(weg).json().path("version").asInt()).isZero();
        JsonNode gespeichert = speichere(IB, 0, "begleitungGrund", "Neutral moderieren", "mittel", List.of(zeile("art", "raeume", "betrag", null)));
        assertThat(gespeichert.path("eigener").asBoolean()).isTrue();
        assertThat(gespeichert.path("am").asText()).startsWith("2026-11-24T");

        JsonNode gelesen = rest.als(KOLLEGIN).get(weg).json();
        assertThat(gelesen.path("eigener").asBoolean()).isFalse();
        assertThat(gelesen.path("person").asText()).isEqualTo("Muster Integrationsbeauftragte");
        assertThat(gelesen.path("angaben").path("begleitungGrund").asText()).isEqualTo("Neutral moderieren");
        assertThat(gelesen.path("angaben").path("mittel").get(0).path("art").asText()).isEqualTo("raeume");
        JsonNode weiter = speichere(KOLLEGIN, gelesen.path("version").asInt(), "begleitungGrund", "Neutral moderieren und entlasten");
        assertThat(rest.als(IB).get(weg).json().path("person").asText()).isEqualTo("Birke Berg");

        spiel.als(IB, () -> {
            engine.getTaskService().claim(aufgabe.getId(), IB);
            engine.getTaskService().setAssignee(aufgabe.getId(), null);
            return null;
        });
        assertThat(rest.als(IB).get(weg).json().path("version")).as("it stays when the task is given back").isEqualTo(weiter.path("version"));
        assertThat(akte.zuletzt("begleitungGrund")).as("a draft is no answer").isNotEqualTo("Neutral moderieren und entlasten");
    }

    @Test
    @DisplayName("Nur wer die Aufgabe bearbeiten kann, liest, schreibt und verwirft den Entwurf: sonst 404, auch wer die Akte liest")
    void nurWerBearbeitet() {
        int version = speichere(IB, 0, "begleitungGrund", GEHEIM).path("version").asInt();
        for (String person : rollen.namen().keySet().stream().filter(rolle -> !rolle.equals(IB)).toList()) {
            problem(rest.als(person).get(weg), 404, "Aufgabenliste neu");
            problem(rest.als(person).put(weg, entwurf(version, "begleitungGrund", "x")), 404, "Aufgabenliste neu");
            problem(rest.als(person).sende("DELETE", weg + "?version=" + version, null), 404, "Aufgabenliste neu");
        }
        assertThat(rest.ohneAnmeldung().get(weg).status()).isEqualTo(401);
        problem(rest.inTasklist(IB).ohne("X-XSRF-TOKEN").put(weg, entwurf(version, "begleitungGrund", "x")), 403, "Anmeldung");
        problem(rest.als(IB).get("/api/aufgaben/gibt-es-nicht/entwurf"), 404, "Aufgabenliste neu");
        assertThat(rest.als(IB).get(weg).json().path("angaben").path("begleitungGrund").asText()).isEqualTo(GEHEIM);
    }

    @Test
    @DisplayName("Zwei zugleich: der spätere erfährt, wer gespeichert oder verworfen hat, und nichts ist überschrieben")
    void zweiZugleich() {
        int erste = speichere(IB, 0, "begleitungGrund", "von mir").path("version").asInt();
        problem(rest.als(KOLLEGIN).put(weg, entwurf(0, "begleitungGrund", "von ihr")), 409, "Muster Integrationsbeauftragte hat inzwischen gespeichert (09:");
        int zweite = speichere(KOLLEGIN, erste, "begleitungGrund", "von ihr").path("version").asInt();
        problem(rest.als(IB).put(weg, entwurf(erste, "begleitungGrund", "von mir")), 409, "Birke Berg hat inzwischen gespeichert");
        problem(rest.als(IB).sende("DELETE", weg + "?version=" + erste, null), 409, "welcher Stand gelten soll");
        problem(rest.als(KOLLEGIN).put(weg, entwurf(erste, "begleitungGrund", "zweites Fenster")), 409, "Sie haben inzwischen in einem anderen Fenster");
        assertThat(rest.als(IB).get(weg).json().path("angaben").path("begleitungGrund").asText()).isEqualTo("von ihr");

        assertThat(rest.als(KOLLEGIN).sende("DELETE", weg + "?version=" + zweite, null).status()).isEqualTo(204);
        problem(rest.als(IB).put(weg, entwurf(zweite, "begleitungGrund", "von mir")), 409, "verworfen");
        int neue = speichere(IB, 0, "begleitungGrund", "neu").path("version").asInt();
        assertThat(neue).as("a new draft never has the version of an old one").isNotIn(erste, zweite);
    }

    @Test
    @DisplayName("Verworfen ist nirgends mehr; mit der Aufgabe geht der Entwurf, ob sie erledigt oder die Akte beendet wird")
    void gehtMitDerAufgabe() {
        int version = speichere(IB, 0, "begleitungGrund", GEHEIM).path("version").asInt();
        assertThat(Datenbankauszug.fundstellen(Datenbankauszug.lies(jdbc), GEHEIM)).hasSize(1);
        assertThat(rest.als(IB).sende("DELETE", weg + "?version=" + version, null).status()).isEqualTo(204);
        assertThat(Datenbankauszug.fundstellen(Datenbankauszug.lies(jdbc), GEHEIM)).isEmpty();
        assertThat(rest.als(IB).sende("DELETE", weg + "?version=" + version, null).status()).as("there is nothing any more").isEqualTo(204);

        speichere(IB, 0, "begleitungGrund", GEHEIM);
        akte.erledige(IB, aufgabe, gut().get("ressourcen-planen"));
        assertThat(entwuerfe()).isZero();
        problem(rest.als(IB).get(weg), 404, "Vermutlich ist sie schon erledigt");
        problem(rest.als(IB).put(weg, entwurf(0, "begleitungGrund", GEHEIM)), 404, "Vermutlich ist sie schon erledigt");

        an("ausrichtung-vorbereiten");
        speichere(IB, 0, "tiefeGruende", GEHEIM);
        engine.getRuntimeService().deleteProcessInstance(akte.id(), "Probe");
        assertThat(entwuerfe()).isZero();
        assertThat(Datenbankauszug.fundstellen(Datenbankauszug.lies(jdbc), GEHEIM)).isEmpty();
    }

    @Test
    @Tag("R14")
    @Tag("R46")
    @DisplayName("R14, R46: Vertrauliche Entwürfe lesen nur die Integrationsbeauftragten, und das Lesen steht als vertraulich im Protokoll")
    void vertraulich() {
        an("interessen-notieren");
        speichere(IB, 0, "interessen", List.of(zeile("thema", GEHEIM)));
        for (String person : rollen.namen().keySet().stream().filter(rolle -> !rolle.equals(IB)).toList()) {
            assertThat(rest.als(person).get(weg).status()).as(person).isEqualTo(404);
        }
        rest.als(KOLLEGIN).get(weg);
        assertThat(StreamSupport.stream(rest.als("admin").get("/api/zugriffe?akte=" + akte.wert("aktenzeichen")).json().spliterator(), false)
                .filter(z -> z.path("art").asText().equals("Entwurf"))).hasSize(1).allSatisfy(z -> {
                    assertThat(z.path("person").asText()).isEqualTo(KOLLEGIN);
                    assertThat(z.path("vertraulich").asBoolean()).isTrue();
                });
    }

    @Test
    @DisplayName("Feindliches endet mit einem deutschen Satz und ändert nichts")
    void feindlich() {
        String tief = "[".repeat(60) + "]".repeat(60);
        Stream.of("", "kein json", "[]", "null", "{}", "{\"version\":0}", "{\"angaben\":{}}", "{\"version\":\"0\",\"angaben\":{}}", "{\"version\":-1,\"angaben\":{}}",
                "{\"version\":0,\"angaben\":[]}", "{\"version\":0,\"angaben\":{},\"person\":\"admin\"}", "{\"version\":0,\"angaben\":{}} {}",
                "{\"version\":99999999999,\"angaben\":{}}", "{\"version\":0,\"angaben\":{\"mittel\":" + tief + "}}",
                "{\"version\":0,\"angaben\":{\"zusageErteilt\":\"ja\"}}", "{\"version\":0,\"angaben\":{\"begleitungGrund\":{\"a\":1}}}",
                "{\"version\":0,\"angaben\":{\"mittel\":[{\"fremd\":1}]}}").forEach(inhalt -> {
                    Rest.Antwort antwort = rest.als(IB).sende("PUT", weg, inhalt);
                    assertThat(antwort.status()).as(inhalt + " " + antwort.text()).isEqualTo(400);
                    assertThat(antwort.json().path("detail").asText()).as(inhalt).startsWith(inhalt.contains("begleitungGrund") ? "„" : "D").endsWith(".");
                });
        problem(rest.als(IB).put(weg, entwurf(0, "begleitungGrund", "x".repeat(500_000))), 413, "zu lang");
        assertThat(rest.als(IB).put(weg, entwurf(0, "begleitungGrund", "x".repeat(3_000_000))).status()).isEqualTo(413);
        assertThat(rest.als(IB).sende("PUT", weg, "text/plain", HttpRequest.BodyPublishers.ofString(Rest.schreibe(entwurf(0)))).status()).isEqualTo(415);
        for (String ohne : List.of("", "?version=", "?version=x", "?version=99999999999")) {
            problem(rest.als(IB).sende("DELETE", weg + ohne, null), 400, "ganze Zahl");
        }
        assertThat(entwuerfe()).isZero();
    }
}
