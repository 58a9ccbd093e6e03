package de.integrationskonzept.anmeldung;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Fremd;
import de.integrationskonzept.Rest;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@Anwendungstest
@DirtiesContext
@ActiveProfiles({"demo", "oidc"})
@Tag("eigene-anwendung")
@DisplayName("Anmeldung über den Anmeldedienst der Verwaltung (OpenID Connect)")
class OidcAnmeldungTest {

    private static final Anbieter ANBIETER = new Anbieter();
    private static final String AUFGABEN = "/camunda/api/engine/engine/default/task?processInstanceId=";

    @Autowired
    private Fremd fremd;
    @Autowired
    private IdentityService konten;
    @LocalServerPort
    private int port;

    @DynamicPropertySource
    static void anbieter(DynamicPropertyRegistry angaben) {
        ANBIETER.richteEin(angaben);
        angaben.add("integrationskonzept.anmeldung.herkunft.kommune", () -> "kommune");
        angaben.add("integrationskonzept.anmeldung.kommunen[0].wert", () -> "Musterstadt");
        angaben.add("integrationskonzept.anmeldung.kommunen[0].kommune", () -> "09999999");
        angaben.add("integrationskonzept.anmeldung.rollen[0].gruppe", () -> "Amt 10 Organisation");
        angaben.add("integrationskonzept.anmeldung.rollen[0].rolle", () -> "hauptamt");
    }

    @AfterEach
    void wahrheit() {
        ANBIETER.sageDieWahrheit();
    }

    @AfterAll
    static void ende() {
        ANBIETER.beende();
    }

    private Browser angemeldet(String person, Map<String, Object> claims) {
        Browser browser = new Browser(port);
        Browser.Seite angekommen = browser.folge(Anbieter.meldeAn(browser, person, claims));
        assertThat(angekommen.status()).as(angekommen.text()).isEqualTo(302);
        return browser;
    }

    private Stream<String> rollen(String kennung) {
        return konten.createGroupQuery().groupMember(kennung).list().stream().map(Group::getId);
    }

    private void bliebDraussen(Browser browser, String kennung) {
        assertThat(browser.oeffne("/api/akten").status()).isEqualTo(401);
        assertThat(konten.createUserQuery().userId(kennung).count()).isZero();
    }

    @Test
    @DisplayName("Wer sich dort anmeldet, findet hier die Aufgaben der eigenen Rollen, und nur diese")
    void anmelden() {
        String vorgang = fremd.bereit().neuerVorgang();

        Browser kaemmerei = angemeldet("s-anna", Anbieter.person("anna", "IK-Kaemmerei", "Betriebssport"));
        Browser andere = angemeldet("s-bert", Anbieter.person("bert", "ik-personal"));

        assertThat(Rest.lies(kaemmerei.oeffne(AUFGABEN + vorgang).text())).hasSize(1);
        assertThat(Rest.lies(andere.oeffne(AUFGABEN + vorgang).text())).isEmpty();
        assertThat(kaemmerei.oeffne("/api/akten").status()).isEqualTo(200);
        assertThat(kaemmerei.oeffne("/").ort()).endsWith("/camunda/app/tasklist/default/");
        assertThat(rollen("anna")).containsExactly("kaemmerei");
        assertThat(konten.createUserQuery().userId("anna").singleResult().getLastName()).isEqualTo("Muster-anna");
        assertThat(konten.createTenantQuery().userMember("anna").list()).extracting(Tenant::getId).containsExactly("09999999");
    }

    @Test
    @DisplayName("Der Anmeldedienst sieht Zustand, Einmalwert und PKCE, und die Sitzung ist danach eine neue")
    void sichererAblauf() {
        Browser browser = new Browser(port);
        Browser.Seite anfrage = browser.folge(browser.oeffne("/anmeldung/weiter"));
        String vorher = browser.keks("JSESSIONID");

        Browser.Seite zurueck = Anbieter.beimAnbieter(browser, anfrage, "s-carla", Anbieter.person("carla", "ik-kaemmerei"));
        Browser.Seite angekommen = browser.folge(zurueck);

        assertThat(anfrage.fragen()).containsKeys("state", "nonce", "code_challenge").containsEntry("code_challenge_method", "S256")
                .containsEntry("response_type", "code");
        assertThat(angekommen.status()).isEqualTo(302);
        assertThat(browser.keks("JSESSIONID")).isNotEqualTo(vorher);
        assertThat(angekommen.kopf().allValues("Set-Cookie")).anySatisfy(keks -> assertThat(keks).startsWith("JSESSIONID=")
                .containsIgnoringCase("HttpOnly").containsIgnoringCase("SameSite=Lax"));
    }

