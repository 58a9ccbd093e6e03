package de.integrationskonzept.nachricht;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Poststelle;
import de.integrationskonzept.prozess.Spiel;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Wer eine Aufgabe allein erledigen kann, erfährt es sofort, und nur, was am Ende stimmt")
class MeldungTest {

    private static final Instant ZEHN_UHR = Instant.parse("2026-11-24T09:00:20Z");

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private TaskService aufgaben;
    @Autowired
    private Spiel spiel;
    @Autowired
    private Wuensche wuensche;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private PlatformTransactionManager transaktionen;

    private Meldungsprobe probe;
    private String rolle;
    private String anna;

    @BeforeEach
    void stelleBereit() {
        probe = new Meldungsprobe(engine, jdbc, false);
        rolle = probe.rolle();
        anna = probe.person("anna", rolle);
    }

    @AfterEach
    void raeumeAuf() {
        Poststelle.pfoertner().lassDurch();
        probe.raeumeAuf();
    }

    private static String text(MimeMessage mail, int teil) throws MessagingException, IOException {
        return (String) ((Multipart) mail.getContent()).getBodyPart(teil).getContent();
    }

    @Test
    @DisplayName("Eine neue Aufgabe für eine Rolle mit einem Mitglied: eine E-Mail mit Aufgabe, Aktenzeichen und Verweis, mehr nicht")
    void neu() throws Exception {
        String aufgabe = probe.beginne(rolle, null, 1).get(0).getId();
        assertThat(probe.jobs()).hasSize(1);
        assertThat(probe.mails(anna)).as("nothing goes before its job").isEmpty();

        probe.meldeUndStelleZu();
        assertThat(probe.jobs()).isEmpty();
        assertThat(probe.mails(anna)).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).isEqualTo("Neue Aufgabe: Haushalt prüfen, Akte " + probe.zeichen());
            String verweis = "http://localhost:8080/camunda/app/tasklist/default/#/?task=" + aufgabe;
            assertThat(text(mail, 0)).contains("Guten Tag Erika anna,", "- Haushalt prüfen, Akte " + probe.zeichen(), verweis, "#/persoenlich");
            assertThat(text(mail, 1)).contains("lang=\"de\"", "<h2>Neu für Sie</h2>", "<a href=\"" + verweis + "\">")
                    .doesNotContain("<script", "<img", "style=");
        });
    }

    @Test
    @DisplayName("Nicht sofort: eine Rolle mit mehreren, wer keine Adresse hat, wer nicht zur Kommune gehört, und was jemand selbst tut")
    void nichtSofort() {
        String ben = probe.person("ben", rolle);
        Task gemeinsame = probe.beginne(rolle, null, 1).get(0);
        assertThat(probe.jobs()).as("two could do it").isEmpty();
        spiel.als(anna, () -> {
            aufgaben.claim(gemeinsame.getId(), anna);
            return null;
        });
        assertThat(probe.jobs()).as("she knows what she has taken").isEmpty();
        jdbc.update("update ACT_ID_USER set EMAIL_ = null where ID_ = ?", ben);
        aufgaben.setAssignee(gemeinsame.getId(), ben);
        assertThat(probe.jobs()).as("no address").isEmpty();

        String kleine = probe.rolle();
        aufgaben.addCandidateGroup(probe.bekannte(rolle, anna).getId(), kleine);
        assertThat(probe.jobs()).as("it is hers as before").isEmpty();
        String eva = probe.person("eva", kleine);
        probe.fremde("fred", kleine);
        probe.beginne(kleine, null, 1);
        probe.meldeUndStelleZu();
        assertThat(probe.mails(eva)).as("Fred works for nobody here").hasSize(1);
    }

    @Test
    @DisplayName("Wen die Akte als Person nennt, erfährt es, auch wenn andere die Rolle haben")
    void genannt() throws Exception {
        String ben = probe.person("ben", rolle);
        probe.beginne(rolle, ben, 1);
        probe.meldeUndStelleZu();
        assertThat(probe.mails(ben)).hasSize(1);
        assertThat(probe.mails(ben).get(0).getSubject()).startsWith("Neue Aufgabe: ");
        assertThat(probe.mails(anna)).isEmpty();
    }

    @Test
    @DisplayName("Fehlt die Person, erfährt es ihre Vertretung, und dass es in Vertretung ist, aber nicht, für wen")
    void inVertretung() throws Exception {
        String ben = probe.person("ben", rolle);
        LocalDate heute = LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneId.of("Europe/Berlin"));
        jdbc.update("insert into IK_ABWESENHEIT (ID, PERSON, BEGINN, ENDE, VERTRETUNG_PERSON) values (?, ?, ?, ?, ?)", UUID.randomUUID().toString(),
                anna, heute, heute, ben);
        probe.beginne(rolle, anna, 1);
        probe.meldeUndStelleZu();
        assertThat(probe.mails(anna)).isEmpty();
        assertThat(probe.mails(ben)).singleElement().satisfies(mail -> {
            assertThat(mail.getSubject()).endsWith("(in Vertretung)");
            assertThat(text(mail, 0)).doesNotContain("Erika anna");
        });
        jdbc.update("delete from IK_ABWESENHEIT where PERSON = ?", anna);
    }

    @Test
    @DisplayName("Wechselt eine Aufgabe in einer Minute zweimal, erfährt es nur, wer sie am Ende hat")
    void zweimalGewechselt() throws Exception {
        String ben = probe.person("ben", rolle);
        String eva = probe.person("eva", rolle);
        String aufgabe = probe.bekannte(rolle, anna).getId();
        aufgaben.setAssignee(aufgabe, ben);
        aufgaben.setAssignee(aufgabe, eva);
        assertThat(probe.jobs()).hasSize(2);

        probe.meldeUndStelleZu();
        assertThat(probe.mails(ben)).isEmpty();
        assertThat(probe.zeilen(ben)).as("as if nothing had been").isZero();
        assertThat(probe.mails(eva)).hasSize(1);
        assertThat(probe.mails(eva).get(0).getSubject()).startsWith("An Sie übergeben: Haushalt prüfen");
    }

    @Test
    @DisplayName("Kommt eine Aufgabe zurück, erfährt man es wieder: sofort zurück einmal, später zurück ein zweites Mal")
    void hinUndZurueck() {
        String ben = probe.person("ben", rolle);
        String aufgabe = probe.beginne(rolle, anna, 1).get(0).getId();
        aufgaben.setAssignee(aufgabe, ben);
        aufgaben.setAssignee(aufgabe, anna);
        probe.meldeUndStelleZu();
        assertThat(probe.mails(anna)).as("new and back within a minute").hasSize(1);

        aufgaben.setAssignee(aufgabe, ben);
        aufgaben.setAssignee(aufgabe, anna);
        probe.meldeUndStelleZu();
        assertThat(probe.mails(anna)).hasSize(2);
        assertThat(probe.mails(ben)).isEmpty();
    }

    @Test
    @DisplayName("Was beim Schreiben schon erledigt ist, wird nicht mehr gemeldet, das Übrige schon")
    void erledigt() throws Exception {
        List<Task> zwei = probe.beginne(rolle, null, 2);
        aufgaben.complete(zwei.get(0).getId());
        probe.meldeUndStelleZu();
        assertThat(probe.mails(anna)).hasSize(1);
        assertThat(text(probe.mails(anna).get(0), 0)).contains(zwei.get(1).getId()).doesNotContain(zwei.get(0).getId());

        aufgaben.complete(probe.beginne(rolle, null, 1).get(0).getId());
        probe.meldeUndStelleZu();
        assertThat(probe.mails(anna)).hasSize(1);
    }

    @Test
    @DisplayName("Fünfhundert Aufgaben auf einmal: ein Auftrag, eine E-Mail, die fünfzig nennt")
    void fuenfhundert() throws Exception {
        probe.beginne(rolle, null, 500);
        assertThat(probe.jobs()).hasSize(1);
        probe.meldeUndStelleZu();
        assertThat(probe.mails(anna)).hasSize(1);
        assertThat(probe.mails(anna).get(0).getSubject()).isEqualTo("500 Nachrichten zu Ihren Aufgaben");
        String text = text(probe.mails(anna).get(0), 0);
        assertThat(text.split("\\?task=", -1)).hasSize(51);
        assertThat(text).contains("Dazu kommen 450 weitere.");
    }

    @Test
    @DisplayName("Zwanzig Vorgänge nacheinander werden eine E-Mail; was danach kommt, wartet eine Viertelstunde")
    void nacheinander() {
        ClockUtil.setCurrentTime(Date.from(ZEHN_UHR));
        for (int i = 0; i < 20; i++) {
            probe.beginne(rolle, null, 1);
        }
        assertThat(faellig()).containsOnly(Instant.parse("2026-11-24T09:02:00Z"));
        ClockUtil.setCurrentTime(Date.from(ZEHN_UHR.plus(Duration.ofMinutes(3))));
        probe.meldeUndStelleZu();
        assertThat(probe.mails(anna)).hasSize(1);

        probe.beginne(rolle, null, 1);
        probe.beginne(rolle, null, 1);
        assertThat(faellig()).containsOnly(Instant.parse("2026-11-24T09:17:00Z"));
        probe.meldeUndStelleZu();
        assertThat(probe.mails(anna)).hasSize(2);
    }

    private List<Instant> faellig() {
        return jdbc.queryForList("select FAELLIG from IK_MELDUNG where PERSON = ? and ERLEDIGT is null", LocalDateTime.class, anna).stream()
                .map(zeit -> zeit.toInstant(ZoneOffset.UTC)).distinct().toList();
    }

    @Test
    @DisplayName("Zwei Knoten zugleich, und derselbe Auftrag zweimal: trotzdem eine E-Mail")
    void zugleich() throws Exception {
        ClockUtil.setCurrentTime(Date.from(ZEHN_UHR));
        probe.beginne(rolle, null, 1);
        probe.beginne(rolle, null, 1);
        List<String> jobs = probe.jobs();
        assertThat(jobs).hasSize(2);
        fuehreZugleichAus(List.of(jobs.get(0), jobs.get(1), jobs.get(0), jobs.get(1)));
        probe.meldeUndStelleZu();
        assertThat(probe.mails(anna)).hasSize(1);
        assertThat(probe.mails(anna).get(0).getSubject()).isEqualTo("2 Nachrichten zu Ihren Aufgaben");
    }

    private void fuehreZugleichAus(List<String> jobs) throws Exception {
        CyclicBarrier gleichzeitig = new CyclicBarrier(jobs.size());
        ExecutorService knoten = Executors.newFixedThreadPool(jobs.size());
        List<Future<?>> alle = new ArrayList<>();
        jobs.forEach(job -> alle.add(knoten.submit(() -> {
            gleichzeitig.await();
            engine.getManagementService().executeJob(job);
            return null;
        })));
        for (Future<?> einer : alle) {
            try {
                einer.get();
            } catch (java.util.concurrent.ExecutionException zweiter) {
                assertThat(zweiter.getCause()).as("whoever comes second").isInstanceOf(RuntimeException.class);
            }
        }
        knoten.shutdown();
    }

    @Test
    @DisplayName("Kommt die Änderung nicht zustande, gibt es auch keine Meldung; und scheitert der Auftrag, bleibt er")
    void inEinerTransaktion() {
        new TransactionTemplate(transaktionen).executeWithoutResult(transaktion -> {
            probe.beginne(rolle, null, 1);
            transaktion.setRollbackOnly();
        });
        assertThat(probe.zeilen(anna)).isZero();

        probe.beginne(rolle, null, 1);
        new TransactionTemplate(transaktionen).executeWithoutResult(transaktion -> {
            probe.melde();
            transaktion.setRollbackOnly();
        });
        assertThat(probe.jobs()).hasSize(1);
        assertThat(probe.zustellungen()).isEmpty();
        probe.meldeUndStelleZu();
        assertThat(probe.mails(anna)).hasSize(1);
    }

    @Test
    @DisplayName("Nimmt der Mailserver die E-Mail nicht an, wird sie später zugestellt oder ein Vorfall, und die nächste kommt trotzdem")
    void mailserver() {
        probe.beginne(rolle, null, 1);
        probe.melde();
        String job = probe.zustellungen().get(0);
        Poststelle.pfoertner().antworte(probe.adresse(anna), "451 4.3.0 spaeter", "550 5.1.1 unbekannt");
        for (int versuch = 0; versuch < 2; versuch++) {
            assertThatThrownBy(() -> engine.getManagementService().executeJob(job)).isInstanceOf(NichtZugestellt.class);
        }
        assertThat(engine.getRuntimeService().createIncidentQuery().configuration(job).listPage(0, 2)).singleElement()
                .satisfies(vorfall -> assertThat(vorfall.getIncidentMessage()).contains("endgültig abgewiesen"));

        probe.beginne(rolle, null, 1);
        probe.melde();
        probe.zustellungen().stream().filter(andere -> !andere.equals(job)).forEach(engine.getManagementService()::executeJob);
        assertThat(probe.mails(anna)).hasSize(1);
        engine.getManagementService().setJobRetries(job, 1);
        engine.getManagementService().executeJob(job);
        assertThat(probe.mails(anna)).hasSize(2);
    }

    @Test
    @DisplayName("Wer eine Art abbestellt hat, bekommt sie nicht, die anderen schon")
    void abbestellt() throws Exception {
        wuensche.aendere(anna, Map.of(Wunschanlass.NEU, false));
        Task neue = probe.beginne(rolle, null, 1).get(0);
        probe.meldeUndStelleZu();
        assertThat(probe.mails(anna)).isEmpty();

        aufgaben.setAssignee(neue.getId(), anna);
        probe.meldeUndStelleZu();
        assertThat(probe.mails(anna)).hasSize(1);
        assertThat(probe.mails(anna).get(0).getSubject()).startsWith("An Sie übergeben");
        wuensche.aendere(anna, Map.of(Wunschanlass.NEU, true));
    }

    @Test
    @DisplayName("Von einer vertraulichen Aufgabe steht in der E-Mail weder Name noch Akte")
    void vertraulich() throws Exception {
        Meldungsprobe geheim = new Meldungsprobe(engine, jdbc, true);
        try {
            String person = geheim.person("gerd", geheim.rolle());
            geheim.beginne(engine.getIdentityService().createGroupQuery().groupMember(person).singleResult().getId(), null, 1);
            geheim.meldeUndStelleZu();
            assertThat(geheim.mails(person)).hasSize(1);
            MimeMessage mail = geheim.mails(person).get(0);
            assertThat(mail.getSubject()).isEqualTo("Neue Aufgabe: Vertrauliche Aufgabe");
            for (int teil = 0; teil < 2; teil++) {
                assertThat(text(mail, teil)).contains("Vertrauliche Aufgabe", "?task=").doesNotContain(geheim.zeichen(), Meldungsprobe.AUFGABE);
            }
        } finally {
            geheim.raeumeAuf();
        }
    }
}
