package de.integrationskonzept.modell;

import static de.integrationskonzept.modell.WissenXml.angabe;
import static de.integrationskonzept.modell.WissenXml.camunda;
import static de.integrationskonzept.modell.WissenXml.istAusdruck;

import java.util.List;
import java.util.stream.IntStream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.w3c.dom.Element;

/** What a process names must be there: forms, called processes, decisions, templates of documents. */
@Component
@Order(3)
class PruefungVerweise implements PruefungRegel {

    @Override
    public void pruefe(List<PruefungDatei> satz, Wissen wissen, PruefungMelder melder) {
        satz.forEach(datei -> {
            datei.schritte("userTask", "startEvent").forEach(schritt -> formular(satz, datei, schritt, wissen, melder));
            datei.schritte("callActivity").forEach(aufruf -> aufruf(datei, aufruf, wissen, melder));
            datei.schritte("businessRuleTask").forEach(schritt -> regel(datei, schritt, wissen, melder));
            datei.regeln().forEach(regel -> gefragt(satz, datei, regel, wissen, melder));
            datei.schritte().forEach(element -> vorlagen(datei, element, wissen, melder));
        });
    }

    private static void formular(List<PruefungDatei> satz, PruefungDatei datei, Element schritt, Wissen wissen, PruefungMelder melder) {
        String formular = camunda(schritt, "formRef");
        if (formular != null && !istAusdruck(formular) && !wissen.gibtFormular(formular)) {
            melder.fehler(datei, schritt, "Das Formular „" + formular + "“ gibt es nicht. Bitte prüfen Sie die Schreibweise, oder stellen Sie die "
                    + "Datei „"
                    + Dateiart.FORMULAR.datei(formular) + "“ mit bereit.");
        }
        String mitgeliefert = camunda(schritt, "formKey");
        if (mitgeliefert != null && satz.stream().noneMatch(d -> mitgeliefert.endsWith("deployment:" + d.datei()))) {
            melder.fehler(datei, schritt, "Das Formular „" + mitgeliefert.replaceFirst(".*deployment:", "") + "“ ist nicht mit dabei. Bitte "
                    + "stellen Sie die Datei zusammen mit dem Ablauf bereit.");
        }
    }

    private static void aufruf(PruefungDatei datei, Element aufruf, Wissen wissen, PruefungMelder melder) {
        String ziel = angabe(aufruf, "calledElement");
        if (ziel != null && !istAusdruck(ziel) && wissen.ablauf(ziel) == null) {
            melder.fehler(datei, aufruf, "Der gerufene Ablauf „" + ziel + "“ ist nicht da. Bitte prüfen Sie die Schreibweise, oder stellen Sie "
                    + "die Datei „"
                    + Dateiart.ABLAUF.datei(ziel) + "“ mit bereit.");
        }
    }

    private static void regel(PruefungDatei datei, Element schritt, Wissen wissen, PruefungMelder melder) {
        String name = camunda(schritt, "decisionRef");
        if (name == null || istAusdruck(name)) {
            return;
        }
        WissenRegel regel = wissen.regel(name);
        if (regel == null) {
            melder.fehler(datei, schritt, "Die Regel „" + name + "“ gibt es nicht. Bitte prüfen Sie die Schreibweise, oder stellen Sie die Datei „"
                    + Dateiart.REGEL.datei(name) + "“ mit bereit.");
        } else if (regel.mehrereFuer(camunda(schritt, "mapDecisionResult"))) {
            melder.fehler(datei, schritt, "Der Schritt erwartet ein einziges Ergebnis, aber in der Regel „" + name + "“ können mehrere Zeilen "
                    + "zutreffen. Bitte stellen Sie die Regel auf „First“, oder nehmen Sie die Ergebnisse als Liste („collectEntries“ oder "
                    + "„resultList“).");
        } else if (regel.mehrWerteAls(camunda(schritt, "mapDecisionResult"))) {
            melder.fehler(datei, schritt, "Der Schritt erwartet einen einzelnen Wert, aber die Regel „" + name + "“ hat mehrere Ergebnisspalten. "
                    + "Bitte wählen Sie „singleResult“.");
        }
    }

    /** Whether the steps of processes outside of the set can still take what the decision says. */
    private static void gefragt(List<PruefungDatei> satz, PruefungDatei datei, Element entscheidung, Wissen wissen, PruefungMelder melder) {
        WissenRegel regel = wissen.regel(entscheidung.getAttribute("id"));
        wissen.ablaeufe().stream().filter(ablauf -> satz.stream().noneMatch(andere -> andere.datei().equals(ablauf.datei()))).forEach(ablauf ->
                ablauf.regelschritte().stream().filter(schritt -> schritt.regel().equals(regel.schluessel())
                        && (regel.mehrereFuer(schritt.ergebnis()) || regel.mehrWerteAls(schritt.ergebnis()))).forEach(schritt -> melder.fehler(datei,
                        entscheidung, "Der Schritt „" + schritt.name() + "“ im Ablauf „" + ablauf.name() + "“ (" + ablauf.schluessel() + ") "
                                + "erwartet einen einzigen Wert, aber die neue Fassung kann mehrere liefern. Bitte stellen Sie die Regel zurück, "
                        + "oder ändern Sie den Ablauf mit.")));
    }

    private static void vorlagen(PruefungDatei datei, Element element, Wissen wissen, PruefungMelder melder) {
        IntStream.range(0, element.getAttributes().getLength()).mapToObj(i -> element.getAttributes().item(i).getNodeValue())
                .flatMap(text -> WissenAusdruck.lies(text).stream()).flatMap(ausdruck -> ausdruck.aufrufe().stream())
                .filter(ruf -> ruf.bean().equals("dokument") && ruf.methode().equals("festschreiben")).flatMap(ruf -> ruf.worte().stream())
                .filter(name -> !wissen.gibtVorlage(name)).forEach(name -> melder.fehler(datei, element, "Die Dokumentvorlage „" + name
                        + "“ gibt es nicht. Bitte prüfen Sie die Schreibweise, oder stellen Sie die Datei „" + Dateiart.VORLAGE.datei(name)
                        + "“ mit bereit."));
    }
}
