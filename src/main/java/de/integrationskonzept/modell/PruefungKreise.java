package de.integrationskonzept.modell;

import static de.integrationskonzept.modell.WissenXml.angabe;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** A process that calls itself, directly or through others, would never come to an end. */
@Component
@Order(4)
class PruefungKreise implements PruefungRegel {

    @Override
    public void pruefe(List<PruefungDatei> satz, Wissen wissen, PruefungMelder melder) {
        satz.forEach(datei -> datei.ablaeufe().forEach(ablauf -> WissenXml.alle(ablauf, "callActivity").forEach(aufruf ->
                kreis(angabe(aufruf, "calledElement"), ablauf.getAttribute("id"), wissen).ifPresent(weg -> melder.fehler(datei, aufruf,
                        "Der Aufruf führt im Kreis (" + beschreibe(ablauf, weg) + "); der Ablauf käme nie zum Ende. Bitte lösen Sie den Kreis "
                                + "auf.")))));
    }

    private static String beschreibe(Element ablauf, List<String> weg) {
        return ablauf.getAttribute("id") + " → " + String.join(" → ", weg);
    }

    /** The way from one process to the other, both of them included. */
    private static Optional<List<String>> kreis(String von, String nach, Wissen wissen) {
        Deque<List<String>> wege = new ArrayDeque<>();
        Set<String> gesehen = new HashSet<>();
        if (von != null) {
            wege.add(List.of(von));
        }
        while (!wege.isEmpty()) {
            List<String> weg = wege.poll();
            String hier = weg.get(weg.size() - 1);
            if (hier.equals(nach)) {
                return Optional.of(weg);
            }
            if (gesehen.add(hier) && wissen.ablauf(hier) != null) {
                wissen.ablauf(hier).gerufen().forEach(weiter -> {
                    List<String> laenger = new ArrayList<>(weg);
                    laenger.add(weiter);
                    wege.add(laenger);
                });
            }
        }
        return Optional.empty();
    }
}
