package de.integrationskonzept.vertretung;

import de.integrationskonzept.rolle.Zustaendigkeit;
import java.util.Objects;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.IdentityLink;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Gives a task to somebody else together with the rights to it: the engine leaves them to whoever once had it. */
@Component
class Aufgabenwechsel {

    private final Zustaendigkeit zustaendigkeit;

    private final JdbcTemplate jdbc;

    Aufgabenwechsel(Zustaendigkeit zustaendigkeit, JdbcTemplate jdbc) {
        this.zustaendigkeit = zustaendigkeit;
        this.jdbc = jdbc;
    }

    /** Whoever had it before and has nothing to do with it any more cannot open it any more. */
    void entziehe(TaskEntity aufgabe) {
        jdbc.queryForList("select USER_ID_ from ACT_RU_AUTHORIZATION where RESOURCE_TYPE_ = ? and RESOURCE_ID_ = ? and USER_ID_ is not null",
                String.class, Resources.TASK.resourceType(), aufgabe.getId()).forEach(person -> entziehe(aufgabe, person, false));
    }

    void vollziehe(TaskEntity aufgabe, Vertretung bisher, Vertretung neu) {
        String vorher = aufgabe.getAssignee();
        if (!Objects.equals(vorher, neu.halter())) {
            aufgabe.setAssignee(neu.halter());
            entziehe(aufgabe, vorher, !Objects.equals(vorher, bisher.inhaber()));
        }
        if (!bisher.istKeine() && !bisher.selbst()) {
            entziehe(aufgabe, bisher.halter(), true);
        }
        stelle(aufgabe, bisher.stelle(), neu.stelle());
    }

    private void stelle(TaskEntity aufgabe, String bisher, String neu) {
        if (bisher != null && !bisher.equals(neu)) {
            aufgabe.deleteCandidateGroup(bisher);
            if (!zustaendigkeit.imAuftrag(aufgabe)) {
                rechte().deleteAuthorizationsByResourceIdAndGroupId(Resources.TASK, aufgabe.getId(), bisher);
                rechte().deleteAuthorizationsByResourceIdAndGroupId(Resources.HISTORIC_TASK, aufgabe.getId(), bisher);
            }
        }
        if (neu != null && !neu.equals(bisher)) {
            aufgabe.addCandidateGroup(neu);
        }
    }

    /** @param ganz also to look at it later: who only stood in has nothing to do with it any more */
    private static void entziehe(TaskEntity aufgabe, String person, boolean ganz) {
        boolean beteiligt = person == null || person.equals(aufgabe.getAssignee()) || person.equals(aufgabe.getOwner())
                || aufgabe.getCandidates().stream().map(IdentityLink::getUserId).anyMatch(person::equals);
        if (!beteiligt) {
            rechte().deleteAuthorizationsByResourceIdAndUserId(Resources.TASK, aufgabe.getId(), person);
            if (ganz) {
                rechte().deleteAuthorizationsByResourceIdAndUserId(Resources.HISTORIC_TASK, aufgabe.getId(), person);
            }
        }
    }

    private static AuthorizationManager rechte() {
        return Context.getCommandContext().getAuthorizationManager();
    }
}
