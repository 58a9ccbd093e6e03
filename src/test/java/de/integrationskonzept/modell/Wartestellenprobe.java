package de.integrationskonzept.modell;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The simplest answer to the question where files wait: a step whose id the new version does not mention has no place in it. */
@Component
class Wartestellenprobe implements FehlendeStellen {

    private final JdbcClient datenbank;

    Wartestellenprobe(JdbcClient datenbank) {
        this.datenbank = datenbank;
    }

    @Override
    public List<Fehlend> fehlend(Map<String, byte[]> dateien) {
        return dateien.entrySet().stream().flatMap(datei -> datenbank.sql("select E.ACT_ID_ as STELLE, count(*) as ANZAHL from ACT_RU_EXECUTION E "
                        + "join ACT_RE_PROCDEF D on D.ID_ = E.PROC_DEF_ID_ where D.KEY_ = ? and E.IS_ACTIVE_ = ? and E.ACT_ID_ is not null group "
                        + "by E.ACT_ID_")
                .params(datei.getKey().replace(".bpmn", ""), true).query((zeile, nummer) -> new Fehlend(datei.getKey(), zeile.getString("STELLE"),
                        zeile.getString("STELLE"), zeile.getInt("ANZAHL"))).list().stream()
                .filter(stelle -> !new String(datei.getValue(), StandardCharsets.UTF_8).contains("\"" + stelle.element() + "\""))).toList();
    }
}
