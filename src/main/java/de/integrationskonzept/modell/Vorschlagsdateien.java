package de.integrationskonzept.modell;

import static jakarta.ws.rs.core.Response.Status.NOT_FOUND;

import de.integrationskonzept.engine.Refusal;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** The files of proposals with what is known about each. */
@Component
class Vorschlagsdateien {

    private final JdbcClient datenbank;

    Vorschlagsdateien(JdbcClient datenbank) {
        this.datenbank = datenbank;
    }

    /**
     * @param grundlage deployment that held the newest version when the file came here, null when there was none
     * @param vorher what its deployment replaced; null before, and when there was nothing
     */
    record Datei(String name, byte[] inhalt, String grundlage, byte[] vorher) {
    }

    /** In the order of their names. */
    List<Datei> zu(String vorschlag) {
        return datenbank.sql("select NAME, INHALT, GRUNDLAGE, VORHER from IK_MODELLDATEI where VORSCHLAG = ? order by NAME").param(vorschlag)
                .query((zeile, nummer) -> new Datei(zeile.getString("NAME"), zeile.getBytes("INHALT"), zeile.getString("GRUNDLAGE"),
                        zeile.getBytes("VORHER"))).list();
    }

    /** @throws Refusal 404 when the proposal has no such file */
    byte[] inhalt(String vorschlag, String datei) {
        return zu(vorschlag).stream().filter(d -> d.name().equals(datei)).map(Datei::inhalt).findFirst().orElseThrow(Vorschlagsdateien::fehlt);
    }

    int zahl(String vorschlag) {
        return datenbank.sql("select count(*) from IK_MODELLDATEI where VORSCHLAG = ?").param(vorschlag).query(Integer.class).single();
    }

    /** Of all proposals. */
    Map<String, Collection<String>> namen() {
        Map<String, Collection<String>> namen = new TreeMap<>();
        datenbank.sql("select VORSCHLAG, NAME from IK_MODELLDATEI").query(zeile -> {
            namen.computeIfAbsent(zeile.getString("VORSCHLAG"), v -> new TreeSet<>()).add(zeile.getString("NAME"));
        });
        return namen;
    }

    /** Everybody who had a hand in what is there now. */
    Set<String> beteiligte(String vorschlag) {
        Set<String> beteiligte = new HashSet<>(datenbank.sql("select GEAENDERT_VON from IK_MODELLDATEI where VORSCHLAG = ? union "
                + "select GEAENDERT_VON from IK_MODELLVORSCHLAG where ID = ? union select ANGELEGT_VON from IK_MODELLVORSCHLAG where ID = ?")
                .params(vorschlag, vorschlag, vorschlag).query(String.class).list());
        beteiligte.removeIf(Objects::isNull);
        return beteiligte;
    }

    /** @throws Refusal 404 when the proposal has no such file */
    void entferne(String vorschlag, String datei) {
        if (datenbank.sql("delete from IK_MODELLDATEI where VORSCHLAG = ? and NAME = ?").params(vorschlag, datei).update() == 0) {
            throw fehlt();
        }
    }

    /** @param vorher null when there was nothing */
    void bereitgestellt(String vorschlag, String datei, byte[] inhalt, byte[] vorher) {
        datenbank.sql("update IK_MODELLDATEI set INHALT = ?, VORHER = ? where VORSCHLAG = ? and NAME = ?").params(inhalt, vorher, vorschlag,
                datei).update();
    }

    private static Refusal fehlt() {
        return new Refusal(NOT_FOUND, "Diese Datei gehört nicht (mehr) zu der Änderung. Bitte laden Sie die Seite neu.");
    }
}
