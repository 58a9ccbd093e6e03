package de.integrationskonzept.nachricht;

import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Poststelle;
import de.integrationskonzept.Rest;
import de.integrationskonzept.prozess.Drehbuch;
import de.integrationskonzept.prozess.Spiel;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Duration;
import java.util.Arrays;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricVariableInstance;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Incident;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

@Anwendungstest
@Tag("postgresql")
@ExtendWith(OutputCaptureExtension.class)
@Tag("R64")
@DisplayName("R64: Das Startschreiben erreicht alle, und die Akte weiß, wen")
class VersandTest {

    private static final String BRIEF = "Liebe Kolleg*innen,\n\nes geht <b>los</b> & zwar für Größe ${1+1}.\n\nMit Grüßen\nRita Muster";

    @Autowired
    private Spiel spiel;
    @Autowired
    private Rest rest;
    @Autowired
    private ProcessEngine engine;
    @Autowired
    private Postbuch postbuch;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private PlatformTransactionManager transaktionen;

    private final String haus = "amt" + UUID.randomUUID().toString().substring(0, 8) + ".example";

    @AfterEach
    void lassDurch() {
        Poststelle.pfoertner().lassDurch();
    }

    private String adresse(String person) {
        return person + "@" + haus;
    }

    /** A file in which only the letter remains to be sent. */
    private Spiel.Akte akte() {
        Spiel.Akte akte = spiel.wurzel("projektstart", Map.of());
        return akte.erledige("verwaltungsspitze", "startsignal-geben", zeile("startsignal", "ja", "briefText", BRIEF, "startsignalImAuftrag", false));
    }

    private Spiel.Akte versende(String adressen) {
        return akte().erledige("integrationsbeauftragte", "startschreiben-versenden", angaben(adressen));
    }

    private static Map<String, Object> angaben(String adressen) {
        return zeile("versandArt", "anwendung", "versandAdressen", adressen, "versandAlle", "ja");
    }

    private List<Job> jobs(Spiel.Akte akte) {
        return engine.getManagementService().createJobQuery().processInstanceId(vorgang(akte)).orderByJobDuedate().asc().list();
    }

    /** The root that carries the mails of this file. */
    private String vorgang(Spiel.Akte akte) {
        String zeichen = engine.getHistoryService().createHistoricProcessInstanceQuery().processInstanceId(akte.id()).singleResult().getBusinessKey();
        return engine.getHistoryService().createHistoricProcessInstanceQuery().processDefinitionKey("versand").processInstanceBusinessKey(zeichen + " · Versand")
                .singleResult().getId();
    }

    private void fuehreAus(Job job) {
        engine.getManagementService().executeJob(job.getId());
    }

    private Job job(Spiel.Akte akte, String adresse) {
        String post = jdbc.queryForObject("select ID from IK_POST where ADRESSE = ?", String.class, adresse);
        return jobs(akte).stream().filter(j -> ((JobEntity) j).getJobHandlerConfigurationRaw().equals(post))
                .findFirst().orElseThrow();
    }

    private Map<String, Object> eintrag(String adresse) {
        Map<String, Object> zeile = new LinkedHashMap<>(jdbc.queryForMap("select ZUSTAND, ANTWORT from IK_POST where ADRESSE = ?", adresse));
        return Map.of("zustand", zeile.values().toArray()[0], "antwort", String.valueOf(zeile.values().toArray()[1]));
    }

