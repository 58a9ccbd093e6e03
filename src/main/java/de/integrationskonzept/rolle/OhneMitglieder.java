package de.integrationskonzept.rolle;

import de.integrationskonzept.engine.UserTaskConvention;
import de.integrationskonzept.engine.Work;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.stereotype.Component;

/** A task for a role that nobody has would lie for ever: it goes to the Integrationsbeauftragte, to be recorded "im Auftrag". */
@Component
class OhneMitglieder extends UserTaskConvention {

    @Override
    protected void created(DelegateTask aufgabe) {
        // A model may still name somebody who was forgotten meanwhile.
        if (Kennzeichen.istPseudonym(aufgabe.getAssignee())) {
            aufgabe.setAssignee(null);
        }
        List<String> gruppen = aufgabe.getCandidates().stream().map(IdentityLink::getGroupId).filter(g -> g != null).toList();
        if (aufgabe.getAssignee() == null && !gruppen.contains(Rollen.INTEGRATIONSBEAUFTRAGTE)
                && gruppen.stream().noneMatch(OhneMitglieder::hatMitglieder)) {
            aufgabe.addCandidateGroup(Rollen.INTEGRATIONSBEAUFTRAGTE);
        }
    }

    private static boolean hatMitglieder(String gruppe) {
        return Work.unrestricted(() -> Context.getProcessEngineConfiguration().getIdentityService()
                .createUserQuery().memberOfGroup(gruppe).count()) > 0;
    }
}
