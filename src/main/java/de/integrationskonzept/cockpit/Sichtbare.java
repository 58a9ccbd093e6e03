package de.integrationskonzept.cockpit;

import de.integrationskonzept.engine.Caller;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.HistoricProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/**
 * Which files the caller may see, as a condition of SQL, so that it costs the same whatever their number: those of their own
 * Kommunen, all of them or those whose frame they may read. The same as the engine answers for one file.
 */
@Component
class Sichtbare {

    private static final int GRANT = 1;
    private static final int REVOKE = 2;

    /** READ is the second bit; both databases divide and take remainders alike. Asked for once, not for each row. */
    private static final String RECHTE = "(select A.RESOURCE_ID_ from ACT_RU_AUTHORIZATION A where A.RESOURCE_ID_ is not null and A.RESOURCE_TYPE_ = :art "
            + "and A.TYPE_ in (%s) and (A.GROUP_ID_ in (:gruppen) or A.USER_ID_ in (:person, '*')) and mod(A.PERMS_ / "
            + HistoricProcessInstancePermissions.READ.getValue() + ", 2) = %d)";
    private static final String GEWAEHRT = RECHTE.formatted("0, " + GRANT, 1);
    /** A right that was revoked has no read bit. */
    private static final String ENTZOGEN = RECHTE.formatted(REVOKE, 0);
    private static final String RECHT = "('*' in " + GEWAEHRT + " or L.PROZESSINSTANZ in " + GEWAEHRT + ") and '*' not in " + ENTZOGEN
            + " and L.PROZESSINSTANZ not in " + ENTZOGEN;

    private final ProcessEngine engine;

    Sichtbare(ProcessEngine engine) {
        this.engine = engine;
    }

    /** @param sql condition of a row of {@code IK_LAGE} called L, {@code werte} its parameters */
    record Bedingung(String sql, Map<String, Object> werte) {
    }

    Bedingung fuerAnfragende() {
        Authentication wer = engine.getIdentityService().getCurrentAuthentication();
        List<String> gruppen = wer.getGroupIds() == null || wer.getGroupIds().isEmpty() ? List.of("-") : wer.getGroupIds();
        boolean alle = engine.getAuthorizationService().isUserAuthorized(wer.getUserId(), wer.getGroupIds(), ProcessDefinitionPermissions.READ_HISTORY,
                Resources.PROCESS_DEFINITION, Aktenwurzeln.RAHMEN);
        // As the engine does: for administrators no Kommune is foreign.
        boolean ueberall = Caller.isAdministrator(wer);
        List<String> kommunen = wer.getTenantIds() == null || wer.getTenantIds().isEmpty() ? List.of("-") : wer.getTenantIds();
        String ort = ueberall ? "1 = 1" : "L.KOMMUNE in (:kommunen)";
        return new Bedingung("(" + ort + (alle ? "" : " and " + RECHT) + ")", Map.of("kommunen", kommunen, "gruppen", gruppen, "person", wer.getUserId(), "art",
                Resources.HISTORIC_PROCESS_INSTANCE.resourceType()));
    }
}
