package de.integrationskonzept.modelle;

import de.integrationskonzept.modelle.Modelle.Formulardatei;
import de.integrationskonzept.modelle.Modelle.Prozess;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.instance.BaseElement;
import org.camunda.bpm.model.bpmn.instance.BusinessRuleTask;
import org.camunda.bpm.model.bpmn.instance.CallActivity;
import org.camunda.bpm.model.bpmn.instance.Message;
import org.camunda.bpm.model.bpmn.instance.Process;
import org.camunda.bpm.model.bpmn.instance.StartEvent;
import org.camunda.bpm.model.bpmn.instance.UserTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaIn;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaOut;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DmnElement;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;

@DisplayName("Namen: Ordner, Datei und Schlüssel stimmen überein, Verweise gehen auf")
class BenennungTest {

    private static final String KENNUNG = "[a-zäöüß][a-z0-9äöüß]*(-[a-z0-9äöüß]+)*";

    @Test
    @DisplayName("Ordner = Datei = Prozessschlüssel; Datei = Entscheidung; Datei = Formular")
    void dateien() {
        Befunde befunde = new Befunde();
        Modelle.prozesse().forEach(p -> {
            befunde.wenn(p.alle(Process.class).size() != 1, p.datei().toString(), "has not exactly one process");
            befunde.wenn(!Modelle.name(p.datei()).equals(p.schluessel()) || !Modelle.ordner(p.datei()).equals(p.schluessel()),
                    p.datei().toString(), "process key is " + p.schluessel());
        });
        Modelle.regelwerke().forEach(r -> befunde.wenn(r.entscheidungen().stream().map(Decision::getId)
                .noneMatch(Modelle.name(r.datei())::equals), r.datei().toString(), "has no decision of that name"));
        Modelle.formulare().forEach(f -> {
            befunde.wenn(!Modelle.name(f.datei()).equals(f.id()), f.datei().toString(), "form id is " + f.id());
            befunde.wenn(!f.id().startsWith(Modelle.ordner(f.datei()) + "-"), f.datei().toString(), "id does not begin with its folder");
        });
        Set<String> ordner = Modelle.prozesse().stream().map(Prozess::schluessel).collect(Collectors.toSet());
        Stream.concat(Modelle.regelwerke().stream().map(r -> r.datei()), Modelle.formulare().stream().map(Formulardatei::datei))
                .forEach(d -> befunde.wenn(!ordner.contains(Modelle.ordner(d)), d.toString(), "lies in a folder without process"));
        befunde.keine();
    }

    @Test
    @DisplayName("Kein Dateiname kommt zweimal vor, auch nicht in zwei Ordnern")
    void eindeutigeDateien() {
        Befunde befunde = new Befunde();
        Set<String> gesehen = new HashSet<>();
        Stream.of(Modelle.prozesse().stream().map(Prozess::datei), Modelle.regelwerke().stream().map(r -> r.datei()),
                Modelle.formulare().stream().map(Formulardatei::datei)).flatMap(s -> s)
                .forEach(d -> befunde.wenn(!gesehen.add(d.getFileName().toString()), d.toString(), "file name is taken"));
        befunde.keine();
    }

    @Test
    @DisplayName("Das Formular heißt wie Prozess und Aufgabe")
    void formularnamen() {
        Befunde befunde = new Befunde();
        Modelle.prozesse().forEach(p -> {
            p.alle(UserTask.class).forEach(t -> befunde.wenn(
                    !(p.schluessel() + "-" + t.getId()).equals(t.getCamundaFormRef()), p.ort(t), "form is " + t.getCamundaFormRef()));
            p.alle(StartEvent.class).stream().filter(s -> s.getCamundaFormRef() != null).forEach(s -> befunde.wenn(
                    !(p.schluessel() + "-" + s.getId()).equals(s.getCamundaFormRef()), p.ort(s), "form is " + s.getCamundaFormRef()));
        });
        befunde.keine();
    }

