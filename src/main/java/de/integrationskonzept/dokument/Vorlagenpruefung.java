package de.integrationskonzept.dokument;

import com.samskivert.mustache.MustacheException;
import de.integrationskonzept.engine.Finding;
import de.integrationskonzept.engine.ModelCheck;
import de.integrationskonzept.vorlage.Vorlagentor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Which templates of documents may be deployed. */
@Component
class Vorlagenpruefung implements ModelCheck {

    private static final Pattern SCHLUESSEL = Pattern.compile("[\\p{L}][\\p{L}\\p{N}_-]*(\\s*,\\s*[\\p{L}][\\p{L}\\p{N}_-]*)*");
    private static final Set<String> KLASSEN = Set.of("titelseite", "briefkopf", "anschrift", "betreff", "unterschrift", "hinweis", "kennzahlen",
            "seitenumbruch", "klein", "ampel", "inhalt", "zeitplan", "verlauf");

    /** What the head may say, and how. */
    private static final Map<String, Pattern> KOPF = Map.of("reihenfolge", Pattern.compile("\\d{1,4}"), "beschreibung", Pattern.compile(".{10,300}"),
            "anforderungen", SCHLUESSEL, "ab", SCHLUESSEL, "entscheidung", SCHLUESSEL);

    @Override
    public List<Finding> check(String datei, byte[] inhalt) {
        return !datei.endsWith(".html") || Vorlagentor.istMail(datei) ? List.of()
                : Vorlagentor.pruefe(datei, inhalt, KLASSEN, Vorlagenpruefung::pruefe);
    }

    private static void pruefe(String text, Vorlagentor.Melder melder) {
        Map<String, String> kopf = Vorlagentor.kopf(text);
        if (!kopf.containsKey("beschreibung")) {
            melder.melde(0, "Im Kopf fehlt, wozu das Dokument dient. Bitte ergänzen Sie <meta name=\"beschreibung\" content=\"…\">.");
        }
        kopf.forEach((name, wert) -> {
            if (!KOPF.containsKey(name)) {
                melder.melde(0, "Die Angabe „" + name + "“ im Kopf gibt es nicht. Bitte verwenden Sie nur "
                        + String.join(", ", KOPF.keySet().stream().sorted().toList()) + ".");
            } else if (!KOPF.get(name).matcher(wert).matches()) {
                melder.melde(0, "Die Angabe „" + name + "“ im Kopf ist so nicht möglich. Bitte prüfen Sie die Schreibweise.");
            }
        });
        try {
            Ausfuellung.lies(text);
        } catch (MustacheException unlesbar) {
            melder.melde(0, "Die Platzhalter sind nicht lesbar. Bitte prüfen Sie, ob jeder Abschnitt mit {{/name}} endet.");
        }
    }
}
