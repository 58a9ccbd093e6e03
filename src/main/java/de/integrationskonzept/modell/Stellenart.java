package de.integrationskonzept.modell;

/** Kinds of places in a process, in the words that people read. */
enum Stellenart {
    AUFGABE("aufgabe"), NACHRICHT("nachricht"), TERMIN("termin"), SIGNAL("signal"), BEDINGUNG("bedingung"), EREIGNISWAHL("ereigniswahl"),
    AUFRUF("aufruf"), ZUSAMMENFUEHRUNG("zusammenführung"), HINTERGRUND("hintergrund"), TEILPROZESS("teilprozess"), MEHRFACH("mehrfach"),
    JEDERZEIT("jederzeit"), AUSLOESER("auslöser"), RANDEREIGNIS("randereignis");

    private final String wort;

    Stellenart(String wort) {
        this.wort = wort;
    }

    String wort() {
        return wort;
    }

    /** Other places lie in it. */
    boolean umschliesst() {
        return this == TEILPROZESS || this == MEHRFACH || this == JEDERZEIT;
    }
}
