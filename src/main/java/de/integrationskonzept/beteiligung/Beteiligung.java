package de.integrationskonzept.beteiligung;

import de.integrationskonzept.beteiligung.Blatt.Lage;
import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.engine.Retry;
import de.integrationskonzept.formular.Formular;
import de.integrationskonzept.formular.Formulare;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/**
 * Whoever has a link sees one form of one task and answers it. Nobody is logged in here, so all that may be seen and done follows from
 * the link: the form and the variables that the model names, and the one answer.
 */
@Component
class Beteiligung {

    /** Field of the page with {@link Blatt#stand()}. */
    static final String STAND = "stand";

    private final ProcessEngineConfigurationImpl engine;
    private final Einladungsbuch buch;
    private final Formulare formulare;
    private final Kontakt kontakt;
    private final Ablage ablage;

    Beteiligung(ProcessEngine engine, Einladungsbuch buch, Formulare formulare, Kontakt kontakt, Ablage ablage) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.buch = buch;
        this.formulare = formulare;
        this.kontakt = kontakt;
        this.ablage = ablage;
    }

    /** @param fehler what to correct, empty when the answer was taken or none can be given */
    record Ergebnis(Blatt blatt, boolean angenommen, List<Fehler> fehler) {
    }

    /** @param marke what stands in the link, or anything else */
    Blatt oeffne(String marke) {
        return engine.getCommandExecutorTxRequired().execute(context -> blatt(Marke.fingerabdruck(marke)));
    }

    /** Takes the answer, or says what to correct; what is not taken changes nothing. */
    Ergebnis antworte(String marke, Map<String, String[]> gesendet) {
        try {
            return Retry.onConflict(() -> engine.getCommandExecutorTxRequired().execute(context -> nimm(Marke.fingerabdruck(marke), gesendet)));
        } catch (Refusal abgelehnt) {
            Blatt blatt = oeffne(marke);
            return new Ergebnis(blatt, false, blatt.lage() != Lage.OFFEN ? List.of() : Fehler.zu(blatt.formular(), blatt.kontext(), abgelehnt.sentences()));
        }
    }

    private Ergebnis nimm(String marke, Map<String, String[]> gesendet) {
        buch.mit(marke).ifPresent(einladung -> buch.sperre(einladung.aufgabe()));
        Blatt blatt = blatt(marke); // as it is now that nobody else can answer
        if (blatt.lage() != Lage.OFFEN) {
            return new Ergebnis(blatt, false, List.of());
        }
        Map<String, String[]> felder = new HashMap<>(gesendet);
        String[] stand = felder.remove(STAND);
        Einsendung einsendung = new Einsendung(blatt.formular(), felder, blatt.kontext());
        List<Fehler> fehler = fehler(blatt, stand, einsendung);
        if (fehler.isEmpty()) {
            ablage.lege(aufgabe(blatt.einladung()), blatt, einsendung.angaben());
            buch.beantwortet(blatt.einladung());
        }
        return new Ergebnis(blatt, fehler.isEmpty(), fehler);
    }

    private static List<Fehler> fehler(Blatt blatt, String[] stand, Einsendung einsendung) {
        if (stand == null || stand.length != 1 || !blatt.stand().equals(stand[0])) {
            return List.of(new Fehler(null, "Der Text auf dieser Seite hat sich inzwischen geändert. Bitte lesen Sie ihn noch einmal. Dann senden Sie Ihre "
                    + "Antwort bitte noch einmal ab."));
        }
        List<Fehler> fehler = new ArrayList<>();
        if (!einsendung.fremd().isEmpty()) {
            fehler.add(new Fehler(null, "Es ist etwas angekommen, das nicht zu diesem Formular gehört. Bitte laden Sie die Seite neu."));
        }
        fehler.addAll(Fehler.zu(blatt.formular(), blatt.kontext(), blatt.formular().pruefe(einsendung.angaben(), blatt.kontext())));
        return fehler;
    }

    private Blatt blatt(String marke) {
        Optional<Einladung> einladung = buch.mit(marke);
        if (einladung.isEmpty()) {
            return new Blatt(Lage.UNBEKANNT, null, null, null, null, Map.of());
        }
        TaskEntity aufgabe = aufgabe(einladung.get());
        Optional<Angebot> angebot = aufgabe == null ? Optional.empty()
                : Angebot.fuer(aufgabe).filter(a -> a.formular().equals(einladung.get().formular()));
        Optional<Formular> formular = angebot.flatMap(a -> formulare.namens(a.formular()));
        Lage lage = lage(einladung.get(), aufgabe, angebot.filter(a -> formular.isPresent()));
        return new Blatt(lage, einladung.get(), kontakt.von(einladung.get()), angebot.orElse(null), formular.orElse(null),
                lage == Lage.OFFEN ? kontext(aufgabe, angebot.get(), einladung.get()) : Map.of());
    }

    /** An answer that completes the task leaves none that could be answered once more. */
    private static Lage lage(Einladung einladung, TaskEntity aufgabe, Optional<Angebot> angebot) {
        if (einladung.widerrufen() != null) {
            return Lage.ZURUECKGEZOGEN;
        }
        if (angebot.isEmpty()) {
            return einladung.beantwortet() == null ? Lage.BEENDET : Lage.BEANTWORTET;
        }
        return !einladung.giltBis().isAfter(Einladungsbuch.jetzt()) ? Lage.ABGELAUFEN : aufgabe.isSuspended() ? Lage.RUHT : Lage.OFFEN;
    }

    private static TaskEntity aufgabe(Einladung einladung) {
        TaskEntity aufgabe = Context.getCommandContext().getTaskManager().findTaskById(einladung.aufgabe());
        return aufgabe == null || aufgabe.getExecution() == null ? null : aufgabe;
    }

    /** What the model lets people see; of a list by rows only the rows of this link. */
    private static Map<String, Object> kontext(TaskEntity aufgabe, Angebot angebot, Einladung einladung) {
        Map<String, Object> kontext = new HashMap<>(Formulare.werte(aufgabe, angebot.zeigt()));
        if (angebot.je() != null && kontext.get(angebot.liste()) instanceof List<?> zeilen) {
            kontext.put(angebot.liste(), zeilen.stream().filter(zeile -> angebot.gehoert(zeile, einladung)).toList());
        }
        return kontext;
    }
}
