package de.integrationskonzept.modell;

import java.util.Arrays;

/** What a file of a deployment holds, told by the end of its name. */
enum Dateiart {
    ABLAUF(".bpmn"), REGEL(".dmn"), FORMULAR(".form"), VORLAGE(".html");

    private final String endung;

    Dateiart(String endung) {
        this.endung = endung;
    }

    /** @throws IllegalArgumentException when the name ends in something that is not deployed here */
    static Dateiart von(String datei) {
        return Arrays.stream(values()).filter(art -> datei.endsWith(art.endung)).findFirst()
                .orElseThrow(() -> new IllegalArgumentException(datei));
    }

    /** The name that the file of this key has: folder, file and key are called alike. */
    String datei(String schluessel) {
        return schluessel + endung;
    }
}
