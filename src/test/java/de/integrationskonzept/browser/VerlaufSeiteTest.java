package de.integrationskonzept.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import de.integrationskonzept.cockpit.Liegezeitprobe;
import de.integrationskonzept.prozess.Spiel;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@Tag("leere-datenbank")
@DisplayName("Verlauf, Schritte und Liegezeiten im Cockpit")
class VerlaufSeiteTest {

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @Autowired
    Spiel spiel;
    @Autowired
    Rest rest;
    @Autowired
    ProcessEngine engine;
    @Autowired
    Liegezeitprobe probe;

    private Arbeitsplatz platz;
    private Page seite;

    private void anmelden() {
        platz = chromium.anmelden("prozessverantwortung");
        seite = platz.seite();
    }

    private void oeffne(String weg) {
        seite.navigate(platz.adresse("/camunda/app/cockpit/default/#" + weg));
    }

    private void reiter(String name) {
        seite.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName(name).setExact(true)).click();
    }

    private String vorgang(Spiel.Akte akte, String prozess) {
        return engine.getHistoryService().createHistoricProcessInstanceQuery().processDefinitionKey(prozess).list().stream()
                .filter(v -> v.getRootProcessInstanceId().equals(akte.id())).findFirst().orElseThrow().getId();
    }

    /** Ids of the steps that carry that mark in the diagram. */
    private Set<String> markiert(String art) {
        return new TreeSet<>(seite.locator(".djs-shape.ik-schritt-" + art).all().stream().map(e -> e.getAttribute("data-element-id")).toList());
    }

    private Set<String> engineWeiss(String vorgang, boolean offen) {
        List<HistoricActivityInstance> alle = engine.getHistoryService().createHistoricActivityInstanceQuery().processInstanceId(vorgang).list();
        Set<String> offene = alle.stream().filter(a -> a.getEndTime() == null).map(HistoricActivityInstance::getActivityId).collect(Collectors.toSet());
        // Where ways only come together the list has nothing to say.
        Set<String> gesagt = new TreeSet<>();
        schritte(rest.als("prozessverantwortung").get("/api/vorgaenge/" + vorgang + "/schritte").json().path("schritte"), gesagt);
        return alle.stream().map(HistoricActivityInstance::getActivityId).filter(gesagt::contains).filter(a -> offene.contains(a) == offen)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static void schritte(JsonNode liste, Set<String> ids) {
        liste.forEach(s -> {
            ids.add(s.path("id").asText());
            schritte(s.path("schritte"), ids);
        });
    }

    private static List<String> zellen(Locator tabelle, int spalte) {
        return tabelle.locator("tbody tr > :nth-child(" + spalte + ")").allInnerTexts();
    }

    @Test
    @DisplayName("Ein laufender und ein beendeter Vorgang: die Zeichen im Diagramm sagen, was die Engine weiß; die Liste ist filterbar und sagt dasselbe in Worten")
    void verlauf() {
        Spiel.Akte akte = spiel.beginne(stadt()).spieleBis(gut(), "ressourcen-zusagen");
        String laeuft = vorgang(akte, "vorabklaerung");
        String fertig = vorgang(akte, "auftragsklaerung");
        anmelden();
        oeffne("/process-instance/" + laeuft + "/runtime");
        reiter("Verlauf");
        assertThat(seite.locator("table.ik-verlauf tbody tr").first()).isVisible();
        assertThat(seite.locator(".djs-shape.ik-schritt-offen").first()).isVisible();
        assertThat(markiert("offen")).isEqualTo(engineWeiss(laeuft, true)).contains("themen", "ressourcen");
        assertThat(markiert("erledigt")).isEqualTo(engineWeiss(laeuft, false)).contains("auftragsklaerung");
        reiter("Schritte");
        assertThat(seite.locator(".ik-schritte").first()).isVisible();
        assertThat(seite.locator(".djs-shape.ik-schritt-offen")).hasCount(0);
        JsonNode liste = rest.als("prozessverantwortung").get("/api/vorgaenge/" + laeuft + "/schritte").json().path("schritte");
        Set<String> ids = new TreeSet<>();
        schritte(liste, ids);
        assertThat(new TreeSet<>(seite.locator("[data-schritt]").all().stream().map(e -> e.getAttribute("data-schritt")).toList())).isEqualTo(ids);
        assertThat(seite.locator("[data-schritt=auftragsklaerung]")).containsText("erledigt am 24.11.2026");
        assertThat(seite.locator("[data-schritt=start-freigegeben]")).containsText("kann noch kommen");
        seite.setViewportSize(1360, 1200);
        platz.bild("schritte");

        // The list leads to the page of what is finished, which Cockpit itself does not have.
        seite.locator("[data-schritt=auftragsklaerung] a").filter(new Locator.FilterOptions().setHasText("Verlauf ansehen")).click();
        assertThat(seite.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Auftrag klären").setLevel(1))).isVisible();
        assertThat(seite.getByText("Beendet: 24.11.2026 bis 24.11.2026")).isVisible();
        assertThat(seite.locator(".djs-shape.ik-schritt-erledigt").first()).isVisible();
        assertThat(markiert("erledigt")).isEqualTo(engineWeiss(fertig, false)).contains("auftrag-klaeren");
        assertThat(markiert("offen")).isEmpty();
        assertThat(seite.locator(".bjs-powered-by")).isVisible();
        assertThat(seite.locator(".djs-overlay .ik-zettel-oben").first()).isVisible();
        pruefeListe(akte, fertig);
        platz.bild("verlauf");
        assertThat(chromium.auffaellig()).as("kein fremdes Netz, kein Fehler eines Skripts").isEmpty();
    }

    private void pruefeListe(Spiel.Akte akte, String vorgang) {
        List<JsonNode> zeilen = new ArrayList<>();
        rest.als("prozessverantwortung").get("/api/akten/" + akte.id() + "/verlauf?alles=true").json().forEach(z -> zeilen.add(0, z));
        Locator tabelle = seite.locator("table.ik-verlauf");
        assertThat(tabelle.locator("tbody tr")).hasCount((int) zeilen.stream().filter(z -> z.path("vorgangId").asText().equals(vorgang)).count());
        seite.getByLabel("Vorgang", new Page.GetByLabelOptions().setExact(true)).selectOption("");
        assertThat(tabelle.locator("tbody tr")).hasCount(Math.min(50, zeilen.size()));
        for (int i = 50; i < zeilen.size(); i += 50) {
            seite.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Ältere Einträge anzeigen")).click();
        }
        assertThat(tabelle.locator("tbody tr")).hasCount(zeilen.size());
        assertThat(seite.getByText("Mehr anzeigen")).isHidden();
        seite.getByLabel("Was", new Page.GetByLabelOptions().setExact(true)).selectOption("AUFGABE");
        List<JsonNode> aufgaben = zeilen.stream().filter(z -> z.path("art").asText().equals("AUFGABE")).toList();
        assertThat(zellen(tabelle, 3)).isEqualTo(aufgaben.stream().map(z -> z.path("schritt").asText()).toList());
        assertThat(zellen(tabelle, 5)).isEqualTo(aufgaben.stream().map(z -> z.path("rolle").asText()).toList());
        seite.getByLabel("Was", new Page.GetByLabelOptions().setExact(true)).selectOption("");
        seite.evaluate("() => document.activeElement.blur()");
    }

    @Test
    @DisplayName("Die Wärmekarte zeigt je Schritt dieselbe Zahl wie die Tabelle und die Schnittstelle; zu wenige Fälle bleiben ohne Zahl")
    void liegezeiten() {
        String prozess = probe.stelleBereit();
        for (int tage : new int[] {10, 20, 40, 44, 60}) {
            probe.akte(prozess, "kaemmerei", tage);
        }
        probe.akte(prozess, "personal", 80);
        anmelden();
        oeffne("/process-definition/" + engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(prozess).singleResult().getId() + "/runtime");
        reiter("Liegezeiten");
        Locator tabelle = seite.locator("table.ik-liegezeiten");
        assertThat(tabelle.locator("tbody tr")).hasCount(2);
        JsonNode zeile = StreamSupport.stream(rest.als("prozessverantwortung").get("/api/liegezeiten?prozess=" + prozess).json().path("zeilen").spliterator(), false)
                .filter(z -> !z.path("median").isNull()).findFirst().orElseThrow();
        assertThat(tabelle.locator("tbody tr").first().locator("th, td").allInnerTexts()).containsExactly("Haushalt prüfen", "Kämmerei",
                zeile.path("faelle").asText(), zeile.path("median").asText() + " Tage", zeile.path("p90").asText() + " Tage");
        assertThat(tabelle.locator("tbody tr").last()).containsText("weniger als fünf Fälle");
        assertThat(seite.locator(".djs-overlay .ik-zettel-unten")).hasText(zeile.path("median").asText() + " Tage");
        assertThat(markiert("warm3")).as("40 days: up to three months").containsExactly("pruefen");
        seite.setViewportSize(1360, 1000);
        platz.bild("liegezeiten");
        reiter("Schritte");
        assertThat(seite.locator(".djs-overlay .ik-zettel-unten")).hasCount(0);
        assertThat(chromium.auffaellig()).as("kein fremdes Netz, kein Fehler eines Skripts").isEmpty();
    }
}
