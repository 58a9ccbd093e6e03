package de.integrationskonzept.modell;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;
import static jakarta.ws.rs.core.Response.Status.CONFLICT;

import de.integrationskonzept.engine.Refusal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Moves running files to the new versions of their models, or rehearses it: begins, shows how far it is, stops and goes on. */
@Component
class Umzuege {

    private static final String AELTERE = "select distinct E.ROOT_PROC_INST_ID_ from ACT_RU_EXECUTION E join ACT_RE_PROCDEF P "
            + "on P.ID_ = E.PROC_DEF_ID_ where E.PARENT_ID_ is null and P.TENANT_ID_ is null and P.KEY_ in (:prozesse) and P.ID_ not in (:ziele)";
    private static final String NEUESTE = "select P.KEY_, P.ID_, P.NAME_, P.DEPLOYMENT_ID_ from ACT_RE_PROCDEF P where P.TENANT_ID_ is null "
            + "and P.KEY_ in (select B.KEY_ from ACT_RE_PROCDEF B where B.DEPLOYMENT_ID_ = ?) and P.VERSION_ = (select max(N.VERSION_) from "
            + "ACT_RE_PROCDEF N where N.KEY_ = P.KEY_ "
            + "and N.TENANT_ID_ is null)";
    /** What no node has begun; what one has ends by itself when it sees that the move is stopped. */
    private static final String JOBS = "delete from ACT_RU_JOB where HANDLER_TYPE_ = '" + Umzugslauf.TYP
            + "' and HANDLER_CFG_ like ? and LOCK_OWNER_ is null";

    private final JdbcClient datenbank;
    private final Vorschlaege vorschlaege;
    private final Umzugsbuch buch;
    private final ProcessEngineConfigurationImpl engine;

    Umzuege(JdbcClient datenbank, Vorschlaege vorschlaege, Umzugsbuch buch, ProcessEngine engine) {
        this.datenbank = datenbank;
        this.vorschlaege = vorschlaege;
        this.buch = buch;
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
    }

    /**
     * @param wurzeln root instances; null for all that have something of an older version
     * @param person user id
     * @return id of the move
     * @throws Refusal 409 when it is not the time for it, 400 when a chosen file does not run
     */
    @Transactional
    String beginne(String id, boolean probe, Collection<String> wurzeln, String person) {
        datenbank.sql("select ID from IK_MODELLVORSCHLAG where ID = ? for update").param(id).query(String.class).optional(); // one at a time
        Vorschlag vorschlag = vorschlaege.lies(id);
        pruefe(vorschlag, probe);
        Umzugsziele ziele = ziele(vorschlag);
        Set<String> aeltere = aeltere(ziele);
        Set<String> gewaehlt = wurzeln == null ? aeltere : laufende(wurzeln);
        var umzug = new Umzugsbuch.Umzug(UUID.randomUUID().toString(), id, probe, Umzugsbuch.LAEUFT, person, null, ziele);
        buch.schreibe(umzug);
        Map<Boolean, List<String>> teile = gewaehlt.stream().collect(Collectors.partitioningBy(aeltere::contains));
        buch.schreibe(umzug.id(), teile.get(true), Umzugsbuch.OFFEN);
        buch.schreibe(umzug.id(), teile.get(false), Umzugsbuch.UNVERAENDERT);
        reiheEin(umzug.id(), probe, teile.get(true));
        return umzug.id();
    }

