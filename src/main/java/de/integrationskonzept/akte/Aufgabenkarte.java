package de.integrationskonzept.akte;

import de.integrationskonzept.engine.UserTaskConvention;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Writes on each task to which file and phase it belongs, so that the cards of Tasklist can show it: a card sees only
 * variables of the task itself when its reader has no right to the whole instance. What else tells tasks of one file apart
 * (the Handlungsfeld) a model says in {@code kartenzusatz}.
 */
@Component
class Aufgabenkarte extends UserTaskConvention {

    @Override
    protected void created(DelegateTask aufgabe) {
        beschrifte(aufgabe);
    }

    static void beschrifte(DelegateTask aufgabe) {
        String karte = Stream.of("aktenname", "phase", "kartenzusatz").map(aufgabe::getVariable).filter(Objects::nonNull)
                .map(String::valueOf).collect(Collectors.joining(" · "));
        if (!karte.isEmpty()) {
            aufgabe.setVariableLocal("karte", karte);
        }
    }
}
