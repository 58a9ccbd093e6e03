package de.integrationskonzept.rolle;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;
import static jakarta.ws.rs.core.Response.Status.CONFLICT;

import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.engine.Work;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.impl.IdentityServiceImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TenantEntity;

/**
 * The engine's identity service, so that people come and go without loss through every door (our pages, Admin, REST):
 * whoever leaves a role or a Kommune gives back its tasks, the last administrator stays, a Kommune with files, too, and with the second Kommune the
 * roles stop belonging to the first one. Each of these in one transaction, after the engine's own check of rights.
 * The engine has one identity service only, so a directory brings its check of passwords here instead of a service of its own.
 */
class PersonalDienst extends IdentityServiceImpl {

    private final Passwortpruefung pruefung;
    private final Iterable<Stellvertretung> stellvertretungen;

    PersonalDienst(Passwortpruefung pruefung, Iterable<Stellvertretung> stellvertretungen) {
        this.pruefung = pruefung;
        this.stellvertretungen = stellvertretungen;
    }

    @Override
    public boolean checkPassword(String kennung, String passwort) {
        return pruefung.stimmt(kennung, passwort, super::checkPassword);
    }

    @Override
    public void saveTenant(Tenant kommune) {
        commandExecutor.execute(context -> {
            boolean zweite = ((TenantEntity) kommune).getRevision() == 0 && Zugehoerigkeit.alle().size() == 1;
            super.saveTenant(kommune);
            if (zweite) {
                Zugehoerigkeit.alle().stream().filter(k -> !k.getId().equals(kommune.getId())).forEach(this::trenne);
            }
            return null;
        });
    }

    /** Files that run or are kept would be left to nobody but the administration. */
    @Override
    public void deleteTenant(String kommune) {
        commandExecutor.execute(context -> {
            super.deleteTenant(kommune);
            long akten = Work.unrestricted(() -> context.getProcessEngineConfiguration().getHistoryService()
                    .createHistoricProcessInstanceQuery().tenantIdIn(kommune).rootProcessInstances().count());
            if (akten > 0) {
                throw new Refusal(CONFLICT, "Zu dieser Kommune gibt es noch Akten: " + akten + ". Eine Kommune können Sie erst entfernen, "
                        + "wenn alle beendet sind und ihre Aufbewahrungsfrist vorbei ist.");
            }
            return null;
        });
    }

    /** From now on people belong to the Kommune themselves, not by their role; nobody who has a role is lost. */
    private void trenne(Tenant kommune) {
        Set<String> personen = new TreeSet<>();
        for (Group rolle : createGroupQuery().memberOfTenant(kommune.getId()).unlimitedList()) {
            createUserQuery().memberOfGroup(rolle.getId()).unlimitedList().stream().map(User::getId).forEach(personen::add);
            deleteTenantGroupMembership(kommune.getId(), rolle.getId());
        }
        createUserQuery().memberOfTenant(kommune.getId()).unlimitedList().stream().map(User::getId).forEach(personen::remove);
        personen.forEach(person -> createTenantUserMembership(kommune.getId(), person));
    }

    @Override
    public void createTenantGroupMembership(String kommune, String rolle) {
        commandExecutor.execute(context -> {
            super.createTenantGroupMembership(kommune, rolle);
            if (Zugehoerigkeit.alle().size() > 1) {
                throw new Refusal(BAD_REQUEST, "Es gibt mehrere Kommunen. Darum gehören Personen zu einer Kommune, nicht ganze "
                        + "Rollen. Bitte ordnen Sie die Person der Kommune zu.");
            }
            return null;
        });
    }

    @Override
    public void deleteTenantUserMembership(String kommune, String person) {
        commandExecutor.execute(context -> {
            super.deleteTenantUserMembership(kommune, person);
            new Abgabe(person).kommune(kommune);
            return null;
        });
    }

    @Override
    public void deleteMembership(String person, String rolle) {
        commandExecutor.execute(context -> {
            super.deleteMembership(person, rolle);
            if (Groups.CAMUNDA_ADMIN.equals(rolle)) {
                bleibtAdministration(person);
            }
            new Abgabe(person).rolle(rolle);
            return null;
        });
    }

    @Override
    public void deleteUser(String person) {
        commandExecutor.execute(context -> {
            super.deleteUser(person);
            bleibtAdministration(person);
            stellvertretungen.forEach(s -> s.geht(person));
            new Abgabe(person).alles();
            return null;
        });
    }

    /** Locks the administrators, so that two of them cannot remove each other in the same moment. */
    private void bleibtAdministration(String person) {
        List<User> administration = Work.unrestricted(() -> createNativeUserQuery()
                .sql("select * from ACT_ID_USER where ID_ in (select USER_ID_ from ACT_ID_MEMBERSHIP where GROUP_ID_ = #{gruppe}) "
                        + "for update").parameter("gruppe", Groups.CAMUNDA_ADMIN).list());
        if (administration.size() == 1 && administration.get(0).getId().equals(person)) {
            throw new Refusal(CONFLICT, "Das ist die letzte Person in der Administration. Bitte geben Sie zuerst jemand anderem "
                    + "die Administration; danach können Sie diese Person entfernen.");
        }
    }
}
