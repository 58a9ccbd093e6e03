package de.integrationskonzept.modell;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads what is deployed, each version of a file once. */
@Component
class WissenQuelle {

    private final ObjectProvider<Bestand> bestand;

    /** By deployment and name; never changes, since what is deployed does not. */
    private volatile Map<String, Wissen.Beitrag> gelesen = Map.of();

    /** The engine asks already while it is being built, so nothing that needs it may be needed here. */
    WissenQuelle(ObjectProvider<Bestand> bestand) {
        this.bestand = bestand;
    }

    Wissen nach(List<PruefungDatei> satz) {
        Map<String, Wissen.Beitrag> beitraege = new HashMap<>();
        bestand.getObject().alle().values().forEach(modell -> {
            String stelle = modell.bereitstellung() + "/" + modell.datei();
            Wissen.Beitrag schonGelesen = gelesen.get(stelle);
            if (schonGelesen == null) {
                PruefungDatei.lies(modell.datei(), modell.inhalt(), false).ifPresent(datei -> beitraege.put(stelle, Wissen.Beitrag.aus(datei)));
            } else {
                beitraege.put(stelle, schonGelesen);
            }
        });
        gelesen = beitraege;
        return Wissen.von(beitraege.values(), satz.stream().map(Wissen.Beitrag::aus).toList());
    }
}
