package de.integrationskonzept.nachricht;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;

import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.rolle.Rollen;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Who meets: the members of a group in a Kommune, and whoever comes from outside. */
@Component
class Termingaeste {

    private static final int HOECHSTENS = 500;
    private static final String MITGLIEDER = "select U.EMAIL_ from ACT_ID_USER U join ACT_ID_MEMBERSHIP M on M.USER_ID_ = U.ID_ "
            + "where M.GROUP_ID_ = ? and U.EMAIL_ is not null and (cast(? as varchar) is null or exists (select 1 from ACT_ID_TENANT_MEMBER K "
            + "where K.TENANT_ID_ = ? and (K.USER_ID_ = U.ID_ or K.GROUP_ID_ = M.GROUP_ID_))) order by U.ID_";

    private final JdbcTemplate jdbc;
    private final Rollen rollen;

    Termingaeste(JdbcTemplate jdbc, Rollen rollen) {
        this.jdbc = jdbc;
        this.rollen = rollen;
    }

    /** How people call the group; one that is no role of ours by its id. */
    String name(String gremium) {
        return rollen.namen().getOrDefault(gremium, gremium);
    }

    /**
     * @param gaeste addresses as somebody has entered them, empty for none
     * @throws Refusal (400) when they are malformed or too many
     */
    List<String> adressen(String gremium, String kommune, String gaeste) {
        Set<String> adressen = new LinkedHashSet<>();
        jdbc.queryForList(MITGLIEDER, String.class, gremium, kommune, kommune).stream().map(a -> a.strip().toLowerCase(Locale.ROOT))
                .filter(Adresse::istGueltig).forEach(adressen::add);
        if (!gaeste.isBlank()) {
            adressen.addAll(Adressliste.lies(gaeste));
        }
        if (adressen.size() > HOECHSTENS) {
            throw new Refusal(BAD_REQUEST, "Zu einer Sitzung können Sie höchstens " + HOECHSTENS + " Personen einladen. Bitte nehmen Sie für so "
                    + "viele einen Verteiler Ihres Hauses.");
        }
        return new ArrayList<>(adressen);
    }
}