    @Test
    @DisplayName("Jeder Verweis geht auf, jedes Formular und jede Entscheidung wird gebraucht")
    void verweise() {
        Befunde befunde = new Befunde();
        Set<String> prozesse = Modelle.prozesse().stream().map(Prozess::schluessel).collect(Collectors.toSet());
        Set<String> entscheidungen = Modelle.regelwerke().stream().flatMap(r -> r.entscheidungen().stream()).map(Decision::getId)
                .collect(Collectors.toSet());
        Set<String> gebraucht = new HashSet<>(List.of("meilensteine", "fristen", // by the time plan itself
                "termine-im-blick", "felder-stand", "kennzahlen-stand", // by the page of a file
                "nachrichten-regeln")); // by the morning digest
        gebraucht.addAll(Modelle.regelnDerVorlagen());
        Modelle.prozesse().forEach(p -> {
            p.alle(CallActivity.class).forEach(c -> befunde.wenn(!prozesse.contains(c.getCalledElement()), p.ort(c),
                    "process " + c.getCalledElement() + " does not exist"));
            p.alle(BusinessRuleTask.class).forEach(b -> {
                gebraucht.add(b.getCamundaDecisionRef());
                befunde.wenn(!entscheidungen.contains(b.getCamundaDecisionRef()), p.ort(b),
                        "decision " + b.getCamundaDecisionRef() + " does not exist");
            });
            p.alle(StartEvent.class).forEach(s -> gebraucht.add(s.getCamundaFormRef()));
            p.alle(UserTask.class).forEach(t -> gebraucht.add(t.getCamundaFormRef()));
            p.alle(UserTask.class).forEach(t -> gebraucht.add(Modelle.angaben(t).get("linkFormular")));
        });
        Modelle.formulare().forEach(f -> befunde.wenn(!gebraucht.contains(f.id()), f.datei().toString(), "is used nowhere"));
        Modelle.regelwerke().forEach(r -> befunde.wenn(!gebraucht.contains(Modelle.name(r.datei())), r.datei().toString(), "is used nowhere"));
        befunde.keine();
    }

    @Test
    @DisplayName("Kennungen sind von Hand geschrieben: klein, mit Bindestrichen, ohne Maschinennamen")
    void kennungen() {
        Befunde befunde = new Befunde();
        Modelle.prozesse().forEach(p -> kennungen(befunde, p.datei().toString(),
                p.alle(BaseElement.class).stream().map(BaseElement::getId).toList()));
        Modelle.regelwerke().forEach(r -> kennungen(befunde, r.datei().toString(),
                r.modell().getModelElementsByType(DmnElement.class).stream().map(DmnElement::getId).toList()));
        Modelle.formulare().forEach(f -> kennungen(befunde, f.datei().toString(), List.of(f.id())));
        befunde.keine();
    }

    private static void kennungen(Befunde befunde, String ort, List<String> ids) {
        List<String> falsch = new ArrayList<>(ids.stream().filter(id -> id != null && (!id.matches(KENNUNG)
                || id.matches("(activity|event|gateway|flow|sequenceflow|decision|rule)-?[a-z0-9]{7}") && id.matches(".*\\d.*"))).toList());
        befunde.wenn(!falsch.isEmpty(), ort, "ids " + falsch);
    }

    @Test
    @DisplayName("Jedes Modell trägt Fassung und Aufbewahrungsfrist und ist ausführbar")
    void kopf() {
        Befunde befunde = new Befunde();
        Modelle.prozesse().forEach(p -> {
            befunde.wenn(p.prozess().getCamundaHistoryTimeToLiveString() == null, p.datei().toString(), "no historyTimeToLive");
            befunde.wenn(!fassung(p.prozess().getCamundaVersionTag()), p.datei().toString(), "versionTag " + p.prozess().getCamundaVersionTag());
            befunde.wenn(!p.prozess().isExecutable(), p.datei().toString(), "is not executable");
            befunde.wenn(p.prozess().getName() == null, p.datei().toString(), "has no name");
        });
        Modelle.regelwerke().forEach(r -> r.entscheidungen().forEach(d -> {
            befunde.wenn(d.getCamundaHistoryTimeToLiveString() == null, r.datei() + "/" + d.getId(), "no historyTimeToLive");
            befunde.wenn(d.getId().equals(Modelle.name(r.datei())) && !fassung(d.getVersionTag()), r.datei().toString(),
                    "versionTag " + d.getVersionTag());
        }));
        befunde.keine();
    }

