package de.integrationskonzept.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Media;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Rest;
import de.integrationskonzept.prozess.Spiel;
import de.integrationskonzept.prozess.Standakte;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.ProcessEngine;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@Tag("leere-datenbank")
@DisplayName("Zeitplan, Handlungsfelder und Kennzahlen auf der Seite einer Akte")
class AktenstandTest {

    private static final DateTimeFormatter DEUTSCH = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    /** When the letter to all staff is overdue, since the story passes over it. */
    private static final String HEUTE = "2027-08-10";

    private static final String LINIE = "Kita-Quote: Ausgangswert 60 %, 2030 64 %, 2031 79 %; Ziel 80 %";

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @Autowired
    Standakte akten;
    @Autowired
    Rest rest;
    @Autowired
    ProcessEngine engine;

    @Test
    @Tag("R62")
    @Tag("R70")
    @DisplayName("R62, R70: Balken, Rauten und Texte liegen, wo die Engine die Tage hat; die Tabellen sagen dasselbe; jede Stufe führt zu ihrem Vorgang")
    void zeitplanUndFelder() {
        Standakte.esIst("2027-03-01");
        Spiel.Akte akte = akten.mitZeitplan();
        akten.begruendeVerzug(akte, "2027-03-10", "Haushaltssperre");
        akten.bisZuDenZusagen(akten.inDenFeldern(akte));
        Standakte.esIst(HEUTE);
        Arbeitsplatz platz = oeffne(akte);
        Page seite = platz.seite();

        zeichnung(seite, akte);
        assertThat(zeile(seite, ".ik-termine", "Vertrag der Leitung endet")).containsText(Pattern.compile("14\\.01\\.2029.*46 Tage später.*■ passt nicht mehr.*32 Tage zu früh"));
        assertThat(seite.locator("[data-termin='Vertrag der Leitung endet']")).hasAttribute("data-stand", "konflikt");
        assertThat(zeile(seite, ".ik-verschiebungen", "Auftrag geklärt")).containsText(Pattern.compile("\\+39.*Haushaltssperre"));
        assertThat(seite.locator("main")).not().containsText("Geheim");
        felder(seite, akte);

        seite.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.PRINT));
        assertThat(seite.locator("[cam-widget-header]").first()).isHidden();
        assertThat(seite.locator(".ik-gantt")).isVisible();
        seite.emulateMedia(new Page.EmulateMediaOptions().setMedia(Media.SCREEN));
        bilder(platz);
        seite.setViewportSize(320, 800);
        assertThat((Integer) seite.evaluate("() => document.documentElement.scrollWidth")).as("no sideways scrolling").isLessThanOrEqualTo(320);
        assertThat(chromium.auffaellig()).as("kein fremdes Netz, kein Fehler eines Skripts").isEmpty();
    }

    /** Places are measured against each other: the same number of days is the same way on the paper. */
    private static void zeichnung(Page seite, Spiel.Akte akte) {
        Map<?, ?> plan = (Map<?, ?>) akte.wert("plan");
        Map<LocalDate, Double> orte = new LinkedHashMap<>();
        Locator klappe = seite.locator("details", new Page.LocatorOptions().setHasText("Meilensteine als Tabelle"));
        klappe.locator("summary").press("Enter");
        for (Object m : (List<?>) plan.get("meilensteine")) {
            Map<?, ?> meilenstein = (Map<?, ?>) m;
            String name = (String) meilenstein.get("name");
            boolean erreicht = meilenstein.get("erreicht") != null;
            boolean spaet = !erreicht && HEUTE.compareTo((String) meilenstein.get("erwartet")) > 0;
            Locator gruppe = seite.locator("[data-meilenstein=\"" + name + "\"]");
            assertThat(gruppe).hasAttribute("data-stand", erreicht ? "erreicht" : spaet ? "ueberfaellig" : "offen");
            String bis = (String) meilenstein.get(erreicht ? "erreicht" : "erwartet");
            orte.put(tag(meilenstein.get("geplant")), mitte(gruppe.locator(".ik-raute-geplant")));
            orte.put(tag(bis), mitte(gruppe.locator(".ik-raute").last()));
            Locator balken = gruppe.locator(".ik-ist");
            double breite = Double.parseDouble(balken.getAttribute("width"));
            if (breite > 2) { // the least that can be seen
                orte.put(spaet ? LocalDate.parse(HEUTE) : tag(bis), Double.parseDouble(balken.getAttribute("x")) + breite);
            }
            assertThat(zeile(klappe, ".ik-meilensteine", name)).containsText(Pattern.compile((erreicht ? "erreicht" : spaet ? "überfällig" : "offen") + ".*"
                    + tag(meilenstein.get("geplant")).format(DEUTSCH) + ".*" + tag(bis).format(DEUTSCH)));
        }
        orte.put(LocalDate.parse(HEUTE), Double.parseDouble(seite.locator(".ik-gantt > .ik-heute").first().getAttribute("x1")));
        LocalDate erster = orte.keySet().stream().min(LocalDate::compareTo).orElseThrow();
        LocalDate letzter = orte.keySet().stream().max(LocalDate::compareTo).orElseThrow();
        double jeTag = (orte.get(letzter) - orte.get(erster)) / (letzter.toEpochDay() - erster.toEpochDay());
        assertThat(jeTag).isPositive();
        orte.forEach((tag, x) -> assertThat(x).as("place of %s", tag).isCloseTo(orte.get(erster) + jeTag * (tag.toEpochDay() - erster.toEpochDay()), within(0.6)));
        // 39 days that were explained, and 7 since the letter is overdue.
        String ende = tag(plan.get("ende")).plusDays(7).format(DEUTSCH);
        assertThat(seite.locator(".ik-lage")).containsText(ende + " erwartet, 46 Tage später als zuerst geplant (31.12.2028)");
        assertThat(seite.locator(".ik-gantt desc")).containsText(ende);
    }

    private static LocalDate tag(Object text) {
        return LocalDate.parse((String) text);
    }

    /** A lozenge begins with its upper corner. */
    private static double mitte(Locator raute) {
        return Double.parseDouble(raute.getAttribute("d").substring(1).split(" ")[0]);
    }

    private void felder(Page seite, Spiel.Akte akte) {
        JsonNode ansicht = rest.als("prozessverantwortung").get("/api/akten/" + akte.id() + "/handlungsfelder").json();
        Locator tafel = seite.locator(".ik-feldtafel");
        ansicht.path("felder").forEach(feld -> {
            Locator zellen = zeile(seite, ".ik-feldtafel", feld.path("feld").asText()).locator("td");
            for (int i = 0; i < feld.path("zellen").size(); i++) {
                JsonNode zelle = feld.path("zellen").get(i);
                assertThat(zellen.nth(i)).hasText(zelle.path("standText").asText());
                assertThat(zellen.nth(i).locator("svg .ik-voll, svg .ik-leer").first()).isVisible();
            }
        });
        assertThat(zeile(seite, ".ik-feldtafel", "Sprache").locator("td")).hasText(new String[] {"fertig", "fertig", "fertig", "fertig", "in Arbeit", "1 von 2", "1 von 2", "0"});
        Locator offen = zeile(seite, ".ik-feldtafel", "Wohnen").locator("td").last();
        assertThat(offen).hasText("1 von 1: Soziales");
        String anfrage = engine.getRuntimeService().createProcessInstanceQuery().processDefinitionKey("massnahmenzusage")
                .processInstanceBusinessKey((String) akte.wert("aktenzeichen")).singleResult().getId();
        assertThat(offen.locator("a")).hasAttribute("href", "#/process-instance/" + anfrage + "/runtime");
        assertThat(tafel.locator("td:nth-child(3) a").first()).hasAttribute("href", "#/konzept/" + akte.id() + "?zu=verlauf");
        tafel.locator("td:nth-child(3) a").first().press("Enter");
        assertThat(seite.locator("#ik-verlauf h2")).isFocused();
    }

    private static void bilder(Arbeitsplatz platz) {
        for (String abschnitt : List.of("zeitplan", "handlungsfelder")) {
            platz.seite().setViewportSize(1360, abschnitt.equals("zeitplan") ? 1160 : 700);
            platz.seite().locator("#ik-" + abschnitt + " h2").evaluate("e => { document.activeElement.blur(); e.scrollIntoView(); }");
            platz.bild(abschnitt);
        }
    }

    @Test
    @Tag("R71")
    @DisplayName("R71: Die Kennzahlen zweier Jahre als Linie, deren Text dasselbe sagt, und als Tabelle")
    void kennzahlen() {
        Spiel.Akte akte = akten.imZweitenJahr();
        Page seite = oeffne(akte).seite();
        Locator quote = zeile(seite, ".ik-kennzahlen", "Kita-Quote");
        assertThat(quote.locator("td")).hasText(new String[] {"Sprache", "60 % 31.12.2028", "80 %", "79 % 2031", "●grün", LINIE});
        assertThat(quote.locator("svg")).hasAttribute("aria-label", LINIE);
        assertThat(chromium.auffaellig()).as("kein fremdes Netz, kein Fehler eines Skripts").isEmpty();
    }

    private Arbeitsplatz oeffne(Spiel.Akte akte) {
        Arbeitsplatz platz = chromium.anmelden("prozessverantwortung");
        Page seite = platz.seite();
        seite.navigate(platz.adresse("/camunda/app/cockpit/default/#/konzept/" + akte.id()));
        seite.locator("#ik-handlungsfelder h3").first().waitFor();
        seite.locator("#ik-zeitplan h3").first().waitFor();
        return platz;
    }

    private static Locator zeile(Page seite, String tafel, String kopf) {
        return zeile(seite.locator("main"), tafel, kopf);
    }

    private static Locator zeile(Locator ort, String tafel, String kopf) {
        return ort.locator(tafel + " tbody tr").filter(new Locator.FilterOptions().setHas(ort.page().locator("th").getByText(kopf))).first();
    }
}
