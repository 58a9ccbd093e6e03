package de.integrationskonzept.anmeldung;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Fremd;
import de.integrationskonzept.Rest;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@Anwendungstest
@DirtiesContext
@ActiveProfiles({"demo", "ldap"})
@Tag("eigene-jvm") // its directory has a certificate that the JVM must trust from the beginning
@DisplayName("Anmeldung mit dem Konto der Verwaltung (LDAP)")
class LdapAnmeldungTest {

    private static final Verzeichnis VERZEICHNIS = new Verzeichnis();
    private static final String AUFGABEN = "/engine-rest/task?processInstanceId=";
    private static final String PASSWORT = Anwendungstest.PASSWORT;

    @Autowired
    private Fremd fremd;
    @Autowired
    private Rest rest;
    @Autowired
    private IdentityService konten;
    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void verzeichnis(DynamicPropertyRegistry angaben) {
        String hier = "integrationskonzept.anmeldung.ldap.";
        angaben.add(hier + "url", VERZEICHNIS::ldaps);
        angaben.add(hier + "konto", () -> Verzeichnis.KONTO);
        angaben.add(hier + "passwort", () -> Verzeichnis.PASSWORT);
        angaben.add(hier + "personen", () -> "ou=personen");
        angaben.add(hier + "gruppen", () -> "ou=gruppen");
    }

    @AfterAll
    static void ende() {
        VERZEICHNIS.beende();
    }

    private Browser.Seite meldeAn(String kennung, String passwort) {
        return new Browser(port).meldeHierAn(kennung, passwort);
    }

    private Stream<String> rollen(String kennung) {
        return konten.createGroupQuery().groupMember(kennung).list().stream().map(Group::getId);
    }

    @Test
    @DisplayName("Wer dort ein Konto und eine Rolle hat, findet hier die eigenen Aufgaben, auf der Anmeldeseite wie über die Schnittstelle")
    void anmelden() {
        VERZEICHNIS.person("anna", PASSWORT, "ik-kaemmerei", "betriebssport");
        VERZEICHNIS.person("bert", PASSWORT, "IK-Personal");
        String vorgang = fremd.bereit().neuerVorgang();

        assertThat(rest.als("anna").get(AUFGABEN + vorgang).json()).hasSize(1);
        assertThat(rest.als("bert").get(AUFGABEN + vorgang).json()).isEmpty();
        assertThat(rest.inTasklist("anna").get("/api/akten").status()).isEqualTo(200);
        assertThat(rollen("anna")).containsExactly("kaemmerei");
        assertThat(konten.createUserQuery().userId("anna").singleResult().getLastName()).isEqualTo("Muster-anna");
        assertThat(konten.createTenantQuery().userMember("anna").list()).extracting(Tenant::getId).containsExactly("09999999");
    }

    @Test
    @DisplayName("Eine dort entzogene Rolle ist hier bei der nächsten Anmeldung weg, eine neue ist da")
    void rolleEntzogen() {
        VERZEICHNIS.person("dora", PASSWORT, "ik-kaemmerei");
        String vorgang = fremd.bereit().neuerVorgang();
        assertThat(rest.als("dora").get(AUFGABEN + vorgang).json()).hasSize(1);

        VERZEICHNIS.ausGruppe("dora", "ik-kaemmerei");
        VERZEICHNIS.inGruppe("dora", "ik-hauptamt");

        assertThat(rest.als("dora").get(AUFGABEN + vorgang).json()).isEmpty();
        assertThat(rollen("dora")).containsExactly("hauptamt");
    }

    @Test
    @DisplayName("Was sie mit der dort entzogenen Rolle übernommen hatte, liegt wieder bei der Rolle")
    void aufgabeZurueck() {
        VERZEICHNIS.person("lotte", PASSWORT, "ik-kaemmerei");
        String vorgang = fremd.bereit().neuerVorgang();
        String aufgabe = rest.als("lotte").get(AUFGABEN + vorgang).json().get(0).get("id").asText();
        assertThat(rest.als("lotte").post("/engine-rest/task/" + aufgabe + "/claim", Map.of("userId", "lotte")).status()).isEqualTo(204);

        VERZEICHNIS.ausGruppe("lotte", "ik-kaemmerei");
        VERZEICHNIS.inGruppe("lotte", "ik-hauptamt");

        assertThat(meldeAn("lotte", PASSWORT).status()).isEqualTo(200);
        assertThat(rest.als("admin").get("/engine-rest/task/" + aufgabe).json().get("assignee").isNull()).isTrue();
    }

