package de.integrationskonzept.nachricht;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.Date;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.persistence.entity.JobEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * After a backup was restored, the database knows nothing of the time between the backup and the breakdown, in which mail went out. The
 * moment that {@code integrationskonzept.nachricht.gesendet-bis} names ends what is made up for: mail that was due by then, or comes up
 * between this start and then, counts as sent and is not sent again.
 */
@Component
class Wiederanlauf {

    private final Instant gestartet = ClockUtil.getCurrentTime().toInstant();
    private final Instant gesendetBis;

    /** @param bis local time of Berlin ("2026-11-27T14:30"), empty for never */
    Wiederanlauf(@Value("${integrationskonzept.nachricht.gesendet-bis:}") String bis) {
        try {
            gesendetBis = bis.isBlank() ? Instant.MIN : LocalDateTime.parse(bis.strip()).atZone(Arbeitstage.BERLIN).toInstant();
        } catch (DateTimeParseException unlesbar) {
            throw new IllegalArgumentException("integrationskonzept.nachricht.gesendet-bis must be a time, for example 2026-11-27T14:30", unlesbar);
        }
    }

    /** Whether the mail of the job that is just being done has been sent already. */
    boolean gesendet() {
        CommandContext befehl = Context.getCommandContext();
        JobEntity job = befehl == null ? null : befehl.getCurrentJob();
        return job != null && (istBis(job.getDuedate()) || istBis(job.getCreateTime()) && !job.getCreateTime().toInstant().isBefore(gestartet));
    }

    private boolean istBis(Date wann) {
        return wann != null && !wann.toInstant().isAfter(gesendetBis);
    }
}
