package de.integrationskonzept.browser;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The editors on an otherwise empty page of Cockpit, with what the browser says about the content security policy. */
class Werkbank {

    private static final String OEFFNE = """
            async ([datei, inhalt, befunde]) => {
              const {oeffne} = await import('/camunda/app/cockpit/scripts/werkbank/werkbank.js');
              const ort = Object.assign(document.createElement('main'), {style: 'position: fixed; inset: 0; background: white; z-index: 9999'});
              document.body.append(ort);
              window.bank = await oeffne(ort, {datei, inhalt, befunde});
            }""";

    private static final String VERGLEICHE = """
            async ([vorher, nachher, unterschiede]) => {
              const {vergleichsbild} = await import('/camunda/app/cockpit/scripts/werkbank/werkbank.js');
              const ort = Object.assign(document.createElement('main'), {style: 'position: fixed; inset: 0; background: white; z-index: 9999'});
              document.body.append(ort);
              window.bank = await vergleichsbild(ort, {vorher, nachher, unterschiede});
            }""";
    private static final Path RUNDREISE = Path.of("src/test/resources/werkbank/rundreise.js");

    private final Page seite;
    private final List<String> verstoesse = new ArrayList<>();

    Werkbank(Arbeitsplatz platz) {
        seite = platz.seite();
        seite.onConsoleMessage(meldung -> {
            if (meldung.text().contains("Content Security Policy")) {
                verstoesse.add(meldung.text());
            }
        });
        seite.navigate(platz.adresse("/camunda/app/cockpit/default/#/dashboard"));
        seite.locator("[cam-widget-footer], footer").first().waitFor();
    }

    List<String> verstoesse() {
        return verstoesse;
    }

    /** What an unchanged file loses or gains in its editor. */
    @SuppressWarnings("unchecked")
    List<String> rundreise(Path datei) {
        return (List<String>) seite.evaluate(lies(RUNDREISE), List.of(datei.getFileName().toString(), lies(datei)));
    }

    /** @param befunde as the server tells them */
    Werkbank oeffne(Path datei, List<Map<String, String>> befunde) {
        seite.evaluate(OEFFNE, List.of(datei.getFileName().toString(), lies(datei), befunde));
        return this;
    }

    /** @param unterschiede as the server tells them */
    Werkbank vergleiche(String vorher, String nachher, List<Map<String, Object>> unterschiede) {
        seite.evaluate(VERGLEICHE, List.of(vorher, nachher, unterschiede));
        return this;
    }

    boolean zeige(String element) {
        return (boolean) seite.evaluate("id => bank.zeige(id)", element);
    }

    String inhalt() {
        return (String) seite.evaluate("() => bank.inhalt()");
    }

    /** What the linter says, by element and sentence. */
    @SuppressWarnings("unchecked")
    List<String> pruefe() {
        return (List<String>) seite.evaluate("async () => (await bank.pruefe()).map(b => `${b.art}: ${b.element}: ${b.satz}`)");
    }

    void zerstoere() {
        seite.evaluate("() => bank.zerstoere()");
    }

    /** Inserts a building block at the element and gives it a name. */
    void fuegeEin(String baustein, String wo, String name) {
        zeige(wo);
        seite.getByLabel("Baustein", new Page.GetByLabelOptions().setExact(true)).selectOption(baustein);
        seite.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Baustein einfügen")).click();
        klappeAuf("Allgemein");
        schreibe("Name", name);
    }

    void klappeAuf(String abschnitt) {
        Locator kopf = seite.locator(".bio-properties-panel-group-header").filter(new Locator.FilterOptions().setHasText(abschnitt)).first();
        if (!kopf.getAttribute("class").contains(" open")) {
            kopf.click();
        }
    }

    /** Writes into a field of the properties, letter by letter. */
    void schreibe(String feld, String text) {
        Locator eingabe = seite.locator(".ik-wb-tafel").getByLabel(feld, new Locator.GetByLabelOptions().setExact(true)).first();
        eingabe.click();
        eingabe.pressSequentially(text, new Locator.PressSequentiallyOptions().setDelay(20));
        eingabe.blur();
    }

    Page seite() {
        return seite;
    }

    static String lies(Path datei) {
        try {
            return Files.readString(datei);
        } catch (IOException fehler) {
            throw new UncheckedIOException(fehler);
        }
    }
}
