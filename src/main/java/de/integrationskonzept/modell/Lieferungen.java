package de.integrationskonzept.modell;

import static de.integrationskonzept.modell.Lieferung.Zustand.OFFEN;

import de.integrationskonzept.modell.Lieferung.Zustand;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The table {@code IK_AUSLIEFERUNG}. */
@Component
class Lieferungen {

    /** As the starter calls it: so a former version of the product recognises what it deploys again. */
    static final String BEREITSTELLUNG = "SpringAutoDeployment";

    private static final String ALLE = "select A.*, V.ZUSTAND as V_ZUSTAND from IK_AUSLIEFERUNG A "
            + "left join IK_MODELLDATEI D on D.VORSCHLAG = A.VORSCHLAG and D.NAME = A.DATEI left join IK_MODELLVORSCHLAG V on V.ID = D.VORSCHLAG "
            + "order by A.DATEI, A.NUMMER";
    private static final String FRUEHERE = "select B.NAME_, B.BYTES_ from ACT_GE_BYTEARRAY B join ACT_RE_DEPLOYMENT D on D.ID_ = B.DEPLOYMENT_ID_ "
            + "where D.NAME_ = ? and D.TENANT_ID_ is null order by D.DEPLOY_TIME_";
    private static final String TABELLEN = "select \"version\" from \"ik_schema_history\" where \"type\" = 'SQL'";
    /** Undecided is replaced by what comes next; of the rest the ancestor stays as long as there is something to decide. */
    private static final String RAEUME = "delete from IK_AUSLIEFERUNG where DATEI = ? and ZUSTAND in ";
    private static final String SCHREIBE = "insert into IK_AUSLIEFERUNG (DATEI, NUMMER, INHALT, SEIT, ZUSTAND) values (?, ?, ?, ?, ?)";
    private static final String ENTSCHEIDE = "update IK_AUSLIEFERUNG set ZUSTAND = ?, VORSCHLAG = ?, ENTSCHIEDEN_VON = ?, ENTSCHIEDEN_AM = ? "
            + "where DATEI = ? and NUMMER = ?";

    private final JdbcTemplate jdbc;

    Lieferungen(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** By name of the file. */
    Map<String, Lieferstand> alle() {
        return jdbc.query(ALLE, Lieferungen::lieferung).stream().collect(Collectors.groupingBy(Lieferung::datei, TreeMap::new,
                Collectors.collectingAndThen(Collectors.toList(), Lieferstand::new)));
    }

    /** What an application without this table has deployed at its starts, the newest of each file. */
    Map<String, byte[]> fruehere() {
        Map<String, byte[]> fruehere = new TreeMap<>();
        jdbc.query(FRUEHERE, zeile -> {
            fruehere.put(zeile.getString("NAME_").replaceFirst("^.*[/\\\\]", ""), zeile.getBytes("BYTES_"));
        }, BEREITSTELLUNG);
        return fruehere;
    }

    /**
     * Whether a newer version of the application has been at work here: there are tables that we know nothing of. While nodes are brought
     * up to date one after the other, one that is still old may have to start again.
     */
    boolean sindVonNeuererVersion() {
        List<String> unsere = Stream.of("classpath*:db/V*__*.sql", "classpath*:db-postgresql/V*__*.sql").flatMap(Lieferungen::dateien)
                .map(datei -> datei.getFilename().substring(1).split("__")[0].replace('_', '.')).toList();
        return !unsere.containsAll(jdbc.queryForList(TABELLEN, String.class));
    }

    private static Stream<Resource> dateien(String muster) {
        try {
            return Arrays.stream(new PathMatchingResourcePatternResolver().getResources(muster));
        } catch (IOException unlesbar) {
            throw new UncheckedIOException(unlesbar);
        }
    }

    /** Until the transaction ends no other node delivers. */
    void sperre() {
        jdbc.queryForList("select VALUE_ from ACT_GE_PROPERTY where NAME_ = 'deployment.lock' for update");
    }

    /** Until the transaction ends nobody else decides about the file. */
    void sperre(String datei) {
        jdbc.queryForList("select NUMMER from IK_AUSLIEFERUNG where DATEI = ? for update", datei);
    }

    /** @param bisher what is there already, by file */
    void schreibe(Zustand zustand, Map<String, byte[]> inhalte, Map<String, Lieferstand> bisher) {
        LocalDateTime jetzt = Vorschlaege.jetzt();
        List<Object[]> namen = new ArrayList<>();
        List<Object[]> zeilen = new ArrayList<>();
        inhalte.forEach((datei, inhalt) -> {
            namen.add(new Object[] {datei});
            int nummer = bisher.containsKey(datei) ? bisher.get(datei).neueste().nummer() + 1 : 1;
            zeilen.add(new Object[] {datei, nummer, inhalt, jetzt, wort(zustand)});
        });
        jdbc.batchUpdate(RAEUME + (zustand == OFFEN ? "('offen')" : "('offen', 'geliefert', 'entfallen')"), namen);
        jdbc.batchUpdate(SCHREIBE, zeilen);
    }

    /** @param vorschlag that carries it out, or null */
    void entscheide(Lieferung lieferung, Zustand zustand, String vorschlag, String person) {
        jdbc.update(ENTSCHEIDE, wort(zustand), vorschlag, person, Vorschlaege.jetzt(), lieferung.datei(), lieferung.nummer());
    }

    static String wort(Zustand zustand) {
        return zustand.name().toLowerCase(Locale.ROOT);
    }

    private static Lieferung lieferung(ResultSet zeile, int nummer) throws SQLException {
        Zustand gewaehlt = Zustand.valueOf(zeile.getString("ZUSTAND").toUpperCase(Locale.ROOT));
        String vorschlag = zeile.getString("VORSCHLAG");
        String dessen = zeile.getString("V_ZUSTAND");
        boolean vergeblich = vorschlag != null && (dessen == null || dessen.equals("verworfen"));
        boolean offen = gewaehlt == OFFEN || vorschlag != null && !"bereitgestellt".equals(dessen);
        return new Lieferung(zeile.getString("DATEI"), zeile.getInt("NUMMER"), zeile.getBytes("INHALT"), zeit(zeile, "SEIT"),
                offen ? OFFEN : gewaehlt, vergeblich ? null : vorschlag, vergeblich ? null : zeile.getString("ENTSCHIEDEN_VON"),
                vergeblich ? null : zeit(zeile, "ENTSCHIEDEN_AM"));
    }

    private static Instant zeit(ResultSet zeile, String spalte) throws SQLException {
        Timestamp wert = zeile.getTimestamp(spalte);
        return wert == null ? null : wert.toLocalDateTime().toInstant(ZoneOffset.UTC);
    }
}
