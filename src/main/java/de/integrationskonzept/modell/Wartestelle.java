package de.integrationskonzept.modell;

/**
 * A place of a process where a file can stand, or that carries something across for files that stand elsewhere (a sub-process with
 * its variables, an event at the edge of a task with its date).
 *
 * @param id of the element; of what runs several times as a whole, the engine's {@code <id>#multiInstanceBody}
 * @param name as people read it, never empty
 * @param merkmal what it is known by beside its name: form of a task, called process, message or signal; null for none
 * @param rolle candidate groups of a task as the model has them, null for none
 * @param bereich id of what it lies in, null directly in the process
 * @param haelt a file can stand here, so it must go somewhere when the version changes
 * @param davor a file can stand here in the background before it begins, {@code danach} after it ends
 */
record Wartestelle(String id, String name, Stellenart art, String merkmal, String rolle, String bereich, boolean haelt, boolean davor,
        boolean danach) {

    private static final String MEHRFACH = "#multiInstanceBody";

    static String mehrfach(String id) {
        return id + MEHRFACH;
    }

    /** Id of the element of the model. */
    String element() {
        return id.replace(MEHRFACH, "");
    }

    boolean gleichBenannt(Wartestelle andere) {
        return name.equalsIgnoreCase(andere.name);
    }
}
