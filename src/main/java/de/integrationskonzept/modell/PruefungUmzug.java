package de.integrationskonzept.modell;

import static de.integrationskonzept.modell.WissenXml.camunda;

import de.integrationskonzept.modell.FehlendeStellen.Fehlend;
import de.integrationskonzept.modell.PruefungUmzugsplan.Folge;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

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
    private final PruefungUmzugsplan plan;

    PruefungUmzug(ObjectProvider<FehlendeStellen> stellen, ObjectProvider<Bestand> bestand, PruefungUmzugsplan plan) {
        this.stellen = stellen;
        this.bestand = bestand;
        this.plan = plan;
    }

    @Override
    public void pruefe(List<PruefungDatei> satz, Wissen wissen, PruefungMelder melder) {
        Map<String, PruefungDatei> betroffen = PruefungEngine.vonSelbst() ? Map.of() : betroffen(satz);
        if (betroffen.isEmpty()) {
            return;
        }
        Map<String, byte[]> inhalte = new TreeMap<>();
        betroffen.forEach((name, datei) -> inhalte.put(name, datei.inhalt()));
        stellen.orderedStream().flatMap(quelle -> quelle.fehlend(inhalte).stream()).forEach(fehlt -> {
            Folge folge = plan.folge(fehlt);
            if (betroffen.containsKey(fehlt.datei()) && folge != Folge.NICHTS) {
                melder.melde(betroffen.get(fehlt.datei()), fehlt.element(), fehlt.name() + " (" + fehlt.element() + ")", satz(fehlt, folge),
                        folge == Folge.HINWEIS);
            }
        });
    }

    /** The processes that running files would go on with, by the name that their file has here. */
    private Map<String, PruefungDatei> betroffen(List<PruefungDatei> satz) {
        Map<String, Bestand.Modell> vorher = bestand.getObject().alle();
        Map<String, PruefungDatei> betroffen = new TreeMap<>();
        satz.stream().filter(datei -> datei.art() == Dateiart.ABLAUF).forEach(datei -> {
            Bestand.Modell bisher = vorher.get(Dateiart.ABLAUF.datei(datei.name()));
            if (bisher != null && hauptfassung(fassung(datei)) <= hauptfassung(bisher.fassung())) {
                betroffen.put(bisher.datei(), datei);
            }
        });
        return betroffen;
    }

    private static String satz(Fehlend fehlt, Folge folge) {
        String was = "Diese Stelle gibt es in der neuen Fassung nicht mehr, aber " + (fehlt.anzahl() == 1 ? "eine laufende Akte steht"
                : fehlt.anzahl() + " laufende Akten stehen") + " dort. ";
        return folge == Folge.HINWEIS ? was + "Ohne Zuordnung im Umzugsplan behält, was dort steht, die alte Fassung."
                : was + "Bitte geben Sie an der Stelle, an der es weitergehen soll, unter „frueher“ die Kennung „" + fehlt.element() + "“ an. "
                        + "Soll die neue Fassung nur für neue Akten gelten, erhöhen Sie die erste Zahl der Fassung (Version tag).";
    }

    private static String fassung(PruefungDatei datei) {
        return datei.ablaeufe().stream().findFirst().map(ablauf -> camunda(ablauf, "versionTag")).orElse(null);
    }

    private static int hauptfassung(String fassung) {
        return fassung != null && fassung.matches(FASSUNG) ? Integer.parseInt(fassung.substring(0, fassung.indexOf('.'))) : 0;
    }
}
