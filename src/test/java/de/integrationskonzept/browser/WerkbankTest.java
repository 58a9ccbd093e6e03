package de.integrationskonzept.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.APIResponse;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import de.integrationskonzept.Anwendungstest;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@Tag("leere-datenbank")
@DisplayName("Die Werkbank im Browser")
class WerkbankTest {

    private static final Path ABLAUF = Path.of("src/test/resources/werkbank/werkbank.bpmn");
    private static final Path PROJEKTSTART = Path.of("bpmn/projektstart/projektstart.bpmn");
    private static final Path FRISTEN = Path.of("bpmn/integrationskonzept/fristen.dmn");
    private static final Path SCHREIBEN = Path.of("forms/projektstart/projektstart-startschreiben-versenden.form");

    /** Where both pictures show the same step, within themselves. */
    private static final String STELLEN = """
            () => [...document.querySelectorAll('.djs-shape[data-element-id=startsignal-geben]')].map(schritt => {
              const [da, bild] = [schritt, schritt.closest('.djs-container')].map(e => e.getBoundingClientRect());
              return [da.x - bild.x, da.y - bild.y, da.width].map(Math.round).join();
            })""";
    private static final String FORMULAR = """
            {"type": "default", "id": "werkbank-bericht-pruefen", "schemaVersion": 16, "components": [
              {"type": "textfield", "id": "feld-ergebnis", "key": "ergebnis", "label": "Ergebnis"}]}
            """;

    private static final int JEDE_WIEVIELTE = 9;

    @RegisterExtension
    final Chromium chromium = new Chromium();

    @Autowired
    RepositoryService verwaltung;

    @Test
    @DisplayName("Abläufe, Regeln und Formulare überstehen Öffnen und Speichern ohne jeden Verlust")
    void einigeDateien() throws IOException {
        List<Path> alle = dateien();
        verlierenNichts(alle.stream().filter(datei -> alle.indexOf(datei) % JEDE_WIEVIELTE == 0).toList());
    }

    @Test
    @Tag("lang")
    @DisplayName("Jeder Ablauf, jede Regel und jedes Formular übersteht Öffnen und Speichern ohne jeden Verlust")
    void alleDateien() throws IOException {
        verlierenNichts(dateien());
    }

    private void verlierenNichts(List<Path> dateien) {
        Werkbank bank = new Werkbank(chromium.anmelden("admin"));
        List<String> verloren = new ArrayList<>();
        for (Path datei : dateien) {
            bank.rundreise(datei).forEach(zeile -> verloren.add(datei.getFileName() + " " + zeile));
        }

        assertThat(verloren).isEmpty();
        assertThat(bank.verstoesse()).isEmpty();
        assertThat(chromium.auffaellig()).isEmpty();
    }

    private static List<Path> dateien() throws IOException {
        List<Path> alle = new ArrayList<>();
        for (String ordner : List.of("bpmn", "forms")) {
            try (Stream<Path> baum = Files.walk(Path.of(ordner))) {
                alle.addAll(baum.filter(datei -> datei.toString().matches(".*\\.(bpmn|dmn|form)")).sorted().toList());
            }
        }
        return alle;
    }

    @Test
    @DisplayName("Aus jedem Baustein wird ein Schritt mit sprechender Kennung, und der Ablauf kommt durch das Modelltor")
    void bausteine() {
        Werkbank bank = new Werkbank(chromium.anmelden("modellpflege")).oeffne(ABLAUF, List.of());
        assertThat(bank.inhalt()).as("was niemand berührt, bleibt Zeichen für Zeichen").isEqualTo(Werkbank.lies(ABLAUF));

        bank.fuegeEin("integrationskonzept-aufgabe", "weg", "Bericht prüfen");
        bank.fuegeEin("integrationskonzept-dokument", "weg", "Leitbild festhalten");
        bank.fuegeEin("integrationskonzept-frist", "weg", "Auftrag geklärt");
        bank.fuegeEin("integrationskonzept-erinnern", "weg", "Termine prüfen lassen");
        bank.fuegeEin("integrationskonzept-regel", "weg", "Grad bestimmen");
        bank.klappeAuf("Angaben");
        bank.schreibe("Regel", "auftragsgrad");
        String ablauf = bank.inhalt();

        assertThat(ablauf).contains("camunda:formRef=\"werkbank-bericht-pruefen\"", "camunda:dueDate=\"${zeitplan.faellig('bericht-pruefen')}\"",
                "camunda:candidateGroups=\"integrationsbeauftragte\"", "camunda:expression=\"${dokument.festschreiben('leitbild')}\"",
                "camunda:expression=\"${zeitplan.erreicht('auftragsklaerung')}\"", "camunda:expression=\"${akte.melde('stand-geaendert')}\"",
                "camunda:decisionRef=\"auftragsgrad\"", "camunda:decisionRefBinding=\"latest\"", "id=\"bericht-pruefen\"", "id=\"weg\"")
                .contains("id=\"bericht-pruefen-nach-schluss\"", "id=\"bericht-pruefen-bild\"").doesNotContainPattern("\"[A-Z][A-Za-z]+_[0-9a-z]{7}");
        assertThat(bank.pruefe()).noneMatch(befund -> befund.startsWith("fehler"));
        String bereitstellung = verwaltung.createDeployment().name("Werkbank").addString("werkbank.bpmn", ablauf)
                .addString("werkbank-bericht-pruefen.form", FORMULAR).deploy().getId();
        verwaltung.deleteDeployment(bereitstellung, true);
        assertThat(chromium.auffaellig()).isEmpty();
    }

