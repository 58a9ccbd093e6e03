package de.integrationskonzept.cockpit;

import de.integrationskonzept.cockpit.Aktenwurzeln.Wurzel;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.persistence.entity.SuspensionState;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** What is open in files, by role and never by person: three statements, whatever the number of files. */
@Component
class Arbeitsstand {

    private static final String AUFGABEN = "select E.ROOT_PROC_INST_ID_, T.ID_, T.NAME_, T.PROC_INST_ID_, T.PROC_DEF_ID_, T.DUE_DATE_, T.SUSPENSION_STATE_, "
            + "L.GROUP_ID_ from ACT_RU_EXECUTION E join ACT_RU_TASK T on T.PROC_INST_ID_ = E.ID_ left join ACT_RU_IDENTITYLINK L on L.TASK_ID_ = T.ID_ "
            + "and L.TYPE_ = 'candidate' and L.GROUP_ID_ is not null where E.ROOT_PROC_INST_ID_ in (:wurzeln) and T.PROC_DEF_ID_ not in (:vertraulich) "
            + "order by case when T.DUE_DATE_ is null then 1 else 0 end, T.DUE_DATE_, T.ID_, L.GROUP_ID_";
    /** Of each incident only where it began, not the instances above that it shows at, too. */
    private static final String STOERUNGEN = "select E.ROOT_PROC_INST_ID_, I.PROC_INST_ID_, I.PROC_DEF_ID_, I.INCIDENT_TIMESTAMP_ from ACT_RU_EXECUTION E "
            + "join ACT_RU_INCIDENT I on I.PROC_INST_ID_ = E.ID_ where E.ROOT_PROC_INST_ID_ in (:wurzeln) and I.ID_ = I.ROOT_CAUSE_INCIDENT_ID_ "
            + "and I.PROC_DEF_ID_ not in (:vertraulich) order by I.INCIDENT_TIMESTAMP_, I.ID_";
    private static final String ZULETZT = "select ROOT_PROC_INST_ID_, max(END_TIME_) from ACT_HI_TASKINST where ROOT_PROC_INST_ID_ in (:wurzeln) "
            + "and DELETE_REASON_ = 'completed' and PROC_DEF_ID_ not in (:vertraulich) group by ROOT_PROC_INST_ID_";
    private static final String OHNE_ROLLE = "Benannte Person";

    private final NamedParameterJdbcTemplate jdbc;
    private final Namen namen;
    private final Prozessarten arten;

    Arbeitsstand(NamedParameterJdbcTemplate jdbc, Namen namen, Prozessarten arten) {
        this.jdbc = jdbc;
        this.namen = namen;
        this.arten = arten;
    }

    /**
     * An open task.
     *
     * @param rolle whose it is, in words, {@code vorgang} the process instance it lies in, {@code vorgangName} its process
     * @param stehtBereit it is there all the time, and nobody is waited for
     */
    record Aufgabe(String id, String name, String rolle, String vorgang, String vorgangName, Instant faellig, boolean ueberfaellig, boolean ruht,
            boolean stehtBereit) {

        Aufgabe benannt(Map<String, String> prozesse) {
            return new Aufgabe(id, name, rolle, vorgang, prozesse.get(vorgangName), faellig, ueberfaellig, ruht, stehtBereit);
        }
    }

    /** An incident: the process instance in which it is, by name, and since when. */
    record Stoerung(String vorgang, String name, Instant seit) {

        Stoerung benannt(Map<String, String> prozesse) {
            return new Stoerung(vorgang, prozesse.get(name), seit);
        }
    }

    /** Of one file; processes are told by their definition until {@code benannt}. {@code zuletzt} is null before the first step. */
    record Arbeit(List<Aufgabe> aufgaben, List<Stoerung> stoerungen, Instant zuletzt) {

        /** By role, the one with most overdue tasks first. */
        List<Konzeptzeilen.AmZug> amZug() {
            Map<String, List<Aufgabe>> jeRolle = aufgaben.stream().filter(a -> !a.stehtBereit() && !a.ruht())
                    .collect(Collectors.groupingBy(Aufgabe::rolle, LinkedHashMap::new, Collectors.toList()));
            return jeRolle.entrySet().stream().map(e -> new Konzeptzeilen.AmZug(e.getKey(), e.getValue().size(),
                            (int) e.getValue().stream().filter(Aufgabe::ueberfaellig).count()))
                    .sorted((a, b) -> Integer.compare(b.ueberfaellig(), a.ueberfaellig())).toList();
        }

