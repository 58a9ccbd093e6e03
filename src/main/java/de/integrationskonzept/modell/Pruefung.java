package de.integrationskonzept.modell;

import de.integrationskonzept.engine.ModelGate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks what would stand in the way of deploying these files together, without deploying them. */
@Component("modellpruefung")
class Pruefung {

    private final ModelGate tor;

    Pruefung(ModelGate tor) {
        this.tor = tor;
    }

    List<Befund> pruefe(Map<String, byte[]> dateien) {
        return tor.check(dateien).stream().map(befund -> new Befund(befund.file(), null, befund.place(), "fehler", befund.reason())).toList();
    }
}
