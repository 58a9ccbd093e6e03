package de.integrationskonzept.nachricht;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;

/** Each deployment is taken back: others meet the templates as they were shipped. */
@Anwendungstest
@Tag("postgresql")
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("Die Modellpflege ändert den Text einer E-Mail, und die nächste hat ihn")
class MailpflegeTest {

    private static final String DATEI = "mail-aufgabe.html";
    private static final String UNSERE = Mailmuster.mitgelieferte(Mailart.AUFGABE).replace("<h2>Neu für Sie</h2>", "<h2>Frisch auf dem Tisch</h2>");

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private Rest rest;

    private final List<String> bereitstellungen = new ArrayList<>();
    private Meldungsprobe probe;
    private String rolle;
    private String anna;

    @BeforeEach
    void stelleBereit() {
        // After the application was started: the latest deployment counts.
        ClockUtil.offset(Instant.parse("2027-03-01T09:00:00Z").toEpochMilli() - System.currentTimeMillis());
        probe = new Meldungsprobe(engine, jdbc, false);
        rolle = probe.rolle();
        anna = probe.person("anna", rolle);
    }

    @AfterEach
    void raeumeAuf() {
        probe.raeumeAuf();
        bereitstellungen.forEach(id -> engine.getRepositoryService().deleteDeployment(id, true));
    }

    private static String teil(MimeMessage mail, int nummer) {
        try {
            return (String) ((Multipart) mail.getContent()).getBodyPart(nummer).getContent();
        } catch (MessagingException | IOException unlesbar) {
            throw new AssertionError(unlesbar);
        }
    }

    /** The text of the next mail to her. */
    private String naechste() {
        probe.beginne(rolle, null, 1);
        probe.meldeUndStelleZu();
        List<MimeMessage> mails = probe.mails(anna);
        return teil(mails.get(mails.size() - 1), 0);
    }

    private String beginneAenderung(Rest.Person pflege, String vorlage) {
        String weg = "/api/vorschlaege/" + pflege.post("/api/vorschlaege", Map.of("titel", "Andere Worte")).json().path("id").asText();
        Rest.Antwort abgelegt = pflege.sende("PUT", weg + "/dateien/" + DATEI, "application/octet-stream",
                HttpRequest.BodyPublishers.ofString(vorlage));
        assertThat(abgelegt.status()).as(abgelegt.text()).isEqualTo(200);
        return weg;
    }

    @Test
    @DisplayName("In der Modellpflege heruntergeladen, geändert, bereitgestellt: Die nächste E-Mail hat die neuen Worte, in Text und Seite")
    void geaendert() {
        Rest.Person pflege = rest.als("modellpflege");
        JsonNode zeile = StreamSupport.stream(pflege.get("/api/modelle").json().spliterator(), false)
                .filter(m -> m.path("datei").asText().equals(DATEI)).findFirst().orElseThrow();
        assertThat(zeile.path("art").asText()).isEqualTo("mail");
        assertThat(zeile.path("name").asText()).isEqualTo("E-Mail sofort: neue und übergebene Aufgaben, Bitten um Antwort");
        assertThat(pflege.get("/api/modelle/" + DATEI).text()).isEqualTo(Mailmuster.mitgelieferte(Mailart.AUFGABE));
        assertThat(naechste()).contains("Neu für Sie");

        String weg = beginneAenderung(pflege, UNSERE);
        assertThat(pflege.get(weg + "/befunde").json()).isEmpty();
        Rest.Antwort antwort = pflege.post(weg + "/bereitstellung", Map.of());
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        bereitstellungen.add(antwort.json().path("bereitstellung").asText());

        assertThat(naechste()).contains("Frisch auf dem Tisch", "Guten Tag Erika anna,", "- Haushalt prüfen").doesNotContain("Neu für Sie");
        assertThat(teil(probe.mails(anna).get(1), 1)).contains("<h2>Frisch auf dem Tisch</h2>");
    }

