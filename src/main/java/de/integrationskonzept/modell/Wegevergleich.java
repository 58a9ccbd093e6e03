package de.integrationskonzept.modell;

import de.integrationskonzept.modell.Ablaufbild.Teil;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where ways lead now. What only follows from a step that has come or gone is said there, not at each way. */
final class Wegevergleich {

    private final Ablaufbild alt;
    private final Ablaufbild neu;
    private final Ablaufnamen altNamen;
    private final Ablaufnamen neuNamen;
    private final Paarung paarung;

    Wegevergleich(Ablaufbild alt, Ablaufbild neu, Satztafel saetze, Paarung paarung) {
        this.alt = alt;
        this.neu = neu;
        this.paarung = paarung;
        altNamen = new Ablaufnamen(saetze, alt);
        neuNamen = new Ablaufnamen(saetze, neu);
    }

    /** Empty when the way leads as before, or as new steps and those that are gone make it lead. */
    Optional<String> verlegt(Teil vorher, Teil nachher) {
        boolean gleich = gleich(vorher.von(), nachher.von()) && gleich(vorher.nach(), nachher.nach());
        if (gleich || folgt(vorher, nachher)) {
            return Optional.empty();
        }
        String jetzt = gleich(vorher.von(), nachher.von()) ? "zu " + neuNamen.wem(nachher.nach()) + " (vorher zu " + altNamen.wem(vorher.nach()) + ")"
                : "von " + neuNamen.wem(nachher.von()) + " zu " + neuNamen.wem(nachher.nach()) + " (vorher von " + altNamen.wem(vorher.von()) + " zu "
                + altNamen.wem(vorher.nach()) + ")";
        return Optional.of("Der Weg führt jetzt " + jetzt + ".");
    }

    private boolean gleich(String alteId, String neueId) {
        return alteId.equals(paarung.alt(neueId));
    }

    private boolean folgt(Teil vorher, Teil nachher) {
        boolean eingefuegt = !eigenerNeuer(nachher) && bestehen(paarung.neu(vorher.von()), paarung.neu(vorher.nach()))
                && paarung.neuerUmweg(paarung.neu(vorher.von()), paarung.neu(vorher.nach()));
        boolean herausgenommen = !eigenerEntfallener(vorher) && bestehen(paarung.alt(nachher.von()), paarung.alt(nachher.nach()))
                && paarung.alterUmweg(paarung.alt(nachher.von()), paarung.alt(nachher.nach()));
        return eingefuegt || herausgenommen || ersetzt(vorher.von(), nachher.von()) && ersetzt(vorher.nach(), nachher.nach());
    }

    /** The end stayed, or one that is gone has made room for one that has come. */
    private boolean ersetzt(String alteId, String neueId) {
        return gleich(alteId, neueId) || paarung.neu(alteId) == null && paarung.alt(neueId) == null;
    }

    private static boolean bestehen(String eine, String andere) {
        return eine != null && andere != null;
    }

    /** Between steps that there were before. */
    boolean eigenerNeuer(Teil weg) {
        return paarung.alt(weg.von()) != null && paarung.alt(weg.nach()) != null;
    }

    /** Between steps that are still there. */
    boolean eigenerEntfallener(Teil weg) {
        return paarung.neu(weg.von()) != null && paarung.neu(weg.nach()) != null;
    }

    /** Where a step that has come stands, and under which conditions one gets there. */
    List<String> lageDesNeuen(Teil schritt) {
        List<Teil> hin = neu.wege(weg -> weg.nach().equals(schritt.id()));
        List<Teil> fort = neu.wege(weg -> weg.von().equals(schritt.id()));
        List<String> saetze = new ArrayList<>();
        if (hin.size() == 1 && fort.size() == 1) {
            String von = ueberNeue(hin.get(0).von(), true);
            String nach = ueberNeue(fort.get(0).nach(), false);
            boolean eingefuegt = bestehen(paarung.alt(von), paarung.alt(nach))
                    && direkt(alt, paarung.alt(von), paarung.alt(nach)) && !direkt(neu, von, nach);
            saetze.add((eingefuegt ? "Neu eingefügt zwischen " : "Neu zwischen ") + neuNamen.wem(hin.get(0).von()) + " und "
                    + neuNamen.wem(fort.get(0).nach()) + ".");
        } else {
            saetze.add("Neu" + umgebung(hin, fort, neuNamen).map(wo -> ", " + wo).orElse("") + ".");
        }
        hin.stream().filter(weg -> weg.angaben().containsKey("conditionExpression")).forEach(weg -> saetze.add("Von " + neuNamen.wem(weg.von())
                + " geht es hierher, wenn " + Worte.zitat(weg.angaben().get("conditionExpression")) + "."));
        return saetze;
    }

    String lageDesEntfallenen(Teil schritt) {
        List<Teil> hin = alt.wege(weg -> weg.nach().equals(schritt.id()));
        List<Teil> fort = alt.wege(weg -> weg.von().equals(schritt.id()));
        return hin.size() == 1 && fort.size() == 1
                ? "Entfällt; stand zwischen " + altNamen.wem(hin.get(0).von()) + " und " + altNamen.wem(fort.get(0).nach()) + "."
                : "Entfällt" + umgebung(hin, fort, altNamen).map(wo -> "; stand " + wo).orElse("") + ".";
    }

    private static Optional<String> umgebung(List<Teil> hin, List<Teil> fort, Ablaufnamen namen) {
        String dahinter = nenne("hinter ", hin.stream().map(weg -> namen.wem(weg.von())).distinct().toList());
        String davor = nenne("vor ", fort.stream().map(weg -> namen.wem(weg.nach())).distinct().toList());
        return Stream.of(dahinter, davor).filter(teil -> !teil.isEmpty()).reduce((a, b) -> a + " und " + b);
    }

    private static String nenne(String wo, List<String> schritte) {
        return schritte.isEmpty() ? "" : wo + Worte.aufzaehlung(schritte, "und");
    }

    /** Of several new steps in a row, what stands before the first or after the last. */
    private String ueberNeue(String id, boolean zurueck) {
        String hier = id;
        for (int schritte = 0; paarung.alt(hier) == null && schritte < neu.teile().size(); schritte++) {
            String stelle = hier;
            List<Teil> weiter = neu.wege(weg -> (zurueck ? weg.nach() : weg.von()).equals(stelle));
            if (weiter.size() != 1) {
                return hier;
            }
            hier = zurueck ? weiter.get(0).von() : weiter.get(0).nach();
        }
        return hier;
    }

    private static boolean direkt(Ablaufbild bild, String von, String nach) {
        return bild.wege().anyMatch(weg -> weg.von().equals(von) && weg.nach().equals(nach));
    }
}
