package de.integrationskonzept.rolle;

/** Knows who stands in for whom: at such a task they count as of its role. */
public interface Stellvertretung {

    boolean vertritt(String aufgabe, String person);

    /** The person leaves the application: nobody who gets the same id later is away in their place, or stands in. */
    void geht(String person);
}