    @Test
    @DisplayName("Ein Skript, ein fremdes Bild, ein unbekanntes Feld: Nichts wird bereitgestellt, und ein Satz sagt, warum")
    void abgelehnt() {
        Rest.Person pflege = rest.als("modellpflege");
        Map.of("<script>alert(1)</script>", "<script>", "<img src=\"https://example.org/x.gif\">", "<img>", "<p>{{nachname}}</p>", "„nachname“")
                .forEach((stelle, grund) -> {
                    String weg = beginneAenderung(pflege, UNSERE.replace("</body>", stelle + "</body>"));
                    assertThat(pflege.get(weg + "/befunde").json().toString()).contains(grund);
                    Rest.Antwort antwort = pflege.post(weg + "/bereitstellung", Map.of());
                    assertThat(antwort.status()).as(stelle).isEqualTo(400);
                    assertThat(antwort.text()).contains(grund);
                });
        assertThat(naechste()).contains("Neu für Sie");
    }

    @Test
    @DisplayName("Die eigene Vorlage einer Kommune gilt für ihre Aufgaben, die einer fremden nicht")
    void jeKommune() {
        stelleBereit("09888777", UNSERE.replace("Frisch", "Fremd"));
        assertThat(naechste()).contains("Neu für Sie");
        stelleBereit(Meldungsprobe.KOMMUNE, UNSERE);
        stelleBereit(null, UNSERE.replace("Frisch", "Allgemein"));
        assertThat(naechste()).contains("Frisch auf dem Tisch");
    }

    private void stelleBereit(String kommune, String vorlage) {
        bereitstellungen.add(engine.getRepositoryService().createDeployment().name("probe").tenantId(kommune).addString(DATEI, vorlage).deploy()
                .getId());
    }

    @Test
    @DisplayName("Bleibt der Betreff nach einer Änderung leer, geht die E-Mail mit der mitgelieferten Vorlage hinaus; das Protokoll sagt es einmal")
    void fehlerInDerVorlage(CapturedOutput protokoll) throws Exception {
        stelleBereit(null, UNSERE.replaceFirst("<title>[^\\n]*</title>", "<title>{{#einzeln}}Neu: {{aufgabe}}{{/einzeln}}</title>"));
        assertThat(naechste()).contains("Frisch auf dem Tisch");
        for (int mal = 1; mal <= 2; mal++) {
            probe.beginne(rolle, null, 2);
            probe.meldeUndStelleZu();
            assertThat(probe.mails(anna)).hasSize(1 + mal);
            assertThat(probe.mails(anna).get(mal).getSubject()).isEqualTo("2 Nachrichten zu Ihren Aufgaben");
            assertThat(teil(probe.mails(anna).get(mal), 0)).contains("Neu für Sie");
        }
        assertThat(protokoll.getAll().split("the deployed template mail-aufgabe.html cannot be filled in", -1)).hasSize(2);
        assertThat(protokoll.getAll()).doesNotContain("Haushalt prüfen");
    }

    @Test
    @DisplayName("Wer eine Aufgabe feindlich nennt, richtet in der E-Mail nichts an")
    void feindlich() throws Exception {
        String name = "</a><script>alert(1)</script> {{person}} & Co";
        engine.getTaskService().saveTask(umbenannt(name));
        probe.meldeUndStelleZu();
        MimeMessage mail = probe.mails(anna).get(0);
        assertThat(mail.getSubject()).startsWith("Neue Aufgabe: " + name);
        assertThat(teil(mail, 0)).contains("- " + name + ", Akte ");
        assertThat(teil(mail, 1)).doesNotContain("<script").contains("&lt;/a&gt;&lt;script&gt;alert(1)&lt;/script&gt; {{person}} &amp; Co");
    }

    private Task umbenannt(String name) {
        Task aufgabe = probe.beginne(rolle, null, 1).get(0);
        aufgabe.setName(name);
        return aufgabe;
    }
}