    @Test
    @DisplayName("Jede Adresse bekommt genau eine E-Mail, niemand sieht die anderen, und die Steuerungsgruppe muss nicht warten")
    void alleEinzeln() throws Exception {
        Spiel.Akte akte = versende("Name;Mail\nAdam Ähre;" + adresse("adam") + "\n\"Bär, Eva\" <" + adresse("Eva").toUpperCase() + ">\n" + adresse("eva")
                + "\n" + adresse("zoe") + "\n");
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

    private List<String> kennungen(String... personen) {
        return Arrays.stream(personen).flatMap(p -> Poststelle.an(adresse(p)).stream()).map(VersandTest::kennung).toList();
    }

    private static String kennung(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException unlesbar) {
            throw new IllegalStateException(unlesbar);
        }
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
    @DisplayName("Kann der Mailserver gerade nicht, wird es mit wachsenden Pausen wieder versucht, bis es gelingt")
    void spaeter() {
        Spiel.Akte akte = versende(adresse("spaeter"));
        Poststelle.pfoertner().antworte(adresse("spaeter"), "451 4.3.0 spaeter bitte " + adresse("spaeter"), "452 4.2.2 voll");
        assertThat(pauseNach(akte)).isBetween(Duration.ofSeconds(50), Duration.ofSeconds(70));
        assertThat(eintrag(adresse("spaeter"))).isEqualTo(Map.of("zustand", "geplant", "antwort", "451"));
        assertThat(pauseNach(akte)).isBetween(Duration.ofSeconds(290), Duration.ofSeconds(310));
        assertThat(vorfaelle(akte)).as("nobody is bothered yet").isEmpty();

        fuehreAus(jobs(akte).get(0));
        assertThat(Poststelle.an(adresse("spaeter"))).hasSize(1);
        assertThat(eintrag(adresse("spaeter"))).isEqualTo(Map.of("zustand", "gesendet", "antwort", "250"));
    }

    private Duration pauseNach(Spiel.Akte akte) {
        assertThatThrownBy(() -> fuehreAus(jobs(akte).get(0))).isInstanceOf(NichtZugestellt.class);
        Date jetzt = ClockUtil.getCurrentTime();
        return Duration.between(jetzt.toInstant(), jobs(akte).get(0).getDuedate().toInstant());
    }

    private List<Incident> vorfaelle(Spiel.Akte akte) {
        return engine.getRuntimeService().createIncidentQuery().processInstanceId(vorgang(akte)).list();
    }

    @Test
    @DisplayName("Lehnt der Mailserver den Absender ab, gilt keine Adresse als abgewiesen; nach dem letzten Versuch steht ein Vorfall im Cockpit")
    void absenderAbgelehnt() {
        Spiel.Akte akte = versende(adresse("absender"));
        Poststelle.pfoertner().antworte(Poststelle.ABSENDER, IntStream.range(0, 8).mapToObj(i -> "550 5.7.1 so nicht").toArray(String[]::new));
        for (int versuch = 0; versuch < 8; versuch++) {
            assertThat(vorfaelle(akte)).as("attempt " + versuch).isEmpty();
            assertThatThrownBy(() -> fuehreAus(jobs(akte).get(0))).isInstanceOf(NichtZugestellt.class);
        }
        assertThat(vorfaelle(akte)).singleElement().satisfies(v -> assertThat(v.getIncidentMessage()).contains("stoßen Sie den Schritt erneut an"));
        assertThat(eintrag(adresse("absender")).get("zustand")).isEqualTo("geplant");
    }

    @Test
    @DisplayName("Eine abgewiesene Adresse wird ein Vorfall mit deutschem Satz, die anderen gehen weiter; wer ihn neu anstößt, sendet noch einmal")
    void abgewiesen(CapturedOutput protokoll) {
        Spiel.Akte akte = versende(adresse("weg") + "\n" + adresse("da"));
        Poststelle.pfoertner().antworte(adresse("weg"), "550 5.1.1 <" + adresse("weg") + "> unbekannt");
        assertThatThrownBy(() -> fuehreAus(job(akte, adresse("weg")))).isInstanceOf(NichtZugestellt.class);
        fuehreAus(job(akte, adresse("da")));

        assertThat(vorfaelle(akte)).singleElement().satisfies(vorfall -> {
            assertThat(vorfall.getActivityId()).isEqualTo("emails-zustellen");
            assertThat(vorfall.getIncidentMessage()).contains("endgültig abgewiesen (Antwort 550)", "Versandliste der Akte").doesNotContain(haus);
        });
        assertThat(Poststelle.an(adresse("da"))).hasSize(1);
        assertThat(eintrag(adresse("weg"))).isEqualTo(Map.of("zustand", "abgewiesen", "antwort", "550"));
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(vorgang(akte)).count()).isEqualTo(1);

        assertThat(protokoll.getAll()).as("the log of the application").doesNotContain(haus);

        engine.getManagementService().setJobRetries(job(akte, adresse("weg")).getId(), 1);
        assertThat(vorfaelle(akte)).isEmpty();
        fuehreAus(job(akte, adresse("weg")));
        assertThat(Poststelle.an(adresse("weg"))).hasSize(1);
        assertThat(engine.getRuntimeService().createProcessInstanceQuery().processInstanceId(vorgang(akte)).count()).isZero();
    }

    @Test
    @DisplayName("Geht zwischen der Antwort des Mailservers und unserem Speichern etwas schief, kommt dieselbe E-Mail mit derselben Kennung noch einmal")
    void nochEinmal() {
        Spiel.Akte akte = versende(adresse("doppelt"));
        Job job = jobs(akte).get(0);
        new TransactionTemplate(transaktionen).executeWithoutResult(transaktion -> {
            fuehreAus(job);
            transaktion.setRollbackOnly();
        });
        assertThat(eintrag(adresse("doppelt")).get("zustand")).isEqualTo("geplant");
        fuehreAus(jobs(akte).get(0));
        List<String> kennungen = kennungen("doppelt");
        assertThat(kennungen).hasSize(2);
        assertThat(kennungen.get(0)).isEqualTo(kennungen.get(1)).matches("<[0-9a-f]{40}@musterstadt\\.example>");
        assertThat(eintrag(adresse("doppelt"))).isEqualTo(Map.of("zustand", "gesendet", "antwort", "250"));
    }

