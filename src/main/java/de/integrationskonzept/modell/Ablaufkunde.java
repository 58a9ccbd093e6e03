package de.integrationskonzept.modell;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xml.sax.SAXException;

/** Compares process models. */
final class Ablaufkunde implements Dateikunde<Ablaufbild> {

    private final Map<String, String> rollen;

    /** @param rollen names by id */
    Ablaufkunde(Map<String, String> rollen) {
        this.rollen = rollen;
    }

    @Override
    public Ablaufbild lies(byte[] inhalt) throws Unlesbar {
        try {
            return Ablauflesung.lies(inhalt);
        } catch (SAXException | IOException kaputt) {
            throw new Unlesbar(kaputt);
        }
    }

    @Override
    public String name(Ablaufbild fassung, String schluessel) {
        Optional<String> name = fassung.teile().values().stream().filter(Ablaufbild.Teil::istAblauf).map(Ablaufbild.Teil::name).findFirst();
        return name.filter(n -> !n.isBlank()).orElse(schluessel);
    }

    @Override
    public String vorstellung(Ablaufbild fassung) {
        List<String> aufgaben = fassung.teile().values().stream().filter(teil -> teil.art().equals("userTask"))
                .map(teil -> Worte.zitat(teil.name().isBlank() ? teil.id() : teil.name())).toList();
        return aufgaben.isEmpty() ? "Neuer Ablauf ohne Aufgaben für Menschen."
                : "Neuer Ablauf mit " + Worte.anzahl(aufgaben.size(), "der Aufgabe ", "Aufgaben: ")
                + Worte.aufzaehlung(aufgaben, "und") + ".";
    }

    @Override
    public List<Unterschied> unterschiede(Ablaufbild alt, Ablaufbild neu) {
        return new Ablaufvergleich(alt, neu, rollen).unterschiede();
    }
}
