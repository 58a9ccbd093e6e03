package de.integrationskonzept.demo;

import de.integrationskonzept.demo.Aufzeichnung.Schritt;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.task.Task;

/** A file with more Handlungsfelder than its recording, for measuring: each field is worked on a different way. */
final class Felder {

    private static final int STUFEN = 4;

    private final Vorgang vorgang;
    private final Musterakte akte;
    private final Aufzeichnung vorlage;

    Felder(Vorgang vorgang, Musterakte akte, Aufzeichnung vorlage) {
        this.vorgang = vorgang;
        this.akte = akte;
        this.vorlage = vorlage;
    }

    /** The same fields again and again, with a number behind the name. */
    static List<Object> vermehre(List<?> felder, int anzahl) {
        List<Object> neu = new ArrayList<>();
        for (int i = 0; i < anzahl; i++) {
            Map<String, Object> feld = new LinkedHashMap<>();
            ((Map<?, ?>) felder.get(i % felder.size())).forEach((name, wert) -> feld.put((String) name, wert));
            if (i >= felder.size()) {
                feld.put("name", feld.get("name") + " " + (i / felder.size() + 1));
            }
            neu.add(feld);
        }
        return neu;
    }

    void arbeite(LocalDateTime bis) {
        List<String> stufen = vorlage.schritte().stream().filter(s -> s.schritt() != null && !s.zusatz().isEmpty()).map(Schritt::schritt).distinct()
                .limit(STUFEN).toList();
        for (int stufe = 0; stufe < STUFEN - 1; stufe++) {
            List<Task> offen = vorgang.offen(stufen.get(stufe));
            for (int i = 0; i < offen.size(); i++) {
                if ((i + akte.nummer()) % (STUFEN - stufe) != 0 && Zeitmaschine.jetzt().plusHours(1).isBefore(bis)) {
                    Zeitmaschine.stelleVor(Zeitmaschine.jetzt().plusHours(1));
                    beantworte(offen.get(i), stufen.get(stufe));
                }
            }
        }
    }

    /** As it was answered for the field that this one repeats. */
    private void beantworte(Task aufgabe, String name) {
        String feld = vorgang.zusatz(aufgabe);
        Schritt schritt = vorlage.schritte().stream().filter(s -> name.equals(s.schritt()) && feld.startsWith(akte.text(vorlage, s.zusatz())))
                .findFirst().orElseThrow();
        vorgang.erledige(aufgabe, schritt.person(), akte.mit(schritt.zusatz(), feld).angaben(vorlage, schritt.angaben()));
    }
}
