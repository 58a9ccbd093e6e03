package de.integrationskonzept.nachricht;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Poststelle;
import de.integrationskonzept.Rest;
import jakarta.mail.internet.MimeMessage;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.context.bean.override.mockito.MockitoSpyBean;

@Anwendungstest
@DirtiesContext
@Tag("eigene-anwendung") // its job would be one too many in other stories, and it makes more Kommunen
@TestPropertySource(properties = {"integrationskonzept.nachricht.tagespost=true", "datenbank=postgresql"})
@ExtendWith(OutputCaptureExtension.class)
@DisplayName("Die Post am Morgen: eine E-Mail je Person mit allem, was zu sagen ist")
class TagespostTest {

    private static final String DIENSTAG = "2026-11-24T06:30";
    private static final String ROLLE = "tp-rolle";

    @Autowired
    private ProcessEngine engine;
    @Autowired
    private JdbcTemplate jdbc;
    @Autowired
    private Rest rest;
    @Autowired
    private Tagespost tagespost;
    @Autowired
    private JavaMailSenderImpl mailserver;
    @MockitoSpyBean
    private Wuensche wuensche;

    private Tagesprobe probe;

    @BeforeEach
    void beginne() {
        probe = new Tagesprobe(jdbc, engine);
        probe.beginne();
    }

    private Tagesprobe.Post eine(String adresse) {
        assertThat(probe.an(adresse)).hasSize(1);
        return probe.an(adresse).get(0);
    }

    @Test
    @DisplayName("Nach Akten und Abschnitten geordnet, mit Link zu jeder Aufgabe, als Text und als Seite; zugestellt genau einmal")
    void nachAkten() throws Exception {
        String wer = probe.person("tp-eine", "09999999", ROLLE);
        String spaet = probe.aufgabe("Mittel prüfen", "09999999", "TP-1", "ressourcen", ROLLE, null, "2026-11-01T10:00", "2026-11-23T10:00");
        probe.aufgabe("Ressourcen <planen> & zusagen", "09999999", "TP-2", "ressourcen", ROLLE, "tp-eine", "2026-11-01T10:00", "2026-11-24T23:59");
        probe.aufgabe("Leitbild entwerfen", "09999999", "TP-1", "leitbild", ROLLE, null, "2026-11-01T10:00", "2026-11-25T00:00");
        probe.aufgabe("Gemeinden anschreiben", "09999999", "TP-1", "gemeinden", ROLLE, null, "2026-11-23T15:00", "2027-03-01T10:00");
        probe.aufgabe("Noch lange Zeit", "09999999", "TP-3", "gemeinden", ROLLE, null, "2026-11-01T15:00", "2027-03-01T10:00");

        probe.morgens(DIENSTAG);

        Tagesprobe.Post post = eine(wer);
        assertThat(post.anlass()).isEqualTo("tagespost 2026-11-24");
        assertThat(post.betreff()).isEqualTo("Aufgaben sind überfällig");
        Document seite = Jsoup.parse(post.seite());
        assertThat(seite.select("html").attr("lang")).isEqualTo("de");
        assertThat(seite.select("h2").eachText()).containsExactly("Musterkommune, Aktenzeichen TP-1", "Musterkommune, Aktenzeichen TP-2");
        assertThat(seite.select("h1, h2, h3").eachText()).containsExactly("Aufgaben sind überfällig", "Musterkommune, Aktenzeichen TP-1", "Überfällig", "Bald fällig",
                "Neu", "Musterkommune, Aktenzeichen TP-2", "Heute fällig");
        assertThat(seite.select("li a").eachText()).containsExactly("Mittel prüfen", "Leitbild entwerfen", "Gemeinden anschreiben", "Ressourcen <planen> & zusagen");
        assertThat(seite.select("li a").first().attr("href")).endsWith("?task=" + spaet);
        assertThat(seite.select("a").last().text()).contains("Einstellen");
        assertThat(post.text()).contains("Guten Tag,", "- Mittel prüfen (fällig am Montag, 23. November 2026)", "?task=" + spaet,
                "Ressourcen <planen> & zusagen").doesNotContain("Noch lange Zeit", "Erika");

        probe.morgens("2026-11-24T06:40");
        assertThat(probe.alle()).isEqualTo(1);
        probe.person("tp-danach", "09999999", "tp-danach");
        probe.aufgabe("Danach entstanden", "tp-danach", "2026-11-24T07:00", null);
        Tagesprobe.stelleUhr("2026-11-24T09:00");
        engine.getManagementService().executeJob(probe.job());
        assertThat(probe.alle()).as("the day's digest has been written").isEqualTo(1);
        engine.getManagementService().createJobQuery().messages().list().forEach(job -> engine.getManagementService().executeJob(job.getId()));
        assertThat(Poststelle.an(wer)).hasSize(1);
        assertThat(probe.faellig()).isEqualTo(Tagesprobe.zeit("2026-11-25T06:30"));
    }

