package de.integrationskonzept.modell;

import static de.integrationskonzept.modell.WissenXml.angabe;
import static de.integrationskonzept.modell.WissenXml.camunda;
import static de.integrationskonzept.modell.WissenXml.istAusdruck;
import static de.integrationskonzept.modell.WissenXml.kinder;

import de.integrationskonzept.rolle.Rollen;
import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.impl.context.Context;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** Whoever gets a task must exist, and must read what to do. */
@Component
@Order(2)
class PruefungAufgaben implements PruefungRegel {

    /** A comma inside of an expression does not part two roles. */
    private static final String KOMMA = ",(?![^{]*})";

    private final Rollen rollen;
    private final PruefungEngine engine;

    PruefungAufgaben(Rollen rollen, PruefungEngine engine) {
        this.rollen = rollen;
        this.engine = engine;
    }

    @Override
    public void pruefe(List<PruefungDatei> satz, Wissen wissen, PruefungMelder melder) {
        satz.forEach(datei -> {
            datei.ablaeufe().forEach(ablauf -> rollen(datei, ablauf, camunda(ablauf, "candidateStarterGroups"), melder));
            datei.schritte("userTask").forEach(aufgabe -> aufgabe(datei, aufgabe, melder));
        });
    }

    private void aufgabe(PruefungDatei datei, Element aufgabe, PruefungMelder melder) {
        if (angabe(aufgabe, "name") == null) {
            melder.fehler(datei, aufgabe, "Die Aufgabe hat keinen Namen; so wüsste niemand, was zu tun ist. Bitte benennen Sie sie.");
        }
        String gruppen = camunda(aufgabe, "candidateGroups");
        if (gruppen == null && camunda(aufgabe, "assignee") == null && camunda(aufgabe, "candidateUsers") == null) {
            melder.fehler(datei, aufgabe, "Die Aufgabe gehört zu keiner Rolle; niemand bekäme sie zu sehen. Bitte tragen Sie unter „Candidate "
                    + "groups“ die Kennung einer Rolle ein.");
        }
        rollen(datei, aufgabe, gruppen, melder);
        Stream.of("assignee", "candidateUsers").map(name -> camunda(aufgabe, name)).filter(wer -> wer != null && !istAusdruck(wer))
                .forEach(wer -> melder.hinweis(datei, aufgabe, "Die Aufgabe nennt eine feste Person („" + wer + "“). Bitte nennen Sie lieber eine "
                        + "Rolle, denn Menschen wechseln."));
        if (camunda(aufgabe, "formRef") == null && camunda(aufgabe, "formKey") == null) {
            melder.hinweis(datei, aufgabe, "Die Aufgabe hat kein Formular. Wer sie erledigt, kann nichts eintragen.");
        }
        if (camunda(aufgabe, "dueDate") == null) {
            melder.hinweis(datei, aufgabe, "Die Aufgabe hat keine Frist. Eine aus dem Zeitplan ist zum Beispiel ${zeitplan.faellig('"
                    + aufgabe.getAttribute("id") + "')}.");
        }
        if (kinder(aufgabe, "documentation").stream().allMatch(erklaerung -> erklaerung.getTextContent().isBlank())) {
            melder.hinweis(datei, aufgabe, "Die Aufgabe sagt nicht, was zu tun ist. Bitte erklären Sie es in ganzen Sätzen (Element documentation).");
        }
    }

    private void rollen(PruefungDatei datei, Element element, String gruppen, PruefungMelder melder) {
        Stream.of(gruppen == null ? new String[0] : gruppen.split(KOMMA)).map(String::strip).filter(gruppe -> !istAusdruck(gruppe) && !kennt(gruppe))
                .forEach(gruppe -> melder.fehler(datei, element, "Die Rolle „" + gruppe + "“ gibt es nicht. Bitte prüfen Sie die Schreibweise, "
                        + "oder legen Sie zuerst die Rolle an."));
    }

    /** Roles of the configuration, and groups that an administrator or a directory has added. */
    private boolean kennt(String gruppe) {
        return rollen.namen().containsKey(gruppe) || gruppe.equals("camunda-admin") || engine.fuehreAus(befehl -> befehl.runWithoutAuthorization(
                () -> Context.getProcessEngineConfiguration().getIdentityService().createGroupQuery().groupId(gruppe).count())) > 0;
    }
}
