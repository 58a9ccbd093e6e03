package de.integrationskonzept.engine;

import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import de.integrationskonzept.prozess.Spiel;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

@Anwendungstest
@DisplayName("Am Zugriffsprotokoll ändert niemand unbemerkt etwas")
class ZugriffsketteTest {

    @Autowired
    private AccessLog log;
    @Autowired
    private Rest rest;
    @Autowired
    private Spiel spiel;
    @Autowired
    private JdbcTemplate jdbc;

    private List<Map<String, Object>> vorher;
    private Map<String, Object> ende;

    /** Some entries; what a test then breaks is mended afterwards, for the tests that follow. */
    @BeforeEach
    void eintraege() {
        rest.als("admin").get("/api/zugriffe/pruefung");
        IntStream.range(0, 4).forEach(i -> log.reads("person" + UUID.randomUUID(), "Probe", Set.of("gibt-es-nicht-mehr")));
        vorher = jdbc.queryForList("select * from IK_ZUGRIFF order by NUMMER");
        ende = jdbc.queryForMap("select * from IK_ZUGRIFF_ENDE");
        assertThat(pruefung().path("intakt").asBoolean()).isTrue();
    }

    @AfterEach
    void wiederhergestellt() {
        heimlich("delete from IK_ZUGRIFF");
        vorher.forEach(zeile -> jdbc.update("insert into IK_ZUGRIFF (" + String.join(", ", zeile.keySet()) + ") values ("
                + String.join(", ", java.util.Collections.nCopies(zeile.size(), "?")) + ")", zeile.values().toArray()));
        jdbc.update("update IK_ZUGRIFF_ENDE set NUMMER = ?, PRUEFSUMME = ?", ende.get("NUMMER"), ende.get("PRUEFSUMME"));
        assertThat(pruefung().path("intakt").asBoolean()).isTrue();
    }

    private static boolean postgresql() {
        return "postgresql".equals(System.getProperty("datenbank"));
    }

    /** As the owner of the database could. */
    private void heimlich(String sql, Object... werte) {
        if (postgresql()) {
            jdbc.execute("alter table IK_ZUGRIFF disable trigger all");
        }
        jdbc.update(sql, werte);
        if (postgresql()) {
            jdbc.execute("alter table IK_ZUGRIFF enable trigger all");
        }
    }

    private JsonNode pruefung() {
        return rest.als("admin").get("/api/zugriffe/pruefung").json();
    }

    private long letzte() {
        return ((Number) ende.get("NUMMER")).longValue();
    }

    private void gefunden(long nummer, String satz) {
        JsonNode pruefung = pruefung();
        assertThat(pruefung.path("intakt").asBoolean()).isFalse();
        assertThat(pruefung.path("nummer").asLong()).isEqualTo(nummer);
        assertThat(pruefung.path("satz").asText()).startsWith("Der Eintrag Nummer " + nummer + " ").contains(satz).endsWith(".");
    }

    @Test
    @DisplayName("Unverändert: ein deutscher Satz, die Zahl der Einträge und die letzte Prüfsumme zum Aufschreiben")
    void unveraendert() {
        JsonNode pruefung = pruefung();
        assertThat(pruefung.path("satz").asText()).isEqualTo("Das Zugriffsprotokoll ist vollständig und unverändert. Geprüfte Einträge: "
                + letzte() + ".");
        assertThat(pruefung.path("pruefsumme").asText()).isEqualTo(ende.get("PRUEFSUMME"));
    }

    @Test
    @DisplayName("Ein geänderter Eintrag wird gefunden, in jeder Spalte")
    void geaendert() {
        for (String aenderung : List.of("PERSON = 'jemand'", "KOMMUNE = 'andere'", "AKTENZEICHEN = 'anders'", "ART = 'anders'",
                "PROZESSINSTANZ = null", "VERTRAULICH = true", "ZEITPUNKT = timestamp '2020-01-01 00:00:00'", "VORHER = repeat('0', 64)",
                "PRUEFSUMME = repeat('0', 64)")) {
            heimlich("update IK_ZUGRIFF set " + aenderung + " where NUMMER = ?", letzte() - 1);
            gefunden(letzte() - 1, "geändert");
            wiederhergestellt();
        }
    }

    @Test
    @DisplayName("Ein gelöschter Eintrag wird gefunden, auch der erste und der letzte")
    void geloescht() {
        for (long nummer : List.of(1L, letzte() - 2, letzte())) {
            heimlich("delete from IK_ZUGRIFF where NUMMER = ?", nummer);
            gefunden(nummer, "fehlt");
            wiederhergestellt();
        }
        heimlich("delete from IK_ZUGRIFF");
        gefunden(1, "fehlt");
    }

