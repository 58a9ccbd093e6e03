package de.integrationskonzept.zeitplan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * The time plan of one file: what was planned first, what is expected now, what was reached, and why it moved (R62, R73).
 *
 * @param beginn first day, {@code ende} last day as planned now
 * @param verschiebungen every slippage of a milestone and every change of begin or end, oldest first
 */
record Plan(LocalDate beginn, LocalDate ende, List<Meilenstein> meilensteine, List<Verschiebung> verschiebungen) {

    /**
     * @param anteil share of the whole time after which it is due, 0 to 1
     * @param geplant the day in the first plan
     * @param erwartet the day as things stand
     * @param erreicht the day it happened, null before
     */
    record Meilenstein(String id, String name, String phase, double anteil, LocalDate geplant, LocalDate erwartet,
            LocalDate erreicht) {

        Meilenstein erwartetAm(LocalDate tag) {
            return new Meilenstein(id, name, phase, anteil, geplant, tag, erreicht);
        }

        Meilenstein erreichtAm(LocalDate tag) {
            return new Meilenstein(id, name, phase, anteil, geplant, tag, tag);
        }

        boolean offen() {
            return erreicht == null;
        }

        boolean verfehlt(LocalDate heute) {
            return offen() && erwartet.isBefore(heute);
        }
    }

    /**
     * @param tage days by which the milestone moved, or the end when somebody changed the plan; negative when earlier
     * @param grund why, null as long as nobody has said so
     * @param meilenstein the milestone that slipped, null for a change of the plan by hand
     */
    record Verschiebung(LocalDate am, LocalDate altesEnde, LocalDate neuesEnde, long tage, String grund, String meilenstein) {

        boolean ohneGrund() {
            return meilenstein != null && (grund == null || grund.isBlank());
        }

        Verschiebung mitGrund(String neuerGrund) {
            return new Verschiebung(am, altesEnde, neuesEnde, tage, neuerGrund, meilenstein);
        }
    }

    /**
     * What somebody says about a milestone that slipped.
     *
     * @param neuErwartet the day on which it is expected now; of no effect when it was reached in the meantime
     */
    record Verzug(String meilenstein, LocalDate neuErwartet, String grund) {
    }

    static LocalDate tag(LocalDate beginn, LocalDate ende, double anteil) {
        return beginn.plusDays(Math.round(ChronoUnit.DAYS.between(beginn, ende) * anteil));
    }

    Optional<Meilenstein> meilenstein(String id) {
        return meilensteine.stream().filter(m -> m.id().equals(id)).findFirst();
    }

    /** Milestones whose day passed without them. */
    List<Meilenstein> verfehlt(LocalDate heute) {
        return meilensteine.stream().filter(m -> m.verfehlt(heute)).toList();
    }

    /** The next day on which a milestone is expected, empty when all are reached. */
    Optional<LocalDate> naechster() {
        return meilensteine.stream().filter(Meilenstein::offen).map(Meilenstein::erwartet).min(LocalDate::compareTo);
    }

    /** Days by which the end lies later than in the first plan. */
    long verzug() {
        return meilensteine.stream().map(Meilenstein::geplant).max(LocalDate::compareTo)
                .map(erstesEnde -> ChronoUnit.DAYS.between(erstesEnde, ende)).orElse(0L);
    }

    /** The same milestones between a new begin and end; what was reached stays as it was. */
    Plan verschoben(LocalDate neuerBeginn, LocalDate neuesEnde, LocalDate heute, String grund) {
        if (neuerBeginn.equals(beginn) && neuesEnde.equals(ende)) {
            return this;
        }
        List<Meilenstein> neu = meilensteine.stream()
                .map(m -> m.offen() ? m.erwartetAm(tag(neuerBeginn, neuesEnde, m.anteil())) : m).toList();
        long tage = ChronoUnit.DAYS.between(ende, neuesEnde);
        return new Plan(neuerBeginn, neuesEnde, neu, mehr(new Verschiebung(heute, ende, neuesEnde, tage, grund, null)));
    }

    /**
     * A milestone happened; when it was later than expected, all that is still to come moves by as many days. Why is
     * asked afterwards.
     */
    Plan erreicht(String id, LocalDate heute) {
        Optional<Meilenstein> ziel = meilenstein(id).filter(Meilenstein::offen);
        if (ziel.isEmpty()) {
            return this;
        }
        long verzug = Math.max(0, ChronoUnit.DAYS.between(ziel.get().erwartet(), heute));
        List<Meilenstein> neu = meilensteine.stream().map(m -> m == ziel.get() ? m.erreichtAm(heute)
                : m.offen() ? m.erwartetAm(m.erwartet().plusDays(verzug)) : m).toList();
        LocalDate neuesEnde = ende.plusDays(verzug);
        return new Plan(beginn, neuesEnde, neu,
                verzug == 0 ? verschiebungen : mehr(new Verschiebung(heute, ende, neuesEnde, verzug, null, id)));
    }

    /**
     * Missed milestones get the day on which they are expected now, and what comes later moves along, in order and by as
     * many days; what was reached late gets its reason.
     */
    Plan begruendet(List<Verzug> verzuege, LocalDate heute) {
        Map<String, Verzug> gesagt = verzuege.stream().collect(Collectors.toMap(Verzug::meilenstein, Function.identity(), (a, b) -> b));
        List<Verschiebung> gruende = new ArrayList<>(verschiebungen.stream()
                .map(v -> v.ohneGrund() && gesagt.containsKey(v.meilenstein()) ? v.mitGrund(gesagt.get(v.meilenstein()).grund()) : v)
                .toList());
        List<Meilenstein> neu = new ArrayList<>();
        LocalDate vorher = LocalDate.MIN;
        LocalDate neuesEnde = ende;
        long verzug = 0;
        for (Meilenstein m : meilensteine) {
            Verzug dazu = gesagt.get(m.id());
            if (!m.offen()) {
                neu.add(m);
                continue;
            }
            LocalDate tag = spaeter(vorher, dazu != null && m.verfehlt(heute) ? dazu.neuErwartet() : m.erwartet().plusDays(verzug));
            verzug = dazu == null ? verzug : ChronoUnit.DAYS.between(m.erwartet(), tag);
            if (dazu != null) {
                LocalDate bisher = neuesEnde;
                neuesEnde = ende.plusDays(verzug);
                gruende.add(new Verschiebung(heute, bisher, neuesEnde, verzug, dazu.grund(), m.id()));
            }
            neu.add(m.erwartetAm(tag));
            vorher = tag;
        }
        return new Plan(beginn, spaeter(neuesEnde, vorher), List.copyOf(neu), List.copyOf(gruende));
    }

    private static LocalDate spaeter(LocalDate eins, LocalDate zwei) {
        return eins.isAfter(zwei) ? eins : zwei;
    }

    private List<Verschiebung> mehr(Verschiebung verschiebung) {
        List<Verschiebung> alle = new ArrayList<>(verschiebungen);
        alle.add(verschiebung);
        return List.copyOf(alle);
    }
}
