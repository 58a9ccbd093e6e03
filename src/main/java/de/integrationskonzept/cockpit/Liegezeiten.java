package de.integrationskonzept.cockpit;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;
import static jakarta.ws.rs.core.Response.Status.NOT_FOUND;

import de.integrationskonzept.engine.Caller;
import de.integrationskonzept.engine.ConfidentialProcesses;
import de.integrationskonzept.engine.Refusal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.authorization.ProcessDefinitionPermissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * How long tasks wait until they are done, by task and role over all files of the caller's Kommunen. Never by person: no statement
 * here reads one. No figure from fewer than {@value #MINDESTENS} files. So that nothing about one case comes out by subtracting,
 * there is no filter but the process, no sum over rows, days are whole, and what was done in the current month is not in it yet.
 */
@Component
class Liegezeiten {

    static final int MINDESTENS = 5;

    private static final ZoneId ZONE = ZoneId.of("Europe/Berlin");

    /**
     * The role is the one of the model, also when the Integrationsbeauftragte had the task in place of a role without members. In
     * days, because H2 takes no percentile of numbers as large as milliseconds are.
     */
    private static final String ZEITEN = """
            select SCHRITT_, ROLLE_, count(distinct AKTE_) as FAELLE_, percentile_cont(0.5) within group (order by DAUER_) as MEDIAN_,
              percentile_cont(0.9) within group (order by DAUER_) as P90_
            from (select T.TASK_DEF_KEY_ as SCHRITT_, cast(T.DURATION_ / 86400000.0 as double precision) as DAUER_,
                concat(R.TENANT_ID_, '/', coalesce(R.BUSINESS_KEY_, R.ID_)) as AKTE_,
                (select coalesce(min(case when L.GROUP_ID_ <> 'integrationsbeauftragte' then L.GROUP_ID_ end), min(L.GROUP_ID_))
                  from ACT_HI_IDENTITYLINK L where L.TASK_ID_ = T.ID_ and L.TYPE_ = 'candidate' and L.OPERATION_TYPE_ = 'add') as ROLLE_
              from ACT_HI_TASKINST T join ACT_HI_PROCINST R on R.ID_ = T.ROOT_PROC_INST_ID_
              where T.PROC_DEF_KEY_ = ? and T.DELETE_REASON_ = 'completed' and T.END_TIME_ < ? %s) Z
            group by SCHRITT_, ROLLE_""";

    private final ProcessEngine engine;
    private final JdbcTemplate jdbc;
    private final ConfidentialProcesses vertraulich;
    private final Ablaufplaene plaene;
    private final Namen namen;

    Liegezeiten(ProcessEngine engine, JdbcTemplate jdbc, ConfidentialProcesses vertraulich, Ablaufplaene plaene, Namen namen) {
        this.engine = engine;
        this.jdbc = jdbc;
        this.vertraulich = vertraulich;
        this.plaene = plaene;
        this.namen = namen;
    }

    /**
     * @param prozess name of the process, {@code definition} its latest version
     * @param bis what was done from this day on is not in it
     * @param zeilen the slowest first, those without figures last
     */
    record Auswertung(String prozess, String definition, LocalDate bis, int mindestens, List<Zeile> zeilen) {
    }

    /**
     * @param schritt name of the task, {@code schrittId} its id in the model
     * @param faelle from how many files; null below the least number, as are the two figures
     * @param median days in which half of them were done, {@code p90} in which nine of ten were; whole days, 0 is less than half a day
     */
    record Zeile(String schrittId, String schritt, String rolle, Integer faelle, Long median, Long p90) {
    }

    /**
     * @param prozess key of the process
     * @throws Refusal (400) without one, (404) when there is none that the caller may read the whole history of
     */
    Auswertung zu(String prozess) {
        if (prozess == null || prozess.isBlank()) {
            throw new Refusal(BAD_REQUEST, "Bitte nennen Sie in „prozess“ den Ablauf, um den es geht.");
        }
        ProcessDefinition definition = definition(prozess);
        Authentication wer = engine.getIdentityService().getCurrentAuthentication();
        LocalDate bis = LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZONE).withDayOfMonth(1);
        Map<String, String> schritte = plaene.zu(definition.getId()).alle().collect(Collectors.toMap(Ablaufplan.Schritt::id, Ablaufplan.Schritt::name));
        List<Zeile> zeilen = lies(prozess, bis.atStartOfDay(ZONE).toInstant(), wer, schritte).stream().sorted(Comparator.comparing(Zeile::median,
                Comparator.nullsLast(Comparator.reverseOrder())).thenComparing(Zeile::p90, Comparator.nullsLast(Comparator.reverseOrder()))
                .thenComparing(Zeile::schritt)).toList();
        return new Auswertung(definition.getName() == null ? prozess : definition.getName(), definition.getId(), bis, MINDESTENS, zeilen);
    }

    private ProcessDefinition definition(String prozess) {
        Authentication wer = engine.getIdentityService().getCurrentAuthentication();
        ProcessDefinition definition = engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey(prozess).latestVersion()
                .listPage(0, 1).stream().findFirst().orElse(null);
        if (definition == null || vertraulich.contains(definition.getId()) || !engine.getAuthorizationService().isUserAuthorized(wer.getUserId(),
                wer.getGroupIds(), ProcessDefinitionPermissions.READ_HISTORY, Resources.PROCESS_DEFINITION, prozess)) {
            throw new Refusal(NOT_FOUND, "Diesen Ablauf gibt es nicht, oder Sie dürfen seine Liegezeiten nicht sehen. Das ist Sache der Prozessverantwortung.");
        }
        return definition;
    }

    private List<Zeile> lies(String prozess, Instant bis, Authentication wer, Map<String, String> schritte) {
        List<Object> werte = new ArrayList<>(List.of(prozess, Timestamp.from(bis)));
        String kommunen = "";
        if (!Caller.isAdministrator(wer)) {
            List<String> eigene = wer.getTenantIds() == null ? List.of() : wer.getTenantIds();
            if (eigene.isEmpty()) {
                return List.of();
            }
            kommunen = "and T.TENANT_ID_ in (" + String.join(", ", Collections.nCopies(eigene.size(), "?")) + ")";
            werte.addAll(eigene);
        }
        return jdbc.query(ZEITEN.formatted(kommunen), (zeile, i) -> zeile(zeile, schritte), werte.toArray());
    }

    private Zeile zeile(ResultSet zeile, Map<String, String> schritte) throws SQLException {
        String schritt = zeile.getString("SCHRITT_");
        String rolle = zeile.getString("ROLLE_");
        boolean genug = zeile.getInt("FAELLE_") >= MINDESTENS;
        return new Zeile(schritt, schritte.getOrDefault(schritt, "früherer Schritt"), rolle == null ? "ohne Rolle" : namen.rollen(List.of(rolle)),
                genug ? zeile.getInt("FAELLE_") : null, genug ? tage(zeile, "MEDIAN_") : null, genug ? tage(zeile, "P90_") : null);
    }

    private static Long tage(ResultSet zeile, String spalte) throws SQLException {
        return Math.round(zeile.getDouble(spalte));
    }
}
