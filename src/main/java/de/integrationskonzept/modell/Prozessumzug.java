package de.integrationskonzept.modell;

import java.util.List;

/**
 * @param prozess its key, {@code name} as people read it
 * @param quellen versions that still run, the newest first
 * @param stellen where files of these versions can stand, and what else is to be confirmed
 * @param ziele where they can go on
 */
record Prozessumzug(String prozess, String name, List<Quelle> quellen, List<Stelle> stellen, List<Wahl> ziele) {
}
