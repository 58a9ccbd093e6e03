package de.integrationskonzept.nachricht;

import de.integrationskonzept.engine.OwnJob;
import de.integrationskonzept.nachricht.Meldungsbuch.Abholung;
import de.integrationskonzept.nachricht.Meldungsbuch.Stand;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.impl.interceptor.Command;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobHandlerConfiguration;
import org.camunda.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.camunda.bpm.engine.impl.persistence.entity.MessageEntity;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/**
 * The job that makes one mail of all that a person is to be told. What no longer holds is dropped: the task is done, or somebody else's.
 * It belongs to no process instance, so that no file takes it along when it moves or ends. It sends nothing itself, that is a job of its
 * own, in {@link Zustellung}.
 */
@Component
class Meldungslauf extends OwnJob<Meldungslauf.Auftrag> {

    static final String TYP = "nachricht-melden";

    private static final Duration NOCHMAL = Duration.ofMinutes(10);

    private final Meldungsbuch buch;
    private final Wuensche wuensche;
    private final Briefkasten briefkasten;
    private final ObjectProvider<Sendezeit> sendezeit;
    private final ObjectProvider<Meldungsbrief> brief;

    Meldungslauf(Meldungsbuch buch, Wuensche wuensche, Briefkasten briefkasten, ObjectProvider<Sendezeit> sendezeit,
            ObjectProvider<Meldungsbrief> brief) {
        super(TYP);
        this.buch = buch;
        this.wuensche = wuensche;
        this.briefkasten = briefkasten;
        this.sendezeit = sendezeit;
        this.brief = brief;
    }

    /** @param meldung id of a row; all that is to be told to its person by then goes with it */
    record Auftrag(String meldung) implements JobHandlerConfiguration {

        @Override
        public String toCanonicalString() {
            return meldung;
        }
    }

    /** Within a command. @param kommune tenant, null for none */
    static void reiheEin(String meldung, String kommune, Instant faellig) {
        MessageEntity job = new MessageEntity();
        job.setJobHandlerType(TYP);
        job.setJobHandlerConfiguration(new Auftrag(meldung));
        job.setTenantId(kommune);
        job.setDuedate(Date.from(faellig));
        job.setExclusive(false);
        job.insert();
    }

    @Override
    public void execute(Auftrag auftrag, ExecutionEntity keine, CommandContext context, String kommune) {
        Abholung abholung = buch.abholung(auftrag.meldung()).orElse(null);
        if (abholung == null) {
            return;
        }
        Instant jetzt = ClockUtil.getCurrentTime().toInstant();
        Instant erlaubt = sendezeit.getObject().ab(jetzt, abholung.fach().mandant());
        if (erlaubt.isAfter(jetzt)) {
            // What was left undone while the application was down disturbs nobody at night either.
            reiheEin(auftrag.meldung(), abholung.fach().mandant(), erlaubt);
            return;
        }
        schreibe(auftrag.meldung(), abholung);
    }

    private void schreibe(String lauf, Abholung abholung) {
        Set<String> abbestellt = wuensche.abbestelltVon(abholung.fach().person());
        List<Stand> gelten = buch.nimm(lauf, abholung).stream().filter(stand -> !abbestellt.contains(stand.anlass().wort())).toList();
        Optional<Briefkasten.Einwurf> einwurf = brief.getObject().an(abholung.fach(), gelten);
        if (einwurf.isPresent()) {
            briefkasten.wirfEin(abholung.fach().mandant(), "meldung " + lauf, List.of(einwurf.get()));
            buch.raeumeAuf(abholung.fach().person());
        } else {
            buch.vergiss(lauf);
        }
    }

    /** Only the database can be in the way, and somebody who takes the same rows: it is tried until it succeeds. */
    @Override
    protected Command<Object> failed(String id, Throwable fehler, Command<Object> sonst) {
        return again(id, NOCHMAL, sonst);
    }

    @Override
    public Auftrag newConfiguration(String gespeichert) {
        return new Auftrag(gespeichert);
    }
}
