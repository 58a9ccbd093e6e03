package de.integrationskonzept.engine;

import static jakarta.ws.rs.core.Response.Status.SERVICE_UNAVAILABLE;

import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.util.Optional;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The database answers nobody: all connections are taken, or it is down. Nobody's mistake, and mostly soon over. */
final class DatabaseAway {

    /** When to come back, in seconds. */
    static final String RETRY_AFTER = "30";

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAway.class);
    /** Classes of SQLSTATE: a connection that is lost, no room for another one, a server that stops or begins. */
    private static final Pattern AWAY = Pattern.compile("08.*|53.*|57P.*");

    private DatabaseAway() {
    }

    /** What people are told when that is why something failed. A change may have been stored just before: they are to look first. */
    static Optional<Refusal> of(Throwable failure) {
        return RestErrors.cause(failure, SQLException.class).filter(DatabaseAway::isAway).map(away -> {
            LOG.warn("no connection to the database: {}", away.getMessage());
            return new Refusal(SERVICE_UNAVAILABLE, "Die Anwendung ist gerade überlastet oder erreicht ihre Datenbank nicht. Bitte laden Sie die "
                    + "Seite in einer Minute neu und versuchen Sie es dann noch einmal.");
        });
    }

    private static boolean isAway(SQLException failure) {
        return failure instanceof SQLTransientConnectionException || failure.getSQLState() != null && AWAY.matcher(failure.getSQLState()).matches()
                // What the pool says of a connection that broke while it was in use.
                || "Connection is closed".equals(failure.getMessage());
    }
}
