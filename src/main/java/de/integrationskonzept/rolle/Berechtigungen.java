package de.integrationskonzept.rolle;

import de.integrationskonzept.formular.Formulare;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.camunda.bpm.engine.authorization.HistoricProcessInstancePermissions;
import org.camunda.bpm.engine.authorization.Permission;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resource;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.authorization.TaskPermissions;
import org.camunda.bpm.engine.impl.cfg.auth.DefaultAuthorizationProvider;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.CachedDbEntity;
import org.camunda.bpm.engine.impl.db.entitymanager.cache.DbEntityState;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationEntity;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.repository.Deployment;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.task.Task;

/**
 * Which rights come with a task, a file and a model. Whoever has a task may read it, work on it and plan it, but not
 * write variables past its form; whole files are readable by the roles that see them; the Integrationsbeauftragte may
 * also work on tasks whose form offers recording "im Auftrag".
 */
class Berechtigungen extends DefaultAuthorizationProvider {

    private final Rollen rollen;
    private final Formulare formulare;

    Berechtigungen(Rollen rollen, Formulare formulare) {
        this.rollen = rollen;
        this.formulare = formulare;
    }

    @Override
    protected Permission[] getRuntimePermissions(boolean enforceSpecificVariablePermission) {
        return new Permission[] {Permissions.READ, Permissions.TASK_WORK, Permissions.TASK_ASSIGN, TaskPermissions.READ_VARIABLE};
    }

    @Override
    public AuthorizationEntity[] newTaskGroupIdentityLink(Task task, String groupId, String type) {
        AuthorizationEntity[] eigene = super.newTaskGroupIdentityLink(task, groupId, type);
        boolean imAuftrag = !Rollen.INTEGRATIONSBEAUFTRAGTE.equals(groupId)
                && formulare.zu((TaskEntity) task).flatMap(f -> f.feldMit("capability", Zustaendigkeit.IM_AUFTRAG)).isPresent();
        return imAuftrag ? zusammen(eigene, super.newTaskGroupIdentityLink(task, Rollen.INTEGRATIONSBEAUFTRAGTE, type)) : eigene;
    }

    /** A task that is not stored yet has no rights that are, so the database need not be asked. */
    @Override
    protected AuthorizationEntity getGrantAuthorizationByGroupId(String rolle, Resource art, String id) {
        CachedDbEntity aufgabe = Context.getCommandContext().getDbEntityManager().getDbEntityCache().getCachedEntity(TaskEntity.class, id);
        return aufgabe != null && aufgabe.getEntityState() == DbEntityState.TRANSIENT ? null : super.getGrantAuthorizationByGroupId(rolle, art, id);
    }

    /** Whoever deploys may not delete it again: with the models the running files would go. That is for administrators. */
    @Override
    public AuthorizationEntity[] newDeployment(Deployment deployment) {
        return null;
    }

    /** What the roles that see files may do with this one: read its frame, while it runs and afterwards. */
    AuthorizationEntity[] fuerRahmen(String instanz) {
        List<AuthorizationEntity> rechte = new ArrayList<>();
        for (String rolle : rollen.mit(Rollen.Sicht.AKTE)) {
            rechte.add(recht(rolle, Resources.PROCESS_INSTANCE, instanz, Permissions.READ));
            AuthorizationEntity geschichte = recht(rolle, Resources.HISTORIC_PROCESS_INSTANCE, instanz,
                    HistoricProcessInstancePermissions.READ);
            geschichte.setRootProcessInstanceId(instanz);
            rechte.add(geschichte);
        }
        return rechte.toArray(AuthorizationEntity[]::new);
    }

    @Override
    public AuthorizationEntity[] newProcessDefinition(ProcessDefinition definition) {
        if (VertraulicheProzesse.sind(definition)) {
            return null;
        }
        return rollen.mit(Rollen.Sicht.VERLAUF).stream()
                .filter(rolle -> getGrantAuthorizationByGroupId(rolle, Resources.PROCESS_DEFINITION, definition.getKey()) == null)
                .map(rolle -> recht(rolle, Resources.PROCESS_DEFINITION, definition.getKey(), ProcessDefinitionPermissions.READ,
                        ProcessDefinitionPermissions.READ_INSTANCE, ProcessDefinitionPermissions.READ_TASK,
                        ProcessDefinitionPermissions.READ_HISTORY))
                .toArray(AuthorizationEntity[]::new);
    }

    private AuthorizationEntity recht(String rolle, Resource art, String id, Permission... rechte) {
        return createGrantAuthorization(null, rolle, art, id, rechte);
    }

    private static AuthorizationEntity[] zusammen(AuthorizationEntity[] eins, AuthorizationEntity[] zwei) {
        AuthorizationEntity[] alle = Arrays.copyOf(eins, eins.length + zwei.length);
        System.arraycopy(zwei, 0, alle, eins.length, zwei.length);
        return alle;
    }
}
