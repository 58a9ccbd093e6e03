package de.integrationskonzept.modell;

/**
 * @param datei file by its canonical name
 * @param element id, null for the file as a whole
 * @param ort the element in words, null for the file as a whole
 * @param art {@code fehler} stands in the way, {@code hinweis} does not
 * @param satz what is wrong and what to do
 */
record Befund(String datei, String element, String ort, String art, String satz) {
}
