package de.integrationskonzept.modell;

import static de.integrationskonzept.modell.WissenXml.camunda;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/**
 * A step at which files wait may not vanish without a word where they go on. With a new first number in its version tag a
 * model is for new files only, and those that run keep theirs.
 */
@Component
@Order(9)
class PruefungUmzug implements PruefungRegel {

    static final String FASSUNG = "\\d{1,9}\\.\\d{1,9}\\.\\d{1,9}";

    private final ObjectProvider<FehlendeStellen> stellen;
    private final ObjectProvider<Bestand> bestand;

    PruefungUmzug(ObjectProvider<FehlendeStellen> stellen, ObjectProvider<Bestand> bestand) {
        this.stellen = stellen;
        this.bestand = bestand;
    }

    @Override
    public void pruefe(List<PruefungDatei> satz, Wissen wissen, PruefungMelder melder) {
        Map<String, PruefungDatei> betroffen = new TreeMap<>();
        Map<String, Bestand.Modell> vorher = bestand.getObject().alle();
        satz.stream().filter(datei -> datei.art() == Dateiart.ABLAUF).filter(datei -> vorher.containsKey(name(datei)))
                .filter(datei -> hauptfassung(fassung(datei)) <= hauptfassung(vorher.get(name(datei)).fassung())).forEach(datei -> betroffen.put(name(datei), datei));
        if (betroffen.isEmpty()) {
            return;
        }
        Map<String, byte[]> inhalte = new TreeMap<>();
        betroffen.forEach((name, datei) -> inhalte.put(name, datei.inhalt()));
        stellen.orderedStream().flatMap(quelle -> quelle.fehlend(inhalte).stream()).filter(fehlt -> betroffen.containsKey(fehlt.datei()))
                .forEach(fehlt -> melder.melde(betroffen.get(fehlt.datei()), fehlt.element(), fehlt.name() + " (" + fehlt.element() + ")", satz(fehlt), false));
    }

    private static String satz(FehlendeStellen.Fehlend fehlt) {
        return "Diese Stelle gibt es in der neuen Fassung nicht mehr, aber " + (fehlt.anzahl() == 1 ? "eine laufende Akte steht" : fehlt.anzahl()
                + " laufende Akten stehen") + " dort. Bitte geben Sie an der Stelle, an der es weitergehen soll, unter „frueher“ die Kennung „" + fehlt.element()
                + "“ an. Soll die neue Fassung nur für neue Akten gelten, erhöhen Sie die erste Zahl der Fassung (Version tag).";
    }

    private static String name(PruefungDatei datei) {
        return Dateiart.ABLAUF.datei(datei.name());
    }

    private static String fassung(PruefungDatei datei) {
        return datei.ablaeufe().stream().findFirst().map((Element ablauf) -> camunda(ablauf, "versionTag")).orElse(null);
    }

    private static int hauptfassung(String fassung) {
        return fassung != null && fassung.matches(FASSUNG) ? Integer.parseInt(fassung.substring(0, fassung.indexOf('.'))) : 0;
    }
}
