package de.integrationskonzept.modell;

/**
 * @param element id, {@code name} as people read it, {@code art} a word for its kind
 * @param anzahl how often running files stand there
 * @param ziel id of the step where they go on, null when somebody has to say it
 * @param herkunft gleich, anweisung, bestaetigt; vorschlag has to be confirmed; fehlt
 * @param grund why files cannot go on where one would expect it, null when there is nothing to say
 */
record Stelle(String element, String name, String art, int anzahl, String ziel, String herkunft, String grund) {
}
