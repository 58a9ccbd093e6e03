package de.integrationskonzept.nachricht;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * The templates of mails as they are deployed, for all Kommunen or for one of them. No mail is lost because of one: where it cannot be filled
 * in, the one that came with the product takes its place.
 */
@Component
class Mailvorlagen {

    private static final Logger LOG = LoggerFactory.getLogger(Mailvorlagen.class);
    private static final String FASSUNGEN = "select B.ID_, D.TENANT_ID_ from ACT_GE_BYTEARRAY B join ACT_RE_DEPLOYMENT D on D.ID_ = B.DEPLOYMENT_ID_ "
            + "where B.NAME_ = ? or B.NAME_ like ? order by D.DEPLOY_TIME_, B.ID_";

    private final JdbcTemplate jdbc;
    private final Map<String, Mailvorlage> gelesen = new ConcurrentHashMap<>();
    private final Set<String> gemeldet = ConcurrentHashMap.newKeySet();

    Mailvorlagen(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Writes mails of one kind, by the templates of the moment in which it was asked for. */
    interface Schreiber {

        /** @param kommune whose template it is, null for none in particular */
        Brief schreibe(String kommune, Map<String, Object> felder, String kalender);
    }

    Schreiber fuer(Mailart art) {
        Map<String, String> fassungen = new HashMap<>();
        String datei = art.vorlage() + ".html";
        jdbc.query(FASSUNGEN, zeile -> {
            fassungen.put(zeile.getString("TENANT_ID_"), zeile.getString("ID_"));
        }, datei, "%/" + datei);
        return (kommune, felder, kalender) -> {
            String fassung = fassungen.getOrDefault(kommune, fassungen.get(null));
            return fassung == null ? mitgelieferte(art).schreibe(felder, kalender) : schreibe(art, fassung, felder, kalender);
        };
    }

    private Brief schreibe(Mailart art, String fassung, Map<String, Object> felder, String kalender) {
        try {
            return gelesen.computeIfAbsent(fassung, this::lies).schreibe(felder, kalender);
        } catch (RuntimeException fehler) {
            if (gemeldet.add(fassung)) {
                LOG.warn("the deployed template {}.html cannot be filled in ({}), so mails are written by the one that came with the product until "
                        + "it is changed", art.vorlage(), fehler.getClass().getSimpleName());
            }
            return mitgelieferte(art).schreibe(felder, kalender);
        }
    }

    private Mailvorlage lies(String fassung) {
        return new Mailvorlage(new String(jdbc.queryForObject("select BYTES_ from ACT_GE_BYTEARRAY where ID_ = ?", byte[].class, fassung),
                StandardCharsets.UTF_8));
    }

    private Mailvorlage mitgelieferte(Mailart art) {
        return gelesen.computeIfAbsent(art.vorlage(), vorlage -> {
            try {
                return new Mailvorlage(new ClassPathResource("bpmn/nachrichten/" + vorlage + ".html").getContentAsString(StandardCharsets.UTF_8));
            } catch (IOException fehlt) {
                throw new UncheckedIOException(fehlt);
            }
        });
    }
}
