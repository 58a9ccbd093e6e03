package de.integrationskonzept.akte;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;
import static jakarta.ws.rs.core.Response.Status.NOT_FOUND;

import de.integrationskonzept.engine.ConfidentialProcesses;
import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.engine.Work;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.history.HistoricProcessInstance;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Everything that was answered in a file, in its frame and in all that was begun for it: as it is now, or as it was at the
 * end of a day. The right to it is asked once ({@link Leserecht}), and whoever reads is noted. What is confidential, and
 * what confidential processes call, is never read, nor what nobody can tell any more. Two statements, however large the
 * file, beside those that ask for the right.
 */
@Component
public class Akteninhalt {

    private static final DateTimeFormatter DEUTSCH = DateTimeFormatter.ofPattern("dd.MM.yyyy");

    private static final String VORGAENGE = "select P.ID_, P.ROOT_PROC_INST_ID_, P.SUPER_PROCESS_INSTANCE_ID_, P.PROC_DEF_KEY_, P.PROC_DEF_ID_, "
            + "P.START_TIME_, P.END_TIME_, D.ID_ as DEFINITION_ from ACT_HI_PROCINST P join ACT_HI_PROCINST R on R.ID_ = P.ROOT_PROC_INST_ID_ "
            + "left join ACT_RE_PROCDEF D on D.ID_ = P.PROC_DEF_ID_ "
            + "where R.BUSINESS_KEY_ = ? and R.TENANT_ID_ = ? and R.SUPER_PROCESS_INSTANCE_ID_ is null order by P.START_TIME_, P.ID_";

    private final JdbcTemplate jdbc;
    private final Leserecht leserecht;
    private final ConfidentialProcesses vertraulich;
    private final Variablenstand variablen;

    Akteninhalt(JdbcTemplate jdbc, Leserecht leserecht, ConfidentialProcesses vertraulich, Variablenstand variablen) {
        this.jdbc = jdbc;
        this.leserecht = leserecht;
        this.vertraulich = vertraulich;
        this.variablen = variablen;
    }

    /**
     * @param id of the frame instance
     * @param bis when the day ended whose state this is, null for now
     * @param vorgaenge in the order in which they began, the frame among them
     */
    public record Inhalt(String id, String aktenzeichen, String kommune, Instant bis, List<Vorgang> vorgaenge) {

        public Vorgang rahmen() {
            return vorgaenge.stream().filter(v -> v.id().equals(id)).findFirst().orElseThrow();
        }
    }

    /**
     * A process instance of the file.
     *
     * @param wurzel the root that it belongs to: the frame, or a year of implementation
     * @param prozess key of the process, {@code definition} its version
     * @param ende null while it runs
     * @param werte variables of the instance by name: String, Number, Boolean, or a Json tree; what is null is left out
     */
    public record Vorgang(String id, String wurzel, String prozess, String definition, Instant beginn, Instant ende,
            Map<String, Object> werte) {
    }

    /** @param bekannt whether the model is still there, and with it whether it is confidential */
    private record Zeile(Vorgang vorgang, String oberhalb, boolean bekannt) {
    }

    /**
     * The content of the file for the caller.
     *
     * @param stand the day at whose end, null for now
     * @param art what is read, for the log of accesses, in a word that people understand
     * @throws Refusal (404, 403) when the caller may not read it; (400, 404) when there was no such day of the file
     */
    public Inhalt lies(String id, LocalDate stand, String art) {
        HistoricProcessInstance rahmen = leserecht.verlange(id, art);
        Instant bis = bis(rahmen, stand);
        return inhalt(id, rahmen.getBusinessKey(), rahmen.getTenantId(), bis);
    }

    /**
     * The content of the file that the engine is just working on. It is the engine's own work, so no right is asked for and no
     * access noted. What the current transaction has changed is not in it yet.
     */
    public Inhalt derAkte() {
        ExecutionEntity wurzel = Work.frame();
        List<String> rahmen = jdbc.queryForList("select PROZESSINSTANZ from IK_AKTE where KOMMUNE = ? and AKTENZEICHEN = ?", String.class,
                wurzel.getTenantId(), wurzel.getProcessBusinessKey());
        return inhalt(rahmen.isEmpty() ? wurzel.getId() : rahmen.get(0), wurzel.getProcessBusinessKey(), wurzel.getTenantId(), null);
    }

