package de.integrationskonzept.vertretung;

import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import de.integrationskonzept.prozess.Spiel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.spin.Spin;
import org.camunda.spin.plugin.variable.SpinValues;
import org.junit.jupiter.api.AfterEach;
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
@Tag("I3")
@DisplayName("I3: Wer auf Dauer geht, übergibt alles in einem Schritt")
class NachfolgeTest {

    private static final String IB = "integrationsbeauftragte";

    @Autowired
    private Kollegium kollegium;
    @Autowired
    private Rest rest;
    @Autowired
    private Spiel spiel;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private Zustaendigkeiten zustaendigkeiten;

    private final LocalDate heute = LocalDate.of(2026, 11, 24);
    private String rolle;
    private String alma;
    private String nora;
    private String sven;

    @BeforeEach
    void kollegium() {
        rolle = kollegium.rolle();
        alma = kollegium.person("Alma", IB, rolle);
        nora = kollegium.person("Nora", Kollegium.ALLE);
        sven = kollegium.person("Sven", Kollegium.ALLE);
    }

    @AfterEach
    void nachHause() {
        kollegium.gehtNachHause();
    }

    private Rest.Antwort uebergib(String wer, String von, String an) {
        return rest.als(wer).post("/api/uebergaben", Map.of("von", von, "an", an));
    }

    /** A file that names Alma, with an open task that she has taken, and a confidential one. */
    private Spiel.Akte akte() {
        Spiel.Akte akte = spiel.beginne(stadt()).spieleBis(gut(), "ressourcen-planen", "interessen-notieren");
        kollegium.uebernimmt(alma, akte.aufgabe("ressourcen-planen").getId());
        kollegium.uebernimmt(alma, akte.aufgabe("interessen-notieren").getId());
        engine.getRuntimeService().setVariable(akte.id(), "federfuehrung", "Alma Probe");
        engine.getRuntimeService().setVariable(akte.id(), "feldergebnisse", Spin.JSON("[{\"feld\": \"Sprache\", \"leitung\": \"Alma Probe\", "
                + "\"leitungKennung\": \"" + alma + "\", \"beschreibung\": \"Alma Probe hat begonnen\"}]"));
        return akte;
    }

    @Test
    @DisplayName("Die Administration übergibt Rollen, Aufgaben und Namen in allen Akten, auch was gerade in Vertretung ist; was niemand lesen kann, hindert sie nicht")
    void administration() {
        Spiel.Akte eine = akte();
        Spiel.Akte andere = akte();
        engine.getRuntimeService().setVariable(eine.id(), "kaputt", SpinValues.jsonValue("{ \"federfuehrung\"").create());
        String eigene = kollegium.aufgabe(alma, rolle, false);
        String alsVertretung = kollegium.aufgabe(sven, null, false);
        kollegium.fehlt("vorgesetzte", sven, heute, heute.plusDays(3), alma);
        kollegium.fehlt("vorgesetzte", alma, heute.plusDays(1), heute.plusDays(9), sven);
        assertThat(kollegium.bei(alsVertretung)).isEqualTo(alma);

        Rest.Antwort antwort = uebergib("admin", alma, nora);

        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        assertThat(engine.getIdentityService().createGroupQuery().groupMember(nora).list()).extracting("id").contains(IB, rolle);
        for (Spiel.Akte akte : List.of(eine, andere)) {
            assertThat(akte.aufgabe("ressourcen-planen").getAssignee()).isEqualTo(nora);
            assertThat(akte.aufgabe("interessen-notieren").getAssignee()).isEqualTo(nora);
            assertThat(akte.wert("federfuehrung")).isEqualTo("Nora Probe");
            assertThat(akte.wert("feldergebnisse").toString()).contains("leitung=Nora Probe", "leitungKennung=" + nora,
                    "beschreibung=Alma Probe hat begonnen");
        }
        assertThat(List.of(kollegium.bei(eigene), kollegium.bei(alsVertretung))).as("also what she did for somebody else").containsOnly(nora);
        assertThat(kollegium.sieht(alma, eigene)).isFalse();
        String liste = antwort.json().path("liste").asText();
        assertThat(liste).contains("Übergabeliste: Alma Probe", "Federführung", "Ressourcen", "Sven Probe", "vertrauliche Aufgaben, die hier nicht")
                .doesNotContain("Interessen", alma);
        assertThat(jdbc.queryForMap("select NEUE_PERSON, VERANLASST_VON from IK_UEBERGABE where ABGEBENDE_PERSON = ?", alma))
                .containsEntry("NEUE_PERSON", nora).containsEntry("VERANLASST_VON", "admin");
        kollegium.esWird(heute.plusDays(4), 6);
        assertThat(kollegium.bei(alsVertretung)).as("Sven is back").isEqualTo(sven);
    }

