package de.integrationskonzept.dokument;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.EigeneJvm;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The application in a JVM of its own, killed while it writes a document down, and started again on the same database. */
@Tag("lang")
@Timeout(300)
@DisplayName("Stürzt die Anwendung beim Festschreiben ab, bleibt kein halbes und entsteht kein zweites Dokument")
class DokumentAbsturzTest {

    @TempDir
    private Path ordner;

    @Test
    @DisplayName("Vor dem Abschluss des Schritts: es gibt keine Fassung; nach dem Neustart genau eine, und danach keine weitere")
    void beimFestschreiben() throws Exception {
        assertThat(laufe(List.of("--test.dokumentlauf=ja", "--test.dokumentabsturz=ja"))).isEqualTo(EigeneJvm.GETOETET);
        assertThat(fassungen()).isZero();
        for (int start = 0; start < 2; start++) {
            assertThat(laufe(List.of("--test.dokumentlauf=ja"))).isZero();
            assertThat(fassungen()).isEqualTo(1);
        }
    }

    private int laufe(List<String> optionen) throws Exception {
        EigeneJvm jvm = new EigeneJvm(ordner);
        Process prozess = jvm.starte(optionen);
        assertThat(prozess.waitFor(120, TimeUnit.SECONDS)).as(jvm.ausgabe()).isTrue();
        return prozess.exitValue();
    }

    private int fassungen() throws Exception {
        try (var verbindung = DriverManager.getConnection(new EigeneJvm(ordner).datenbank(), "sa", "");
                var zeile = verbindung.createStatement().executeQuery("select count(*) from IK_DOKUMENT")) {
            zeile.next();
            return zeile.getInt(1);
        }
    }
}
