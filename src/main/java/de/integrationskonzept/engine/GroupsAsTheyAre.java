package de.integrationskonzept.engine;

import java.util.List;
import org.camunda.bpm.engine.impl.TaskQueryImpl;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.interceptor.Session;
import org.camunda.bpm.engine.impl.interceptor.SessionFactory;
import org.camunda.bpm.engine.impl.persistence.entity.AuthorizationManager;

/**
 * Rights are looked up for all groups of a person. Stock first asks which groups have any right at all, to leave out the others;
 * that reads the whole table of rights in each command, and finished tasks keep theirs, so it grows with the history.
 */
final class GroupsAsTheyAre extends AuthorizationManager {

    static SessionFactory factory() {
        return new SessionFactory() {
            @Override
            public Class<?> getSessionType() {
                return AuthorizationManager.class;
            }

            @Override
            public Session openSession() {
                return new GroupsAsTheyAre();
            }
        };
    }

    @Override
    public List<String> filterAuthenticatedGroupIds(List<String> authenticatedGroupIds) {
        return authenticatedGroupIds == null ? List.of() : authenticatedGroupIds;
    }

    /**
     * What is offered to a group its members may read, with each task the engine itself gives them that right. So whoever asks for tasks of
     * their own groups and for nothing else has asked for the right already; stock would join each of these tasks with all rights there are.
     */
    @Override
    public void configureTaskQuery(TaskQueryImpl query) {
        super.configureTaskQuery(query);
        if (asksForOwnGroups(query)) {
            query.getAuthCheck().setAuthorizationCheckEnabled(false);
        }
    }

    /** The other ways to name candidates would be alternatives to the groups, not further conditions. */
    private boolean asksForOwnGroups(TaskQueryImpl query) {
        Authentication person = getCurrentAuthentication();
        List<String> groups = query.getCandidateGroups();
        return person != null && person.getGroupIds() != null && groups != null && !groups.isEmpty() && !query.isOrQueryActive()
                && query.getCandidateUser() == null && query.getCandidateGroupLike() == null && person.getGroupIds().containsAll(groups);
    }
}
