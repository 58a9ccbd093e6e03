package de.integrationskonzept.cockpit;

import de.integrationskonzept.formular.Fragen;
import de.integrationskonzept.formular.Schrittfragen;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.authorization.Groups;
import org.camunda.bpm.engine.impl.identity.Authentication;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The tasks that the caller has completed, in their own Kommunen. Who has completed a task says the operation log, which is
 * read by person in the order of time. A constant number of statements.
 */
@Component
class Erledigtes {

    private static final int SEITE = 25;

    private static final String ZEILEN = "select L.TASK_ID_, L.TIMESTAMP_, T.NAME_, T.TASK_DEF_KEY_, T.PROC_INST_ID_, T.PROC_DEF_ID_, R.BUSINESS_KEY_, V.TEXT_ "
            + "from ACT_HI_OP_LOG L join ACT_HI_TASKINST T on T.ID_ = L.TASK_ID_ join ACT_HI_PROCINST R on R.ID_ = T.ROOT_PROC_INST_ID_ "
            + "left join ACT_HI_VARINST V on V.PROC_INST_ID_ = T.PROC_INST_ID_ and V.NAME_ = 'karte' and V.TASK_ID_ = T.ID_ "
            + "where L.USER_ID_ = ? and L.OPERATION_TYPE_ = 'Complete' and T.DELETE_REASON_ = 'completed'%s%s "
            + "order by L.TIMESTAMP_ desc, L.TASK_ID_ limit " + (SEITE + 1) + " offset ?";
    private static final String GESUCHT = " and lower(coalesce(T.NAME_, '') || ' ' || coalesce(R.BUSINESS_KEY_, '') || ' ' || coalesce(V.TEXT_, '')) like ? escape '!'";
    private static final String ROLLEN = "select TASK_ID_, GROUP_ID_ from ACT_HI_IDENTITYLINK where TASK_ID_ in (%s) and TYPE_ = 'candidate' "
            + "and GROUP_ID_ is not null and OPERATION_TYPE_ = 'add' order by TIMESTAMP_, ID_";
    private static final String ANGEKREUZT = "select PROC_INST_ID_, NAME_ from ACT_HI_VARINST where PROC_INST_ID_ in (%s) and VAR_TYPE_ = 'boolean' "
            + "and LONG_ = 1 and (STATE_ is null or STATE_ <> 'DELETED')";

    private final JdbcTemplate jdbc;
    private final IdentityService identitaeten;
    private final Fragen fragen;
    private final Namen namen;

    Erledigtes(JdbcTemplate jdbc, IdentityService identitaeten, Fragen fragen, Namen namen) {
        this.jdbc = jdbc;
        this.identitaeten = identitaeten;
        this.fragen = fragen;
        this.namen = namen;
    }

    /**
     * @param akte as it stood on the card of the task, {@code vorgang} name of the process
     * @param rolle whose task it was, {@code imAuftrag} when the caller recorded it on its behalf
     */
    record Zeile(String id, String aufgabe, String akte, String vorgang, Instant am, String rolle, boolean imAuftrag) {
    }

    /** @param weitere there are more after these */
    record Seite(List<Zeile> zeilen, int ab, boolean weitere) {
    }

    private record Roh(String id, String name, String schritt, String vorgang, String definition, String akte, Instant am) {
    }

    /**
     * One page, newest first.
     *
     * @param suche part of the name of the task, of the Aktenzeichen or of the card; empty for all
     */
    Seite lies(int ab, String suche) {
        Authentication wer = identitaeten.getCurrentAuthentication();
        List<Object> werte = new ArrayList<>(List.of(wer.getUserId()));
        String kommunen = "";
        if (wer.getGroupIds() == null || !wer.getGroupIds().contains(Groups.CAMUNDA_ADMIN)) {
            List<String> eigene = wer.getTenantIds() == null ? List.of() : wer.getTenantIds();
            kommunen = eigene.isEmpty() ? " and T.TENANT_ID_ is null" : " and (T.TENANT_ID_ is null or T.TENANT_ID_ in (" + marken(eigene.size()) + "))";
            werte.addAll(eigene);
        }
        if (!suche.isBlank()) {
            werte.add("%" + suche.strip().toLowerCase(Locale.ROOT).replaceAll("[!%_]", "!$0") + "%");
        }
        werte.add(ab);
        List<Roh> gefunden = jdbc.query(ZEILEN.formatted(kommunen, suche.isBlank() ? "" : GESUCHT), (zeile, i) -> new Roh(zeile.getString("TASK_ID_"),
                zeile.getString("NAME_"), zeile.getString("TASK_DEF_KEY_"), zeile.getString("PROC_INST_ID_"), zeile.getString("PROC_DEF_ID_"),
                zeile.getString("TEXT_") == null ? zeile.getString("BUSINESS_KEY_") : zeile.getString("TEXT_"),
                zeile.getTimestamp("TIMESTAMP_").toInstant()), werte.toArray());
        List<Roh> seite = gefunden.subList(0, Math.min(SEITE, gefunden.size()));
        return new Seite(zeilen(seite), ab, gefunden.size() > SEITE);
    }

    private List<Zeile> zeilen(List<Roh> seite) {
        Map<String, Set<String>> rollen = gruppiert(ROLLEN, seite.stream().map(Roh::id).toList());
        Map<String, Set<String>> angekreuzt = gruppiert(ANGEKREUZT, seite.stream().map(Roh::vorgang).distinct().toList());
        List<String> definitionen = seite.stream().map(Roh::definition).distinct().toList();
        Map<String, List<Schrittfragen>> gefragt = fragen.jeSchritt(definitionen, null);
        Map<String, String> prozesse = namen.prozesse(definitionen);
        return seite.stream().map(r -> new Zeile(r.id(), r.name(), r.akte(), prozesse.get(r.definition()), r.am(),
                namen.rollen(rollen.getOrDefault(r.id(), Set.of())), gefragt.get(r.definition()).stream().anyMatch(g -> g.schritt().equals(r.schritt())
                && g.imAuftrag() != null && angekreuzt.getOrDefault(r.vorgang(), Set.of()).contains(g.imAuftrag())))).toList();
    }

    private Map<String, Set<String>> gruppiert(String sql, List<String> ids) {
        Map<String, Set<String>> gruppen = new HashMap<>();
        if (!ids.isEmpty()) {
            jdbc.query(sql.formatted(marken(ids.size())), zeile -> {
                gruppen.computeIfAbsent(zeile.getString(1), k -> new LinkedHashSet<>()).add(zeile.getString(2));
            }, ids.toArray());
        }
        return gruppen;
    }

    private static String marken(int anzahl) {
        return String.join(", ", Collections.nCopies(anzahl, "?"));
    }
}
