package de.integrationskonzept.modell;

import de.integrationskonzept.modell.Ablaufbild.Teil;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What becomes of files that stand at a step that is gone, as far as the model itself says so. */
final class Umzugsworte {

    private static final String ENTFALLEN = "property:entfallen";

    private final Ablaufbild neu;
    private final Ablaufnamen namen;
    /** Where to, by former step; empty for those that simply go. */
    private final Map<String, String> ziele = new LinkedHashMap<>();

    Umzugsworte(Ablaufbild neu, Ablaufnamen namen) {
        this.neu = neu;
        this.namen = namen;
        neu.teile().values().forEach(teil -> Paarung.fruehere(teil).forEach(id -> ziele.put(id, teil.id())));
        neu.teile().values().stream().filter(Teil::istAblauf)
                .flatMap(ablauf -> Arrays.stream(ablauf.angaben().getOrDefault(ENTFALLEN, "").split(",")))
                .map(anweisung -> (anweisung + " ").split("->", 2))
                .forEach(anweisung -> ziele.put(anweisung[0].strip(), anweisung.length < 2 ? "" : anweisung[1].strip()));
    }

    /** @param wen the former step */
    List<String> ersetzt(String wen, Teil heute) {
        String satz = "Ersetzt " + wen + ".";
        return Paarung.fruehere(heute).isEmpty() || !Ablaufnamen.wartet(heute) ? List.of(satz)
                : List.of(satz, "Akten, die dort stehen, gehen beim Umzug hierher über.");
    }

    Optional<String> zumEntfallenen(Teil teil) {
        if (!Ablaufnamen.wartet(teil)) {
            return Optional.empty();
        }
        String ziel = ziele.get(teil.id());
        return Optional.of(ziel == null ? "Stehen hier noch Akten, brauchen sie beim Umzug ein anderes Ziel."
                : ziel.isEmpty() ? "Laut Umzugsanweisung entfällt der Schritt mit Absicht."
                : "Akten, die hier stehen, gehen beim Umzug zu " + (neu.teile().containsKey(ziel) ? namen.wem(ziel) : Worte.zitat(ziel)) + " über.");
    }
}
