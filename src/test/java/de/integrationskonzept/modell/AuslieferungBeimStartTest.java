package de.integrationskonzept.modell;

import static de.integrationskonzept.prozess.RestSpiel.angaben;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Fremd;
import de.integrationskonzept.Rest;
import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.prozess.RestSpiel;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

@Tag("eigene-anwendung")
@DisplayName("Eine Akte läuft weiter, während das Programm dreimal neu gestartet wird")
class AuslieferungBeimStartTest {

    private static final String IB = "integrationsbeauftragte";
    private static final String FORMULAR = "auftragsklaerung-auftrag-klaeren.form";
    private static final String ABLAUF = "auftragsklaerung.bpmn";

    @TempDir
    private Path ordner;

    @Test
    @DisplayName("Aktualisiert, mit eigener Änderung aktualisiert, unverändert; ein fehlerhaftes Modell hält den Start auf und ändert nichts")
    void akteLaeuftWeiter() throws IOException {
        Produkt produkt = new Produkt(ordner);
        String erstes = produkt.lies(FORMULAR);
        RestSpiel.Akte akte;
        String definition;
        try (ConfigurableApplicationContext anwendung = produkt.starte()) {
            akte = beginne(anwendung, "A-1");
            definition = aufgabe(anwendung, "A-1").path("processDefinitionId").asText();
            haeltAuf(anwendung, produkt);
        }
        produkt.liefert(FORMULAR, Produkt.geaendert(erstes, "zweite"));
        produkt.liefert(ABLAUF, Produkt.geaendert(produkt.lies(ABLAUF), "zweite"));
        String unsere = Produkt.geaendert(produkt.lies(FORMULAR), "unsere");
        try (ConfigurableApplicationContext anwendung = produkt.starte()) {
            assertThat(formular(anwendung, "A-1")).contains("zweite");
            assertThat(aufgabe(anwendung, "A-1").path("processDefinitionId").asText()).as("the running file keeps its version").isEqualTo(definition);
            beginne(anwendung, "A-2");
            assertThat(aufgabe(anwendung, "A-2").path("processDefinitionId").asText()).isNotEqualTo(definition);
            anwendung.getBean(RepositoryService.class).createDeployment().name("Anpassung").addString(FORMULAR, unsere).deploy();
        }
        produkt.liefert(FORMULAR, Produkt.geaendert(erstes, "dritte"));
        List<String> bereitstellungen;
        try (ConfigurableApplicationContext anwendung = produkt.starte()) {
            assertThat(formular(anwendung, "A-1")).contains("unsere").doesNotContain("dritte");
            assertThat(offene(anwendung)).containsExactly(FORMULAR);
            bereitstellungen = bereitstellungen(anwendung);
        }
        try (ConfigurableApplicationContext anwendung = produkt.starte()) {
            assertThat(bereitstellungen(anwendung)).isEqualTo(bereitstellungen);
            assertThat(offene(anwendung)).containsExactly(FORMULAR);
            assertThat(aufgabe(anwendung, "A-1").path("processDefinitionId").asText()).isEqualTo(definition);
            erledige(anwendung, "A-1");
            assertThat(aufgabe(anwendung, "A-1")).as("the file has gone on").isNull();
        }
    }

    /** As if it were a start: everything but the rest of the application begins anew. */
    private static void haeltAuf(ConfigurableApplicationContext anwendung, Produkt produkt) {
        String gut = produkt.lies("leitbild.html");
        List<String> vorher = bereitstellungen(anwendung);
        produkt.liefert("leitbild.html", gut + "<script>alert(1)</script>");
        produkt.liefert("massnahmen.html", Produkt.geaendert(produkt.lies("massnahmen.html"), "zweite"));
        Throwable fehler = catchThrowable(() -> anwendung.getBean(Auslieferung.class).start());
        assertThat(fehler).hasMessageContaining("nothing has been changed").cause().isInstanceOf(Refusal.class).hasMessageContaining("leitbild.html");
        assertThat(bereitstellungen(anwendung)).isEqualTo(vorher);
        assertThat(anwendung.getBean(Bestand.class).zu("massnahmen.html").orElseThrow().inhalt())
                .asString(StandardCharsets.UTF_8).doesNotContain("zweite");
        assertThat(offene(anwendung)).isEmpty();
        produkt.liefert("leitbild.html", gut);
    }

    private static RestSpiel.Akte beginne(ConfigurableApplicationContext anwendung, String zeichen) {
        LocalDate heute = LocalDate.now(ZoneId.of("Europe/Berlin"));
        return anwendung.getBean(RestSpiel.class).beginne(angaben("aktenzeichen", zeichen, "kommuneName", "Musterstadt", "kommuneTyp",
                "kreisfreie-stadt", "einwohner", 50000, "leitungAnrede", "oberbuergermeister", "leitungName", "Max Muster", "gremium", "stadtrat",
                "federfuehrung", "Amt 50", "verfahrenWunsch", "ausfuehrlich", "planBeginn", heute.toString(), "planEnde",
                heute.plusYears(2).toString()));
    }

    private static JsonNode aufgabe(ConfigurableApplicationContext anwendung, String zeichen) {
        return anwendung.getBean(Rest.class).als(IB).get("/engine-rest/task?processInstanceBusinessKey=" + zeichen
                + "&taskDefinitionKey=auftrag-klaeren").json().get(0);
    }

    private static String formular(ConfigurableApplicationContext anwendung, String zeichen) {
        String aufgabe = aufgabe(anwendung, zeichen).path("id").asText();
        return anwendung.getBean(Rest.class).als(IB).get("/engine-rest/task/" + aufgabe + "/deployed-form").text();
    }

    private static void erledige(ConfigurableApplicationContext anwendung, String zeichen) {
        Rest.Person ib = anwendung.getBean(Rest.class).als(IB);
        String aufgabe = "/engine-rest/task/" + aufgabe(anwendung, zeichen).path("id").asText();
        ib.post(aufgabe + "/claim", angaben("userId", IB));
        Rest.Antwort antwort = ib.post(aufgabe + "/submit-form", Fremd.variablen(angaben("selbstklaerung", "Klar.",
                "grundlagen", List.of(), "beschlussAnstreben", "nein")));
        assertThat(antwort.status()).as(antwort.text()).isEqualTo(204);
    }

    private static List<String> offene(ConfigurableApplicationContext anwendung) {
        return anwendung.getBean(Rest.class).als("modellpflege").get("/api/auslieferungen").json().findValuesAsText("datei");
    }

    private static List<String> bereitstellungen(ConfigurableApplicationContext anwendung) {
        return anwendung.getBean(JdbcClient.class).sql("select ID_ from ACT_RE_DEPLOYMENT order by ID_").query(String.class).list();
    }
}