    private static boolean fassung(String versionTag) {
        return versionTag != null && versionTag.matches("\\d+\\.\\d+\\.\\d+");
    }

    @Test
    @DisplayName("Jeder Aufruf gibt das Aktenzeichen weiter und nennt jede Variable einzeln")
    void aufrufe() {
        Befunde befunde = new Befunde();
        Modelle.prozesse().forEach(p -> p.alle(CallActivity.class).forEach(c -> {
            List<CamundaIn> hinein = c.getExtensionElements() == null ? List.of()
                    : c.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list();
            List<CamundaOut> heraus = c.getExtensionElements() == null ? List.of()
                    : c.getExtensionElements().getElementsQuery().filterByType(CamundaOut.class).list();
            befunde.wenn(hinein.stream().noneMatch(i -> "#{execution.processBusinessKey}".equals(i.getCamundaBusinessKey())),
                    p.ort(c), "does not pass the business key");
            befunde.wenn(hinein.stream().anyMatch(i -> i.getCamundaVariables() != null)
                    || heraus.stream().anyMatch(o -> o.getCamundaVariables() != null), p.ort(c), "maps all variables");
            befunde.wenn(!hinein.stream().map(CamundaIn::getCamundaTarget).toList().contains("phase"), p.ort(c), "does not pass phase");
            befunde.wenn(!"latest".equals(c.getCamundaCalledElementBinding()), p.ort(c), "binding is not latest");
        }));
        befunde.keine();
    }

    @Test
    @DisplayName("Was ein Aufruf hinein- und herausreicht, gibt es dort, wo es herkommt")
    void abbildungen() {
        Befunde befunde = new Befunde();
        Modelle.prozesse().forEach(p -> p.alle(CallActivity.class).stream().filter(c -> c.getExtensionElements() != null).forEach(c -> {
            Set<String> hier = Variablen.in(p);
            Modelle.prozesse().stream().filter(q -> q.schluessel().equals(c.getCalledElement())).findFirst().ifPresent(gerufen -> {
                Set<String> dort = Variablen.in(gerufen);
                c.getExtensionElements().getElementsQuery().filterByType(CamundaIn.class).list().stream()
                        .filter(i -> i.getCamundaSource() != null).forEach(i -> befunde.wenn(!hier.contains(i.getCamundaSource()),
                                p.ort(c), "in " + i.getCamundaSource() + " is set nowhere in " + p.schluessel()));
                c.getExtensionElements().getElementsQuery().filterByType(CamundaOut.class).list().stream()
                        .filter(o -> o.getCamundaSource() != null).forEach(o -> befunde.wenn(!dort.contains(o.getCamundaSource()),
                                p.ort(c), "out " + o.getCamundaSource() + " is set nowhere in " + gerufen.schluessel()));
            });
        }));
        befunde.keine();
    }

    @Test
    @DisplayName("Jede Nachricht, auf die gewartet wird, wird auch gemeldet, und umgekehrt")
    void nachrichten() {
        Befunde befunde = new Befunde();
        Set<String> erwartet = Modelle.prozesse().stream().flatMap(p -> p.alle(Message.class).stream()).map(Message::getName)
                .collect(Collectors.toSet());
        Set<String> gemeldet = Variablen.aufrufe("melde").flatMap(a -> a.liste(0).stream()).collect(Collectors.toSet());
        erwartet.stream().filter(n -> !n.contains("${")).forEach(n -> befunde.wenn(!gemeldet.contains(n), n, "nobody sends this message"));
        gemeldet.forEach(n -> befunde.wenn(!erwartet.contains(n), n, "nobody waits for this message"));
        befunde.keine();
    }
}
