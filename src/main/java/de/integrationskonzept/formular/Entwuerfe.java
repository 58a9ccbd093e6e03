package de.integrationskonzept.formular;

import static jakarta.ws.rs.core.Response.Status.BAD_REQUEST;
import static jakarta.ws.rs.core.Response.Status.NOT_FOUND;
import static jakarta.ws.rs.core.Response.Status.REQUEST_ENTITY_TOO_LARGE;

import de.integrationskonzept.engine.Caller;
import de.integrationskonzept.engine.Refusal;
import java.nio.charset.StandardCharsets;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Function;
import org.camunda.bpm.engine.AuthorizationException;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/**
 * Unfinished answers, kept with their open task for everybody who may work on it. They are no variables and in no history:
 * what is thrown away is gone, and what is completed too. Whoever saves says which version they began with, so that nobody
 * overwrites another one without knowing.
 */
@Component
public class Entwuerfe {

    private static final int GROESSTE_FASSUNG = 1_000_000_000;
    /** Characters; a form with hundreds of rows has less. */
    private static final int LAENGSTER = 400_000;

    private final ProcessEngineConfigurationImpl engine;
    private final Formulare formulare;
    private final JdbcTemplate jdbc;

    Entwuerfe(ProcessEngine engine, Formulare formulare, JdbcTemplate jdbc) {
        this.engine = (ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration();
        this.formulare = formulare;
        this.jdbc = jdbc;
    }

    /**
     * @param vorgang process instance of the task
     * @param version 0 when there is no draft; then {@code person}, {@code am} and {@code angaben} are null
     * @param person user id of who saved it last
     * @param angaben plain values by key, only what the form asks today
     * @param nirgends labels of fields of the form whose answers no draft keeps
     */
    public record Entwurf(String vorgang, int version, String person, Instant am, Map<String, Object> angaben, List<String> nirgends) {
    }

    /** Somebody else has saved, or thrown away, since the version that the caller began with. */
    public static final class Ueberholt extends RuntimeException {

        private final transient Entwurf jetzt;

        Ueberholt(Entwurf jetzt) {
            super("draft was changed meanwhile");
            this.jetzt = jetzt;
        }

        /** What is there now. */
        public Entwurf jetzt() {
            return jetzt;
        }
    }

    private record Zeile(int version, String person, Instant am, byte[] inhalt) {
    }

    /**
     * The draft at the task.
     *
     * @throws Refusal (404) when there is no such task that the caller may work on
     */
    public Entwurf lies(String aufgabe) {
        return anDer(aufgabe, task -> entwurf(task, zeile(aufgabe)));
    }

    /**
     * Keeps what somebody has written so far.
     *
     * @param auftrag JSON with {@code version}, as it was read, and {@code angaben}, answers by key
     * @throws Refusal as {@link #lies}; (400, 413) when that is no draft of this form
     * @throws Ueberholt when another version is there
     */
    public Entwurf speichere(String aufgabe, String auftrag) {
        if (auftrag != null && auftrag.length() > LAENGSTER) {
            throw new Refusal(REQUEST_ENTITY_TOO_LARGE, "Der Entwurf ist zu lang, um ihn zwischenzuspeichern. Bitte kürzen Sie die Texte, oder "
                    + "hängen Sie lange Texte im Reiter „Akte“ als Datei an.");
        }
        Map<String, Object> gelesen = Werte.objekt(auftrag).orElseThrow(Entwuerfe::unlesbar);
        if (!(gelesen.get("version") instanceof Integer version && version >= 0 && gelesen.get("angaben") instanceof Map<?, ?> angaben
                && gelesen.size() == 2)) {
            throw unlesbar();
        }
        return anDer(aufgabe, task -> {
            byte[] inhalt = Werte.json(geprueft(formular(task), angaben)).getBytes(StandardCharsets.UTF_8);
            schreibe(task, version, inhalt);
            return entwurf(task, zeile(aufgabe));
        });
    }

    /**
     * Throws the draft away.
     *
     * @param version the one that the caller has seen
     * @throws Refusal as {@link #lies}
     * @throws Ueberholt when another version is there
     */
    public void verwirf(String aufgabe, int version) {
        anDer(aufgabe, task -> {
            if (jdbc.update("delete from IK_ENTWURF where AUFGABE = ? and REV_ = ?", aufgabe, version) == 0 && zeile(aufgabe).isPresent()) {
                throw new Ueberholt(entwurf(task, zeile(aufgabe)));
            }
            return null;
        });
    }

    /** A new one never has the version of one that was thrown away. */
    private void schreibe(TaskEntity task, int version, byte[] inhalt) {
        String wer = Caller.userId();
        Timestamp jetzt = Timestamp.valueOf(LocalDateTime.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneOffset.UTC));
        int geschrieben = version != 0
                ? jdbc.update("update IK_ENTWURF set INHALT = ?, PERSON = ?, GESPEICHERT = ?, REV_ = REV_ + 1 where AUFGABE = ? and REV_ = ?",
                        inhalt, wer, jetzt, task.getId(), version)
                : jdbc.update("insert into IK_ENTWURF (AUFGABE, INHALT, PERSON, GESPEICHERT, REV_) select ?, ?, ?, ?, ? "
                        + "where not exists (select 1 from IK_ENTWURF where AUFGABE = ?)",
                        task.getId(), inhalt, wer, jetzt, ThreadLocalRandom.current().nextInt(1, GROESSTE_FASSUNG), task.getId());
        if (geschrieben == 0) {
            throw new Ueberholt(entwurf(task, zeile(task.getId())));
        }
    }

