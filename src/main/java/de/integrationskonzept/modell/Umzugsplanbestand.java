package de.integrationskonzept.modell;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Which versions run and where their instances stand, as the engine's tables say; each question is one statement. */
@Component
class Umzugsplanbestand {

    private static final String FASSUNGEN = """
            select D.ID_, D.KEY_, D.VERSION_, D.VERSION_TAG_, D.RESOURCE_NAME_, B.BYTES_, coalesce(L.ANZAHL_, 0) as ANZAHL_
            from ACT_RE_PROCDEF D
            join ACT_GE_BYTEARRAY B on B.DEPLOYMENT_ID_ = D.DEPLOYMENT_ID_ and B.NAME_ = D.RESOURCE_NAME_
            left join (select E.PROC_DEF_ID_, count(*) as ANZAHL_ from ACT_RU_EXECUTION E where E.PARENT_ID_ is null group by E.PROC_DEF_ID_) L
            on L.PROC_DEF_ID_ = D.ID_
            where D.KEY_ in (:prozesse) and D.TENANT_ID_ is null and D.VERSION_ < coalesce((select min(S.VERSION_) from ACT_RE_PROCDEF S
            where S.KEY_ = D.KEY_ and S.DEPLOYMENT_ID_ = :bereitstellung), 2147483647)
            and (L.ANZAHL_ > 0 or D.VERSION_ = (select max(N.VERSION_) from ACT_RE_PROCDEF N where N.KEY_ = D.KEY_ and N.TENANT_ID_ is null))
            order by D.KEY_, D.VERSION_ desc""";

    /** An execution without others below it stands where its activity is; those above it only hold the scopes together. */
    static final String STEHT = "E.ACT_ID_ is not null and E.IS_EVENT_SCOPE_ = false "
            + "and not exists (select 1 from ACT_RU_EXECUTION K where K.PARENT_ID_ = E.ID_)";
    private static final String ANZAHLEN = "select E.PROC_DEF_ID_, E.ACT_ID_, count(*) as ANZAHL_ from ACT_RU_EXECUTION E "
            + "where E.PROC_DEF_ID_ in (:definitionen) and " + STEHT + " group by E.PROC_DEF_ID_, E.ACT_ID_";

    private final JdbcClient datenbank;

    Umzugsplanbestand(JdbcClient datenbank) {
        this.datenbank = datenbank;
    }

    record Fassung(String prozess, Quelle quelle, String datei, byte[] inhalt) {

        boolean laeuft() {
            return quelle.laufend() > 0;
        }
    }

    /**
     * Of these processes the versions that run, and the newest in any case; the newest first.
     *
     * @param bereitstellung deployment of which only earlier versions are wanted, null for none
     */
    List<Fassung> fassungen(Collection<String> prozesse, String bereitstellung) {
        return prozesse.isEmpty() ? List.of() : datenbank.sql(FASSUNGEN).param("prozesse", prozesse)
                .param("bereitstellung", bereitstellung == null ? "-" : bereitstellung)
                .query((zeile, nummer) -> new Fassung(zeile.getString("KEY_"), new Quelle(zeile.getString("ID_"), zeile.getInt("VERSION_"),
                        zeile.getString("VERSION_TAG_"), zeile.getInt("ANZAHL_")), zeile.getString("RESOURCE_NAME_"), zeile.getBytes("BYTES_")))
                .list();
    }

    /** By definition and id of the activity; instances that rest are counted, too. */
    Map<String, Map<String, Integer>> anzahlen(Collection<String> definitionen) {
        Map<String, Map<String, Integer>> anzahlen = new HashMap<>();
        definitionen.forEach(definition -> anzahlen.put(definition, new HashMap<>()));
        if (!definitionen.isEmpty()) {
            datenbank.sql(ANZAHLEN).param("definitionen", definitionen).query(zeile -> {
                anzahlen.get(zeile.getString("PROC_DEF_ID_")).put(zeile.getString("ACT_ID_"), zeile.getInt("ANZAHL_"));
            });
        }
        return anzahlen;
    }
}