    @Test
    @DisplayName("Falsche Adressen nennt die Anwendung mit ihrer Zeile, bevor irgendetwas hinausgeht")
    void falscheAdressen() {
        Spiel.Akte akte = akte();
        List<String> saetze = akte.abgelehnt("integrationsbeauftragte", "startschreiben-versenden", angaben(adresse("gut") + "\nmax@muster\n\nBauhof\n"
                + "eins zwei@" + haus + "\n<x@y.example>\r\nBcc: alle@" + haus));
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
            assertThat(jdbc.queryForObject("select count(*) from " + tabelle + " where NAME_ = 'versandAdressen'", Integer.class)).as(tabelle).isZero();
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
        assertThat(jdbc.queryForList("select MESSAGE_ID from IK_POST where ADRESSE = ?", String.class, adresse("alt"))).hasSize(2).doesNotHaveDuplicates();
    }

    @Test
    @DisplayName("Adressen bleiben so lange wie die Geschichte ihrer Akte, und keinen Tag länger")
    void aufbewahrung() {
        Spiel.Akte geht = versende(adresse("geht"));
        versende(adresse("bleibt"));
        engine.getRuntimeService().deleteProcessInstance(geht.id(), "Probe");
        postbuch.raeumeAuf();
        assertThat(eintrag(adresse("geht"))).isNotEmpty();
        engine.getHistoryService().deleteHistoricProcessInstance(geht.id());
        postbuch.raeumeAuf();
        assertThat(jdbc.queryForList("select ADRESSE from IK_POST where ADRESSE like ?", String.class, "%" + haus)).containsExactly(adresse("bleibt"));
    }

    @Test
    @DisplayName("Den Nachweis sieht, wer die Akte sieht: Summen und die abgewiesenen Adressen, auf Wunsch alle")
    void nachweis() {
        Spiel.Akte akte = spiel.beginne(Drehbuch.stadt()).spieleBis(Drehbuch.gut().anders("startsignal-geben", "briefText", BRIEF),
                "startschreiben-versenden");
        akte.erledige("integrationsbeauftragte", "startschreiben-versenden", angaben(adresse("eins") + ";" + adresse("zwei") + ";" + adresse("drei")));
        Poststelle.pfoertner().antworte(adresse("zwei"), "550 5.1.1 unbekannt");
        fuehreAus(job(akte, adresse("eins")));
        assertThatThrownBy(() -> fuehreAus(job(akte, adresse("zwei")))).isInstanceOf(NichtZugestellt.class);

        String pfad = "/api/akten/" + akte.id() + "/versand";
        for (String rolle : List.of("integrationsbeauftragte", "vorgesetzte", "verwaltungsspitze", "steuerungsgruppe")) {
            JsonNode versand = rest.als(rolle).get(pfad).json();
            assertThat(versand).hasSize(1);
            assertThat(versand.get(0).path("anlass").asText()).isEqualTo("startschreiben");
            assertThat(List.of("adressen", "gesendet", "geplant", "abgewiesen").stream().map(n -> versand.get(0).path(n).asInt()).toList())
                    .containsExactly(3, 1, 1, 1);
            assertThat(versand.get(0).path("abgewiesene")).hasSize(1);
            assertThat(versand.get(0).path("abgewiesene").get(0).path("adresse").asText()).isEqualTo(adresse("zwei"));
            assertThat(versand.get(0).path("abgewiesene").get(0).path("antwort").asInt()).isEqualTo(550);
            assertThat(versand.get(0).path("empfang").isNull()).isTrue();
            assertThat(rest.als(rolle).get(pfad + "?alle=true").json().get(0).path("empfang")).hasSize(3);
        }
        for (String rolle : List.of("kaemmerei", "fachbereich-soziales", "gemeinde", "modellpflege")) {
            Rest.Antwort antwort = rest.als(rolle).get(pfad);
            assertThat(antwort.status()).as(rolle).isEqualTo(404);
            assertThat(antwort.text()).doesNotContain(haus);
        }
        Rest.Antwort nurStand = rest.als("prozessverantwortung").get(pfad);
        assertThat(nurStand.status()).isEqualTo(403);
        assertThat(nurStand.text()).doesNotContain(haus);
        assertThat(rest.ohneAnmeldung().get(pfad).status()).isEqualTo(401);
        assertThat(jdbc.queryForObject("select count(*) from IK_ZUGRIFF where ART = 'Versand' and PROZESSINSTANZ = ?", Integer.class, akte.id()))
                .as("who read it is noted").isEqualTo(4);
    }
}