    @Test
    @DisplayName("Ohne etwas zu sagen kommt keine E-Mail; was liegen bleibt, wird erst nach einer Woche wieder erwähnt")
    void nichtsZuSagen() {
        String wer = probe.person("tp-ruhig", "09999999", ROLLE);
        probe.person("tp-ohne-aufgaben", "09999999", "tp-andere");
        probe.aufgabe("Mittel prüfen", ROLLE, "2026-11-01T10:00", "2026-11-23T10:00");
        for (String tag : List.of("24", "25", "26", "27", "30")) {
            probe.morgens("2026-11-" + tag + "T06:30");
            assertThat(probe.an(wer)).as(tag).hasSize(1);
        }
        probe.morgens("2026-12-01T06:30");
        assertThat(probe.an(wer)).extracting(Tagesprobe.Post::anlass).containsExactly("tagespost 2026-11-24", "tagespost 2026-12-01");
        assertThat(probe.alle()).isEqualTo(2);
    }

    @Test
    @DisplayName("500 Aufgaben auf einmal geben jeder der Rolle eine einzige E-Mail")
    void fuenfhundert() {
        List<String> personen = IntStream.range(0, 4).mapToObj(i -> probe.person("tp-viele-" + i, "09999999", ROLLE)).toList();
        IntStream.range(0, 500).forEach(i -> probe.aufgabe("Aufgabe mit einem langen Namen ".repeat(8) + i, "09999999", "TP-" + i, "ressourcen", ROLLE, null,
                "2026-11-23T15:00", null));
        probe.morgens(DIENSTAG);
        assertThat(probe.alle()).isEqualTo(4);
        assertThat(personen).allSatisfy(wer -> {
            assertThat(Jsoup.parse(eine(wer).seite()).select("li")).hasSize(40);
            assertThat(eine(wer).text()).contains("Weitere Aufgaben, die hier keinen Platz haben: ").hasSizeLessThan(20_000);
        });
    }

    @Test
    @DisplayName("Wer übernommen hat, hört davon allein; was ruht und was ständig bereitsteht, steht in keiner E-Mail")
    void wessen() {
        String eine = probe.person("tp-hat", "09999999", ROLLE);
        String andere = probe.person("tp-hat-nicht", "09999999", ROLLE);
        probe.aufgabe("Übernommene", "09999999", "TP-1", "ressourcen", ROLLE, "tp-hat", "2026-11-23T15:00", null);
        probe.aufgabe("Akte nachtragen", "09999999", "TP-1", "nachtragen", ROLLE, null, "2026-11-23T15:00", "2026-11-24T10:00");
        String ruhend = probe.aufgabe("Ruhende", ROLLE, "2026-11-23T15:00", "2026-11-24T10:00");
        jdbc.update("update ACT_RU_TASK set SUSPENSION_STATE_ = 2 where ID_ = ?", ruhend);
        probe.morgens(DIENSTAG);
        assertThat(eine(eine).text()).contains("Übernommene").doesNotContain("nachtragen", "Ruhende");
        assertThat(probe.an(andere)).isEmpty();
    }

