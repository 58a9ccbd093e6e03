package de.integrationskonzept.modell;

import de.integrationskonzept.engine.Finding;
import de.integrationskonzept.engine.ModelSetCheck;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Asks all rules about a set of files, each file read once. */
@Component
class PruefungSatz implements ModelSetCheck {

    private final WissenQuelle quelle;
    private final ObjectProvider<PruefungRegel> regeln;

    PruefungSatz(WissenQuelle quelle, ObjectProvider<PruefungRegel> regeln) {
        this.quelle = quelle;
        this.regeln = regeln;
    }

    @Override
    public List<Finding> check(Map<String, byte[]> dateien, Set<String> abgelehnt) {
        List<PruefungDatei> satz = dateien.entrySet().stream()
                .flatMap(datei -> PruefungDatei.lies(datei.getKey(), datei.getValue(), abgelehnt.contains(datei.getKey())).stream()).toList();
        Wissen wissen = quelle.nach(satz);
        PruefungMelder melder = new PruefungMelder();
        regeln.orderedStream().forEach(regel -> regel.pruefe(satz, wissen, melder));
        return melder.befunde();
    }
}
