package de.integrationskonzept.akte;

import de.integrationskonzept.engine.ConfidentialProcesses;
import de.integrationskonzept.engine.Work;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;

/**
 * The open tasks beside the execution at work, in the same part of the file: where the execution says a {@code kartenzusatz}
 * (a Handlungsfeld), those of the same one, otherwise those of the whole file. What is confidential is not among them.
 */
final class Aufgabenkreis {

    private Aufgabenkreis() {
    }

    /** Those that the models give to the role, as rows {@code schritt, name}, the oldest first. */
    static SpinJsonNode derRolle(String rolle, ConfidentialProcesses vertrauliche) {
        SpinJsonNode zeilen = Spin.JSON("[]");
        offene(vertrauliche).filter(aufgabe -> rollen(aufgabe).anyMatch(rolle::equals))
                .sorted(Comparator.comparing(TaskEntity::getCreateTime).thenComparing(TaskEntity::getTaskDefinitionKey))
                .forEach(aufgabe -> zeilen.append(Spin.JSON("{}").prop("schritt", aufgabe.getTaskDefinitionKey()).prop("name", aufgabe.getName())));
        return zeilen;
    }

    /** @return how many tasks of that name got the values of the rows {@code feld, wert} */
    static int belege(String schritt, Object liste, ConfidentialProcesses vertrauliche) {
        List<TaskEntity> ziele = offene(vertrauliche).filter(aufgabe -> schritt.equals(aufgabe.getTaskDefinitionKey())).toList();
        ziele.forEach(aufgabe -> Zeilen.in(liste).stream().map(Zeilen::spalten)
                .forEach(zeile -> aufgabe.getExecution().setVariable(String.valueOf(zeile.get("feld")), zeile.get("wert"))));
        return ziele.size();
    }

    private static Stream<TaskEntity> offene(ConfidentialProcesses vertrauliche) {
        String teil = Objects.toString(Work.here().getVariable("kartenzusatz"), "");
        return Baum.offeneAufgaben().stream().filter(aufgabe -> !vertrauliche.contains(aufgabe.getProcessDefinitionId()))
                .filter(aufgabe -> teil.isEmpty() || teil.equals(aufgabe.getExecution().getVariable("kartenzusatz")));
    }

    /** As the models say; who stands in for a role without members is not asked. */
    private static Stream<String> rollen(TaskEntity aufgabe) {
        return aufgabe.getTaskDefinition().getCandidateGroupIdExpressions().stream()
                .flatMap(rolle -> Arrays.stream(String.valueOf(rolle.getValue(aufgabe.getExecution())).split(","))).map(String::strip);
    }
}
