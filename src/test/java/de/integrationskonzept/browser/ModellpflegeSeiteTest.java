package de.integrationskonzept.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.ForcedColors;
import de.integrationskonzept.Anwendungstest;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

@Anwendungstest
@Tag("leere-datenbank")
@DisplayName("„Modellpflege“ im Cockpit: was die Seite zeigt und sagt")
class ModellpflegeSeiteTest {

    private static final List<String> SCHRITTE = List.of("Bearbeiten", "Prüfen", "Vergleichen", "Proben", "Bereitstellen", "Umziehen", "Zurücknehmen");

    @RegisterExtension
    final Chromium chromium = new Chromium();

    private final Modellantworten server = new Modellantworten();
    private Arbeitsplatz platz;
    private Page seite;

    private void anmelden() {
        platz = chromium.vorDerAnmeldung("modellpflege");
        seite = platz.seite();
        server.stelleVor(seite);
        seite.route(Pattern.compile(".*/werkbank/.*\\.js"), Modellantworten::keine);
        platz.anmelden();
    }

    private void oeffne(String weg) {
        seite.navigate(platz.adresse("/camunda/app/cockpit/default/#/modellpflege" + weg));
    }

    private void schritt(String name) {
        oeffne("/aenderung/v1?schritt=" + name);
    }

    private void bereitgestellt(String... umzuege) {
        ObjectNode vorschlag = server.muster("vorschlag").put("zustand", "bereitgestellt").put("bereitgestelltAm", "2026-11-24T09:00:00Z")
                .put("bereitgestelltVon", "Mia Modell");
        List.of(umzuege).forEach(vorschlag.putArray("umzuege")::add);
        server.antworte("GET vorschlaege/v1", vorschlag);
    }

