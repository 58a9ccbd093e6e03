package de.integrationskonzept.vertretung;

import de.integrationskonzept.engine.OwnJob;
import de.integrationskonzept.rolle.Zugehoerigkeit;
import java.time.Duration;
import java.time.Instant;
import java.time.Period;
import java.util.Date;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;

/** The job at the beginning and at the end of an absence: all tasks in the Kommunen of that person go to whom they belong today. */
@Component
class Vertretungslauf extends OwnJob<Vertretungslauf.Auftrag> {

    private static final String TYP = "vertretung";

    /** As long afterwards it can still be asked who stood in and why. */
    private static final Duration NOCHMAL = Duration.ofMinutes(10);
    private static final Period AUFBEWAHRUNG = Period.ofYears(2);

    private final ObjectProvider<Umverteilung> umverteilung;
    private final ObjectProvider<Abwesenheiten> abwesenheiten;
    private final ObjectProvider<Vertretungsbuch> buch;
    private final ObjectProvider<JdbcTemplate> jdbc;

    Vertretungslauf(ObjectProvider<Umverteilung> umverteilung, ObjectProvider<Abwesenheiten> abwesenheiten,
            ObjectProvider<Vertretungsbuch> buch, ObjectProvider<JdbcTemplate> jdbc) {
        super(TYP);
        this.umverteilung = umverteilung;
        this.abwesenheiten = abwesenheiten;
        this.buch = buch;
        this.jdbc = jdbc;
    }

    /** Id of the absence; it may have been changed since. */
    record Auftrag(String abwesenheit) implements JobHandlerConfiguration {

        @Override
        public String toCanonicalString() {
            return abwesenheit;
        }
    }

    /** Instead of what was planned for this absence before. Within a command. */
    void plane(String abwesenheit, Instant... zeitpunkte) {
        jdbc.getObject().queryForList("select ID_ from ACT_RU_JOB where HANDLER_TYPE_ = ? and HANDLER_CFG_ = ?", String.class, TYP, abwesenheit)
                .stream().map(Context.getCommandContext().getJobManager()::findJobById).filter(job -> job != null).forEach(JobEntity::delete);
        for (Instant zeitpunkt : zeitpunkte) {
            MessageEntity job = new MessageEntity();
            job.setJobHandlerType(TYP);
            job.setJobHandlerConfiguration(new Auftrag(abwesenheit));
            job.setDuedate(Date.from(zeitpunkt));
            job.setExclusive(false);
            job.insert();
        }
    }

    @Override
    public void execute(Auftrag auftrag, ExecutionEntity keine, CommandContext context, String kommune) {
        abwesenheiten.getObject().finde(auftrag.abwesenheit())
                .ifPresent(a -> umverteilung.getObject().verteile(Zugehoerigkeit.kommunen(a.person())));
        abwesenheiten.getObject().raeumeAuf(Tage.heute().minus(AUFBEWAHRUNG));
        buch.getObject().raeumeAuf();
    }

    /** Given up, it would leave tasks with whoever stood in. */
    @Override
    protected Command<Object> failed(String id, Throwable fehler, Command<Object> sonst) {
        return again(id, NOCHMAL, sonst);
    }

    @Override
    public Auftrag newConfiguration(String gespeichert) {
        return new Auftrag(gespeichert);
    }
}
