package de.integrationskonzept.anmeldung;

import java.io.IOException;
import java.time.Duration;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import org.apache.catalina.Session;
import org.apache.catalina.session.PersistentManagerBase;
import org.apache.catalina.session.StandardSession;
import org.camunda.bpm.webapp.impl.security.auth.Authentications;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Sessions live in the memory of the node that people work on. When somebody comes or goes it is written down at once, and a node that
 * is shown a session which it does not know looks there: so they outlive their node.
 */
class Sitzungsverwaltung extends PersistentManagerBase {

    /** A session in use is written anew after this time, so that it does not look abandoned. */
    static final Duration AUFFRISCHUNG = Duration.ofMinutes(5);

    private static final Logger LOG = LoggerFactory.getLogger(Sitzungsverwaltung.class);
    /** Where the web applications keep who it is; they set it anew at the end of each request. */
    static final String ANGEMELDET = "authenticatedUser";

    private static final String STAND = Sitzungsverwaltung.class.getName();
    /** What may be read back from the database. A login that is still under way at a provider is not worth keeping. */
    private static final String ERLAUBT = "java\\.(lang|util)\\..*|\\[.*|org\\.camunda\\.bpm\\.webapp\\.impl\\.security\\..*";

    private final Sitzungsablage ablage;
    private final String knoten;

    /** @param knoten ends the ids of sessions that begin here, so that a proxy knows where they are; empty where there is only one */
    Sitzungsverwaltung(Sitzungsablage ablage, String knoten) {
        this.ablage = ablage;
        this.knoten = knoten;
        setStore(ablage);
        setMaxIdleBackup(0);
        setProcessExpiresFrequency(1);
        setSessionAttributeValueClassNameFilter(ERLAUBT);
        setWarnOnSessionAttributeFilterFailure(false);
    }

    /** @param worte names of what it holds, {@code wann} it was written */
    private record Stand(String person, Set<String> worte, long wann) {

        boolean gilt(String wer, Set<String> was) {
            return wer.equals(person) && worte.equals(was) && System.currentTimeMillis() - wann < AUFFRISCHUNG.toMillis();
        }
    }

    @Override
    public String getJvmRoute() {
        return knoten.isEmpty() ? null : knoten;
    }

    /** Null before the login and after the logout. */
    static String person(StandardSession sitzung) {
        return sitzung.getSession().getAttribute(ANGEMELDET) instanceof Authentications wer
                ? wer.getAuthentications().stream().findFirst().map(a -> a.getIdentityId()).orElse(null) : null;
    }

    /** Somebody may have come or gone. What cannot be written now is written in the next round. */
    void merke(String id) {
        Session sitzung = sessions.get(id);
        if (sitzung != null) {
            synchronized (sitzung) {
                try {
                    writeSession(sitzung);
                } catch (IOException gestoert) {
                    LOG.debug("a session is not yet written down", gestoert);
                }
            }
        }
    }

    /** Asked in each round for each session that was used since the last one, too. */
    @Override
    protected void writeSession(Session session) throws IOException {
        StandardSession sitzung = (StandardSession) session;
        if (!ablage.istOffen() || !sitzung.isValid()) {
            return;
        }
        Stand bisher = (Stand) sitzung.getNote(STAND);
        String wer = person(sitzung);
        try {
            if (wer != null && (bisher == null || !bisher.gilt(wer, worte(sitzung)))) {
                Stand neu = stand(sitzung, wer);
                ablage.save(sitzung);
                sitzung.setNote(STAND, neu);
            } else if (wer == null && bisher != null) {
                ablage.remove(sitzung.getIdInternal());
                sitzung.removeNote(STAND);
            }
        } catch (IOException gestoert) {
            LOG.warn("a session cannot be written down: {}", gestoert.getCause() == null ? gestoert : gestoert.getCause().getClass().getName());
            throw gestoert;
        }
    }

    /** What is merely old here may be in use at another node. */
    @Override
    public void remove(Session session, boolean update) {
        boolean verfallen = System.currentTimeMillis() - session.getThisAccessedTimeInternal() >= session.getMaxInactiveInterval() * 1000L;
        if (verfallen || session.getNote(STAND) == null) {
            removeSuper(session);
        } else {
            super.remove(session, update);
        }
    }

    @Override
    protected Session swapIn(String id) throws IOException {
        StandardSession sitzung = (StandardSession) super.swapIn(id);
        if (sitzung != null && sitzung.getNote(STAND) == null) {
            sitzung.setNote(STAND, stand(sitzung, person(sitzung)));
        }
        return sitzung;
    }

    private static Stand stand(StandardSession sitzung, String wer) {
        return new Stand(wer, worte(sitzung), System.currentTimeMillis());
    }

    private static Set<String> worte(StandardSession sitzung) {
        return new HashSet<>(Collections.list(sitzung.getSession().getAttributeNames()));
    }
}
