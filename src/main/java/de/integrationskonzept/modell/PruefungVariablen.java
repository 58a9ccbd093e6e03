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
    private static final Set<String> IMMER = Set.of("execution", "task", "nrOfInstances", "nrOfActiveInstances", "nrOfCompletedInstances",
            "loopCounter", "aktenname", "phase", "planBeginn", "planEnde");

    private final Set<String> immer = new HashSet<>(IMMER);

    PruefungVariablen(ListableBeanFactory beans) {
        immer.addAll(List.of(beans.getBeanNamesForAnnotation(ModelBean.class)));
    }

    @Override
    public void pruefe(List<PruefungDatei> satz, Wissen wissen, PruefungMelder melder) {
        Set<String> ueberhaupt = mitImmer(wissen.ueberhaupt());
        satz.forEach(datei -> {
            datei.ablaeufe().forEach(ablauf -> {
                Set<String> hier = mitImmer(wissen.versorgt(wissen.ablauf(ablauf.getAttribute("id"))));
                alle(ablauf, "conditionExpression").forEach(bedingung -> WissenAusdruck.lies(bedingung.getTextContent()).ifPresent(ausdruck ->
                        ausdruck.namen().stream().filter(name -> !hier.contains(name))
                                .forEach(name -> melde(datei, (Element) bedingung.getParentNode(), name, ueberhaupt.contains(name), melder))));
            });
            if (datei.art() == Dateiart.FORMULAR) {
                entfallen(datei, satz, wissen, melder);
            }
        });
    }

    private Set<String> mitImmer(Set<String> namen) {
        Set<String> alle = new HashSet<>(namen);
        alle.addAll(immer);
        return alle;
    }

    private static void melde(PruefungDatei datei, Element weg, String name, boolean anderswo, PruefungMelder melder) {
        if (anderswo) {
            melder.hinweis(datei, weg, "Die Bedingung fragt nach „" + name + "“. In diesem Ablauf trägt das niemand ein, und niemand gibt es ihm "
                    + "mit. Bitte prüfen Sie, ob es hier ankommt.");
        } else {
            melder.fehler(datei, weg, "Die Bedingung fragt nach „" + name + "“, aber das trägt kein Formular, keine Regel und kein anderer "
                    + "Schritt ein. Bitte prüfen Sie die Schreibweise.");
        }
    }

    /** A field that the form had, and that a condition of a process outside of the set goes on asking for. */
    private static void entfallen(PruefungDatei datei, List<PruefungDatei> satz, Wissen wissen, PruefungMelder melder) {
        String formular = datei.formular().path("id").asText();
        wissen.ablaeufe().stream().filter(ablauf -> ablauf.formulare().contains(formular))
                .filter(ablauf -> satz.stream().noneMatch(andere -> andere.datei().equals(ablauf.datei()))).forEach(ablauf -> {
                    Set<String> fehlt = new HashSet<>(ablauf.fragen());
                    fehlt.retainAll(wissen.vorher().versorgt(ablauf));
                    fehlt.removeAll(wissen.versorgt(ablauf));
                    fehlt.forEach(name -> melder.fehler(datei, null, "Das Feld „" + name + "“ fehlt in der neuen Fassung, aber eine Bedingung im "
                            + "Ablauf „"
                            + ablauf.name() + "“ (" + ablauf.schluessel() + ") fragt danach. Bitte lassen Sie das Feld stehen, oder ändern Sie "
                            + "den Ablauf mit."));
                });
    }
}
