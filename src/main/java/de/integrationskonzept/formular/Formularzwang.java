package de.integrationskonzept.formular;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;

import de.integrationskonzept.engine.Caller;
import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.engine.StartGuard;
import de.integrationskonzept.engine.TaskGuard;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.camunda.bpm.engine.variable.value.TypedValue;
import org.springframework.stereotype.Component;

/**
 * Whatever a form demands holds through every door: Tasklist, REST with and without form, Java. The stock engine checks
 * forms in the browser only. Works for any deployed Camunda Form without a line of code.
 */
@Component
class Formularzwang implements TaskGuard, StartGuard {

    private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");

    private final Formulare formulare;
    private final Counter ablehnungen;

    Formularzwang(Formulare formulare, MeterRegistry kennzahlen) {
        this.formulare = formulare;
        this.ablehnungen = Counter.builder("integrationskonzept.formular.abgelehnt")
                .description("Einsendungen, die das Formular der Aufgabe nicht zulässt").register(kennzahlen);
    }

    @Override
    public void beforeComplete(TaskEntity aufgabe, VariableMap gesendet) {
        Optional<Formular> formular = formulare.zu(aufgabe);
        pruefe(formular, gesendet, name -> aufgabe.getVariableTyped(name, false), Caller.userId() != null);
        formular.map(Formular::fluechtige).orElse(Set.of()).stream().filter(name -> gesendet.get(name) != null).forEach(name ->
                gesendet.putValueTyped(name, fluechtig(gesendet.get(name))));
    }

    /** As an object, because the history of forms keeps all simple texts, transient ones too. */
    private static TypedValue fluechtig(Object text) {
        return Variables.objectValue(text, true).create();
    }

    @Override
    public void beforeStart(ProcessDefinitionEntity definition, VariableMap gesendet) {
        pruefe(formulare.zumStart(definition), gesendet, name -> null, Caller.isStaff());
    }

    private void pruefe(Optional<Formular> formular, VariableMap gesendet, Function<String, TypedValue> vorhanden,
            boolean ohneFormularNichts) {
        if (formular.isEmpty() && (gesendet.isEmpty() || !ohneFormularNichts)) {
            return;
        }
        if (formular.isEmpty()) {
            throw ablehnung(List.of("Zu dieser Aufgabe gehört kein Formular, darum nimmt sie keine Angaben an."));
        }
        List<String> saetze = Pruefung.pruefe(formular.get(), lies(gesendet), vorhandene(formular.get(), gesendet, vorhanden));
        if (!saetze.isEmpty()) {
            throw ablehnung(saetze);
        }
    }

    private Refusal ablehnung(List<String> saetze) {
        ablehnungen.increment();
        return new Refusal(BAD_REQUEST, saetze);
    }

    private static Map<String, Object> lies(VariableMap gesendet) {
        Map<String, Object> werte = new HashMap<>();
        gesendet.keySet().forEach(name -> werte.put(name, Werte.lies(gesendet.getValueTyped(name))));
        return werte;
    }

    private static Map<String, Object> vorhandene(Formular formular, VariableMap gesendet, Function<String, TypedValue> vorhanden) {
        Set<String> namen = new HashSet<>(formular.schluessel());
        formular.ausdruecke().forEach(ausdruck -> {
            Matcher name = NAME.matcher(ausdruck);
            while (name.find()) {
                namen.add(name.group());
            }
        });
        Map<String, Object> werte = new HashMap<>();
        namen.forEach(name -> {
            Object wert = Werte.lies(vorhanden.apply(name));
            werte.put(name, wert == Werte.UNLESBAR ? null : wert);
        });
        return werte;
    }
}
