package de.integrationskonzept.dokument;

import de.integrationskonzept.akte.Akteninhalt;
import de.integrationskonzept.akte.Akteninhalt.Inhalt;
import de.integrationskonzept.engine.ModelBean;
import de.integrationskonzept.engine.Work;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.history.HistoricTaskInstance;
import org.camunda.bpm.engine.impl.context.Context;
import org.springframework.beans.factory.ObjectProvider;

/**
 * What models may do with documents: keep one as it was signed off. A start listener of an element behind the task that signs
 * calls it, mostly of the end event. That element begins in a transaction of its own ({@code camunda:asyncBefore}), because a
 * document shows what is stored already; the frozen version and the step are stored together, so a crash leaves neither half a
 * document nor a second one.
 */
@ModelBean("dokument")
public class Festschreibung {

    private final ObjectProvider<Akteninhalt> akten;
    private final ObjectProvider<Dokumente> dokumente;
    private final Vorlagen vorlagen;
    private final Archiv archiv;

    /** The engine needs this bean before it can be asked for anything itself. */
    Festschreibung(ObjectProvider<Akteninhalt> akten, ObjectProvider<Dokumente> dokumente, Vorlagen vorlagen, Archiv archiv) {
        this.akten = akten;
        this.dokumente = dokumente;
        this.vorlagen = vorlagen;
        this.archiv = archiv;
    }

    /**
     * Freezes the document of this file as a new version, in every format, with the last completed task of this process as its
     * occasion.
     *
     * @param name of the template, without ending
     */
    public void festschreiben(String name) {
        Inhalt inhalt = akten.getObject().derAkte();
        Dokumente.Ausgefuellt dokument = dokumente.getObject().fuelleAus(inhalt, name);
        HistoricTaskInstance anlass = anlass();
        Map<Druck, byte[]> inhalte = Arrays.stream(Druck.values()).collect(Collectors.toMap(Function.identity(),
                druck -> druck.drucke(dokument.html()), (a, b) -> a, () -> new EnumMap<>(Druck.class)));
        archiv.lege(inhalt, new Archiv.Entwurf(name, dokument.titel(), vorlagen.kennung(name, inhalt.kommune()),
                anlass == null ? Work.here().getCurrentActivityName() : anlass.getName(), anlass == null ? null : anlass.getAssignee(), inhalte));
    }

    private static HistoricTaskInstance anlass() {
        List<HistoricTaskInstance> letzte = Work.unrestricted(() -> Context.getProcessEngineConfiguration().getHistoryService()
                .createHistoricTaskInstanceQuery().processInstanceId(Work.here().getProcessInstanceId()).finished()
                .orderByHistoricTaskInstanceEndTime().desc().listPage(0, 1));
        return letzte.isEmpty() ? null : letzte.get(0);
    }
}