    @Test
    @DisplayName("Eine dort entzogene Rolle ist hier bei der nächsten Anmeldung weg, eine neue ist da")
    void rolleEntzogen() {
        String vorgang = fremd.bereit().neuerVorgang();
        assertThat(Rest.lies(angemeldet("s-dora", Anbieter.person("dora", "ik-kaemmerei")).oeffne(AUFGABEN + vorgang).text())).hasSize(1);

        Browser danach = angemeldet("s-dora", Anbieter.person("dora", "Amt 10 Organisation"));

        assertThat(Rest.lies(danach.oeffne(AUFGABEN + vorgang).text())).isEmpty();
        assertThat(rollen("dora")).containsExactly("hauptamt");
    }

    @Test
    @DisplayName("Wer dort alle Rollen verliert, kommt nicht mehr herein und hat auch hier keine mehr")
    void alleRollenEntzogen() {
        angemeldet("s-emil", Anbieter.person("emil", "ik-kaemmerei"));
        Browser browser = new Browser(port);

        Browser.Seite seite = browser.folge(Anbieter.meldeAn(browser, "s-emil", Anbieter.person("emil")));

        assertThat(seite.status()).isEqualTo(403);
        assertThat(rollen("emil")).isEmpty();
        assertThat(browser.oeffne("/api/akten").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @CsvSource({"ohne-gruppe,''", "fremde-gruppe,Betriebssport", "rollenname,kaemmerei", "verwaltung,ik-camunda-admin",
            "administration,camunda-admin"})
    @DisplayName("Ohne eine bekannte Rolle sagt eine Seite auf Deutsch, was zu tun ist; es entsteht weder Sitzung noch Konto")
    void ohneRolle(String kennung, String gruppe) {
        Browser browser = new Browser(port);

        Browser.Seite seite = browser.folge(Anbieter.meldeAn(browser, "s-" + kennung, Anbieter.person(kennung, gruppe)));

        assertThat(seite.status()).isEqualTo(403);
        assertThat(seite.text()).contains("lang=\"de\"", "Bitte wenden Sie sich an die IT Ihrer Verwaltung").doesNotContain(kennung);
        assertThat(seite.kopf().firstValue("Content-Security-Policy")).isPresent();
        bliebDraussen(browser, kennung);
    }

    @Test
    @DisplayName("Ohne eine Kommune, die hier geführt wird, kommt niemand herein")
    void fremdeKommune() {
        Browser browser = new Browser(port);
        Map<String, Object> claims = Anbieter.person("frieda", "ik-kaemmerei");
        claims.put("kommune", "Anderswo");

        Browser.Seite seite = browser.folge(Anbieter.meldeAn(browser, "s-frieda", claims));

        assertThat(seite.status()).isEqualTo(403);
        assertThat(seite.text()).contains("keiner Kommune");
        bliebDraussen(browser, "frieda");
    }

    @ParameterizedTest
    @ValueSource(strings = {"admin", "Admin", "kaemmerei"})
    @DisplayName("Niemand übernimmt dort ein Konto, das hier angelegt ist, auch nicht in anderer Schreibweise")
    void uebernahme(String kennung) {
        var vorher = rollen(kennung.toLowerCase()).toList();
        Browser browser = new Browser(port);

        Browser.Seite seite = browser.folge(Anbieter.meldeAn(browser, "s-" + kennung, Anbieter.person(kennung, "ik-hauptamt")));

        assertThat(seite.status()).isEqualTo(403);
        assertThat(seite.text()).contains("schon für ein anderes Konto vergeben");
        assertThat(browser.oeffne("/api/akten").status()).isEqualTo(401);
        assertThat(rollen(kennung.toLowerCase())).containsExactlyElementsOf(vorher);
        assertThat(konten.createUserQuery().userId(kennung.toLowerCase()).singleResult().getLastName()).doesNotStartWith("Muster-");
        assertThat(new Browser(port).meldeHierAn(kennung.toLowerCase(), Anwendungstest.PASSWORT).status()).isEqualTo(200);
    }

    @Test
    @DisplayName("Eine neu vergebene Kennung führt nicht in das Konto ihrer früheren Besitzerin")
    void neuVergebeneKennung() {
        angemeldet("s-gerda", Anbieter.person("g.muster", "ik-kaemmerei"));
        Browser nachfolger = new Browser(port);

        Browser.Seite seite = nachfolger.folge(Anbieter.meldeAn(nachfolger, "s-gustav", Anbieter.person("g.muster", "ik-kaemmerei")));

        assertThat(seite.status()).isEqualTo(403);
        assertThat(nachfolger.oeffne("/api/akten").status()).isEqualTo(401);
    }

    @ParameterizedTest
    @ValueSource(strings = {"mit leer", "<script>", "a/b", ""})
    @DisplayName("Eine unbrauchbare Kennung ergibt eine Seite, kein Konto")
    void unbrauchbareKennung(String kennung) {
        Browser browser = new Browser(port);

        Browser.Seite seite = browser.folge(Anbieter.meldeAn(browser, "s-x", Anbieter.person(kennung, "ik-kaemmerei")));

        assertThat(seite.status()).isEqualTo(403);
        assertThat(seite.text()).doesNotContain("<script");
        bliebDraussen(browser, kennung);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    @DisplayName("Ein Ausweis mit falschen Angaben öffnet nichts")
    void falscheAngaben(String angabe, Object wert) {
        Browser browser = new Browser(port);
        Map<String, Object> claims = Anbieter.person("falsch-" + angabe, "ik-kaemmerei");
        claims.put(angabe, wert);

        Browser.Seite seite = browser.folge(Anbieter.meldeAn(browser, "s-falsch", claims));

        abgewiesen(browser, seite, "falsch-" + angabe);
    }

    static Stream<Arguments> falscheAngaben() {
        return Stream.of(Arguments.of("iss", "http://localhost/anderer"),
                Arguments.of("aud", "eine-andere-anwendung"),
                Arguments.of("nonce", "von-gestern"),
                Arguments.of("exp", Instant.now().minusSeconds(600).getEpochSecond()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    @DisplayName("Ein veränderter, fremder oder nicht unterschriebener Ausweis öffnet nichts")
    void gefaelscht(String art, UnaryOperator<String> faelschung) {
        ANBIETER.faelsche(antwort -> {
            ObjectNode tokens = (ObjectNode) Rest.lies(antwort);
            tokens.put("id_token", faelschung.apply(tokens.get("id_token").asText()));
            return Rest.schreibe(tokens);
        });
        Browser browser = new Browser(port);

        Browser.Seite seite = browser.folge(Anbieter.meldeAn(browser, "s-faelscher", Anbieter.person("faelscher", "ik-kaemmerei")));

        abgewiesen(browser, seite, "faelscher");
    }

    static Stream<Arguments> gefaelscht() {
        return Stream.of(
                fall("Unterschrift verändert", token -> token.substring(0, token.length() - 8) + "AAAAAAAA"),
                fall("Inhalt verändert", token -> Token.mit(token, "preferred_username", "admin")),
                fall("ohne Unterschrift", Token::ohneUnterschrift),
                fall("fremder Schlüssel", token -> ANBIETER.fremdesToken(Token.angaben(token))));
    }

    private static Arguments fall(String name, UnaryOperator<String> faelschung) {
        return Arguments.of(name, faelschung);
    }

    private void abgewiesen(Browser browser, Browser.Seite seite, String kennung) {
        assertThat(seite.status()).as(seite.text()).isEqualTo(401);
        assertThat(seite.text()).contains("Die Anmeldung hat nicht geklappt", "Bitte versuchen Sie es noch einmal");
        bliebDraussen(browser, kennung);
    }

    @Test
    @DisplayName("Ein Rückweg, den hier niemand begonnen hat oder mit anderem Zustand, öffnet nichts")
    void fremderRueckweg() {
        Browser opfer = new Browser(port);
        Browser.Seite zurueck = Anbieter.meldeAn(new Browser(port), "s-angreifer", Anbieter.person("angreifer", "ik-kaemmerei"));
        abgewiesen(opfer, opfer.folge(zurueck), "angreifer");

        Browser browser = new Browser(port);
        String adresse = Anbieter.meldeAn(browser, "s-angreifer", Anbieter.person("angreifer", "ik-kaemmerei")).ziel().toString();
        abgewiesen(browser, browser.oeffne(adresse.replaceAll("state=[^&]*", "state=anders")), "angreifer");
    }

    @Test
    @DisplayName("Ein Code gilt nur einmal")
    void codeZweimal() {
        Browser browser = new Browser(port);
        Browser.Seite zurueck = Anbieter.meldeAn(browser, "s-hans", Anbieter.person("hans", "ik-kaemmerei"));
        assertThat(browser.folge(zurueck).status()).isEqualTo(302);

        assertThat(browser.folge(zurueck).status()).isEqualTo(401);
    }

    @Test
    @DisplayName("Abmelden beendet die Sitzung hier und danach die beim Anmeldedienst")
    void abmelden() {
        Browser browser = angemeldet("s-ida", Anbieter.person("ida", "ik-kaemmerei"));
        browser.oeffne("/camunda/app/tasklist/default/");
        assertThat(browser.schicke("/camunda/api/admin/auth/user/default/logout", Map.of()).status()).isEqualTo(200);
        assertThat(browser.oeffne("/api/akten").status()).isEqualTo(401);
        String sitzung = browser.keks("JSESSIONID");

        Browser.Seite ende = browser.oeffne("/anmeldung/weiter");

        assertThat(ende.ort()).startsWith(ANBIETER.abmeldeadresse());
        assertThat(ende.fragen()).containsKey("id_token_hint")
                .containsEntry("post_logout_redirect_uri", "http://127.0.0.1:" + port + "/anmeldung/abgemeldet");
        assertThat(browser.oeffne("/anmeldung/abgemeldet").text()).contains("Sie sind abgemeldet");
        browser.oeffne("/anmeldung/weiter");
        assertThat(browser.keks("JSESSIONID")).isNotEqualTo(sitzung);
    }

    @ParameterizedTest
    @CsvSource({"/camunda/app/tasklist/default/#/?task=1,/camunda/app/tasklist/default/#/?task=1", "https://anderswo.example/,/",
            "//anderswo.example/,/", "/camunda/app/../../x,/", "/engine-rest/task,/", "/camunda/app/tasklist/default/\\x,/",
            "/camunda/app/tasklist/default/%0d%0aSet-Cookie:x,/camunda/app/tasklist/default/%0d%0aSet-Cookie:x"})
    @DisplayName("Nach der Anmeldung geht es zur gewünschten Seite weiter, aber nie aus der Anwendung hinaus")
    void ziel(String gewuenscht, String erwartet) {
        Browser browser = new Browser(port);
        Browser.Seite los = browser.oeffne("/anmeldung/weiter?ziel=" + URLEncoder.encode(gewuenscht, StandardCharsets.UTF_8));

        Browser.Seite angekommen = browser.folge(Anbieter.beimAnbieter(browser, browser.folge(los), "s-jana",
                Anbieter.person("jana", "ik-kaemmerei")));

        assertThat(angekommen.ort()).isEqualTo("http://127.0.0.1:" + port + erwartet);
    }

    @Test
    @DisplayName("Wer von dort kommt, hat hier kein Passwort, auch nicht eines, das die Administration setzt")
    void keinPasswort() {
        angemeldet("s-kurt", Anbieter.person("kurt", "ik-kaemmerei"));
        var konto = konten.createUserQuery().userId("kurt").singleResult();
        konto.setPassword("Ganz-Sicher-2026");
        konten.saveUser(konto);

        assertThat(new Browser(port).meldeHierAn("kurt", "Ganz-Sicher-2026").status()).isEqualTo(401);
        assertThat(new Browser(port).meldeHierAn("kurt", "").status()).isEqualTo(401);
    }

    @Test
    @DisplayName("Die Schnittstelle für Technik bleibt bei hiesigen Konten und kennt die Sitzung nicht")
    void schnittstelle() {
        assertThat(angemeldet("s-lena", Anbieter.person("lena", "ik-kaemmerei")).oeffne("/engine-rest/task").status()).isEqualTo(401);
        assertThat(fremd.rest().als("admin").get("/engine-rest/task?maxResults=1").status()).isEqualTo(200);
    }

    @Test
    @DisplayName("Die Anmeldeseite leitet weiter; mit „?lokal“ bleibt sie für hiesige Konten")
    void skript() {
        assertThat(new Browser(port).oeffne("/camunda/app/welcome/scripts/anmeldung.js").text()).contains("/anmeldung/weiter", "lokal");
        assertThat(new Browser(port).oeffne("/anmeldung/seite.css").status()).isEqualTo(200);
    }
}
