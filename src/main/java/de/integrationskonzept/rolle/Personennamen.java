package de.integrationskonzept.rolle;

import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** What the people are called whom the engine knows by their user ids. Whoever asks has to know whether the reader may hear it. */
@Component
public class Personennamen {

    private static final String EHEMALIG = "ehemalige Person";

    private final JdbcTemplate jdbc;

    Personennamen(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** By user id; who has no account any more is called so. */
    public Map<String, String> von(Collection<String> kennungen) {
        List<String> alle = kennungen.stream().distinct().toList();
        Map<String, String> namen = new HashMap<>();
        alle.forEach(kennung -> namen.put(kennung, EHEMALIG));
        if (!alle.isEmpty()) {
            jdbc.query("select ID_, FIRST_, LAST_ from ACT_ID_USER where ID_ in (" + String.join(", ", Collections.nCopies(alle.size(), "?")) + ")",
                    zeile -> {
                        String name = Personen.name(zeile.getString("FIRST_"), zeile.getString("LAST_"));
                        namen.put(zeile.getString("ID_"), name.isEmpty() ? zeile.getString("ID_") : name);
                    }, alle.toArray());
        }
        return namen;
    }
}
