package de.integrationskonzept.leistung;

import de.integrationskonzept.Rest;
import java.util.Arrays;
import java.util.Map;
import java.util.function.Supplier;

/**
 * A page as somebody opens it: one or more requests to the running application.
 *
 * @param aufruf sends the request and gives back what came
 */
record Seite(String name, Supplier<Rest.Antwort> aufruf) {

    /** @param anweisungen SQL statements of one call */
    record Messung(double[] millisekunden, long anweisungen, int status, int zeichen) {

        /** @param anteil 0.5 for the median, 0.95 … */
        double perzentil(double anteil) {
            double[] sortiert = millisekunden.clone();
            Arrays.sort(sortiert);
            return sortiert[Math.min(sortiert.length - 1, (int) Math.ceil(anteil * sortiert.length) - 1)];
        }
    }

    static Seite get(String name, Rest.Person person, String pfad) {
        return new Seite(name, () -> person.lies(pfad, "*/*"));
    }

    static Seite post(String name, Rest.Person person, String pfad, String als, Map<String, Object> abfrage) {
        return new Seite(name, () -> person.lies(pfad, als, abfrage));
    }
}