    @Test
    @DisplayName("Von vertraulichen Aufgaben sagt die E-Mail weder Namen noch Akte, und sie werden niemandem sonst gemeldet")
    void vertraulich() {
        String wer = probe.person("tp-vertraut", "09999999", ROLLE);
        String chef = probe.person("tp-chefin", "09999999", "vorgesetzte");
        probe.aufgabe("Interessen notieren", "09999999", "TP-GEHEIM", "interessen", ROLLE, null, "2026-11-01T15:00", "2026-11-23T10:00");
        probe.morgens(DIENSTAG);
        Tagesprobe.Post post = eine(wer);
        assertThat(post.text()).contains("Vertrauliche Aufgabe", "?task=tp-");
        assertThat(post.betreff() + post.text() + post.seite()).doesNotContain("Interessen", "GEHEIM");
        IntStream.rangeClosed(25, 30).forEach(tag -> probe.morgens("2026-11-" + tag + "T06:30"));
        assertThat(probe.an(chef)).isEmpty();
    }

    @Test
    @DisplayName("Nach einer Woche erfährt es die vorgesetzte Stelle derselben Kommune, mit der Rolle und ohne Namen; keine andere")
    void eskalation() {
        probe.kommune("09888001", "Stadt Bergen");
        String chef = probe.person("tp-chef", "09999999", "vorgesetzte");
        String fremd = probe.person("tp-fremd", "09888001", "vorgesetzte", "kaemmerei");
        probe.aufgabe("Mittel prüfen", "09999999", "TP-1", "ressourcen", "kaemmerei", "tp-irgendwer", "2026-11-01T10:00", "2026-11-17T10:00");
        probe.aufgabe("Eigenes", "vorgesetzte", "2026-11-20T10:00", "2026-11-23T10:00");
        probe.morgens("2026-11-23T06:30");
        assertThat(eine(chef).text()).as("four working days late").contains("Eigenes").doesNotContain("Mittel prüfen");
        jdbc.update("update ACT_RU_TASK set SUSPENSION_STATE_ = 2 where NAME_ = 'Eigenes'");
        jdbc.update("delete from IK_POST");
        probe.morgens(DIENSTAG);
        assertThat(eine(chef).betreff()).isEqualTo("Aufgaben bleiben liegen");
        assertThat(eine(chef).text()).contains("Mittel prüfen", "Liegt bei: Kämmerei").doesNotContain("irgendwer");
        assertThat(probe.an(fremd)).isEmpty();
    }

    @Test
    @DisplayName("Aufgaben einer fremden Kommune gehen niemanden etwas an; wer für zwei arbeitet, bekommt eine E-Mail für beide, auch mit geteiltem Postfach")
    void kommunen() {
        probe.kommune("09888001", "Stadt Bergen");
        probe.kommune("05888002", "Stadt Tal");
        String fremd = probe.person("tp-berg", "09888001", ROLLE);
        String beide = probe.person("tp-beide", "Amt@Tagespost.example", List.of("09888001", "05888002"), ROLLE);
        probe.person("tp-amt", "amt@tagespost.example", List.of("05888002"), ROLLE);
        probe.aufgabe("In Bergen", "09888001", "B-1", "ressourcen", ROLLE, null, "2026-11-23T15:00", null);
        probe.aufgabe("In Tal", "05888002", "T-1", "ressourcen", ROLLE, null, "2026-11-23T15:00", null);
        probe.morgens(DIENSTAG);
        assertThat(eine(fremd).text()).contains("In Bergen").doesNotContain("In Tal");
        assertThat(Jsoup.parse(eine(beide).seite()).select("h2").eachText()).containsExactlyInAnyOrder("Stadt Bergen, Aktenzeichen B-1",
                "Stadt Tal, Aktenzeichen T-1");
        assertThat(Jsoup.parse(eine(beide).seite()).select("li")).hasSize(2);
        assertThat(probe.alle()).isEqualTo(2);
    }

