package de.integrationskonzept.nachricht;

import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which mail about their work people do not want, {@code IK_WUNSCH}. Kinds are the words of {@link Wunschanlass}. */
@Component
class Wuensche {

    private final JdbcTemplate jdbc;

    Wuensche(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    boolean will(String person, String anlass) {
        return !abbestelltVon(person).contains(anlass);
    }

    /** The people who do not want that kind. */
    Set<String> abbestellt(String anlass) {
        return new HashSet<>(jdbc.queryForList("select PERSON from IK_WUNSCH where ANLASS = ?", String.class, anlass));
    }

    /** The kinds that this person does not want. */
    Set<String> abbestelltVon(String person) {
        return new HashSet<>(jdbc.queryForList("select ANLASS from IK_WUNSCH where PERSON = ?", String.class, person));
    }

    /** @param wuensche what changes */
    void aendere(String person, Map<Wunschanlass, Boolean> wuensche) {
        wuensche.forEach((anlass, will) -> {
            if (will) {
                jdbc.update("delete from IK_WUNSCH where PERSON = ? and ANLASS = ?", person, anlass.wort());
            } else {
                bestelleAb(person, anlass.wort());
            }
        });
    }

    private void bestelleAb(String person, String anlass) {
        try {
            jdbc.update("insert into IK_WUNSCH (PERSON, ANLASS) select ?, ? where not exists (select 1 from IK_WUNSCH where PERSON = ? and ANLASS = ?)",
                    person, anlass, person, anlass);
        } catch (DuplicateKeyException zugleich) {
            // The same person has said the same in another window.
        }
    }

    /** Whoever gets the id of somebody who has left begins anew. */
    void raeumeAuf() {
        jdbc.update("delete from IK_WUNSCH where not exists (select 1 from ACT_ID_USER U where U.ID_ = PERSON)");
    }
}
