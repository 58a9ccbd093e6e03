package de.integrationskonzept.modell;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.integrationskonzept.modell.Dateikunde.Unlesbar;
import de.integrationskonzept.rolle.Rollen;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Says in plain words what is different between two versions of a file. */
@Component
class Vergleich {

    private static final String GLEICH = "gleich";

    private final Map<Dateiart, Dateikunde<?>> kunde;

    Vergleich(Rollen rollen, ObjectMapper json) {
        kunde = Map.of(Dateiart.ABLAUF, new Ablaufkunde(rollen.namen()), Dateiart.REGEL, new Regelkunde(),
                Dateiart.FORMULAR, new Formularkunde(json), Dateiart.VORLAGE, new Vorlagenkunde(Vorlagenkunde.DOKUMENT),
                Dateiart.MAIL, new Vorlagenkunde(Vorlagenkunde.MAIL));
    }

    /**
     * Never fails because of what a file holds: what cannot be read is told as a difference.
     *
     * @param datei with an ending of {@link Dateiart}
     * @param vorher null when the file is new
     * @param nachher null when the file is gone
     */
    Dateivergleich vergleiche(String datei, byte[] vorher, byte[] nachher) {
        Dateiart art = Dateiart.von(datei);
        return new Einzeln<>(datei, art, kunde.get(art)).vergleiche(vorher, nachher);
    }

    private record Einzeln<F>(String datei, Dateiart art, Dateikunde<F> kunde) {

        Dateivergleich vergleiche(byte[] vorher, byte[] nachher) {
            F alt = lies(vorher);
            F neu = lies(nachher);
            String schluessel = datei.substring(0, datei.lastIndexOf('.'));
            String name = neu != null ? kunde.name(neu, schluessel) : alt != null ? kunde.name(alt, schluessel) : schluessel;
            String was = vorher == null ? Unterschied.NEU : nachher == null ? Unterschied.ENTFALLEN : Unterschied.GEAENDERT;
            List<Unterschied> unterschiede = Arrays.equals(vorher, nachher) ? List.of() : vorher != null && alt == null
                    ? List.of(new Unterschied(null, name, was, List.of("Die bisherige Fassung lässt sich nicht lesen, ein Vergleich ist nicht "
                    + "möglich.")))
                    : nachher != null && neu == null ? List.of(new Unterschied(null, name, was, List.of(
                            "Die neue Fassung lässt sich nicht lesen. Bitte speichern Sie die Datei neu, oder nehmen Sie eine andere.")))
                    : alt == null ? List.of(new Unterschied(null, name, was, List.of(kunde.vorstellung(neu))))
                    : neu == null ? List.of(new Unterschied(null, name, was, List.of("Die Datei entfällt.")))
                    : kunde.unterschiede(alt, neu);
            return new Dateivergleich(datei, art.name().toLowerCase(Locale.ROOT), name, unterschiede.isEmpty() ? GLEICH : was, unterschiede);
        }

        private F lies(byte[] inhalt) {
            try {
                return inhalt == null ? null : kunde.lies(inhalt);
            } catch (Unlesbar kaputt) {
                return null;
            }
        }
    }
}
