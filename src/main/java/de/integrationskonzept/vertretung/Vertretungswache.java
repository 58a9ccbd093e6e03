package de.integrationskonzept.vertretung;

import de.integrationskonzept.engine.Caller;
import de.integrationskonzept.engine.UserTaskConvention;
import de.integrationskonzept.vertretung.Vertretungsbuch.Ausgang;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.springframework.stereotype.Component;

/** Tasks that are created for somebody who is away, given to them, taken from who stands in, or done. */
@Component
class Vertretungswache extends UserTaskConvention {

    private final Umverteilung umverteilung;
    private final Aufgabenwechsel wechsel;
    private final Vertretungsbuch buch;

    Vertretungswache(Umverteilung umverteilung, Aufgabenwechsel wechsel, Vertretungsbuch buch) {
        this.umverteilung = umverteilung;
        this.wechsel = wechsel;
        this.buch = buch;
    }

    @Override
    protected void created(DelegateTask aufgabe) {
        umverteilung.verteileNeue((TaskEntity) aufgabe);
    }

    @Override
    protected void assigned(DelegateTask aufgabe) {
        umverteilung.verteileVergebene((TaskEntity) aufgabe, aufgabe.getAssignee() != null && aufgabe.getAssignee().equals(Caller.userId()));
        wechsel.entziehe((TaskEntity) aufgabe);
    }

    @Override
    protected void ended(DelegateTask aufgabe) {
        buch.beende(aufgabe.getId(), Ausgang.ERLEDIGT);
    }
}
