package de.integrationskonzept.modell;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.EigeneJvm;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The application in a JVM of its own, killed in the middle of a move, and started again on the same database. */
@Timeout(540)
@Tag("einmal")
@DisplayName("Stürzt die Anwendung mitten im Umzug ab, geht er weiter, und jede Akte zieht genau einmal um")
class UmzugAbsturzTest {

    @TempDir
    private Path ordner;

    @Test
    @DisplayName("50 Akten")
    void fuenfzig() throws Exception {
        stuerzeAb(50);
    }

    @Test
    @Tag("lang")
    @DisplayName("1.000 Akten")
    void tausend() throws Exception {
        stuerzeAb(1000);
    }

    private void stuerzeAb(int akten) throws Exception {
        assertThat(laufe("--test.umzug.akten=" + akten, "--test.umzug.stirbt=" + akten / 2)).as(jvm().ausgabe()).isEqualTo(EigeneJvm.GETOETET);
        long umgezogen = zahl("select count(*) from IK_UMZUG_AKTE where ZUSTAND = 'umgezogen'");
        assertThat(umgezogen).as("in the middle of it").isPositive().isLessThan(akten);
        assertThat(zahl("select count(*) from SPUR")).as("what was not committed is not there").isEqualTo(umgezogen);

        assertThat(laufe("--test.umzug.akten=" + akten)).as(jvm().ausgabe()).isZero();
        assertThat(zahl("select count(*) from IK_UMZUG_AKTE where ZUSTAND = 'umgezogen'")).isEqualTo(akten);
        assertThat(zahl("select count(*) from SPUR")).isEqualTo(akten);
        assertThat(zahl("select count(distinct VORGANG) from SPUR")).as("each once").isEqualTo(akten);
        assertThat(zahl("select count(*) from ACT_RU_EXECUTION E join ACT_RE_PROCDEF P on P.ID_ = E.PROC_DEF_ID_ where E.PARENT_ID_ is null "
                + "and P.KEY_ = '"
                + Probevorgang.TEIL + "' and P.VERSION_ = 2")).isEqualTo(akten);
        assertThat(zahl("select count(*) from ACT_RU_TASK where TASK_DEF_KEY_ = 'antrag-pruefen' and NAME_ = 'Antrag genau prüfen'"))
                .isEqualTo(akten);
        assertThat(zahl("select count(*) from ACT_RU_JOB where HANDLER_TYPE_ = 'modell-umzug'")).isZero();
    }

    private int laufe(String... optionen) throws Exception {
        Process prozess = jvm().starte(new ArrayList<>(List.of(optionen)));
        try {
            assertThat(prozess.waitFor(240, TimeUnit.SECONDS)).as(jvm().ausgabe()).isTrue();
            return prozess.exitValue();
        } finally {
            prozess.destroyForcibly();
        }
    }

    private EigeneJvm jvm() {
        return new EigeneJvm(ordner);
    }

    private long zahl(String frage) throws SQLException {
        try (Connection verbindung = DriverManager.getConnection(jvm().datenbank(), "sa", ""); Statement anweisung = verbindung.createStatement();
                ResultSet zeile = anweisung.executeQuery(frage)) {
            zeile.next();
            return zeile.getLong(1);
        }
    }
}
