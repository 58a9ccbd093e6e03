package de.integrationskonzept.nachricht;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Gemeldet wird gesammelt, und nur, was am Ende stimmt")
class MeldungssammlungTest extends Meldungsfall {

    private static final Instant ZEHN_UHR = Instant.parse("2026-11-24T09:00:20Z");

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
}
