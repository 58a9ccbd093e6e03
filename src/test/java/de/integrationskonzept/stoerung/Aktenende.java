package de.integrationskonzept.stoerung;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.engine.ManagementService;
import org.springframework.jdbc.core.JdbcTemplate;

/** One file, worked on by its people until it ends, and through the years that follow, whatever steps its model has. */
final class Aktenende {

    private static final String INSTANZEN = "(select ID_ from ACT_HI_PROCINST where ROOT_PROC_INST_ID_ in (select ID_ from ACT_HI_PROCINST where "
            + "BUSINESS_KEY_ = ? and SUPER_PROCESS_INSTANCE_ID_ is null) and END_TIME_ is null)";
    private static final String STEHEND = "akte-nachtragen";

    private final Mitarbeitende leute;
    private final ManagementService jobs;
    private final JdbcTemplate jdbc;
    private final String zeichen;
    private final Map<String, Integer> erledigt = new TreeMap<>();

    Aktenende(Mitarbeitende leute, ManagementService jobs, JdbcTemplate jdbc, String zeichen) {
        this.leute = leute;
        this.jobs = jobs;
        this.jdbc = jdbc;
        this.zeichen = zeichen;
    }

    /**
     * @param jahre so many of implementation are enough
     * @return how it went, in one line
     */
    String bringeZuEnde(int hoechstens, int jahre) {
        for (int schritt = 0; schritt < hoechstens; schritt++) {
            arbeiteAb();
            if (!laeuft() || begonneneJahre() > jahre) {
                return schritt + " Schritte, " + begonneneJahre() + " Jahre, Rahmen " + rahmen();
            }
            naechster();
        }
        throw new AssertionError(zeichen + " runs in circles: " + erledigt + ", open " + aufgaben() + ", refused " + leute.abgelehnt());
    }

    /** What is open is done; when nothing is, the file waits for its day, which comes. */
    private void naechster() {
        List<Mitarbeitende.Aufgabe> offen = aufgaben();
        List<Mitarbeitende.Aufgabe> eigentliche = offen.stream().filter(a -> !a.schritt().equals(STEHEND)).toList();
        Mitarbeitende.Aufgabe naechste = !eigentliche.isEmpty() ? eigentliche.get(0) : offen.stream().filter(this::ruht).findFirst().orElse(null);
        if (naechste == null) {
            tagKommt();
        } else if (!leute.erledige(naechste)) {
            throw new AssertionError(zeichen + " cannot go on at " + naechste + ": " + leute.abgelehnt());
        } else {
            erledigt.merge(naechste.schritt(), 1, Integer::sum);
        }
    }

    private List<Mitarbeitende.Aufgabe> aufgaben() {
        return jdbc.query("select T.ID_, T.TASK_DEF_KEY_, L.GROUP_ID_ from ACT_RU_TASK T join ACT_RU_IDENTITYLINK L on L.TASK_ID_ = T.ID_ and "
                + "L.TYPE_ = 'candidate' and L.GROUP_ID_ is not null where T.SUSPENSION_STATE_ = 1 and T.PROC_INST_ID_ in " + INSTANZEN
                + " order by T.CREATE_TIME_, T.ID_", (zeile, i) -> new Mitarbeitende.Aufgabe(zeile.getString(1), zeile.getString(2), zeile.getString(3)), zeichen);
    }

    private boolean ruht(Mitarbeitende.Aufgabe aufgabe) {
        return aufgabe.schritt().equals(STEHEND) && jdbc.queryForObject("select count(*) from ACT_RU_VARIABLE V join ACT_RU_TASK T on "
                + "T.PROC_INST_ID_ = V.PROC_INST_ID_ where T.ID_ = ? and V.NAME_ = 'ruht' and V.LONG_ = 1", Integer.class, aufgabe.id()) > 0;
    }

    private void tagKommt() {
        String termin = jdbc.queryForList("select ID_ from ACT_RU_JOB where HANDLER_TYPE_ <> 'suspend-process-definition' and ACT_RU_JOB.TYPE_ = 'timer' and "
                + "SUSPENSION_STATE_ = 1 and PROCESS_INSTANCE_ID_ in " + INSTANZEN + " and PROCESS_DEF_KEY_ <> 'terminwacht' order by DUEDATE_", String.class,
                zeichen).stream().findFirst().orElseThrow(() -> new AssertionError(zeichen + " waits for nothing: " + erledigt));
        jobs.executeJob(termin);
    }

    private void arbeiteAb() {
        for (int runde = 0; runde < 100; runde++) {
            List<String> faellig = jdbc.queryForList("select ID_ from ACT_RU_JOB where RETRIES_ > 0 and SUSPENSION_STATE_ = 1 and (DUEDATE_ is null or "
                    + "DUEDATE_ <= now()) and PROCESS_INSTANCE_ID_ in " + INSTANZEN, String.class, zeichen);
            if (faellig.isEmpty()) {
                return;
            }
            faellig.stream().filter(job -> jobs.createJobQuery().jobId(job).count() == 1).forEach(jobs::executeJob);
        }
        throw new AssertionError(zeichen + ": its jobs never come to an end");
    }

    private boolean laeuft() {
        return zahl("select count(*) from ACT_HI_PROCINST where BUSINESS_KEY_ = ? and SUPER_PROCESS_INSTANCE_ID_ is null and END_TIME_ is null") > 0;
    }

    private int begonneneJahre() {
        return zahl("select count(*) from ACT_HI_PROCINST where BUSINESS_KEY_ = ? and SUPER_PROCESS_INSTANCE_ID_ is null and PROC_DEF_KEY_ = 'umsetzung'");
    }

    private String rahmen() {
        return jdbc.queryForList("select STATE_ || ' ' || coalesce(END_ACT_ID_, '') from ACT_HI_PROCINST where BUSINESS_KEY_ = ? and PROC_DEF_KEY_ = "
                + "'integrationskonzept' and SUPER_PROCESS_INSTANCE_ID_ is null", String.class, zeichen).toString();
    }

    private int zahl(String frage) {
        return jdbc.queryForObject(frage, Integer.class, zeichen);
    }
}
