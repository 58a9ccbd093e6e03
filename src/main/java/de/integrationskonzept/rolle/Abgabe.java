package de.integrationskonzept.rolle;

import de.integrationskonzept.engine.Assignment;
import de.integrationskonzept.engine.Work;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.AuthorizationQuery;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.task.DelegationState;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.IdentityLinkType;

/**
 * Somebody leaves: open tasks that they had taken go back to the role, and where nobody else has the role to the
 * Integrationsbeauftragte. What they did before stays as it is. Only within a command; memberships may be ended before or
 * after in it, the person does not count either way.
 */
final class Abgabe {

    /** Rights that the engine takes away itself when it deletes a person. */
    private static final Set<Integer> VON_DER_ENGINE = Set.of(Resources.USER.resourceType(), Resources.TENANT.resourceType());

    private final String person;
    private final Set<String> rollen;
    private final Set<String> kommunen;

    Abgabe(String person) {
        this.person = person;
        rollen = new TreeSet<>(Zugehoerigkeit.rollen(person));
        kommunen = new TreeSet<>(Zugehoerigkeit.kommunen(person));
    }

    /** The person leaves the application; nobody who gets the same id later inherits a right. */
    int alles() {
        int aufgaben = gibZurueck(a -> true);
        rollen.forEach(rolle -> kommunen.forEach(kommune -> vertrete(rolle, kommune)));
        loesche(rechte(), recht -> !VON_DER_ENGINE.contains(recht.getResourceType()));
        return aufgaben;
    }

    void rolle(String rolle) {
        Set<String> uebrig = new TreeSet<>(rollen);
        uebrig.remove(rolle);
        gibZurueck(a -> gruppen(a).contains(rolle) && gruppen(a).stream().noneMatch(uebrig::contains));
        kommunen.forEach(kommune -> vertrete(rolle, kommune));
    }

    void kommune(String kommune) {
        gibZurueck(a -> kommune.equals(a.getTenantId()));
        rollen.forEach(rolle -> vertrete(rolle, kommune));
    }

    /** Open tasks that the person had taken go to somebody who has all their roles. */
    int an(String nachfolge) {
        List<TaskEntity> aufgaben = aufgaben();
        aufgaben.forEach(aufgabe -> {
            Assignment.change(aufgabe, a -> uebergib(a, nachfolge));
            vergissRechte(aufgabe);
        });
        return aufgaben.size();
    }

    private void uebergib(TaskEntity aufgabe, String nachfolge) {
        if (person.equals(aufgabe.getOwner())) {
            aufgabe.setOwner(nachfolge);
        }
        if (person.equals(aufgabe.getAssignee())) {
            aufgabe.setAssignee(nachfolge);
        }
    }

    private int gibZurueck(Predicate<TaskEntity> welche) {
        List<TaskEntity> aufgaben = aufgaben().stream().filter(welche).toList();
        aufgaben.forEach(aufgabe -> {
            Assignment.change(aufgabe, this::gibZurueck);
            vergissRechte(aufgabe);
        });
        return aufgaben.size();
    }

    /** What somebody else had passed on for help goes back to them. */
    private void gibZurueck(TaskEntity aufgabe) {
        if (person.equals(aufgabe.getOwner())) {
            aufgabe.setOwner(null);
        }
        if (person.equals(aufgabe.getAssignee())) {
            aufgabe.setAssignee(aufgabe.getOwner());
            if (aufgabe.getDelegationState() == DelegationState.PENDING) {
                aufgabe.setDelegationState(aufgabe.getOwner() == null ? null : DelegationState.RESOLVED);
            }
        }
        aufgabe.deleteUserIdentityLink(person, IdentityLinkType.CANDIDATE);
    }

    /** Tasks of a role that nobody else has lie before the Integrationsbeauftragte, too. */
    private void vertrete(String rolle, String kommune) {
        if (!Zugehoerigkeit.besetzt(rolle, kommune, person)) {
            suche("TENANT_ID_ = #{kommune} and ID_ in (select TASK_ID_ from ACT_RU_IDENTITYLINK where GROUP_ID_ = #{rolle})",
                    kommune, rolle).forEach(aufgabe -> Assignment.change(aufgabe, a -> OhneMitglieder.findeJemanden(a, person)));
        }
    }

    private List<TaskEntity> aufgaben() {
        return suche("ASSIGNEE_ = #{person} or OWNER_ = #{person} or ID_ in (select TASK_ID_ from ACT_RU_IDENTITYLINK "
                + "where USER_ID_ = #{person})", null, null);
    }

    private List<TaskEntity> suche(String bedingung, String kommune, String rolle) {
        var dienst = Context.getProcessEngineConfiguration().getTaskService();
        return Work.unrestricted(() -> dienst.createNativeTaskQuery().sql("select * from ACT_RU_TASK where " + bedingung)
                        .parameter("person", person).parameter("kommune", kommune).parameter("rolle", rolle).list()).stream()
                .map(TaskEntity.class::cast).toList();
    }

    private static List<String> gruppen(TaskEntity aufgabe) {
        return aufgabe.getCandidates().stream().map(IdentityLink::getGroupId).filter(g -> g != null).toList();
    }

    /** The engine leaves a person the rights to a task that they once had. */
    private void vergissRechte(TaskEntity aufgabe) {
        loesche(rechte().resourceType(Resources.TASK).resourceId(aufgabe.getId()), recht -> true);
    }

    private AuthorizationQuery rechte() {
        return dienst().createAuthorizationQuery().userIdIn(person);
    }

    private static void loesche(AuthorizationQuery rechte, Predicate<Authorization> welche) {
        Work.unrestricted(() -> {
            rechte.unlimitedList().stream().filter(welche).map(Authorization::getId).forEach(dienst()::deleteAuthorization);
            return null;
        });
    }

    private static AuthorizationService dienst() {
        return Context.getProcessEngineConfiguration().getAuthorizationService();
    }
}
