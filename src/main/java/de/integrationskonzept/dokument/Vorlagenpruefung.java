package de.integrationskonzept.dokument;

import com.samskivert.mustache.MustacheException;
import de.integrationskonzept.engine.Finding;
import de.integrationskonzept.engine.ModelCheck;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Which templates may be deployed: those that only show. They consist of the few elements that a document is made of, carry
 * no code and no way to the outside, and every answer that they show is escaped ({@link Vorlagentext}).
 */
@Component
class Vorlagenpruefung implements ModelCheck {

    private static final int GROESSTE = 300_000;
    private static final Pattern NAME = Pattern.compile("[a-zäöüß][a-z0-9äöüß]*(-[a-z0-9äöüß]+)*\\.html");
    private static final Pattern SCHLUESSEL = Pattern.compile("[\\p{L}][\\p{L}\\p{N}_-]*(\\s*,\\s*[\\p{L}][\\p{L}\\p{N}_-]*)*");

    /** What the head may say, and how. */
    private static final Map<String, Pattern> KOPF = Map.of("reihenfolge", Pattern.compile("\\d{1,4}"), "beschreibung", Pattern.compile(".{10,300}"),
            "anforderungen", SCHLUESSEL, "ab", SCHLUESSEL, "entscheidung", SCHLUESSEL);

    @Override
    public List<Finding> check(String datei, byte[] inhalt) {
        if (!datei.endsWith(".html")) {
            return List.of();
        }
        List<Finding> befunde = new ArrayList<>();
        if (!NAME.matcher(datei.replaceFirst("^.*[/\\\\]", "")).matches()) {
            befunde.add(new Finding(datei, null, "Der Name einer Vorlage besteht aus Kleinbuchstaben, Ziffern und Bindestrichen, zum Beispiel "
                    + "„projektsteckbrief.html“. Bitte benennen Sie die Datei um."));
        }
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(inhalt)).toString();
            if (text.length() > GROESSTE) {
                befunde.add(new Finding(datei, null, "Die Vorlage ist zu groß. Bitte kürzen Sie sie auf höchstens " + GROESSTE + " Zeichen."));
            } else {
                pruefe(text, (zeile, grund) -> befunde.add(new Finding(datei, zeile == 0 ? null : "Zeile " + zeile, grund)));
            }
        } catch (CharacterCodingException unlesbar) {
            befunde.add(new Finding(datei, null, "Die Vorlage ist nicht in UTF-8 gespeichert. Bitte speichern Sie sie in dieser Kodierung neu."));
        }
        return befunde;
    }

    interface Melder {

        /** @param zeile where, 0 for the whole */
        void melde(int zeile, String grund);
    }

    private static void pruefe(String text, Melder melder) {
        if (!new Vorlagentext(text, melder).pruefe()) {
            return;
        }
        Map<String, String> kopf = Vorlage.kopf(text);
        if (!kopf.containsKey("beschreibung")) {
            melder.melde(0, "Im Kopf fehlt, wozu das Dokument dient. Bitte ergänzen Sie <meta name=\"beschreibung\" content=\"…\">.");
        }
        kopf.forEach((name, wert) -> {
            if (!KOPF.containsKey(name)) {
                melder.melde(0, "Die Angabe „" + name + "“ im Kopf gibt es nicht. Bitte verwenden Sie nur " + String.join(", ", KOPF.keySet().stream().sorted()
                        .toList()) + ".");
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
