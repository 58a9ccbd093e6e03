package de.integrationskonzept.leistung;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import javax.sql.DataSource;

/** One application on two databases, one after the other: connections come from the one that is chosen now. */
final class Weiche {

    private volatile DataSource erste;
    private volatile DataSource gewaehlt;

    /** @param erste the database of the application */
    DataSource um(DataSource erste) {
        this.erste = erste;
        this.gewaehlt = erste;
        return (DataSource) Proxy.newProxyInstance(Weiche.class.getClassLoader(), new Class<?>[] {DataSource.class}, (huelle, methode, argumente) -> {
            try {
                return methode.invoke(gewaehlt, argumente);
            } catch (InvocationTargetException fehler) {
                throw fehler.getCause();
            }
        });
    }

    DataSource erste() {
        return erste;
    }

    void waehle(DataSource datenbank) {
        gewaehlt = datenbank;
    }
}