    @Test
    @DisplayName("Ein eingefügter Eintrag wird gefunden, in der Mitte und am Ende")
    void eingefuegt() {
        heimlich("insert into IK_ZUGRIFF select NUMMER + 1, ZEITPUNKT, PERSON, KOMMUNE, PROZESSINSTANZ, AKTENZEICHEN, ART, VERTRAULICH, "
                + "PRUEFSUMME, VORHER from IK_ZUGRIFF where NUMMER = ?", letzte());
        gefunden(letzte() + 1, "eingefügt");
        wiederhergestellt();
        heimlich("update IK_ZUGRIFF set NUMMER = NUMMER + 1000000 where NUMMER >= ?", letzte() - 1);
        heimlich("update IK_ZUGRIFF set NUMMER = NUMMER - 1000000 + 1 where NUMMER >= 1000000");
        heimlich("insert into IK_ZUGRIFF select ?, ZEITPUNKT, 'jemand', KOMMUNE, PROZESSINSTANZ, AKTENZEICHEN, ART, VERTRAULICH, VORHER, "
                + "PRUEFSUMME from IK_ZUGRIFF where NUMMER = ?", letzte() - 1, letzte() - 2);
        gefunden(letzte() - 1, "eingefügt");
    }

    @Test
    @DisplayName("Vertauschte Einträge werden gefunden")
    void vertauscht() {
        heimlich("update IK_ZUGRIFF set NUMMER = -1 where NUMMER = ?", letzte() - 2);
        heimlich("update IK_ZUGRIFF set NUMMER = ? where NUMMER = ?", letzte() - 2, letzte() - 1);
        heimlich("update IK_ZUGRIFF set NUMMER = ? where NUMMER = -1", letzte() - 1);
        gefunden(letzte() - 2, "vertauscht");
    }

    @Test
    @DisplayName("Schreiben viele zugleich, bleibt es eine Kette ohne Lücke")
    void zugleich() throws Exception {
        int schreibende = 8;
        int je = 10;
        CyclicBarrier start = new CyclicBarrier(schreibende);
        ExecutorService personen = Executors.newFixedThreadPool(schreibende);
        try {
            List<Callable<Void>> arbeiten = IntStream.range(0, schreibende).mapToObj(i -> (Callable<Void>) () -> {
                start.await();
                IntStream.range(0, je).forEach(j -> log.reads("zugleich" + i, "Probe" + UUID.randomUUID(), Set.of("x")));
                return null;
            }).toList();
            for (Future<Void> fertig : personen.invokeAll(arbeiten)) {
                fertig.get();
            }
        } finally {
            personen.shutdown();
        }
        JsonNode pruefung = pruefung();
        assertThat(pruefung.path("intakt").asBoolean()).isTrue();
        assertThat(pruefung.path("eintraege").asLong()).isEqualTo(letzte() + schreibende * je);
    }

    @Test
    @DisplayName("PostgreSQL selbst lehnt Ändern, Löschen und Leeren ab")
    void datenbankLehntAb() {
        List<String> versuche = List.of("update IK_ZUGRIFF set PERSON = 'x' where NUMMER = 1", "delete from IK_ZUGRIFF where NUMMER = 1",
                "truncate table IK_ZUGRIFF");
        if (postgresql()) {
            versuche.forEach(sql -> assertThatThrownBy(() -> jdbc.update(sql)).as(sql).isInstanceOf(DataAccessException.class)
                    .hasMessageContaining("append-only"));
            assertThat(jdbc.queryForList("select * from IK_ZUGRIFF order by NUMMER")).isEqualTo(vorher);
        } else {
            // H2 is for the demonstration only: there the check finds it.
            jdbc.update(versuche.get(0));
            gefunden(1, "geändert");
        }
    }

    @Test
    @DisplayName("Lässt sich nichts festhalten, wird nichts gelesen: 503 mit einem deutschen Satz, an jeder Tür")
    void ohneEintragKeinLesen() {
        Spiel.Akte akte = spiel.beginne(stadt());
        jdbc.execute("alter table IK_ZUGRIFF rename to IK_ZUGRIFF_WEG");
        try {
            Rest.Antwort angaben = rest.als("admin").get("/engine-rest/process-instance/" + akte.id() + "/variables?deserializeValues=false");
            assertThat(angaben.status()).as(angaben.text()).isEqualTo(503);
            assertThat(angaben.json().path("message").asText()).contains("festhalten", "Bitte").endsWith(".");
            assertThat(angaben.text()).doesNotContain("Rita Muster", "IK_ZUGRIFF", "Exception:");
            Rest.Antwort sicht = rest.als("vorgesetzte").get("/api/akten/" + akte.id());
            assertThat(sicht.status()).isEqualTo(503);
            assertThat(sicht.art()).startsWith("application/problem+json");
            assertThat(sicht.json().path("detail").asText()).contains("festhalten");
        } finally {
            jdbc.execute("alter table IK_ZUGRIFF_WEG rename to IK_ZUGRIFF");
        }
        Rest.Antwort danach = rest.als("admin").get("/engine-rest/process-instance/" + akte.id() + "/variables?deserializeValues=false");
        assertThat(danach.status()).isEqualTo(200);
        assertThat(rest.als("admin").get("/api/zugriffe?akte=" + akte.id()).json()).hasSize(1);
    }
}
