package de.integrationskonzept.cockpit;

import de.integrationskonzept.akte.Aktenbild;
import de.integrationskonzept.akte.Aktenbild.Bild;
import java.util.List;
import org.springframework.stereotype.Component;

/**
 * How the time plan of a file stands and what a delay pushes. Which dates hang on the plan says the decision
 * {@code termine-im-blick}. Days are JJJJ-MM-TT. Why the plan moved belongs to the plan; other things that people wrote (names of
 * persons and bodies) are only for those who read the file.
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

    /** @param was the milestone that slipped, or that the plan was changed; {@code grund} why, null as long as nobody has said so */
    record Verschiebung(String am, String was, long tage, String neuesEnde, String grund) {
    }

    /**
     * A day that hangs on the plan.
     *
     * @param zusatz what somebody wrote to it, null for those who do not read that
     * @param meilenstein on which it hangs, {@code bezug} when that is expected as things stand today, {@code gerueckt} by how many
     *     days it has moved; null without a plan
     * @param luft days until it no longer fits, negative when it does not; null where it simply moves along
     * @param stand konflikt, knapp, frei, folgt, ueberfaellig, vorbei or erledigt; {@code standText} as people read it
     */
    record Termin(String termin, String datum, String zusatz, String meilenstein, String bezug, Long gerueckt, Long luft, String stand,
            String standText, String satz) {

        Termin fuer(boolean lesende) {
            return lesende ? this : new Termin(termin, datum, null, meilenstein, bezug, gerueckt, luft, stand, standText, satz);
        }
    }

    private record Plan(boolean liegtVor, String beginn, String ende, String erstesEnde, Long monate, Long verzug, List<Meilenstein> meilensteine,
            List<Verschiebung> verschiebungen) {
    }

    private record Termine(long ueberfaellig, String erwartetesEnde, List<Termin> termine) {
    }

    /**
     * @param ende the end as the plan says now, {@code erstesEnde} that of the first plan, {@code verzug} the days between them; null
     *     without a plan
     * @param ueberfaellig days by which a milestone is overdue today, {@code erwartetesEnde} the end with these
     */
    record Zeitplan(String heute, String beginn, String ende, String erstesEnde, Long monate, Long verzug, long ueberfaellig, String erwartetesEnde,
            List<Meilenstein> meilensteine, List<Verschiebung> verschiebungen, List<Termin> termine) {
    }

    Zeitplan lies(String akte) {
        Bild bild = akten.lies(akte, "Zeitplan");
        Plan plan = bild.nach("zeitplan-uebersicht", Plan.class);
        Termine termine = bild.nach("termine-im-blick", Termine.class);
        return new Zeitplan(bild.heute(), plan.beginn, plan.ende, plan.erstesEnde, plan.monate, plan.verzug, termine.ueberfaellig,
                termine.erwartetesEnde, plan.meilensteine, plan.verschiebungen,
                termine.termine.stream().map(t -> t.fuer(bild.mitAntworten())).toList());
    }
}
