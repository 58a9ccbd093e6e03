package de.integrationskonzept.cockpit;

import de.integrationskonzept.akte.Aktenbild;
import de.integrationskonzept.akte.Aktenbild.Bild;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * How the time plan of a file stands and what a delay pushes. Which dates hang on the plan says the decision
 * {@code termine-im-blick}. Days are JJJJ-MM-TT. What people wrote (reasons, names) only for those who read the file.
 */
@Component
class Zeitplanansicht {

    private final Aktenbild akten;

    Zeitplanansicht(Aktenbild akten) {
        this.akten = akten;
    }

    /**
     * @param beginn,ende of the part of the time that leads to the milestone, as things stand; {@code geplant} its day in the
     *     first plan
     * @param erreicht null before
     * @param tage by which it is (or was) later than first planned
     */
    record Meilenstein(String name, String phase, String beginn, String ende, String geplant, String erwartet, String erreicht, long tage) {
    }

    /**
     * @param was the milestone that slipped, or that the plan was changed
     * @param begruendet whether somebody has said why; {@code grund} null for those who do not read what people wrote
     */
    record Verschiebung(String am, String was, long tage, String neuesEnde, String grund, boolean begruendet) {

        Verschiebung fuer(boolean lesende) {
            return new Verschiebung(am, was, tage, neuesEnde, lesende ? grund : null, grund != null && !grund.isBlank());
        }
    }

    /**
     * A day that hangs on the plan.
     *
     * @param zusatz what somebody wrote to it, null for those who do not read that
     * @param meilenstein on which it hangs, and by how many days that has moved; null without a plan
     * @param luft days until it no longer fits, negative when it does not; null where it simply moves along
     * @param stand konflikt, knapp, frei, folgt, ueberfaellig, vorbei or erledigt; {@code standText} as people read it
     */
    record Termin(String termin, String datum, String zusatz, String meilenstein, Long gerueckt, Long luft, String stand, String standText,
            String satz) {

        Termin fuer(boolean lesende) {
            return lesende ? this : new Termin(termin, datum, null, meilenstein, gerueckt, luft, stand, standText, satz);
        }
    }

    private record Plan(boolean liegtVor, String beginn, String ende, String erstesEnde, Long monate, Long verzug, List<Meilenstein> meilensteine,
            List<Verschiebung> verschiebungen) {
    }

    private record Termine(List<Termin> termine) {
    }

    /**
     * @param mitGruenden whether the reader sees what people wrote
     * @param erstesEnde the end of the first plan, {@code verzug} by how many days it lies later now; null without a plan
     */
    record Zeitplan(String heute, boolean mitGruenden, String beginn, String ende, String erstesEnde, Long monate, Long verzug,
            List<Meilenstein> meilensteine, List<Verschiebung> verschiebungen, List<Termin> termine) {
    }

    Zeitplan lies(String akte) {
        Bild bild = akten.lies(akte, "Zeitplan");
        boolean lesende = bild.mitAntworten();
        Plan plan = bild.nach("zeitplan-uebersicht", Plan.class);
        return new Zeitplan(bild.heute(), lesende, plan.beginn, plan.ende, plan.erstesEnde, plan.monate, plan.verzug, plan.meilensteine,
                plan.verschiebungen.stream().map(v -> v.fuer(lesende)).toList(),
                bild.nach("termine-im-blick", Termine.class).termine.stream().map(t -> t.fuer(lesende)).toList());
    }
}
