package de.integrationskonzept.modell;

import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.impl.persistence.entity.ProcessDefinitionEntity;

/**
 * A version of a process as far as running files are concerned.
 *
 * @param prozess its key, {@code name} as people read it
 * @param stellen by id
 * @param definition the same as the engine reads it, without being deployed
 */
record Zuordnungsmodell(String prozess, String name, Map<String, Wartestelle> stellen, Zuordnungsangaben angaben,
        ProcessDefinitionEntity definition) {

    Optional<Wartestelle> stelle(String id) {
        return Optional.ofNullable(id).map(stellen::get);
    }

    /** The place itself or something that lies in it. */
    boolean liegtIn(Wartestelle stelle, String bereich) {
        return stelle.id().equals(bereich) || stelle(stelle.bereich()).map(aussen -> liegtIn(aussen, bereich)).orElse(false);
    }
}
