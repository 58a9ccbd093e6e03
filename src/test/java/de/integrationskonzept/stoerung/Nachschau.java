package de.integrationskonzept.stoerung;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * What stands in the database after a breakdown, asked by SQL, past everything that could gloss over it. Each method tells what is
 * wrong; an empty list is a clean bill.
 */
final class Nachschau {

    private static final String WOVON = " and not exists (select 1 from ACT_RU_TASK T where T.EXECUTION_ID_ = E.ID_) "
            + "and not exists (select 1 from ACT_RU_JOB J where J.EXECUTION_ID_ = E.ID_) "
            + "and not exists (select 1 from ACT_RU_EVENT_SUBSCR S where S.EXECUTION_ID_ = E.ID_)";

    private final JdbcTemplate jdbc;

    Nachschau(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** @param datenbank the settings of its data source, see {@link de.integrationskonzept.Datenbank} */
    static Nachschau in(Map<String, Object> datenbank) {
        return new Nachschau(new JdbcTemplate(new DriverManagerDataSource((String) datenbank.get("spring.datasource.url"),
                (String) datenbank.get("spring.datasource.username"), (String) datenbank.get("spring.datasource.password"))));
    }

    JdbcTemplate jdbc() {
        return jdbc;
    }

    /** Everything that must hold after every breakdown, once the application has come to rest. */
    List<String> maengel(Kassenbuch buch) {
        return Stream.of(starts(buch), erledigungen(buch), doppelte(), stillstand(), ohneVorfall(), alteSperren(), dokumente())
                .flatMap(List::stream).toList();
    }

    /** How many jobs somebody should take now; 0 when the application has come to rest. */
    long faellig() {
        return zahl("select count(*) from ACT_RU_JOB where RETRIES_ > 0 and SUSPENSION_STATE_ = 1 and (DUEDATE_ is null or DUEDATE_ <= ?) and "
                + "HANDLER_TYPE_ <> 'history-cleanup'", jetzt());
    }

    private static Timestamp jetzt() {
        return new Timestamp(ClockUtil.getCurrentTime().getTime());
    }

    /** Each acknowledged start is one file, each other one that was asked for is one or none. */
    List<String> starts(Kassenbuch buch) {
        List<String> bestaetigt = buch.bestaetigt(Kassenbuch.Art.START);
        List<String> maengel = new ArrayList<>();
        for (String akte : buch.gefragt(Kassenbuch.Art.START)) {
            long anzahl = zahl("select count(*) from ACT_HI_PROCINST where BUSINESS_KEY_ = ? and SUPER_PROCESS_INSTANCE_ID_ is null "
                    + "and PROC_DEF_KEY_ = 'integrationskonzept'", akte);
            if (anzahl > 1 || anzahl == 0 && bestaetigt.contains(akte)) {
                maengel.add("start " + akte + ": " + anzahl + " files" + (bestaetigt.contains(akte) ? ", acknowledged" : ""));
            }
        }
        return maengel;
    }

    /** Each acknowledged completion has ended the task; each that was asked for has done so once at most. */
    List<String> erledigungen(Kassenbuch buch) {
        Set<String> bestaetigt = Set.copyOf(buch.bestaetigt(Kassenbuch.Art.ERLEDIGUNG));
        Map<String, Long> beendete = jeAufgabe("select TASK_ID_, count(*) from ACT_HI_ACTINST where END_TIME_ is not null group by TASK_ID_");
        Map<String, Long> offene = jeAufgabe("select ID_, count(*) from ACT_RU_TASK group by ID_");
        Map<String, Long> erledigte = jeAufgabe("select TASK_ID_, count(*) from ACT_HI_OP_LOG where OPERATION_TYPE_ = 'Complete' group by TASK_ID_");
        List<String> maengel = new ArrayList<>();
        for (String aufgabe : buch.gefragt(Kassenbuch.Art.ERLEDIGUNG)) {
            long beendet = beendete.getOrDefault(aufgabe, 0L);
            long offen = offene.getOrDefault(aufgabe, 0L);
            long erledigt = erledigte.getOrDefault(aufgabe, 0L);
            if (beendet + offen != 1 || erledigt != beendet || beendet == 0 && bestaetigt.contains(aufgabe)) {
                maengel.add("task " + aufgabe + ": ended " + beendet + ", open " + offen + ", completed " + erledigt
                        + (bestaetigt.contains(aufgabe) ? ", acknowledged" : ""));
            }
        }
        return maengel;
    }

    /** Nothing runs twice: no file, no step and no call at the same place of the same instance. */
    List<String> doppelte() {
        List<String> maengel = new ArrayList<>(liste("the same task twice", "select min(ID_) from ACT_RU_TASK "
                + "group by EXECUTION_ID_, TASK_DEF_KEY_ having count(*) > 1"));
        maengel.addAll(liste("the same call twice", "select min(ID_) from ACT_RU_EXECUTION where SUPER_EXEC_ is not null "
                + "group by SUPER_EXEC_ having count(*) > 1"));
        maengel.addAll(liste("the same file twice", "select min(BUSINESS_KEY_) from ACT_RU_EXECUTION E join ACT_RE_PROCDEF P on P.ID_ = "
                + "E.PROC_DEF_ID_ where E.PARENT_ID_ is null and E.SUPER_EXEC_ is null and P.KEY_ = 'integrationskonzept' "
                + "group by E.TENANT_ID_, E.BUSINESS_KEY_ having count(*) > 1"));
        return maengel;
    }

    /** Every running file waits for somebody or something, and so does each of its tips. */
    List<String> stillstand() {
        List<String> maengel = new ArrayList<>(liste("nothing goes on at", "select E.ID_ || ' ' || coalesce(E.ACT_ID_, '') from "
                + "ACT_RU_EXECUTION E where E.IS_ACTIVE_ = true and not exists (select 1 from ACT_RU_EXECUTION C where C.PARENT_ID_ = E.ID_ "
                + "or C.SUPER_EXEC_ = E.ID_)" + WOVON));
        maengel.addAll(liste("nothing goes on in file", "select R.ID_ from ACT_RU_EXECUTION R where R.PARENT_ID_ is null "
                + "and R.SUPER_EXEC_ is null and not exists (select 1 from ACT_RU_EXECUTION E join ACT_RU_EXECUTION I on I.ID_ = E.PROC_INST_ID_ "
                + "where I.ROOT_PROC_INST_ID_ = R.ID_ and not (true" + WOVON + "))")); // only instances name their root
        return maengel;
    }

    /** A job that is not tried again is an incident; those of no process tell the log. */
    List<String> ohneVorfall() {
        return liste("given up without an incident", "select J.ID_ || ' ' || J.HANDLER_TYPE_ from ACT_RU_JOB J where J.RETRIES_ = 0 and "
                + "J.PROCESS_DEF_ID_ is not null and not exists (select 1 from ACT_RU_INCIDENT I where I.CONFIGURATION_ = J.ID_)");
    }

    /** No job is kept by a node longer than its lock says. */
    List<String> alteSperren() {
        return liste("locked too long", "select ID_ || ' ' || LOCK_OWNER_ from ACT_RU_JOB where LOCK_EXP_TIME_ < ? and RETRIES_ > 0",
                jetzt());
    }

    /** The versions of a document are 1, 2, 3 …, and each has the content that its hash says. */
    List<String> dokumente() {
        List<String> maengel = new ArrayList<>(liste("versions of", "select PROZESSINSTANZ || ' ' || NAME from IK_DOKUMENT "
                + "group by PROZESSINSTANZ, NAME having count(*) <> max(FASSUNG) or min(FASSUNG) <> 1"));
        jdbc.query("select ID, DOCX, DOCX_SUMME, PDF, PDF_SUMME from IK_DOKUMENT", zeile -> {
            if (!summe(zeile.getBytes(2)).equals(zeile.getString(3).strip()) || !summe(zeile.getBytes(4)).equals(zeile.getString(5).strip())) {
                maengel.add("content of document " + zeile.getString(1));
            }
        });
        return maengel;
    }

    /**
     * What was noted as sent has arrived, and nothing more often than allowed.
     *
     * @param hoechstens 1, or 2 where somebody was killed between sending and noting it
     */
    List<String> mails(List<MimeMessage> angekommen, int hoechstens) {
        Map<String, Long> jeKennung = angekommen.stream().collect(Collectors.groupingBy(Nachschau::kennung, Collectors.counting()));
        List<String> maengel = new ArrayList<>();
        jeKennung.forEach((kennung, anzahl) -> {
            if (anzahl > hoechstens) {
                maengel.add("mail " + kennung + ": " + anzahl + " times");
            }
        });
        jdbc.queryForList("select MESSAGE_ID from IK_POST where ZUSTAND = 'gesendet'", String.class).stream()
                .filter(kennung -> !jeKennung.containsKey(kennung)).forEach(kennung -> maengel.add("mail " + kennung + ": never"));
        return maengel;
    }

    /** Files that somebody has left in the folder for temporary ones; what the JVM itself keeps there does not count. */
    static List<String> reste(Path ablage) {
        try (var dateien = Files.walk(ablage)) {
            return dateien.filter(Files::isRegularFile).map(datei -> ablage.relativize(datei).toString())
                    .filter(datei -> !datei.startsWith("hsperfdata")).map(datei -> "left over: " + datei).toList();
        } catch (IOException fehler) {
            throw new UncheckedIOException(fehler);
        }
    }

    private List<String> liste(String was, String sql, Object... werte) {
        return jdbc.queryForList(sql, String.class, werte).stream().map(treffer -> was + " " + treffer).toList();
    }

    /** At once, because the history has no index for single tasks. */
    private Map<String, Long> jeAufgabe(String sql) {
        Map<String, Long> anzahl = new HashMap<>();
        jdbc.query(sql, zeile -> {
            anzahl.put(zeile.getString(1), zeile.getLong(2));
        });
        return anzahl;
    }

    private long zahl(String sql, Object... werte) {
        return jdbc.queryForObject(sql, Long.class, werte);
    }

    private static String kennung(MimeMessage mail) {
        try {
            return mail.getMessageID();
        } catch (MessagingException unlesbar) {
            throw new IllegalStateException(unlesbar);
        }
    }

    private static String summe(byte[] inhalt) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(inhalt));
        } catch (NoSuchAlgorithmException fehlt) {
            throw new IllegalStateException(fehlt);
        }
    }
}
