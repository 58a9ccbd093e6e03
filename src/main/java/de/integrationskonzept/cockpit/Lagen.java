package de.integrationskonzept.cockpit;

import com.fasterxml.jackson.databind.ObjectMapper;
import de.integrationskonzept.cockpit.Aktenwurzeln.Wurzel;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.jdbc.core.namedparam.SqlParameterSource;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The table {@code IK_LAGE}: one narrow row per file, so that lists of thousands of files need not read their variables. Each
 * row is always made anew from the engine's history, never changed by itself.
 */
@Component
class Lagen implements SmartInitializingSingleton {

    /** How ready the file was to start, wherever in it that was found out. */
    static final String AMPEL = "ampel";
    /** What a root says about its file. */
    static final Set<String> DER_WURZEL = Set.of("plan", "phase", "kommuneName", "ruht");

    private static final Logger LOG = LoggerFactory.getLogger(Lagen.class);
    private static final int AUF_EINMAL = 500;

    private static final String AKTEN = "select distinct F.ID_ from ACT_HI_PROCINST R join ACT_HI_PROCINST F on F.BUSINESS_KEY_ = R.BUSINESS_KEY_ "
            + "and F.TENANT_ID_ = R.TENANT_ID_ where R.ID_ in (:wurzeln) and F.SUPER_PROCESS_INSTANCE_ID_ is null and F.PROC_DEF_KEY_ = :rahmen";
    private static final String FEHLENDE = "select P.ID_ from ACT_HI_PROCINST P where P.PROC_DEF_KEY_ = :rahmen and P.SUPER_PROCESS_INSTANCE_ID_ is null "
            + "and P.BUSINESS_KEY_ is not null and P.TENANT_ID_ is not null and not exists (select 1 from IK_LAGE L where L.PROZESSINSTANZ = P.ID_)";
    /** Who comes second waits here, and then reads what the first has written. */
    private static final String SPERRE = "select PROZESSINSTANZ from IK_LAGE where PROZESSINSTANZ in (:akten) order by PROZESSINSTANZ for update";
    private static final String WERTE = "select V.PROC_INST_ID_, V.NAME_, V.TEXT_, V.LONG_, B.BYTES_ from ACT_HI_VARINST V "
            + "left join ACT_GE_BYTEARRAY B on B.ID_ = V.BYTEARRAY_ID_ where V.ACT_INST_ID_ = V.PROC_INST_ID_ and V.PROC_INST_ID_ in (:akten) "
            + "and V.NAME_ in ('plan', 'kommuneName', 'ruht') and (V.STATE_ is null or V.STATE_ <> 'DELETED') order by V.CREATE_TIME_, V.ID_";
    private static final String AMPELN = "select ROOT_PROC_INST_ID_, TEXT_ from ACT_HI_VARINST where ROOT_PROC_INST_ID_ in (:akten) and NAME_ = 'ampel' "
            + "and VAR_TYPE_ = 'string' and (STATE_ is null or STATE_ <> 'DELETED') order by CREATE_TIME_, ID_";
    private static final String SPALTEN = "KOMMUNE = :kommune, AKTENZEICHEN = :aktenzeichen, NAME = :name, STAND = :stand, PHASE = :phase, PHASE_NR = :phaseNr, "
            + "AMPEL = :ampel, GEPLANT = :geplant, ERWARTET = :erwartet, NAECHSTER = :naechster";
    private static final String AENDERE = "update IK_LAGE set " + SPALTEN + " where PROZESSINSTANZ = :akte";
    private static final String FUEGE_EIN = "insert into IK_LAGE (PROZESSINSTANZ, KOMMUNE, AKTENZEICHEN, NAME, STAND, PHASE, PHASE_NR, AMPEL, GEPLANT, ERWARTET, "
            + "NAECHSTER) values (:akte, :kommune, :aktenzeichen, :name, :stand, :phase, :phaseNr, :ampel, :geplant, :erwartet, :naechster)";

    private final NamedParameterJdbcTemplate jdbc;
    private final Aktenwurzeln wurzeln;
    private final ObjectMapper json;
    private final TransactionTemplate einzeln;

    Lagen(NamedParameterJdbcTemplate jdbc, Aktenwurzeln wurzeln, ObjectMapper json, PlatformTransactionManager transaktionen) {
        this.jdbc = jdbc;
        this.wurzeln = wurzeln;
        this.json = json;
        this.einzeln = new TransactionTemplate(transaktionen);
    }

    /** Before anybody comes in. */
    @Override
    public void afterSingletonsInstantiated() {
        ergaenze();
    }

    /** Makes the rows that are missing: of files from before there was this table, or whose data came from elsewhere. */
    void ergaenze() {
        for (List<String> fehlende = fehlende(); !fehlende.isEmpty(); fehlende = fehlende()) {
            List<String> naechste = fehlende.subList(0, Math.min(AUF_EINMAL, fehlende.size()));
            try {
                einzeln.executeWithoutResult(t -> schreibe(naechste));
                LOG.info("made the rows of {} files that had none", naechste.size());
            } catch (DuplicateKeyException schonDa) {
                LOG.info("another node has made the same rows");
            }
        }
    }

    private List<String> fehlende() {
        return jdbc.queryForList(FEHLENDE, Map.of("rahmen", Aktenwurzeln.RAHMEN), String.class);
    }

    /**
     * Of the files that these roots belong to, in the current transaction; what belongs to no file is passed over.
     *
     * @param ids frames, or years after them
     */
    void erneuere(Collection<String> ids) {
        List<String> akten = jdbc.queryForList(AKTEN, Map.of("wurzeln", ids, "rahmen", Aktenwurzeln.RAHMEN), String.class);
        if (!akten.isEmpty()) {
            schreibe(akten);
        }
    }

    private void schreibe(List<String> akten) {
        Set<String> vorhandene = new HashSet<>(jdbc.queryForList(SPERRE, Map.of("akten", akten), String.class));
        Map<String, Map<String, Object>> werte = werte(akten);
        List<SqlParameterSource> alte = new ArrayList<>();
        List<SqlParameterSource> neue = new ArrayList<>();
        for (Map.Entry<String, List<Wurzel>> akte : wurzeln.von(akten).entrySet()) {
            Lage lage = Lage.aus(akte.getKey(), akte.getValue(), werte.getOrDefault(akte.getKey(), Map.of()));
            (vorhandene.contains(akte.getKey()) ? alte : neue).add(lage.alsAngaben());
        }
        jdbc.batchUpdate(AENDERE, alte.toArray(SqlParameterSource[]::new));
        jdbc.batchUpdate(FUEGE_EIN, neue.toArray(SqlParameterSource[]::new));
    }

    private Map<String, Map<String, Object>> werte(List<String> akten) {
        Map<String, Map<String, Object>> werte = new HashMap<>();
        jdbc.query(WERTE, Map.of("akten", akten), zeile -> {
            byte[] bytes = zeile.getBytes("BYTES_");
            Object wert = bytes != null ? Planstand.lies(json, bytes) : zeile.getString("TEXT_") != null ? zeile.getString("TEXT_") : zeile.getLong("LONG_") == 1;
            werte.computeIfAbsent(zeile.getString("PROC_INST_ID_"), a -> new HashMap<>()).put(zeile.getString("NAME_"), wert);
        });
        jdbc.query(AMPELN, Map.of("akten", akten), zeile -> {
            werte.computeIfAbsent(zeile.getString(1), a -> new HashMap<>()).put(AMPEL, zeile.getString(2));
        });
        return werte;
    }
}
