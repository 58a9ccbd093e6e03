package de.integrationskonzept.stoerung;

import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import de.integrationskonzept.Datenbank;
import de.integrationskonzept.Poststelle;
import de.integrationskonzept.prozess.Spiel;
import jakarta.mail.internet.MimeMessage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.DefaultJobExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/** The lock of a job has run out while somebody is still at it, and somebody else takes it. */
@Tag("lang")
@Tag("eigene-anwendung")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@Timeout(300)
@DisplayName("Ein Auftrag, der länger dauert als seine Sperre, wird ein einziges Mal wirksam")
class SperrzeitTest {

    private static final int SPERRE = 1_500;

    private ConfigurableApplicationContext anwendung;
    private ProcessEngineImpl engine;
    private JdbcTemplate jdbc;
    private int eingestellt;

    @BeforeAll
    void starte() {
        Map<String, Object> einstellungen = new LinkedHashMap<>(Datenbank.postgres("sperrzeit"));
        einstellungen.putAll(Poststelle.angaben());
        anwendung = Betrieb.starte(einstellungen, "--camunda.bpm.job-execution.enabled=false", "--integrationskonzept.nachricht.tagespost=false");
        engine = (ProcessEngineImpl) anwendung.getBean(ProcessEngine.class);
        jdbc = anwendung.getBean(JdbcTemplate.class);
        eingestellt = erster().getLockTimeInMillis();
    }

    @AfterAll
    void beende() {
        anwendung.close();
    }

    @ParameterizedTest(name = "{0} Knoten")
    @ValueSource(ints = {1, 2})
    @DisplayName("Eine E-Mail, auf deren Annahme der erste noch wartet, sendet ein zweiter: beide tragen dieselbe Kennung, vermerkt ist sie einmal")
    void zweiZugleich(int wieviele) throws Exception {
        String adresse = "langsam" + wieviele + "@sperre.example";
        String vorgang = versende(adresse);
        CountDownLatch zweiteFertig = new CountDownLatch(1);
        Poststelle.pfoertner().nachDerAnnahme(() -> warteAuf(zweiteFertig)); // the first one hears nothing until the second is done
        List<JobExecutor> knoten = Stream.of(erster(), new DefaultJobExecutor()).limit(wieviele).toList();
        knoten.forEach(this::starte);
        try {
            await().atMost(Duration.ofSeconds(60)).until(() -> zustand(adresse).equals("gesendet"));
            assertThat(Poststelle.an(adresse)).as("the second has been sent while the first still waits").hasSize(2);
            zweiteFertig.countDown();
        } finally {
            zweiteFertig.countDown();
            knoten.forEach(JobExecutor::shutdown); // waits for what is being done
        }
        einmalVermerkt(vorgang, adresse);
    }

    private void einmalVermerkt(String vorgang, String adresse) throws Exception {
        List<String> kennungen = new ArrayList<>();
        for (MimeMessage mail : Poststelle.an(adresse)) {
            kennungen.add(mail.getMessageID());
        }
        assertThat(kennungen).hasSize(2);
        assertThat(kennungen.get(1)).as("a mail program shows one").isEqualTo(kennungen.get(0));
        assertThat(jdbc.queryForObject("select OFFEN from IK_SENDUNG where VORGANG = ?", Integer.class, vorgang)).isZero();
        assertThat(jdbc.queryForObject("select count(*) from ACT_RU_JOB where PROCESS_INSTANCE_ID_ = ?", Integer.class, vorgang)).isZero();
        assertThat(jdbc.queryForList("select STATE_ from ACT_HI_PROCINST where ID_ = ?", String.class, vorgang)).containsExactly("COMPLETED");
        assertThat(jdbc.queryForList("select JOB_STATE_ from ACT_HI_JOB_LOG where PROCESS_INSTANCE_ID_ = ? and JOB_DEF_TYPE_ = 'nachricht-zustellen' "
                + "order by SEQUENCE_COUNTER_", Integer.class, vorgang)).as("made, and one success").containsExactly(0, 2);
        assertThat(engine.getRuntimeService().createIncidentQuery().count()).isZero();
        assertThat(new Nachschau(jdbc).alteSperren()).isEmpty();
    }

    @Test
    @DisplayName("Eingestellt sind fünf Minuten: länger, als ein Mailserver in allen Antworten zusammen warten lassen darf")
    void eingestellt() {
        int je = anwendung.getEnvironment().getRequiredProperty("spring.mail.properties.mail.smtp.timeout", Integer.class);
        int anfang = anwendung.getEnvironment().getRequiredProperty("spring.mail.properties.mail.smtp.connectiontimeout", Integer.class);
        int antworten = 10; // greeting, EHLO, STARTTLS, EHLO, AUTH (2), MAIL, RCPT, DATA, end of data
        assertThat(eingestellt).isEqualTo(300_000).isGreaterThan(anfang + antworten * je);
    }

    /** A file whose letter goes to that address. @return the process that carries the mail */
    private String versende(String adresse) {
        Spiel spiel = anwendung.getBean(Spiel.class);
        Spiel.Akte akte = spiel.wurzel("projektstart", Map.of())
                .erledige("verwaltungsspitze", "startsignal-geben", zeile("startsignal", "ja", "startsignalImAuftrag", false))
                .erledige("integrationsbeauftragte", "startschreiben-versenden", zeile("versandArt", "anwendung", "versandAdressen", adresse,
                        "versandAlle", "ja"));
        akte.jobs();
        return jdbc.queryForObject("select S.VORGANG from IK_SENDUNG S join IK_POST P on P.SENDUNG = S.ID where P.ADRESSE = ?", String.class, adresse);
    }

    private JobExecutor erster() {
        return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getJobExecutor();
    }

    /** For the database a node is who takes jobs under a name of its own. */
    private void starte(JobExecutor knoten) {
        knoten.setLockTimeInMillis(SPERRE);
        knoten.setWaitTimeInMillis(100);
        knoten.setMaxWait(300);
        if (!knoten.hasRegisteredEngine(engine)) {
            knoten.registerProcessEngine(engine);
        }
        knoten.start();
    }

    private String zustand(String adresse) {
        return jdbc.queryForObject("select ZUSTAND from IK_POST where ADRESSE = ?", String.class, adresse);
    }

    private static void warteAuf(CountDownLatch zeichen) {
        try {
            zeichen.await(100, TimeUnit.SECONDS);
        } catch (InterruptedException unterbrochen) {
            Thread.currentThread().interrupt();
        }
    }
}