        Set<String> definitionen() {
            Set<String> definitionen = new LinkedHashSet<>();
            aufgaben.forEach(a -> definitionen.add(a.vorgangName()));
            stoerungen.forEach(s -> definitionen.add(s.name()));
            return definitionen;
        }
    }

    /** By file. */
    Map<String, Arbeit> von(Map<String, List<Wurzel>> akten, List<String> vertraulich) {
        Map<String, String> akteVon = new HashMap<>();
        akten.forEach((akte, wurzeln) -> wurzeln.forEach(w -> akteVon.put(w.id(), akte)));
        Map<String, Arbeit> arbeit = new LinkedHashMap<>();
        akten.keySet().forEach(akte -> arbeit.put(akte, new Arbeit(new ArrayList<>(), new ArrayList<>(), null)));
        if (akteVon.isEmpty()) {
            return arbeit;
        }
        Map<String, Object> werte = Map.of("wurzeln", akteVon.keySet(), "vertraulich", vertraulich);
        liesAufgaben(werte).forEach(a -> arbeit.get(akteVon.get(a.wurzel())).aufgaben().add(a.aufgabe()));
        jdbc.query(STOERUNGEN, werte, zeile -> {
            arbeit.get(akteVon.get(zeile.getString(1))).stoerungen().add(new Stoerung(zeile.getString(2), zeile.getString(3),
                    Aktenwurzeln.zeit(zeile.getTimestamp(4))));
        });
        jdbc.query(ZULETZT, werte, zeile -> {
            Instant zeit = Aktenwurzeln.zeit(zeile.getTimestamp(2));
            arbeit.computeIfPresent(akteVon.get(zeile.getString(1)), (akte, bisher) -> bisher.zuletzt() != null && bisher.zuletzt().isAfter(zeit) ? bisher
                    : new Arbeit(bisher.aufgaben(), bisher.stoerungen(), zeit));
        });
        return arbeit;
    }

    private record MitWurzel(String wurzel, Aufgabe aufgabe) {
    }

    /** A task has one row per role. */
    private List<MitWurzel> liesAufgaben(Map<String, Object> werte) {
        Map<String, MitWurzel> aufgaben = new LinkedHashMap<>();
        Map<String, List<String>> rollen = new HashMap<>();
        jdbc.query(AUFGABEN, werte, zeile -> {
            String id = zeile.getString("ID_");
            aufgaben.putIfAbsent(id, new MitWurzel(zeile.getString("ROOT_PROC_INST_ID_"), aufgabe(zeile)));
            if (zeile.getString("GROUP_ID_") != null) {
                rollen.computeIfAbsent(id, a -> new ArrayList<>()).add(zeile.getString("GROUP_ID_"));
            }
        });
        return aufgaben.values().stream().map(a -> new MitWurzel(a.wurzel(), mitRolle(a.aufgabe(), rollen.get(a.aufgabe().id())))).toList();
    }

    private Aufgabe aufgabe(ResultSet zeile) throws SQLException {
        Instant faellig = Aktenwurzeln.zeit(zeile.getTimestamp("DUE_DATE_"));
        boolean ruht = zeile.getInt("SUSPENSION_STATE_") == SuspensionState.SUSPENDED.getStateCode();
        String definition = zeile.getString("PROC_DEF_ID_");
        return new Aufgabe(zeile.getString("ID_"), zeile.getString("NAME_"), null, zeile.getString("PROC_INST_ID_"), definition, faellig,
                !ruht && faellig != null && faellig.isBefore(ClockUtil.getCurrentTime().toInstant()), ruht, arten.stehtBereit(definition));
    }

    private Aufgabe mitRolle(Aufgabe a, List<String> gruppen) {
        return new Aufgabe(a.id(), a.name(), gruppen == null ? OHNE_ROLLE : namen.rollen(gruppen), a.vorgang(), a.vorgangName(), a.faellig(), a.ueberfaellig(),
                a.ruht(), a.stehtBereit());
    }
}
