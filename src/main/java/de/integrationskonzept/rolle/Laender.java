package de.integrationskonzept.rolle;

import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** In which Land a Kommune lies: the first two digits of its Amtlicher Gemeindeschlüssel say so. */
@Component
public class Laender {

    private static final String ALLE = "select T.ID_, K.SCHLUESSEL from ACT_ID_TENANT T left join IK_KOMMUNE K on K.KOMMUNE = T.ID_";

    private final JdbcTemplate jdbc;
    private final Rollen rollen;

    Laender(JdbcTemplate jdbc, Rollen rollen) {
        this.jdbc = jdbc;
        this.rollen = rollen;
    }

    /** By tenant of every Kommune "01" to "16"; null where nobody has said its key. */
    public Map<String, String> jeKommune() {
        Map<String, String> laender = new HashMap<>();
        jdbc.query(ALLE, zeile -> {
            laender.put(zeile.getString(1), land(zeile.getString(1), zeile.getString(2)));
        });
        return laender;
    }

    /** Of one Kommune, null as above, and where there is no such Kommune. */
    public String von(String kommune) {
        return jdbc.query(ALLE + " where T.ID_ = ?", zeile -> zeile.next() ? land(kommune, zeile.getString(2)) : null, kommune);
    }

    private String land(String kommune, String eingetragen) {
        String eingestellt = kommune.equals(rollen.kommune().id()) ? rollen.kommune().schluessel() : null;
        return Stream.of(eingetragen, eingestellt, kommune).filter(s -> s != null && s.matches(KommunenPlan.SCHLUESSEL)).findFirst()
                .map(s -> s.substring(0, 2)).orElse(null);
    }
}
