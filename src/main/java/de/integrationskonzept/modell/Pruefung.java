package de.integrationskonzept.modell;

import de.integrationskonzept.engine.ModelGate;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks what deploying would say, without deploying. Under its plain name it would stand in the way of a variable of that name in models. */
@Component("modellpruefung")
class Pruefung {

    private final ModelGate tor;

    Pruefung(ModelGate tor) {
        this.tor = tor;
    }

    /** Everything that deploying these files together would refuse, and hints. */
    List<Befund> pruefe(Map<String, byte[]> dateien) {
        return tor.check(dateien).stream().map(Befund::aus).toList();
    }
}
