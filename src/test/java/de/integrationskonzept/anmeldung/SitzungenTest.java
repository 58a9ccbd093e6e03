package de.integrationskonzept.anmeldung;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.apache.catalina.Session;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.User;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@Anwendungstest
@DisplayName("Wer angemeldet ist, bleibt es, wenn der Knoten ausfällt, und steht nur so lange in der Datenbank")
class SitzungenTest {

    private static final String WER = "kaemmerei";

    @Autowired
    private Sitzungen sitzungen;
    @Autowired
    private Rest rest;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private IdentityService konten;

    /** What a second node, or this one after a restart, has in its memory. */
    private void vergissAlles() {
        sitzungen.verwaltung().processPersistenceChecks();
        vergissOhneZuSchreiben();
    }

    /** As when the plug is pulled. */
    private void vergissOhneZuSchreiben() {
        Arrays.stream(sitzungen.verwaltung().findSessions()).forEach(sitzungen.verwaltung()::removeSuper);
        assertThat(sitzungen.verwaltung().getActiveSessions()).isZero();
    }

    private List<String> gespeichert(String kennung) {
        return jdbc.queryForList("select SITZUNG from IK_SITZUNG where PERSON = ?", String.class, kennung);
    }

    private static String sitzung(Rest.Person person) {
        return person.ausweis("Cookie").replaceFirst("^JSESSIONID=", "").replaceFirst(";.*", "");
    }

    @Test
    @DisplayName("Ein anderer Knoten kennt die Sitzung: lesen, ändern und die Webanwendungen gehen ohne neue Anmeldung weiter")
    void ueberlebt() {
        Rest.Person person = rest.anmelden(WER);
        vergissOhneZuSchreiben();

        assertThat(person.get("/api/akten").status()).isEqualTo(200);
        vergissAlles();
        assertThat(person.post("/camunda/api/engine/engine/default/task/count", Map.of()).status()).as("with the token of the page")
                .isEqualTo(200);
        assertThat(person.ohne("X-XSRF-TOKEN").post("/camunda/api/engine/engine/default/task/count", Map.of()).status()).isEqualTo(403);
    }

    @Test
    @DisplayName("Nach dem Abmelden kennt sie auch kein anderer Knoten mehr")
    void abgemeldet() {
        Rest.Person person = rest.anmelden(WER);
        assertThat(gespeichert(WER)).as("at once").contains(sitzung(person));
        vergissAlles();

        assertThat(person.post("/camunda/api/admin/auth/user/default/logout", null).status()).isBetween(200, 204);
        vergissOhneZuSchreiben();
        assertThat(gespeichert(WER)).doesNotContain(sitzung(person));
        assertThat(person.get("/api/akten").status()).isEqualTo(401);
    }

    @Test
    @DisplayName("Wer nicht angemeldet ist, hinterlässt nichts")
    void gaeste() {
        int vorher = jdbc.queryForObject("select count(*) from IK_SITZUNG", Integer.class);
        rest.ohneAnmeldung().get("/camunda/app/welcome/default/");
        sitzungen.verwaltung().processPersistenceChecks();
        assertThat(jdbc.queryForObject("select count(*) from IK_SITZUNG", Integer.class)).isEqualTo(vorher);
    }

    @Test
    @DisplayName("Nach der Zeit ohne Zutun ist sie gelöscht, auf welchem Knoten sie auch war; mit dem Konto sofort")
    void geloescht() {
        User neu = konten.newUser("sitzt-hier");
        neu.setPassword(Anwendungstest.PASSWORT);
        konten.saveUser(neu);
        konten.createMembership("sitzt-hier", WER);
        Rest.Person person = rest.anmelden("sitzt-hier");
        vergissAlles();
        assertThat(gespeichert("sitzt-hier")).hasSize(1);

        jdbc.update("update IK_SITZUNG set ZULETZT = timestamp '2020-01-01 00:00:00' where PERSON = 'sitzt-hier'");
        assertThat(person.get("/api/akten").status()).as("too old to go on").isEqualTo(401);
        sitzungen.verwaltung().processExpires();
        assertThat(gespeichert("sitzt-hier")).isEmpty();

        rest.anmelden("sitzt-hier");
        sitzungen.verwaltung().processPersistenceChecks();
        konten.deleteUser("sitzt-hier");
        assertThat(gespeichert("sitzt-hier")).isEmpty();
        sitzungen.verwaltung().processPersistenceChecks();
        assertThat(gespeichert("sitzt-hier")).as("nor comes it back").isEmpty();
    }

    @Test
    @DisplayName("Was nur hier alt ist, kann woanders benutzt werden und bleibt")
    void anderswoBenutzt() {
        Rest.Person person = rest.anmelden(WER);
        sitzungen.verwaltung().processPersistenceChecks();
        Session alt = Arrays.stream(sitzungen.verwaltung().findSessions()).filter(s -> s.getIdInternal().equals(sitzung(person))).findAny()
                .orElseThrow();
        alt.setMaxInactiveInterval(0);
        alt.expire();
        assertThat(gespeichert(WER)).contains(sitzung(person));
    }
}
