package de.integrationskonzept.beteiligung;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;
import static jakarta.ws.rs.core.Response.Status.CONFLICT;
import static jakarta.ws.rs.core.Response.Status.NOT_FOUND;

import de.integrationskonzept.beteiligung.Gaeste.Gast;
import de.integrationskonzept.engine.Caller;
import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.formular.Formulare;
import de.integrationskonzept.nachricht.Briefkasten;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.stereotype.Component;

/** Gives links to people without login, for whoever may work on a task whose model says so. */
@Component
class Einladungen {

    /** As many as a list of a form may have rows. */
    private static final int HOECHSTENS_JE_AUFGABE = 500;
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    private final ProcessEngineConfigurationImpl engine;
    private final Einladungsbuch buch;
    private final Briefkasten briefkasten;
    private final Kontakt kontakt;
    private final Beteiligungsangaben angaben;
    private final String basis;

    Einladungen(ProcessEngine engine, Einladungsbuch buch, Briefkasten briefkasten, Kontakt kontakt, Beteiligungsangaben angaben,
            @Value("${integrationskonzept.adresse:http://localhost:8080}") String basis) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.buch = buch;
        this.briefkasten = briefkasten;
        this.kontakt = kontakt;
        this.angaben = angaben;
        this.basis = basis.replaceAll("/+$", "");
    }

    /**
     * @param moeglich whether links are given for the task; otherwise nothing else is said
     * @param wahl for whom links can be given, null when it does not matter
     * @param post whether mail can be sent; otherwise all links are to be printed
     */
    record Uebersicht(boolean moeglich, String titel, boolean erledigt, int tage, boolean post, Set<String> wahl, List<Einladung> einladungen) {
    }

    /** @param link null when it is on its way by mail; shown this once and never again */
    record Neue(Einladung einladung, String link) {
    }

    Uebersicht uebersicht(String aufgabe) {
        return engine.getCommandExecutorTxRequired().execute(context -> {
            TaskEntity task = Offene.verlange(context, aufgabe);
            return Angebot.fuer(task).map(angebot -> new Uebersicht(true, angebot.titel(), angebot.antwort() == Angebot.Antwort.ERLEDIGT, tage(angebot),
                    briefkasten.offen(), wahl(task, angebot), buch.an(aufgabe))).orElse(new Uebersicht(false, null, false, 0, false, null, List.of()));
        });
    }

    List<Neue> ladeEin(String aufgabe, List<Gast> gesendet) {
        return anDer(aufgabe, (task, angebot) -> {
            List<Gast> gaeste = Gaeste.pruefe(gesendet, wahl(task, angebot));
            int nr = buch.an(aufgabe).stream().mapToInt(Einladung::nr).max().orElse(0);
            if (nr + gaeste.size() > HOECHSTENS_JE_AUFGABE) {
                throw new Refusal(BAD_REQUEST, "Zu einer Aufgabe gibt es höchstens " + HOECHSTENS_JE_AUFGABE + " Einladungen. Bitte laden Sie zu einer "
                        + "Veranstaltung ein, wenn Sie mehr Menschen fragen möchten.");
            }
            List<Neue> neue = new ArrayList<>();
            List<Briefkasten.Einwurf> post = new ArrayList<>();
            for (Gast gast : gaeste) {
                neue.add(neue(task, angebot, gast, nr + neue.size() + 1, post));
            }
            if (!post.isEmpty()) {
                briefkasten.wirfEin(task.getTenantId(), "beteiligung " + UUID.randomUUID(), post);
            }
            return neue;
        });
    }

    private Neue neue(TaskEntity task, Angebot angebot, Gast gast, int nr, List<Briefkasten.Einwurf> post) {
        String marke = Marke.neu();
        Einladung einladung = new Einladung(engine.getIdGenerator().getNextId(), task.getId(), nr, task.getTenantId(), angebot.formular(),
                angebot.je() == null ? null : gast.fuer(), gast.name(), briefkasten.offen() ? gast.adresse() : null, Einladungsbuch.jetzt(),
                Caller.userId(), giltBis(angebot), null, null);
        buch.trageEin(task, einladung, Marke.fingerabdruck(marke));
        String link = basis + "/beteiligung/" + marke;
        if (einladung.adresse() == null) {
            return new Neue(einladung, link);
        }
        post.add(new Briefkasten.Einwurf(einladung.adresse(), Einladungsbrief.schreibe(angebot, einladung, kontakt.von(einladung), link)));
        return new Neue(einladung, null);
    }

    void widerrufe(String aufgabe, int nr) {
        anDer(aufgabe, (task, angebot) -> {
            if (!buch.widerrufe(aufgabe, nr, Caller.userId())) {
                throw new Refusal(NOT_FOUND, "Diese Einladung gibt es nicht, oder sie ist schon zurückgezogen. Bitte laden Sie die Seite neu.");
            }
            return null;
        });
    }

    /** The whole last day counts. */
    private Instant giltBis(Angebot angebot) {
        return LocalDate.ofInstant(Einladungsbuch.jetzt(), BERLIN).plusDays(tage(angebot) + 1L).atStartOfDay(BERLIN).toInstant();
    }

    private int tage(Angebot angebot) {
        return angebot.tage().orElse(angaben.tage());
    }

    private static Set<String> wahl(TaskEntity task, Angebot angebot) {
        if (angebot.je() == null) {
            return null;
        }
        Set<String> wahl = new LinkedHashSet<>();
        if (Formulare.werte(task, Set.of(angebot.liste())).get(angebot.liste()) instanceof List<?> zeilen) {
            zeilen.stream().filter(Map.class::isInstance).map(zeile -> ((Map<?, ?>) zeile).get(angebot.je())).filter(wert -> wert != null)
                    .forEach(wert -> wahl.add(String.valueOf(wert).strip()));
        }
        return wahl;
    }

    private <T> T anDer(String aufgabe, BiFunction<TaskEntity, Angebot, T> tat) {
        try {
            return engine.getCommandExecutorTxRequired().execute(context -> {
                TaskEntity task = Offene.verlange(context, aufgabe);
                if (task.isSuspended()) {
                    throw new Refusal(CONFLICT, "Die Akte ruht zurzeit. Bitte laden Sie ein, sobald sie fortgesetzt wird.");
                }
                return tat.apply(task, Angebot.fuer(task).orElseThrow(() -> new Refusal(BAD_REQUEST,
                        "Zu dieser Aufgabe können Sie niemanden einladen. Bitte tragen Sie die Antworten selbst ein.")));
            });
        } catch (DataIntegrityViolationException zugleich) {
            throw new Refusal(CONFLICT, "Jemand anderes lädt gerade zur selben Aufgabe ein. Bitte versuchen Sie es noch einmal.");
        }
    }
}
