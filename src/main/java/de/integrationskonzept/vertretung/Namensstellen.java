package de.integrationskonzept.vertretung;

import de.integrationskonzept.akte.Namenswechsel;
import de.integrationskonzept.rolle.Personennamen;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Where running files name who is responsible. Only within a command. */
@Component
@EnableConfigurationProperties(Zustaendigkeiten.class)
class Namensstellen {

    private final JdbcTemplate jdbc;
    private final Personennamen namen;
    private final Zustaendigkeiten zustaendigkeiten;

    Namensstellen(JdbcTemplate jdbc, Personennamen namen, Zustaendigkeiten zustaendigkeiten) {
        this.jdbc = jdbc;
        this.namen = namen;
        this.zustaendigkeiten = zustaendigkeiten;
    }

    /** @param wurzel root instance: the frame of the file, or a later year of it */
    record Akte(String wurzel, String kommune, String zeichen) {
    }

    List<Akte> akten(Collection<String> kommunen) {
        return kommunen.isEmpty() ? List.of() : jdbc.query("select ID_, TENANT_ID_, BUSINESS_KEY_ from ACT_RU_EXECUTION where PARENT_ID_ is null "
                + "and SUPER_EXEC_ is null and BUSINESS_KEY_ is not null and TENANT_ID_ in ("
                + String.join(", ", Collections.nCopies(kommunen.size(), "?")) + ") order by TENANT_ID_, BUSINESS_KEY_, ID_",
                (zeile, i) -> new Akte(zeile.getString(1), zeile.getString(2), zeile.getString(3)), kommunen.toArray());
    }

    /** Whether nobody else has the same name, so that it tells who is meant. */
    boolean eindeutig(String person) {
        return jdbc.queryForObject("select count(*) from ACT_ID_USER A join ACT_ID_USER B on A.FIRST_ = B.FIRST_ and A.LAST_ = B.LAST_ "
                + "where A.ID_ = ? and B.ID_ <> A.ID_", Integer.class, person) == 0;
    }

    Namenswechsel wechsel(String person, String nachfolge, String neuerName) {
        String name = eindeutig(person) ? namen.von(List.of(person)).get(person) : "";
        return new Namenswechsel(zustaendigkeiten.zustaendigkeiten().keySet(), name, neuerName, person, nachfolge);
    }

    /** By file in which the person is named: for what, in words, and how often. */
    Map<Akte, Map<String, Integer>> von(String person, Collection<String> kommunen) {
        Namenswechsel suche = wechsel(person, "", "");
        Map<Akte, Map<String, Integer>> stellen = new LinkedHashMap<>();
        for (Akte akte : akten(kommunen)) {
            Map<String, Integer> worte = new LinkedHashMap<>();
            suche.finde(akte.wurzel()).forEach(feld -> worte.merge(zustaendigkeiten.zustaendigkeiten().get(feld), 1, Integer::sum));
            if (!worte.isEmpty()) {
                stellen.put(akte, worte);
            }
        }
        return stellen;
    }
}
