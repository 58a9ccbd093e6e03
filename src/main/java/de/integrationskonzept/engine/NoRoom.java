package de.integrationskonzept.engine;

import static jakarta.ws.rs.core.Response.Status.SERVICE_UNAVAILABLE;

import java.io.File;
import java.io.IOException;
import java.sql.SQLException;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A disk is full, that of the database or that of temporary files: nobody's mistake, nothing was done, and it may be over soon. */
public final class NoRoom {

    private static final Logger LOG = LoggerFactory.getLogger(NoRoom.class);
    /** SQLSTATE of PostgreSQL. */
    private static final String DISK_FULL = "53100";
    private static final long ENOUGH = 32L * 1024 * 1024;

    private NoRoom() {
    }

    /** What people are told when that is why something failed; the log says which disk. */
    public static Optional<Refusal> of(Throwable failure) {
        if (RestErrors.cause(failure, SQLException.class).filter(e -> DISK_FULL.equals(e.getSQLState())).isPresent()) {
            LOG.error("the disk of the database is full");
        } else if (RestErrors.cause(failure, IOException.class).isPresent()
                && new File(System.getProperty("java.io.tmpdir")).getUsableSpace() < ENOUGH) {
            LOG.error("the disk of temporary files is full: {}", System.getProperty("java.io.tmpdir"));
        } else {
            return Optional.empty();
        }
        return Optional.of(new Refusal(SERVICE_UNAVAILABLE, "Auf dem Server ist kein Speicherplatz mehr frei. Es wurde nichts "
                + "gespeichert. Bitte sagen Sie der Administration Bescheid und versuchen Sie es später noch einmal."));
    }
}
