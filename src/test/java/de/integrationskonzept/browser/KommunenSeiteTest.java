package de.integrationskonzept.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import de.integrationskonzept.Anwendungstest;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.IdentityService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.annotation.DirtiesContext;

/** An administrator who is no programmer brings a Kommune, and people come and go. */
@Anwendungstest
@DirtiesContext
@Tag("eigene-anwendung") // with a second Kommune everything else would be different, too
@DisplayName("Die Seite „Kommunen und Personen“")
class KommunenSeiteTest {

    private static final String TABELLE = """
            kommune;name;art;gremium;leitung;kennung;vorname;nachname;mail;rollen;passwort
            09222222;Stadt Süd;Kreisfreie Stadt;Stadtrat;Oberbürgermeister;sued-ib;<b>Ute</b>;Beispiel;ute@example.org;integrationsbeauftragte;
            """;

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @Autowired
    IdentityService identitaeten;

    @Test
    @DisplayName("Erst prüfen, dann übernehmen; Fehler stehen mit ihrer Zeile da; danach übergibt und geht eine Person")
    void vonDerDateiBisZumAbschied() {
        Arbeitsplatz admin = chromium.anmelden("admin");
        Page seite = admin.seite();
        seite.getByRole(AriaRole.LINK, new Page.GetByRoleOptions().setName("Kommunen und Personen")).click();
        assertThat(seite.getByRole(AriaRole.HEADING, new Page.GetByRoleOptions().setName("Kommunen und Personen").setExact(true))).isVisible();
        assertThat(seite.locator(".ik-kommunen table").first()).containsText("Musterkommune");

        lege(seite, TABELLE.replace("integrationsbeauftragte", "wahrsagerei"));
        knopf(seite, "Prüfen").click();
        assertThat(seite.locator(".ik-kommunen table tbody").nth(1)).containsText(Pattern.compile("2\\s*Die Rolle „wahrsagerei“ gibt es nicht"));
        assertThat(knopf(seite, "Übernehmen")).isDisabled();

        lege(seite, TABELLE);
        knopf(seite, "Prüfen").click();
        assertThat(seite.getByText("wird angelegt")).hasCount(2);
        assertThat(seite.getByText("<b>Ute</b> Beispiel")).isVisible();
        assertThat(identitaeten.createTenantQuery().count()).isEqualTo(1);
        bild(seite, "kommunen-probe");
        knopf(seite, "Übernehmen").click();
        assertThat(seite.getByText("Die Datei ist übernommen.")).isVisible();
        assertThat(seite.getByText("1 Person hat noch kein Passwort")).isVisible();
        assertThat(seite.locator(".ik-kommunen table").first()).containsText("Stadt Süd");
        assertThat(identitaeten.createTenantQuery().userMember("sued-ib").count()).isEqualTo(1);

        seite.getByLabel("Kennung der Person, die übergibt").fill("personal");
        seite.getByLabel("Kennung der Person, die übernimmt").fill("hauptamt");
        knopf(seite, "Übergeben").click();
        assertThat(seite.getByText("Alle Rollen und offenen Aufgaben von „personal“ an „hauptamt“ übergeben?")).isVisible();
        assertThat(identitaeten.createUserQuery().memberOfGroup("personal").singleResult().getId()).isEqualTo("personal");
        knopf(seite, "Übergeben").click();
        assertThat(seite.getByText("Rollen und Kommunen sind übergeben.")).isVisible();
        assertThat(identitaeten.createUserQuery().memberOfGroup("personal").singleResult().getId()).isEqualTo("hauptamt");

        seite.getByLabel("Kennung der Person", new Page.GetByLabelOptions().setExact(true)).fill("personal");
        knopf(seite, "Entfernen").click();
        assertThat(seite.getByText("Die Person „personal“ entfernen?")).isVisible();
        knopf(seite, "Entfernen").click();
        assertThat(seite.getByText("Die Person ist entfernt.")).isVisible();
        assertThat(identitaeten.createUserQuery().userId("personal").count()).isZero();
        bild(seite, "kommunen-fertig");
        assertThat(chromium.auffaellig()).as("kein fremdes Netz, kein Fehler eines Skripts").isEmpty();
    }

    private static void lege(Page seite, String tabelle) {
        seite.getByLabel("CSV-Datei").setInputFiles(new FilePayload("kommunen.csv", "text/csv", tabelle.getBytes(StandardCharsets.UTF_8)));
    }

    private static Locator knopf(Page seite, String text) {
        return seite.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName(text).setExact(true));
    }

    private static void bild(Page seite, String name) {
        seite.screenshot(new Page.ScreenshotOptions().setPath(Path.of("target", "browser", name + ".png")));
    }
}
