package de.integrationskonzept.modell;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.BiConsumer;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a file consists of at one moment, by id, as the database has it: tasks, variables, jobs, subscriptions, incidents. Two
 * of them say what a move has done.
 */
record Aktenbestand(Map<String, Stueck> aufgaben, Map<String, Stueck> angaben, Map<String, Stueck> uhren, Map<String, Stueck> horcher,
        Map<String, Stueck> stoerungen) {

    private static final DateTimeFormatter TAG = DateTimeFormatter.ofPattern("dd.MM.yyyy");
    private static final String IN_DER_AKTE = " in (select ID_ from ACT_RU_EXECUTION where ROOT_PROC_INST_ID_ = ? and PARENT_ID_ is null) order by ";
    private static final String AUFGABEN = "select ID_, PROC_DEF_ID_, TASK_DEF_KEY_, DUE_DATE_, FOLLOW_UP_DATE_ from ACT_RU_TASK where PROC_INST_ID_"
            + IN_DER_AKTE + "ID_";
    private static final String ANGABEN = "select V.ID_, V.NAME_, V.TYPE_, V.TEXT_, V.TEXT2_, V.LONG_, V.DOUBLE_, B.BYTES_ from ACT_RU_VARIABLE V "
            + "left join ACT_GE_BYTEARRAY B on B.ID_ = V.BYTEARRAY_ID_ where V.PROC_INST_ID_" + IN_DER_AKTE + "V.ID_";
    private static final String UHREN = "select J.ID_, J.PROCESS_DEF_ID_, D.ACT_ID_, J.DUEDATE_ from ACT_RU_JOB J left join ACT_RU_JOBDEF D "
            + "on D.ID_ = J.JOB_DEF_ID_ where J.PROCESS_INSTANCE_ID_" + IN_DER_AKTE + "J.ID_";
    private static final String HORCHER = "select S.ID_, E.PROC_DEF_ID_, S.ACTIVITY_ID_ from ACT_RU_EVENT_SUBSCR S join ACT_RU_EXECUTION E "
            + "on E.ID_ = S.PROC_INST_ID_ where S.PROC_INST_ID_" + IN_DER_AKTE + "S.ID_";
    private static final String STOERUNGEN = "select ID_, PROC_DEF_ID_, ACTIVITY_ID_ from ACT_RU_INCIDENT where PROC_INST_ID_" + IN_DER_AKTE + "ID_";

    /**
     * @param definition in which the step lies, null for variables
     * @param name id of the step, or name of the variable
     * @param faellig null without a date
     * @param inhalt what must not change: the follow-up date, or a print of the value
     */
    private record Stueck(String definition, String name, LocalDateTime faellig, Object inhalt) {

        String schritt() {
            return definition == null || name == null ? "einer Arbeit im Hintergrund" : Schrittname.von(definition, name);
        }

        String tag() {
            return faellig == null ? "ohne Termin" : faellig.format(TAG);
        }
    }

    /** Within a command; what it has changed must be flushed. */
    static Aktenbestand von(JdbcClient datenbank, String wurzel) {
        return new Aktenbestand(
                lies(datenbank, AUFGABEN, wurzel, z -> new Stueck(z.getString(2), z.getString(3), zeit(z, 4), zeit(z, 5))),
                lies(datenbank, ANGABEN, wurzel, z -> new Stueck(null, z.getString(2), null, Arrays.asList(z.getString(3), z.getString(4),
                        z.getString(5), z.getObject(6), z.getObject(7), Arrays.hashCode(z.getBytes(8))))),
                lies(datenbank, UHREN, wurzel, z -> new Stueck(z.getString(2), z.getString(3), zeit(z, 4), null)),
                lies(datenbank, HORCHER, wurzel, z -> new Stueck(z.getString(2), z.getString(3), null, null)),
                lies(datenbank, STOERUNGEN, wurzel, z -> new Stueck(z.getString(2), z.getString(3), null, null)));
    }

    private interface Leser {
        Stueck lies(ResultSet zeile) throws SQLException;
    }

    private static Map<String, Stueck> lies(JdbcClient datenbank, String frage, String wurzel, Leser leser) {
        Map<String, Stueck> stuecke = new LinkedHashMap<>();
        datenbank.sql(frage).param(wurzel).query((zeile, nummer) -> stuecke.put(zeile.getString(1), leser.lies(zeile))).list();
        return stuecke;
    }

    private static LocalDateTime zeit(ResultSet zeile, int spalte) throws SQLException {
        var wert = zeile.getTimestamp(spalte);
        return wert == null ? null : wert.toLocalDateTime();
    }

    /** What somebody should know before the file really moves: what is lost, changed or new. */
    List<String> gegen(Aktenbestand vorher) {
        List<String> saetze = new ArrayList<>();
        if (aufgaben.isEmpty() && !vorher.aufgaben.isEmpty()) {
            saetze.add("Danach hätte in dieser Akte niemand mehr etwas zu tun. Bitte prüfen Sie den Umzugsplan.");
        }
        verloren(vorher.aufgaben, aufgaben, (id, stueck) -> saetze.add("Die Aufgabe bei " + stueck.schritt() + " ginge verloren."));
        verloren(vorher.angaben, angaben, (id, stueck) -> saetze.add("Die Angabe „" + stueck.name() + "“ ginge verloren."));
        verloren(vorher.uhren, uhren, (id, stueck) -> saetze.add("Der Termin von " + stueck.schritt() + " (" + stueck.tag() + ") fiele weg."));
        verloren(vorher.horcher, horcher, (id, stueck) -> saetze.add("Auf das Ereignis " + stueck.schritt() + " würde nicht mehr gewartet."));
        verloren(vorher.stoerungen, stoerungen, (id, stueck) -> saetze.add("Der Vorfall bei " + stueck.schritt() + " fiele weg."));
        verloren(uhren, vorher.uhren, (id, stueck) -> saetze.add("Neu ist der Termin von " + stueck.schritt() + ": " + stueck.tag() + "."));
        geaendert(vorher, saetze);
        return saetze;
    }

    private void geaendert(Aktenbestand vorher, List<String> saetze) {
        beide(vorher.angaben, angaben, (alt, neu) -> {
            if (!Objects.equals(alt.inhalt(), neu.inhalt())) {
                saetze.add("Die Angabe „" + neu.name() + "“ änderte sich.");
            }
        });
        beide(vorher.aufgaben, aufgaben, (alt, neu) -> verschoben("Die Frist der Aufgabe bei ", alt, neu, saetze));
        beide(vorher.uhren, uhren, (alt, neu) -> verschoben("Der Termin von ", alt, neu, saetze));
    }

    private static void verschoben(String was, Stueck alt, Stueck neu, List<String> saetze) {
        if (!Objects.equals(alt.faellig(), neu.faellig()) || !Objects.equals(alt.inhalt(), neu.inhalt())) {
            saetze.add(was + neu.schritt() + " änderte sich: vorher " + alt.tag() + ", dann " + neu.tag() + ".");
        }
    }

    private static void verloren(Map<String, Stueck> vorher, Map<String, Stueck> nachher, BiConsumer<String, Stueck> was) {
        vorher.forEach((id, stueck) -> {
            if (!nachher.containsKey(id)) {
                was.accept(id, stueck);
            }
        });
    }

    private static void beide(Map<String, Stueck> vorher, Map<String, Stueck> nachher, BiConsumer<Stueck, Stueck> was) {
        vorher.forEach((id, stueck) -> {
            if (nachher.containsKey(id)) {
                was.accept(stueck, nachher.get(id));
            }
        });
    }
}
