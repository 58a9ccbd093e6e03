package de.integrationskonzept.nachricht;

import static de.integrationskonzept.nachricht.Mailfelder.mit;

import java.util.Arrays;
import java.util.Optional;
import java.util.Set;

/** The mails with templates that people change. Whatever a field may hold of private matters, the subject can only show some of them. */
enum Mailart {

    /** What is told at once. */
    AUFGABE("mail-aufgabe", mit("person anzahl weitere", "aufgabenliste einstellungen")
            .teil("einzeln", mit("neu zugewiesen rueckfrage aufgabe aktenzeichen vertraulich inVertretung", "aufgabe"))
            .teil("abschnitte", mit("neu zugewiesen rueckfrage mehrere", "")
                    .teil("aufgaben", mit("aufgabe aktenzeichen vertraulich inVertretung", "aufgabe"))),
            Set.of("anzahl", "einzeln", "neu", "zugewiesen", "rueckfrage", "aufgabe", "aktenzeichen", "vertraulich", "inVertretung")),

    /** The morning digest. */
    TAGESPOST("mail-tagespost", mit("betreff tag anzahl weitere", "aufgabenliste einstellungen")
            .teil("akten", mit("kommune aktenzeichen vertraulich", "")
                    .teil("abschnitte", mit("ueberschrift satz neu bald heute ueberfaellig eskalation", "")
                            .teil("aufgaben", mit("aufgabe faellig rollen vertraulich inVertretung", "aufgabe")))),
            Set.of("betreff", "tag", "anzahl")),

    /** About a meeting. */
    SITZUNG("mail-sitzung", mit("einladung aenderung absage ausladung titel datum tag beginn ende ort aktenzeichen absender", "")
            .teil("tagesordnung", Mailfelder.keine().teil("punkte", mit("punkt", ""))),
            Set.of("einladung", "aenderung", "absage", "ausladung", "titel", "datum", "beginn"));

    private final String vorlage;
    private final Mailfelder felder;
    private final Set<String> imBetreff;

    Mailart(String vorlage, Mailfelder felder, Set<String> imBetreff) {
        this.vorlage = vorlage;
        this.felder = felder;
        this.imBetreff = imBetreff;
    }

    /** Name of the file without its ending. */
    String vorlage() {
        return vorlage;
    }

    Mailfelder felder() {
        return felder;
    }

    Set<String> imBetreff() {
        return imBetreff;
    }

    static Optional<Mailart> von(String vorlage) {
        return Arrays.stream(values()).filter(art -> art.vorlage.equals(vorlage)).findFirst();
    }
}
