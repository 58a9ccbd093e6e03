package de.integrationskonzept.rolle;

/** Knows who stands in for whom: at such a task they count as of its role. */
public interface Stellvertretung {

    boolean vertritt(String aufgabe, String person);
}
