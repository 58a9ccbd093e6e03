package de.integrationskonzept.modell;

import static de.integrationskonzept.modell.WissenXml.alle;

import de.integrationskonzept.engine.ModelBean;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.springframework.beans.factory.ListableBeanFactory;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** The engine stops at a condition over a name that nobody has set. */
@Component
@Order(6)
class PruefungVariablen implements PruefungRegel {

    /** What the engine sets, and what the capabilities set without being told the name. */
    private static final Set<String> IMMER = Set.of("execution", "task", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances", "loopCounter",
            "aktenname", "phase", "planBeginn", "planEnde");

    private final ListableBeanFactory beans;

    PruefungVariablen(ListableBeanFactory beans) {
        this.beans = beans;
    }

    @Override
    public void pruefe(List<PruefungDatei> satz, Wissen wissen, PruefungMelder melder) {
        Set<String> ueberhaupt = wissen.ueberhaupt();
        ueberhaupt.addAll(IMMER);
        ueberhaupt.addAll(List.of(beans.getBeanNamesForAnnotation(ModelBean.class)));
        satz.forEach(datei -> datei.ablaeufe().forEach(ablauf -> {
            Set<String> hier = new HashSet<>(wissen.versorgt(ablauf));
            hier.addAll(IMMER);
            hier.addAll(List.of(beans.getBeanNamesForAnnotation(ModelBean.class)));
            alle(ablauf, "conditionExpression").forEach(bedingung -> WissenAusdruck.lies(bedingung.getTextContent()).ifPresent(ausdruck ->
                    ausdruck.namen().stream().filter(name -> !hier.contains(name))
                            .forEach(name -> melde(datei, (Element) bedingung.getParentNode(), name, ueberhaupt.contains(name), melder))));
        }));
    }

    private static void melde(PruefungDatei datei, Element weg, String name, boolean anderswo, PruefungMelder melder) {
        if (anderswo) {
            melder.hinweis(datei, weg, "Die Bedingung fragt nach „" + name + "“. In diesem Ablauf trägt das niemand ein, und niemand gibt es ihm mit. "
                    + "Bitte prüfen Sie, ob es hier ankommt.");
        } else {
            melder.fehler(datei, weg, "Die Bedingung fragt nach „" + name + "“, aber das trägt kein Formular, keine Regel und kein anderer Schritt ein. "
                    + "Bitte prüfen Sie die Schreibweise.");
        }
    }
}
