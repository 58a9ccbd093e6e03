package de.integrationskonzept.engine;

import java.util.List;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.identity.Authentication;

/** Who speaks to the engine in the current command. */
public final class Caller {

    private Caller() {
    }

    private static Authentication authentication() {
        return Context.getCommandContext() == null ? null : Context.getCommandContext().getAuthentication();
    }

    /** The user id, or null when the engine or a job works on its own. */
    public static String userId() {
        Authentication authentication = authentication();
        return authentication == null ? null : authentication.getUserId();
    }

    /** The groups of the user, empty when nobody is logged in. */
    public static List<String> groups() {
        Authentication authentication = authentication();
        return authentication == null || authentication.getGroupIds() == null ? List.of() : authentication.getGroupIds();
    }

    /** A person without the rights of an administrator: for them the side doors are shut. */
    public static boolean isStaff() {
        return userId() != null && !isAdministrator(authentication());
    }

    /** @param who null is nobody */
    public static boolean isAdministrator(Authentication who) {
        return who != null && who.getGroupIds() != null && who.getGroupIds().contains(Groups.CAMUNDA_ADMIN);
    }
}
