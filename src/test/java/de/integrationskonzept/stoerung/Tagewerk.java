package de.integrationskonzept.stoerung;

import static de.integrationskonzept.prozess.Drehbuch.mit;
import static de.integrationskonzept.prozess.Drehbuch.stadt;

import com.fasterxml.jackson.databind.JsonNode;
import de.integrationskonzept.Fremd;
import de.integrationskonzept.Rest;
import java.time.Duration;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.springframework.jdbc.core.JdbcTemplate;

/** What people do all day: look at their lists, at a file, at what it has come to, now and then at a document; do a task; begin a file. */
final class Tagewerk implements AutoCloseable {

    private static final String IB = "integrationsbeauftragte";
    private static final int JEDES_ZEHNTE = 10;

    private final Rest rest;
    private final JdbcTemplate jdbc;
    private final Kassenbuch buch;
    private final Mitarbeitende leute;
    private final int offene;
    private final Map<Integer, AtomicInteger> antworten = new ConcurrentSkipListMap<>();
    private final AtomicInteger anfragen = new AtomicInteger();
    private ScheduledExecutorService personen;

    /** @param offene so many tasks are to be open: with fewer somebody begins another file */
    Tagewerk(Rest rest, JdbcTemplate jdbc, Kassenbuch buch, int offene) {
        this.rest = rest;
        this.jdbc = jdbc;
        this.buch = buch;
        this.leute = new Mitarbeitende(rest, jdbc, buch);
        this.offene = offene;
    }

    void richteEin() {
        while (leute.offene().size() < offene) {
            beginneAkte();
        }
    }

    /** @param takt of each person, from one task to the next */
    void beginne(int anzahl, Duration takt) {
        personen = Executors.newScheduledThreadPool(anzahl);
        for (int person = 0; person < anzahl; person++) {
            personen.scheduleAtFixedRate(this::arbeite, takt.toMillis() * person / anzahl, takt.toMillis(), TimeUnit.MILLISECONDS);
        }
    }

    /** What goes wrong is counted as an answer that there must not be. */
    private void arbeite() {
        try {
            Random zufall = ThreadLocalRandom.current();
            sieh(IB, "/engine-rest/task/count?candidateGroup=" + IB);
            sieh(IB, "/engine-rest/task?candidateGroup=" + IB + "&sortBy=dueDate&sortOrder=asc&maxResults=15");
            JsonNode akten = sieh(IB, "/api/akten").json();
            String akte = akten.get(zufall.nextInt(akten.size())).path("id").asText();
            sieh(IB, "/api/akten/" + akte);
            if (zufall.nextInt(JEDES_ZEHNTE) == 0) {
                sieh(IB, "/api/akten/" + akte + "/dokumente/projektsteckbrief?format=pdf");
            }
            leute.erledigeEine(zufall);
            if (leute.offene().size() < offene) {
                beginneAkte();
            }
        } catch (RuntimeException | AssertionError gestolpert) {
            gestolpert.printStackTrace();
            zaehle(999);
        }
    }

    private Rest.Antwort sieh(String person, String weg) {
        Rest.Antwort antwort = rest.als(person).get(weg);
        zaehle(antwort.status());
        return antwort;
    }

    private void beginneAkte() {
        String zeichen = "D-" + UUID.randomUUID().toString().substring(0, 12);
        buch.gefragt(Kassenbuch.Art.START, zeichen);
        Rest.Antwort antwort = rest.als(IB).post("/engine-rest/process-definition/key/integrationskonzept/submit-form",
                Fremd.variablen(mit(stadt(), "aktenzeichen", zeichen)));
        zaehle(antwort.status());
        if (antwort.status() == 200) {
            buch.bestaetigt(Kassenbuch.Art.START, zeichen);
        }
    }

    private void zaehle(int status) {
        anfragen.incrementAndGet();
        antworten.computeIfAbsent(status, s -> new AtomicInteger()).incrementAndGet();
    }

    int anfragen() {
        return anfragen.get();
    }

    int erledigt() {
        return buch.bestaetigt(Kassenbuch.Art.ERLEDIGUNG).size();
    }

    Map<Integer, Integer> antworten() {
        Map<Integer, Integer> alle = new TreeMap<>();
        antworten.forEach((status, wieOft) -> alle.merge(status, wieOft.get(), Integer::sum));
        leute.antworten().forEach((status, wieOft) -> alle.merge(status, wieOft.get(), Integer::sum));
        return alle;
    }

    @Override
    public void close() {
        if (personen != null) {
            personen.shutdown();
            try {
                personen.awaitTermination(2, TimeUnit.MINUTES);
            } catch (InterruptedException unterbrochen) {
                Thread.currentThread().interrupt();
            }
        }
        leute.close();
    }
}
