package de.integrationskonzept.modell;

/**
 * Where files that stand at a place go on.
 *
 * @param ziel id, null when there is none
 * @param grund why there is none, as a German sentence; null when nobody has said where it should be
 */
record Zuordnungsweg(String ziel, Zuordnungsherkunft herkunft, String grund) {
}
