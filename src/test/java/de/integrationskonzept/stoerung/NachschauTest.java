package de.integrationskonzept.stoerung;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.prozess.Drehbuch;
import de.integrationskonzept.prozess.Spiel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Timestamp;
import java.util.List;
import java.util.function.Supplier;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Anwendungstest
@DisplayName("Die Nachschau nach einer Störung findet, was nicht stimmt")
class NachschauTest {

    @TempDir
    private Path ordner;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private PlatformTransactionManager transaktionen;
    @Autowired
    private Spiel spiel;

    @Test
    @DisplayName("Bestätigtes, das es nicht gibt, und was doppelt ist")
    void kassenbuch() throws Exception {
        try (Kassenbuch buch = new Kassenbuch(ordner.resolve("kassenbuch"))) {
            buch.gefragt(Kassenbuch.Art.START, "nie");
            buch.gefragt(Kassenbuch.Art.START, "verloren");
            buch.bestaetigt(Kassenbuch.Art.START, "verloren");
            buch.gefragt(Kassenbuch.Art.ERLEDIGUNG, "verschwunden");
            Nachschau nachschau = new Nachschau(jdbc);
            assertThat(nachschau.starts(buch)).containsExactly("start verloren: 0 files, acknowledged");
            assertThat(nachschau.erledigungen(buch)).containsExactly("task verschwunden: ended 0, open 0, completed 0");
            assertThat(buch.ohneAntwort()).isEqualTo(2);
        }
    }

    @Test
    @DisplayName("Ein Vorgang, der auf nichts wartet, ein Job ohne Vorfall und eine alte Sperre")
    void engine() {
        assertThat(nach("insert into ACT_RU_EXECUTION (ID_, REV_, ROOT_PROC_INST_ID_, IS_ACTIVE_) values ('tot', 1, 'tot', true)",
                () -> new Nachschau(jdbc).stillstand())).contains("nothing goes on at tot ", "nothing goes on in file tot");
        assertThat(nach("insert into ACT_RU_JOB (ID_, REV_, TYPE_, HANDLER_TYPE_, RETRIES_, PROCESS_DEF_ID_) values ('still', 1, 'message', 'x', 0, "
                + "'y')", () -> new Nachschau(jdbc).ohneVorfall())).contains("given up without an incident still x");
        assertThat(nach("insert into ACT_RU_JOB (ID_, REV_, TYPE_, HANDLER_TYPE_, RETRIES_, LOCK_OWNER_, LOCK_EXP_TIME_) values ('fest', 1, "
                + "'message', 'x', 3, 'weg', ?)", () -> new Nachschau(jdbc).alteSperren(), new Timestamp(ClockUtil.getCurrentTime().getTime() - 1)))
                .contains("locked too long fest weg");
    }

    @Test
    @DisplayName("Eine fehlende Fassung, ein anderer Inhalt und eine vergessene Datei")
    void dokumente() throws Exception {
        String akte = spiel.beginne(Drehbuch.stadt()).id();
        assertThat(nach("insert into IK_DOKUMENT (ID, PROZESSINSTANZ, NAME, FASSUNG, TITEL, ANLASS, ERSTELLT, VORLAGE, DOCX, DOCX_SUMME, PDF, "
                + "PDF_SUMME) values ('falsch', ?, 'brief', 2, 't', 'a', ?, 'v', ?, 'x', ?, 'x')", () -> new Nachschau(jdbc).dokumente(), akte,
                new Timestamp(ClockUtil.getCurrentTime().getTime()), new byte[] {1}, new byte[] {2}))
                .contains("versions of " + akte + " brief", "content of document falsch");
        Files.writeString(ordner.resolve("halb.tmp"), "");
        assertThat(Nachschau.reste(ordner)).containsExactly("left over: halb.tmp");
    }

    /** What is found after that statement, which is then undone. */
    private List<String> nach(String anweisung, Supplier<List<String>> suche, Object... werte) {
        return new TransactionTemplate(transaktionen).execute(status -> {
            status.setRollbackOnly();
            jdbc.update(anweisung, werte);
            return suche.get();
        });
    }
}
