package de.integrationskonzept.dokument;

import de.integrationskonzept.vorlage.Vorlagentor;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The templates as they were deployed, in all their versions. A template is called like its file without {@code .html}; no
 * other kind of file with that ending passes the gate but those of mails, so the names of templates cannot meet those of models
 * or forms. A Kommune may have deployed one of its own.
 */
@Component
class Vorlagen {

    private static final String FASSUNGEN = "select B.ID_, B.NAME_, D.DEPLOY_TIME_, D.TENANT_ID_ from ACT_GE_BYTEARRAY B "
            + "join ACT_RE_DEPLOYMENT D on D.ID_ = B.DEPLOYMENT_ID_ where B.NAME_ like '%.html' "
            + "order by case when D.TENANT_ID_ is null then 0 else 1 end, D.DEPLOY_TIME_, B.ID_";

    private final JdbcTemplate jdbc;
    private final Map<String, Vorlage> gelesen = new ConcurrentHashMap<>();

    Vorlagen(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param id where the text lies */
    private record Fassung(String id, Instant seit, String kommune) {
    }

    /**
     * The templates in the order in which people see them.
     *
     * @param bis what was deployed later is not looked at, and what came only later counts as it was at first; null for now
     */
    List<Vorlage> alle(String kommune, Instant bis) {
        return fassungen(kommune, bis).entrySet().stream().map(f -> lies(f.getKey(), f.getValue()))
                .sorted(Comparator.comparing(Vorlage::reihenfolge).thenComparing(Vorlage::name)).toList();
    }

    Optional<Vorlage> namens(String name, String kommune, Instant bis) {
        return Optional.ofNullable(fassungen(kommune, bis).get(name)).map(fassung -> lies(name, fassung));
    }

    /** Which version of its text the template has now. */
    String kennung(String name, String kommune) {
        return fassungen(kommune, null).get(name).id();
    }

    private Map<String, Fassung> fassungen(String kommune, Instant bis) {
        Map<String, Fassung> fassungen = new HashMap<>();
        jdbc.query(FASSUNGEN, zeile -> {
            Fassung fassung = new Fassung(zeile.getString("ID_"), zeile.getTimestamp("DEPLOY_TIME_").toInstant(), zeile.getString("TENANT_ID_"));
            String datei = zeile.getString("NAME_");
            if (!Vorlagentor.istMail(datei) && (fassung.kommune() == null || fassung.kommune().equals(kommune))) {
                fassungen.merge(Vorlagentor.name(datei), fassung, (alt, neu) -> bis == null || neu.seit().isBefore(bis) ? neu : alt);
            }
        });
        return fassungen;
    }

    private Vorlage lies(String name, Fassung fassung) {
        return gelesen.computeIfAbsent(fassung.id(), id -> Vorlage.aus(name, new String(jdbc.queryForObject(
                "select BYTES_ from ACT_GE_BYTEARRAY where ID_ = ?", byte[].class, id), StandardCharsets.UTF_8)));
    }
}
