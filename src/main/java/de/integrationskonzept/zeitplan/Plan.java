package de.integrationskonzept.zeitplan;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The time plan of one file: what was planned first, what is expected now, what was reached, and why it moved (R62, R73).
 *
 * @param beginn first day, {@code ende} last day as planned now
 * @param verschiebungen every change of begin or end, oldest first
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
    }

    /** @param tage days that the end moved, negative when earlier */
    record Verschiebung(LocalDate am, LocalDate altesEnde, LocalDate neuesEnde, long tage, String grund) {
    }

    static LocalDate tag(LocalDate beginn, LocalDate ende, double anteil) {
        return beginn.plusDays(Math.round(ChronoUnit.DAYS.between(beginn, ende) * anteil));
    }

    Optional<Meilenstein> meilenstein(String id) {
        return meilensteine.stream().filter(m -> m.id().equals(id)).findFirst();
    }

    /** The same milestones between a new begin and end; what was reached stays as it was. */
    Plan verschoben(LocalDate neuerBeginn, LocalDate neuesEnde, LocalDate heute, String grund) {
        if (neuerBeginn.equals(beginn) && neuesEnde.equals(ende)) {
            return this;
        }
        List<Meilenstein> neu = meilensteine.stream()
                .map(m -> m.erreicht() != null ? m : m.erwartetAm(tag(neuerBeginn, neuesEnde, m.anteil()))).toList();
        return new Plan(neuerBeginn, neuesEnde, neu, mehr(heute, neuesEnde, grund));
    }

    /** A milestone happened; when it was later than expected, all that is still to come moves by as many days. */
    Plan erreicht(String id, LocalDate heute) {
        Optional<Meilenstein> ziel = meilenstein(id).filter(m -> m.erreicht() == null);
        if (ziel.isEmpty()) {
            return this;
        }
        long verzug = Math.max(0, ChronoUnit.DAYS.between(ziel.get().erwartet(), heute));
        List<Meilenstein> neu = meilensteine.stream().map(m -> m == ziel.get() ? m.erreichtAm(heute)
                : m.erreicht() != null ? m : m.erwartetAm(m.erwartet().plusDays(verzug))).toList();
        LocalDate neuesEnde = ende.plusDays(verzug);
        return new Plan(beginn, neuesEnde, neu,
                verzug == 0 ? verschiebungen : mehr(heute, neuesEnde, "„" + ziel.get().name() + "“ später als geplant"));
    }

    private List<Verschiebung> mehr(LocalDate heute, LocalDate neuesEnde, String grund) {
        List<Verschiebung> alle = new ArrayList<>(verschiebungen);
        alle.add(new Verschiebung(heute, ende, neuesEnde, ChronoUnit.DAYS.between(ende, neuesEnde), grund));
        return List.copyOf(alle);
    }
}
