package de.integrationskonzept;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Production in a JVM of its own, as an owner starts it: what it prints, whether it comes up, what lies in its database. */
@DisplayName("Produktion beginnt ohne Demo-Personen und nur mit einer sicheren ersten Administration")
@Timeout(180)
class ProduktionTest {

    private static final String KENNUNG = "INTEGRATIONSKONZEPT_ADMINISTRATION_KENNUNG";
    private static final String PASSWORT = "INTEGRATIONSKONZEPT_ADMINISTRATION_PASSWORT";

    @TempDir
    private Path ordner;

    /** @param gestartet it came up (and was ended by the test), else it ended by itself */
    private record Lauf(boolean gestartet, int ende, String ausgabe) {
    }

    private String datenbank() {
        return "jdbc:h2:file:" + ordner.resolve("produktion");
    }

    private Lauf starte(String kennung, String passwort, String... optionen) throws IOException, InterruptedException {
        List<String> befehl = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1",
                Integrationskonzept.class.getName(), "--server.port=0", "--server.address=127.0.0.1",
                "--camunda.bpm.deployment-resource-pattern=classpath*:bpmn/**/*.dmn", "--spring.main.banner-mode=off"));
        befehl.addAll(List.of(optionen));
        ProcessBuilder bauer = new ProcessBuilder(befehl).redirectErrorStream(true);
        bauer.environment().put("CLASSPATH", klassenpfad());
        bauer.environment().put("SPRING_DATASOURCE_URL", datenbank());
        bauer.environment().put("SPRING_DATASOURCE_USERNAME", "sa");
        bauer.environment().put("SPRING_DATASOURCE_PASSWORD", "");
        bauer.environment().keySet().removeAll(List.of(KENNUNG, PASSWORT, "SPRING_PROFILES_ACTIVE"));
        if (kennung != null) {
            bauer.environment().put(KENNUNG, kennung);
            bauer.environment().put(PASSWORT, passwort);
        }
        return beobachte(bauer.start());
    }

    /** Without empty entries: they would mean the working directory, whose models would be there twice. */
    private static String klassenpfad() {
        String pfad = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Arrays.stream(pfad.split(File.pathSeparator)).filter(teil -> !teil.isBlank()).collect(Collectors.joining(File.pathSeparator));
    }

    private static Lauf beobachte(Process produktion) throws IOException, InterruptedException {
        StringBuilder ausgabe = new StringBuilder();
        boolean gestartet = false;
        try (BufferedReader zeilen = new BufferedReader(new InputStreamReader(produktion.getInputStream(), StandardCharsets.UTF_8))) {
            for (String zeile = zeilen.readLine(); zeile != null; zeile = zeilen.readLine()) {
                ausgabe.append(zeile).append('\n');
                if (zeile.contains("Started Integrationskonzept")) {
                    gestartet = true;
                    produktion.toHandle().destroy(); // asks it to end, and leaves its output open
                }
            }
        } finally {
            produktion.destroy();
        }
        return new Lauf(gestartet, produktion.waitFor(), ausgabe.toString());
    }

    private List<String> personen() throws Exception {
        List<String> personen = new ArrayList<>();
        try (Connection verbindung = DriverManager.getConnection(datenbank(), "sa", "");
                ResultSet zeilen = verbindung.createStatement().executeQuery("select ID_ from ACT_ID_USER")) {
            while (zeilen.next()) {
                personen.add(zeilen.getString(1));
            }
        }
        return personen;
    }

    @Test
    @DisplayName("Ohne Angaben zur Administration startet nichts, und die Meldung sagt, was fehlt")
    void ohneAngaben() throws Exception {
        Lauf lauf = starte(null, null);

        assertThat(lauf.gestartet()).isFalse();
        assertThat(lauf.ende()).isNotZero();
        assertThat(lauf.ausgabe()).contains(KENNUNG, PASSWORT);
        assertThat(personen()).isEmpty();
    }

    @Test
    @DisplayName("Mit schwachem Passwort startet nichts, und es steht nicht im Protokoll; danach geht es mit gutem, beim nächsten Mal ohne Angaben, und auf Wunsch in JSON")
    void erstSchwachDannGut() throws Exception {
        Lauf schwach = starte("leitung", "Demo-Passwort-1");
        assertThat(schwach.gestartet()).isFalse();
        assertThat(schwach.ende()).isNotZero();
        assertThat(schwach.ausgabe()).contains("too weak").doesNotContain("Demo-Passwort-1");
        assertThat(personen()).isEmpty();

        Lauf erster = starte("leitung", "Sehr-Geheim-2026");
        assertThat(erster.gestartet()).as(erster.ausgabe()).isTrue();
        assertThat(erster.ausgabe()).doesNotContain("Sehr-Geheim-2026");
        assertThat(personen()).containsExactly("leitung");

        Lauf zweiter = starte(null, null, "--logging.structured.format.console=ecs");
        assertThat(zweiter.gestartet()).as(zweiter.ausgabe()).isTrue();
        assertThat(zweiter.ausgabe().lines().dropWhile(zeile -> !zeile.startsWith("{"))).as("one JSON object a line").isNotEmpty()
                .allSatisfy(zeile -> assertThat(Rest.lies(zeile).at("/service/name").asText()).isEqualTo("integrationskonzept"));
        assertThat(personen()).containsExactly("leitung");
    }
}
