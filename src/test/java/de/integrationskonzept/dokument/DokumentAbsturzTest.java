package de.integrationskonzept.dokument;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.EigeneJvm;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The application in a JVM of its own, killed around the writing of a document, and started again on the same database. */
@Timeout(600)
@DisplayName("Stürzt die Anwendung beim Festschreiben ab, bleibt kein halbes und entsteht kein zweites Dokument")
class DokumentAbsturzTest {

    @TempDir
    private Path ordner;

    @Test
    @DisplayName("Geschrieben und noch nicht abgeschlossen: es gibt keines, der Schritt steht noch aus, und keine Datei bleibt liegen")
    void einmal() throws Exception {
        stirbt("mitten");
        assertThat(fassungen()).isEmpty();
        try (var verbindung = verbindung(); var zeile = verbindung.createStatement().executeQuery("select RETRIES_ from ACT_RU_JOB where "
                + "JOB_DEF_ID_ in (select ID_ from ACT_RU_JOBDEF where ACT_ID_ = 'schreiben-unterwegs')")) {
            assertThat(zeile.next()).as("the step will be done again").isTrue();
            assertThat(zeile.getInt(1)).isEqualTo(3);
        }
        assertThat(reste()).isEmpty();
    }

    @ParameterizedTest(name = "{0}: danach {1}")
    @CsvSource({"davor,0", "drucken,0", "mitten,0", "danach,1"})
    @Tag("lang")
    @DisplayName("Gleich wann: nach dem Neustart gibt es eine Fassung mit richtiger Prüfsumme, danach keine weitere, und keine Datei bleibt liegen")
    void beimFestschreiben(String wann, int geschrieben) throws Exception {
        stirbt(wann);
        assertThat(fassungen()).hasSize(geschrieben);
        for (int start = 0; start < 2; start++) {
            assertThat(laufe("--test.dokumentlauf=ja")).isZero();
            assertThat(fassungen()).singleElement().satisfies(fassung -> assertThat(fassung.stimmt()).as("hash").isTrue());
        }
        assertThat(reste()).isEmpty();
    }

    private void stirbt(String wann) throws Exception {
        Files.createDirectories(ablage());
        assertThat(laufe("--test.dokumentlauf=ja", "--test.dokumentabsturz=" + wann)).isEqualTo(EigeneJvm.GETOETET);
    }

    private Path ablage() {
        return ordner.resolve("ablage");
    }

    /** Files that somebody has left; what the JVM keeps there itself does not count. */
    private List<Path> reste() throws Exception {
        try (Stream<Path> dateien = Files.walk(ablage())) {
            return dateien.filter(Files::isRegularFile).filter(datei -> !datei.toString().contains("hsperfdata")).toList();
        }
    }

    private int laufe(String... optionen) throws Exception {
        EigeneJvm jvm = new EigeneJvm(ordner);
        List<String> alle = new ArrayList<>(List.of("--server.port=0", "--camunda.bpm.job-execution.enabled=false",
                "--spring.datasource.url=" + jvm.datenbank(), "--spring.datasource.username=sa", "--spring.datasource.password="));
        alle.addAll(List.of(optionen));
        Process prozess = jvm.starte(List.of("-Djava.io.tmpdir=" + ablage()), alle);
        assertThat(prozess.waitFor(200, TimeUnit.SECONDS)).as(jvm.ausgabe()).isTrue();
        return prozess.exitValue();
    }

    private record Fassung(byte[] docx, String docxSumme, byte[] pdf, String pdfSumme) {

        boolean stimmt() throws Exception {
            return summe(docx).equals(docxSumme) && summe(pdf).equals(pdfSumme);
        }

        private static String summe(byte[] inhalt) throws Exception {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(inhalt));
        }
    }

    private Connection verbindung() throws SQLException {
        return DriverManager.getConnection(new EigeneJvm(ordner).datenbank(), "sa", "");
    }

    private List<Fassung> fassungen() throws Exception {
        List<Fassung> fassungen = new ArrayList<>();
        try (var verbindung = verbindung();
                var zeile = verbindung.createStatement().executeQuery("select DOCX, DOCX_SUMME, PDF, PDF_SUMME from IK_DOKUMENT")) {
            while (zeile.next()) {
                fassungen.add(new Fassung(zeile.getBytes(1), zeile.getString(2).strip(), zeile.getBytes(3), zeile.getString(4).strip()));
            }
        }
        return fassungen;
    }
}
