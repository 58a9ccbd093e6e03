package de.integrationskonzept.rolle;

import static org.camunda.bpm.engine.authorization.Authorization.ANY;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GLOBAL;
import static org.camunda.bpm.engine.authorization.Authorization.AUTH_TYPE_GRANT;

import java.util.Arrays;
import java.util.stream.Stream;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.Authorization;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.identity.Group;
import org.camunda.bpm.engine.identity.Tenant;

/** Makes what is missing at every start: the Kommune, the roles, their standing rights, the filters of the Tasklist. */
class Einrichtung {

    /** The process that opens a file. */
    static final String RAHMEN = "integrationskonzept";

    private final IdentityService identitaeten;
    private final AuthorizationService rechte;
    private final ProcessEngine engine;
    private final Rollen rollen;

    Einrichtung(ProcessEngine engine, Rollen rollen) {
        this.engine = engine;
        this.identitaeten = engine.getIdentityService();
        this.rechte = engine.getAuthorizationService();
        this.rollen = rollen;
    }

    void richteEin() {
        kommune();
        gruppe(Groups.CAMUNDA_ADMIN, "Administration", Groups.GROUP_TYPE_SYSTEM);
        Stream.of(Resources.values()).forEach(art -> darf(Groups.CAMUNDA_ADMIN, art, ANY, Permissions.ALL));
        rollen.rollen().forEach(this::rolle);
        darf(Rollen.INTEGRATIONSBEAUFTRAGTE, Resources.PROCESS_DEFINITION, RAHMEN, Permissions.CREATE_INSTANCE);
        darf(Rollen.INTEGRATIONSBEAUFTRAGTE, Resources.PROCESS_INSTANCE, ANY, Permissions.CREATE);
        new Aufgabenfilter(engine, rollen).richteEin().forEach((filter, nurFuer) -> {
            if (nurFuer.isEmpty()) {
                darf(null, Resources.FILTER, filter, Permissions.READ);
            }
            nurFuer.forEach(rolle -> darf(rolle, Resources.FILTER, filter, Permissions.READ));
        });
    }

    private void kommune() {
        Rollen.Kommune kommune = rollen.kommune();
        if (identitaeten.createTenantQuery().tenantId(kommune.id()).count() == 0) {
            Tenant neu = identitaeten.newTenant(kommune.id());
            neu.setName(kommune.name());
            identitaeten.saveTenant(neu);
        }
    }

    private void rolle(Rollen.Rolle rolle) {
        gruppe(rolle.id(), rolle.name(), "WORKFLOW");
        // With several Kommunen people belong to them, not roles.
        if (identitaeten.createTenantQuery().count() == 1
                && identitaeten.createTenantQuery().tenantId(rollen.kommune().id()).groupMember(rolle.id()).count() == 0) {
            identitaeten.createTenantGroupMembership(rollen.kommune().id(), rolle.id());
        }
        darf(rolle.id(), Resources.APPLICATION, "welcome", Permissions.ACCESS);
        switch (rolle.sieht()) {
            case AUFGABEN, AKTE -> {
                darf(rolle.id(), Resources.APPLICATION, "tasklist", Permissions.ACCESS);
                darf(rolle.id(), Resources.PROCESS_DEFINITION, ANY, Permissions.READ);
            }
            case VERLAUF -> darf(rolle.id(), Resources.APPLICATION, "cockpit", Permissions.ACCESS);
            case MODELLE -> modelle(rolle.id());
            case NICHTS -> { }
        }
    }

    private void modelle(String rolle) {
        darf(rolle, Resources.APPLICATION, "cockpit", Permissions.ACCESS);
        darf(rolle, Resources.DEPLOYMENT, ANY, Permissions.READ, Permissions.CREATE);
        darf(rolle, Resources.PROCESS_DEFINITION, ANY, Permissions.READ);
        darf(rolle, Resources.DECISION_DEFINITION, ANY, Permissions.READ);
        darf(rolle, Resources.DECISION_REQUIREMENTS_DEFINITION, ANY, Permissions.READ);
    }

    private void gruppe(String id, String name, String art) {
        if (identitaeten.createGroupQuery().groupId(id).count() == 0) {
            Group neu = identitaeten.newGroup(id);
            neu.setName(name);
            neu.setType(art);
            identitaeten.saveGroup(neu);
        }
    }

    /** Grants what is missing; without a role it is granted to everybody. An administrator's own grants stay. */
    private void darf(String rolle, Resource art, String id, Permission... was) {
        Authorization recht = rolle == null
                ? rechte.createAuthorizationQuery().authorizationType(AUTH_TYPE_GLOBAL).resourceType(art).resourceId(id).singleResult()
                : rechte.createAuthorizationQuery().authorizationType(AUTH_TYPE_GRANT).groupIdIn(rolle).resourceType(art)
                        .resourceId(id).singleResult();
        if (recht == null) {
            recht = rechte.createNewAuthorization(rolle == null ? AUTH_TYPE_GLOBAL : AUTH_TYPE_GRANT);
            recht.setResource(art);
            recht.setResourceId(id);
            if (rolle != null) {
                recht.setGroupId(rolle);
            }
        }
        Authorization gesucht = recht;
        if (!Arrays.stream(was).allMatch(gesucht::isPermissionGranted)) {
            Arrays.stream(was).forEach(gesucht::addPermission);
            rechte.saveAuthorization(gesucht);
        }
    }
}
