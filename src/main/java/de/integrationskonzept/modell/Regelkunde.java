package de.integrationskonzept.modell;

import de.integrationskonzept.modell.Regelbild.Entscheidung;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.xml.sax.SAXException;

/** Compares files of rules: each decision, its table, and what else the file says. */
final class Regelkunde implements Dateikunde<Regelbild> {

    static final Satztafel SAETZE = new Satztafel("/modell/regelworte.properties");
    private static final Map<String, String> TREFFER = Map.of("UNIQUE", "nur eine darf zutreffen", "FIRST", "die erste, die zutrifft",
            "ANY", "irgendeine, denn alle müssen gleich antworten", "PRIORITY", "die mit dem wichtigsten Ergebnis", "COLLECT", "alle, die zutreffen",
            "RULE ORDER", "alle, die zutreffen, in ihrer Reihenfolge", "OUTPUT ORDER", "alle, die zutreffen, das wichtigste Ergebnis zuerst");
    private static final Map<String, String> ZUSAMMEN = Map.of("SUM", "die Summe", "MIN", "der kleinste Wert", "MAX", "der größte Wert",
            "COUNT", "die Anzahl");
    private static final Map<String, String> WERTE = Map.of("string", "Texte", "boolean", "Ja oder Nein", "integer", "ganze Zahlen", "long",
            "ganze Zahlen",
            "double", "Zahlen", "number", "Zahlen", "date", "Daten");

    @Override
    public Regelbild lies(byte[] inhalt) throws Unlesbar {
        try {
            return Regelbild.aus(inhalt);
        } catch (SAXException | IOException kaputt) {
            throw new Unlesbar(kaputt);
        }
    }

    @Override
    public String name(Regelbild fassung, String schluessel) {
        return fassung.entscheidungen().stream().filter(e -> e.id().equals(schluessel)).findFirst()
                .or(() -> fassung.entscheidungen().stream().findFirst())
                .map(Entscheidung::name).filter(name -> !name.isBlank()).orElse(schluessel);
    }

    @Override
    public String vorstellung(Regelbild fassung) {
        int zeilen = fassung.entscheidungen().stream().mapToInt(e -> e.zeilen().size()).sum();
        return zeilen == 0 ? "Neue Regel, die etwas berechnet." : "Neue Regel mit " + Worte.anzahl(zeilen, "1 Zeile", "Zeilen") + ".";
    }

    @Override
    public List<Unterschied> unterschiede(Regelbild alt, Regelbild neu) {
        List<Unterschied> unterschiede = new ArrayList<>();
        vergleiche(alt.entscheidungen(), neu.entscheidungen(), "Die Regel", Math.max(alt.entscheidungen().size(), neu.entscheidungen().size()) > 1,
                unterschiede);
        vergleiche(alt.uebriges(), neu.uebriges(), "Das Element", true, unterschiede);
        return unterschiede;
    }

    private static void vergleiche(List<Entscheidung> alte, List<Entscheidung> neue, String wer, boolean mehrere, List<Unterschied> unterschiede) {
        Paare<Entscheidung> paare = new Paare<>(alte, neue).nach(Entscheidung::id);
        if (!mehrere) {
            paare.nach(entscheidung -> "");
        }
        neue.forEach(e -> paare.alt(e).ifPresentOrElse(vorher -> unterschiede.addAll(vergleiche(vorher, e, mehrere)), () -> unterschiede.add(
                new Unterschied(e.id(), e.name(), Unterschied.NEU, List.of(wer + " ist neu in dieser Datei.")))));
        paare.entfallen().forEach(e -> unterschiede.add(new Unterschied(e.id(), e.name(), Unterschied.ENTFALLEN, List.of(wer + " entfällt."))));
    }

    private static List<Unterschied> vergleiche(Entscheidung alt, Entscheidung neu, boolean mehrere) {
        List<String> saetze = new ArrayList<>();
        if (!alt.id().equals(neu.id())) {
            saetze.add("Die Kennung ist jetzt " + Worte.zitat(neu.id()) + " (vorher " + Worte.zitat(alt.id()) + ").");
        }
        Aenderung.zwischen(alt.angaben(), neu.angaben()).forEach(a -> saetze.add(SAETZE.satz("regel", "Die Regel", a, Regelkunde::wortlaut)));
        List<Unterschied> unterschiede = new ArrayList<>();
        if (!saetze.isEmpty()) {
            unterschiede.add(new Unterschied(mehrere ? neu.id() : null, neu.name(), Unterschied.GEAENDERT, saetze));
        }
        unterschiede.addAll(new Tabellenvergleich(alt, neu, mehrere ? neu.name() + ": " : "").unterschiede());
        return unterschiede;
    }

    static Optional<String> wortlaut(Aenderung aenderung, String wert, boolean nachher) {
        String gruppe = aenderung.gruppe();
        return switch (gruppe.substring(gruppe.lastIndexOf('/') + 1)) {
            case "hitPolicy" -> Optional.ofNullable(TREFFER.get(wert));
            case "aggregation" -> Optional.ofNullable(ZUSAMMEN.get(wert));
            case "typeRef" -> Optional.ofNullable(WERTE.get(wert));
            case "historyTimeToLive" -> Worte.aufbewahrung(wert);
            default -> Optional.empty();
        };
    }
}
