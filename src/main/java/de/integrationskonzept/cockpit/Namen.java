package de.integrationskonzept.cockpit;

import de.integrationskonzept.rolle.Rollen;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** How people read what the engine knows by an id: processes and roles. */
@Component
class Namen {

    private final JdbcTemplate jdbc;
    private final Rollen rollen;

    Namen(JdbcTemplate jdbc, Rollen rollen) {
        this.jdbc = jdbc;
        this.rollen = rollen;
    }

    /** By version of the process; what has no name keeps its key. */
    Map<String, String> prozesse(Collection<String> definitionen) {
        List<String> einzelne = definitionen.stream().distinct().toList();
        Map<String, String> namen = new HashMap<>();
        if (!einzelne.isEmpty()) {
            jdbc.query("select ID_, coalesce(NAME_, KEY_) from ACT_RE_PROCDEF where ID_ in (" + String.join(", ", Collections.nCopies(einzelne.size(), "?"))
                    + ")", zeile -> {
                        namen.put(zeile.getString(1), zeile.getString(2));
                    }, einzelne.toArray());
        }
        return namen;
    }

    /** What a role is called; a group that is none of ours by its id. */
    String rollen(Collection<String> gruppen) {
        return gruppen.stream().map(g -> rollen.namen().getOrDefault(g, g)).collect(Collectors.joining(" oder "));
    }
}
