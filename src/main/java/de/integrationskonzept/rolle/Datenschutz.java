package de.integrationskonzept.rolle;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;
import static jakarta.ws.rs.core.Response.Status.CONFLICT;
import static jakarta.ws.rs.core.Response.Status.NOT_FOUND;

import de.integrationskonzept.engine.AccessLog;
import de.integrationskonzept.engine.Refusal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What an administrator does when a person asks for their data, or leaves: tell it, or forget them. First the account goes
 * and its tasks return to their roles, in one transaction; then the person is replaced everywhere, in steps that can be
 * repeated, also when the account is gone already.
 */
@Component
class Datenschutz {

    private static final int MINDESTENS = 2;

    private final ProcessEngine engine;
    private final JdbcTemplate jdbc;
    private final TransactionTemplate schritt;
    private final AccessLog zugriffe;
    private final NurAdministration nurAdministration;

    Datenschutz(ProcessEngine engine, JdbcTemplate jdbc, PlatformTransactionManager transaktionen, AccessLog zugriffe,
            NurAdministration nurAdministration) {
        this.engine = engine;
        this.jdbc = jdbc;
        this.schritt = new TransactionTemplate(transaktionen);
        this.zugriffe = zugriffe;
        this.nurAdministration = nurAdministration;
    }

    /** @param gesucht the words that were looked for beside the user id */
    record Auskunft(String kennung, Instant stand, List<String> gesucht, List<Personendaten.Abschnitt> abschnitte) {
    }

    /**
     * @param erledigt false when it was only counted
     * @param aufgaben open tasks that go back to their role
     * @param stellen where the person was named, {@code unlesbar} contents that cannot be searched, for example scans
     */
    record Bericht(boolean erledigt, String pseudonym, boolean konto, int aufgaben, int stellen, int unlesbar, String satz) {
    }

    Auskunft auskunft(String kennung, List<String> namen) {
        String wer = nurAdministration.verlange();
        Kennzeichen person = kennzeichen(kennung, namen);
        List<Personendaten.Abschnitt> abschnitte = new Personendaten(jdbc, person).lies();
        if (abschnitte.isEmpty()) {
            throw new Refusal(NOT_FOUND, "Zu dieser Kennung ist nichts gespeichert. Bitte prüfen Sie die Schreibweise.");
        }
        zugriffe.reads(wer, "Personendaten von " + kennung, Collections.singleton(null));
        return new Auskunft(kennung, ClockUtil.getCurrentTime().toInstant(), person.begriffe(), abschnitte);
    }

    Bericht vergiss(String kennung, List<String> namen, boolean wirklich) {
        String wer = nurAdministration.verlange();
        if (kennung.equals(wer)) {
            throw new Refusal(CONFLICT, "Sie können sich nicht selbst vergessen lassen. Bitte lassen Sie das jemand anderen aus der "
                    + "Administration tun.");
        }
        Kennzeichen person = kennzeichen(kennung, namen);
        zugriffe.reads(wer, "Personendaten von " + kennung, Collections.singleton(null));
        int aufgaben = offene(kennung).size();
        boolean konto = schritt.execute(s -> konto(kennung, wirklich));
        if (wirklich) { // what did not go back with the account
            schritt.executeWithoutResult(s -> gibZurueck(kennung));
        }
        Vergessen.Ergebnis ergebnis = new Vergessen(jdbc, schritt, person, wirklich).fuehreDurch();
        return new Bericht(wirklich, person.pseudonym(), konto, aufgaben, ergebnis.stellen(), ergebnis.unlesbar(),
                satz(wirklich, person, ergebnis));
    }

    private static String satz(boolean wirklich, Kennzeichen person, Vergessen.Ergebnis ergebnis) {
        return (wirklich ? "Die Person heißt jetzt überall „" + person.pseudonym() + "“."
                : "Es ist noch nichts geändert. Bestätigen Sie den Auftrag, wenn er so stimmt; er lässt sich nicht rückgängig machen.")
                + (ergebnis.unlesbar() == 0 ? "" : " Bitte sehen Sie die Anlagen durch, die sich nicht durchsuchen lassen: "
                + ergebnis.unlesbar() + ".");
    }

    /** A user id that is a role's too, or a common word, cannot be told from that word in a text: there only names count. */
    private Kennzeichen kennzeichen(String kennung, List<String> namen) {
        if (namen.stream().anyMatch(name -> name == null || name.strip().length() < MINDESTENS)) {
            throw new Refusal(BAD_REQUEST, "Ein Name braucht mindestens zwei Zeichen. Bitte geben Sie ihn so an, wie er in den Akten steht.");
        }
        IdentityService personen = engine.getIdentityService();
        User konto = personen.createUserQuery().userId(kennung).singleResult();
        List<String> weitere = new ArrayList<>(namen);
        if (personen.createGroupQuery().groupId(kennung).count() == 0) {
            weitere.add(kennung);
        }
        return new Kennzeichen(kennung, konto == null ? weitere
                : Kennzeichen.begriffe(konto.getFirstName(), konto.getLastName(), konto.getEmail(), weitere));
    }

    /** @return whether there is, or was, an account that can be removed here; one in a directory is removed there */
    private boolean konto(String kennung, boolean wirklich) {
        IdentityService personen = engine.getIdentityService();
        boolean vorhanden = !personen.isReadOnly() && personen.createUserQuery().userId(kennung).count() > 0;
        boolean administriert = personen.createGroupQuery().groupMember(kennung).groupId(Groups.CAMUNDA_ADMIN).count() > 0;
        if (administriert && personen.createUserQuery().memberOfGroup(Groups.CAMUNDA_ADMIN).count() == 1) {
            throw new Refusal(CONFLICT, "Das ist die letzte Person in der Administration. Bitte nehmen Sie zuerst jemand anderen auf.");
        }
        if (wirklich) {
            engine.getAuthorizationService().createAuthorizationQuery().userIdIn(kennung).unlimitedList()
                    .forEach(recht -> engine.getAuthorizationService().deleteAuthorization(recht.getId()));
            if (vorhanden) {
                personen.deleteUser(kennung);
            }
        }
        return vorhanden;
    }

    private List<Task> offene(String kennung) {
        return engine.getTaskService().createNativeTaskQuery().sql("select * from ACT_RU_TASK where ASSIGNEE_ = #{person} or OWNER_ = #{person}")
                .parameter("person", kennung).list();
    }

    private void gibZurueck(String kennung) {
        ((ProcessEngineImpl) engine).getProcessEngineConfiguration().getCommandExecutorTxRequired()
                .execute(kontext -> new Abgabe(kennung).alles());
    }
}
