package de.integrationskonzept.modell;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Values of process models in words: roles, steps, times, and what the engine calls by English words. */
final class Ablaufwortlaut implements Satztafel.Wortlaut {

    private static final Pattern FRIST = Pattern.compile("\\$\\{\\s*zeitplan\\.faellig\\(\\s*'([^']*)'\\s*\\)\\s*}");
    private static final Map<String, String> FASSUNGEN = Map.of("latest", "die neueste Fassung", "deployment",
            "die Fassung, die zusammen mit dem Ablauf bereitgestellt wurde", "version", "eine bestimmte Version", "versionTag",
            "eine bestimmte Fassung");
    private static final Map<String, String> ERGEBNISSE = Map.of("singleEntry", "ein einzelner Wert", "singleResult", "eine Zeile",
            "collectEntries", "eine Liste von Werten", "resultList", "eine Liste von Zeilen");
    private static final Map<String, String> JA_NEIN = Map.of("true", "ja", "false", "nein");

    private final Map<String, String> rollen;
    private final Ablaufbild alt;
    private final Ablaufbild neu;
    private final Ablaufnamen altNamen;
    private final Ablaufnamen neuNamen;
    private final Paarung paarung;

    /** @param rollen names by id */
    Ablaufwortlaut(Map<String, String> rollen, Ablaufbild alt, Ablaufbild neu, Satztafel saetze, Paarung paarung) {
        this.rollen = rollen;
        this.alt = alt;
        this.neu = neu;
        this.paarung = paarung;
        altNamen = new Ablaufnamen(saetze, alt);
        neuNamen = new Ablaufnamen(saetze, neu);
    }

    @Override
    public Optional<String> von(Aenderung aenderung, String wert, boolean nachher) {
        String gruppe = aenderung.gruppe();
        return switch (gruppe.substring(gruppe.lastIndexOf('/') + 1)) {
            case "candidateGroups", "candidateStarterGroups" -> Optional.of(rollen(wert));
            case "attachedToRef", "sourceRef", "targetRef" -> Optional.of(schritt(wert, nachher));
            case "default" -> Optional.of(schritt(zielDesWegs(wert, nachher), nachher));
            case "historyTimeToLive" -> Worte.aufbewahrung(wert);
            case "timeDuration" -> Worte.dauer(wert);
            case "calledElementBinding", "decisionRefBinding", "formRefBinding" -> Optional.ofNullable(FASSUNGEN.get(wert));
            case "mapDecisionResult" -> Optional.ofNullable(ERGEBNISSE.get(wert));
            case "dueDate" -> frist(wert);
            case "property" -> aenderung.schluessel().equals(Paarung.FRUEHER) ? Optional.of(fruehere(wert)) : Optional.ofNullable(JA_NEIN.get(wert));
            default -> Optional.empty();
        };
    }

    private String rollen(String wert) {
        List<String> einzelne = wert.contains("${") ? List.of(wert) : Arrays.stream(wert.split(",")).map(String::strip).toList();
        return Worte.aufzaehlung(einzelne.stream().map(rolle -> Worte.zitat(rollen.getOrDefault(rolle, rolle))).toList(), "oder");
    }

    /** What was said in the older model under ids of the newer one has the name that it had there. */
    private String schritt(String id, boolean nachher) {
        String damals = paarung.alt(id);
        return nachher ? neuNamen.wem(id) : altNamen.wem(damals == null ? id : damals);
    }

    private String zielDesWegs(String weg, boolean nachher) {
        String damals = paarung.alt(weg);
        return nachher ? Optional.ofNullable(neu.teile().get(weg)).map(Ablaufbild.Teil::nach).orElse(weg)
                : Optional.ofNullable(alt.teile().get(damals == null ? weg : damals)).map(Ablaufbild.Teil::nach).orElse(weg);
    }

    private String fruehere(String wert) {
        return Worte.aufzaehlung(Stream.of(wert.split(",")).map(String::strip)
                .map(id -> alt.teile().containsKey(id) ? altNamen.wen(alt.teile().get(id)) : Worte.zitat(id)).toList(), "und");
    }

    private static Optional<String> frist(String wert) {
        Matcher frist = FRIST.matcher(wert);
        return frist.matches() ? Optional.of("der Frist „" + frist.group(1) + "“ des Zeitplans") : Optional.empty();
    }
}
