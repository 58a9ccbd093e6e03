package de.integrationskonzept.modell;

import de.integrationskonzept.engine.ModelGate;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Asks what deploying would say, without deploying. Under its plain name it would stand in the way of a variable of that name in models. */
@Component
class Pruefung {

    private final ModelGate tor;
    private final PruefungUmzugsplan plan;

    Pruefung(ModelGate tor, PruefungUmzugsplan plan) {
        this.tor = tor;
        this.plan = plan;
    }

    /** Everything that deploying these files together would refuse, and hints. */
    List<Befund> pruefe(Map<String, byte[]> dateien) {
        return tor.check(dateien).stream().map(Befund::aus).toList();
    }

    /**
     * Checks or deploys the files of a change that says itself what becomes of the files that run.
     *
     * @param stufe how far the change reaches, null as long as nobody has said
     * @param zuordnung confirmed by hand: for each process, former step to step
     */
    <T> T mitPlan(Vorschlag.Stufe stufe, Map<String, Map<String, String>> zuordnung, Supplier<T> arbeit) {
        return plan.mit(stufe, zuordnung, arbeit);
    }
}
