package de.integrationskonzept.modell;

/** A step where files can go on; {@code art} is a word for its kind, only the same kinds go together. */
record Wahl(String element, String name, String art) {
}