    private Locator knopf(String name) {
        return seite.locator(".ik-pflege").getByRole(AriaRole.BUTTON, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator link(String name) {
        return seite.locator(".ik-pflege").getByRole(AriaRole.LINK, new Locator.GetByRoleOptions().setName(name).setExact(true));
    }

    private Locator menue() {
        return seite.locator("[cam-widget-header] .cam-nav, [cam-widget-header]").getByText("Modellpflege", new Locator.GetByTextOptions().setExact(true));
    }

    @Test
    @DisplayName("Wen der Server nicht einlässt, der sieht keinen Eintrag im Menü, und auf der Seite selbst den Satz des Servers")
    void wenDerServerNichtEinlaesst() {
        String satz = "Das kann nur die Modellpflege. Bitte wenden Sie sich an sie.";
        server.antworte("HEAD vorschlaege", 403, "");
        for (String was : List.of("GET modelle", "GET vorschlaege", "GET auslieferungen")) {
            server.lehneAb(was, 403, satz);
        }
        anmelden();
        assertThat(seite.locator(".ik-dashboard").first()).isVisible();
        assertThat(menue()).hasCount(0);
        oeffne("");
        assertThat(seite.locator(".ik-pflege .alert-danger")).hasText(new String[] {satz, satz, satz});
        assertThat(knopf("Modelle noch einmal laden")).hasCount(0);
    }

    @Test
    @DisplayName("Der Anfang zeigt, was gilt, was in Arbeit ist und was zu entscheiden ist; suchen, beginnen, entscheiden")
    void derAnfang() {
        server.antworte("POST vorschlaege", "{\"id\": \"v1\"}");
        anmelden();
        menue().click();
        Locator gilt = seite.locator(".ik-bestand tbody tr");
        assertThat(gilt).hasCount(20);
        assertThat(gilt.first()).containsText("Auftrag klären auftragsklaerung.bpmn");
        assertThat(gilt.first()).containsText("angepasst");
        assertThat(gilt.first()).containsText("312 noch in Fassung 1.0.0");
        platz.bild("modellpflege");
        seite.getByLabel("Name oder Datei").fill("auftrag");
        assertThat(gilt).hasCount(2);
        seite.getByLabel("Art", new Page.GetByLabelOptions().setExact(true)).selectOption("Formular");
        assertThat(gilt).hasCount(1);
        assertThat(seite.locator(".ik-pflege [role=status]").getByText("1 Modell", new Locator.GetByTextOptions().setExact(true))).isVisible();
        seite.getByLabel("Name oder Datei").fill("gibt es nicht");
        assertThat(seite.getByText("Dazu passt nichts. Bitte ändern Sie die Suche.")).isVisible();

        assertThat(link("Rückfrage beim Auftrag")).isVisible();
        assertThat(link("Rückfrage beim Auftrag: weiter mit Prüfen")).isVisible();
        link("Fristen der Aufgaben: ansehen und entscheiden").click();
        assertThat(seite.getByText("30 Tage statt 20.")).isVisible();
        assertThat(seite.getByText("Neue Zeile für „Beschluss vorbereiten“.")).isVisible();
        knopf("Entscheiden").click();
        assertThat(seite.getByText("Bitte wählen Sie eine der drei Möglichkeiten.")).isVisible();
        seite.getByLabel("Unsere Fassung behalten").check();
        knopf("Entscheiden").click();
        assertThat(seite.locator(".ik-pflege h1:not(.ik-titel)")).hasText("Modellpflege");
        assertThat(server.gesendet()).containsExactly("POST auslieferungen/fristen.dmn {\"wahl\":\"behalten\"}");

        knopf("Änderung beginnen").click();
        assertThat(seite.getByLabel("Was wollen Sie ändern?")).isFocused();
        seite.getByLabel("Was wollen Sie ändern?").fill("Rückfrage beim Auftrag");
        knopf("Beginnen").click();
        assertThat(seite.locator(".ik-pflege h1:not(.ik-titel)")).hasText("Rückfrage beim Auftrag");
        assertThat(server.gesendet().get(1)).contains("POST vorschlaege {\"titel\":\"Rückfrage beim Auftrag\"");
    }

    @Test
    @DisplayName("Die Schrittleiste führt mit der Tastatur von Schritt zu Schritt und sagt in Worten, wie weit jeder ist und was als Nächstes kommt")
    void schrittFuerSchritt() {
        anmelden();
        schritt("bearbeiten");
        assertThat(seite.locator(".ik-leiste li")).hasText(new Pattern[] {Pattern.compile("1. Bearbeiten\\s*2 Dateien"),
            Pattern.compile("2. Prüfen\\s*1 Fehler"), Pattern.compile("3. Vergleichen\\s*ansehen"), Pattern.compile("4. Proben\\s*zu tun"),
            Pattern.compile("5. Bereitstellen\\s*Freigabe fehlt"), Pattern.compile("6. Umziehen\\s*später"), Pattern.compile("7. Zurücknehmen\\s*später")});
        OhneMaus tasten = new OhneMaus(seite);
        for (int i = 0; i + 1 < SCHRITTE.size(); i++) {
            String naechster = SCHRITTE.get(i + 1);
            assertThat(seite.locator(".ik-weiter")).containsText("Als Nächstes – " + naechster + ":");
            tasten.gehe(link("Weiter: " + naechster)).druecke("Enter");
            assertThat(seite.locator(".ik-schritt h2")).hasText(naechster);
            assertThat(seite.locator(".ik-schritt h2")).isFocused();
            assertThat(seite.locator(".ik-leiste [aria-current=step]")).containsText(naechster);
        }
        tasten.geheZurueck(seite.locator(".ik-leiste a").first()).druecke("Enter");
        assertThat(seite.locator(".ik-schritt h2")).hasText("Bearbeiten");
        tasten.immerGesehen();
    }

    @Test
    @DisplayName("Bearbeiten: anlegen, hochladen, herausnehmen nach Rückfrage; ohne Editor geht es als Text, und Ungespeichertes geht nicht verloren")
    void bearbeiten() {
        server.antworte("POST vorschlaege/v1/dateien", "{\"angenommen\": [\"a.form\"], \"unveraendert\": [\"b.form\", \"c.form\"]}");
        anmelden();
        schritt("bearbeiten");
        knopf("auftragsklaerung-rueckfrage.form (auftragsklaerung-rueckfrage.form) aus der Änderung herausnehmen").click();
        knopf("Abbrechen").click();
        assertThat(server.gesendet()).isEmpty();
        seite.getByLabel("Dateien oder ein ZIP-Archiv").setInputFiles(new FilePayload("a.form", "application/json", "{}".getBytes(StandardCharsets.UTF_8)));
        knopf("Hochladen").click();
        assertThat(seite.getByText("1 Datei ist dazugekommen. 2 weitere unterscheiden sich nicht von dem, was gilt, und blieben weg.")).isVisible();
        knopf("Etwas Neues anlegen").click();
        assertThat(seite.getByText("Bitte geben Sie einen Namen ein.")).isVisible();
        seite.getByLabel("Name", new Page.GetByLabelOptions().setExact(true)).last().fill("Muster 3");
        seite.getByLabel("Kennung").fill("muster-3");
        knopf("Etwas Neues anlegen").click();
        assertThat(seite.getByText("„muster-3.form“ gibt es schon. Bitte wählen Sie eine andere Kennung.")).isVisible();

        link("Auftrag klären (auftragsklaerung.bpmn) öffnen").click();
        Locator text = seite.getByLabel("Inhalt von auftragsklaerung.bpmn");
        assertThat(text).hasValue(Pattern.compile("<\\?xml.*", Pattern.DOTALL));
        text.fill("<neu/>");
        link("Zurück zur Modellpflege").click();
        assertThat(seite.getByText("Sie haben noch nicht gespeichert. Was soll geschehen?")).isVisible();
        knopf("Hier bleiben").click();
        assertThat(text).hasValue("<neu/>");
        seite.reload();
        knopf("Mit meinen Änderungen weitermachen").click();
        assertThat(text).hasValue("<neu/>");

        server.lehneAb("PUT vorschlaege/v1/dateien/auftragsklaerung.bpmn", 409, "Jemand anderes arbeitet gerade an derselben Stelle.");
        knopf("Speichern").click();
        assertThat(seite.getByText("Jemand anderes arbeitet gerade an derselben Stelle.")).isVisible();
        server.antworte("PUT vorschlaege/v1/dateien/auftragsklaerung.bpmn", server.muster("vorschlag"));
        knopf("Speichern und prüfen").click();
        assertThat(seite.getByText("Was die Prüfung dazu sagt")).isFocused();
        assertThat(seite.locator(".ik-befunde li")).hasCount(2);
        assertThat(server.gesendet()).contains("PUT vorschlaege/v1/dateien/auftragsklaerung.bpmn <neu/>");
        link("Zurück zur Modellpflege").click();
        assertThat(seite.locator(".ik-pflege h1:not(.ik-titel)")).hasText("Modellpflege");
    }

    @Test
    @DisplayName("Prüfen und Vergleichen: Fehler und Hinweise in Worten unterschieden, am Element, mit dem Weg ins Modell; wer überholt wurde, erfährt es")
    void pruefenUndVergleichen() {
        anmelden();
        schritt("pruefen");
        assertThat(seite.locator(".ik-schritt .alert")).hasText("1 Fehler muss noch behoben werden, vorher lässt sich die Änderung nicht bereitstellen. "
                + "Dazu 2 Hinweise; Hinweise halten nichts auf.");
        assertThat(seite.locator(".ik-befunde li").first()).containsText(Pattern.compile("Fehler Aufgabe „Rückfrage stellen“ rueckfrage: Die Rolle „stadtrat“ gibt es nicht"));
        platz.bild("modellpflege-pruefen");
        link("Im Modell zeigen: Aufgabe „Auftrag klären“").click();
        assertThat(seite.getByLabel("Inhalt von auftragsklaerung.bpmn")).isFocused();
        assertThat((String) seite.evaluate("() => { const t = document.activeElement; return t.value.slice(t.selectionStart, t.selectionEnd); }"))
                .isEqualTo("auftrag-klaeren");

        schritt("vergleichen");
        assertThat(seite.getByText("hat jemand anderes eine neuere Fassung bereitgestellt")).isVisible();
        assertThat(seite.locator(".ik-unterschiede li").first()).containsText("neu Rückfrage stellen rueckfrage");
        platz.bild("modellpflege-vergleichen");
        knopf("Im Bild zeigen: Vermerk schreiben").click();
        assertThat(seite.getByText("Das Bild lässt sich gerade nicht zeigen. Die Liste sagt dasselbe in Worten.")).isVisible();
    }

    @Test
    @DisplayName("Proben: ein Vorschlag gilt erst, wenn jemand „stimmt“ sagt; der Probelauf nennt die Akten, die nicht umziehen könnten, und den Grund")
    void proben() {
        server.antworte("POST vorschlaege/v1/probe", "{\"umzug\": \"u1\"}")
                .antworte("GET umzuege/u1", server.muster("fortschritt").put("zustand", "laeuft").put("umgezogen", 3).put("gescheitert", 0)
                        .put("unveraendert", 0).put("offen", 9))
                .danach("GET umzuege/u1", server.muster("fortschritt"));
        anmelden();
        schritt("proben");
        assertThat(seite.getByText("2 Schritte, an denen Akten stehen, haben noch kein bestätigtes Ziel.")).isVisible();
        knopf("Zuordnung speichern").click();
        assertThat(seite.getByText("Die Zuordnung ist gespeichert.")).isVisible();
        seite.getByLabel("stimmt: Vermerk schreiben").check();
        seite.getByLabel("Neuer Schritt für Prüfen lassen").selectOption("rueckfrage");
        knopf("Zuordnung speichern").click();
        assertThat(seite.getByText("Die Zuordnung ist gespeichert.")).isVisible();
        assertThat(server.gesendet()).containsExactly("PUT vorschlaege/v1/zuordnung {}",
                "PUT vorschlaege/v1/zuordnung {\"auftragsklaerung\":{\"vermerk\":\"notiz\",\"pruefung\":\"rueckfrage\"}}");
        assertThat(seite.getByText("1 Akte braucht noch eine Zuordnung")).isVisible();

        knopf("Probelauf starten").click();
        assertThat(seite.getByText("Läuft: 3 von 12 Akten geprobt – umziehen können: 3.").first()).isVisible();
        assertThat(seite.getByText("Fertig, 12 Akten – umziehen können: 9, keinen Umzug brauchen: 1, nicht umziehen können: 2.").first()).isVisible();
        assertThat(seite.locator("progress")).hasAttribute("value", "12");
        assertThat(seite.locator(".ik-schritt table").last().locator("tbody tr")).hasText(new Pattern[] {
            Pattern.compile("IK-2026-2\\s*Der Schritt „Prüfen lassen“ hat in der neuen Fassung kein Ziel."),
            Pattern.compile("Akte einer anderen Kommune\\s*Die Angabe „frist“ ginge verloren.*")});
        platz.bild("modellpflege-proben");
    }

    @Test
    @DisplayName("Bereitstellen: alles, was fehlt, steht da; die Wahl sagt ihre Folgen; eine Ablehnung bringt ihre Gründe mit; erst nach Rückfrage geht es los")
    void bereitstellen() {
        anmelden();
        schritt("bereitstellen");
        assertThat(seite.locator(".ik-schritt .alert-warning li")).hasText(new Pattern[] {Pattern.compile("1 Fehler ist noch zu beheben.*"),
            Pattern.compile("2 Schritte.*"), Pattern.compile("„Auftrag klären“ wurde inzwischen von jemand anderem geändert.*"), Pattern.compile("Eine zweite Person.*")});
        seite.getByLabel("Nur für neue Akten").check();
        assertThat(seite.getByLabel("Nur für neue Akten")).isFocused();
        assertThat(server.gesendet()).containsExactly("PATCH vorschlaege/v1 {\"stufe\":\"major\"}");

        ObjectNode frei = server.muster("vorschlag").put("freigabeVon", "Rita Recht").put("zustand", "freigabe");
        server.antworte("GET vorschlaege/v1", frei).antworte("GET vorschlaege/v1/befunde", "[]");
        server.antworte("POST vorschlaege/v1/bereitstellung", 400, "{\"detail\": \"Die Prüfung hat Fehler gefunden.\", \"befunde\": "
                + "[{\"datei\": \"auftragsklaerung.bpmn\", \"ort\": \"Aufgabe „X“\", \"satz\": \"Das Formular fehlt.\"}]}");
        seite.reload();
        assertThat(seite.getByText("Freigegeben von Rita Recht.")).isVisible();
        seite.locator(".ik-wahl").evaluate("e => e.scrollIntoView()");
        platz.bild("modellpflege-bereitstellen");
        knopf("Jetzt bereitstellen").click();
        assertThat(seite.locator(".ik-frage")).containsText("„Rückfrage beim Auftrag“ mit 2 Dateien jetzt bereitstellen? Änderung mit Umzug:");
        seite.keyboard().press("Escape");
        assertThat(seite.locator(".ik-frage")).hasCount(0);
        assertThat(server.gesendet()).hasSize(1);
        knopf("Jetzt bereitstellen").click();
        knopf("Ja, bereitstellen").click();
        assertThat(seite.getByText("Die Prüfung hat Fehler gefunden.")).isVisible();
        assertThat(seite.getByText("auftragsklaerung.bpmn: Aufgabe „X“: Das Formular fehlt.")).isVisible();
        server.antworte("POST vorschlaege/v1/bereitstellung", "{\"bereitstellung\": \"b1\"}");
        bereitgestellt();
        knopf("Jetzt bereitstellen").click();
        knopf("Ja, bereitstellen").click();
        assertThat(seite.getByText("Die Änderung gilt seit 24.11.2026, 10:00 Uhr. Art: Änderung mit Umzug.")).isVisible();
        assertThat(seite.locator(".ik-schritt h2")).isFocused();
    }

    @Test
    @DisplayName("Bis die Wahl gespeichert ist, lässt sich nicht bereitstellen: es ginge nach dem alten Stand")
    void erstSpeichernDannBereitstellen() {
        anmelden();
        schritt("bereitstellen");
        Locator gesperrt = seite.locator(".ik-schritt [inert]").filter(new Locator.FilterOptions().setHasText("Wie weit reicht die Änderung?"));
        List<Route> gehalten = new ArrayList<>();
        seite.route(Pattern.compile(".*/api/vorschlaege/v1"), anfrage -> {
            if ("PATCH".equals(anfrage.request().method())) {
                gehalten.add(anfrage);
            } else {
                anfrage.fallback();
            }
        });
        seite.getByLabel("Nur für neue Akten").check();
        seite.waitForCondition(() -> !gehalten.isEmpty());
        assertThat(gesperrt).hasCount(1);
        assertThat(gehalten.get(0).request().postData()).isEqualTo("{\"stufe\":\"major\"}");
        gehalten.get(0).fulfill(new Route.FulfillOptions().setBody("{}"));
        assertThat(gesperrt).hasCount(0);
    }

    @Test
    @DisplayName("Umziehen: erst eine Akte, dann anhalten, fortsetzen, Gescheiterte noch einmal; Zurücknehmen legt nur eine Änderung an")
    void umziehenUndZuruecknehmen() {
        ObjectNode stand = server.muster("fortschritt").put("probe", false);
        server.antworte("POST vorschlaege/v1/umzug", "{\"umzug\": \"u1\"}").antworte("POST vorschlaege/v1/ruecknahme", "{\"id\": \"v1\"}")
                .antworte("GET umzuege/u1", stand.deepCopy().put("zustand", "laeuft").put("umgezogen", 3)
                        .put("unveraendert", 0).put("gescheitert", 0).put("offen", 9));
        bereitgestellt();
        anmelden();
        schritt("umziehen");
        seite.getByLabel("Nur die Akten, die ich auswähle").check();
        knopf("Umzug starten").click();
        assertThat(seite.getByText("Bitte wählen Sie in der Liste mindestens eine Akte aus.")).isVisible();
        seite.getByLabel("IK-2026-1 umziehen").check();
        knopf("Umzug starten").click();
        knopf("Ja, umziehen").click();
        assertThat(seite.locator("progress")).hasAttribute("value", "3");
        platz.bild("modellpflege-umziehen");
        server.antworte("GET umzuege/u1", stand.deepCopy().put("zustand", "angehalten").put("umgezogen", 3).put("unveraendert", 0).put("gescheitert", 0)
                .put("offen", 9));
        knopf("Anhalten").click();
        assertThat(seite.getByText(Pattern.compile("^Angehalten: 3 von 12 Akten bearbeitet")).first()).isVisible();
        server.antworte("GET umzuege/u1", stand);
        knopf("Fortsetzen").click();
        assertThat(seite.getByText(Pattern.compile("^Fertig, 12 Akten – umgezogen: 9, ohne Umzug: 1, gescheitert: 2")).first()).isVisible();
        knopf("Gescheiterte noch einmal versuchen").click();
        assertThat(seite.getByText(Pattern.compile("^Fertig, 12 Akten")).first()).isVisible();
        assertThat(server.gesendet()).containsExactly("POST vorschlaege/v1/umzug {\"akten\":[\"w1\"]}", "POST umzuege/u1/halt", "POST umzuege/u1/weiter",
                "POST vorschlaege/v1/umzug {\"akten\":[\"w2\",\"w3\"]}");

        schritt("zuruecknehmen");
        knopf("Zurücknehmen vorbereiten").click();
        knopf("Ja, vorbereiten").click();
        assertThat(seite.locator(".ik-schritt h2")).hasText("Prüfen");
    }

    @Test
    @DisplayName("Ist der Server weg, sagt die Seite das und lässt es noch einmal versuchen")
    void serverWeg() {
        anmelden();
        seite.route(Pattern.compile(".*/api/vorschlaege/v1/vergleich"), Modellantworten::keine);
        schritt("vergleichen");
        assertThat(seite.getByText("Der Server ist nicht zu erreichen. Bitte versuchen Sie es noch einmal.")).isVisible();
        seite.unroute(Pattern.compile(".*/api/vorschlaege/v1/vergleich"));
        knopf("Vergleichen noch einmal laden").click();
        assertThat(seite.locator(".ik-unterschiede").first()).isVisible();
        server.lehneAb("GET vorschlaege/v1", 404, "Diese Änderung gibt es nicht (mehr). Bitte laden Sie die Seite neu.");
        seite.reload();
        assertThat(seite.locator(".ik-pflege .alert-danger")).hasText("Diese Änderung gibt es nicht (mehr). Bitte laden Sie die Seite neu.");
    }

    @Test
    @Tag("lang")
    @DisplayName("Jeder Schritt ist barrierefrei, passt in 320 Pixel und bleibt in eigenen Farben unterscheidbar")
    void barrierefrei() {
        anmelden();
        Barrieren barrieren = new Barrieren();
        oeffne("");
        seite.locator(".ik-bestand tbody tr").first().waitFor();
        beides(barrieren, "Modellpflege");
        knopf("Änderung beginnen").click();
        barrieren.pruefe(seite, "Änderung beginnen");
        for (String schritt : List.of("bearbeiten", "pruefen", "vergleichen", "proben", "bereitstellen", "umziehen", "zuruecknehmen",
                "bearbeiten&datei=auftragsklaerung.bpmn")) {
            schritt(schritt);
            beides(barrieren, schritt);
        }
        bereitgestellt("u1");
        server.antworte("GET umzuege/u1", server.muster("fortschritt").put("probe", false));
        schritt("umziehen");
        seite.locator("progress").waitFor();
        beides(barrieren, "Umzug");
        oeffne("/auslieferung/fristen.dmn");
        seite.locator(".ik-unterschiede").first().waitFor();
        beides(barrieren, "Auslieferung");
        assertThat(barrieren.befunde()).isEmpty();

        seite.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
        schritt("pruefen");
        seite.locator(".ik-leiste a").first().waitFor();
        assertThat(rand(".ik-leiste a[aria-current]")).isNotEqualTo(rand(".ik-leiste a:not([aria-current])"));
        assertThat(chromium.auffaellig()).as("kein fremdes Netz, kein Fehler eines Skripts").isEmpty();
    }

    private void beides(Barrieren barrieren, String name) {
        barrieren.pruefe(seite, name);
        barrieren.pruefeSchmal(seite, name);
    }

    private Object rand(String wahl) {
        return seite.locator(wahl).first().evaluate("e => getComputedStyle(e).borderLeftWidth");
    }
}