    @Test
    @DisplayName("Ohne eine bekannte Rolle sagt die Anmeldung, was zu tun ist; es entsteht kein Konto")
    void ohneRolle() {
        VERZEICHNIS.person("emil", PASSWORT, "betriebssport");

        Browser.Seite seite = meldeAn("emil", PASSWORT);
        Rest.Antwort basic = rest.als("emil").get("/engine-rest/task");

        assertThat(seite.status()).isEqualTo(403);
        assertThat(Rest.lies(seite.text()).get("message").asText()).isEqualTo(Absage.KEINE_ROLLE.satz());
        assertThat(basic.status()).isEqualTo(403);
        assertThat(basic.json().get("detail").asText()).isEqualTo(Absage.KEINE_ROLLE.satz());
        assertThat(konten.createUserQuery().userId("emil").count()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "*)(uid=*", "*)(uid=*))(|(uid=*", "frieda)(objectClass=*", "fried*", "frieda\0", "frieda,ou=personen",
            "\\66rieda", "frieda)(|(cn=*"})
    @DisplayName("Zeichen, die für das Verzeichnis etwas bedeuten, bedeuten in einer Kennung nichts")
    void eingeschleustes(String kennung) {
        if (VERZEICHNIS.fehlt("frieda")) {
            VERZEICHNIS.person("frieda", PASSWORT, "ik-kaemmerei");
        }

        assertThat(meldeAn(kennung, PASSWORT).status()).isEqualTo(401);
        assertThat(rest.als(kennung).get("/engine-rest/task").status()).isEqualTo(401);
        assertThat(meldeAn("frieda", PASSWORT).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("Ein leeres Passwort öffnet nichts, obwohl Verzeichnisse es als Besuch ohne Anmeldung annehmen")
    void leeresPasswort() {
        VERZEICHNIS.person("gerda", PASSWORT, "ik-kaemmerei");
        VERZEICHNIS.person("ohne", "", "ik-kaemmerei");

        for (String kennung : new String[] {"gerda", "ohne"}) {
            assertThat(meldeAn(kennung, "").status()).isEqualTo(401);
        }
        assertThat(konten.checkPassword("gerda", null)).isFalse();
        assertThat(konten.createUserQuery().userIdIn("gerda", "ohne").count()).isZero();
    }

    @Test
    @DisplayName("Nach falschen Passwörtern ist auch ein Konto aus dem Verzeichnis eine Weile gesperrt")
    void sperre() {
        VERZEICHNIS.person("hans", PASSWORT, "ik-kaemmerei");
        assertThat(meldeAn("hans", PASSWORT).status()).isEqualTo(200);

        assertThat(meldeAn("hans", "falsch").status()).isEqualTo(401);
        assertThat(meldeAn("hans", PASSWORT).status()).as("gesperrt").isEqualTo(401);

        ClockUtil.offset(ClockUtil.getCurrentTime().getTime() - System.currentTimeMillis() + 60_000);
        assertThat(meldeAn("hans", PASSWORT).status()).isEqualTo(200);
        assertThat(meldeAn("hans", PASSWORT).status()).as("keine Fehlversuche mehr gezählt").isEqualTo(200);
    }

    @Test
    @DisplayName("Niemand übernimmt dort ein Konto, das hier angelegt ist")
    void uebernahme() {
        VERZEICHNIS.person("sitzungsdienst", "Verzeichnis-Passwort-1", "ik-hauptamt");

        assertThat(meldeAn("sitzungsdienst", "Verzeichnis-Passwort-1").status()).isEqualTo(401);
        assertThat(rollen("sitzungsdienst")).containsExactly("sitzungsdienst");
    }

    @Test
    @DisplayName("Schweigt das Verzeichnis, sagt die Anmeldung das, und die hiesige Administration kommt herein")
    void verzeichnisSchweigt() {
        VERZEICHNIS.person("ida", PASSWORT, "ik-kaemmerei");

        VERZEICHNIS.waehrendEsSchweigt(() -> {
            Browser.Seite seite = meldeAn("ida", PASSWORT);
            assertThat(seite.status()).isEqualTo(503);
            assertThat(Rest.lies(seite.text()).get("message").asText()).isEqualTo(LdapVerzeichnis.NICHT_ERREICHBAR);
            assertThat(rest.als("ida").get("/engine-rest/task").status()).isEqualTo(503);
            assertThat(rest.als("ida").get("/api/akten").status()).isEqualTo(503);
            assertThat(meldeAn("admin", PASSWORT).status()).isEqualTo(200);
        });
        assertThat(meldeAn("ida", PASSWORT).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("Die Kennung gilt, wie das Verzeichnis sie schreibt: zweimal geschrieben ergibt sie nicht zwei Konten")
    void schreibweise() {
        VERZEICHNIS.person("jana", PASSWORT, "ik-kaemmerei");

        Browser.Seite gross = meldeAn("JANA", PASSWORT);

        assertThat(gross.status()).isEqualTo(401);
        assertThat(Rest.lies(gross.text()).get("message").asText()).contains("Kleinbuchstaben");
        assertThat(konten.createUserQuery().userIdIn("JANA", "jana").count()).isZero();
    }

    @Test
    @DisplayName("Ein geändertes Passwort gilt sofort, das alte nicht mehr, und hier lässt sich keines setzen")
    void passwortGeaendert() {
        VERZEICHNIS.person("kurt", PASSWORT, "ik-kaemmerei");
        assertThat(meldeAn("kurt", PASSWORT).status()).isEqualTo(200);
        VERZEICHNIS.passwort("kurt", "Neues-Passwort-2");
        var konto = konten.createUserQuery().userId("kurt").singleResult();
        konto.setPassword("Ganz-Sicher-2026");
        konten.saveUser(konto);

        assertThat(meldeAn("kurt", "Neues-Passwort-2").status()).isEqualTo(200);
        assertThat(meldeAn("kurt", "Ganz-Sicher-2026").status()).isEqualTo(401);
    }
}
