package de.integrationskonzept.demo;

import de.integrationskonzept.demo.Aufzeichnung.Schritt;
import java.time.LocalDateTime;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.camunda.bpm.engine.task.Task;

/**
 * Plays one file from its recording, in its own time, up to today or to where it stands still. Whatever falls due in between
 * is carried out on its day.
 */
final class Wiedergabe {

    private static final String VERZUG = "verzug-begruenden";
    private static final List<String> GRUENDE = List.of("Die Haushaltssperre hat die Vergabe der Begleitung verzögert.",
            "Durch den Personalwechsel im Amt konnte die Arbeitsgruppe erst später zusammenkommen.",
            "Die Abstimmung zwischen den Ämtern hat länger gedauert als gedacht.");

    private final Vorgang vorgang;
    private final Musterakte akte;
    private final Aufzeichnung vorlage;
    private final LocalDateTime jetzt;
    private final Map<String, Integer> gesehen = new HashMap<>();
    private LocalDateTime basis;
    private int seitBasis;

    Wiedergabe(Vorgang vorgang, Musterakte akte, LocalDateTime jetzt) {
        this.vorgang = vorgang;
        this.akte = akte;
        this.vorlage = Aufzeichnung.lies(akte.plan().vorlage());
        this.jetzt = jetzt;
    }

    void spiele() {
        Zeitmaschine.stelle(Zeitmaschine.dienstzeit(akte.beginn(), akte.nummer()));
        vorgang.beginne(akte.anfang(vorlage));
        LocalDateTime ende = akte.plan().stehtSeitTagen() == 0 ? jetzt : jetzt.minusDays(akte.plan().stehtSeitTagen());
        for (Schritt schritt : vorlage.schritte()) {
            if (haelt(schritt) || !kommtNoch(schritt, ende) || vorgang.gestoert()) {
                break;
            }
            if (schritt.termin() == null) {
                erledige(schritt);
            }
        }
        if (akte.plan().felder() > 0) {
            new Felder(vorgang, akte, vorlage).arbeite(ende);
        }
        if (akte.plan().ruht()) {
            ruhe();
        }
        bis(jetzt, akte.plan().stehtSeitTagen() == 0);
    }

    private boolean haelt(Schritt schritt) {
        String name = schritt.schritt() == null ? schritt.termin() : schritt.schritt();
        int mal = gesehen.merge(name, 1, Integer::sum);
        String halt = akte.plan().halt();
        return halt != null && (halt.equals(name) || halt.equals(name + "#" + mal));
    }

    /** Goes on to the time of that step, if it comes before the end. */
    private boolean kommtNoch(Schritt schritt, LocalDateTime ende) {
        bis(Zeitmaschine.jetzt(), true);
        LocalDateTime zeit = schritt.termin() == null ? zeit(schritt) : vorgang.termin(schritt.termin()).map(Zeitmaschine::zeit)
                .map(t -> t.plusMinutes(30)).orElse(Zeitmaschine.jetzt());
        if (zeit.isAfter(ende)) {
            bis(ende, true);
            return false;
        }
        bis(zeit, true);
        if (schritt.termin() != null) {
            basis = zeit;
            seitBasis = 0;
        }
        return true;
    }

    private LocalDateTime zeit(Schritt schritt) {
        int streuung = akte.nummer() * 31 + schritt.schritt().length();
        LocalDateTime zeit = basis == null ? Zeitmaschine.dienstzeit(akte.tag(schritt.anteil()), streuung)
                : Zeitmaschine.dienstzeit(basis.toLocalDate().plusDays(9L * ++seitBasis), streuung);
        LocalDateTime frueh = Zeitmaschine.jetzt().plusMinutes(40 + streuung % 50);
        return zeit.isBefore(frueh) ? frueh : zeit;
    }

    private void erledige(Schritt schritt) {
        Map<String, Object> angaben = new LinkedHashMap<>(akte.angaben(vorlage, schritt.angaben()));
        angaben.putAll(akte.plan().anders().getOrDefault(schritt.schritt(), Map.of()));
        angaben.values().removeIf(Objects::isNull);
        if (angaben.containsKey("planEnde")) { // who sends the plan again sends it as it is by now
            angaben.put("planBeginn", vorgang.rahmen("planBeginn"));
            angaben.put("planEnde", vorgang.rahmen("planEnde"));
        }
        if (akte.plan().felder() > 0 && angaben.get("handlungsfelder") instanceof List<?> felder) {
            angaben.put("handlungsfelder", Felder.vermehre(felder, akte.plan().felder()));
        }
        Task aufgabe = vorgang.aufgabe(schritt.schritt(), schritt.rolle(), akte.text(vorlage, schritt.zusatz()));
        if (!Boolean.TRUE.equals(vorgang.wert(aufgabe, "postBereit"))) { // without a mail server nobody is asked who sends
            angaben.remove("versandArt");
        }
        vorgang.erledige(aufgabe, schritt.person(), angaben);
    }

    private void ruhe() {
        String tag = Zeitmaschine.jetzt().toLocalDate().toString();
        vorgang.erledige(vorgang.aufgabe("akte-nachtragen", "integrationsbeauftragte", ""), "integrationsbeauftragte", Map.of("nachtragArt", "ruhen",
                "spitzeName", akte.kommune().leitungName(), "spitzeDatum", tag, "spitzePapier", "Vermerk vom " + tag,
                "spitzeGrund", "Bis zur Neubesetzung der Stelle kann niemand die Arbeit weiterführen."));
    }

    /** Carries out what falls due until then, and explains delays a week after they were noticed. */
    private void bis(LocalDateTime zeit, boolean jemandArbeitet) {
        boolean erklaert = jemandArbeitet && akte.plan().begruendet();
        for (int runde = 0; runde < 500; runde++) {
            Task verzug = erklaert ? vorgang.offen(VERZUG).stream().findFirst().orElse(null) : null;
            LocalDateTime erklaerung = verzug == null ? null : Zeitmaschine.zeit(verzug.getCreateTime()).plusDays(7);
            Vorgang.Faellig job = vorgang.naechsterJob(Zeitmaschine.datum(zeit), akte.plan().stoerung()).orElse(null);
            if (erklaerung != null && !erklaerung.isAfter(zeit) && (job == null || job.am() != null && job.am().after(Zeitmaschine.datum(erklaerung)))) {
                Zeitmaschine.stelleVor(erklaerung);
                vorgang.erledige(verzug, "integrationsbeauftragte", Map.of("verzuege", gruende(verzug)));
            } else if (job != null) {
                Zeitmaschine.stelleVor(job.am() == null ? Zeitmaschine.jetzt() : Zeitmaschine.zeit(new Date(job.am().getTime() + 60_000)));
                vorgang.fuehreAus(job);
            } else {
                Zeitmaschine.stelleVor(zeit);
                return;
            }
        }
    }

    private List<Map<String, Object>> gruende(Task verzug) {
        return vorgang.zeilen(verzug, "verzuege").stream().map(zeile -> {
            Map<String, Object> neu = new LinkedHashMap<>(zeile);
            neu.remove("meilenstein");
            neu.put("grund", GRUENDE.get(Math.floorMod(akte.nummer() + zeile.get("name").hashCode(), GRUENDE.size())));
            if ("verfehlt".equals(zeile.get("art"))) {
                neu.put("neuErwartet", Zeitmaschine.jetzt().toLocalDate().plusDays(21).toString());
            }
            return neu;
        }).toList();
    }
}