    @Test
    @DisplayName("Die Modellpflege ändert Anfang und Satz eines Abschnitts; die nächste E-Mail hat beides, und sagt, was in Vertretung ist")
    void geaendert() throws Exception {
        String wer = probe.person("tp-worte", "09999999", ROLLE);
        String aufgabe = probe.aufgabe("Mittel prüfen", ROLLE, "2027-02-01T10:00", "2027-03-02T10:00");
        jdbc.update("insert into IK_VERTRETUNG (ID, AUFGABE, KOMMUNE, FUER_PERSON, ABGEGEBEN, SEIT) values (?, ?, '09999999', 'tp-fort', false, ?)",
                aufgabe, aufgabe, Tagesprobe.zeit("2027-02-20T10:00"));
        String vorlage = Mailmuster.mitgelieferte(Mailart.TAGESPOST).replace("<p>Guten Tag,</p>", "<p>Moin,</p>");
        String regeln = new ClassPathResource("bpmn/nachrichten/nachrichten-regeln.dmn").getContentAsString(StandardCharsets.UTF_8)
                .replace("Heute ist der letzte Arbeitstag vor dem Termin.", "Heute muss es fertig werden.");
        Tagesprobe.stelleUhr("2027-03-01T18:00"); // after the application was started: the latest deployment counts
        List<String> bereitgestellt = List.of(stelleBereit("mail-tagespost.html", vorlage), stelleBereit("nachrichten-regeln.dmn", regeln));
        try {
            probe.morgens("2027-03-02T06:30");
            assertThat(eine(wer).text()).contains("Moin,", "Heute fällig\n\nHeute muss es fertig werden.\n- Mittel prüfen (in Vertretung) "
                    + "(fällig am Dienstag").doesNotContain("Guten Tag", "tp-fort");
            assertThat(eine(wer).seite()).contains("<p>Moin,</p>", "<p>Heute muss es fertig werden.</p>");
        } finally {
            bereitgestellt.forEach(id -> engine.getRepositoryService().deleteDeployment(id, true));
            jdbc.update("delete from IK_VERTRETUNG where AUFGABE = ?", aufgabe);
        }
    }

    /** As the Modeler does it. */
    private String stelleBereit(String datei, String inhalt) {
        String teile = "--grenze\r\nContent-Disposition: form-data; name=\"deployment-name\"\r\n\r\nWorte\r\n--grenze\r\n"
                + "Content-Disposition: form-data; name=\"datei\"; filename=\"" + datei + "\"\r\nContent-Type: application/octet-stream\r\n\r\n" + inhalt + "\r\n--grenze--\r\n";
        Rest.Antwort antwort = rest.als("modellpflege").sende("POST", "/engine-rest/deployment/create", "multipart/form-data; boundary=grenze",
                HttpRequest.BodyPublishers.ofString(teile));
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(200);
        return antwort.json().path("id").asText();
    }

