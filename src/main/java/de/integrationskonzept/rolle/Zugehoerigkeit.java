package de.integrationskonzept.rolle;

import de.integrationskonzept.engine.Work;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;
import org.camunda.bpm.engine.identity.User;
import org.camunda.bpm.engine.identity.UserQuery;
import org.camunda.bpm.engine.impl.context.Context;

/**
 * Who works for which Kommune. With a single Kommune its roles belong to it, and whoever has one of them; with several,
 * people belong to them themselves. Looked up without regard to the rights of the caller; only within a command.
 */
public final class Zugehoerigkeit {

    private Zugehoerigkeit() {
    }

    /** Also an administrator, who works for all; always without a Kommune. */
    public static boolean gehoert(String person, String kommune) {
        return kommune == null || kommunen(person).contains(kommune) || rollen(person).contains(Groups.CAMUNDA_ADMIN);
    }

    public static Set<String> kommunen(String person) {
        return suche(dienst -> dienst.createTenantQuery().userMember(person).includingGroupsOfUser(true).unlimitedList().stream()
                .map(Tenant::getId).collect(Collectors.toSet()));
    }

    public static Set<String> rollen(String person) {
        return suche(dienst -> dienst.createGroupQuery().groupMember(person).unlimitedList().stream().map(Group::getId)
                .collect(Collectors.toSet()));
    }

    /** The people of that role in that Kommune (null: everywhere), to be asked without rights. */
    static UserQuery inDerRolle(String rolle, String kommune) {
        IdentityService dienst = dienst();
        UserQuery alle = dienst.createUserQuery().memberOfGroup(rolle);
        boolean ganzeRolle = kommune == null || dienst.createGroupQuery().groupId(rolle).memberOfTenant(kommune).count() > 0;
        return ganzeRolle ? alle : alle.memberOfTenant(kommune);
    }

    /** User ids of the people of that role in that Kommune, in their order. */
    public static List<String> mitglieder(String rolle, String kommune) {
        return suche(dienst -> inDerRolle(rolle, kommune).orderByUserId().asc().unlimitedList().stream().map(User::getId).toList());
    }

    /** @param ohne somebody who does not count, because they are about to leave; null for nobody */
    static boolean besetzt(String rolle, String kommune, String ohne) {
        return suche(dienst -> inDerRolle(rolle, kommune).listPage(0, 2)).stream().anyMatch(p -> !p.getId().equals(ohne));
    }

    /** The Kommune of that name among these, whatever its case. */
    static Optional<Tenant> mitNamen(List<Tenant> kommunen, Object name) {
        return kommunen.stream().filter(k -> name != null && name.toString().strip().equalsIgnoreCase(k.getName())).findFirst();
    }

    static List<Tenant> alle() {
        return suche(dienst -> dienst.createTenantQuery().orderByTenantName().asc().unlimitedList());
    }

    private interface Suche<T> {
        T in(IdentityService dienst);
    }

    private static <T> T suche(Suche<T> suche) {
        return Work.unrestricted((Callable<T>) () -> suche.in(dienst()));
    }

    private static IdentityService dienst() {
        return Context.getProcessEngineConfiguration().getIdentityService();
    }
}
