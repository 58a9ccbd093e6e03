package de.integrationskonzept.stoerung;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;

/** The same thing by many hands at the same moment. */
final class Zugleich {

    private Zugleich() {
    }

    /** @return what each of them got, all of it within two minutes */
    static <T> List<T> tue(int haende, Callable<T> tat) throws Exception {
        CyclicBarrier los = new CyclicBarrier(haende);
        ExecutorService leute = Executors.newFixedThreadPool(haende);
        try {
            List<Future<T>> laufend = new ArrayList<>();
            for (int i = 0; i < haende; i++) {
                laufend.add(leute.submit(() -> {
                    los.await();
                    return tat.call();
                }));
            }
            List<T> ergebnisse = new ArrayList<>();
            for (Future<T> ergebnis : laufend) {
                ergebnisse.add(ergebnis.get(2, TimeUnit.MINUTES));
            }
            return ergebnisse;
        } finally {
            leute.shutdownNow();
        }
    }
}
