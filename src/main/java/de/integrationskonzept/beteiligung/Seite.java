package de.integrationskonzept.beteiligung;

import com.samskivert.mustache.Mustache;
import com.samskivert.mustache.Template;
import de.integrationskonzept.beteiligung.Blatt.Lage;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/** The pages behind links, as HTML that works without any script. */
final class Seite {

    private static final DateTimeFormatter ZEIT = DateTimeFormatter.ofPattern("dd.MM.yyyy 'um' HH:mm 'Uhr'").withZone(ZoneId.of("Europe/Berlin"));
    private static final Mustache.Compiler MUSTACHE = Mustache.compiler().emptyStringIsFalse(true).defaultValue("").withLoader(Seite::lies);
    private static final Template VORLAGE = MUSTACHE.loadTemplate("seite");
    private static final String NACHFRAGE = "Bitte fragen Sie die Person, die Ihnen den Link gegeben hat.";

    private Seite() {
    }

    private static Reader lies(String name) {
        try {
            return new InputStreamReader(new ClassPathResource("beteiligung/" + name + ".html").getInputStream(), StandardCharsets.UTF_8);
        } catch (IOException fehlt) {
            throw new UncheckedIOException(fehlt);
        }
    }

    /** @param gesendet what has to be corrected, null when the form is still empty */
    static String formular(String ort, Blatt blatt, Map<String, String[]> gesendet, List<Fehler> fehler) {
        Map<String, Object> bild = rahmen(blatt, blatt.angebot().titel());
        if (blatt.einladung().beantwortet() != null && fehler.isEmpty()) {
            bild.put("absaetze", List.of("Sie haben schon geantwortet, am " + ZEIT.format(blatt.einladung().beantwortet()) + ". Sie können Ihre Antwort ändern. "
                    + "Die neue Antwort ersetzt dann die alte."));
        }
        bild.put("formular", true);
        bild.put("ort", ort);
        bild.put("stand", blatt.stand());
        bild.put("fragen", new Fragenbild(blatt.formular(), blatt.kontext(), gesendet, fehler).zeichne());
        bild.put("korrigieren", !fehler.isEmpty());
        bild.put("fehlerliste", fehler.stream().map(f -> Map.of("satz", f.satz(), "ziel", f.stelle() == null ? "" : Fragenbild.kennung(f.stelle()))).toList());
        bild.put("frist", Einladungsbrief.letzterTag(blatt.einladung().giltBis()));
        return VORLAGE.execute(bild);
    }

    static String danke(String ort, Blatt blatt) {
        Map<String, Object> bild = rahmen(blatt, "Vielen Dank");
        bild.put("absaetze", List.of("Ihre Antwort ist angekommen, am " + ZEIT.format(blatt.einladung().beantwortet()) + ".",
                blatt.lage() == Lage.OFFEN ? "Sie können Ihre Antwort noch ändern, bis die Beteiligung zu Ende ist." : "Sie müssen nichts mehr tun."));
        bild.put("weiter", blatt.lage() == Lage.OFFEN);
        bild.put("ort", ort);
        return VORLAGE.execute(bild);
    }

    /** Why no answer can be given. */
    static String geschlossen(Blatt blatt) {
        return switch (blatt.lage()) {
            case ABGELAUFEN -> hinweis(blatt, "Der Link gilt nicht mehr", "Die Zeit für Ihre Antwort ist vorbei.");
            case ZURUECKGEZOGEN -> hinweis(blatt, "Der Link gilt nicht mehr", "Der Link wurde zurückgezogen.");
            case RUHT -> hinweis(blatt, "Zurzeit nicht möglich", "Die Beteiligung macht eine Pause. Bitte versuchen Sie es später noch einmal.");
            default -> hinweis(blatt, "Die Beteiligung ist zu Ende", "Sie können nicht mehr antworten. Danke für Ihr Interesse.");
        };
    }

    /** @param text what the municipality says, HTML */
    static String datenschutz(Resource text) throws IOException {
        return VORLAGE.execute(Map.of("titel", "So schützen wir Ihre Daten", "html", text.getContentAsString(StandardCharsets.UTF_8)));
    }

    /** The same for whatever is no link of ours. */
    static String unbekannt() {
        return allgemein("Diese Seite gibt es nicht", "Bitte prüfen Sie den Link. Ist er vollständig? " + NACHFRAGE);
    }

    static String zuOft() {
        return allgemein("Bitte warten Sie", "Diese Seite wurde sehr oft aufgerufen. Bitte versuchen Sie es in zehn Minuten noch einmal.");
    }

    static String gestoert() {
        return allgemein("Das hat nicht geklappt", "Bei uns ist ein Fehler passiert. Bitte versuchen Sie es später noch einmal. " + NACHFRAGE);
    }

    private static String allgemein(String titel, String satz) {
        Map<String, Object> bild = Map.of("titel", titel, "absaetze", List.of(satz));
        return VORLAGE.execute(bild);
    }

    private static String hinweis(Blatt blatt, String titel, String satz) {
        Map<String, Object> bild = rahmen(blatt, titel);
        bild.put("absaetze", List.of(satz));
        return VORLAGE.execute(bild);
    }

    private static Map<String, Object> rahmen(Blatt blatt, String titel) {
        Map<String, Object> bild = new HashMap<>();
        bild.put("titel", titel);
        bild.put("kommune", blatt.ansprechperson().kommune());
        bild.put("fragenAn", blatt.ansprechperson().name());
        bild.put("post", blatt.ansprechperson().adresse());
        return bild;
    }
}
