package de.integrationskonzept.nachricht;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.prozess.Spiel;
import jakarta.mail.internet.MimeMessage;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Wer eine Aufgabe allein erledigen kann, erfährt es sofort")
class MeldungTest extends Meldungsfall {

    @Autowired
    private Spiel spiel;
    @Autowired
    private Wuensche wuensche;

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
