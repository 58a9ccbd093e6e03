package de.integrationskonzept.nachricht;

import de.integrationskonzept.nachricht.Meldungsbuch.Eintrag;
import de.integrationskonzept.nachricht.Meldungsbuch.Fach;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.stereotype.Component;

/**
 * Tells people about their tasks: as a row each and a job for the mail that takes all rows of a person along, in the transaction of what
 * there is to tell. It waits a minute, so that only what is so in the end is told, and whoever was told something is left in peace for a
 * quarter of an hour.
 */
@Component
class Meldungen {

    private static final Duration WARTEZEIT = Duration.ofMinutes(1);
    private static final Duration ABSTAND = Duration.ofMinutes(15);

    private final Meldungsbuch buch;
    private final Sendezeit sendezeit;

    Meldungen(Meldungsbuch buch, Sendezeit sendezeit) {
        this.buch = buch;
        this.sendezeit = sendezeit;
    }

    /** Something to tell. */
    record Meldung(Fach fach, String aufgabe, Wunschanlass anlass) {
    }

    /** Only within a command. */
    void melde(List<Meldung> meldungen) {
        if (meldungen.isEmpty()) {
            return;
        }
        Map<Fach, List<Meldung>> jeFach = meldungen.stream().collect(Collectors.groupingBy(Meldung::fach));
        Map<String, Instant> zuletzt = buch.zuletzt(jeFach.keySet().stream().map(Fach::person).distinct().toList());
        jeFach.forEach((fach, seine) -> {
            Instant faellig = sendezeit.ab(faellig(zuletzt.get(fach.person())), fach.mandant());
            List<Eintrag> eintraege = seine.stream().map(m -> new Eintrag(Sendeplan.neueKennung(), fach, m.aufgabe(), m.anlass())).toList();
            buch.trageEin(eintraege, faellig);
            Meldungslauf.reiheEin(eintraege.get(0).id(), fach.mandant(), faellig);
        });
    }

    /** In full minutes, so that what happens at about the same time goes together. */
    private static Instant faellig(Instant zuletzt) {
        Instant fruehestens = ClockUtil.getCurrentTime().toInstant().plus(WARTEZEIT).truncatedTo(ChronoUnit.MINUTES).plus(1, ChronoUnit.MINUTES);
        if (zuletzt == null || !zuletzt.isBefore(fruehestens)) {
            return zuletzt == null ? fruehestens : zuletzt;
        }
        Instant naechste = zuletzt.plus(ABSTAND);
        return naechste.isBefore(fruehestens) ? fruehestens : naechste;
    }
}
