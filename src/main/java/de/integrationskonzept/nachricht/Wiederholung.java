package de.integrationskonzept.nachricht;

import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.impl.cmd.JobRetryCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;

/**
 * What happens to the job of a mail that did not get through: what is final becomes an incident at once, all else is tried
 * again after growing pauses. The register says the same, in the same transaction.
 */
final class Wiederholung extends JobRetryCmd {

    private final transient NichtZugestellt grund;
    private final transient Postbuch postbuch;
    private final transient List<Duration> pausen;

    Wiederholung(String job, NichtZugestellt grund, Postbuch postbuch, List<Duration> pausen) {
        super(job, grund);
        this.grund = grund;
        this.postbuch = postbuch;
        this.pausen = pausen;
    }

    @Override
    public Object execute(CommandContext context) {
        JobEntity job = getJob();
        if (job == null) {
            return null;
        }
        postbuch.gescheitert(job.getJobHandlerConfigurationRaw(), grund);
        job.unlock();
        int bleiben = grund.endgueltig() ? 0 : job.getRetries() - 1;
        job.setExceptionMessage(bleiben == 0 && !grund.endgueltig() ? grund.getMessage() + " Es waren mehrere Versuche; bitte stoßen Sie den Schritt "
                + "erneut an, wenn die Ursache behoben ist." : grund.getMessage());
        if (bleiben > 0) {
            job.setDuedate(Date.from(ClockUtil.getCurrentTime().toInstant().plus(pause(bleiben))));
        }
        job.setRetries(bleiben);
        notifyAcquisition(context);
        return null;
    }

    private Duration pause(int bleiben) {
        return pausen.get(Math.max(0, pausen.size() - bleiben));
    }
}
