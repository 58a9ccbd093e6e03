package de.integrationskonzept.rolle;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;
import static jakarta.ws.rs.core.Response.Status.NOT_FOUND;

import de.integrationskonzept.engine.Refusal;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** People who leave, and people who follow them, for an administrator. What a file says about them is changed in the file. */
@Component
public class Personal {

    private final ProcessEngine engine;
    private final TransactionTemplate transaktion;

    Personal(ProcessEngine engine, PlatformTransactionManager transaktionen) {
        this.engine = engine;
        transaktion = new TransactionTemplate(transaktionen);
    }

    /**
     * @param aufgaben open tasks that went over, or back to the role
     * @param satz what happened, and what is left to do
     */
    public record Ergebnis(String kennung, long aufgaben, List<String> rollen, List<String> kommunen, String satz) {
    }

    /** Removes the person; see {@link PersonalDienst} for what becomes of their tasks. */
    Ergebnis entferne(String kennung) {
        return transaktion.execute(t -> {
            verlange(kennung, "Diese Person gibt es nicht (mehr). Bitte prüfen Sie die Kennung.", true);
            long aufgaben = engine.getTaskService().createTaskQuery().taskAssignee(kennung).count();
            List<String> rollen = rollen(kennung);
            List<String> kommunen = kommunen(kennung);
            identitaeten().deleteUser(kennung);
            return new Ergebnis(kennung, aufgaben, rollen, kommunen, "Die Person ist entfernt. " + anzahl(aufgaben)
                    + " an die zuständige Stelle zurückgegeben. Was sie bisher bearbeitet hat, bleibt in den Akten.");
        });
    }

    /** Roles, Kommunen and open tasks of one person go to another one; the administration of the application does not. */
    public Ergebnis uebergib(String von, String an) {
        return transaktion.execute(t -> {
            verlange(von, "Diese Person gibt es nicht (mehr). Bitte prüfen Sie die Kennung.", true);
            verlange(an, "Die Person, die übernehmen soll, gibt es nicht. Bitte legen Sie sie zuerst an.", false);
            if (von.equals(an)) {
                throw new Refusal(BAD_REQUEST, "Bitte nennen Sie eine andere Person, die übernimmt.");
            }
            List<String> rollen = rollen(von);
            List<String> kommunen = kommunen(von);
            rollen.stream().filter(r -> !rollen(an).contains(r)).forEach(r -> identitaeten().createMembership(an, r));
            kommunen.stream().filter(k -> !kommunen(an).contains(k)).forEach(k -> identitaeten().createTenantUserMembership(k, an));
            int aufgaben = ((ProcessEngineImpl) engine).getProcessEngineConfiguration().getCommandExecutorTxRequired()
                    .execute(context -> new Abgabe(von).an(an));
            rollen.forEach(r -> identitaeten().deleteMembership(von, r));
            kommunen.forEach(k -> identitaeten().deleteTenantUserMembership(k, von));
            return new Ergebnis(von, aufgaben, rollen, kommunen, "Rollen und Kommunen sind übergeben. " + anzahl(aufgaben)
                    + " übergeben. Wer in einer Akte mit Namen genannt ist, zum Beispiel die Federführung, wird dort über „Akte "
                    + "nachtragen“ geändert.");
        });
    }

    private static String anzahl(long aufgaben) {
        return aufgaben == 0 ? "Keine offene Aufgabe wurde" : aufgaben == 1 ? "Eine offene Aufgabe wurde"
                : aufgaben + " offene Aufgaben wurden";
    }

    private void verlange(String kennung, String satz, boolean adresse) {
        if (kennung == null || identitaeten().createUserQuery().userId(kennung).count() == 0) {
            throw new Refusal(adresse ? NOT_FOUND : BAD_REQUEST, satz);
        }
    }

    private List<String> rollen(String kennung) {
        return identitaeten().createGroupQuery().groupMember(kennung).unlimitedList().stream().map(Group::getId)
                .filter(g -> !g.equals(Groups.CAMUNDA_ADMIN)).sorted().toList();
    }

    /** Those to which the person belongs themselves. */
    private List<String> kommunen(String kennung) {
        return identitaeten().createTenantQuery().userMember(kennung).unlimitedList().stream().map(Tenant::getId).sorted().toList();
    }

    private IdentityService identitaeten() {
        return engine.getIdentityService();
    }
}
