package de.integrationskonzept.modell;

import de.integrationskonzept.vorlage.Vorlagentor;
import java.util.Arrays;

/** What a file of a deployment holds, told by its name. */
enum Dateiart {
    ABLAUF(".bpmn"), REGEL(".dmn"), FORMULAR(".form"), VORLAGE(".html"), MAIL(".html");

    private final String endung;

    Dateiart(String endung) {
        this.endung = endung;
    }

    /** @throws IllegalArgumentException when the name ends in something that is not deployed here */
    static Dateiart von(String datei) {
        Dateiart art = Arrays.stream(values()).filter(eine -> datei.endsWith(eine.endung)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(datei));
        return art == VORLAGE && Vorlagentor.istMail(datei) ? MAIL : art;
    }

    /** The name that the file of this key has: folder, file and key are called alike. */
    String datei(String schluessel) {
        return schluessel + endung;
    }
}
