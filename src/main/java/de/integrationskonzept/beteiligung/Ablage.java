package de.integrationskonzept.beteiligung;

import de.integrationskonzept.beteiligung.Angebot.Antwort;
import de.integrationskonzept.formular.Formular;
import de.integrationskonzept.formular.Formulare;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.spin.Spin;
import org.springframework.stereotype.Component;

/** Puts an answer that came by a link where the model wants it, and notes how it came. Only within a command. */
@Component
class Ablage {

    /** What stands in a row that was added, beside the answers. */
    static final String NUMMER = "linkNummer";
    static final String EINGELADEN = "eingeladenAls";
    static final String AM = "eingegangenAm";
    static final String WEG = "eingegangenUeber";

    private static final String LINK = "Persönlicher Link";
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final DateTimeFormatter ZEIT = DateTimeFormatter.ofPattern("dd.MM.yyyy, HH:mm 'Uhr'").withZone(BERLIN);

    private final Formulare formulare;

    Ablage(Formulare formulare) {
        this.formulare = formulare;
    }

    void lege(TaskEntity aufgabe, Blatt blatt, Map<String, Object> antwort) {
        Angebot angebot = blatt.angebot();
        if (angebot.antwort() == Antwort.ERLEDIGT) {
            erledige(aufgabe, blatt, antwort);
        } else if (angebot.je() == null) {
            fuegeAn(aufgabe, blatt, antwort);
        } else {
            trageEin(aufgabe, blatt, antwort);
        }
    }

    /** As anybody completes it: every rule for the task's own form holds. */
    private static void erledige(TaskEntity aufgabe, Blatt blatt, Map<String, Object> antwort) {
        blatt.angebot().vermerk().forEach(name -> aufgabe.getProcessInstance().setVariable(name, vermerk(blatt.einladung())));
        Map<String, Object> werte = new LinkedHashMap<>();
        antwort.forEach((name, wert) -> werte.put(name, wert instanceof List || wert instanceof Map ? Spin.JSON(wert) : wert));
        Context.getProcessEngineConfiguration().getTaskService().complete(aufgabe.getId(), werte);
    }

    /** A second answer by the same link takes the place of the first. */
    private static void fuegeAn(TaskEntity aufgabe, Blatt blatt, Map<String, Object> antwort) {
        Einladung einladung = blatt.einladung();
        List<Object> zeilen = zeilen(aufgabe, blatt.angebot());
        zeilen.removeIf(zeile -> zeile instanceof Map<?, ?> alt && Integer.valueOf(einladung.nr()).equals(alt.get(NUMMER)));
        Map<String, Object> zeile = new LinkedHashMap<>(antwort);
        zeile.put(NUMMER, einladung.nr());
        zeile.put(EINGELADEN, einladung.name());
        zeile.put(AM, ZEIT.format(Einladungsbuch.jetzt()));
        zeile.put(WEG, LINK);
        zeilen.add(zeile);
        aufgabe.setVariable(blatt.angebot().liste(), Spin.JSON(zeilen));
    }

    /** The answered rows are those that were shown, in the same order. */
    private void trageEin(TaskEntity aufgabe, Blatt blatt, Map<String, Object> antwort) {
        Angebot angebot = blatt.angebot();
        Optional<Formular> formular = formulare.zu(aufgabe);
        Iterator<?> beantwortete = ((List<?>) antwort.get(angebot.liste())).iterator();
        List<Object> zeilen = new ArrayList<>();
        for (Object zeile : zeilen(aufgabe, angebot)) {
            if (angebot.gehoert(zeile, blatt.einladung())) {
                Map<String, Object> neu = beantwortet((Map<?, ?>) zeile, (Map<?, ?>) beantwortete.next(), blatt);
                formular.ifPresent(f -> raeumeAuf(neu, f, angebot.liste()));
                zeilen.add(neu);
            } else {
                zeilen.add(zeile);
            }
        }
        aufgabe.setVariable(angebot.liste(), Spin.JSON(zeilen));
    }

    private static Map<String, Object> beantwortet(Map<?, ?> alt, Map<?, ?> neu, Blatt blatt) {
        Map<String, Object> zeile = new LinkedHashMap<>();
        alt.forEach((name, wert) -> zeile.put(String.valueOf(name), wert));
        neu.forEach((name, wert) -> zeile.put(String.valueOf(name), wert));
        blatt.angebot().vermerk().forEach(name -> zeile.put(name, vermerk(blatt.einladung())));
        if (blatt.angebot().tag() != null) {
            zeile.put(blatt.angebot().tag(), LocalDate.ofInstant(Einladungsbuch.jetzt(), BERLIN).toString());
        }
        return zeile;
    }

    /** What the form of the task does not ask for after such an answer does not stay, for example the day of a commitment that was refused. */
    private static void raeumeAuf(Map<String, Object> zeile, Formular formular, String liste) {
        Map<String, Object> werte = new HashMap<>(zeile);
        werte.put("this", Map.copyOf(ohneLeere(zeile)));
        formular.felder().stream().filter(feld -> liste.equals(feld.schluessel())).flatMap(feld -> feld.kinder().stream())
                .filter(feld -> feld.schluessel() != null && feld.verborgen(werte)).forEach(feld -> zeile.remove(feld.schluessel()));
    }

    private static Map<String, Object> ohneLeere(Map<String, Object> zeile) {
        Map<String, Object> volle = new HashMap<>(zeile);
        volle.values().removeIf(wert -> wert == null);
        return volle;
    }

    private static List<Object> zeilen(TaskEntity aufgabe, Angebot angebot) {
        return Formulare.werte(aufgabe, Set.of(angebot.liste())).get(angebot.liste()) instanceof List<?> liste ? new ArrayList<>(liste) : new ArrayList<>();
    }

    private static String vermerk(Einladung einladung) {
        return LINK + ", " + ZEIT.format(Einladungsbuch.jetzt()) + ", " + einladung.name();
    }
}
