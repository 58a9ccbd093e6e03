package de.integrationskonzept.modell;

/**
 * A version that still runs.
 *
 * @param definition its id, {@code version} counted by the engine
 * @param fassung version tag, null when the model has none
 * @param laufend number of its running instances
 */
record Quelle(String definition, int version, String fassung, int laufend) {
}
