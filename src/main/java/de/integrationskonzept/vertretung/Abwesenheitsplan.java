package de.integrationskonzept.vertretung;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;
import static jakarta.ws.rs.core.Response.Status.CONFLICT;
import static jakarta.ws.rs.core.Response.Status.NOT_FOUND;

import de.integrationskonzept.engine.Caller;
import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.rolle.Zugehoerigkeit;
import de.integrationskonzept.vertretung.Abwesenheiten.Was;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.springframework.stereotype.Component;

/** Entering, changing and ending an absence; what follows for the tasks of today happens in the same transaction. Only within a command. */
@Component
class Abwesenheitsplan {

    private static final int HOECHSTENS_JAHRE = 3;
    /** Then once more, for a task that was created in the very moment in which the absence was entered. */
    private static final Duration NACHLESE = Duration.ofMinutes(2);

    private final Abwesenheiten abwesenheiten;
    private final Befugnis befugnis;
    private final Umverteilung umverteilung;
    private final Vertretungslauf lauf;

    Abwesenheitsplan(Abwesenheiten abwesenheiten, Befugnis befugnis, Umverteilung umverteilung, Vertretungslauf lauf) {
        this.abwesenheiten = abwesenheiten;
        this.befugnis = befugnis;
        this.umverteilung = umverteilung;
        this.lauf = lauf;
    }

    /** @param neu its id is null */
    Abwesenheit trageEin(Abwesenheit neu) {
        befugnis.verlange(neu.person());
        befugnis.sperre(neu.person());
        Abwesenheit eintrag = new Abwesenheit(UUID.randomUUID().toString(), neu.person(), neu.beginn(), neu.ende(), neu.vertretung());
        pruefe(eintrag);
        if (eintrag.beginn().isBefore(Tage.heute())) {
            throw new Refusal(BAD_REQUEST, "Der erste Tag ist schon vorbei. Bitte geben Sie einen Tag ab heute an.");
        }
        abwesenheiten.trageEin(eintrag, Caller.userId());
        setzeUm(eintrag);
        return eintrag;
    }

    /** What has begun keeps its first day. */
    Abwesenheit aendere(String id, LocalDate beginn, LocalDate ende, String vertretung) {
        Abwesenheit bisher = laufende(id);
        LocalDate heute = Tage.heute();
        Abwesenheit neu = bisher.anders(beginn == null ? bisher.beginn() : beginn, ende, vertretung);
        pruefe(neu);
        if (!neu.beginn().equals(bisher.beginn()) && (bisher.hatBegonnen(heute) || neu.beginn().isBefore(heute))) {
            throw new Refusal(BAD_REQUEST, "Der erste Tag lässt sich nicht mehr ändern, oder er liegt vor heute. Bitte lassen Sie ihn stehen.");
        }
        if (neu.ende().isBefore(heute)) {
            throw new Refusal(BAD_REQUEST, "Der letzte Tag ist schon vorbei. Bitte geben Sie einen Tag ab heute an, oder beenden Sie die "
                    + "Abwesenheit.");
        }
        if (!neu.equals(bisher)) {
            abwesenheiten.aendere(Was.GEAENDERT, neu, Caller.userId());
            setzeUm(neu);
        }
        return neu;
    }

    /** From now on the person is there again; what has not lasted a day is taken back. */
    void beende(String id) {
        Abwesenheit bisher = laufende(id);
        LocalDate gestern = Tage.heute().minusDays(1);
        if (bisher.beginn().isAfter(gestern)) {
            abwesenheiten.hebeAuf(bisher, Caller.userId());
        } else {
            abwesenheiten.aendere(Was.BEENDET, bisher.anders(bisher.beginn(), gestern, bisher.vertretung()), Caller.userId());
        }
        lauf.plane(id);
        umverteilung.verteile(Zugehoerigkeit.kommunen(bisher.person()));
    }

    private Abwesenheit laufende(String id) {
        Refusal unbekannt = new Refusal(NOT_FOUND, "Diese Abwesenheit gibt es nicht (mehr). Bitte laden Sie die Seite neu.");
        String person = Optional.of(id).filter(Befugnis::lesbar).flatMap(abwesenheiten::finde).map(Abwesenheit::person).filter(befugnis::darf)
                .orElseThrow(() -> unbekannt);
        befugnis.sperre(person);
        return abwesenheiten.finde(id).filter(a -> !a.ende().isBefore(Tage.heute())).orElseThrow(() -> unbekannt);
    }

    private void pruefe(Abwesenheit neu) {
        if (neu.beginn() == null || neu.ende() == null) {
            throw new Refusal(BAD_REQUEST, "Bitte geben Sie den ersten und den letzten Tag an.");
        }
        if (neu.ende().isBefore(neu.beginn())) {
            throw new Refusal(BAD_REQUEST, "Der letzte Tag liegt vor dem ersten. Bitte prüfen Sie die Tage.");
        }
        if (neu.ende().isAfter(Tage.heute().plusYears(HOECHSTENS_JAHRE))) {
            throw new Refusal(BAD_REQUEST, "Eine Abwesenheit kann höchstens drei Jahre vorausreichen. Wer auf Dauer geht, übergibt seine Aufgaben.");
        }
        pruefeVertretung(neu);
        abwesenheiten.von(neu.person(), neu.beginn()).stream().filter(a -> !a.id().equals(neu.id()) && !a.beginn().isAfter(neu.ende())).findFirst()
                .ifPresent(andere -> {
                    throw new Refusal(CONFLICT, "Vom " + Tage.deutsch(andere.beginn()) + " bis " + Tage.deutsch(andere.ende())
                            + " ist schon eine Abwesenheit eingetragen. Bitte ändern Sie jene oder wählen Sie andere Tage.");
                });
    }

    private void pruefeVertretung(Abwesenheit neu) {
        String vertretung = neu.vertretung();
        if (Objects.equals(vertretung, neu.person())) {
            throw new Refusal(BAD_REQUEST, "Niemand kann sich selbst vertreten. Bitte wählen Sie jemand anderen oder die eigene Rolle.");
        }
        if (vertretung != null && !(Befugnis.gemeinsame(neu.person(), vertretung) && befugnis.arbeitetMit(vertretung))) {
            throw new Refusal(BAD_REQUEST, "Diese Vertretung gibt es nicht, oder sie bearbeitet in der Kommune keine Aufgaben. Bitte wählen Sie eine "
                    + "Person aus der Liste oder die eigene Rolle.");
        }
    }

    private void setzeUm(Abwesenheit neu) {
        Instant bald = Tage.jetzt().plus(NACHLESE);
        Instant beginn = Tage.beginn(neu.beginn());
        lauf.plane(neu.id(), beginn.isBefore(bald) ? bald : beginn, Tage.beginn(neu.ende().plusDays(1)));
        umverteilung.verteile(Zugehoerigkeit.kommunen(neu.person()));
    }
}
