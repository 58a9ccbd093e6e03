package de.integrationskonzept.anmeldung;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.function.Supplier;
import org.apache.catalina.Session;
import org.apache.catalina.session.StandardSession;
import org.apache.catalina.session.StoreBase;
import org.springframework.dao.DataAccessException;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;

/** The table {@code IK_SITZUNG}. It is closed while the application has no tables yet, and when it has begun to stop. */
class Sitzungsablage extends StoreBase {

    private static final String[] KEINE = {};

    private final Supplier<JdbcTemplate> jdbc;
    private volatile boolean offen;

    Sitzungsablage(Supplier<JdbcTemplate> jdbc) {
        this.jdbc = jdbc;
    }

    void oeffne(boolean offen) {
        this.offen = offen;
    }

    boolean istOffen() {
        return offen;
    }

    @Override
    public void save(Session session) throws IOException {
        StandardSession sitzung = (StandardSession) session;
        ByteArrayOutputStream daten = new ByteArrayOutputStream();
        try (ObjectOutputStream schreibend = new ObjectOutputStream(daten)) {
            sitzung.writeObjectData(schreibend);
        }
        versuche(() -> {
            Object[] werte = {Sitzungsverwaltung.person(sitzung), utc(sitzung.getThisAccessedTime()), daten.toByteArray(), sitzung.getIdInternal()};
            return jdbc.get().update("update IK_SITZUNG set PERSON = ?, ZULETZT = ?, SITZUNGSDATEN = ? where SITZUNG = ?", werte) == 1 ? 1
                    : jdbc.get().update("insert into IK_SITZUNG (PERSON, ZULETZT, SITZUNGSDATEN, SITZUNG) values (?, ?, ?, ?)", werte);
        });
    }

    @Override
    public Session load(String id) throws IOException, ClassNotFoundException {
        byte[] daten = versuche(() -> jdbc.get().query("select SITZUNGSDATEN from IK_SITZUNG where SITZUNG = ? and ZULETZT > ?",
                zeile -> zeile.next() ? zeile.getBytes(1) : null, id, abgelaufen()));
        if (daten == null) {
            return null;
        }
        StandardSession sitzung = (StandardSession) getManager().createEmptySession();
        try (ObjectInputStream lesend = getObjectInputStream(new ByteArrayInputStream(daten))) {
            sitzung.readObjectData(lesend);
        }
        sitzung.setManager(getManager());
        return sitzung;
    }

    @Override
    public void remove(String id) throws IOException {
        versuche(() -> jdbc.get().update("delete from IK_SITZUNG where SITZUNG = ?", id));
    }

    /** Of all nodes. A session that is in use is written anew in time. */
    @Override
    public void processExpires() {
        if (offen) {
            try {
                jdbc.get().update("delete from IK_SITZUNG where ZULETZT < ?", abgelaufen().minus(Sitzungsverwaltung.AUFFRISCHUNG));
            } catch (DataAccessException spaeter) {
                // The next round is in a few seconds.
            }
        }
    }

    private LocalDateTime abgelaufen() {
        return utc(System.currentTimeMillis()).minus(Duration.ofMinutes(getManager().getContext().getSessionTimeout()));
    }

    private <T> T versuche(Supplier<T> arbeit) throws IOException {
        try {
            return offen ? arbeit.get() : null;
        } catch (DataIntegrityViolationException kontoWeg) {
            return null; // the session outlives its person by some seconds
        } catch (DataAccessException gestoert) {
            throw new IOException(gestoert);
        }
    }

    private static LocalDateTime utc(long millisekunden) {
        return LocalDateTime.ofInstant(Instant.ofEpochMilli(millisekunden), ZoneOffset.UTC);
    }

    /** Sessions are looked up one by one, never all. */
    @Override
    public String[] keys() {
        return KEINE;
    }

    @Override
    public int getSize() {
        return 0;
    }

    @Override
    public void clear() {
        // Other nodes may need them.
    }
}
