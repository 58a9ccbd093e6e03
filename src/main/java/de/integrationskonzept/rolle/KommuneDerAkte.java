package de.integrationskonzept.rolle;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;

import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.engine.Work;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * Every file belongs to the Kommune (tenant) of the person who opens it, and all that it calls or begins to the same one:
 * the person, or the job, that happens to trigger a later year has no say in whose it is.
 */
class KommuneDerAkte implements TenantIdProvider {

    private final String vorgabe;

    KommuneDerAkte(String vorgabe) {
        this.vorgabe = vorgabe;
    }

    @Override
    public String provideTenantIdForProcessInstance(TenantIdProviderProcessInstanceContext ctx) {
        DelegateExecution rufend = ctx.getSuperExecution();
        if (rufend != null) {
            return rufend.getTenantId();
        }
        Optional<ExecutionEntity> beginnend = Work.atHand();
        return beginnend.isPresent() ? beginnend.get().getTenantId() : derPerson();
    }

    private String derPerson() {
        Authentication person = Context.getCommandContext().getAuthentication();
        List<String> kommunen = person == null || person.getTenantIds() == null ? List.of() : person.getTenantIds();
        if (kommunen.size() > 1) {
            throw new Refusal(BAD_REQUEST, "Sie arbeiten für mehrere Kommunen. Bitte lassen Sie die Akte von einer Person "
                    + "anlegen, die nur zu der betreffenden Kommune gehört.");
        }
        return kommunen.isEmpty() ? vorgabe : kommunen.get(0);
    }

    @Override
    public String provideTenantIdForCaseInstance(TenantIdProviderCaseInstanceContext ctx) {
        return null;
    }

    @Override
    public String provideTenantIdForHistoricDecisionInstance(TenantIdProviderHistoricDecisionInstanceContext ctx) {
        return ctx.getExecution() == null ? null : ctx.getExecution().getTenantId();
    }
}