    @ParameterizedTest(name = "fällig {1}, am {0}: {2}")
    @CsvSource({"2027-03-24T06:30,2027-03-30T09:00,", "2027-03-25T06:30,2027-03-28T02:30,Heute sind Aufgaben fällig", "2027-03-30T06:30,2027-03-28T03:30,Aufgaben sind überfällig",
        "2026-10-23T06:30,2026-10-25T02:30,Heute sind Aufgaben fällig", "2026-10-26T06:30,2026-10-26T23:59,Heute sind Aufgaben fällig",
        "2026-10-26T06:30,2026-10-27T00:00,Bald sind Aufgaben fällig", "2028-02-29T06:30,2028-02-29T12:00,Heute sind Aufgaben fällig",
        "2028-02-29T06:30,2028-03-01T00:00,Bald sind Aufgaben fällig", "2028-03-01T06:30,2028-02-29T23:59,Aufgaben sind überfällig",
        "2026-12-31T06:30,2027-01-03T12:00,Heute sind Aufgaben fällig", "2027-01-04T06:30,2026-12-31T23:00,Aufgaben sind überfällig",
        "2027-01-05T06:30,2027-01-06T12:00,Heute sind Aufgaben fällig", "2027-01-06T06:30,2027-01-06T12:00,"})
    @DisplayName("Erinnert wird am richtigen Tag: Sommerzeit, Winterzeit, Schalttag, Jahreswechsel, Heilige Drei Könige in Bayern")
    void richtigerTag(String wann, String faellig, String betreff) {
        probe.kommune("09888001", "Stadt Bergen");
        String wer = probe.person("tp-bayern", "09888001", ROLLE);
        probe.aufgabe("Mittel prüfen", "09888001", "B-1", "ressourcen", ROLLE, null, "2026-01-01T10:00", faellig);
        probe.morgens(wann);
        assertThat(probe.an(wer)).extracting(Tagesprobe.Post::betreff).isEqualTo(betreff == null ? List.of() : List.of(betreff));
    }

    @Test
    @DisplayName("Am Feiertag des einen Landes bekommt nur das andere Post; danach fehlt dem ersten nichts")
    void feiertag() {
        probe.kommune("09888001", "Stadt Bergen");
        probe.kommune("05888002", "Stadt Tal");
        String bayern = probe.person("tp-bayern", "09888001", ROLLE);
        String nrw = probe.person("tp-nrw", "05888002", ROLLE);
        probe.morgens("2027-01-05T06:30");
        for (String kommune : List.of("09888001", "05888002")) {
            probe.aufgabe("Neues in " + kommune, kommune, "A-1", "ressourcen", ROLLE, null, "2027-01-05T15:00", null);
        }
        probe.morgens("2027-01-06T06:30");
        assertThat(probe.an(nrw)).hasSize(1);
        assertThat(probe.an(bayern)).isEmpty();
        probe.morgens("2027-01-07T06:30");
        assertThat(probe.an(nrw)).hasSize(1);
        assertThat(eine(bayern).text()).contains("Neues in 09888001");
    }

    @Test
    @DisplayName("Nach einem Stillstand kommt nur die Post von heute, mit allem, was inzwischen zu sagen gewesen wäre; nachts und am Wochenende keine")
    void stillstand() {
        String wer = probe.person("tp-stillstand", "09999999", ROLLE);
        probe.morgens(DIENSTAG);
        probe.aufgabe("Mittel prüfen", ROLLE, "2026-11-01T10:00", "2026-11-26T10:00");
        probe.aufgabe("Neues vom Mittwoch", ROLLE, "2026-11-25T10:00", null);
        probe.morgens("2026-11-28T10:00");
        probe.morgens("2026-11-30T03:00");
        assertThat(probe.alle()).isZero();
        assertThat(probe.faellig()).isEqualTo(Tagesprobe.zeit("2026-11-30T06:30"));
        probe.morgens("2026-11-30T11:15");
        assertThat(eine(wer).anlass()).isEqualTo("tagespost 2026-11-30");
        assertThat(eine(wer).text()).contains("Überfällig", "Mittel prüfen", "Neues vom Mittwoch");
        assertThat(probe.faellig()).isEqualTo(Tagesprobe.zeit("2026-12-01T06:30"));
    }

    @Test
    @DisplayName("Zwei Knoten, die zugleich anfangen, legen einen Auftrag an und senden eine E-Mail")
    void zugleich() throws Exception {
        jdbc.update("delete from ACT_RU_JOB where HANDLER_TYPE_ = ?", Tagespost.TYP);
        zweimal(tagespost::beginne);
        assertThat(jdbc.queryForObject("select count(*) from ACT_RU_JOB where HANDLER_TYPE_ = ?", Integer.class, Tagespost.TYP)).isEqualTo(1);
        tagespost.beginne();
        String job = probe.job();

        String wer = probe.person("tp-zugleich", "09999999", ROLLE);
        probe.aufgabe("Mittel prüfen", ROLLE, "2026-11-23T15:00", null);
        Tagesprobe.stelleUhr(DIENSTAG);
        zweimal(() -> engine.getManagementService().executeJob(job));
        probe.morgens("2026-11-24T06:31");
        assertThat(probe.an(wer)).hasSize(1);
        assertThat(jdbc.queryForObject("select count(*) from IK_SENDUNG where ANLASS = 'tagespost 2026-11-24' and ID in (select SENDUNG from IK_POST)",
                Integer.class)).isEqualTo(1);
    }

