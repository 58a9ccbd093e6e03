package de.integrationskonzept.nachricht;

import de.integrationskonzept.engine.OwnJob;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobManager;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.springframework.stereotype.Component;

/**
 * The job that brings one mail to one address. It first hands the mail to the server and then notes it, in one
 * transaction: after a crash between the two it is sent once more, with the same Message-ID, rather than never.
 */
@Component
class Zustellung extends OwnJob<Zustellung.Auftrag> {

    static final String TYP = "nachricht-zustellen";

    private final Postbuch postbuch;
    private final Mailserver server;
    private final Mailangaben angaben;

    Zustellung(Postbuch postbuch, Mailserver server, Mailangaben angaben) {
        super(TYP);
        this.postbuch = postbuch;
        this.server = server;
        this.angaben = angaben;
    }

    /** @param post id in the register, the only thing that stands in the job */
    record Auftrag(String post) implements JobHandlerConfiguration {

        @Override
        public String toCanonicalString() {
            return post;
        }
    }

    @Override
    protected Command<Object> failed(String job, Throwable fehler, Command<Object> sonst) {
        return fehler instanceof NichtZugestellt grund ? new Wiederholung(job, grund, postbuch, angaben.pausen()) : sonst;
    }

    /** Creates the jobs, due as planned; not exclusive, so that one slow answer holds up no other mail. */
    static void reiheEin(String vorgang, List<Postbuch.Post> post, int versuche) {
        ExecutionEntity execution = Context.getCommandContext().getExecutionManager().findExecutionById(vorgang);
        JobManager jobs = Context.getCommandContext().getJobManager();
        List<MessageEntity> neue = post.stream().map(p -> job(execution, p, versuche)).toList();
        neue.stream().skip(1).forEach(MessageEntity::insert);
        jobs.send(neue.get(0)); // and wakes the job executor, once is enough
    }

    private static MessageEntity job(ExecutionEntity execution, Postbuch.Post post, int versuche) {
        MessageEntity job = new MessageEntity();
        job.setExecution(execution);
        job.setProcessDefinitionId(execution.getProcessDefinitionId());
        job.setProcessDefinitionKey(execution.getProcessDefinition().getKey());
        job.setTenantId(execution.getTenantId());
        job.setJobHandlerType(TYP);
        job.setJobHandlerConfiguration(new Auftrag(post.id()));
        job.setDuedate(Date.from(post.faellig()));
        job.setExclusive(false);
        job.setRetries(versuche);
        return job;
    }

    @Override
    public void execute(Auftrag auftrag, ExecutionEntity versand, CommandContext context, String kommune) {
        Postbuch.Auftrag post = postbuch.auftrag(auftrag.post());
        if (post == null) {
            return;
        }
        if (post.brief().equals(Briefkasten.UNGESCHRIEBEN)) {
            throw new NichtZugestellt(true, null, "Eine E-Mail konnte nicht geschrieben werden. Woran es lag, steht im Protokoll der Anwendung zu "
                    + "der Zeit, zu der dieser Vorgang begann. Bitte geben Sie der Modellpflege Bescheid. Ist es behoben, darf dieser Vorgang "
                    + "beendet werden: Die nächste Post am Morgen wird neu geschrieben.");
        }
        server.sende(post.brief(), post.adresse(), post.kennung());
        if (postbuch.gesendet(auftrag.post(), post.sendung())) {
            versand.signal(null, null);
        }
    }

    @Override
    public Auftrag newConfiguration(String gespeichert) {
        return new Auftrag(gespeichert);
    }
}
