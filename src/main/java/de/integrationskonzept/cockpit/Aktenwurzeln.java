package de.integrationskonzept.cockpit;

import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.namedparam.NamedParameterJdbcTemplate;
import org.springframework.stereotype.Component;

/** The roots of files: each frame, and the years after it, which carry its Aktenzeichen. */
@Component
class Aktenwurzeln {

    /** Key of the frame's process, by which a file is known. */
    static final String RAHMEN = "integrationskonzept";

    private static final String ALLE = "select F.ID_ as AKTE_, R.ID_, R.PROC_DEF_ID_, R.START_TIME_, R.END_TIME_, R.BUSINESS_KEY_, R.TENANT_ID_, V.TEXT_ "
            + "from ACT_HI_PROCINST F join ACT_HI_PROCINST R on R.BUSINESS_KEY_ = F.BUSINESS_KEY_ and R.TENANT_ID_ = F.TENANT_ID_ "
            + "and R.SUPER_PROCESS_INSTANCE_ID_ is null left join ACT_HI_VARINST V on V.PROC_INST_ID_ = R.ID_ and V.ACT_INST_ID_ = R.ID_ "
            + "and V.NAME_ = 'phase' and V.VAR_TYPE_ = 'string' where F.ID_ in (:akten) order by R.START_TIME_, R.ID_";

    private final NamedParameterJdbcTemplate jdbc;

    Aktenwurzeln(NamedParameterJdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * @param phase in which the root says that the file is, null when it says nothing
     * @param ende null while it runs
     */
    record Wurzel(String akte, String id, String definition, String aktenzeichen, String kommune, String phase, Instant beginn, Instant ende) {

        boolean rahmen() {
            return id.equals(akte);
        }
    }

    /** By id of the frame, in the order in which they began. */
    Map<String, List<Wurzel>> von(Collection<String> akten) {
        Map<String, Map<String, Wurzel>> wurzeln = new LinkedHashMap<>();
        akten.forEach(akte -> wurzeln.put(akte, new LinkedHashMap<>()));
        if (!akten.isEmpty()) {
            jdbc.query(ALLE, Map.of("akten", akten), zeile -> {
                Wurzel wurzel = new Wurzel(zeile.getString("AKTE_"), zeile.getString("ID_"), zeile.getString("PROC_DEF_ID_"),
                        zeile.getString("BUSINESS_KEY_"), zeile.getString("TENANT_ID_"), zeile.getString("TEXT_"),
                        zeit(zeile.getTimestamp("START_TIME_")), zeit(zeile.getTimestamp("END_TIME_")));
                wurzeln.get(wurzel.akte()).put(wurzel.id(), wurzel);
            });
        }
        Map<String, List<Wurzel>> listen = new LinkedHashMap<>();
        wurzeln.forEach((akte, seine) -> listen.put(akte, new ArrayList<>(seine.values())));
        return listen;
    }

    static Instant zeit(Timestamp zeit) {
        return zeit == null ? null : zeit.toInstant();
    }
}