    Inhalt inhalt(String id, String zeichen, String kommune, Instant bis) {
        Map<String, Vorgang> vorgaenge = vorgaenge(id, zeichen, kommune, bis);
        variablen.lies(vorgaenge.keySet(), bis, (vorgang, name, wert) -> vorgaenge.get(vorgang).werte().put(name, wert));
        return new Inhalt(id, zeichen, kommune, bis, List.copyOf(vorgaenge.values()));
    }

    /**
     * The process instances of the file without what was answered in them.
     *
     * @param art as for {@link #lies}
     * @throws Refusal as {@link #lies}
     */
    public Inhalt umriss(String id, String art) {
        HistoricProcessInstance rahmen = leserecht.verlange(id, art);
        return new Inhalt(id, rahmen.getBusinessKey(), rahmen.getTenantId(), null, List.copyOf(vorgaenge(rahmen, null).values()));
    }

    private static Instant bis(HistoricProcessInstance rahmen, LocalDate stand) {
        if (stand == null) {
            return null;
        }
        if (stand.isAfter(Stichtag.heute())) {
            throw new Refusal(BAD_REQUEST, "Der " + DEUTSCH.format(stand) + " liegt in der Zukunft. Bitte wählen Sie als Stand heute oder einen früheren Tag.");
        }
        Instant bis = Stichtag.endeVon(stand);
        if (!rahmen.getStartTime().toInstant().isBefore(bis)) {
            throw new Refusal(NOT_FOUND, "Am " + DEUTSCH.format(stand) + " gab es diese Akte noch nicht. Bitte wählen Sie einen Tag ab dem "
                    + DEUTSCH.format(Stichtag.am(rahmen.getStartTime().toInstant())) + ".");
        }
        return bis;
    }

    /** By id, without what is confidential. */
    Map<String, Vorgang> vorgaenge(HistoricProcessInstance rahmen, Instant bis) {
        return vorgaenge(rahmen.getId(), rahmen.getBusinessKey(), rahmen.getTenantId(), bis);
    }

    private Map<String, Vorgang> vorgaenge(String rahmen, String zeichen, String kommune, Instant bis) {
        Map<String, Zeile> alle = new LinkedHashMap<>();
        jdbc.query(VORGAENGE, zeile -> {
            Instant beginn = zeile.getTimestamp("START_TIME_").toInstant();
            Instant ende = zeile.getTimestamp("END_TIME_") == null ? null : zeile.getTimestamp("END_TIME_").toInstant();
            if (bis == null || beginn.isBefore(bis)) {
                alle.put(zeile.getString("ID_"), new Zeile(new Vorgang(zeile.getString("ID_"), zeile.getString("ROOT_PROC_INST_ID_"),
                        zeile.getString("PROC_DEF_KEY_"), zeile.getString("PROC_DEF_ID_"), beginn,
                        bis == null || ende == null || ende.isBefore(bis) ? ende : null, new LinkedHashMap<>()),
                        zeile.getString("SUPER_PROCESS_INSTANCE_ID_"), zeile.getString("DEFINITION_") != null));
            }
        }, zeichen, kommune);
        Map<String, Vorgang> offene = new LinkedHashMap<>();
        alle.forEach((id, zeile) -> {
            if (id.equals(rahmen) || !geheim(zeile, alle)) {
                offene.put(id, zeile.vorgang());
            }
        });
        return offene;
    }

    private boolean geheim(Zeile zeile, Map<String, Zeile> alle) {
        return zeile == null || !zeile.bekannt() || vertraulich.contains(zeile.vorgang().definition())
                || zeile.oberhalb() != null && geheim(alle.get(zeile.oberhalb()), alle);
    }
}
