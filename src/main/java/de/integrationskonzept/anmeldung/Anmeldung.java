package de.integrationskonzept.anmeldung;

import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the directory's people become ours; see {@code docs/anmeldung.md}. Names of groups are compared without case.
 *
 * @param praefix a group of the directory with this prefix and the id of a role is that role; empty switches it off
 * @param rollen further groups by name
 * @param kommunen values by which the directory names a Kommune; the id of a Kommune needs no line
 * @param herkunft where the values lie in the directory's answer
 * @param sitzung after this time everybody logs in anew
 */
@ConfigurationProperties("integrationskonzept.anmeldung")
record Anmeldung(@DefaultValue("ik-") String praefix, @DefaultValue List<Rolle> rollen, @DefaultValue List<Kommune> kommunen,
        @DefaultValue Herkunft herkunft, @DefaultValue("10h") Duration sitzung) {

    /** @param gruppe as the directory names it, {@code rolle} group id of ours */
    record Rolle(String gruppe, String rolle) {
    }

    /** @param wert as the directory names it, {@code kommune} tenant id of ours */
    record Kommune(String wert, String kommune) {
    }

    /**
     * Names of claims (OpenID Connect) or attributes (LDAP).
     *
     * @param kommune empty when the directory does not say it: then everybody belongs to the only Kommune
     */
    record Herkunft(@DefaultValue("preferred_username") String kennung, @DefaultValue("given_name") String vorname,
            @DefaultValue("family_name") String nachname, @DefaultValue("email") String mail,
            @DefaultValue("groups") String gruppen, @DefaultValue("") String kommune) {
    }
}
