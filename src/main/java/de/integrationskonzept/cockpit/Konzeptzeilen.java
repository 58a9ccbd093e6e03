package de.integrationskonzept.cockpit;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.integrationskonzept.cockpit.Aktenwurzeln.Wurzel;
import de.integrationskonzept.cockpit.Arbeitsstand.Aufgabe;
import de.integrationskonzept.cockpit.Arbeitsstand.Stoerung;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** Fills in for the files of one page what a list does not sort by: plan, tasks, incidents, last activity. */
@Component
class Konzeptzeilen {

    private static final String PLAENE = "select V.PROC_INST_ID_, B.BYTES_ from ACT_HI_VARINST V join ACT_GE_BYTEARRAY B on B.ID_ = V.BYTEARRAY_ID_ "
            + "where V.PROC_INST_ID_ in (:akten) and V.ACT_INST_ID_ = V.PROC_INST_ID_ and V.NAME_ = 'plan' and (V.STATE_ is null or V.STATE_ <> 'DELETED') "
            + "order by V.CREATE_TIME_, V.ID_";

    private final NamedParameterJdbcTemplate jdbc;
    private final Aktenwurzeln wurzeln;
    private final Arbeitsstand arbeit;
    private final Namen namen;
    private final ObjectMapper json;

    Konzeptzeilen(NamedParameterJdbcTemplate jdbc, Aktenwurzeln wurzeln, Arbeitsstand arbeit, Namen namen, ObjectMapper json) {
        this.jdbc = jdbc;
        this.wurzeln = wurzeln;
        this.arbeit = arbeit;
        this.namen = namen;
        this.json = json;
    }

    /** What the list itself knows. */
    record Grundzeile(String id, String kommune, String aktenzeichen, Lage.Stand stand, String phase, String ampel, LocalDate geplant, LocalDate erwartet,
            int ueberfaellig, Instant beginn, Instant ende) {
    }

    /** Tasks of one role that somebody is waited for, and how many of them are overdue. */
    record AmZug(String rolle, int offen, int ueberfaellig) {
    }

    /**
     * A file in the overview.
     *
     * @param ampel word of the light, null when readiness was not checked yet
     * @param planEnde first planned end, {@code erwartet} the expected one as things stand today, {@code verzug} the days between
     * @param grund why it is late, null when it is not
     * @param zuletzt when somebody last completed something, null when nobody has yet
     * @param ende when the frame ended, null while it runs
     */
    record Konzept(String id, String kommune, String aktenzeichen, Lage.Stand stand, String phase, List<Planstand.Phase> phasen, String ampel, LocalDate planEnde,
            LocalDate erwartet, Long verzug, String grund, List<AmZug> aufgaben, List<Stoerung> stoerungen, Instant zuletzt, Instant beginn, Instant ende) {
    }

    /** A root under its name, {@code laeuft} whether Cockpit can still show it. */
    record Vorgang(String id, String name, boolean laeuft) {
    }

    /** A file with all that is open in it; {@code vorgaenge} its roots, oldest first. */
    record Einzeln(Konzept konzept, List<Aufgabe> aufgaben, List<Stoerung> stoerungen, List<Vorgang> vorgaenge) {
    }

    /** In the same order. */
    List<Konzept> konzepte(List<Grundzeile> zeilen, List<String> vertraulich) {
        return konzepte(zeilen, arbeit.von(wurzeln.von(zeilen.stream().map(Grundzeile::id).toList()), vertraulich));
    }

    private List<Konzept> konzepte(List<Grundzeile> zeilen, Map<String, Arbeitsstand.Arbeit> arbeiten) {
        Map<String, Planstand> plaene = plaene(arbeiten.keySet());
        LocalDate heute = Konzepte.heute();
        return zeilen.stream().map(z -> konzept(z, plaene.getOrDefault(z.id(), Planstand.KEINER), arbeiten.get(z.id()), heute)).toList();
    }

    private static Konzept konzept(Grundzeile z, Planstand plan, Arbeitsstand.Arbeit arbeit, LocalDate heute) {
        return new Konzept(z.id(), z.kommune(), z.aktenzeichen(), z.stand(), z.phase(), plan.leiste(z.phase(), z.stand()), z.ampel(), z.geplant(),
                z.erwartet() == null ? null : z.erwartet().plusDays(z.ueberfaellig()), Planstand.verzug(z.geplant(), z.erwartet(), z.ueberfaellig()),
                plan.grund(heute, z.stand()), arbeit.amZug(), arbeit.stoerungen(), arbeit.zuletzt(), z.beginn(), z.ende());
    }

    Einzeln einzeln(Grundzeile zeile, List<String> vertraulich) {
        Map<String, List<Wurzel>> seine = wurzeln.von(List.of(zeile.id()));
        Map<String, Arbeitsstand.Arbeit> arbeiten = arbeit.von(seine, vertraulich);
        Arbeitsstand.Arbeit offen = arbeiten.get(zeile.id());
        // What goes beside the file says no phase.
        List<Wurzel> gesagt = seine.get(zeile.id()).stream().filter(w -> w.phase() != null).toList();
        Map<String, String> prozesse = namen.prozesse(Stream.concat(gesagt.stream().map(Wurzel::definition), offen.definitionen().stream()).toList());
        return new Einzeln(konzepte(List.of(zeile), arbeiten).get(0), offen.aufgaben().stream().map(a -> a.benannt(prozesse)).toList(),
                offen.stoerungen().stream().map(s -> s.benannt(prozesse)).toList(),
                gesagt.stream().map(w -> new Vorgang(w.id(), w.rahmen() ? prozesse.get(w.definition()) : w.phase(), w.ende() == null)).toList());
    }

    private Map<String, Planstand> plaene(Set<String> akten) {
        Map<String, Planstand> plaene = new HashMap<>();
        if (!akten.isEmpty()) {
            jdbc.query(PLAENE, Map.of("akten", akten), zeile -> {
                plaene.put(zeile.getString(1), Planstand.lies(json, zeile.getBytes(2)));
            });
        }
        return plaene;
    }
}
