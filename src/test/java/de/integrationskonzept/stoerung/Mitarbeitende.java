package de.integrationskonzept.stoerung;

import de.integrationskonzept.Fremd;
import de.integrationskonzept.Rest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * People at work, each at whatever is open: they open the form, fill it in and send it over HTTP as somebody of the role. What the
 * application promises them goes into the ledger.
 */
final class Mitarbeitende implements AutoCloseable {

    /** What is there to be done; the standing task is not. */
    private static final String OFFEN = "select T.ID_, T.TASK_DEF_KEY_, L.GROUP_ID_ from ACT_RU_TASK T join ACT_RU_IDENTITYLINK L on L.TASK_ID_ = T.ID_ "
            + "and L.TYPE_ = 'candidate' and L.GROUP_ID_ is not null where T.SUSPENSION_STATE_ = 1 and T.TASK_DEF_KEY_ <> 'akte-nachtragen'";

    private final Rest rest;
    private final JdbcTemplate jdbc;
    private final Kassenbuch buch;
    private final Map<Integer, AtomicInteger> antworten = new ConcurrentSkipListMap<>();
    private final Map<String, String> abgelehnt = new ConcurrentHashMap<>();
    private final List<Throwable> fehler = new ArrayList<>();
    private final ExecutorService personen = Executors.newCachedThreadPool();
    private volatile boolean feierabend;

    Mitarbeitende(Rest rest, JdbcTemplate jdbc, Kassenbuch buch) {
        this.rest = rest;
        this.jdbc = jdbc;
        this.buch = buch;
    }

    /** An open task: its id, the step, and the role that it goes to. */
    record Aufgabe(String id, String schritt, String rolle) {
    }

    /** @param pause of each person between two tasks */
    Mitarbeitende beginne(int anzahl, Duration pause) {
        for (int person = 0; person < anzahl; person++) {
            personen.execute(() -> arbeite(pause));
        }
        return this;
    }

    private void arbeite(Duration pause) {
        while (!feierabend) {
            try {
                erledigeEine(ThreadLocalRandom.current());
                TimeUnit.MILLISECONDS.sleep(pause.toMillis());
            } catch (InterruptedException unterbrochen) {
                Thread.currentThread().interrupt();
                return;
            } catch (RuntimeException | AssertionError gestolpert) {
                synchronized (fehler) {
                    fehler.add(gestolpert);
                }
            }
        }
    }

    /** @return whether there was one, and the application took it */
    boolean erledigeEine(Random zufall) {
        List<Aufgabe> offen = offene();
        return !offen.isEmpty() && erledige(offen.get(zufall.nextInt(offen.size())));
    }

    List<Aufgabe> offene() {
        try {
            return jdbc.query(OFFEN, (zeile, i) -> new Aufgabe(zeile.getString(1), zeile.getString(2), zeile.getString(3)));
        } catch (DataAccessException datenbankWeg) {
            return List.of();
        }
    }

    boolean erledige(Aufgabe aufgabe) {
        Rest.Person person = rest.als(aufgabe.rolle());
        Rest.Antwort form = person.get("/engine-rest/task/" + aufgabe.id() + "/deployed-form");
        Rest.Antwort variablen = person.get("/engine-rest/task/" + aufgabe.id() + "/variables?deserializeValues=false");
        if (form.status() != 200 || variablen.status() != 200) {
            return false; // somebody else was faster
        }
        Map<String, Object> angaben = Fremd.variablen(Antworten.zu(aufgabe.schritt(), form.json(), variablen.json()));
        buch.gefragt(Kassenbuch.Art.ERLEDIGUNG, aufgabe.id());
        return vermerke(aufgabe, person.post("/engine-rest/task/" + aufgabe.id() + "/submit-form", angaben));
    }

    private boolean vermerke(Aufgabe aufgabe, Rest.Antwort antwort) {
        antworten.computeIfAbsent(antwort.status(), s -> new AtomicInteger()).incrementAndGet();
        if (antwort.status() / 100 == 2) {
            buch.bestaetigt(Kassenbuch.Art.ERLEDIGUNG, aufgabe.id());
            return true;
        }
        buch.abgelehnt(Kassenbuch.Art.ERLEDIGUNG, aufgabe.id());
        abgelehnt.put(aufgabe.schritt() + " " + antwort.status(), antwort.text());
        return false;
    }

    /** How often the application answered with which status. */
    Map<Integer, AtomicInteger> antworten() {
        return antworten;
    }

    /** The last refusal, by step and status. */
    Map<String, String> abgelehnt() {
        return abgelehnt;
    }

    /** Why somebody could not even ask. */
    List<Throwable> fehler() {
        synchronized (fehler) {
            return List.copyOf(fehler);
        }
    }

    /** Everybody finishes what he is doing. */
    @Override
    public void close() {
        feierabend = true;
        personen.shutdown();
        try {
            if (!personen.awaitTermination(60, TimeUnit.SECONDS)) {
                throw new AssertionError("somebody still waits for an answer");
            }
        } catch (InterruptedException unterbrochen) {
            Thread.currentThread().interrupt();
        }
    }
}