    @Test
    @DisplayName("Befunde stehen am Schritt, an der Zeile und am Feld, mit Zeichen und Wort")
    void befunde() {
        Werkbank bank = new Werkbank(chromium.anmelden("modellpflege"));

        bank.oeffne(PROJEKTSTART, List.of(befund("projektstart.bpmn", "startsignal-geben", "Das Formular fehlt."),
                befund("anders.bpmn", "versandart", "Gilt nicht hier.")));
        assertThat(bank.seite().locator(".ik-befund")).hasText("✖ Fehler");
        assertThat(bank.seite().getByRole(AriaRole.STATUS).filter(new Locator.FilterOptions().setHasText("✖ 1 Fehler"))).isVisible();
        assertThat(bank.zeige("startsignal-geben")).isTrue();
        assertThat(bank.zeige("gibt-es-nicht")).isFalse();
        assertThat(bank.seite().locator(".ik-wb-tafel")).containsText("Startsignal geben");
        assertThat(bank.seite().locator(".bjs-powered-by")).isVisible();
        bank.zerstoere();

        bank.oeffne(FRISTEN, List.of(befund("fristen.dmn", "fristen-regel-2", "Diese Zeile passt nie.")));
        assertThat(bank.seite().locator("[data-ik-befund='✖ Fehler']")).containsText("2");
        assertThat(bank.zeige("fristen-regel-2")).isTrue();
        bank.zerstoere();

        bank.oeffne(SCHREIBEN, List.of(befund("projektstart-startschreiben-versenden.form", "versandArt", "Diese Antwort gibt es nicht.")));
        assertThat(bank.seite().locator("[data-ik-befund='✖ Fehler']")).containsText("Wer verschickt das Schreiben?");
        assertThat(bank.zeige("versandArt")).isTrue();
        bank.zerstoere();

        assertThat(bank.seite().locator("link[href^='/werkbank/']")).hasCount(0);
        assertThat(bank.verstoesse()).isEmpty();
        assertThat(chromium.auffaellig()).isEmpty();
    }

    private static Map<String, String> befund(String datei, String element, String satz) {
        return Map.of("datei", datei, "element", element, "ort", element, "art", "fehler", "satz", satz);
    }

    @Test
    @DisplayName("Der Vergleich zeigt beide Fassungen nebeneinander; jeder Unterschied trägt Zeichen und Wort, und beide bewegen sich zusammen")
    void vergleich() {
        Werkbank bank = new Werkbank(chromium.anmelden("modellpflege"));
        String vorher = Werkbank.lies(PROJEKTSTART);

        bank.vergleiche(vorher, vorher.replace("emails-verschicken", "mails-senden"), List.of(
                unterschied("emails-verschicken", "entfallen"), unterschied("mails-senden", "neu"), unterschied("startsignal-geben", "geaendert")));

        assertThat(bank.seite().locator(".ik-wb-haelfte").nth(0).locator(".djs-overlays .ik-unterschied")).hasText(new String[] {"− entfallen", "~ geändert"});
        assertThat(bank.seite().locator(".ik-wb-haelfte").nth(1).locator(".djs-overlays .ik-unterschied")).hasText(new String[] {"+ neu", "~ geändert"});
        assertThat(bank.seite().locator(".bjs-powered-by")).hasCount(2);
        bank.seite().getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Vergrößern")).click();
        List<?> stellen = (List<?>) bank.seite().evaluate(STELLEN);
        assertThat(stellen).hasSize(2);
        assertThat(stellen.get(0)).isEqualTo(stellen.get(1));
        assertThat(bank.zeige("mails-senden")).isTrue();
        assertThat(bank.verstoesse()).isEmpty();
        assertThat(chromium.auffaellig()).isEmpty();
    }

    private static Map<String, Object> unterschied(String element, String was) {
        return Map.of("element", element, "name", element, "was", was, "saetze", List.of());
    }

    @Test
    @DisplayName("Das Werkzeug bekommt nur, wer angemeldet ist, und der Browser darf es behalten")
    void nurAngemeldet() {
        String datei = "/werkbank/dmn-js-17.10.2/LICENSE";
        Arbeitsplatz drinnen = chromium.anmelden("modellpflege");
        APIResponse darf = drinnen.seite().request().get(drinnen.adresse(datei));
        assertThat(darf.status()).isEqualTo(200);
        assertThat(darf.headers().get("cache-control")).contains("immutable", "private");
        APIResponse bausteine = drinnen.seite().request().get(drinnen.adresse("/werkbank/bausteine/integrationskonzept.json"));
        assertThat(bausteine.headers().get("cache-control")).contains("no-cache");
        Arbeitsplatz draussen = chromium.vorDerAnmeldung("fremd");
        assertThat(draussen.seite().request().get(draussen.adresse(datei)).status()).isEqualTo(401);
    }
}
