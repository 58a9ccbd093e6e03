package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.Drehbuch.zeile;

import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.annotation.Autowired;

/** The draft of the concept goes through the bodies of the Kommune, and what they say decides how it goes on. */
abstract class Konzeptberatung {

    private static final List<Map<String, Object>> FELDER = List.of(
            zeile("feld", "Bildung", "stand", "gebilligt", "ziele", List.of(zeile("ziel", "Mehr Abschlüsse"), zeile("ziel", "Kita"))),
            zeile("feld", "Wohnen", "stand", "gebilligt"),
            zeile("feld", "Kultur", "stand", "zusammengelegt"));
    private static final List<Map<String, Object>> MASSNAHMEN = List.of(massnahme("1.1", "Bildung", "ja"),
            massnahme("1.2", "Bildung", "nein"), massnahme("1.3", "Bildung", "offen"), massnahme("2.1", "Wohnen", "gestrichen"));
    static final Map<String, Object> PROGRAMM = zeile("tiefe", "programm", "verfahren", "ausfuehrlich", "gremium", "stadtrat",
            "feldergebnisse", FELDER, "massnahmen", MASSNAHMEN, "beiratVorhanden", "nein");
    static final Map<String, Object> VORLAGE = zeile("beschlussVorschlag", "Das Konzept wird beschlossen.",
            "beratungen", List.of(beratung("Sozialausschuss", "vorberatung", "2028-03-01"), beratung("Stadtrat", "beschluss", "2028-04-01")));
    private static final List<Map<String, Object>> ERGEBNISSE = List.of(
            zeile("gremium", "Sozialausschuss", "termin", "2028-03-01", "ergebnis", "einstimmig empfohlen"),
            zeile("gremium", "Stadtrat", "termin", "2028-04-01", "ergebnis", "31 zu 9"));
    static final Map<String, Object> BESCHLOSSEN = zeile("beratungsergebnisse", ERGEBNISSE, "beschlussErgebnis", "beschlossen",
            "konzeptBeschlussNummer", "12/2028", "konzeptBeschlussDatum", "2028-04-01", "konzeptBeschlussOrt", "Ratsinformation");

    @Autowired
    Spiel spiel;

    private static Map<String, Object> massnahme(String nummer, String feld, String zusage) {
        return zeile("nummer", nummer, "feld", feld, "zusage", zusage);
    }

    static Map<String, Object> beratung(String gremium, String art, String termin) {
        return zeile("gremium", gremium, "art", art, "termin", termin, "oeffentlich", "ja");
    }

    /** Head of administration has released the bill; the outcome is asked for. */
    Spiel.Akte bisZumBeschluss(Map<String, Object> akte) {
        return bisZumBeschluss("beschluss", akte);
    }

    Spiel.Akte bisZumBeschluss(String prozess, Map<String, Object> akte) {
        return spiel.wurzel(prozess, akte).erledige("integrationsbeauftragte", "konzept-vorlegen", VORLAGE)
                .erledige("verwaltungsspitze", "vorlage-freigeben", zeile("vorlageFreigabe", "ja", "konzeptVorwort", "Es geht um uns alle."));
    }
}
