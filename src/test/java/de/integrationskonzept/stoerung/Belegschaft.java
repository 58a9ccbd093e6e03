package de.integrationskonzept.stoerung;

import static org.awaitility.Awaitility.await;

import de.integrationskonzept.Rest;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Several people at work at the same time, each on files of their own. */
final class Belegschaft implements AutoCloseable {

    private final Kassenbuch buch;
    private final List<Sachbearbeitung> personen;
    private final ExecutorService schreibtische;
    private final List<Future<?>> laufend;

    /** @param name different from that of others who worked on the same database */
    Belegschaft(int anzahl, String name, Rest rest, Kassenbuch buch) {
        this.buch = buch;
        this.personen = IntStream.range(0, anzahl).mapToObj(i -> new Sachbearbeitung(rest, buch, name + i)).toList();
        this.schreibtische = Executors.newFixedThreadPool(anzahl);
        this.laufend = personen.stream().<Future<?>>map(schreibtische::submit).toList();
    }

    /** Until so many tasks more were done and acknowledged. */
    void schafft(int mehr, Duration hoechstens) {
        int vorher = erledigt();
        await().atMost(hoechstens).pollInterval(Duration.ofMillis(50)).until(() -> {
            sindWohlauf();
            return erledigt() >= vorher + mehr;
        });
    }

    private int erledigt() {
        return buch.bestaetigt(Kassenbuch.Art.ERLEDIGUNG).size();
    }

    /** Nobody has given up for a reason that no breakdown explains. */
    private void sindWohlauf() throws ExecutionException, InterruptedException {
        for (Future<?> person : laufend) {
            if (person.isDone()) {
                person.get();
            }
        }
    }

    /** Everybody ends what they have at hand and goes. */
    @Override
    public void close() throws InterruptedException {
        personen.forEach(Sachbearbeitung::macheFeierabend);
        schreibtische.shutdown();
        if (!schreibtische.awaitTermination(2, TimeUnit.MINUTES)) {
            throw new AssertionError("somebody waits for an answer for ever");
        }
    }
}