    /** Whoever comes too late may be turned away. */
    private static void zweimal(Runnable tat) throws InterruptedException {
        List<Thread> knoten = IntStream.range(0, 2).mapToObj(i -> new Thread(tat)).toList();
        knoten.forEach(k -> k.setUncaughtExceptionHandler((faden, spaeter) -> { }));
        knoten.forEach(Thread::start);
        for (Thread k : knoten) {
            k.join();
        }
    }

    @Test
    @DisplayName("Fällt die Anwendung mittendrin aus, geht es dort weiter: jede Person bekommt genau eine; am nächsten Tag wird nichts nachgeholt")
    void mittendrin() {
        IntStream.range(0, Tagespostlauf.AUF_EINMAL + 20).forEach(i -> probe.person("tp-p%03d".formatted(i), "09999999", ROLLE));
        probe.aufgabe("Mittel prüfen", ROLLE, "2026-11-23T15:00", null);
        Tagesprobe.stelleUhr(DIENSTAG);
        engine.getManagementService().executeJob(probe.job());
        int erste = probe.alle();
        assertThat(erste).isLessThanOrEqualTo(Tagespostlauf.AUF_EINMAL).isPositive();

        doThrow(new IllegalStateException("geheim@tagespost.example")).when(wuensche).abbestellt("tagespost");
        assertThatThrownBy(() -> engine.getManagementService().executeJob(probe.job())).isInstanceOf(IllegalStateException.class);
        assertThat(probe.alle()).isEqualTo(erste);
        assertThat(probe.faellig()).isEqualTo(Tagesprobe.zeit("2026-11-24T06:40"));

        tagespost.beginne();
        doReturn(Set.of()).when(wuensche).abbestellt("tagespost");
        probe.morgens("2026-11-24T06:41");
        assertThat(probe.alle()).isEqualTo(Tagespostlauf.AUF_EINMAL + 20);
        probe.morgens("2026-11-25T06:30");
        assertThat(probe.alle()).isEqualTo(Tagespostlauf.AUF_EINMAL + 20);
    }

    @Test
    @DisplayName("Ein Fehler hält die Post nicht für immer auf, und das Protokoll nennt niemanden")
    void fehler(CapturedOutput protokoll) {
        String wer = probe.person("tp-fehler", "09999999", ROLLE);
        probe.aufgabe("Mittel prüfen", ROLLE, "2026-11-23T15:00", null);
        doThrow(new IllegalStateException("geheim@tagespost.example")).when(wuensche).abbestellt("tagespost");
        for (int minute = 30; minute < 60; minute += 5) {
            Tagesprobe.stelleUhr("2026-11-24T06:" + minute);
            assertThatThrownBy(() -> engine.getManagementService().executeJob(probe.job())).isInstanceOf(IllegalStateException.class);
        }
        assertThat(jdbc.queryForObject("select RETRIES_ from ACT_RU_JOB where HANDLER_TYPE_ = ?", Integer.class, Tagespost.TYP)).isPositive();
        assertThat(protokoll.getAll()).contains("the morning digest has failed").doesNotContain("geheim@");
        doReturn(Set.of()).when(wuensche).abbestellt("tagespost");
        probe.morgens("2026-11-24T08:00");
        assertThat(probe.an(wer)).hasSize(1);
    }

