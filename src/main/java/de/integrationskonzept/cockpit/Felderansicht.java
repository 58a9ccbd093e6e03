package de.integrationskonzept.cockpit;

import de.integrationskonzept.akte.Aktenbild;
import de.integrationskonzept.akte.Aktenbild.Bild;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/**
 * How far the Handlungsfelder of a file are, and how its indicators stand: names of fields and indicators and numbers, the
 * same for everybody who may see the file; no answers and no persons. Which stages there are and when one is done says the
 * decision {@code felder-stand}; {@code vorgang} is the process instance behind a figure, null when there is none.
 */
@Component
class Felderansicht {

    private final Aktenbild akten;

    Felderansicht(Aktenbild akten) {
        this.akten = akten;
    }

    record Stufe(String stufe, String erklaerung) {
    }

    /** @param stand fertig, arbeit, offen or entfaellt; {@code standText} as people read it */
    record Zelle(String stand, String standText, String vorgang) {
    }

    /** Who has been asked for a commitment and has not answered. */
    record Gefragt(String stelle, String vorgang) {
    }

    /**
     * @param beendet closed or merged into another
     * @param zellen one per stage
     * @param massnahmen number of measures; so many of them {@code zugesagt}, {@code abgelehnt}, {@code offen}
     */
    record Feld(String feld, String standText, boolean beendet, List<Zelle> zellen, long massnahmen, long zugesagt, long abgelehnt, long offen,
            List<Gefragt> gefragt, String vorgang) {
    }

    /** @param ampel grün, gelb, rot or grau (no value) */
    record Wert(String jahr, Double ist, String ampel, String vorgang) {
    }

    /** @param jahr of the last report, {@code ist} and {@code ampel} what it said; null before the first one */
    record Kennzahl(String feld, String kennzahl, String einheit, Double ausgangswert, String ausgangswertAm, Double zielwert, String zielwertAm,
            String jahr, Double ist, String ampel, List<Wert> werte) {
    }

    /** A year of implementation and how many lights its report has of each colour. */
    record Jahr(String jahr, boolean berichtet, String vorgang, long gruen, long gelb, long rot, long grau) {
    }

    private record Tafel(boolean mitMassnahmen, List<Stufe> stufen, List<Feld> felder) {
    }

    private record Kennzahlen(List<Kennzahl> kennzahlen, List<Jahr> jahre) {
    }

    /** @param laufende which of the process instances named here still run */
    record Felder(boolean mitMassnahmen, List<Stufe> stufen, List<Feld> felder, List<Kennzahl> kennzahlen, List<Jahr> jahre, Set<String> laufende) {
    }

    Felder lies(String akte) {
        Bild bild = akten.lies(akte, "Handlungsfelder");
        Tafel tafel = bild.nach("felder-stand", Tafel.class);
        Kennzahlen zahlen = bild.nach("kennzahlen-stand", Kennzahlen.class);
        Set<String> genannt = Stream.of(tafel.felder.stream().flatMap(f -> Stream.concat(Stream.of(f.vorgang),
                        Stream.concat(f.zellen.stream().map(Zelle::vorgang), f.gefragt.stream().map(Gefragt::vorgang)))),
                zahlen.jahre.stream().map(Jahr::vorgang)).flatMap(s -> s).collect(Collectors.toSet());
        return new Felder(tafel.mitMassnahmen, tafel.stufen, tafel.felder, zahlen.kennzahlen, zahlen.jahre,
                bild.laufende().stream().filter(genannt::contains).collect(Collectors.toSet()));
    }
}
