package de.integrationskonzept.akte;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;

import de.integrationskonzept.engine.Assignment;
import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.engine.Work;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.spin.Spin;
import org.camunda.spin.json.SpinJsonNode;

/**
 * A person hands over to another one in mid-run (I3). Tasks move in the whole file, also in its confidential parts, or they
 * would be stranded; names do not move in those, because what lies there says who has which interests, not who does what.
 */
final class Uebergabe {

    private final Namenswechsel namen;
    private final String vonKennung;
    private final String anKennung;
    private int aufgaben;
    private int zurueck;

    Uebergabe(ExecutionEntity hier, List<String> namen) {
        vonKennung = text(hier, "wechselVonKennung");
        anKennung = text(hier, "wechselAnKennung");
        this.namen = new Namenswechsel(namen, text(hier, "wechselVon"), text(hier, "wechselAn"), vonKennung, anKennung);
    }

    private static String text(ExecutionEntity hier, String name) {
        return Objects.toString(hier.getVariable(name), "").strip();
    }

    /** Whoever has copied a value from the frame gets the new one; the frame has it then in any case. */
    static void ersetze(ExecutionEntity hier, List<String> namen) {
        namen.forEach(name -> {
            Work.frame().setVariable(name, hier.getVariableTyped(name));
            Namenswechsel.oeffentliche(hier.getRootProcessInstanceId()).filter(i -> i.hasVariableLocal(name))
                    .forEach(i -> i.setVariableLocal(name, hier.getVariableTyped(name)));
        });
    }

    SpinJsonNode fuehreDurch() {
        Set<String> rollen = rollen();
        if (!vonKennung.isEmpty()) {
            Baum.offeneAufgaben().stream().filter(a -> vonKennung.equals(a.getAssignee())).forEach(a -> uebergib(a, rollen));
        }
        int stellen = namen.ersetze(Work.here().getRootProcessInstanceId()).size();
        return Spin.JSON("{}").prop("aufgaben", aufgaben).prop("zurueck", zurueck).prop("stellen", stellen);
    }

    /** Groups of the new person; nobody by that id is a slip of the pen. */
    private Set<String> rollen() {
        var personen = Context.getProcessEngineConfiguration().getIdentityService();
        if (anKennung.isEmpty()) {
            return Set.of();
        }
        if (Work.unrestricted(() -> personen.createUserQuery().userId(anKennung).count()) == 0) {
            throw new Refusal(BAD_REQUEST, "Die Kennung „" + anKennung + "“ gibt es nicht. Bitte prüfen Sie die Schreibweise, "
                    + "oder lassen Sie das Feld leer, wenn die Person keinen Zugang hat.");
        }
        if (!gehoertZurKommune(personen)) {
            throw new Refusal(BAD_REQUEST, "„" + anKennung + "“ arbeitet nicht für diese Kommune. Bitte nennen Sie eine Person aus "
                    + "der Kommune, oder lassen Sie die Administration sie zuerst hinzufügen.");
        }
        return Work.unrestricted(() -> personen.createGroupQuery().groupMember(anKennung).list()).stream().map(g -> g.getId())
                .collect(Collectors.toSet());
    }

    private boolean gehoertZurKommune(IdentityService personen) {
        String kommune = Work.frame().getTenantId();
        return kommune == null || Work.unrestricted(() -> personen.createTenantQuery().tenantId(kommune).userMember(anKennung)
                .includingGroupsOfUser(true).count()) > 0;
    }

    private void uebergib(TaskEntity aufgabe, Set<String> rollen) {
        boolean passt = aufgabe.getCandidates().stream().anyMatch(k -> rollen.contains(k.getGroupId()));
        Assignment.change(aufgabe, a -> a.setAssignee(passt ? anKennung : null));
        aufgaben += passt ? 1 : 0;
        zurueck += passt ? 0 : 1;
    }
}