    @Test
    @DisplayName("Wer sie abbestellt hat oder keine gültige Adresse hat, bekommt keine; Liegengebliebenes anderer lässt sich für sich abbestellen")
    void abbestellt() {
        String ohne = probe.person("tp-ohne", "09999999", ROLLE);
        String mit = probe.person("tp-mit", "09999999", ROLLE);
        probe.person("tp-kaputt", "keine adresse@", List.of("09999999"), ROLLE);
        String chef = probe.person("tp-chef", "09999999", "vorgesetzte");
        probe.aufgabe("Mittel prüfen", ROLLE, "2026-11-23T15:00", "2026-11-17T10:00");
        String chefin = probe.person("tp-chefin", "09999999", "vorgesetzte");
        wuensche.aendere("tp-ohne", Map.of(Wunschanlass.TAGESPOST, false));
        wuensche.aendere("tp-chef", Map.of(Wunschanlass.ESKALATION, false));
        probe.morgens(DIENSTAG);
        assertThat(probe.an(mit)).hasSize(1);
        assertThat(probe.an(ohne)).isEmpty();
        assertThat(probe.an(chef)).isEmpty();
        assertThat(probe.an(chefin)).hasSize(1);
        assertThat(probe.alle()).isEqualTo(2);
    }

    @Test
    @DisplayName("Haben alle einer vorgesetzten Stelle Liegengebliebenes abbestellt, oder ist nur eine Person da, kommt es trotzdem")
    void niemandSonst() {
        probe.kommune("09888001", "Stadt Bergen");
        List<String> alle = List.of(probe.person("tp-chef", "09999999", "vorgesetzte"), probe.person("tp-chefin", "09999999", "vorgesetzte"));
        String allein = probe.person("tp-allein", "09888001", "vorgesetzte");
        probe.person("tp-ohne-adresse", "unlesbar@", List.of("09888001"), "vorgesetzte");
        List.of("tp-chef", "tp-chefin", "tp-allein").forEach(wer -> wuensche.aendere(wer, Map.of(Wunschanlass.ESKALATION, false)));
        for (String kommune : List.of("09999999", "09888001")) {
            probe.aufgabe("Mittel prüfen", kommune, "TP-1", "ressourcen", ROLLE, null, "2026-11-01T10:00", "2026-11-17T10:00");
        }
        probe.morgens(DIENSTAG);
        assertThat(probe.an(allein)).hasSize(1);
        assertThat(alle).allSatisfy(wer -> assertThat(probe.an(wer)).hasSize(1));
    }

    @Test
    @DisplayName("Was für eine Person nicht geschrieben werden kann, ist ein Vorfall ohne Namen; alle anderen bekommen ihre Post")
    void nichtZuSchreiben(CapturedOutput protokoll) throws Exception {
        String regeln = new ClassPathResource("bpmn/nachrichten/nachrichten-regeln.dmn").getContentAsString(StandardCharsets.UTF_8);
        String neu = regeln.substring(regeln.indexOf("<rule id=\"nachrichten-regeln-regel-1\""),
                regeln.indexOf("<rule id=\"nachrichten-regeln-regel-2\""));
        String falsch = neu.replace("regel-1", "regel-falsch").replace("\"neu\"", "\"dringend\"")
                .replaceFirst("(?s)<text></text>(.*)<text></text>", "<text></text>$1<text>\"tp-falsch\"</text>");
        String bereitstellung = engine.getRepositoryService().createDeployment()
                .addString("nachrichten-regeln.dmn", regeln.replace(neu, falsch + neu)).deploy().getId();
        try {
            String heil = probe.person("tp-heil", "09999999", ROLLE);
            String falsche = probe.person("tp-falsch", "09999999", "tp-falsch");
            probe.aufgabe("Mittel prüfen", ROLLE, "2026-11-23T15:00", null);
            probe.aufgabe("Mittel planen", "tp-falsch", "2026-11-23T15:00", null);
            probe.morgens(DIENSTAG);
            engine.getManagementService().executeJob(probe.zustellung(heil));
            assertThat(Poststelle.an(heil)).hasSize(1);

            assertThatThrownBy(() -> engine.getManagementService().executeJob(probe.zustellung(falsche))).isInstanceOf(NichtZugestellt.class);
            assertThat(probe.vorfall(probe.zustellung(falsche))).contains("konnte nicht geschrieben werden").doesNotContain("tp-falsch");
            assertThat(Poststelle.an(falsche)).isEmpty();
            assertThat(protokoll.getAll()).contains("a morning digest cannot be written: de.integrationskonzept.engine.Refusal at ")
                    .doesNotContain(falsche, "Mittel planen");
        } finally {
            engine.getRepositoryService().deleteDeployment(bereitstellung, true);
        }
    }

