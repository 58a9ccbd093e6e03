package de.integrationskonzept.nachricht;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import biweekly.component.VEvent;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Poststelle;
import de.integrationskonzept.engine.Refusal;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Sitzungen werden angesetzt, verlegt und abgesagt, und alle Mitglieder erfahren es")
class TermineTest {

    @Autowired
    private Kalenderprobe probe;
    @Autowired
    private Sitzungsmodell modell;
    @Autowired
    private IdentityService identitaeten;
    @Autowired
    private Terminbuch buch;
    @Autowired
    private JdbcTemplate jdbc;

    private String gremium;
    private String eine;
    private String andere;
    private String prozess;

    @BeforeEach
    void richteEin() {
        gremium = probe.gruppe();
        eine = probe.person(gremium);
        andere = probe.person(gremium);
        prozess = modell.stelleBereit(false);
    }

    private static List<MimeMessage> post(String person) {
        return Poststelle.an(Kalenderprobe.adresse(person));
    }

    private static String teil(MimeMessage mail, int nummer) {
        try (InputStream inhalt = ((Multipart) mail.getContent()).getBodyPart(nummer).getInputStream()) {
            return new String(inhalt.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException | MessagingException unlesbar) {
            throw new AssertionError(unlesbar);
        }
    }

    private static VEvent ereignis(MimeMessage mail) {
        return KalenderdateiTest.lies(teil(mail, 2)).get(0);
    }

    private static MimeMessage letzte(String person) {
        return post(person).get(post(person).size() - 1);
    }

    @Test
    @DisplayName("Jedes Mitglied bekommt eine eigene Einladung, in der niemand sonst steht, als Text, als Seite und als Kalendereintrag")
    void einladung() throws MessagingException {
        String instanz = modell.beginne(prozess, Sitzungsmodell.angaben(gremium));

        assertThat(modell.gesendet(instanz)).isEqualTo(2);
        MimeMessage mail = post(eine).get(0);
        assertThat(mail.getSubject()).isEqualTo("Einladung: Erste Sitzung; Auftakt am 28.03.2027");
        assertThat(teil(mail, 0).replace("\r", "")).contains("Sonntag, 28. März 2027, 14:00 bis 16:30 Uhr", "Ort: Rathaus, Saal 1",
                "Aktenzeichen: AZ-" + prozess,
                "1. Begrüßung\n2. Leitbild <b>beschließen</b>", "Bescheid");
        assertThat(teil(mail, 1)).contains("<html lang=\"de\">", "<li>Leitbild &lt;b&gt;beschließen&lt;/b&gt;</li>").doesNotContain("<b>");
        VEvent ereignis = ereignis(mail);
        assertThat(teil(mail, 2)).contains("METHOD:REQUEST");
        assertThat(teil(mail, 2)).as("the clocks have changed that night").contains("DTSTART;TZID=Europe/Berlin:20270328T140000\r\n",
                "DTEND;TZID=Europe/Berlin:20270328T163000\r\n");
        assertThat(ereignis.getOrganizer().getEmail()).isEqualTo(Poststelle.ABSENDER);
        assertThat(ereignis.getAttendees()).extracting(a -> a.getEmail()).containsExactly(Kalenderprobe.adresse(eine));
        assertThat(List.of(teil(mail, 0), teil(mail, 1), teil(mail, 2))).allSatisfy(teil -> assertThat(teil).doesNotContain(andere));
        assertThat(ereignis(post(andere).get(0)).getUid()).isEqualTo(ereignis.getUid());
    }

    @Test
    @DisplayName("Verlegt, noch einmal verlegt und abgesagt: derselbe Eintrag, jedes Mal eine Fassung höher; ohne Änderung geht nichts hinaus")
    void lebenslauf() throws MessagingException {
        String instanz = modell.beginne(prozess, Sitzungsmodell.angaben(gremium));
        modell.entscheide(instanz, "verlegen", Map.of());
        assertThat(modell.gesendet(instanz)).as("nothing has changed").isEqualTo(0);
        modell.entscheide(instanz, "verlegen", Map.of("sitzungDatum", "2028-02-29"));
        assertThat(letzte(eine).getSubject()).isEqualTo("Geändert: Erste Sitzung; Auftakt am 29.02.2028");
        modell.entscheide(instanz, "verlegen", Map.of("sitzungOrt", "Saal 2"));
        modell.entscheide(instanz, "absagen", Map.of());

        List<VEvent> fassungen = post(eine).stream().map(TermineTest::ereignis).toList();
        assertThat(fassungen).extracting(e -> e.getSequence().getValue()).containsExactly(0, 1, 2, 3);
        assertThat(fassungen).extracting(e -> e.getUid().getValue()).containsOnly(fassungen.get(0).getUid().getValue());
        assertThat(teil(letzte(eine), 2)).contains("METHOD:CANCEL", "STATUS:CANCELLED");
        assertThat(letzte(eine).getSubject()).startsWith("Abgesagt: ");
        assertThat(letzte(eine).getAllRecipients()).hasSize(1);
    }

    @Test
    @DisplayName("Im abonnierten Kalender steht die Sitzung mit dem Namen des Gremiums, nach der Absage als abgesagt, bei anderen gar nicht")
    void imKalender() {
        String kalender = probe.adresseFuer(eine);
        String instanz = modell.beginne(prozess, Sitzungsmodell.angaben(gremium));

        VEvent ereignis = probe.ereignisse(kalender).get(0);
        assertThat(ereignis.getSummary().getValue()).isEqualTo("Sitzung: " + gremium + " · AZ-" + prozess);
        assertThat(ereignis.getUid()).isEqualTo(ereignis(post(eine).get(0)).getUid());
        assertThat(probe.hole(kalender).body()).contains("DTSTART;TZID=Europe/Berlin:20270328T140000\r\n");
        assertThat(ereignis.getDescription()).as("no agenda").isNull();
        assertThat(probe.ereignisse(probe.adresseFuer(probe.person()))).isEmpty();
        modell.entscheide(instanz, "absagen", Map.of());
        assertThat(probe.ereignisse(kalender)).singleElement().satisfies(e -> {
            assertThat(e.getStatus().getValue()).isEqualTo("CANCELLED");
            assertThat(e.getSummary().getValue()).startsWith("Abgesagt: ");
            assertThat(e.getSequence().getValue()).isEqualTo(1);
        });
    }

    @Test
    @DisplayName("Wer dazukommt, wird eingeladen; wer das Gremium verlässt, wird ausgeladen; die anderen bekommen nichts Neues")
    void mitglieder() throws MessagingException {
        String instanz = modell.beginne(prozess, Sitzungsmodell.angaben(gremium));
        String neue = probe.person(gremium);
        identitaeten.deleteMembership(andere, gremium);

        modell.entscheide(instanz, "verlegen", Map.of());

        assertThat(modell.gesendet(instanz)).isEqualTo(1);
        assertThat(post(neue).get(0).getSubject()).startsWith("Einladung: ");
        assertThat(post(andere)).hasSize(2);
        assertThat(teil(letzte(andere), 2)).contains("METHOD:CANCEL");
        assertThat(teil(letzte(andere), 0)).contains("Ihre Teilnahme ist nicht mehr nötig");
        assertThat(post(eine)).hasSize(1);
        identitaeten.createMembership(andere, gremium);
        modell.entscheide(instanz, "verlegen", Map.of());
        assertThat(letzte(andere).getSubject()).as("back again").startsWith("Einladung: ");
        assertThat(post(andere).stream().map(mail -> ereignis(mail).getSequence().getValue())).containsExactly(0, 1, 2);
        assertThat(post(eine)).hasSize(1);
    }

    @Test
    @DisplayName("Mitglieder einer anderen Kommune werden nicht eingeladen, Gäste schon; wer keine brauchbare Adresse hat, hält niemanden auf")
    void werEingeladenWird() {
        String fremd = probe.person(gremium);
        identitaeten.deleteTenantUserMembership(Kalenderprobe.KOMMUNE, fremd);
        var ohne = identitaeten.createUserQuery().userId(andere).singleResult();
        ohne.setEmail("unbrauchbar");
        identitaeten.saveUser(ohne);
        Map<String, Object> angaben = Sitzungsmodell.angaben(gremium);
        angaben.put("sitzungGaeste", "Gast Eins <gast-" + eine + "@verein.example>\nzwei-" + eine + "@verein.example");

        String instanz = modell.beginne(prozess, angaben);

        assertThat(modell.gesendet(instanz)).isEqualTo(3);
        assertThat(post(fremd)).isEmpty();
        assertThat(Poststelle.an("gast-" + eine + "@verein.example")).hasSize(1);
        assertThat(post(eine)).hasSize(1);
    }

    @ParameterizedTest
    @CsvSource({"sitzungDatum,2027-02-29", "sitzungDatum,", "sitzungDatum,28.3.2027", "sitzungBeginn,25:00", "sitzungBeginn,", "sitzungEnde,13:00",
        "sitzungEnde,später", "sitzungGremium,", "sitzungGaeste,kein-at", "sitzungGaeste,a@b@c.example"})
    @DisplayName("Fehlt eine Angabe oder ist sie nicht lesbar, steht in einem Satz, was zu tun ist, und nichts ist geschehen")
    void unlesbar(String name, String wert) {
        Map<String, Object> angaben = new HashMap<>(Sitzungsmodell.angaben(gremium));
        angaben.put(name, wert);
        Integer vorher = jdbc.queryForObject("select count(*) from IK_TERMIN", Integer.class);

        assertThatThrownBy(() -> modell.beginne(prozess, angaben)).isInstanceOfSatisfying(Refusal.class, grund -> {
            assertThat(grund.getStatus().getStatusCode()).isEqualTo(400);
            assertThat(grund.getMessage()).matches("(?s).*(Bitte|bitte).*");
        });
        assertThat(jdbc.queryForObject("select count(*) from IK_TERMIN", Integer.class)).isEqualTo(vorher);
        assertThat(post(eine)).isEmpty();
    }

    @Test
    @DisplayName("Auch mit den längsten Angaben passt alles in Mail und Kalender; ohne Titel, Ort und Ende geht es ebenso")
    void laengen() throws MessagingException {
        Map<String, Object> lang = Sitzungsmodell.angaben(gremium);
        lang.put("sitzungTitel", "🙂Ä;\n".repeat(500));
        lang.put("sitzungOrt", "Ort, ".repeat(500));
        lang.put("sitzungTagesordnung", java.util.Collections.nCopies(3000, Map.of("punkt", "<Punkt>; mit, Zeichen 🙂\n\u0007")));
        modell.beginne(prozess, lang);
        assertThat(ereignis(letzte(eine)).getDescription().getValue()).endsWith("Die weiteren Punkte stehen in der Akte.");

        Map<String, Object> kurz = new HashMap<>(Sitzungsmodell.angaben(gremium));
        List.of("sitzungTitel", "sitzungOrt", "sitzungEnde", "sitzungTagesordnung").forEach(kurz::remove);
        kurz.put("sitzungBeginn", "09:30+01:00");
        modell.beginne(prozess, kurz);
        assertThat(letzte(eine).getSubject()).isEqualTo("Einladung: Sitzung: " + gremium + " am 28.03.2027");
        assertThat(teil(letzte(eine), 0)).contains("28. März 2027, 09:30 Uhr").doesNotContain("Ort:").doesNotContain("Tagesordnung");
    }

    @Test
    @DisplayName("Aus einem vertraulichen Vorgang erfahren die Eingeladenen nur, wann und wo")
    void vertraulich() throws MessagingException {
        String geheim = modell.stelleBereit(true);
        modell.beginne(geheim, Sitzungsmodell.angaben(gremium));

        MimeMessage mail = post(eine).get(0);
        assertThat(mail.getSubject()).isEqualTo("Einladung: Vertraulicher Termin am 28.03.2027");
        assertThat(List.of(teil(mail, 0), teil(mail, 1), teil(mail, 2), probe.hole(probe.adresseFuer(eine)).body()))
                .allSatisfy(teil -> assertThat(teil).doesNotContain(geheim).doesNotContain("Auftakt").doesNotContain("Leitbild"));
        assertThat(probe.ereignisse(probe.adresseFuer(eine)).get(0).getSummary().getValue()).isEqualTo("Vertraulicher Termin");
    }

    @Test
    @DisplayName("Zu einer Sitzung, die vorbei ist, geht keine Mail; im Kalender steht sie")
    void vorbei() {
        Map<String, Object> angaben = Sitzungsmodell.angaben(gremium);
        angaben.put("sitzungDatum", "2026-11-23");
        String instanz = modell.beginne(prozess, angaben);

        assertThat(modell.gesendet(instanz)).isEqualTo(0);
        assertThat(post(eine)).isEmpty();
        assertThat(probe.ereignisse(probe.adresseFuer(eine))).hasSize(1);
    }

    @Test
    @DisplayName("Modelle dürfen die drei Aufrufe nutzen und keinen anderen")
    void imModell() {
        assertThatThrownBy(() -> modell.stelleBereit(false, "einladen()")).hasMessageContaining("termin.einladen");
        assertThatThrownBy(() -> modell.stelleBereit(false, "ansetzen('morgen')")).hasMessageContaining("termin.ansetzen");
    }

    @Test
    @DisplayName("Mit der Akte gehen auch ihre Sitzungen")
    void aufbewahrung() {
        String instanz = modell.beginne(prozess, Sitzungsmodell.angaben(gremium));
        buch.raeumeAuf();
        assertThat(buch.offener(instanz)).isPresent();
        jdbc.update("update IK_TERMIN set WURZEL = 'fort' where VORGANG = ?", instanz);
        buch.raeumeAuf();
        assertThat(buch.offener(instanz)).isEmpty();
    }
}
