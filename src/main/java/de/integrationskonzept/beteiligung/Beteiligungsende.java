package de.integrationskonzept.beteiligung;

import static jakarta.ws.rs.core.Response.Status.CONFLICT;

import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.engine.TaskGuard;
import de.integrationskonzept.formular.Formulare;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** With the task its round ends: answers that are just coming in are waited for, and addresses are needed no more. */
@Component
@Order(0)
class Beteiligungsende implements TaskGuard {

    private final Einladungsbuch buch;

    Beteiligungsende(Einladungsbuch buch) {
        this.buch = buch;
    }

    @Override
    public void beforeComplete(TaskEntity aufgabe, VariableMap angaben) {
        Angebot.fuer(aufgabe).ifPresent(angebot -> {
            buch.sperre(aufgabe.getId());
            if (angebot.je() != null && angaben.containsKey(angebot.liste())) {
                verlangeNeueste(aufgabe, angebot, angaben);
            }
            buch.vergissAdressen(aufgabe.getId());
        });
    }

    /** Nobody overwrites an answer that has come since they opened the form. */
    private static void verlangeNeueste(TaskEntity aufgabe, Angebot angebot, VariableMap angaben) {
        List<Object> gesendet = vermerke(Formulare.werte(angaben::getValueTyped, Set.of(angebot.liste())), angebot);
        if (!vermerke(Formulare.werte(aufgabe, Set.of(angebot.liste())), angebot).stream().allMatch(gesendet::remove)) {
            throw new Refusal(CONFLICT, "Inzwischen ist eine Antwort über einen persönlichen Link eingegangen. Bitte laden Sie die Aufgabe neu, damit Sie "
                    + "sie sehen, und verwerfen Sie dabei einen Entwurf von vorher.");
        }
    }

    private static List<Object> vermerke(Map<String, Object> werte, Angebot angebot) {
        List<?> zeilen = werte.get(angebot.liste()) instanceof List<?> liste ? liste : List.of();
        return zeilen.stream().filter(Map.class::isInstance).flatMap(zeile -> angebot.vermerk().stream().limit(1).map(((Map<?, ?>) zeile)::get))
                .filter(vermerk -> vermerk != null).collect(Collectors.toCollection(ArrayList::new));
    }
}