    static Stream<Arguments> stoerungen() {
        return Stream.of(Mailstoerung.values()).flatMap(stoerung -> Stream.of("Meldung", "Post am Morgen").map(was -> Arguments.of(was, stoerung)));
    }

    @ParameterizedTest(name = "{0}: {1}")
    @MethodSource("stoerungen")
    @DisplayName("Geht es gerade nicht, wird es wieder versucht; nur eine abgewiesene Adresse ist gleich ein Vorfall, und die anderen warten nicht")
    void mailserver(String was, Mailstoerung stoerung) throws Exception {
        Meldungsprobe meldungen = new Meldungsprobe(engine, jdbc, false);
        try {
            List<String> zwei = was.equals("Meldung") ? gemeldet(meldungen) : morgens();
            String job = probe.zustellung(zwei.get(0));
            stoerung.waehrend(mailserver, zwei.get(0), () -> assertThatThrownBy(() -> engine.getManagementService().executeJob(job))
                    .isInstanceOf(NichtZugestellt.class));
            engine.getManagementService().executeJob(probe.zustellung(zwei.get(1)));
            assertThat(Poststelle.an(zwei.get(1))).hasSize(1);

            Job danach = engine.getManagementService().createJobQuery().jobId(job).singleResult();
            if (stoerung == Mailstoerung.ANTWORT_550) {
                assertThat(probe.vorfall(job)).contains("endgültig abgewiesen (Antwort 550)").doesNotContain(zwei.get(0));
                engine.getManagementService().setJobRetries(job, 1);
            } else {
                assertThat(danach.getRetries()).isEqualTo(7);
                assertThat(danach.getDuedate()).isCloseTo(Date.from(ClockUtil.getCurrentTime().toInstant().plusSeconds(60)), 5_000);
                assertThat(engine.getRuntimeService().createIncidentQuery().configuration(job).count()).isZero();
            }
            engine.getManagementService().executeJob(job);
            List<MimeMessage> mails = Poststelle.an(zwei.get(0));
            assertThat(mails).hasSize(stoerung == Mailstoerung.ANTWORT_BLEIBT_AUS ? 2 : 1);
            assertThat(mails.get(0).getMessageID()).isEqualTo(mails.get(mails.size() - 1).getMessageID());
        } finally {
            meldungen.raeumeAuf();
        }
    }

    /** @return two addresses to each of which a mail lies ready, here and there */
    private List<String> gemeldet(Meldungsprobe meldungen) {
        Tagesprobe.stelleUhr("2026-11-24T10:00");
        List<String> personen = Stream.of("anna", "ben").map(name -> {
            String rolle = meldungen.rolle();
            String person = meldungen.person(name, rolle);
            meldungen.beginne(rolle, null, 1);
            return person;
        }).toList();
        meldungen.melde();
        return personen.stream().map(meldungen::adresse).toList();
    }

    private List<String> morgens() {
        List<String> adressen = Stream.of("eine", "andere").map(name -> probe.person("tp-" + name, name + UUID.randomUUID() + "@tagespost.example",
                List.of("09999999"), ROLLE)).toList();
        probe.aufgabe("Mittel prüfen", ROLLE, "2026-11-23T15:00", null);
        probe.morgens(DIENSTAG);
        return adressen;
    }
}
