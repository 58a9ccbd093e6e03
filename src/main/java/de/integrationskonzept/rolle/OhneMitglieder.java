package de.integrationskonzept.rolle;

import de.integrationskonzept.engine.UserTaskConvention;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * No task lies for ever. One for a role that nobody in the Kommune has goes to the Integrationsbeauftragte, to be recorded
 * "im Auftrag"; one for a person whom the file names, but who has left, goes to the role.
 */
@Component
@Order(OhneMitglieder.PLATZ)
public class OhneMitglieder extends UserTaskConvention {

    /** Before whatever asks who can do the task. */
    static final int PLATZ = Ordered.LOWEST_PRECEDENCE - 1;

    @Override
    protected void created(DelegateTask aufgabe) {
        String person = aufgabe.getAssignee();
        if (Kennzeichen.istPseudonym(person) || person != null && !Zugehoerigkeit.gehoert(person, aufgabe.getTenantId())) {
            aufgabe.setAssignee(null);
        }
        if (aufgabe.getAssignee() == null) {
            findeJemanden(aufgabe);
        }
    }

    /** Once more, after a task has got another role. */
    public static void findeJemanden(DelegateTask aufgabe) {
        findeJemanden(aufgabe, null);
    }

    /** @param ohne somebody who is about to leave the role, null for nobody */
    static void findeJemanden(DelegateTask aufgabe, String ohne) {
        List<String> gruppen = aufgabe.getCandidates().stream().map(IdentityLink::getGroupId).filter(g -> g != null).toList();
        if (!gruppen.contains(Rollen.INTEGRATIONSBEAUFTRAGTE)
                && gruppen.stream().noneMatch(g -> Zugehoerigkeit.besetzt(g, aufgabe.getTenantId(), ohne))) {
            aufgabe.addCandidateGroup(Rollen.INTEGRATIONSBEAUFTRAGTE);
        }
    }
}
