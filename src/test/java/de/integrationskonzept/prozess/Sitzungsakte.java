package de.integrationskonzept.prozess;

import static de.integrationskonzept.prozess.Drehbuch.gut;
import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.mitglieder;
import static de.integrationskonzept.prozess.Drehbuch.stadt;
import static de.integrationskonzept.prozess.Drehbuch.zeile;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;
import org.springframework.beans.factory.annotation.Autowired;

/** A file in which meetings are held at any time; what they decide comes back to the tasks that wait for it. */
abstract class Sitzungsakte {

    static final String IB = "integrationsbeauftragte";
    static final String SG = "steuerungsgruppe";
    static final Map<String, Object> EINLADUNG = zeile("sitzungEinladen", "ja", "sitzungDatum", "2026-12-08", "sitzungBeginn", "14:00",
            "sitzungEnde", "16:00", "sitzungOrt", "Rathaus, Zimmer 4", "sitzungGaeste", "gast@musterstadt.example, gast2@musterstadt.example");
    static final Map<String, Object> NIEDERSCHRIFT = zeile("sitzungAusgang", "stattgefunden", "niederschriftNummer", "3/2026",
            "niederschriftDatum", "2026-12-10", "niederschriftOrt", "Ratsinformation", "sitzungGaesteDabei", "Frau Gast");

    @Autowired
    Spiel spiel;

    Spiel.Akte bis(String schritt) {
        return spiel.beginne(stadt()).spieleBis(gut().anders("erste-sitzung-vorbereiten", "mitglieder", mitglieder(), "ladungsfristTage", 9,
                "beschlussfaehigkeit", "zwei-drittel"), schritt);
    }

    static Spiel.Akte rege(Spiel.Akte akte) {
        return akte.erledige(IB, "akte-nachtragen", zeile("nachtragArt", "sitzung", "sitzungGremium", SG));
    }

    static Spiel.Akte lade(Spiel.Akte akte, Object... tagesordnung) {
        rege(akte);
        return akte.erledige(IB, "sitzung-vorbereiten", tagesordnung.length == 0 ? EINLADUNG
                : mit(EINLADUNG, "sitzungTagesordnung", List.of(tagesordnung)));
    }

    static Map<String, Object> punkt(String punkt, String aufgabe, String ergebnis, String bemerkung) {
        return zeile("punkt", punkt, "aufgabe", aufgabe, "ergebnis", ergebnis, "bemerkung", bemerkung);
    }

    static Map<String, Object> gehalten(Object... punkte) {
        return mit(NIEDERSCHRIFT, "sitzungTagesordnung", List.of(punkte), "sitzungAnwesende", anwesend(3));
    }

    static List<Map<String, Object>> anwesend(int wieViele) {
        return List.of(zeile("name", "Rita Muster", "organisation", "Verwaltungsspitze", "dabei", wieViele > 0),
                zeile("name", "Jo Weber", "organisation", "Soziales", "dabei", wieViele > 1),
                zeile("name", "Ali Yılmaz", "organisation", "Migrantenbeirat", "dabei", wieViele > 2));
    }

    static LocalDate faellig(Task aufgabe) {
        return LocalDate.ofInstant(aufgabe.getDueDate().toInstant(), ZoneId.of("Europe/Berlin"));
    }
}
