package de.integrationskonzept.nachricht;

import de.integrationskonzept.vorlage.Vorlagentor;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Goes through a template of which the marks lie within each other, and tells what its mail cannot show where it stands. */
final class Mailfeldpruefung {

    private static final Pattern MARKE = Pattern.compile("<!--[^<>]*-->|\\{\\{![^{}]*\\}\\}|<(?<ende>/)?(?<titel>title)\\b"
            + "|\\{\\{(?<art>[#^/])?\\s*(?<name>[^{}\\s]+)\\s*\\}\\}|href=\"#(?<ziel>[a-z0-9-]+)\"");

    private final Mailart art;
    private final String text;
    private final Vorlagentor.Melder melder;
    /** What can be shown, the innermost first. */
    private final Deque<Mailfelder> ebenen = new ArrayDeque<>();
    private boolean imTitel;

    Mailfeldpruefung(Mailart art, String text, Vorlagentor.Melder melder) {
        this.art = art;
        this.text = text;
        this.melder = melder;
        ebenen.push(art.felder());
    }

    void pruefe() {
        Matcher marke = MARKE.matcher(text);
        int zeile = 1;
        int bisher = 0;
        while (marke.find()) {
            zeile += (int) text.substring(bisher, marke.start()).chars().filter(z -> z == '\n').count();
            bisher = marke.start();
            pruefe(marke, zeile);
        }
    }

    private void pruefe(Matcher marke, int zeile) {
        if (marke.group("titel") != null) {
            imTitel = marke.group("ende") == null;
        } else if (marke.group("ziel") != null) {
            ziel(marke.group("ziel"), zeile);
        } else if ("/".equals(marke.group("art"))) {
            ebenen.pop();
        } else if (marke.group("name") != null) {
            feld(marke.group("art"), marke.group("name"), zeile);
        }
    }

    private void ziel(String ziel, int zeile) {
        if (ebenen.stream().noneMatch(ebene -> ebene.ziele().contains(ziel))) {
            String moegliche = moegliche(Mailfelder::ziele, "#");
            melder.melde(zeile, "Einen Verweis auf „#" + ziel + "“ gibt es hier nicht. " + (moegliche.isEmpty() ? "Bitte nehmen Sie ihn heraus."
                    : "Möglich sind: " + moegliche + ". Bitte ändern Sie ihn."));
        }
    }

    /** @param abschnitt null for a value */
    private void feld(String abschnitt, String name, int zeile) {
        Optional<Mailfelder> teil = ebenen.stream().map(ebene -> ebene.teile().get(name)).filter(Objects::nonNull).findFirst();
        if (teil.isEmpty() && ebenen.stream().noneMatch(ebene -> ebene.werte().contains(name))) {
            melder.melde(zeile, "Ein Feld „" + name + "“ gibt es hier nicht. Möglich sind: " + moegliche(Mailfelder::werte, "")
                    + ", als Abschnitte auch: " + moegliche(ebene -> ebene.teile().keySet(), "") + ". Bitte prüfen Sie die Schreibweise.");
        } else if (imTitel && !art.imBetreff().contains(name)) {
            melder.melde(zeile, "Das Feld „" + name + "“ darf nicht im Titel stehen: Er ist der Betreff der E-Mail, und den sehen auch "
                    + "andere. Bitte nehmen Sie es dort heraus.");
        } else if (teil.isPresent() && abschnitt == null) {
            melder.melde(zeile, "„" + name + "“ ist kein Text, sondern ein Abschnitt. Bitte schreiben Sie {{#" + name + "}} … {{/" + name
                    + "}}.");
        } else if (teil.isPresent() && ebenen.contains(teil.get())) {
            melder.melde(zeile, "Der Abschnitt „" + name + "“ liegt in sich selbst. Bitte nehmen Sie den inneren heraus.");
        }
        if (abschnitt != null) {
            ebenen.push(teil.filter(t -> abschnitt.equals("#")).orElseGet(Mailfelder::keine));
        }
    }

    private String moegliche(Function<Mailfelder, Collection<String>> welche, String davor) {
        return ebenen.stream().flatMap(ebene -> welche.apply(ebene).stream()).map(name -> davor + name)
                .collect(Collectors.collectingAndThen(Collectors.toCollection(TreeSet::new), namen -> String.join(", ", namen)));
    }
}
