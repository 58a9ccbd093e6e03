package de.integrationskonzept.nachricht;

/**
 * The mail did not get through. The sentence goes to Cockpit, so it names no address, and no cause is kept: what mail
 * servers answer usually quotes one.
 */
final class NichtZugestellt extends RuntimeException {

    private final boolean endgueltig;
    private final Integer antwort;

    /** @param antwort code of the server, null when there was none */
    NichtZugestellt(boolean endgueltig, Integer antwort, String satz) {
        super(satz, null, false, false);
        this.endgueltig = endgueltig;
        this.antwort = antwort;
    }

    boolean endgueltig() {
        return endgueltig;
    }

    Integer antwort() {
        return antwort;
    }
}