    private void pruefe(Vorschlag vorschlag, boolean probe) {
        if (vorschlag.zustand() == Vorschlag.Zustand.VERWORFEN) {
            throw new Refusal(CONFLICT, "Diese Änderung ist verworfen. Bitte beginnen Sie eine neue.");
        }
        if (!probe && vorschlag.zustand() != Vorschlag.Zustand.BEREITGESTELLT) {
            throw new Refusal(CONFLICT, "Umziehen lassen sich Akten erst, wenn die Änderung bereitgestellt ist. Bis dahin können "
                    + "Sie den Umzug proben.");
        }
        if (!probe && vorschlag.stufe() == Vorschlag.Stufe.MAJOR) {
            throw new Refusal(CONFLICT, "Diese Änderung gilt nur für neue Akten; laufende behalten ihre Fassung.");
        }
        if (buch.unfertig(vorschlag.id(), probe)) {
            throw new Refusal(CONFLICT, probe
                    ? "Für diese Änderung läuft schon eine Probe. Bitte warten Sie, bis sie fertig ist, oder setzen Sie sie fort."
                    : "Für diese Änderung gibt es schon einen Umzug, der nicht fertig ist. Bitte setzen Sie ihn fort.");
        }
    }

    private Umzugsziele ziele(Vorschlag vorschlag) {
        Map<String, Map<String, String>> zuordnung = vorschlaege.zuordnung(vorschlag.id());
        if (vorschlag.zustand() != Vorschlag.Zustand.BEREITGESTELLT) {
            Map<String, byte[]> dateien = vorschlaege.dateien(vorschlag.id());
            if (dateien.isEmpty()) {
                throw new Refusal(CONFLICT, "Diese Änderung enthält noch keine Datei. Bitte fügen Sie eine hinzu.");
            }
            return new Umzugsziele(Map.of(), dateien, zuordnung, List.of());
        }
        Map<String, String> definitionen = new LinkedHashMap<>();
        List<String> hinweise = new ArrayList<>();
        datenbank.sql(NEUESTE).param(vorschlag.bereitstellung()).query((zeile, nummer) -> {
            if (!vorschlag.bereitstellung().equals(zeile.getString(4))) {
                hinweise.add("Von „" + zeile.getString(3) + "“ gibt es inzwischen eine neuere Fassung; die Akten ziehen auf diese um.");
            }
            return definitionen.put(zeile.getString(1), zeile.getString(2));
        }).list();
        return new Umzugsziele(definitionen, Map.of(), zuordnung, hinweise);
    }

    private Set<String> aeltere(Umzugsziele ziele) {
        if (ziele.prozesse().isEmpty()) {
            return Set.of();
        }
        Collection<String> schon = ziele.definitionen().isEmpty() ? List.of("-") : ziele.definitionen().values();
        return new TreeSet<>(datenbank.sql(AELTERE).param("prozesse", ziele.prozesse()).param("ziele", schon).query(String.class).list());
    }

    private Set<String> laufende(Collection<String> wurzeln) {
        Set<String> laufende = new HashSet<>(datenbank.sql("select ID_ from ACT_RU_EXECUTION where PARENT_ID_ is null and SUPER_EXEC_ is null")
                .query(String.class).list());
        if (wurzeln.isEmpty() || !laufende.containsAll(wurzeln)) {
            throw new Refusal(BAD_REQUEST, wurzeln.isEmpty() ? "Bitte wählen Sie mindestens eine Akte aus."
                    : "Nicht jede der ausgewählten Akten läuft noch. Bitte laden Sie die Seite neu, und wählen Sie noch einmal aus.");
        }
        return new TreeSet<>(wurzeln);
    }

    private void reiheEin(String umzug, boolean probe, Collection<String> wurzeln) {
        engine.getCommandExecutorTxRequired().execute(context -> {
            Umzugslauf.reiheEin(umzug, probe, wurzeln);
            return null;
        });
    }

    Fortschritt stand(String umzug) {
        return buch.stand(umzug);
    }

    /** What is being moved at this moment is finished, all else waits. */
    @Transactional
    void halte(String umzug) {
        if (buch.lies(umzug).laeuft()) {
            buch.setze(umzug, Umzugsbuch.ANGEHALTEN);
            datenbank.sql(JOBS).param(umzug + "/%").update();
        }
    }

    @Transactional
    void setzeFort(String id) {
        Umzugsbuch.Umzug umzug = buch.lies(id);
        if (!umzug.laeuft()) {
            buch.setze(id, Umzugsbuch.LAEUFT);
            reiheEin(id, umzug.probe(), buch.offene(id));
        }
    }
}
