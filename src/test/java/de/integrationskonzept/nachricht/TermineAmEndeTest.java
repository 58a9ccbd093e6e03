package de.integrationskonzept.nachricht;

import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static de.integrationskonzept.prozess.Drehbuch.zeile;
import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Poststelle;
import de.integrationskonzept.prozess.Spiel;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Eine Sitzung, zu der es nicht mehr kommt, wird abgesagt, wie auch immer sie endet")
class TermineAmEndeTest {

    private static final String IB = "integrationsbeauftragte";
    private static final Map<String, Object> SPITZE = zeile("spitzeName", "Rita Muster", "spitzeDatum", "2026-11-20", "spitzePapier", "Vermerk 4",
            "spitzeGrund", "Haushaltssperre");

    @Autowired
    private Spiel spiel;
    @Autowired
    private Sitzungsmodell post;
    @Autowired
    private Kalenderprobe probe;
    @Autowired
    private RuntimeService vorgaenge;
    @Autowired
    private JdbcTemplate jdbc;

    private final String gast = "gast-" + UUID.randomUUID().toString().substring(0, 8) + "@verein.example";
    private Spiel.Akte akte;
    private String vorgang;

    @BeforeEach
    void sitzungIstAngesetzt() {
        akte = spiel.beginne(stadt());
        akte.erledige(IB, "akte-nachtragen", zeile("nachtragArt", "sitzung", "sitzungGremium", "steuerungsgruppe"));
        akte.erledige(IB, "sitzung-vorbereiten", zeile("sitzungEinladen", "ja", "sitzungDatum", "2026-12-08", "sitzungBeginn", "14:00", "sitzungEnde",
                "16:00", "sitzungOrt", "Rathaus", "sitzungGaeste", gast, "sitzungTagesordnung", List.of(zeile("punkt", "Auftakt"))));
        post.stelleZu();
        vorgang = akte.aufgabe("sitzung-durchfuehren").getProcessInstanceId();
        assertThat(stand()).containsExactly("angesetzt");
    }

    private List<String> stand() {
        return jdbc.queryForList("select ZUSTAND from IK_TERMIN where VORGANG = ?", String.class, vorgang);
    }

    private void istAbgesagt() throws Exception {
        assertThat(stand()).containsExactly("abgesagt");
        post.stelleZu();
        List<MimeMessage> mails = Poststelle.an(gast);
        assertThat(mails).as("an invitation, and once that it is off").hasSize(2);
        var teil = ((Multipart) mails.get(1).getContent()).getBodyPart(2);
        String kalender = new String(teil.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(kalender).contains("METHOD:CANCEL", "STATUS:CANCELLED", "SEQUENCE:1");
        String kennung = "termin-" + jdbc.queryForObject("select ID from IK_TERMIN where VORGANG = ?", String.class, vorgang);
        assertThat(probe.ereignisse(probe.adresseFuer("steuerungsgruppe")).stream().filter(e -> e.getUid().getValue().startsWith(kennung)))
                .singleElement().satisfies(e -> assertThat(e.getStatus().getValue()).isEqualTo("CANCELLED"));
    }

    @ParameterizedTest(name = "vorher geruht: {0}")
    @ValueSource(booleans = {false, true})
    @Tag("I2")
    @DisplayName("I2: Die Spitze beendet die Akte, auch eine ruhende")
    void akteBeendet(boolean ruht) throws Exception {
        if (ruht) {
            akte.erledige(IB, "akte-nachtragen", mit(SPITZE, "nachtragArt", "ruhen"));
        }
        akte.erledige(IB, "akte-nachtragen", mit(SPITZE, "nachtragArt", "beenden"));
        akte.jobs();
        assertThat(akte.instanzen()).isEmpty();
        istAbgesagt();
    }

    @ParameterizedTest(name = "ohne das, was im Modell steht: {0}")
    @ValueSource(booleans = {false, true})
    @DisplayName("Die Administration bricht den Vorgang der Sitzung ab, so oder so")
    void vorgangAbgebrochen(boolean ohneModell) throws Exception {
        vorgaenge.deleteProcessInstance(vorgang, "Irrtum", ohneModell);
        istAbgesagt();
    }

    @ParameterizedTest(name = "ohne das, was im Modell steht: {0}")
    @ValueSource(booleans = {false, true})
    @DisplayName("Die Administration bricht die ganze Akte ab, so oder so")
    void akteAbgebrochen(boolean ohneModell) throws Exception {
        vorgaenge.deleteProcessInstance(akte.id(), "Irrtum", ohneModell);
        istAbgesagt();
    }

    @Test
    @DisplayName("Jemand nimmt den Schritt aus dem Vorgang heraus")
    void schrittAbgebrochen() throws Exception {
        vorgaenge.createProcessInstanceModification(vorgang).cancelAllForActivity("sitzung-durchfuehren").execute();
        istAbgesagt();
    }

    @Test
    @DisplayName("Was stattgefunden hat, wird nicht abgesagt, auch wenn die Niederschrift noch vor dem geplanten Ende da ist")
    void stattgefunden() {
        ClockUtil.offset(LocalDateTime.parse("2026-12-08T15:00").atZone(ZoneId.of("Europe/Berlin")).toInstant().toEpochMilli()
                - System.currentTimeMillis());
        akte.erledige(IB, "sitzung-durchfuehren", zeile("sitzungAusgang", "stattgefunden", "niederschriftNummer", "1", "niederschriftDatum", "2026-12-08",
                "niederschriftOrt", "Ablage", "sitzungAnwesende", List.of(zeile("name", "Jo Weber", "organisation", "Soziales", "dabei", true)),
                "sitzungTagesordnung", List.of(zeile("punkt", "Auftakt", "ergebnis", "kenntnis"))));
        akte.jobs();
        post.stelleZu();
        assertThat(stand()).containsExactly("angesetzt");
        assertThat(Poststelle.an(gast)).hasSize(1);
    }
}
