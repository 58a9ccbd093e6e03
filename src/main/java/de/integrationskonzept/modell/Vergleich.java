package de.integrationskonzept.modell;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Compares two versions of a file. */
@Component
class Vergleich {

    /** @param vorher null: new; {@code nachher} null: removed */
    Dateivergleich vergleiche(String datei, byte[] vorher, byte[] nachher) {
        String was = vorher == null ? "neu" : nachher == null ? "entfallen" : Arrays.equals(vorher, nachher) ? "gleich" : "geaendert";
        return new Dateivergleich(datei, Dateiart.von(datei).name().toLowerCase(Locale.ROOT), datei, was, List.of());
    }
}
