package de.integrationskonzept.modell;

import de.integrationskonzept.engine.OwnJob;
import de.integrationskonzept.engine.Refusal;
import de.integrationskonzept.engine.Wordless;
import java.util.Collection;
import java.util.List;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The job that moves one file, or rehearses it: any node does it, and what a node leaves behind when it dies another one does.
 * What became of the file is noted in the transaction that moves it, so that it happens once. Files are rehearsed one after the
 * other, because each rehearsal holds the engine's lock for deployments while it lasts.
 */
@Component
class Umzugslauf extends OwnJob<Umzugslauf.Auftrag> {

    static final String TYP = "modell-umzug";

    private static final Logger LOG = LoggerFactory.getLogger(Umzugslauf.class);

    private final Umzugsbuch buch;
    private final ObjectProvider<Aktenumzug> akten;
    private final ObjectProvider<Umzugsprobe> proben;

    Umzugslauf(Umzugsbuch buch, ObjectProvider<Aktenumzug> akten, ObjectProvider<Umzugsprobe> proben) {
        super(TYP);
        this.buch = buch;
        this.akten = akten;
        this.proben = proben;
    }

    /** One file of one move. */
    record Auftrag(String umzug, String wurzel) implements JobHandlerConfiguration {

        static Auftrag lies(String gespeichert) {
            String[] teile = gespeichert.split("/", 2);
            return new Auftrag(teile[0], teile[1]);
        }

        @Override
        public String toCanonicalString() {
            return umzug + "/" + wurzel;
        }
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        super.preInit(configuration);
        configuration.setHistoryEventProducer(new OhneUmzugsjobs());
    }

    /** Within a command. All at once for a move, the first alone for a rehearsal. */
    static void reiheEin(String umzug, boolean probe, Collection<String> wurzeln) {
        List<MessageEntity> jobs = wurzeln.stream().limit(probe ? 1 : Integer.MAX_VALUE).map(wurzel -> job(new Auftrag(umzug, wurzel))).toList();
        jobs.stream().skip(1).forEach(MessageEntity::insert);
        jobs.stream().limit(1).forEach(Context.getCommandContext().getJobManager()::send); // and wakes the job executor, once is enough
    }

    private static MessageEntity job(Auftrag auftrag) {
        MessageEntity job = new MessageEntity();
        job.setJobHandlerType(TYP);
        job.setJobHandlerConfiguration(auftrag);
        job.setExclusive(false);
        return job;
    }

    @Override
    public void execute(Auftrag auftrag, ExecutionEntity keine, CommandContext context, String kommune) {
        Umzugsbuch.Umzug umzug = buch.suche(auftrag.umzug()).filter(Umzugsbuch.Umzug::laeuft).orElse(null);
        if (umzug == null || !buch.nimm(auftrag.umzug(), auftrag.wurzel())) {
            return;
        }
        Umzugsziele ziele = umzug.ziele();
        if (umzug.probe()) {
            Umzugsprobe.Ergebnis ergebnis = proben.getObject().probe(auftrag.wurzel(), ziele);
            buch.notiere(auftrag.umzug(), auftrag.wurzel(), ergebnis.zustand(), ergebnis.saetze());
            naechste(auftrag.umzug());
        } else {
            akten.getObject().zieheUm(auftrag.wurzel(), ziele.definitionen(), ziele.zuordnung(), true).ifPresentOrElse(
                    saetze -> buch.notiere(auftrag.umzug(), auftrag.wurzel(), Umzugsbuch.UMGEZOGEN, saetze),
                    () -> buch.notiere(auftrag.umzug(), auftrag.wurzel(), Umzugsbuch.UNVERAENDERT, List.of()));
        }
    }

    private void naechste(String umzug) {
        buch.naechste(umzug).ifPresent(wurzel -> reiheEin(umzug, true, List.of(wurzel)));
    }

    @Override
    protected Command<Object> failed(String id, Throwable fehler, Command<Object> sonst) {
        return context -> {
            JobEntity job = context.getJobManager().findJobById(id);
            if (job == null || !TYP.equals(job.getJobHandlerType()) || Voruebergehend.ist(fehler) && !zuOft(job, fehler)) {
                return sonst.execute(context);
            }
            notiere((Auftrag) job.getJobHandlerConfiguration(), fehler);
            job.delete();
            return null;
        };
    }

    /** Somebody who works on the file at the same moment is let go first, however often; a database out of order is not waited for. */
    private static boolean zuOft(JobEntity job, Throwable fehler) {
        return !(fehler instanceof OptimisticLockingException) && job.getRetries() <= 1;
    }

    private void notiere(Auftrag auftrag, Throwable fehler) {
        List<String> saetze = saetze(auftrag, fehler);
        if (fehler instanceof Umzugsfehler.BeiAllen) {
            buch.notiereAlle(auftrag.umzug(), Umzugsbuch.GESCHEITERT, saetze);
        } else {
            buch.notiere(auftrag.umzug(), auftrag.wurzel(), Umzugsbuch.GESCHEITERT, saetze);
        }
        buch.suche(auftrag.umzug()).filter(Umzugsbuch.Umzug::probe).ifPresent(probe -> naechste(auftrag.umzug()));
    }

    private static List<String> saetze(Auftrag auftrag, Throwable fehler) {
        if (fehler instanceof Umzugsfehler bekannt) {
            return bekannt.saetze();
        }
        if (fehler instanceof Refusal absage) {
            return absage.sentences();
        }
        LOG.error("moving {} failed", auftrag.wurzel(), Wordless.of(fehler));
        return List.of("Die Akte ließ sich wegen eines Fehlers in der Anwendung nicht umziehen und ist unverändert. Bitte wenden Sie sich mit "
                + "der Nummer " + auftrag.wurzel() + " an die Administration.");
    }

    @Override
    public Auftrag newConfiguration(String gespeichert) {
        return Auftrag.lies(gespeichert);
    }
}
