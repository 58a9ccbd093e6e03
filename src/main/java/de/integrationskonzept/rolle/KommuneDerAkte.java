package de.integrationskonzept.rolle;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;

import de.integrationskonzept.engine.Caller;
import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.engine.Work;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProvider;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderCaseInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderHistoricDecisionInstanceContext;
import org.camunda.bpm.engine.impl.cfg.multitenancy.TenantIdProviderProcessInstanceContext;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;

/**
 * Every file belongs to the Kommune (tenant) of the person who opens it, and all that it calls or begins to the same one:
 * the person, or the job, that happens to trigger a later year has no say in whose it is. Whoever works for several Kommunen
 * says which one by its name in the start form; so does an administrator.
 */
class KommuneDerAkte implements TenantIdProvider {

    /** The field of the start form. */
    private static final String NAME = "kommuneName";

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
        return Work.beginningFor().orElseGet(() -> beginnend.isPresent() ? beginnend.get().getTenantId() : derPerson(ctx.getVariables()));
    }

    private String derPerson(Map<String, Object> angaben) {
        Authentication person = Context.getCommandContext().getAuthentication();
        List<String> eigene = person == null || person.getTenantIds() == null ? List.of() : person.getTenantIds();
        if (eigene.size() == 1) {
            return eigene.get(0);
        }
        List<Tenant> alle = Zugehoerigkeit.alle();
        if (person == null || person.getUserId() == null || alle.size() < 2) {
            return vorgabe;
        }
        List<Tenant> kommunen = eigene.isEmpty() && !Caller.isStaff() ? alle : alle.stream().filter(k -> eigene.contains(k.getId())).toList();
        return Zugehoerigkeit.mitNamen(kommunen, angaben.get(NAME)).map(Tenant::getId).orElseThrow(() -> unklar(kommunen));
    }

    private static Refusal unklar(List<Tenant> kommunen) {
        return new Refusal(BAD_REQUEST, kommunen.isEmpty() ? "Sie sind noch keiner Kommune zugeordnet. Bitte wenden Sie sich an die "
                + "Administration; danach können Sie die Akte anlegen."
                : "Sie arbeiten für mehrere Kommunen. Bitte geben Sie als Name der Kommune genau einen von diesen an: "
                + kommunen.stream().map(Tenant::getName).collect(Collectors.joining(", ")) + ".");
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
