package de.integrationskonzept.betrieb;

import java.util.Locale;

/**
 * Something that is counted in the database, for the whole application and without a name of anybody. What a figure means
 * and when it is an alarm stands in docs/betrieb.md.
 */
enum Kennzahl {

    AUFGABEN_OFFEN("Offene Aufgaben in Akten, die nicht ruhen", "ACT_RU_TASK where SUSPENSION_STATE_ = 1"),
    AUFGABEN_UEBERFAELLIG("Offene Aufgaben, deren Frist vorbei ist", "ACT_RU_TASK where SUSPENSION_STATE_ = 1 and DUE_DATE_ < :jetzt"),
    JOBS_WARTEND("Jobs, die jetzt an der Reihe sind", faellig("<= :jetzt")),
    JOBS_VERSPAETET("Jobs, die seit mehr als zehn Minuten an der Reihe sind", faellig("< :vorhin")),
    JOBS_GESCHEITERT("Jobs, die nicht mehr von selbst wiederholt werden", "ACT_RU_JOB where RETRIES_ = 0"),
    VORFAELLE("Vorfälle, wie Cockpit sie zeigt", "ACT_RU_INCIDENT where ID_ = ROOT_CAUSE_INCIDENT_ID_"),
    MAILS_WARTEND("E-Mails, die noch hinausgehen", "ACT_RU_JOB where RETRIES_ > 0 and HANDLER_TYPE_ = 'nachricht-zustellen'"),
    MAILS_GESCHEITERT("E-Mails, die nicht mehr von selbst versucht werden",
            "ACT_RU_JOB where RETRIES_ = 0 and HANDLER_TYPE_ = 'nachricht-zustellen'"),
    UMZUEGE_LAUFEND("Umzüge auf neue Fassungen der Modelle, die noch nicht fertig sind",
            "IK_UMZUG U where not PROBE and ZUSTAND = 'laeuft' "
                    + "and exists (select 1 from IK_UMZUG_AKTE A where A.UMZUG = U.ID and A.ZUSTAND = 'offen')"),
    UMZUG_AKTEN_GESCHEITERT("Laufende Akten, deren letzter Umzug gescheitert ist", "IK_UMZUG_AKTE A join IK_UMZUG U on U.ID = A.UMZUG "
            + "where not U.PROBE and A.ZUSTAND = 'gescheitert' and exists (select 1 from ACT_RU_EXECUTION E where E.ID_ = A.WURZEL) "
            + "and not exists (select 1 from IK_UMZUG_AKTE N join IK_UMZUG V on V.ID = N.UMZUG "
            + "where N.WURZEL = A.WURZEL and not V.PROBE and V.BEGONNEN > U.BEGONNEN)"),
    KONTEN_GESPERRT("Konten, die nach zu vielen falschen Passwörtern gesperrt sind", "ACT_ID_USER where ATTEMPTS_ >= 10");

    private final String bedeutung;
    private final String worin;

    Kennzahl(String bedeutung, String worin) {
        this.bedeutung = bedeutung;
        this.worin = worin;
    }

    private static String faellig(String wann) {
        return "ACT_RU_JOB where SUSPENSION_STATE_ = 1 and RETRIES_ > 0 and coalesce(DUEDATE_, CREATE_TIME_) " + wann;
    }

    /** As the monitoring knows it, with dots; Prometheus makes underscores of them. */
    String kennung() {
        return "integrationskonzept." + name().toLowerCase(Locale.ROOT).replace('_', '.');
    }

    /** One German sentence without its full stop. */
    String bedeutung() {
        return bedeutung;
    }

    /** A number, with the parameters {@code jetzt} and {@code vorhin}. */
    String abfrage() {
        return "(select count(*) from " + worin + ")";
    }
}
