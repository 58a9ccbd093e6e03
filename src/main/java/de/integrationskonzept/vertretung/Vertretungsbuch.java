package de.integrationskonzept.vertretung;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** Which tasks are with somebody else, and which were: {@code IK_VERTRETUNG}, written in the transaction that moves the task. */
@Component
class Vertretungsbuch {

    private static final String OFFEN = " and BIS is null";

    private final JdbcTemplate jdbc;

    Vertretungsbuch(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** How it came to an end. */
    enum Ausgang { ZURUECK, WEITER, VON_HAND, ERLEDIGT }

    Optional<Vertretung> offen(String aufgabe) {
        return jdbc.query("select FUER_PERSON, INHABER_PERSON, HALTER_PERSON, STELLE, ABGEGEBEN from IK_VERTRETUNG where AUFGABE = ?" + OFFEN,
                (zeile, i) -> new Vertretung(zeile.getString(1), zeile.getString(2), zeile.getString(3), zeile.getString(4), zeile.getBoolean(5)),
                aufgabe).stream().findFirst();
    }

    Set<String> offeneAufgaben(String kommune) {
        return new TreeSet<>(jdbc.queryForList("select AUFGABE from IK_VERTRETUNG where KOMMUNE = ?" + OFFEN, String.class, kommune));
    }

    /** Tasks that somebody has for somebody else. */
    Set<String> vertretene() {
        return new TreeSet<>(jdbc.queryForList("select AUFGABE from IK_VERTRETUNG where FUER_PERSON is not null and (HALTER_PERSON is null "
                + "or HALTER_PERSON <> FUER_PERSON)" + OFFEN, String.class));
    }

    void beginne(String aufgabe, String kommune, Vertretung neu) {
        jdbc.update("insert into IK_VERTRETUNG (ID, AUFGABE, KOMMUNE, FUER_PERSON, INHABER_PERSON, HALTER_PERSON, STELLE, ABGEGEBEN, SEIT) "
                + "values (?, ?, ?, ?, ?, ?, ?, ?, ?)", UUID.randomUUID().toString(), aufgabe, kommune == null ? "-" : kommune, neu.fuer(),
                neu.inhaber(), neu.halter(), neu.stelle(), neu.abgegeben(), Tage.utc(Tage.jetzt()));
    }

    /** Nothing happens when there is none. */
    void beende(String aufgabe, Ausgang ausgang) {
        jdbc.update("update IK_VERTRETUNG set BIS = ?, AUSGANG = ? where AUFGABE = ?" + OFFEN, Tage.utc(Tage.jetzt()),
                ausgang.name().toLowerCase(Locale.ROOT).replace('_', '-'), aufgabe);
    }

    /** What somebody would have got back goes to its role. */
    void ohneInhaber(String person) {
        jdbc.update("update IK_VERTRETUNG set INHABER_PERSON = null where INHABER_PERSON = ?" + OFFEN, person);
    }

    /** What belongs to tasks of which the history is gone. */
    void raeumeAuf() {
        jdbc.update("delete from IK_VERTRETUNG where BIS is not null and not exists (select 1 from ACT_HI_TASKINST T where T.ID_ = AUFGABE)");
    }

    /** Tasks that the person would get back, or has in somebody else's place. */
    List<String> mit(String person, String kommune) {
        return jdbc.queryForList("select AUFGABE from IK_VERTRETUNG where KOMMUNE = ? and (INHABER_PERSON = ? or HALTER_PERSON = ?)" + OFFEN,
                String.class, kommune, person, person);
    }

    /** Whoever follows somebody gets back what they would have, and does what they do for others; null is the role. */
    void ersetze(String aufgabe, String alt, String neu) {
        for (String spalte : List.of("INHABER_PERSON", "HALTER_PERSON")) {
            jdbc.update("update IK_VERTRETUNG set " + spalte + " = ? where AUFGABE = ? and " + spalte + " = ?" + OFFEN, neu, aufgabe, alt);
        }
    }
}
