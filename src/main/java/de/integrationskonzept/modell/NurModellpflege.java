package de.integrationskonzept.modell;

import static jakarta.ws.rs.core.Response.Status.FORBIDDEN;

import de.integrationskonzept.engine.Caller;
import de.integrationskonzept.engine.Refusal;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.stereotype.Component;

/** Who may look after the models: the role of that name, and the administration. */
@Component
class NurModellpflege {

    static final String ROLLE = "modellpflege";

    private final IdentityService identitaeten;

    NurModellpflege(IdentityService identitaeten) {
        this.identitaeten = identitaeten;
    }

    /** @return the user id */
    String verlange() {
        Authentication wer = identitaeten.getCurrentAuthentication();
        if (!Caller.isAdministrator(wer) && (wer.getGroupIds() == null || !wer.getGroupIds().contains(ROLLE))) {
            throw new Refusal(FORBIDDEN, "Das kann nur die Modellpflege. Bitte wenden Sie sich an sie.");
        }
        return wer.getUserId();
    }
}
