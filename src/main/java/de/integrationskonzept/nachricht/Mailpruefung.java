package de.integrationskonzept.nachricht;

import de.integrationskonzept.engine.Finding;
import de.integrationskonzept.engine.ModelCheck;
import de.integrationskonzept.vorlage.Vorlagentor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Which templates of mails may be deployed: those of mails that there are, with nothing in them that such a mail has not got. */
@Component
class Mailpruefung implements ModelCheck {

    private static final Set<String> KLASSEN = Set.of("hinweis", "klein");
    private static final String BESCHREIBUNG = "beschreibung";

    @Override
    public List<Finding> check(String datei, byte[] inhalt) {
        if (!datei.endsWith(".html") || !Vorlagentor.istMail(datei)) {
            return List.of();
        }
        Optional<Mailart> art = Mailart.von(Vorlagentor.name(datei));
        return art.isPresent() ? Vorlagentor.pruefe(datei, inhalt, KLASSEN, (text, melder) -> pruefe(art.get(), text, melder))
                : List.of(new Finding(datei, null, "Vorlagen, deren Name mit „mail-“ beginnt, sind die von E-Mails, und eine solche E-Mail gibt es "
                + "nicht. Bitte verwenden Sie " + Arrays.stream(Mailart.values()).map(a -> "„" + a.vorlage() + ".html“")
                .collect(Collectors.joining(", ")) + " oder einen anderen Namen."));
    }

    private static void pruefe(Mailart art, String text, Vorlagentor.Melder melder) {
        Map<String, String> kopf = Vorlagentor.kopf(text);
        if (!kopf.getOrDefault(BESCHREIBUNG, "").matches(".{10,300}")) {
            melder.melde(0, "Im Kopf fehlt, was für eine E-Mail das ist. Bitte schreiben Sie <meta name=\"beschreibung\" content=\"…\"> mit 10 bis "
                    + "300 Zeichen.");
        }
        kopf.keySet().stream().filter(name -> !name.equals(BESCHREIBUNG)).sorted().forEach(name -> melder.melde(0, "Die Angabe „" + name
                + "“ im Kopf gibt es bei E-Mails nicht. Bitte nehmen Sie sie heraus."));
        new Mailfeldpruefung(art, text, melder).pruefe();
    }
}
