package de.integrationskonzept.prozess;

import static org.assertj.core.api.Assertions.assertThat;

import de.integrationskonzept.Anwendungstest;
import de.integrationskonzept.Fremd;
import de.integrationskonzept.Rest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.RepeatedTest;
import org.springframework.beans.factory.annotation.Autowired;

@Anwendungstest
@Tag("postgresql")
@DisplayName("Zwei Menschen im selben Augenblick")
class GleichzeitigTest {

    @Autowired
    private Fremd fremd;
    @Autowired
    private Rest rest;

    @BeforeEach
    void bereit() {
        fremd.bereit();
    }

    @RepeatedTest(value = 10, name = "{currentRepetition}. Versuch")
    @DisplayName("Zwei Stellen erledigen ihre parallelen Aufgaben zugleich: beides gilt, und es geht genau einmal weiter")
    void paralleleAufgaben() throws Exception {
        String instanz = fremd.neu("fremd-parallel");
        String mittel = fremd.aufgabe(instanz, "mittel-bestaetigen");
        String stelle = fremd.aufgabe(instanz, "stelle-bestaetigen");

        List<Rest.Antwort> antworten = zugleich(List.of(
                () -> erledige("kaemmerei", mittel, "submit-form"), () -> erledige("personal", stelle, "complete")));

        assertThat(antworten).allSatisfy(a -> assertThat(a.status()).as(a.text()).isEqualTo(204));
        assertThat(fremd.engine().getTaskService().createTaskQuery().processInstanceId(instanz).list())
                .singleElement().satisfies(t -> assertThat(t.getTaskDefinitionKey()).isEqualTo("ergebnis-ablegen"));
    }

    @RepeatedTest(value = 5, name = "{currentRepetition}. Versuch")
    @DisplayName("Mehrfach geklickt: einmal gilt es, die anderen Male kommt eine klare Antwort")
    void mehrfachGeklickt() throws Exception {
        String aufgabe = fremd.aufgabe(fremd.neuerVorgang());
        Callable<Rest.Antwort> klick = () -> rest.als("kaemmerei").post("/engine-rest/task/" + aufgabe + "/submit-form",
                Fremd.variablen(Fremd.pruefung()));

        List<Rest.Antwort> antworten = zugleich(List.of(klick, klick, klick, klick));

        assertThat(antworten).filteredOn(a -> a.status() == 204).hasSize(1);
        assertThat(antworten).filteredOn(a -> a.status() != 204).allSatisfy(a -> {
            assertThat(a.status()).as(a.text()).isBetween(400, 499);
            assertThat(a.saetze()).singleElement().asString().containsIgnoringCase("bitte").doesNotContain("Cannot");
        });
    }

    @RepeatedTest(value = 5, name = "{currentRepetition}. Versuch")
    @DisplayName("Zwei Klicks auf den letzten Schritt vor dem Zusammenlauf führen nicht doppelt weiter")
    void mehrfachVorDemZusammenlauf() throws Exception {
        String instanz = fremd.neu("fremd-parallel");
        assertThat(erledige("personal", fremd.aufgabe(instanz, "stelle-bestaetigen"), "submit-form").status()).isEqualTo(204);
        String mittel = fremd.aufgabe(instanz, "mittel-bestaetigen");

        List<Rest.Antwort> antworten = zugleich(List.of(() -> erledige("kaemmerei", mittel, "submit-form"),
                () -> erledige("kaemmerei", mittel, "complete")));

        assertThat(antworten).filteredOn(a -> a.status() == 204).hasSize(1);
        assertThat(fremd.engine().getTaskService().createTaskQuery().processInstanceId(instanz).count()).isEqualTo(1);
    }

    private Rest.Antwort erledige(String rolle, String aufgabe, String tat) {
        return rest.als(rolle).post("/engine-rest/task/" + aufgabe + "/" + tat, Fremd.variablen(Map.of("notiz", "erledigt von " + rolle)));
    }

    private static List<Rest.Antwort> zugleich(List<Callable<Rest.Antwort>> taten) throws Exception {
        CyclicBarrier los = new CyclicBarrier(taten.size());
        ExecutorService haende = Executors.newFixedThreadPool(taten.size());
        try {
            List<Future<Rest.Antwort>> laufend = new ArrayList<>();
            for (Callable<Rest.Antwort> tat : taten) {
                laufend.add(haende.submit(() -> {
                    los.await();
                    return tat.call();
                }));
            }
            List<Rest.Antwort> antworten = new ArrayList<>();
            for (Future<Rest.Antwort> antwort : laufend) {
                antworten.add(antwort.get());
            }
            return antworten;
        } finally {
            haende.shutdownNow();
        }
    }
}
