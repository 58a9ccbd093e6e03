package de.integrationskonzept.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.integrationskonzept.Anwendungstest;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;

@Anwendungstest
@Tag("leere-datenbank")
@DisplayName("Der Abschnitt „Abwesenheit und Vertretung“")
class AbwesenheitSeiteTest {

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @Autowired
    JdbcTemplate jdbc;

    @AfterEach
    void raeumeAuf() {
        jdbc.update("delete from IK_ABWESENHEIT where PERSON in ('vorgesetzte', 'kaemmerei')");
    }

    @Test
    @DisplayName("Eintragen, ändern und zurücknehmen, für sich und für andere; auf dem Telefon und für alle bedienbar")
    void eintragen() {
        Arbeitsplatz platz = chromium.anmelden("vorgesetzte");
        Page seite = platz.seite();
        seite.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Meine Einstellungen")).click();
        Locator eigene = seite.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Abwesenheit eintragen"));
        fuelle(eigene, "2027-05-03", "2027-05-01");
        assertThat(seite.getByText("Der letzte Tag liegt vor dem ersten.")).isVisible();
        fuelle(eigene, "2027-05-03", "2027-05-07");
        assertThat(seite.getByText("Die Abwesenheit ist eingetragen.")).isVisible();
        Locator meine = seite.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Meine Abwesenheiten"));
        assertThat(meine).containsText("03.05.2027");

        meine.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Ändern").setExact(false)).first().click();
        meine.getByLabel("Letzter Tag").fill("2027-05-14");
        meine.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Speichern")).click();
        assertThat(meine).containsText("14.05.2027");
        assertThat(meine).containsText("geändert von");

        Locator andere = seite.getByRole(AriaRole.FORM, new Page.GetByRoleOptions().setName("Für jemand anderen eintragen"));
        andere.getByLabel("Wer fehlt").selectOption("kaemmerei");
        fuelle(andere, "2027-06-01", "2027-06-02");
        assertThat(seite.getByRole(AriaRole.REGION, new Page.GetByRoleOptions().setName("Abwesenheiten der Kommune"))).containsText("01.06.2027");

        platz.bild("abwesenheit");
        Barrieren barrieren = new Barrieren();
        barrieren.pruefe(seite, "Abwesenheit");
        barrieren.pruefeSchmal(seite, "Abwesenheit");
        assertThat(barrieren.befunde()).isEmpty();
        meine.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("zurücknehmen")).click();
        assertThat(seite.getByText("Die Abwesenheit ist beendet")).isVisible();
        assertThat(chromium.auffaellig()).as("no foreign network, no error of a script").isEmpty();
    }

    private static void fuelle(Locator formular, String beginn, String ende) {
        formular.getByLabel("Erster Tag").fill(beginn);
        formular.getByLabel("Letzter Tag").fill(ende);
        formular.getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName("Eintragen")).click();
    }
}
