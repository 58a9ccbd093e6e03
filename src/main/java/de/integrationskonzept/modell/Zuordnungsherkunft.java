package de.integrationskonzept.modell;

import java.util.Locale;

/** How a way came about; proposals count only when somebody has confirmed them. */
enum Zuordnungsherkunft {
    GLEICH, ANWEISUNG, BESTAETIGT, VORSCHLAG, FEHLT;

    String wort() {
        return name().toLowerCase(Locale.ROOT);
    }

    boolean gilt() {
        return this != VORSCHLAG && this != FEHLT;
    }
}
