package de.integrationskonzept.rolle;

import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * The municipality and its roles, as data: a further Fachbereich is a line in the configuration.
 *
 * @param kommune the municipality whose files are kept when nothing else is said
 * @param rollen roles = groups of the engine
 */
@ConfigurationProperties("integrationskonzept")
public record Rollen(Kommune kommune, List<Rolle> rollen) {

    /** The role that leads the file and records on behalf of others. */
    public static final String INTEGRATIONSBEAUFTRAGTE = "integrationsbeauftragte";

    /** @param id tenant id, {@code name} as people read it, {@code schluessel} its official key where the id is none, null for none */
    record Kommune(String id, String name, String schluessel) {
    }

    /**
     * @param id group id, {@code name} as people read it
     * @param sieht what the role sees beside its own tasks
     */
    record Rolle(String id, String name, Sicht sieht) {
    }

    /** What a role sees beside its own tasks. */
    enum Sicht { AUFGABEN, AKTE, VERLAUF, MODELLE, NICHTS }

    /** Names of the roles by group id, in their order. */
    public java.util.Map<String, String> namen() {
        java.util.Map<String, String> namen = new java.util.LinkedHashMap<>();
        rollen.forEach(r -> namen.put(r.id(), r.name()));
        return namen;
    }

    /** Roles whose people find tasks in Tasklist. */
    public List<String> mitAufgaben() {
        return rollen.stream().filter(r -> r.sieht() == Sicht.AUFGABEN || r.sieht() == Sicht.AKTE).map(Rolle::id).toList();
    }

    List<String> mit(Sicht sicht) {
        return rollen.stream().filter(r -> r.sieht() == sicht).map(Rolle::id).toList();
    }
}
