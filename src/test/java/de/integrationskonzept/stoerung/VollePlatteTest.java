package de.integrationskonzept.stoerung;

import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.integrationskonzept.Fremd;
import de.integrationskonzept.Rest;
import de.integrationskonzept.modell.Hochladen;
import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/** The disk for temporary files is full, then that of the database; after somebody has cleared it, everything goes on. */
@Tag("lang")
@Timeout(540)
@DisplayName("Ist eine Platte voll, wird das gesagt und nichts halb getan; ist wieder Platz, geht es ohne Neustart weiter")
class VollePlatteTest {

    private static final String IB = "integrationsbeauftragte";
    private static final int MEGABYTE = 1024 * 1024;

    @TempDir
    private Path ordner;

    @Test
    @DisplayName("Dateien und Dokumente, dann alles, was gespeichert wird")
    void vollUndWiederLeer() throws Exception {
        try (Datenbankserver server = new Datenbankserver(ordner.resolve("server"), Map.of());
                KleinePlatte daten = new KleinePlatte(ordner.resolve("daten"), 192);
                Kassenbuch buch = new Kassenbuch(ordner.resolve("kassenbuch"))) {
            Map<String, Object> datenbank = aufKleinerPlatte(server, daten);
            try (Knoten knoten = new Knoten(ordner.resolve("knoten"), datenbank); KleinePlatte ablage = new KleinePlatte(knoten.ablage(), 64)) {
                knoten.starte();
                JdbcTemplate jdbc = Nachschau.in(datenbank).jdbc();
                String aufgabe = ersteAufgabe(knoten.rest(), jdbc, buch);
                ablageVoll(knoten.rest(), jdbc, ablage, aufgabe);
                datenbankVoll(knoten.rest(), daten, buch, aufgabe);
                gehtWeiter(knoten, jdbc, buch, aufgabe);
                assertThat(Nachschau.reste(knoten.ablage())).as("only what Tomcat had begun when nothing more fitted, empty, until the service ends")
                        .allMatch(rest -> new File(knoten.ablage().toFile(), rest.substring(rest.indexOf(':') + 2)).length() == 0);
            }
        }
    }

    private static Map<String, Object> aufKleinerPlatte(Datenbankserver server, KleinePlatte platte) throws Exception {
        Map<String, Object> datenbank = server.datenbank("voll");
        JdbcTemplate verwaltung = Nachschau.in(server.datenbank("nebenan")).jdbc();
        verwaltung.execute("create tablespace klein location '" + platte.ort() + "'");
        verwaltung.execute("alter database voll set tablespace klein");
        return datenbank;
    }

    private static void ablageVoll(Rest rest, JdbcTemplate jdbc, KleinePlatte ablage, String aufgabe) throws Exception {
        assertThat(lege(rest, aufgabe, MEGABYTE).status()).isEqualTo(201);
        ablage.fuelle();
        Rest.Antwort voll = lege(rest, aufgabe, MEGABYTE);
        System.out.println("Ablage voll: " + voll);
        verlangeKeinPlatz(voll);
        assertThat(jdbc.queryForObject("select count(*) from ACT_HI_ATTACHMENT", Integer.class)).isEqualTo(1);
        ablage.leere();
        assertThat(lege(rest, aufgabe, MEGABYTE).status()).isEqualTo(201);
    }

    /** Whatever needs more room is refused, until something must be. */
    private static void datenbankVoll(Rest rest, KleinePlatte daten, Kassenbuch buch, String aufgabe) throws Exception {
        daten.fuelle();
        Rest.Antwort datei = null;
        Rest.Antwort akte = null;
        for (int versuch = 0; versuch < 40 && (datei == null || akte == null); versuch++) {
            Rest.Antwort antwort = lege(rest, aufgabe, MEGABYTE);
            datei = antwort.status() == 201 ? datei : antwort;
            antwort = beginne(rest, buch);
            akte = antwort.status() == 200 ? akte : antwort;
        }
        System.out.println("Datenbank voll: " + datei + ", " + akte);
        verlangeKeinPlatz(datei);
        verlangeKeinPlatz(akte);
        assertThat(rest.als(IB).get("/engine-rest/task/" + aufgabe).status()).as("reading goes on").isEqualTo(200);
        daten.leere();
    }

    private static void gehtWeiter(Knoten knoten, JdbcTemplate jdbc, Kassenbuch buch, String aufgabe) throws Exception {
        assertThat(lege(knoten.rest(), aufgabe, MEGABYTE).status()).isEqualTo(201);
        assertThat(beginne(knoten.rest(), buch).status()).isEqualTo(200);
        try (Mitarbeitende leute = new Mitarbeitende(knoten.rest(), jdbc, buch).beginne(2, Duration.ZERO)) {
            await().atMost(Duration.ofMinutes(2)).until(() -> buch.bestaetigt(Kassenbuch.Art.ERLEDIGUNG).size() > 20);
            assertThat(leute.antworten().keySet()).allMatch(status -> status < 500);
        }
        await().atMost(Duration.ofMinutes(2)).until(() -> jdbc.queryForObject("select count(*) from ACT_RU_JOB where RETRIES_ > 0 and TYPE_ = 'message' and "
                + "(DUEDATE_ is null or DUEDATE_ < now())", Integer.class) == 0);
        assertThat(new Nachschau(jdbc).maengel(buch)).isEmpty();
        assertThat(jdbc.queryForList("select INCIDENT_MSG_ from ACT_RU_INCIDENT", String.class)).isEmpty();
        assertThat(jdbc.queryForObject("select count(*) from ACT_HI_ATTACHMENT A left join ACT_GE_BYTEARRAY B on B.ID_ = A.CONTENT_ID_ where "
                + "coalesce(length(B.BYTES_), 0) <> " + MEGABYTE, Integer.class)).as("files that are not whole").isZero();
    }

    private static String ersteAufgabe(Rest rest, JdbcTemplate jdbc, Kassenbuch buch) {
        assertThat(beginne(rest, buch).status()).isEqualTo(200);
        return jdbc.queryForObject("select max(ID_) from ACT_RU_TASK where TASK_DEF_KEY_ = 'auftrag-klaeren'", String.class);
    }

    private static Rest.Antwort beginne(Rest rest, Kassenbuch buch) {
        String zeichen = "VP-" + UUID.randomUUID().toString().substring(0, 8);
        buch.gefragt(Kassenbuch.Art.START, zeichen);
        Rest.Antwort antwort = rest.als(IB).post("/engine-rest/process-definition/key/integrationskonzept/submit-form",
                Fremd.variablen(mit(stadt(), "aktenzeichen", zeichen)));
        if (antwort.status() == 200) {
            buch.bestaetigt(Kassenbuch.Art.START, zeichen);
        } else {
            buch.abgelehnt(Kassenbuch.Art.START, zeichen);
        }
        return antwort;
    }

    /** As a PDF that does not shrink when it is packed, each time another one. */
    private static Rest.Antwort lege(Rest rest, String aufgabe, int groesse) {
        byte[] inhalt = new byte[groesse];
        ThreadLocalRandom.current().nextBytes(inhalt);
        byte[] anfang = "%PDF-1.7\n".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(anfang, 0, inhalt, 0, anfang.length);
        return Hochladen.sende(rest.als(IB), "/api/aufgaben/" + aufgabe + "/anlagen", Map.of("bericht.pdf", inhalt));
    }

    private static void verlangeKeinPlatz(Rest.Antwort antwort) {
        assertThat(antwort).isNotNull();
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(503);
        assertThat(antwort.text()).contains("kein Speicherplatz mehr frei").doesNotContain("Exception", "SQL");
    }
}