    @Test
    @DisplayName("Vorgesetzte übergeben Aufgaben und Namen, aber keine Rolle: was die neue Person nicht darf, geht an seine Stelle zurück")
    void vorgesetzte() {
        Spiel.Akte akte = akte();
        String aufgabe = kollegium.aufgabe(alma, Kollegium.ALLE, false);
        Rest.Antwort antwort = uebergib("vorgesetzte", alma, nora);
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        assertThat(kollegium.bei(aufgabe)).isEqualTo(nora);
        assertThat(akte.aufgabe("interessen-notieren").getAssignee()).as("confidential").isNull();
        assertThat(kollegium.sieht(nora, akte.aufgabe("interessen-notieren").getId())).isFalse();
        assertThat(akte.wert("federfuehrung")).isEqualTo("Nora Probe");
        assertThat(engine.getIdentityService().createGroupQuery().groupMember(nora).list()).extracting("id").containsExactly(Kollegium.ALLE);
        assertThat(antwort.json().path("zurueck").asInt()).isGreaterThanOrEqualTo(2);
    }

    @Test
    @DisplayName("Die Mappe gibt es auch vorher, für Vorgesetzte und die Administration allein; Namen darin bleiben Text")
    void liste() {
        var boese = engine.getIdentityService().createUserQuery().userId(alma).singleResult();
        boese.setLastName("<script>alert(1)</script>");
        engine.getIdentityService().saveUser(boese);
        Rest.Antwort liste = rest.als("vorgesetzte").get("/api/uebergaben/" + alma + "/liste");
        assertThat(liste.art()).startsWith("text/html");
        assertThat(liste.text()).contains("&lt;script&gt;").doesNotContain("<script>");
        assertThat(rest.als(alma).get("/api/uebergaben/" + alma + "/liste").status()).isEqualTo(403);
        assertThat(rest.als("vorgesetzte").get("/api/uebergaben/gibt-es-nicht/liste").status()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "[]", "{\"von\": 1}", "{\"von\": \"x\\u0000\", \"an\": \"y\"}"})
    @DisplayName("Ein beliebiger Inhalt wird abgelehnt")
    void feindlich(String inhalt) {
        assertThat(rest.als("admin").post("/api/uebergaben", inhalt).status()).isBetween(400, 404);
        assertThat(rest.ohneAnmeldung().post("/api/uebergaben", inhalt).status()).isEqualTo(401);
    }

    @Test
    @DisplayName("An sich selbst, an Unbekannte und durch Unbefugte wird nichts übergeben")
    void abgelehnt() {
        assertThat(uebergib("admin", alma, alma).status()).isEqualTo(400);
        assertThat(uebergib("admin", alma, "gibt-es-nicht").status()).isEqualTo(400);
        assertThat(uebergib("admin", "gibt-es-nicht", alma).status()).isEqualTo(404);
        assertThat(uebergib("vorgesetzte", alma, "modellpflege").status()).isEqualTo(400);
        assertThat(uebergib(alma, alma, nora).status()).isEqualTo(403);
        assertThat(jdbc.queryForObject("select count(*) from IK_UEBERGABE where ABGEBENDE_PERSON = ?", Integer.class, alma)).isZero();
    }

    @Test
    @DisplayName("Was „Akte nachtragen“ in einer Akte umbenennt, benennt auch dieser Schritt um")
    void gleicheStellen() throws Exception {
        String modell = Files.readString(Path.of("bpmn/nachtragen/nachtragen.bpmn"));
        String namen = modell.replaceAll("(?s).*akte\\.uebergib\\('([^']*)'\\).*", "$1");
        assertThat(zustaendigkeiten.zustaendigkeiten().keySet()).isEqualTo(Set.of(namen.split(",")));
    }
}
