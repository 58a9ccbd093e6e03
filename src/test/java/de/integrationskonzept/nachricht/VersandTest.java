package de.integrationskonzept.nachricht;

import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Poststelle;
import de.integrationskonzept.prozess.Spiel;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Anwendungstest
@Tag("postgresql")
@Tag("R64")
@DisplayName("R64: Das Startschreiben erreicht alle, und jede Person einzeln")
class VersandTest extends Versandfall {

    @Test
    @DisplayName("Jede Adresse bekommt genau eine E-Mail, niemand sieht die anderen, und die Steuerungsgruppe muss nicht warten")
    void alleEinzeln() throws Exception {
        Spiel.Akte akte = versende("Name;Mail\nAdam Ähre;" + adresse("adam") + "\n\"Bär, Eva\" <" + adresse("Eva").toUpperCase() + ">\n"
                + adresse("eva") + "\n" + adresse("zoe") + "\n");
        assertThat(akte.offen()).containsExactly("erste-sitzung-vorbereiten");
        assertThat(Poststelle.an(adresse("adam"))).as("nothing goes out before its job").isEmpty();

        jobs(akte).forEach(this::fuehreAus);

        for (String person : List.of("adam", "eva", "zoe")) {
            List<MimeMessage> mails = Poststelle.an(adresse(person));
            assertThat(mails).as(person).hasSize(1);
            MimeMessage mail = mails.get(0);
            assertThat(mail.getAllRecipients()).hasSize(1);
            assertThat(mail.getSubject()).isEqualTo("Unser Integrationskonzept beginnt");
            assertThat(mail.getFrom()[0]).hasToString("Stadt Musterstadt <" + Poststelle.ABSENDER + ">");
            assertThat(mail.getReplyTo()[0]).hasToString("rueckfragen@musterstadt.example");
            assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
            assertThat(eintrag(adresse(person))).isEqualTo(Map.of("zustand", "gesendet", "antwort", "250"));
        }
        assertThat(kennungen("adam", "eva", "zoe")).doesNotHaveDuplicates();
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(vorgang(akte)).count())
                .as("all through: the sending ends").isZero();
    }

    @Test
    @DisplayName("Der Text kommt als Text an und als schlichte Seite; was nach Formatierung aussieht, bleibt, wie es dasteht")
    void textUndSeite() throws Exception {
        versendeUndFuehreAus("text");
        MimeMultipart teile = (MimeMultipart) Poststelle.an(adresse("text")).get(0).getContent();
        assertThat(teile.getContentType()).contains("multipart/alternative");
        assertThat(((String) teile.getBodyPart(0).getContent()).replace("\r\n", "\n")).isEqualTo(BRIEF);
        String seite = (String) teile.getBodyPart(1).getContent();
        assertThat(seite).contains("lang=\"de\"", "<p>es geht &lt;b&gt;los&lt;/b&gt; &amp; zwar für Größe ${1+1}.</p>", "Rita Muster</p>")
                .doesNotContain("<b>", "<script", "<img", "http");
    }

    private Spiel.Akte versendeUndFuehreAus(String... personen) {
        Spiel.Akte akte = versende(Arrays.stream(personen).map(this::adresse).collect(Collectors.joining("\n")));
        jobs(akte).forEach(this::fuehreAus);
        return akte;
    }

    @Test
    @DisplayName("Falsche Adressen nennt die Anwendung mit ihrer Zeile, bevor irgendetwas hinausgeht")
    void falscheAdressen() {
        Spiel.Akte akte = akte();
        List<String> saetze = akte.abgelehnt("integrationsbeauftragte", "startschreiben-versenden", angaben(adresse("gut")
                + "\nmax@muster\n\nBauhof\n" + "eins zwei@" + haus + "\n<x@y.example>\r\nBcc: alle@" + haus));
        assertThat(saetze).hasSize(4);
        assertThat(saetze.get(0)).startsWith("Zeile 2: „max@muster“ ist keine gültige E-Mail-Adresse");
        assertThat(saetze.get(1)).startsWith("Zeile 4: In „Bauhof“ steht keine E-Mail-Adresse");
        assertThat(saetze.get(2)).startsWith("Zeile 5:");
        assertThat(saetze.get(3)).startsWith("Zeile 7: „Bcc: alle@");
        assertThat(jdbc.queryForObject("select count(*) from IK_POST where ADRESSE like ?", Integer.class, "%" + haus)).isZero();
        assertThat(akte.offen()).containsExactly("startschreiben-versenden");
    }

    @Test
    @DisplayName("Auch tausend Adressen passen; sie stehen nur im Postbuch, in keiner Variable, und verteilen sich über die Zeit")
    void tausend() {
        Spiel.Akte akte = versende(IntStream.range(0, 1000).mapToObj(i -> "person" + i + "@" + haus).collect(Collectors.joining("\n")));
        List<Job> jobs = engine.getManagementService().createJobQuery().processInstanceId(vorgang(akte)).orderByJobDuedate().asc().listPage(0, 2000);
        assertThat(jobs).hasSize(1000);
        assertThat(Duration.between(jobs.get(0).getDuedate().toInstant(), jobs.get(999).getDuedate().toInstant()))
                .as("forty-five of the sixty in a minute").isBetween(Duration.ofSeconds(1331), Duration.ofSeconds(1333));
        assertThat(engine.getHistoryService().createHistoricVariableInstanceQuery().processInstanceId(akte.id()).list())
                .extracting(HistoricVariableInstance::getName).contains("briefText", "versandAnzahl").doesNotContain("versandAdressen");
        for (String tabelle : List.of("ACT_HI_DETAIL", "ACT_HI_VARINST", "ACT_RU_VARIABLE", "ACT_GE_BYTEARRAY")) {
            assertThat(jdbc.queryForObject("select count(*) from " + tabelle + " where NAME_ = 'versandAdressen'", Integer.class))
                    .as(tabelle).isZero();
        }
        assertThat(akte.zuletzt("versandAnzahl")).isEqualTo(1000);
        assertThat(akte.zuletzt("versandDatum")).isEqualTo("2026-11-24");
        // Later stories need not wait behind these.
        jdbc.update("update IK_POST set ZUSTAND = 'gesendet' where ADRESSE like ?", "%" + haus);
    }

    @Test
    @DisplayName("Wird zum selben Anlass noch einmal versandt, bekommen nur die Neuen eine E-Mail; eine andere Akte zählt für sich")
    void nurEinmalJeAnlass() {
        Map<String, Object> dieselbe = Map.of("aktenzeichen", "T-" + haus);
        for (String personen : List.of(adresse("alt"), adresse("ALT") + "\n" + adresse("neu"))) {
            spiel.wurzel("projektstart", dieselbe)
                    .erledige("verwaltungsspitze", "startsignal-geben", zeile("startsignal", "ja", "briefText", BRIEF, "startsignalImAuftrag", false))
                    .erledige("integrationsbeauftragte", "startschreiben-versenden", angaben(personen));
        }
        versende(adresse("alt"));
        assertThat(jdbc.queryForList("select ADRESSE from IK_POST where AKTENZEICHEN = ? order by ADRESSE", String.class, "T-" + haus))
                .containsExactly(adresse("alt"), adresse("neu"));
        assertThat(jdbc.queryForList("select MESSAGE_ID from IK_POST where ADRESSE = ?", String.class, adresse("alt")))
                .hasSize(2).doesNotHaveDuplicates();
    }
}