    private static Map<String, Object> geprueft(Formular formular, Map<?, ?> angaben) {
        @SuppressWarnings("unchecked")
        Entwurfsfelder felder = new Entwurfsfelder(formular, (Map<String, Object>) angaben);
        if (!felder.fremd().isEmpty()) {
            throw new Refusal(BAD_REQUEST, "Das Formular hat sich geändert, oder eine Angabe gehört nicht dazu. Bitte laden Sie die Seite neu.");
        }
        if (!felder.unpassend().isEmpty()) {
            throw new Refusal(BAD_REQUEST, felder.unpassend().stream().distinct()
                    .map(name -> "„" + name + "“ ist nicht lesbar. Bitte füllen Sie das Feld neu aus.").toList());
        }
        return felder.angaben();
    }

    private Entwurf entwurf(TaskEntity task, Optional<Zeile> zeile) {
        Formular formular = formular(task);
        List<String> nirgends = Entwurfsfelder.fluechtige(formular);
        return zeile.map(z -> new Entwurf(task.getProcessInstanceId(), z.version(), z.person(), z.am(), new Entwurfsfelder(formular,
                        Werte.objekt(new String(z.inhalt(), StandardCharsets.UTF_8)).orElse(Map.of())).angaben(), nirgends))
                .orElseGet(() -> new Entwurf(task.getProcessInstanceId(), 0, null, null, null, nirgends));
    }

    private Optional<Zeile> zeile(String aufgabe) {
        return jdbc.query("select REV_, PERSON, GESPEICHERT, INHALT from IK_ENTWURF where AUFGABE = ?", (zeile, i) -> new Zeile(zeile.getInt(1),
                zeile.getString(2), zeile.getObject(3, LocalDateTime.class).toInstant(ZoneOffset.UTC), zeile.getBytes(4)), aufgabe).stream().findFirst();
    }

    private Formular formular(TaskEntity task) {
        return formulare.zu(task).orElseThrow(() -> new Refusal(BAD_REQUEST, "Zu dieser Aufgabe gehört kein Formular, darum gibt es keinen Entwurf."));
    }

    private <T> T anDer(String aufgabe, Function<TaskEntity, T> tat) {
        try {
            return engine.getCommandExecutorTxRequired().execute(context -> tat.apply(offene(context, aufgabe)));
        } catch (DataIntegrityViolationException zugleich) {
            // Somebody was faster by an instant: with the task, or with a draft of their own.
            return engine.getCommandExecutorTxRequired().execute(context -> {
                TaskEntity task = offene(context, aufgabe);
                throw new Ueberholt(entwurf(task, zeile(aufgabe)));
            });
        }
    }

    private TaskEntity offene(CommandContext context, String aufgabe) {
        TaskEntity task = context.getTaskManager().findTaskById(aufgabe);
        if (task == null || task.getExecution() == null || !context.getTenantManager().isAuthenticatedTenant(task.getTenantId())) {
            throw fehlt();
        }
        try {
            engine.getCommandCheckers().forEach(pruefer -> pruefer.checkTaskWork(task));
        } catch (AuthorizationException fremd) {
            throw fehlt();
        }
        return task;
    }

    private static Refusal fehlt() {
        return new Refusal(NOT_FOUND, "Diese Aufgabe können Sie nicht (mehr) bearbeiten. Vermutlich ist sie schon erledigt; bitte laden Sie die "
                + "Aufgabenliste neu.");
    }

    private static Refusal unlesbar() {
        return new Refusal(BAD_REQUEST, "Der Entwurf ist nicht lesbar und wurde nicht gespeichert. Bitte laden Sie die Seite neu und versuchen Sie "
                + "es noch einmal.");
    }
}
