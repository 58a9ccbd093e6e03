package de.integrationskonzept.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.prozess.Spiel;
import de.integrationskonzept.rolle.Rollen;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

/** Each role logs in at the start page, comes to where its work is, and does not see what it has nothing to do with. */
@Anwendungstest
@Tag("leere-datenbank") // lists that are not those of hundreds of stories
@DisplayName("Die Rollen im Browser")
class RollenTest {

    private static final Map<String, String> ANDERSWO = Map.of("prozessverantwortung", "cockpit", "modellpflege", "cockpit",
            "gemeinde", "welcome", "stakeholder", "welcome", "ueberwachung", "welcome");

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @Autowired
    Spiel spiel;

    @Autowired
    Rollen rollen;

    @Test
    @DisplayName("Wer Aufgaben hat, wer den Verlauf verfolgt und wer nur dabei ist: alle landen dort, wo ihre Arbeit ist")
    void dreiRollenLandenBeiIhrerArbeit() {
        landenBeiIhrerArbeit(List.of("kaemmerei", "prozessverantwortung", "stakeholder"));
    }

    @Test
    @Tag("lang")
    @DisplayName("Jede Rolle landet dort, wo ihre Arbeit ist, auf Deutsch und ohne Hinweis des Herstellers")
    void jedeRolleLandetBeiIhrerArbeit() {
        landenBeiIhrerArbeit(rollen.namen().keySet());
    }

    private void landenBeiIhrerArbeit(Collection<String> welche) {
        for (String rolle : welche) {
            Arbeitsplatz platz = chromium.anmelden(rolle);
            String anwendung = ANDERSWO.getOrDefault(rolle, "tasklist");
            assertThat(platz.seite()).hasURL(Pattern.compile(".*/camunda/app/" + anwendung + "/default/.*"));
            assertThat(platz.seite().locator(".ce-eol-banner:visible")).hasCount(0);
            assertThat(platz.seite()).hasTitle(Pattern.compile(".*Integrationskonzept"));
            assertThat(platz.seite().locator("html")).hasAttribute("lang", "de");
            chromium.verabschiede(rolle);
        }
        assertThat(chromium.anmelden("admin").seite()).hasURL(Pattern.compile(".*/camunda/app/admin/default/.*"));
        assertThat(chromium.auffaellig()).as("kein fremdes Netz, kein Fehler eines Skripts").isEmpty();
    }

    @Test
    @DisplayName("Die Kämmerei sieht ihre Aufgabe, nicht die der anderen und nicht das Cockpit")
    void kaemmereiSiehtNurIhres() {
        Spiel.Akte akte = akte("mittel-pruefen");
        Set<String> fremde = Set.of("Auftrag erteilen", "Interessen notieren", "Projekt aufsetzen", "Akte nachtragen");
        Arbeitsplatz kaemmerei = chromium.anmelden("kaemmerei");
        kaemmerei.filter("Meine Gruppen");
        assertThat(kaemmerei.karten().first()).containsText("Mittel");
        for (Locator karte : kaemmerei.karten().all()) {
            assertThat(fremde).noneMatch(karte.innerText()::contains);
        }
        assertThat(kaemmerei.seite().locator(".task-filter").filter(new Locator.FilterOptions().setHasText("Im Auftrag erfassen"))).hasCount(0);

        kaemmerei.seite().navigate(kaemmerei.adresse("/camunda/app/tasklist/default/#/?task=" + akte.aufgabe("interessen-notieren").getId()));
        assertThat(kaemmerei.formular()).hasCount(0);
        assertThat(kaemmerei.seite().locator("body")).not().containsText("Interessen notieren");

        kaemmerei.seite().navigate(kaemmerei.adresse("/camunda/app/cockpit/default/#/processes"));
        assertThat(kaemmerei.seite().locator("body")).not().containsText("Vorabklärung");
    }

    @Test
    @DisplayName("Die Prozessverantwortung sieht im Cockpit den Stand, aber keine Inhalte und nichts Vertrauliches")
    void prozessverantwortungSiehtKeineInhalte() {
        Spiel.Akte akte = akte("startreife-pruefen");
        Arbeitsplatz prozess = chromium.anmelden("prozessverantwortung");
        prozess.seite().navigate(prozess.adresse("/camunda/app/cockpit/default/#/processes"));
        assertThat(prozess.seite().locator("body")).containsText("Vorabklärung");
        assertThat(prozess.seite().locator("body")).not().containsText("Interessen");
        prozess.seite().getByText("Vorabklärung", new Page.GetByTextOptions().setExact(true)).first().click();
        assertThat(prozess.seite().locator(".djs-container").first()).isVisible();
        assertThat(prozess.seite().locator(".process-instances, .ctn-tabs").first()).containsText(String.valueOf(akte.wert("aktenzeichen")));
        prozess.bild("cockpit");

        prozess.seite().navigate(prozess.adresse("/camunda/app/cockpit/default/#/process-instance/" + akte.id() + "/runtime?tab=variables-tab"));
        assertThat(prozess.seite().locator(".ctn-tabs, .tabbable, [cam-tabs]").first()).isVisible();
        assertThat(prozess.seite().locator("body")).not().containsText("kommuneName");
    }

    /** A file that has come as far as that task. */
    private Spiel.Akte akte(String schritt) {
        return spiel.beginne(Map.of("kommuneTyp", "kreisfreie-stadt", "einwohner", 120000, "verfahrenWunsch", "ausfuehrlich",
                "planBeginn", "2027-01-01", "planEnde", "2028-12-31")).spieleBis(Map.of(), schritt);
    }
}
