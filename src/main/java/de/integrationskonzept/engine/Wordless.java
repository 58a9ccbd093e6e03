package de.integrationskonzept.engine;

import java.sql.SQLException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A failure as the application log may have it: of which kind it is and where it happened, without its words, which often quote what
 * somebody has entered. Numbers that the engine and the database give their failures stay.
 */
public final class Wordless extends Exception {

    private static final Pattern NUMBER = Pattern.compile("[A-Z]+(-[A-Z]+)*-\\d+");
    private static final int DEEPEST = 20;

    private Wordless(Throwable failure, int depth) {
        super(kind(failure), failure.getCause() == null || depth == DEEPEST ? null : new Wordless(failure.getCause(), depth + 1));
        setStackTrace(failure.getStackTrace());
    }

    /** Null of null. */
    public static Exception of(Throwable failure) {
        return failure == null ? null : new Wordless(failure, 0);
    }

    private static String kind(Throwable failure) {
        if (failure instanceof SQLException sql) {
            return failure.getClass().getName() + " " + sql.getSQLState();
        }
        Matcher number = NUMBER.matcher(String.valueOf(failure.getMessage()));
        return failure.getClass().getName() + (number.lookingAt() ? " " + number.group() : "");
    }
}
