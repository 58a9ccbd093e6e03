package de.integrationskonzept.nachricht;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The kinds of mail about one's work, as people choose among them. */
enum Wunschanlass {

    NEU("Neue Aufgabe für mich", "Sofort, wenn eine Aufgabe nur von Ihnen erledigt werden kann."),
    ZUGEWIESEN("Aufgabe an mich übergeben", "Sofort, wenn Ihnen jemand eine Aufgabe gibt."),
    RUECKFRAGE("Bitte um Antwort", "Sofort, wenn Sie oder Ihre Rolle in einer Bemerkung mit @ genannt werden."),
    TAGESPOST("Übersicht am Morgen", "Einmal am Arbeitstag: neue, bald fällige und überfällige Aufgaben, nach Akten geordnet."),
    ESKALATION("Liegengebliebenes", "Wenn eine Aufgabe anderer zu lange überfällig ist. "
            + "Hat niemand sonst Ihre Rolle, oder haben es alle abbestellt, kommt diese E-Mail trotzdem.");

    private final String name;
    private final String erklaerung;

    Wunschanlass(String name, String erklaerung) {
        this.name = name;
        this.erklaerung = erklaerung;
    }

    /** As it stands in the database and in {@code /api}. */
    String wort() {
        return name().toLowerCase(Locale.ROOT);
    }

    String anzeige() {
        return name;
    }

    String erklaerung() {
        return erklaerung;
    }

    static Optional<Wunschanlass> von(String wort) {
        return Arrays.stream(values()).filter(anlass -> anlass.wort().equals(wort)).findFirst();
    }
}
