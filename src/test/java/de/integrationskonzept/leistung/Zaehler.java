package de.integrationskonzept.leistung;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.sql.DataSource;

/** Counts what goes to the database: statements (each row of a batch is one) and round trips (a batch or a commit is one). */
public final class Zaehler {

    private static final Pattern ART = Pattern.compile(
            "\\s*(select|insert|update|delete).*?\\b(?:from|into|update)\\s+(?:public\\.)?(\\w+)", Pattern.CASE_INSENSITIVE | Pattern.DOTALL);

    private static final Set<String> UNBETEILIGT = Set.of("Zaehler", "Strecke", "NackteEngine", "Mitschnitt", "DurchsatzTest", "Work", "Caller", "OperationLogGuard",
            "LoggedReads", "AbandonedJobs");

    private final AtomicLong anweisungen = new AtomicLong();
    private final AtomicLong runden = new AtomicLong();
    private volatile Map<String, Integer> arten;

    public long anweisungen() {
        return anweisungen.get();
    }

    long runden() {
        return runden.get();
    }

    /** From now on also by kind ("select ACT_RU_TASK"); costs time, so not while measuring. */
    void unterscheideArten(boolean an) {
        arten = an ? new TreeMap<>() : null;
    }

    Map<String, Integer> arten() {
        return arten;
    }

    public DataSource um(DataSource echt) {
        return huelle(DataSource.class, echt, (methode, argumente, ergebnis) ->
                ergebnis instanceof Connection verbindung ? verbindung(verbindung) : ergebnis);
    }

    private Connection verbindung(Connection echt) {
        return huelle(Connection.class, echt, (methode, argumente, ergebnis) -> {
            if (methode.equals("commit")) {
                runden.incrementAndGet();
            }
            return ergebnis instanceof PreparedStatement anweisung
                    ? anweisung(PreparedStatement.class, anweisung, (String) argumente[0])
                    : ergebnis instanceof Statement anweisung ? anweisung(Statement.class, anweisung, null) : ergebnis;
        });
    }

    private <T extends Statement> T anweisung(Class<T> art, T echt, String sql) {
        return huelle(art, echt, (methode, argumente, ergebnis) -> {
            if (methode.equals("executeBatch")) {
                runden.incrementAndGet();
            } else if (methode.equals("addBatch")) {
                zaehle(sql == null ? (String) argumente[0] : sql);
            } else if (methode.startsWith("execute")) {
                runden.incrementAndGet();
                zaehle(sql == null ? (String) argumente[0] : sql);
            }
            return ergebnis;
        });
    }

    private void zaehle(String sql) {
        anweisungen.incrementAndGet();
        if (arten != null) {
            Matcher art = ART.matcher(sql.strip().toLowerCase().startsWith("update") ? "update update " + sql.strip().substring(6) : sql);
            synchronized (this) {
                arten.merge(art.find() ? art.group(1).toLowerCase() + " " + art.group(2).toUpperCase()
                        + (art.group(1).equalsIgnoreCase("select") ? woher() : "") : sql, 1, Integer::sum);
            }
        }
    }

    /** Which class of the application asked; nothing when the engine asked for itself. */
    private static String woher() {
        return StackWalker.getInstance().walk(rahmen -> rahmen.map(StackWalker.StackFrame::getClassName)
                .filter(k -> k.startsWith("de.integrationskonzept.")).map(k -> k.replaceAll(".*\\.|\\$.*", ""))
                .filter(k -> !UNBETEILIGT.contains(k)).findFirst())
                .filter(k -> !k.startsWith("Guarded")).map(k -> " <- " + k).orElse("");
    }

    private interface Danach {
        Object gib(String methode, Object[] argumente, Object ergebnis);
    }

    private static <T> T huelle(Class<T> art, T echt, Danach danach) {
        InvocationHandler weiter = (huelle, methode, argumente) -> {
            try {
                return danach.gib(methode.getName(), argumente, methode.invoke(echt, argumente));
            } catch (InvocationTargetException fehler) {
                throw fehler.getCause();
            }
        };
        return art.cast(Proxy.newProxyInstance(Zaehler.class.getClassLoader(), new Class<?>[] {art}, weiter));
    }
}
