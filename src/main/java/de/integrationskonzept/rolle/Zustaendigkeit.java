package de.integrationskonzept.rolle;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;

import de.integrationskonzept.engine.Caller;
import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.engine.TaskGuard;
import de.integrationskonzept.formular.Formulare;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.delegate.VariableScope;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.variable.VariableMap;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * Keeps a task with its role: it can be given only to people of that role, and somebody else who completes it must say
 * on whose behalf. A form offers that with a checkbox that carries the property {@code capability = imAuftrag}.
 */
@Component
public class Zustaendigkeit implements TaskGuard {

    static final String IM_AUFTRAG = "imAuftrag";

    private final Formulare formulare;
    private final ObjectProvider<Stellvertretung> stellvertretungen;

    Zustaendigkeit(Formulare formulare, ObjectProvider<Stellvertretung> stellvertretungen) {
        this.formulare = formulare;
        this.stellvertretungen = stellvertretungen;
    }

    @Override
    public void beforeComplete(TaskEntity aufgabe, VariableMap angaben) {
        formulare.zu(aufgabe).flatMap(f -> f.feldMit("capability", IM_AUFTRAG)).ifPresent(feld -> {
            boolean eigene = Caller.userId() == null || Caller.groups().stream().anyMatch(rollen(aufgabe)::contains)
                    || stellvertretungen.stream().anyMatch(s -> s.vertritt(aufgabe.getId(), Caller.userId()));
            if (!eigene && !Boolean.TRUE.equals(angaben.get(feld))) {
                throw new Refusal(BAD_REQUEST, "Diese Entscheidung trifft eine andere Stelle. Bitte kreuzen Sie „Im Auftrag "
                        + "erfasst“ an und geben Sie an, wer wann entschieden hat und wo das Papier liegt.");
            }
        });
    }

    @Override
    public void beforeAssign(TaskEntity aufgabe, String person) {
        if (person != null && Caller.userId() != null && !Zugehoerigkeit.gehoert(person, aufgabe.getTenantId())) {
            throw new Refusal(BAD_REQUEST, "Diese Person arbeitet nicht für die Kommune, zu der die Aufgabe gehört. Bitte wählen "
                    + "Sie jemanden aus der Kommune.");
        }
        if (person != null && Caller.isStaff() && !darfUebernehmen(aufgabe, person)) {
            throw new Refusal(BAD_REQUEST, "Diese Person gehört nicht zur zuständigen Stelle. Bitte wählen Sie jemanden, "
                    + "der diese Rolle hat.");
        }
    }

    private boolean darfUebernehmen(TaskEntity aufgabe, String person) {
        Set<String> gruppen = Zugehoerigkeit.rollen(person);
        return alleGruppen(aufgabe).stream().anyMatch(gruppen::contains)
                || gruppen.contains(Rollen.INTEGRATIONSBEAUFTRAGTE) && imAuftrag(aufgabe);
    }

    /** Whether the form of the task offers recording on behalf of others. */
    public boolean imAuftrag(TaskEntity aufgabe) {
        return formulare.zu(aufgabe).flatMap(f -> f.feldMit("capability", IM_AUFTRAG)).isPresent();
    }

    private static List<String> alleGruppen(TaskEntity aufgabe) {
        return aufgabe.getCandidates().stream().map(IdentityLink::getGroupId).filter(g -> g != null).toList();
    }

    /** The roles that the model names; not the Integrationsbeauftragte who stand in when a role has no members. */
    private static List<String> rollen(TaskEntity aufgabe) {
        VariableScope scope = aufgabe.getExecution();
        return aufgabe.getTaskDefinition().getCandidateGroupIdExpressions().stream()
                .flatMap(e -> List.of(String.valueOf(e.getValue(scope)).split(",")).stream()).map(String::strip).toList();
    }
}
